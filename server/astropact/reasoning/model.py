"""What reconciliation reads from the record: statements, sources, actors, instruments.

Plain values instead of graph nodes, so that the rules read like the text in
``docs/reconciliation.md`` and can be tested without a graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from rdflib import Literal, URIRef

from astropact.errors import RecordFault
from astropact.namespaces import AP, CONSENT, DCTERMS, ID, RDF, RDFS

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

# A source counts the actor among the members of an organisation and names no act.
MEMBERSHIP: Final = "membership"
# A list shows no act of the actor.
NO_ACT: Final = "no-act"
# The kind for a consent whose form no source states (VCLT, articles 2(1)(b) and 11).
UNSPECIFIED: Final = "consent-to-be-bound"


@dataclass(frozen=True, slots=True)
class Source:
    """Who states; ``tier`` runs from 1 (official list) to 6 (mirrors and news)."""

    iri: str
    label: str
    tier: int
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A state or organisation with the outer bounds of its existence."""

    iri: str
    label: str
    not_before: date | None = None
    not_after: date | None = None
    un_member: date | None = None
    """Since when it is a member of the United Nations: it existed by then."""


@dataclass(frozen=True, slots=True)
class Succession:
    """One state taking the place of another; ``kind`` is the slug of its concept."""

    predecessor: str
    successor: str
    kind: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument with the dates that limit acts under it."""

    iri: str
    slug: str
    label: str
    opened: date | None = None
    adopted: date | None = None
    in_force: tuple[date, ...] = ()
    effect_rules: frozenset[str] = frozenset()
    depositaries: tuple[str, ...] = ()

    @property
    def earliest(self) -> date | None:
        """No act can be older: the day of opening for signature, else of adoption."""
        return self.opened or self.adopted

    @property
    def shared_depositaries(self) -> bool:
        """Whether one act may be done, and dated, at several depositaries."""
        return len(self.depositaries) > 1


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says about one act."""

    iri: str
    actor: str
    instrument: str
    kind: str
    source: Source
    evidence: str = "stated"
    stated: str = ""
    on: date | None = None
    not_before: date | None = None
    not_after: date | None = None
    as_of: date | None = None
    name: str = ""
    depositaries: tuple[str, ...] = ()
    effective: date | None = None
    ordinals: tuple[int, int] | None = None
    """The first and the last place that the act can have among the acts of its kind."""
    by_instrument: str = ""

    @property
    def dated(self) -> bool:
        """Whether the source gives a date, of whatever precision."""
        return bool(self.stated)

    @property
    def consent(self) -> bool:
        """Whether it speaks of a consent to be bound, if only by telling of a membership."""
        return self.kind in CONSENT


@dataclass(frozen=True, slots=True)
class Record:
    """All that reconciliation reads."""

    statements: tuple[Statement, ...] = ()
    actors: dict[str, Actor] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    successions: tuple[Succession, ...] = ()


def read_record(graph: Graph) -> Record:
    """The record in ``graph``, statements in the order of their IRIs.

    What sources state about anything else than an act is left out.

    Raises:
        RecordFault: a statement of an act lacks its actor, instrument or source, or its source
            has no trust tier.
    """
    sources = {
        str(node): Source(str(node), _label(graph, node), int(str(tier)), _publisher(graph, node))
        for node, tier in graph.subject_objects(_ap("trustTier"))
    }
    statements = [
        _statement(graph, node, sources)
        for node in sorted(graph.subjects(URIRef(RDF + "type"), _ap("Statement")), key=str)
        if _text(graph, node, "actKind")
    ]
    successions = _successions(graph)
    instruments = {s.instrument for s in statements}
    return Record(
        statements=tuple(statements),
        actors=_actors(graph, successions),
        instruments={iri: _instrument(graph, iri) for iri in sorted(instruments)},
        successions=successions,
    )


def _statement(graph: Graph, node: Node, sources: dict[str, Source]) -> Statement:
    values = {name: _text(graph, node, name) for name in ("actor", "instrument", "actKind")}
    source = sources.get(_text(graph, node, "statedIn"))
    if source is None or not all(values.values()):
        raise RecordFault(
            f"{node} lacks an actor, an instrument, a kind or a source with a trust tier",
            hint="Import the statement again, or describe its source in data/sources.ttl.",
        )
    first, last = _day(graph, node, "notBefore"), _day(graph, node, "notAfter")
    stated = _text(graph, node, "statedDate")
    return Statement(
        iri=str(node),
        actor=values["actor"],
        instrument=values["instrument"],
        kind=_slug(values["actKind"]),
        source=source,
        evidence=_slug(_text(graph, node, "evidenceKind")) or "stated",
        stated=stated,
        on=first if stated and first == last else None,
        not_before=first if stated else None,
        not_after=last,
        as_of=_day(graph, node, "asOf"),
        name=_text(graph, node, "statedName"),
        depositaries=tuple(sorted(str(o) for o in graph.objects(node, _ap("depositedWith")))),
        effective=_day(graph, node, "effectiveOn"),
        ordinals=_ordinals(graph, node),
        by_instrument=_text(graph, node, "byInstrument"),
    )


def _ordinals(graph: Graph, node: Node) -> tuple[int, int] | None:
    exact = _text(graph, node, "ordinal")
    first, last = _text(graph, node, "firstOrdinal") or exact, _text(graph, node, "lastOrdinal")
    return (int(first), int(last or first)) if first else None


def _instrument(graph: Graph, iri: str) -> Instrument:
    node = URIRef(iri)
    opened = [
        day
        for name in ("openedForSignatureOn", "signedOn")
        if (day := _day(graph, node, name)) is not None
    ]
    rules = graph.objects(node, _ap("effectRule"))
    in_force = (_as_day(str(o)) for o in graph.objects(node, _ap("enteredIntoForceOn")))
    return Instrument(
        iri=iri,
        slug=iri.removeprefix(ID + "instrument/"),
        label=_label(graph, node),
        opened=min(opened, default=None),
        adopted=_day(graph, node, "adoptedOn"),
        in_force=tuple(sorted(day for day in in_force if day is not None)),
        effect_rules=frozenset(_slug(str(rule)) for rule in rules),
        depositaries=tuple(sorted(str(o) for o in graph.objects(node, _ap("depositary")))),
    )


def _successions(graph: Graph) -> tuple[Succession, ...]:
    found = [
        Succession(
            predecessor=_text(graph, node, "predecessor"),
            successor=_text(graph, node, "successor"),
            kind=_slug(_text(graph, node, "successionKind")),
            on=_day(graph, node, "succeededOn"),
        )
        for node in sorted(graph.subjects(URIRef(RDF + "type"), _ap("StateSuccession")), key=str)
    ]
    return tuple(found)


def _actors(graph: Graph, successions: tuple[Succession, ...]) -> dict[str, Actor]:
    # A successor that is a new state begins with its succession; one that takes another state
    # in (unification) existed before.
    begun: dict[str, date] = {}
    for item in successions:
        if item.on is not None and item.kind != "unification":
            begun[item.successor] = min(item.on, begun.get(item.successor, item.on))
    nodes = {
        str(node)
        for name in ("actor", "predecessor", "successor")
        for node in graph.objects(None, _ap(name))
    }
    return {
        iri: Actor(
            iri=iri,
            label=_label(graph, URIRef(iri)),
            not_before=_day(graph, URIRef(iri), "existedNotBefore") or begun.get(iri),
            not_after=_day(graph, URIRef(iri), "existedNotAfter"),
            un_member=_day(graph, URIRef(iri), "unMemberSince"),
        )
        for iri in sorted(nodes)
    }


def _ap(name: str) -> URIRef:
    return URIRef(AP + name)


def _slug(iri: str) -> str:
    return iri.rpartition("/")[2]


def _text(graph: Graph, node: Node, name: str) -> str:
    return min((str(value) for value in graph.objects(node, _ap(name))), default="")


def _label(graph: Graph, node: Node) -> str:
    labels = list(graph.objects(node, URIRef(RDFS + "label")))
    english = [str(o) for o in labels if isinstance(o, Literal) and o.language == "en"]
    return min(english or [str(o) for o in labels], default=_slug(str(node)))


def _publisher(graph: Graph, node: Node) -> str:
    return min(
        (str(name) for name in graph.objects(node, URIRef(DCTERMS + "publisher"))), default=""
    )


def _day(graph: Graph, node: Node, name: str) -> date | None:
    return _as_day(_text(graph, node, name))


def _as_day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == 10 else None
