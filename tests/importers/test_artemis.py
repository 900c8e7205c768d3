"""The table of signatories becomes statements with dates, places in the order and signers."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.artemis import FILE, SOURCES_FILE, import_artemis
from astropact.rdf.canonical import to_turtle

AP = Namespace(namespaces.AP)
TABLE = Path(__file__).parent / "samples" / "artemis.csv"


@pytest.fixture(scope="module")
def made(root: Path) -> tuple[dict[str, Graph], int, int]:
    return import_artemis([TABLE], root=root)


@pytest.fixture(scope="module")
def graph(made: tuple[dict[str, Graph], int, int]) -> Graph:
    return made[0][FILE]


def dates(graph: Graph, iso3: str) -> dict[str, str]:
    """The stated date of each statement on a state, "" where it has none, by its source."""
    state = URIRef(namespaces.thing("state", iso3))
    return {
        str(node).rpartition("/")[2]: str(graph.value(node, AP.statedDate) or "")
        for node in graph.subjects(AP.actor, state)
    }


def test_a_row_on_a_mere_decision_to_sign_makes_no_statement(
    made: tuple[dict[str, Graph], int, int],
) -> None:
    _, rows, left_out = made
    assert (rows, left_out) == (15, 1)
    assert list(dates(made[0][FILE], "lva").values()) == [""]


def test_two_sources_of_one_row_make_two_statements(graph: Graph) -> None:
    found = dates(graph, "dnk")
    assert sorted(found.values()) == ["", "2024-01-10", "2024-11-13", "2024-11-13", "2024-11-14"]


def test_a_rival_date_in_a_remark_is_a_statement_of_its_own_source(graph: Graph) -> None:
    found = dates(graph, "bel")
    assert found["artemis-list-without-sources-bel-signature"] == "2024-01-24"
    assert "2024-01-23" in found.values()
    assert dates(graph, "ita")["space-law-dataset-italy-artemis-ita-signature"] == "2020-09-25"


def test_places_in_the_order_are_exact_or_have_two_ends(graph: Graph) -> None:
    def places(iso3: str) -> set[tuple[str, ...]]:
        state = URIRef(namespaces.thing("state", iso3))
        names = ("ordinal", "firstOrdinal", "lastOrdinal")
        return {
            tuple(str(graph.value(node, AP[name]) or "") for name in names)
            for node in graph.subjects(AP.actor, state)
        }

    assert places("usa") == {("", "1", "8")}
    assert ("53", "", "") in places("fin")
    assert places("srb") == {("", "69", "71")}


def test_vague_dates_keep_their_bounds(graph: Graph) -> None:
    def bounds(slug: str) -> tuple[str, str]:
        node = next(n for n in graph.subjects(RDF.type, AP.Statement) if slug in str(n))
        return str(graph.value(node, AP.notBefore) or ""), str(graph.value(node, AP.notAfter))

    assert bounds("srb") == ("2026-07-01", "2026-07-31")
    assert bounds("civ") == ("2026-09-24", "2026-09-26")
    assert bounds("lva") == ("", "2026-04-23")


def test_the_delivery_of_a_signed_copy_is_only_inferred_to_be_the_signing(graph: Graph) -> None:
    kinds = {
        str(graph.value(node, AP.statedDate)): str(graph.value(node, AP.evidenceKind))
        for node in graph.subjects(AP.actor, URIRef(namespaces.thing("state", "isl")))
    }
    assert kinds["2023-10-31"] == namespaces.concept("evidence-kind", "inferred")
    assert kinds["2023-10-10"] == namespaces.concept("evidence-kind", "stated")


def test_every_statement_cites_a_described_source(
    made: tuple[dict[str, Graph], int, int],
) -> None:
    graphs = made[0]
    described = set(graphs[SOURCES_FILE].subjects(RDF.type, AP.Source))
    assert set(graphs[FILE].objects(None, AP.statedIn)) == described


def test_the_order_of_rows_does_not_matter(root: Path, tmp_path: Path, graph: Graph) -> None:
    lines = TABLE.read_text("utf-8").splitlines(keepends=True)
    other = tmp_path / "artemis.csv"
    other.write_text("".join([lines[0], *reversed(lines[1:])]), "utf-8")
    assert to_turtle(import_artemis([other], root=root)[0][FILE]) == to_turtle(graph)


def test_a_bad_cell_is_told_with_its_place(root: Path, tmp_path: Path) -> None:
    bad = tmp_path / "artemis.csv"
    bad.write_text(TABLE.read_text("utf-8").replace("2025-01-21", "last winter"), "utf-8")
    with pytest.raises(InputError, match="signed_date is not a date: “last winter”") as caught:
        import_artemis([bad], root=root)
    assert caught.value.path == str(bad)
    bad.write_text(TABLE.read_text("utf-8").replace(",FIN,", ",QQQ,"), "utf-8")
    with pytest.raises(InputError, match="names no state"):
        import_artemis([bad], root=root)
