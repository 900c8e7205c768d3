"""The table of instruments becomes one file per instrument."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.instruments import import_instruments
from astropact.importers.sources import AP

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="module")
def files() -> dict[str, Graph]:
    return import_instruments(SAMPLES / "instruments.csv", SAMPLES / "effect_rules.csv")


def instrument(slug: str) -> URIRef:
    return URIRef(namespaces.thing("instrument", slug))


def rules(files: dict[str, Graph], slug: str) -> set[str]:
    graph = files[f"data/instruments/{slug}.ttl"]
    return {str(o).rsplit("/", 1)[1] for o in graph.objects(instrument(slug), AP.effectRule)}


def test_a_treaty_has_its_dates_depositaries_and_references(files: dict[str, Graph]) -> None:
    graph, ost = files["data/instruments/outer-space-treaty.ttl"], instrument("outer-space-treaty")
    assert (ost, RDF.type, AP.Treaty) in graph
    assert str(graph.value(ost, AP.openedForSignatureOn)) == "1967-01-27"
    assert str(graph.value(ost, AP.enteredIntoForceOn)) == "1967-10-10"
    assert {str(o).rsplit("/", 1)[1] for o in graph.objects(ost, AP.depositary)} == {
        "gbr",
        "rus",
        "usa",
    }
    assert {str(o) for o in graph.objects(ost, AP.seriesReference)} == {
        "610 UNTS 205, reg. 8843",
        "18 UST 2410",
        "TIAS 6347",
    }
    assert graph.value(ost, AP.adoptedByResolution) == Literal("2222 (XXI)")


def test_effect_rules_come_from_the_table_of_rules(files: dict[str, Graph]) -> None:
    assert rules(files, "outer-space-treaty") == {"on-deposit", "one-year-after-notification"}
    assert rules(files, "moon-agreement") == {
        "thirtieth-day-after-deposit",
        "one-year-after-notification",
    }
    assert rules(files, "artemis-accords") == {"on-signature"}


def test_the_clauses_that_carry_the_rules_are_provisions(files: dict[str, Graph]) -> None:
    graph = files["data/instruments/moon-agreement.ttl"]
    clause = URIRef(namespaces.thing("provision", "moon-agreement/art-19-4"))
    assert (clause, RDF.type, AP.Provision) in graph
    assert graph.value(clause, AP.provisionOf) == instrument("moon-agreement")
    assert "thirtieth day" in str(graph.value(clause, AP.note))
    assert graph.value(clause, AP.provisionNumber) == Literal("19(4)")
    whole = URIRef(namespaces.thing("provision", "moon-agreement/art-20"))
    assert graph.value(whole, AP.provisionNumber) == Literal("20")


def test_the_office_of_a_depositary_becomes_the_organisation(files: dict[str, Graph]) -> None:
    for slug, organisation in (("moon-agreement", "un"), ("imso-convention", "imo")):
        graph = files[f"data/instruments/{slug}.ttl"]
        holder = graph.value(instrument(slug), AP.depositary)
        assert holder == URIRef(namespaces.thing("org", organisation))
        assert "Secretary-General" in str(graph.value(instrument(slug), AP.note))


def test_what_does_not_bind_is_not_said_to_bind(files: dict[str, Graph]) -> None:
    expected = {
        "artemis-accords": (AP.PoliticalCommitment, "political-commitment"),
        "wolf-space-security-bill-2025": (AP.Bill, "proposed"),
        "us-china-launch-liability-1988": (AP.Treaty, "legally-binding"),
        "afsa-statute": (AP.Resolution, "legally-binding"),
    }
    for slug, (kind, force) in expected.items():
        graph = files[f"data/instruments/{slug}.ttl"]
        assert (instrument(slug), RDF.type, kind) in graph
        concept = URIRef(namespaces.concept("binding-force", force))
        assert graph.value(instrument(slug), AP.bindingForce) == concept


def test_versions_of_the_wolf_amendment_share_one_file(files: dict[str, Graph]) -> None:
    graph = files["data/instruments/wolf-amendment.ttl"]
    versions = set(graph.subjects(AP.versionOf, instrument("wolf-amendment")))
    assert versions == {instrument("wolf-amendment/2011"), instrument("wolf-amendment/2012")}
    adopted = graph.value(instrument("wolf-amendment/2011"), AP.adoptedOn)
    assert isinstance(adopted, Literal)
    assert (str(adopted), adopted.datatype) == ("2011-04-15", XSD.date)


def test_a_bilateral_instrument_names_its_parties(files: dict[str, Graph]) -> None:
    slug = "us-china-launch-liability-1988"
    parties = files[f"data/instruments/{slug}.ttl"].objects(instrument(slug), AP.party)
    assert {str(p).rsplit("/", 1)[1] for p in parties} == {"usa", "chn"}


def test_a_reference_that_was_not_found_is_none(files: dict[str, Graph]) -> None:
    graph = files["data/instruments/itu-constitution.ttl"]
    assert graph.value(instrument("itu-constitution"), AP.seriesReference) is None


def test_every_instrument_has_a_described_source(files: dict[str, Graph]) -> None:
    sources = set(files["data/sources/instruments.ttl"].subjects(RDF.type, AP.Source))
    for name, graph in files.items():
        if name.startswith("data/instruments/"):
            for node in graph.subjects(RDF.type, None):
                named = set(graph.objects(node, DCTERMS.source))
                assert named, node
                assert named <= sources


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("multilateral treaty", "pact", "kind of instrument"),
        ("1966-12-19", "19 December 1966", "not a date"),
        ("OST,", "OST2,", "has no slug"),
        ("Russian Federation", "Atlantis", "depositary"),
        ("https://studylib.es/doc/9191639", "a book", "has no address"),
    ],
)
def test_a_bad_row_is_told_with_file_and_line(
    tmp_path: Path, good: str, bad: str, message: str
) -> None:
    table = tmp_path / "instruments.csv"
    text = (SAMPLES / "instruments.csv").read_text("utf-8")
    table.write_text(text.replace(good, bad, 1), "utf-8")
    with pytest.raises(InputError, match=message) as caught:
        import_instruments(table)
    assert (caught.value.path, caught.value.line) == (str(table), 2)
