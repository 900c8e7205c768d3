"""Links from texts, events and undertakings to areas, measures, barriers, benefits and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDFS, SKOS, URIRef

from astropact import namespaces
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph

ADDRESSES = URIRef(namespaces.AP + "addresses")
SCHEMES = ("barrier", "benefit", "cooperation-area", "measure", "topic")


def read(root: Path, pattern: str) -> Graph:
    return read_turtle(sorted(root.glob(pattern)))


def test_what_addresses_a_concept_is_described_in_the_record(root: Path) -> None:
    links = read(root, "data/cooperation/*.ttl")
    things = read(root, "data/instruments/*.ttl") + read(root, "data/activities/*.ttl")
    described = set(things.subjects(RDFS.label))
    assert set(links.subjects(ADDRESSES)) - described == set()


def test_only_concepts_of_the_five_lists_are_addressed(root: Path) -> None:
    links = read(root, "data/cooperation/*.ttl")
    concepts = read(root, "ontology/concepts/*.ttl")
    lists = {URIRef(namespaces.concept(name)) for name in SCHEMES}
    for concept in set(links.objects(None, ADDRESSES)):
        assert concepts.value(concept, SKOS.inScheme) in lists, concept


def test_no_link_stands_twice(root: Path) -> None:
    here = set(read(root, "data/cooperation/*.ttl"))
    there = set(read(root, "data/instruments/*.ttl")) | set(read(root, "data/activities/*.ttl"))
    assert here & there == set()
