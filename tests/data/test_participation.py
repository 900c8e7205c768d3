"""The shipped statements: whole, well named, and each by an actor that existed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.rdf.canonical import to_turtle

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib.term import Node

AP = Namespace(namespaces.AP)

# Acts that a source dates before their state was independent, with the reason they stay.
BEFORE_ITS_TIME = {
    "huggo-reconciled-ost-atg-accession": "HUGGO dates it 1981-01-01; independent 1981-11-01",
    "fas-ost-atg-accession": "repeats 1981-01-01; independent 1981-11-01",
}
# States whose beginning the actor files do not hold, needed to prove the list above.
INDEPENDENT = {"atg": date(1981, 11, 1)}


def read(folder: Path) -> Graph:
    graph = Graph()
    for path in sorted(folder.glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="module")
def statements(root: Path) -> Graph:
    return read(root / "data" / "participation")


@pytest.fixture(scope="module")
def actors(root: Path) -> Graph:
    return read(root / "data" / "actors")


@pytest.fixture(scope="module")
def sources(root: Path) -> Graph:
    return read(root / "data" / "sources")


def day(graph: Graph, subject: Node, predicate: URIRef) -> date | None:
    value = graph.value(subject, predicate)
    if value is None:
        return None
    assert isinstance(value, Literal)
    python = value.toPython()
    assert isinstance(python, date)
    return python


def slugs(graph: Graph, instrument: str, actor: str) -> dict[str, list[str]]:
    """Kind of act -> sorted statement names for one actor and instrument."""
    found: dict[str, list[str]] = {}
    for node in graph.subjects(AP.actor, URIRef(namespaces.thing("state", actor))):
        if (node, AP.instrument, URIRef(namespaces.thing("instrument", instrument))) in graph:
            kind = str(graph.value(node, AP.actKind)).rsplit("/", 1)[1]
            found.setdefault(kind, []).append(str(node).rsplit("/", 1)[1])
    return {kind: sorted(names) for kind, names in found.items()}


def test_files_are_canonical(root: Path) -> None:
    for path in sorted((root / "data" / "participation").glob("*.ttl")):
        text = path.read_text("utf-8")
        assert text == to_turtle(Graph().parse(data=text, format="turtle")), path.name


def test_every_statement_is_complete(statements: Graph, actors: Graph, sources: Graph) -> None:
    nodes = {
        node
        for node in statements.subjects(RDF.type, AP.Statement)
        if (node, AP.actKind, None) in statements
    }
    assert len(nodes) >= 3239
    for node in nodes:
        for predicate in (AP.actor, AP.instrument, AP.statedIn, AP.evidenceKind):
            assert len(list(statements.objects(node, predicate))) == 1, (node, predicate)
        assert (statements.value(node, AP.actor), RDFS.label, None) in actors, node
        assert (statements.value(node, AP.statedIn), RDF.type, AP.Source) in sources, node
        stated = (node, AP.statedDate, None) in statements
        assert stated == ((node, AP.notBefore, None) in statements), node


def test_no_statement_is_dated_after_its_source(statements: Graph) -> None:
    for node in statements.subjects(AP.statedDate):
        as_of, first = day(statements, node, AP.asOf), day(statements, node, AP.notBefore)
        assert first is not None
        assert as_of is None or first <= as_of, node


def test_no_actor_acts_outside_its_existence(statements: Graph, actors: Graph) -> None:
    early: set[str] = set()
    for node, actor in statements.subject_objects(AP.actor):
        slug = str(actor).rsplit("/", 1)[1]
        begun = day(actors, actor, AP.existedNotBefore) or INDEPENDENT.get(slug)
        ended = day(actors, actor, AP.existedNotAfter)
        first = day(statements, node, AP.notBefore)
        last = day(statements, node, AP.notAfter)
        if begun is not None and last is not None and last < begun:
            early.add(str(node).rsplit("/", 1)[1])
        if ended is not None and first is not None:
            assert first <= ended, node
    assert early == set(BEFORE_ITS_TIME)


def test_china_acceded_and_never_signed(statements: Graph) -> None:
    found = slugs(statements, "outer-space-treaty", "chn")
    assert set(found) == {"accession", "consent-to-be-bound"}
    assert found["accession"] == [
        "fas-ost-chn-accession",
        "huggo-reconciled-ost-chn-accession",
        "verdragenbank-003428-p-ost-chn-accession",
    ]
    assert set(slugs(statements, "outer-space-treaty", "twn")) == {"signature", "ratification"}


def test_saudi_arabia_withdrew_from_the_moon_agreement(statements: Graph) -> None:
    found = slugs(statements, "moon-agreement", "sau")
    assert set(found) == {"accession", "withdrawal"}
    for name in found["withdrawal"]:
        node = URIRef(namespaces.thing("statement", name))
        assert day(statements, node, AP.effectiveOn) == date(2024, 1, 5)


@pytest.mark.parametrize(
    ("instrument", "actor", "kinds"),
    [
        ("outer-space-treaty", "sun", {"signature", "ratification", "consent-to-be-bound"}),
        ("rescue-agreement", "sun", {"signature", "ratification"}),
        ("liability-convention", "sun", {"signature", "ratification"}),
        ("registration-convention", "sun", {"signature", "ratification"}),
        ("partial-test-ban-treaty", "sun", {"signature", "ratification"}),
        ("brussels-satellite-convention", "sun", {"accession"}),
        ("intercosmos-agreement", "sun", {"signature"}),
        ("outer-space-treaty", "ddr", {"signature", "ratification"}),
        ("rescue-agreement", "ddr", {"signature"}),
        ("outer-space-treaty", "csk", {"signature", "ratification", "consent-to-be-bound"}),
        ("outer-space-treaty", "yug", {"signature"}),
        ("rescue-agreement", "yug", {"signature", "ratification", "consent-to-be-bound"}),
        ("registration-convention", "fry", {"succession"}),
        ("brussels-satellite-convention", "fry", {"succession"}),
        ("partial-test-ban-treaty", "twn", {"signature", "ratification"}),
        ("partial-test-ban-treaty", "chn", set()),
        ("rescue-agreement", "rvn", {"signature"}),
        ("itso-agreement", "rvn", {"signature"}),
        ("itso-agreement", "twn", {"signature", "consent-to-be-bound", "withdrawal"}),
        ("itso-agreement", "chn", {"accession", "consent-to-be-bound", "membership"}),
        ("itso-agreement", "yug", {"signature", "consent-to-be-bound"}),
        ("itso-agreement", "sun", {"consent-to-be-bound"}),
        ("itso-agreement", "rus", {"membership"}),
        ("itso-agreement", "cze", {"succession", "membership"}),
        ("eutelsat-convention", "yug", {"consent-to-be-bound"}),
        ("eutelsat-convention", "csk", {"consent-to-be-bound"}),
        ("eutelsat-convention", "rus", {"consent-to-be-bound"}),
        ("itso-agreement", "vnm", {"membership"}),
        ("intersputnik-agreement", "sun", {"signature"}),
        ("intersputnik-agreement", "csk", {"signature"}),
        ("intersputnik-agreement", "ddr", {"signature"}),
        ("intersputnik-agreement", "deu", {"succession", "withdrawal"}),
        ("intersputnik-agreement", "cze", {"membership"}),
        ("itu-constitution", "sun", set()),
        ("itu-constitution", "rus", {"membership"}),
    ],
)
def test_former_states_have_their_own_acts(
    statements: Graph, instrument: str, actor: str, kinds: set[str]
) -> None:
    assert set(slugs(statements, instrument, actor)) == kinds


def test_russia_has_no_act_dated_before_it_existed(statements: Graph) -> None:
    for node in statements.subjects(AP.actor, URIRef(namespaces.thing("state", "rus"))):
        first = day(statements, node, AP.notBefore)
        assert first is None or first >= date(1991, 12, 26), node


def test_reasoning_by_collectors_is_marked(statements: Graph) -> None:
    for node, note in statements.subject_objects(AP.note):
        kind = str(statements.value(node, AP.evidenceKind)).rsplit("/", 1)[1]
        if "INFERRED" in note:
            assert kind == "inferred", node
        if "DERIVED" in note:
            assert kind == "derived", node


def test_sources_have_one_tier_each(sources: Graph) -> None:
    for source in sources.subjects(RDF.type, AP.Source):
        tiers = [str(tier) for tier in sources.objects(source, AP.trustTier)]
        assert len(tiers) == 1, source
        assert tiers[0] in {"1", "2", "3", "4", "5", "6"}, source
