"""Names for people: the label of each thing, and a made one where the record gives none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from astropact.namespaces import AP, CONCEPT, DCTERMS, ID, RDFS, SKOS, shorten
from astropact.rdf.iris import is_iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from astropact.store.base import Store

# The engine plans long VALUES blocks well, but there is no need to try its limits.
_BATCH: Final = 2_000
PROLOGUE: Final = (
    f"PREFIX ap: <{AP}> PREFIX rdfs: <{RDFS}> PREFIX skos: <{SKOS}> PREFIX dcterms: <{DCTERMS}> "
)

# Words for terms of other vocabularies, which the record uses but does not describe.
_FOREIGN: Final = {
    "dcat:dataset": "contains",
    "dcat:version": "version",
    "dcterms:abstract": "abstract",
    "dcterms:conformsTo": "conforms to",
    "dcterms:created": "created on",
    "dcterms:creator": "made by",
    "dcterms:description": "description",
    "dcterms:identifier": "file",
    "dcterms:license": "licence",
    "dcterms:modified": "modified on",
    "dcterms:publisher": "published by",
    "dcterms:source": "source",
    "dcterms:title": "full title",
    "graph:inferred": "Facts derived by rules",
    "owl:AnnotationProperty": "annotation property",
    "owl:Class": "class",
    "owl:DatatypeProperty": "property with a value",
    "owl:ObjectProperty": "property between things",
    "owl:Ontology": "ontology",
    "prov:wasDerivedFrom": "derived from",
    "prov:wasGeneratedBy": "made by rule",
    "rdf:type": "is a",
    "rdfs:comment": "comment",
    "rdfs:domain": "used on",
    "rdfs:isDefinedBy": "defined in",
    "rdfs:label": "label",
    "rdfs:range": "takes as value",
    "rdfs:seeAlso": "see also",
    "rdfs:subClassOf": "narrower than",
    "rdfs:subPropertyOf": "narrower than",
    "schema:domainIncludes": "used on",
    "schema:rangeIncludes": "takes as value",
    "schema:url": "web page",
    "skos:altLabel": "also called",
    "skos:broadMatch": "narrower than",
    "skos:broader": "narrower than",
    "skos:closeMatch": "close to",
    "skos:Concept": "concept",
    "skos:ConceptScheme": "concept scheme",
    "skos:definition": "definition",
    "skos:exactMatch": "same as",
    "skos:example": "example",
    "skos:hasTopConcept": "has top concept",
    "skos:inScheme": "belongs to",
    "skos:narrower": "wider than",
    "skos:notation": "code",
    "skos:prefLabel": "label",
    "skos:relatedMatch": "related to",
    "skos:scopeNote": "scope",
    "skos:topConceptOf": "top concept of",
}


class Name(NamedTuple):
    """An IRI with the label that a person reads."""

    iri: str
    label: str


def label_of(store: Store, iri: str) -> str:
    """The label of one thing."""
    return labels(store, [iri])[iri]


def labels(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """A label for every IRI: given, composed from what a statement says, or from the IRI."""
    wanted = sorted({iri for iri in iris if is_iri(iri)})
    found: dict[str, str] = {}
    for batch in _batches(wanted):
        found.update(_given(store, batch))
    missing = [iri for iri in wanted if iri not in found]
    for batch in _batches([iri for iri in missing if iri.startswith(ID + "statement/")]):
        found.update(_of_statements(store, batch))
    for batch in _batches([iri for iri in missing if iri.startswith(ID + "period/")]):
        found.update(_of_periods(store, batch))
    return {iri: found.get(iri) or from_iri(iri) for iri in iris}


def from_iri(iri: str) -> str:
    """A readable form of an IRI without a label: ``ap:Actor``, or the words of its last part."""
    short = shorten(iri)
    if short == iri or iri.startswith((ID, CONCEPT)):
        return unquote(iri.rstrip("/#").rpartition("#" if "#" in iri else "/")[2]) or iri
    return _FOREIGN.get(short, short)


def _batches(iris: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(iris), _BATCH):
        yield iris[start : start + _BATCH]


def _values(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _given(store: Store, iris: list[str]) -> dict[str, str]:
    result = store.query(
        PROLOGUE
        + f"""SELECT ?thing ?label ?order {{
          VALUES ?thing {{ {_values(iris)} }}
          {{ ?thing rdfs:label ?label BIND (1 AS ?order) }}
          UNION {{ ?thing skos:prefLabel ?label BIND (2 AS ?order) }}
          UNION {{ ?thing dcterms:title ?label BIND (3 AS ?order) }}
        }}"""
    )
    best: dict[str, tuple[tuple[bool, str, str], str]] = {}
    for row in result.rows():
        label = row["label"]
        # English first, then the stronger property; the text itself makes the choice stable.
        key = (label.language not in ("en", ""), row["order"].value, label.value)
        thing = row["thing"].value
        if thing not in best or key < best[thing][0]:
            best[thing] = (key, label.value)
    return {thing: label for thing, (_key, label) in best.items()}


def _of_statements(store: Store, iris: list[str]) -> dict[str, str]:
    result = store.query(
        PROLOGUE
        + f"""SELECT ?thing ?actor ?kind ?instrument ?source {{
          VALUES ?thing {{ {_values(iris)} }}
          ?thing ap:actor ?a ; ap:instrument ?i ; ap:statedIn ?s .
          ?a rdfs:label ?actor . ?i rdfs:label ?instrument . ?s rdfs:label ?source .
          OPTIONAL {{ ?thing ap:actKind ?k . ?k skos:prefLabel|rdfs:label ?kind }}
        }}"""
    )
    found = {}
    for row in result.rows():
        kind = row["kind"].value if "kind" in row else "participation"
        found[row["thing"].value] = (
            f"{row['actor'].value}, {kind}, {row['instrument'].value}: {row['source'].value}"
        )
    return found


def _of_periods(store: Store, iris: list[str]) -> dict[str, str]:
    result = store.query(
        PROLOGUE
        + f"""SELECT ?thing ?actor ?instrument {{
          VALUES ?thing {{ {_values(iris)} }}
          ?thing ap:boundActor ?a ; ap:boundTo ?i . ?a rdfs:label ?actor . ?i rdfs:label ?instrument
        }}"""
    )
    return {
        row["thing"].value: f"{row['actor'].value} bound by {row['instrument'].value}"
        for row in result.rows()
    }
