"""The terms that a module of the ontology defines, as a reader wants them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import Name, labels
from astropact.errors import NotFound, QuerySyntaxFault
from astropact.namespaces import OWL, RDF, RDFS, SKOS
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from astropact.store.base import Store

_KINDS: Final = {
    OWL + "Class": "Class",
    OWL + "ObjectProperty": "Property between things",
    OWL + "DatatypeProperty": "Property with a value",
    OWL + "AnnotationProperty": "Annotation",
    RDFS + "Datatype": "Datatype",
    SKOS + "ConceptScheme": "Concept scheme",
    SKOS + "Concept": "Concept",
}
_RELATED: Final = {
    RDFS + "subClassOf": "Narrower than",
    RDFS + "subPropertyOf": "Narrower than",
    RDFS + "domain": "Used on",
    "https://schema.org/domainIncludes": "Used on",
    RDFS + "range": "Value",
    "https://schema.org/rangeIncludes": "Value",
    SKOS + "broader": "Narrower than",
    OWL + "inverseOf": "Inverse of",
    SKOS + "exactMatch": "Same as",
    SKOS + "closeMatch": "Close to",
    SKOS + "broadMatch": "Narrower than",
    OWL + "equivalentClass": "Same as",
    OWL + "equivalentProperty": "Same as",
}


@dataclass(frozen=True)
class TermRow:
    """One term with what a reader needs to use it."""

    name: Name
    kind: str
    definition: str
    notes: tuple[str, ...]
    related: tuple[tuple[str, Name], ...]


def module_of_version(store: Store, iri: str) -> str | None:
    """The module or file of the ontology whose current version bears this IRI, if any does."""
    try:
        rows = store.query(f"SELECT ?module {{ ?module <{OWL}versionIRI> {iriref(iri)} }}").rows()
        return next((row["module"].value for row in rows), None)
    except (NotFound, QuerySyntaxFault):
        return None  # not an IRI, so nothing bears it


def term_rows(store: Store, graph: str) -> tuple[TermRow, ...]:
    """The terms that a graph of the ontology defines or aligns, classes first, by label."""
    facts: dict[str, dict[str, list[str]]] = {}
    iris: set[str] = set()
    for row in store.query("SELECT * { ?s ?p ?o }", default_graphs=[graph]).rows():
        if row["s"].kind == "iri":
            facts.setdefault(row["s"].value, {}).setdefault(row["p"].value, []).append(
                row["o"].value
            )
            if row["o"].kind == "iri":
                iris.add(row["o"].value)
    named = labels(store, [*facts, *iris])
    order = list(_KINDS.values())
    rows = []
    for iri, values in facts.items():
        related = [
            (label, Name(value, named[value]))
            for name, label in _RELATED.items()
            for value in sorted(values.get(name, []))
            if value in named
        ]
        definition = " ".join(values.get(SKOS + "definition", []))
        if not definition and not related:
            continue  # a foreign term that is only declared
        kind = next((_KINDS[t] for t in values.get(RDF + "type", []) if t in _KINDS), "")
        notes = [*values.get(SKOS + "scopeNote", []), *values.get(SKOS + "example", [])]
        rows.append(
            TermRow(Name(iri, named[iri]), kind, definition, tuple(sorted(notes)), tuple(related))
        )
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                order.index(row.kind) if row.kind in order else len(order),
                row.name.label.casefold(),
            ),
        )
    )
