"""What rows repeat becomes one statement; what differs keeps a name of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, Namespace, URIRef

from astropact import namespaces
from astropact.importers.participation import import_participation

if TYPE_CHECKING:
    from pathlib import Path

AP = Namespace(namespaces.AP)
HEAD = "state,iso3,instrument_id,act,date,status_code,as_of,source_url,note\n"
PAGE = "https://treaties.unoda.org/a/outer_space/fiji/SUC/washington"


def statements(table: Path, root: Path, *rows: str) -> dict[str, set[str]]:
    """The statements made from ``rows`` with their notes."""
    table.write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    graphs, _report = import_participation([table], root=root)
    graph = graphs["data/participation/outer-space-treaty.ttl"]
    return {
        str(node).rpartition("/")[2]: {str(note) for note in graph.objects(node, AP.note)}
        for node in graph.subjects(RDF.type, AP.Statement)
        if isinstance(node, URIRef)
    }


def test_rows_that_differ_in_their_remarks_are_one_statement(tmp_path: Path, root: Path) -> None:
    found = statements(
        tmp_path / "t.csv",
        root,
        f"Fiji,FJI,OST,succession,1972-07-18,R,2025-01-01,{PAGE},one remark",
        f"Fiji,FJI,OST,succession,1972-07-18,R,2025-01-01,{PAGE},another remark",
    )
    assert found == {
        "unoda-outer-space-fiji-suc-washington-ost-fji-succession": {"one remark", "another remark"}
    }


def test_rows_that_differ_in_the_day_are_numbered_the_earlier_first(
    tmp_path: Path, root: Path
) -> None:
    found = statements(
        tmp_path / "t.csv",
        root,
        f"Fiji,FJI,OST,succession,1972-07-18,R,2025-01-01,{PAGE},later",
        f"Fiji,FJI,OST,succession,1972-07-14,R,2025-01-01,{PAGE},earlier",
    )
    name = "unoda-outer-space-fiji-suc-washington-ost-fji-succession"
    assert found == {name: {"earlier"}, f"{name}-2": {"later"}}
