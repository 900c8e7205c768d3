"""Names for people: the label of each thing, and a made one where the record gives none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from astropact.namespaces import AP, CONCEPT, DCTERMS, ID, OWL, RDF, RDFS, SKOS, shorten
from astropact.rdf.iris import is_iri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from astropact.store.base import Store

# The engine plans long VALUES blocks well, but there is no need to try its limits.
_BATCH: Final = 2_000
PROLOGUE: Final = (
    f"PREFIX ap: <{AP}> PREFIX rdfs: <{RDFS}> PREFIX skos: <{SKOS}> PREFIX dcterms: <{DCTERMS}> "
)

# Words for terms of other vocabularies, which the record uses but does not describe.
_FOREIGN: Final = {
    "dcat:Catalog": "catalogue",
    "dcat:dataset": "contains",
    "dcat:Dataset": "data set",
    "dcat:keyword": "keyword",
    "dcat:previousVersion": "previous version",
    "dcat:version": "version",
    "dcterms:abstract": "abstract",
    "dcterms:conformsTo": "conforms to",
    "dcterms:created": "created on",
    "dcterms:creator": "made by",
    "dcterms:description": "description",
    "dcterms:identifier": "file",
    "dcterms:isPartOf": "part of",
    "dcterms:issued": "published on",
    "dcterms:license": "licence",
    "dcterms:modified": "modified on",
    "dcterms:publisher": "published by",
    "dcterms:source": "source",
    "dcterms:title": "full title",
    "graph:inferred": "Facts derived by rules",
    "graph:statistics": "Counts of the record",
    "org:member": "held by",
    "org:Membership": "term of office",
    "org:Post": "post",
    "owl:annotatedProperty": "kind of match",
    "owl:annotatedSource": "thing of the record",
    "owl:annotatedTarget": "thing elsewhere",
    "owl:AnnotationProperty": "annotation property",
    "owl:AsymmetricProperty": "asymmetric property",
    "owl:Class": "class",
    "owl:DatatypeProperty": "property with a value",
    "owl:disjointWith": "never also",
    "owl:FunctionalProperty": "property with one value at most",
    "owl:imports": "builds on",
    "owl:NamedIndividual": "individual",
    "owl:ObjectProperty": "property between things",
    "owl:Ontology": "ontology",
    "owl:sameAs": "same as",
    "owl:SymmetricProperty": "property that holds both ways",
    "owl:versionInfo": "version",
    "owl:versionIRI": "dated version",
    "prov:Activity": "activity",
    "prov:wasDerivedFrom": "derived from",
    "prov:wasGeneratedBy": "made by",
    "rdf:object": "value",
    "rdf:predicate": "property",
    "rdf:Statement": "triple",
    "rdf:subject": "subject",
    "rdf:type": "is a",
    "rdfs:comment": "comment",
    "rdfs:Datatype": "kind of value",
    "rdfs:domain": "used on",
    "rdfs:isDefinedBy": "defined in",
    "rdfs:label": "label",
    "rdfs:range": "takes as value",
    "rdfs:seeAlso": "see also",
    "rdfs:subClassOf": "narrower than",
    "rdfs:subPropertyOf": "narrower than",
    "schema:domainIncludes": "used on",
    "schema:Person": "person",
    "schema:rangeIncludes": "takes as value",
    "schema:url": "web page",
    "semapv:LexicalMatching": "lexical matching",
    "semapv:ManualMappingCuration": "matched by hand",
    "semapv:MappingChaining": "by way of another identifier",
    "skos:altLabel": "also called",
    "skos:broader": "narrower than",
    "skos:broadMatch": "narrower than",
    "skos:changeNote": "changes",
    "skos:closeMatch": "close to",
    "skos:Concept": "concept",
    "skos:ConceptScheme": "concept scheme",
    "skos:definition": "definition",
    "skos:editorialNote": "editor’s note",
    "skos:exactMatch": "same as",
    "skos:example": "example",
    "skos:hasTopConcept": "has top concept",
    "skos:inScheme": "belongs to",
    "skos:narrower": "wider than",
    "skos:narrowMatch": "wider than",
    "skos:notation": "code",
    "skos:prefLabel": "label",
    "skos:related": "related to",
    "skos:relatedMatch": "related to",
    "skos:scopeNote": "scope",
    "skos:topConceptOf": "top concept of",
    "sssom:Mapping": "evidence for a link",
    "sssom:mapping_justification": "how it was matched",
    "sssom:match_string": "matching text",
    "sssom:object_match_field": "matching field elsewhere",
    "sssom:subject_match_field": "matching field in the record",
    "void:class": "class",
    "void:classes": "classes",
    "void:classPartition": "things of one class",
    "void:Dataset": "data set",
    "void:distinctObjects": "different values",
    "void:distinctSubjects": "different subjects",
    "void:entities": "things",
    "void:exampleResource": "example",
    "void:linkPredicate": "kind of link",
    "void:Linkset": "set of links",
    "void:objectsTarget": "links to",
    "void:properties": "properties",
    "void:property": "property",
    "void:propertyPartition": "triples of one property",
    "void:subjectsTarget": "links from",
    "void:subset": "part",
    "void:triples": "triples",
    "void:uriSpace": "IRIs begin with",
    "void:vocabulary": "vocabulary",
    "vs:term_status": "status",
    "wikibase:Rank": "rank",
}


class Name(NamedTuple):
    """An IRI with the label that a person reads."""

    iri: str
    label: str


def label_of(store: Store, iri: str) -> str:
    """The label of one thing."""
    return labels(store, [iri])[iri]


def labels(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """A label for every IRI: given, composed from what the thing says, or from the IRI."""
    wanted = sorted({iri for iri in iris if is_iri(iri)})
    found: dict[str, str] = {}
    for batch in _batches(wanted):
        found.update(_english(store, batch))
    for batch in _batches([iri for iri in wanted if iri not in found]):
        found.update(_given(store, batch))
    for kind, name in _COMPOSED.items():
        unnamed = [iri for iri in wanted if iri not in found and iri.startswith(f"{ID}{kind}/")]
        for batch in _batches(unnamed):
            found.update(name(store, batch))
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


def _english(store: Store, iris: list[str]) -> dict[str, str]:
    """The English labels, which nearly every thing has: faster than weighing all languages."""
    found: dict[str, str] = {}
    for row in _rows(store, iris, '?thing rdfs:label ?label FILTER (LANG(?label) = "en")'):
        found[row["thing"]] = min(row["label"], found.get(row["thing"], row["label"]))
    return found


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


def _rows(store: Store, iris: list[str], pattern: str) -> Iterator[dict[str, str]]:
    query = f"{PROLOGUE} SELECT * {{ VALUES ?thing {{ {_values(iris)} }} {pattern} }}"
    for row in store.query(query).rows():
        yield {name: term.value for name, term in row.items()}


def _of_statements(store: Store, iris: list[str]) -> dict[str, str]:
    pattern = """?thing ap:statedIn ?s . ?s rdfs:label ?source
      OPTIONAL { ?thing ap:actor ?a . ?a rdfs:label ?actor FILTER (LANG(?actor) = "en") }
      OPTIONAL { ?thing ap:instrument ?i . ?i rdfs:label ?text FILTER (LANG(?text) = "en") }
      OPTIONAL { ?thing ap:aboutThing ?t . ?t rdfs:label|skos:prefLabel ?about
        FILTER (LANG(?about) = "en") }
      OPTIONAL { ?thing ap:actKind|ap:datedKind|ap:countOf ?k . ?k skos:prefLabel|rdfs:label ?kind
        FILTER (LANG(?kind) = "en") }
      OPTIONAL { ?thing ap:count ?count }"""
    found: dict[str, str] = {}
    for row in _rows(store, iris, pattern):
        kind = row.get("kind", "") or ("participation" if "actor" in row else "")
        said = (row.get("actor") or row.get("about"), kind, row.get("text"), row.get("count"))
        name = ", ".join(part for part in said if part)
        label = f"{name or from_iri(row['thing'])}: {row['source']}"
        # Of several subjects or kinds the first by letters, so that the name is stable.
        found[row["thing"]] = min(label, found.get(row["thing"], label))
    return found


def _of_periods(store: Store, iris: list[str]) -> dict[str, str]:
    pattern = """?thing ap:boundActor ?a ; ap:boundTo ?i . ?a rdfs:label ?actor .
      ?i rdfs:label ?text FILTER (LANG(?actor) = "en" && LANG(?text) = "en")"""
    return {
        row["thing"]: f"{row['actor']} bound by {row['text']}"
        for row in _rows(store, iris, pattern)
    }


def _of_claims(store: Store, iris: list[str]) -> dict[str, str]:
    rows = _rows(store, iris, "?thing ap:paraphrase ?text")
    return {row["thing"]: row["text"] for row in rows}


def _of_totals(store: Store, iris: list[str]) -> dict[str, str]:
    pattern = """?thing ap:aboutThing ?i ; ap:countOf ?k ; ap:count ?count ; ap:asOf ?day .
      ?i rdfs:label ?text . ?k skos:prefLabel ?kind
      FILTER (LANG(?text) = "en" && LANG(?kind) = "en")"""
    return {
        row["thing"]: f"{row['text']}: {row['count']} {row['kind']} on {row['day']}"
        for row in _rows(store, iris, pattern)
    }


def _of_triples(store: Store, iris: list[str]) -> dict[str, str]:
    """Names of the triples on which verdicts rest."""
    pattern = f"?thing <{RDF}subject> ?s ; <{RDF}predicate> ?p ; <{RDF}object> ?o"
    return _of_three(store, _rows(store, iris, pattern), "{s}: {p} {o}")


def _of_links(store: Store, iris: list[str]) -> dict[str, str]:
    pattern = f"?thing <{OWL}annotatedSource> ?s ; <{OWL}annotatedTarget> ?o"
    rows = ({"p": "", **row, "o": shorten(row["o"])} for row in _rows(store, iris, pattern))
    return _of_three(store, rows, "{s} is {o}")


def _of_three(store: Store, rows: Iterable[dict[str, str]], words: str) -> dict[str, str]:
    held = list(rows)
    named = labels(store, {row[part] for row in held for part in "spo" if is_iri(row[part])})
    return {
        row["thing"]: words.format(**{part: named.get(row[part], row[part]) for part in "spo"})
        for row in held
    }


# What has no label of its own is named by what it says. The names of parts never lead back to a
# triple or a link, so this ends.
_COMPOSED: Final[dict[str, Callable[[Store, list[str]], dict[str, str]]]] = {
    "statement": _of_statements,
    "period": _of_periods,
    "claim": _of_claims,
    "total": _of_totals,
    "evidence": _of_triples,
    "link": _of_links,
}
