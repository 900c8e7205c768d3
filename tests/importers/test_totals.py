"""Official totals become statements; a source that contradicts itself makes two."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.totals import import_totals

AP = Namespace(namespaces.AP)
SAMPLES = Path(__file__).parent / "samples"
TABLE = SAMPLES / "totals.csv"


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    graphs, rows = import_totals([TABLE, SAMPLES / "checkpoints.csv"])
    assert rows == 9
    return graphs


def count(graph: Graph, name: str) -> int:
    return int(str(graph.value(URIRef(namespaces.thing("total", name)), AP["count"])))


def test_each_instrument_has_its_file(graphs: dict[str, Graph]) -> None:
    assert sorted(graphs) == [
        "data/sources/totals.ttl",
        "data/totals/artemis-accords.ttl",
        "data/totals/moon-agreement.ttl",
        "data/totals/registration-convention.ttl",
    ]


def test_what_is_counted_is_told_apart(graphs: dict[str, Graph]) -> None:
    moon = graphs["data/totals/moon-agreement.ttl"]
    assert count(moon, "moon-agreement/2001-01-01-signatories-without-consent") == 5
    # The depositary keeps the signature of a state that consented later.
    assert count(moon, "moon-agreement/2023-12-31-signatories") == 11
    assert count(moon, "moon-agreement/2023-12-31-parties") == 18


def test_a_source_that_contradicts_itself_makes_two_totals(graphs: dict[str, Graph]) -> None:
    found = graphs["data/totals/registration-convention.ttl"]
    names = ("2026-01-01-parties", "2026-01-01-parties-2")
    assert {count(found, f"registration-convention/{name}") for name in names} == {77, 78}
    assert len(set(found.objects(None, AP.statedIn))) == 1


def test_a_month_is_its_last_day_and_estimated(graphs: dict[str, Graph]) -> None:
    artemis = graphs["data/totals/artemis-accords.ttl"]
    node = URIRef(namespaces.thing("total", "artemis-accords/2026-05-31-signatories"))
    assert (node, AP.estimatedAsOf, None) in artemis
    assert (node, RDF.type, AP.OfficialTotal) in artemis


def test_a_bad_number_and_an_unknown_source_are_told(tmp_path: Path) -> None:
    bad = tmp_path / "totals.csv"
    bad.write_text(TABLE.read_text("utf-8").replace(",18,", ",many,", 1), "utf-8")
    with pytest.raises(InputError, match="is not a number: “many”"):
        import_totals([bad])
    bad.write_text(TABLE.read_text("utf-8").replace("cucdc.com", "somewhere"), "utf-8")
    with pytest.raises(InputError, match="names no known source"):
        import_totals([bad])


def test_a_table_that_is_not_text_is_told(tmp_path: Path) -> None:
    bad = tmp_path / "totals.csv"
    bad.write_bytes(b"state,\xff\n")
    with pytest.raises(InputError, match="cannot be read"):
        import_totals([bad])
