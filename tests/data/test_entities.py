"""Every name that the documents use stands for something of the record, or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, RDFS, SKOS, URIRef

from astropact.importers.sources import AP
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph

SOURCE = "https://w3id.org/astropact/id/source/"
# How many names each document uses, counted paragraph by paragraph when the names were collected.
NAMES = {
    "us-china-space-relations-article": 50,
    "icas-2024-building-blocs": 172,
    "china-open-to-space-cooperation": 24,
    "stratagem-deep-dive-3": 95,
    "icas-2024-building-blocs-copy": 166,
}


@pytest.fixture(scope="module")
def register(root: Path) -> Graph:
    return read_turtle([root / "data/entities/register.ttl"])


@pytest.fixture(scope="module")
def described(root: Path) -> set[str]:
    """Whatever the data or the concept schemes give a label."""
    files = [p for p in (root / "data").rglob("*.ttl") if p.parent.name != "entities"]
    graph = read_turtle([*files, *(root / "ontology/concepts").glob("*.ttl")])
    labelled = {*graph.subjects(RDFS.label), *graph.subjects(SKOS.prefLabel)}
    return {str(node) for node in labelled}


def test_every_name_is_there_once(register: Graph) -> None:
    mentions = set(register.subjects(RDF.type, AP.EntityMention))
    assert len(mentions) == 263
    labels = [str(label) for label in register.objects(None, RDFS.label)]
    assert len(set(labels)) == len(labels) == len(mentions)


@pytest.mark.parametrize(("document", "names"), NAMES.items())
def test_every_document_has_its_names(register: Graph, document: str, names: int) -> None:
    found = set(register.subjects(AP.mentionedIn, URIRef(SOURCE + document)))
    assert len(found) == names


def test_every_name_stands_for_something_or_says_why_not(register: Graph) -> None:
    for mention in register.subjects(RDF.type, AP.EntityMention):
        if (mention, AP.denotes, None) not in register:
            assert (mention, AP.because, None) in register, mention


def test_what_names_stand_for_is_described(register: Graph, described: set[str]) -> None:
    assert {str(thing) for thing in register.objects(None, AP.denotes)} - described == set()
