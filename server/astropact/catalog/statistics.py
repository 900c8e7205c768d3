"""The VoID description of the record, counted from the store that holds it.

How many triples, things, classes and properties there are, how many things each class and how many
triples each property has, and which other data sets are linked to
(https://www.w3.org/TR/void/, sections 4.4 to 5.2). It is derived, so it stands in a graph of its
own and is made anew whenever the store is filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.namespaces import (
    DATASET,
    DCTERMS,
    ID,
    INFERRED_GRAPH,
    RDF,
    RDFS,
    STATISTICS_GRAPH,
    XSD,
    graph,
    shorten,
    thing,
)
from astropact.store.base import GraphFile, Term, ntriples

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from astropact.store.base import Store

_VOID: Final = "http://rdfs.org/ns/void#"
_EXAMPLES: Final = (
    thing("instrument", "outer-space-treaty"),
    thing("state", "sau"),
    thing("act", "moon-agreement/sau/withdrawal"),
)


def write_statistics(store: Store, targets: Mapping[str, str]) -> int:
    """Counts the store and replaces the graph of its description; returns its triples.

    ``targets`` names the data sets that are linked to: what stands in the graph ``links/<slug>``
    leads to the data set with the given IRI.
    """
    store.replace_graphs({}, drop=[STATISTICS_GRAPH])
    lines = sorted({*_lines(store), *_linksets(store, targets)})
    content = "".join(f"{line}\n" for line in lines).encode()
    store.replace_graphs(
        {STATISTICS_GRAPH: GraphFile(content, "application/n-triples", "statistics")}
    )
    return len(lines)


def _lines(store: Store) -> Iterator[str]:
    yield _link(DATASET, RDF + "type", _VOID + "Dataset")
    yield _text(DATASET, _VOID + "uriSpace", ID)
    for example in _EXAMPLES:
        yield _link(DATASET, _VOID + "exampleResource", example)
    yield _number(DATASET, "triples", store.size())
    yield _number(DATASET, "distinctSubjects", _count(store, "?x", "?x ?p ?o"))
    yield _number(DATASET, "distinctObjects", _count(store, "?x", "?s ?p ?x"))
    things = f"?x a ?class FILTER(STRSTARTS(STR(?x), '{ID}'))"
    yield _number(DATASET, "entities", _count(store, "?x", things))
    classes = _table(store, "SELECT ?key (COUNT(DISTINCT ?s) AS ?n) { ?s a ?key } GROUP BY ?key")
    properties = _table(store, "SELECT ?key (COUNT(*) AS ?n) { ?s ?key ?o } GROUP BY ?key")
    yield _number(DATASET, "classes", len(classes))
    yield _number(DATASET, "properties", len(properties))
    for iri, count in classes.items():
        part = f"{DATASET}/class/{_slug(iri)}"
        yield _link(DATASET, _VOID + "classPartition", part)
        yield _link(part, _VOID + "class", iri)
        yield _number(part, "entities", count)
        yield _label(part, f"things that are {shorten(iri)}")
    for iri, count in properties.items():
        part = f"{DATASET}/property/{_slug(iri)}"
        yield _link(DATASET, _VOID + "propertyPartition", part)
        yield _link(part, _VOID + "property", iri)
        yield _number(part, "triples", count)
        yield _label(part, f"triples with {shorten(iri)}")
    for namespace in sorted({_namespace(iri) for iri in (*classes, *properties)} - {""}):
        yield _link(DATASET, _VOID + "vocabulary", namespace)
    for name, count in _table(
        store, "SELECT ?key (COUNT(*) AS ?n) { GRAPH ?key { ?s ?p ?o } } GROUP BY ?key"
    ).items():
        yield _number(name, "triples", count)
    yield _text(INFERRED_GRAPH, DCTERMS + "title", "What follows from the record by rule", "en")


def _linksets(store: Store, targets: Mapping[str, str]) -> Iterator[str]:
    for name, target in targets.items():
        held = f"GRAPH <{graph(f'links/{name}')}> {{ ?x ?key ?y }} FILTER(isIRI(?y))"
        counts = _table(store, f"SELECT ?key (COUNT(*) AS ?n) {{ {held} }} GROUP BY ?key")
        for predicate, count in counts.items():
            linkset = f"{DATASET}/linkset/{name}-{_slug(predicate).partition('-')[2]}"
            yield _link(DATASET, _VOID + "subset", linkset)
            yield _link(linkset, RDF + "type", _VOID + "Linkset")
            yield _link(linkset, _VOID + "subjectsTarget", DATASET)
            yield _link(linkset, _VOID + "objectsTarget", target)
            yield _link(linkset, _VOID + "linkPredicate", predicate)
            yield _number(linkset, "triples", count)
            yield _label(linkset, f"links to {name} by {shorten(predicate)}")


def _count(store: Store, what: str, pattern: str) -> int:
    rows = store.query(f"SELECT (COUNT(DISTINCT {what}) AS ?n) {{ {pattern} }}").rows()
    return int(next(rows)["n"].value)


def _table(store: Store, query: str) -> dict[str, int]:
    rows = store.query(query).rows()
    counts = {row["key"].value: int(row["n"].value) for row in rows if "key" in row}
    return dict(sorted(counts.items()))


def _slug(iri: str) -> str:
    return shorten(iri).replace(":", "-").replace("/", "-").replace("#", "-")


def _namespace(iri: str) -> str:
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    return iri[:cut]


def _link(subject: str, predicate: str, value: str) -> str:
    return f"<{subject}> <{predicate}> <{value}> ."


def _number(subject: str, name: str, value: int) -> str:
    return f'<{subject}> <{_VOID}{name}> "{value}"^^<{XSD}integer> .'


def _text(subject: str, predicate: str, value: str, language: str = "") -> str:
    return f"<{subject}> <{predicate}> {ntriples(Term('literal', value, language=language))} ."


def _label(subject: str, value: str) -> str:
    return _text(subject, RDFS + "label", value, "en")
