"""The table of effect rules becomes final clauses, read again line by line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, RDFS, Graph, Literal, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.final_clause_details import INSTRUMENTS, KINDS, SOURCES
from astropact.importers.final_clauses import READINGS, import_clauses, place
from astropact.importers.sources import AP

SAMPLE = Path(__file__).parent / "samples" / "effect_rules.csv"
MOON = "data/clauses/moon-agreement.ttl"


def key(line: dict[str, str]) -> tuple[str, str, str]:
    return line["instrument"], line["rule"], line["article"]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped readings of the sample's rows, and the added ones."""
    with SAMPLE.open(encoding="utf-8", newline="") as stream:
        rows = {key(row) for row in csv.DictReader(stream)}
    path = tmp_path_factory.mktemp("clauses") / "readings.csv"
    with READINGS.open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(lines[0]))
        writer.writeheader()
        writer.writerows(row for row in lines if key(row) in rows or row["rule"] == "added")
    return path


@pytest.fixture(scope="module")
def files(readings: Path) -> dict[str, Graph]:
    return import_clauses(SAMPLE, readings=readings)


def clause(path: str) -> URIRef:
    return URIRef(namespaces.thing("clause", path))


def test_a_clause_fixes_a_rule_and_the_days_to_count(files: dict[str, Graph]) -> None:
    graph, node = files[MOON], clause("moon-agreement/effect-for-later-party")
    assert (node, RDF.type, AP.FinalClause) in graph
    rule = URIRef(namespaces.concept("effect-rule", "thirtieth-day-after-deposit"))
    assert graph.value(node, AP.effectRule) == rule
    assert graph.value(node, AP.delayDays) == Literal(30)
    assert graph.value(node, AP.delayMonths) is None
    kind = URIRef(namespaces.concept("clause-kind", "effect-for-later-party"))
    assert graph.value(node, AP.clauseKind) == kind


def test_a_clause_stands_in_its_provision(files: dict[str, Graph]) -> None:
    graph = files[MOON]
    provision = graph.value(clause("moon-agreement/effect-for-later-party"), AP.laidDownIn)
    assert provision == URIRef(namespaces.thing("provision", "moon-agreement/art-19-4"))
    assert graph.value(provision, AP.provisionNumber) == Literal("19(4)")
    assert str(graph.value(provision, RDFS.label)).endswith("Article 19, paragraph 4")


def test_a_provision_described_elsewhere_is_not_described_again(readings: Path) -> None:
    known, provision = Graph(), URIRef(namespaces.thing("provision", "moon-agreement/art-19-4"))
    known.add((provision, RDF.type, AP.Provision))
    graph = import_clauses(SAMPLE, elsewhere=[known], readings=readings)[MOON]
    assert (provision, RDF.type, AP.Provision) not in graph
    node = clause("moon-agreement/effect-for-later-party")
    assert graph.value(node, AP.laidDownIn) == provision


def test_what_was_reported_is_not_said_to_be_read(files: dict[str, Graph]) -> None:
    reported = clause("artemis-accords/effect-for-later-party")
    graph = files["data/clauses/artemis-accords.ttl"]
    assert str(graph.value(reported, AP.officialTextRead)) == "false"
    read = clause("outer-space-treaty/withdrawal-effect")
    graph = files["data/clauses/outer-space-treaty.ttl"]
    assert str(graph.value(read, AP.officialTextRead)) == "true"


def test_the_rule_of_a_protocol_is_no_rule_of_the_agreement(files: dict[str, Graph]) -> None:
    graph = files["data/clauses/intersputnik-agreement.ttl"]
    assert set(graph.subjects(RDF.type, AP.FinalClause)) == {
        clause("intersputnik-agreement/amendment")
    }


def test_a_clause_that_the_table_lacks_is_added(files: dict[str, Graph]) -> None:
    graph, node = files["data/clauses/esa-convention.ttl"], clause("esa-convention/financial-year")
    assert "31 December" in str(graph.value(node, AP.clauseValue))
    source = graph.value(node, DCTERMS.source)
    assert (source, RDF.type, AP.Source) in files["data/sources/clauses.ttl"]


def test_every_line_of_the_readings_is_usable() -> None:
    with READINGS.open(encoding="utf-8", newline="") as stream:
        for line in csv.DictReader(stream):
            assert line["instrument"] in INSTRUMENTS
            if not line["kind"]:
                assert line["reason"], line
                continue
            assert line["kind"] in KINDS
            assert line["value"], line
            assert line["note"], line
            assert line["official"] in ("true", "false")
            assert not (line["silent"] and line["provisions"]), line
            assert all(place(number) for number in line["provisions"].split(";") if number)
            assert set(line["sources"].split(";")) <= set(SOURCES)


@pytest.mark.parametrize(
    ("number", "slug", "words"),
    [
        ("XIV(4)", "art-14-4", "Article XIV, paragraph 4"),
        ("IX", "art-9", "Article IX"),
        ("XIV(a)(iii)", "art-14-a-iii", "Article XIV(a)(iii)"),
        ("25(3)(c)", "art-25-3-c", "Article 25, paragraph 3(c)"),
        ("CS 52(3)", "cs-52-3", "Constitution, Article 52, paragraph 3"),
        ("Section 1", "sec-1", "Section 1"),
        ("Annex II I(1)", "annex-2-art-1-1", "Annex II, Article I, paragraph 1"),
    ],
)
def test_a_number_says_where_a_provision_stands(number: str, slug: str, words: str) -> None:
    found = place(number)
    assert found is not None
    assert (found.slug, found.words) == (slug, words)


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("MOON,effect", "LUNA,effect", "has no slug|not read again"),
        (",effect-for-later-party,19(4)", ",effects,19(4)", "not a kind of clause"),
        (",19(4),thirtieth", ",paragraph four,thirtieth", "not the number of a provision"),
        ("inview-esa-annex-2", "a book", "is not known"),
    ],
)
def test_a_bad_line_is_told(
    tmp_path: Path, readings: Path, good: str, bad: str, message: str
) -> None:
    text = readings.read_text("utf-8")
    assert good in text
    path = tmp_path / "readings.csv"
    path.write_text(text.replace(good, bad, 1), "utf-8")
    with pytest.raises(InputError, match=message) as caught:
        import_clauses(SAMPLE, readings=path)
    assert caught.value.line


def test_rows_and_readings_belong_together(tmp_path: Path, readings: Path) -> None:
    with pytest.raises(InputError, match="No row tells"):
        import_clauses(SAMPLE)
    table = tmp_path / "rules.csv"
    added = '"OST","depositaries","XIV(2)","three Governments","Lodged there.","a text"\n'
    table.write_text(SAMPLE.read_text("utf-8") + added, "utf-8")
    with pytest.raises(InputError, match="was not read again") as caught:
        import_clauses(table, readings=readings)
    assert caught.value.path == str(table)


def test_worked_examples_are_not_data(tmp_path: Path, readings: Path) -> None:
    table = tmp_path / "rules.csv"
    example = '"OST","worked_example","XIV(4)","one day -> the same day","Same day.","a list"\n'
    table.write_text(SAMPLE.read_text("utf-8") + example, "utf-8")
    assert set(import_clauses(table, readings=readings)) == set(
        import_clauses(SAMPLE, readings=readings)
    )
