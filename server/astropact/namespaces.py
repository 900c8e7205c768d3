"""IRIs of the record, the prefixes every file uses, and concepts that several rooms know."""

from __future__ import annotations

from typing import Final

BASE: Final = "https://w3id.org/astropact/"
AP: Final = BASE + "ns#"
ID: Final = BASE + "id/"
CONCEPT: Final = BASE + "concept/"
GRAPH: Final = BASE + "graph/"
ONTOLOGY: Final = BASE + "ontology/"
SHAPES: Final = BASE + "shapes/"
DATASET: Final = BASE + "dataset"

INFERRED_GRAPH: Final = GRAPH + "inferred"
MANIFEST_GRAPH: Final = GRAPH + "manifest"
STATISTICS_GRAPH: Final = GRAPH + "statistics"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
SEMAPV: Final = "https://w3id.org/semapv/vocab/"
SSSOM: Final = "https://w3id.org/sssom/"

# The Library of Congress datatype for Extended Date/Time Format values
# (https://id.loc.gov/datatypes/edtf/EDTF.html).
EDTF: Final = "http://id.loc.gov/datatypes/edtf/EDTF"

# Kinds of act that all mean: the actor consents to be bound. A state does so once for each
# instrument. Consent to be bound and membership leave open how.
CONSENT: Final = frozenset(
    {
        "ratification",
        "acceptance",
        "approval",
        "accession",
        "succession",
        "consent-to-be-bound",
        "membership",
    }
)
# How a claim may stand against the record.
VERDICTS: Final = ("corroborated", "contradicted", "imprecise", "unverifiable", "opinion")
# How an actor may stand under an instrument on a day.
STANDINGS: Final = ("bound", "committed", "not-bound", "contested", "unknown")

_THING_TYPES: Final = (
    "act",
    "check",
    "claim",
    "clause",
    "event",
    "evidence",
    "facility",
    "instrument",
    "link",
    "mechanism",
    "mission",
    "norm",
    "object",
    "org",
    "period",
    "person",
    "place",
    "position",
    "post",
    "programme",
    "provision",
    "reading",
    "rule",
    "source",
    "state",
    "statement",
    "succession",
    "tenure",
    "total",
    "version",
    "vote",
)

_SCHEMES: Final = (
    "act-kind",
    "barrier",
    "benefit",
    "binding-force",
    "claim-kind",
    "clause-kind",
    "comparison",
    "cooperation-area",
    "count-kind",
    "doubt",
    "effect-rule",
    "event-kind",
    "evidence-kind",
    "income-group",
    "instrument-status",
    "measure",
    "mission-outcome",
    "norm-role",
    "rank",
    "standing",
    "subject-matter",
    "succession-kind",
    "topic",
    "trigger",
    "verdict",
    "vote-position",
)

PREFIXES: Final[dict[str, str]] = {
    "ap": AP,
    **{name: f"{CONCEPT}{name}/" for name in _SCHEMES},
    "concept": CONCEPT,
    "graph": GRAPH,
    **{name: f"{ID}{name}/" for name in _THING_TYPES},
    # "org:" is the W3C Organization Ontology everywhere else, so our bodies take another prefix.
    "body": f"{ID}org/",
    # "verdict:" is the scheme of verdicts, so a verdict on one claim takes another prefix.
    "judgement": f"{ID}verdict/",
    "org": "http://www.w3.org/ns/org#",
    "dbpedia": "http://dbpedia.org/resource/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": DCTERMS,
    "edtf": EDTF,
    "eli": "http://data.europa.eu/eli/ontology#",
    "eucountry": "http://publications.europa.eu/resource/authority/country/",
    "geonames": "https://sws.geonames.org/",
    "lrmlmm": "http://docs.oasis-open.org/legalruleml/ns/v1.0/metamodel#",
    "np": "http://www.nanopub.org/nschema#",
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "ror": "https://ror.org/",
    "schema": "https://schema.org/",
    "semapv": SEMAPV,
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "shapes": SHAPES,
    "skos": SKOS,
    "sssom": SSSOM,
    "time": "http://www.w3.org/2006/time#",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "vs": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
    "wd": "http://www.wikidata.org/entity/",
    "wdp": "http://www.wikidata.org/prop/direct/",
    "wikibase": "http://wikiba.se/ontology#",
    "xsd": XSD,
}


def thing(kind: str, slug: str) -> str:
    """The IRI of a thing, for example ``thing("state", "sau")``."""
    return f"{ID}{kind}/{slug}"


def concept(scheme: str, slug: str = "") -> str:
    """The IRI of a SKOS concept, or of its scheme when ``slug`` is empty."""
    return f"{CONCEPT}{scheme}/{slug}" if slug else f"{CONCEPT}{scheme}"


def graph(name: str) -> str:
    """The IRI of a named graph, for example ``graph("actors/states")``."""
    return GRAPH + name


def shorten(iri: str) -> str:
    """``iri`` with the longest known prefix, or unchanged when none fits."""
    best = max(
        (item for item in PREFIXES.items() if iri.startswith(item[1])),
        key=lambda item: len(item[1]),
        default=None,
    )
    return iri if best is None else f"{best[0]}:{iri[len(best[1]) :]}"
