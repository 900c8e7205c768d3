"""What reconciliation reads from the record: statements, sources, actors, instruments.

Plain values instead of graph nodes, so that the rules read like the text in
``docs/reconciliation.md`` and can be tested without a graph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from astropact.errors import RecordFault
from astropact.namespaces import AP, ID, RDF, RDFS

if TYPE_CHECKING:
    from rdflib import Graph

CONSENT: Final = (
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "consent-to-be-bound",
)
# The kind for a consent whose form no source states (VCLT, articles 2(1)(b) and 11).
UNSPECIFIED: Final = "consent-to-be-bound"

# A source that dates the entry into force for one state says so in the statement's note.
_IN_FORCE: Final = re.compile(r"(?:in force for it|EFFECTIVE) (\d{4}-\d{2}-\d{2})")
_DEFINITIVE: Final = re.compile(r"definitive signature|signature not subject to ratification")
_OTHER_DATE: Final = re.compile(r"not deposit")


@dataclass(frozen=True, slots=True)
class Source:
    """Who states; ``tier`` runs from 1 (official list) to 6 (mirrors and news)."""

    iri: str
    label: str
    tier: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A state or organisation with the outer bounds of its existence."""

    iri: str
    label: str
    not_before: date | None = None
    not_after: date | None = None


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
    note: str = ""
    deposited_with: str = ""
    effective: date | None = None

    @property
    def dated(self) -> bool:
        """Whether the source gives a date, of whatever precision."""
        return bool(self.stated)

    @property
    def consent(self) -> bool:
        """Whether it speaks of a consent to be bound."""
        return self.kind in CONSENT

    @property
    def definitive(self) -> bool:
        """Whether it calls a signature definitive, that is, not subject to ratification."""
        return bool(_DEFINITIVE.search(self.note))

    @property
    def dates_another_event(self) -> bool:
        """Whether the source dates something else than the act, such as an internal decision."""
        return bool(_OTHER_DATE.search(self.note))


@dataclass(frozen=True, slots=True)
class Record:
    """All that reconciliation reads."""

    statements: tuple[Statement, ...] = ()
    actors: dict[str, Actor] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    successions: tuple[Succession, ...] = ()


def read_record(graph: Graph) -> Record:
    """The record in ``graph``, statements in the order of their IRIs.

    Raises:
        RecordFault: a statement lacks its actor, instrument, kind or source, or its source has
            no trust tier.
    """
    sources = {
        str(node): Source(str(node), _label(graph, node), int(str(tier)))
        for node, tier in graph.subject_objects(_ap("trustTier"))
    }
    statements = [
        _statement(graph, node, sources)
        for node in sorted(graph.subjects(_uri(RDF + "type"), _ap("Statement")))
    ]
    successions = _successions(graph)
    instruments = {s.instrument for s in statements}
    return Record(
        statements=tuple(statements),
        actors=_actors(graph, successions),
        instruments={iri: _instrument(graph, iri) for iri in sorted(instruments)},
        successions=successions,
    )


def _statement(graph: Graph, node: object, sources: dict[str, Source]) -> Statement:
    values = {name: _text(graph, node, name) for name in ("actor", "instrument", "actKind")}
    source = sources.get(_text(graph, node, "statedIn"))
    if source is None or not all(values.values()):
        raise RecordFault(
            f"{node} lacks an actor, an instrument, a kind or a source with a trust tier",
            hint="Import the statement again, or describe its source in data/sources.ttl.",
        )
    note = _text(graph, node, "note")
    first, last = _day(graph, node, "notBefore"), _day(graph, node, "notAfter")
    stated = _text(graph, node, "statedDate")
    effective = _day(graph, node, "effectiveOn")
    if effective is None and (match := _IN_FORCE.search(note)):
        effective = date.fromisoformat(match[1])
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
        note=note,
        deposited_with=_text(graph, node, "depositedWith"),
        effective=effective,
    )


def _instrument(graph: Graph, iri: str) -> Instrument:
    node = _uri(iri)
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
        for node in sorted(graph.subjects(_uri(RDF + "type"), _ap("StateSuccession")))
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
            label=_label(graph, _uri(iri)),
            not_before=_day(graph, _uri(iri), "existedNotBefore") or begun.get(iri),
            not_after=_day(graph, _uri(iri), "existedNotAfter"),
        )
        for iri in sorted(nodes)
    }


def _uri(iri: str) -> object:
    from rdflib import URIRef

    return URIRef(iri)


def _ap(name: str) -> object:
    return _uri(AP + name)


def _slug(iri: str) -> str:
    return iri.rpartition("/")[2]


def _text(graph: Graph, node: object, name: str) -> str:
    return min((str(value) for value in graph.objects(node, _ap(name))), default="")


def _label(graph: Graph, node: object) -> str:
    labels = [o for o in graph.objects(node, _uri(RDFS + "label"))]
    english = [str(o) for o in labels if getattr(o, "language", None) == "en"]
    return min(english or [str(o) for o in labels], default=_slug(str(node)))


def _day(graph: Graph, node: object, name: str) -> date | None:
    return _as_day(_text(graph, node, name))


def _as_day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == 10 else None
