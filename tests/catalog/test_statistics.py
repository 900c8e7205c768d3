"""The description of the data set is counted from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.statistics import write_statistics
from astropact.linking.datasets import DATASETS
from astropact.namespaces import AP, DATASET, SKOS, STATISTICS_GRAPH
from astropact.store import GraphFile, OxigraphStore

if TYPE_CHECKING:
    from astropact.store import Store

VOID = "http://rdfs.org/ns/void#"


def value(store: Store, subject: str, name: str) -> str:
    (row,) = store.query(f"SELECT ?v {{ <{subject}> <{VOID}{name}> ?v }}").rows()
    return row["v"].value


def number(store: Store, query: str) -> int:
    (row,) = store.query(query).rows()
    return int(row["n"].value)


def test_the_shipped_record_is_counted(store: Store) -> None:
    own = number(store, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{STATISTICS_GRAPH}> {{ ?s ?p ?o }} }}")
    assert int(value(store, DATASET, "triples")) == store.size() - own
    states = number(store, f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{AP}State> }}")
    part = f"{DATASET}/class/ap-State"
    assert value(store, part, "class") == AP + "State"
    assert int(value(store, part, "entities")) == states
    assert states > 190


def test_every_property_is_counted_with_its_triples(store: Store) -> None:
    rows = store.query(
        f"SELECT ?p ?n {{ <{DATASET}> <{VOID}propertyPartition> ?part . "
        f"?part <{VOID}property> ?p ; <{VOID}triples> ?n }}"
    ).rows()
    counts = {row["p"].value: int(row["n"].value) for row in rows}
    assert len(counts) == int(value(store, DATASET, "properties"))
    used = number(
        store,
        f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s <{AP}statedIn> ?o }} }}",
    )
    assert counts[AP + "statedIn"] == used


def test_links_to_other_data_sets_are_told(store: Store) -> None:
    linkset = f"{DATASET}/linkset/wikidata-exactMatch"
    assert value(store, linkset, "linkPredicate") == SKOS + "exactMatch"
    assert value(store, linkset, "objectsTarget") == DATASETS["wikidata"].home
    assert int(value(store, linkset, "triples")) > 200


def test_counting_again_gives_the_same() -> None:
    with OxigraphStore.in_memory() as store:
        turtle = b"<urn:a> a <urn:C> ; <urn:p> 1 . <urn:b> a <urn:C> ."
        store.replace_graphs({"urn:g": GraphFile(turtle)})
        first = write_statistics(store, {})
        assert value(store, DATASET, "triples") == "3"
        assert write_statistics(store, {}) == first
        assert value(store, DATASET, "triples") == "3"
