"""Empty cells of lists become statements that there is no act, once their list is cited."""

from __future__ import annotations

from pathlib import Path

from rdflib import RDF, Graph, Namespace, URIRef

from astropact import namespaces
from astropact.importers.participation import import_participation
from astropact.importers.participation_absences import ABSENCES
from astropact.importers.participation_rows import INSTRUMENTS
from astropact.importers.participation_sources import KNOWN

AP = Namespace(namespaces.AP)
TABLE = Path(__file__).parent / "samples" / "participation.csv"


def test_each_empty_cell_is_in_a_known_list_of_a_known_instrument() -> None:
    sources = {known.slug for known in KNOWN}
    for absence in ABSENCES:
        assert absence.source in sources
        assert absence.instrument in INSTRUMENTS.values()


def test_the_solomon_islands_have_no_act_in_the_list_of_2026(root: Path) -> None:
    graphs, report = import_participation([TABLE], root=root)
    graph = graphs["data/participation/outer-space-treaty.ttl"]
    node = URIRef(namespaces.thing("statement", "unoosa-crp9-rev1-2026-ost-slb-no-act"))
    assert (node, RDF.type, AP.Statement) in graph
    assert (node, AP.actKind, URIRef(namespaces.concept("act-kind", "no-act"))) in graph
    assert str(graph.value(node, AP.asOf)) == "2026-01-01"
    assert str(graph.value(node, AP.notAfter)) == "2026-01-01"
    assert report.from_empty_cells == 1


def test_a_list_that_is_not_cited_says_nothing(root: Path, tmp_path: Path) -> None:
    table = tmp_path / "one.csv"
    head, *rows = TABLE.read_text("utf-8").splitlines(keepends=True)
    table.write_text(head + next(row for row in rows if "unoosa" not in row), "utf-8")
    graphs, report = import_participation([table], root=root)
    kinds = {str(kind) for graph in graphs.values() for kind in _kinds(graph)}
    assert namespaces.concept("act-kind", "no-act") not in kinds
    assert report.from_empty_cells == 0


def _kinds(graph: Graph) -> set[str]:
    return {str(kind) for kind in graph.objects(None, AP.actKind)}
