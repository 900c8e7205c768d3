"""The rival readings of the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import DCTERMS, RDF, Graph, Namespace, URIRef

from astropact.namespaces import AP, thing
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from pathlib import Path

NS = Namespace(AP)


@pytest.fixture(name="readings", scope="module")
def rival_readings(root: Path) -> Graph:
    return read_turtle([root / "data" / "norms" / "readings.ttl"])


@pytest.fixture(name="tiers", scope="module")
def tiers_of_sources(root: Path) -> dict[str, int]:
    graph = read_turtle(sorted((root / "data" / "sources").glob("*.ttl")))
    return {str(node): int(str(tier)) for node, tier in graph.subject_objects(NS.trustTier)}


def on(readings: Graph, question: str) -> set[str]:
    found = readings.subjects(NS.onQuestion, URIRef(thing("reading", question)))
    return {str(reading).rsplit("/", 1)[1] for reading in found}


def test_resources_are_read_in_many_ways(readings: Graph) -> None:
    assert on(readings, "resource-extraction") == {
        "artemis-signatories",
        "bartoki-gonczy-and-nagy",
        "boley-and-byers",
        "china",
        "de-man",
        "johnson",
        "luxembourg",
        "moon-agreement-parties",
        "o-brien",
        "roscosmos",
        "united-states",
    }
    article = URIRef(thing("provision", "outer-space-treaty/art-2"))
    assert len(set(readings.subjects(NS.readingOf, article))) >= 10


def test_every_question_has_more_than_one_answer(readings: Graph) -> None:
    # France alone has spoken on the ban on force in the Moon Agreement.
    for question in readings.subjects(RDF.type, NS.InterpretiveQuestion):
        slug = str(question).removeprefix(thing("reading", ""))
        assert len(on(readings, slug)) > 1 or slug == "force-on-the-moon", slug


def test_rivals_answer_the_same_question_and_name_each_other(readings: Graph) -> None:
    pairs = set(readings.subject_objects(NS.rivalOf))
    assert pairs
    for one, other in pairs:
        assert (other, one) in pairs
        assert readings.value(one, NS.onQuestion) == readings.value(other, NS.onQuestion)
        assert readings.value(one, NS.assessesOnly) is None


def test_every_reading_has_a_source_of_the_record(readings: Graph, tiers: dict[str, int]) -> None:
    for reading in readings.subjects(RDF.type, NS.Reading):
        sources = [str(source) for source in readings.objects(reading, DCTERMS.source)]
        assert sources
        assert all(source in tiers for source in sources), reading


def test_a_state_is_said_to_hold_what_the_press_reports_only_with_the_word(
    readings: Graph, tiers: dict[str, int]
) -> None:
    """Where nothing better than the press was found, the basis or the words say so."""
    for reading, holder in readings.subject_objects(NS.heldBy):
        if not str(holder).startswith((thing("state", ""), thing("org", ""))):
            continue
        best = min(tiers[str(source)] for source in readings.objects(reading, DCTERMS.source))
        told = f"{readings.value(reading, NS.note)} {readings.value(reading, NS.readingBasis)}"
        words = ("reported", "quoted", "excerpt", "article")
        assert best < 6 or any(word in told for word in words), reading
