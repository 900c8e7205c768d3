"""What the record knows of one thing: its properties, what points to it, and which graph says so.

Every list is bounded, and every bound is told: a group of incoming links carries its full number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import Name, labels
from astropact.errors import NotFound, QuerySyntaxFault
from astropact.namespaces import (
    AP,
    DCTERMS,
    ID,
    INFERRED_GRAPH,
    RDF,
    RDFS,
    SKOS,
    STATISTICS_GRAPH,
    shorten,
)
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.store.base import Store, Term

_TYPE: Final = RDF + "type"
_LABEL: Final = RDFS + "label"
_SUMMARY: Final = (
    SKOS + "definition",
    DCTERMS + "abstract",
    AP + "note",
    SKOS + "scopeNote",
    RDFS + "comment",
)
# Shown in the head of a page, so not again among the properties.
_NAMES: Final = frozenset({DCTERMS + "title", SKOS + "altLabel"})
_IN_THE_HEAD: Final = frozenset({_TYPE, _LABEL, SKOS + "prefLabel", *_NAMES, *_SUMMARY})
# The order in which a reader wants properties; the others follow by label.
_FIRST: Final = [
    AP + name
    for name in (
        "officialName",
        "heldOn",
        "startedOn",
        "endedOn",
        "eventKind",
        "outcome",
        "takesPlaceAt",
        "participant",
        "leadBy",
        "operator",
        "builtBy",
        "ofMission",
        "partOfProgramme",
        "usesObject",
        "concernsObject",
        "concernsFacility",
        "locatedIn",
        "figure",
        "voteOn",
        "inForum",
        "voter",
        "positionIn",
        "position",
        "postOf",
        "holds",
        "heldFrom",
        "heldUntil",
        "acting",
        "party",
        "actor",
        "boundActor",
        "instrument",
        "boundTo",
        "actKind",
        "bindingForce",
        "actionOn",
        "effectiveOn",
        "from",
        "until",
        "statedDate",
        "notBefore",
        "notAfter",
        "adoptedOn",
        "openedForSignatureOn",
        "signedOn",
        "enteredIntoForceOn",
        "terminatedOn",
        "existedFrom",
        "existedUntil",
        "predecessor",
        "successor",
        "successionKind",
        "succeededOn",
        "depositary",
        "depositedWith",
        "statedIn",
        "locator",
        "asOf",
        "estimatedAsOf",
        "rank",
        "evidenceKind",
        "because",
        "supportedBy",
        "disputedBy",
        "basis",
    )
]
_MOST_VALUES: Final = 5_000


@dataclass(frozen=True)
class Value:
    """One value of a property and the graphs that state it."""

    term: Term
    name: Name | None
    graphs: tuple[str, ...]

    @property
    def inferred(self) -> bool:
        """Whether only the derived graph states it."""
        return self.graphs in ((INFERRED_GRAPH,), (STATISTICS_GRAPH,))


@dataclass(frozen=True)
class Outgoing:
    """A property of the thing with its values."""

    property: Name
    values: tuple[Value, ...]
    total: int


@dataclass(frozen=True)
class Incoming:
    """A property by which other things point here; ``things`` are the first of ``total``."""

    property: Name
    things: tuple[Name, ...]
    total: int


@dataclass(frozen=True)
class Description:
    """What a page about one thing shows."""

    iri: str
    label: str
    types: tuple[Name, ...]
    derived_types: tuple[Name, ...]
    summary: tuple[str, ...]
    other_names: tuple[str, ...]
    outgoing: tuple[Outgoing, ...]
    incoming: tuple[Incoming, ...]
    graphs: tuple[Name, ...]


@dataclass(frozen=True)
class _Fact:
    property: str
    value: Term
    graph: str


def describe(
    store: Store,
    iri: str,
    *,
    incoming_limit: int = 25,
    without: Iterable[str] = (),
    without_kinds: Iterable[str] = (),
) -> Description:
    """Everything about one thing.

    ``incoming_limit`` bounds the things listed for each incoming property; ``without`` names
    properties to leave out, in both directions, because the caller shows them in another way, and
    ``without_kinds`` kinds of pointing things (``event`` for all below ``/id/event/``).

    Raises:
        NotFound: no graph of the record mentions the thing.
    """
    facts = _facts(store, iri)
    limit = _not_of(tuple(without_kinds))
    counts = _incoming_counts(store, iri, limit)
    if not facts and not counts and not incoming_total(store, iri):
        raise NotFound(f"the record knows nothing of {iri}")
    skipped = set(without)
    pointing = {
        name: _pointing(store, iri, name, incoming_limit, limit)
        for name in counts
        if name not in skipped
    }
    named = labels(
        store,
        [
            iri,
            *(fact.property for fact in facts),
            *(fact.value.value for fact in facts if fact.value.kind == "iri"),
            *(fact.graph for fact in facts),
            *counts,
            *(thing for things in pointing.values() for thing in things),
        ],
    )
    types = [fact for fact in facts if fact.property == _TYPE and fact.value.kind == "iri"]
    stated = {fact.value.value for fact in types if fact.graph != INFERRED_GRAPH}
    derived = {fact.value.value for fact in types} - stated

    def names(iris: Iterable[str]) -> tuple[Name, ...]:
        return tuple(sorted((Name(i, named[i]) for i in iris), key=lambda n: n.label.casefold()))

    return Description(
        iri=iri,
        label=named[iri],
        types=names(stated),
        derived_types=names(derived),
        summary=_summary(facts),
        other_names=tuple(
            sorted(
                {
                    fact.value.value
                    for fact in facts
                    if fact.property in _NAMES and fact.value.value != named[iri]
                }
            )
        ),
        outgoing=_outgoing([fact for fact in facts if fact.property not in skipped], named),
        incoming=tuple(
            Incoming(Name(name, named[name]), names(things), counts[name])
            for name, things in sorted(pointing.items(), key=lambda item: named[item[0]])
        ),
        graphs=names({fact.graph for fact in facts}),
    )


def description_query(iri: str, limit: int, *, total: int = 0, rest: str = "") -> str:
    """A CONSTRUCT query for the machine-readable description of a thing.

    Its answer holds every triple with the thing as subject, at most ``limit`` triples with it as
    object, and the labels of all neighbours. Where ``total``, the number of the triples with it
    as object, is above the limit, the answer says so and points to the address ``rest``.

    Raises:
        NotFound: ``iri`` is not an IRI.
    """
    thing = iriref(iri)
    pointing = f"SELECT DISTINCT ?s ?q {{ ?s ?q {thing} }} ORDER BY ?q ?s LIMIT {limit:d}"
    note = ""
    if total > limit:
        note = (
            f"{thing} rdfs:seeAlso <{rest}> . <{rest}> rdfs:comment "
            f'"Only {limit:d} of the {total:d} triples that point to this thing are in this '
            'document; this query gives all of them."@en . '
        )
    return f"""PREFIX rdfs: <{RDFS}> PREFIX skos: <{SKOS}>
    CONSTRUCT {{ {note}{thing} ?p ?o . ?s ?q {thing} . ?n ?lp ?l }} WHERE {{
      {{ SELECT DISTINCT ?p ?o {{ {thing} ?p ?o }} }}
      UNION {{ {pointing} }}
      UNION {{ SELECT DISTINCT ?n ?lp ?l {{
        {{ SELECT DISTINCT ?n {{ {{ {thing} ?p1 ?n }} UNION {{ {thing} ?n ?o1 }} }} }}
        UNION {{ SELECT DISTINCT (?s AS ?n) {{ {{ {pointing} }} }} }}
        VALUES ?lp {{ rdfs:label skos:prefLabel }}
        ?n ?lp ?l
        FILTER (?n != {thing})
      }} }}
    }}"""


def is_known(store: Store, iri: str) -> bool:
    """Whether a triple has the thing as its subject; what is no IRI stands in none."""
    try:
        return bool(store.query(f"ASK {{ {iriref(iri)} ?p ?o }}"))
    except (NotFound, QuerySyntaxFault):
        return False


def incoming_total(store: Store, iri: str) -> int:
    """How many triples point to a thing."""
    return sum(_incoming_counts(store, iri).values())


def incoming_query(iri: str) -> str:
    """A SELECT query for everything that points to a thing, for who wants more than is shown."""
    return f"SELECT DISTINCT ?subject ?property WHERE {{\n  ?subject ?property {iriref(iri)} .\n}}"


def _facts(store: Store, iri: str) -> list[_Fact]:
    rows = store.query(
        f"SELECT ?p ?o ?g {{ GRAPH ?g {{ {iriref(iri)} ?p ?o }} }} LIMIT {_MOST_VALUES}"
    ).rows()
    return [_Fact(row["p"].value, row["o"], row["g"].value) for row in rows]


def _not_of(kinds: tuple[str, ...]) -> str:
    """The part of a query that leaves out pointing things of some kinds."""
    if not kinds:
        return ""
    return f"FILTER (!REGEX(STR(?s), '^{ID}({'|'.join(kinds)})/'))"


def _incoming_counts(store: Store, iri: str, limit: str = "") -> dict[str, int]:
    rows = store.query(
        f"""SELECT ?p (COUNT(DISTINCT ?s) AS ?n) {{
          GRAPH ?g {{ ?s ?p {iriref(iri)} }} {limit} }} GROUP BY ?p"""
    ).rows()
    return {row["p"].value: int(row["n"].value) for row in rows if "p" in row}


def _pointing(store: Store, iri: str, name: str, most: int, limit: str) -> list[str]:
    rows = store.query(
        f"""SELECT DISTINCT ?s {{ ?s {iriref(name)} {iriref(iri)} {limit} }}
        ORDER BY ?s LIMIT {most:d}"""
    ).rows()
    return [row["s"].value for row in rows if row["s"].kind == "iri"]


def _summary(facts: list[_Fact]) -> tuple[str, ...]:
    texts = []
    for name in _SUMMARY:
        texts += sorted(
            {
                fact.value.value
                for fact in facts
                if fact.property == name and fact.value.language in ("", "en")
            }
        )
    return tuple(dict.fromkeys(texts))


def _outgoing(facts: list[_Fact], named: dict[str, str]) -> tuple[Outgoing, ...]:
    values: dict[str, dict[Term, set[str]]] = {}
    for fact in facts:
        if fact.property not in _IN_THE_HEAD:
            values.setdefault(fact.property, {}).setdefault(fact.value, set()).add(fact.graph)

    def place(name: str) -> tuple[int, str]:
        return (_FIRST.index(name) if name in _FIRST else len(_FIRST), named[name].casefold())

    return tuple(
        Outgoing(
            Name(name, named[name]),
            tuple(
                sorted(
                    (_value(term, graphs, named) for term, graphs in values[name].items()),
                    key=_reading_order,
                )
            ),
            len(values[name]),
        )
        for name in sorted(values, key=place)
    )


def _value(term: Term, graphs: Iterable[str], named: dict[str, str]) -> Value:
    name = Name(term.value, named[term.value]) if term.kind == "iri" else None
    return Value(term, name, tuple(sorted(graphs)))


def _reading_order(value: Value) -> tuple[str, str]:
    text = value.name.label if value.name else value.term.value
    return (text.casefold(), shorten(value.term.value))
