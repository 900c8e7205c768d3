"""Names for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.labels import from_iri, label_of, labels
from astropact.namespaces import AP, CONCEPT, DCTERMS, GRAPH, ID, thing
from astropact.store import GraphFile, OxigraphStore

if TYPE_CHECKING:
    from astropact.store import Store


def test_labels_of_the_record(store: Store) -> None:
    statement = thing("statement", "ecolex-moon-sau-accession")
    found = labels(
        store,
        [thing("state", "sau"), AP + "State", CONCEPT + "act-kind/accession", statement, "x:y"],
    )
    assert found[thing("state", "sau")] == "Saudi Arabia"
    assert found[AP + "State"] == "state"
    assert found[CONCEPT + "act-kind/accession"] == "accession"
    # A statement has no label of its own: it is named by what it says.
    assert found[statement].startswith("Saudi Arabia, accession, Moon Agreement: ")
    assert found["x:y"] == "x:y"


def test_what_has_no_label_is_named_by_what_it_says(store: Store) -> None:
    claim = thing("claim", "tsi-2025-p29-02")
    assert label_of(store, claim) == "China, too, is called a signatory of the rescue agreement."
    link = thing("link", "ror/org/aeb/ror-ror-id")
    assert label_of(store, link).endswith(" is ror:02ddzfk73")
    rows = store.query(
        f"""SELECT ?s {{ ?s a ?type
        FILTER (REGEX(STR(?s), '^{ID}(evidence|link|statement|total)/')) }}"""
    ).rows()
    unnamed = [
        iri
        for iri, label in labels(store, {row["s"].value for row in rows}).items()
        if label == from_iri(iri)
    ]
    assert unnamed == []


def test_every_foreign_term_of_the_record_has_words(store: Store) -> None:
    used = store.query("SELECT DISTINCT ?p { { ?s ?p ?o } UNION { ?s a ?p } }").rows()
    iris = {row["p"].value for row in used}
    named = labels(store, [iri for iri in iris if not iri.startswith(AP)])
    assert [iri for iri, label in named.items() if ":" in label] == []


def test_english_and_the_stronger_property_come_first() -> None:
    turtle = b"""@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <http://x/a> rdfs:label "un"@fr , "one"@en ; skos:prefLabel "a one"@en .
    <http://x/b> rdfs:label "deux"@fr ; skos:prefLabel "two"@en .
    <http://x/c> rdfs:label "trois"@fr ."""
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({"http://x/g": GraphFile(turtle)})
        assert [label_of(store, f"http://x/{name}") for name in "abc"] == ["one", "two", "trois"]


@pytest.mark.parametrize(
    ("iri", "label"),
    [
        (thing("state", "xyz"), "xyz"),
        (AP + "noSuchTerm", "ap:noSuchTerm"),
        (DCTERMS + "source", "source"),
        (GRAPH + "inferred", "Facts derived by rules"),
        ("https://example.org/a%20b", "a b"),
    ],
)
def test_a_label_from_the_iri_alone(iri: str, label: str) -> None:
    assert from_iri(iri) == label
