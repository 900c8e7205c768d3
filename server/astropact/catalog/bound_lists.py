"""Answers in the plural: all that binds one actor, all that one text binds, and what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from astropact.catalog.bound import confidence, load_period, outline
from astropact.catalog.bound_chain import (
    DERIVED_FROM,
    GENERATED_BY,
    cite_statements,
    disputes_of,
    period_step,
)
from astropact.catalog.bound_norms import addresses, bound_norm, norms_under
from astropact.catalog.bound_plural import (
    COLUMNS,
    Answers,
    Duties,
    Duty,
    Mutual,
    NearTotal,
    Owed,
    Plural,
    Shared,
    Turn,
    Turns,
    verdict_row,
)
from astropact.catalog.bound_wording import relation, with_article
from astropact.catalog.facts import LABEL, Facts, ap, written
from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.catalog.norms import norms_where
from astropact.namespaces import AP, RDF
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from astropact.catalog.bound_model import BoundNorm, Triple, Verdict
    from astropact.catalog.norms import Norm
    from astropact.catalog.standings import Change, Period, Standings
    from astropact.store.base import Store

__all__ = [
    "COLUMNS",
    "Answers",
    "Duties",
    "Duty",
    "Mutual",
    "NearTotal",
    "Owed",
    "Plural",
    "Shared",
    "Turn",
    "Turns",
    "binding_on",
    "bound_by",
    "changes",
    "duties",
    "mutual",
    "verdict_row",
]
_UNDER: Final = ("bound", "committed")
# A right or a definition towards everybody is not owed to anybody.
_OWED: Final = frozenset(AP + kind for kind in ("Obligation", "Prohibition", "GuidingPrinciple"))
_ORDER: Final = {"bound": 0, "committed": 1, "contested": 2, "not-bound": 3, "unknown": 4}


def binding_on(store: Store, standings: Standings, actor: str, day: str) -> Answers:
    """All under which an actor stands on a day, what binds it first."""
    facts = Facts(store, standings.shared)
    rows = _verdicts(facts, [p for p in standings.of_actor(actor) if p.covers(day)], standings, day)
    facts.load([actor])
    return Answers(f"What binds {with_article(facts.label(actor))} on {day}", "actor", day, rows)


def bound_by(
    store: Store, standings: Standings, instrument: str, day: str, *, provision: str | None = None
) -> Answers:
    """All who stand under an instrument on a day, with the official totals nearest to it.

    With a ``provision`` its norms are told too.
    """
    facts = Facts(store, standings.shared)
    periods = [p for p in standings.under(instrument) if p.covers(day)]
    rows = _verdicts(facts, periods, standings, day)
    facts.load([instrument, *([provision] if provision else ())])
    facts.load(facts.links(instrument, ap("bindingForce")))
    kind = facts.text(instrument, ap("bindingForce"))
    force, tie = facts.label(kind), relation(kind.rpartition("/")[2])
    named = Name(provision, facts.label(provision)) if provision else None
    norms = norms_under(store, instrument, provision) if provision else ()
    return Answers(
        f"Who is {tie} the {named.label if named else facts.label(instrument)} on {day}",
        "instrument",
        day,
        tuple(replace(row, provision=named) for row in rows),
        totals=_totals(facts, instrument, day),
        norms=tuple(bound_norm(norm, force) for norm in norms),
    )


def mutual(store: Store, standings: Standings, first: str, second: str, day: str) -> Mutual:
    """What two actors owe each other on a day.

    That is: the instruments under which both stand, the agreements that both concluded, and what
    one of them owes to everybody where the other is not bound itself.
    """
    facts = Facts(store, standings.shared)
    facts.load([first, second])
    mine, yours = (
        {p.instrument: p for p in standings.of_actor(actor) if p.covers(day)}
        for actor in (first, second)
    )
    verdicts = {
        (row.actor.iri, row.instrument.iri): row
        for row in _verdicts(facts, [*mine.values(), *yours.values()], standings, day)
    }
    names = Name(first, facts.label(first)), Name(second, facts.label(second))
    both = [
        Shared(verdicts[first, text].instrument, verdicts[first, text], verdicts[second, text])
        for text in mine.keys() & yours.keys()
    ]
    return Mutual(
        f"What binds {with_article(names[0].label)} and {with_article(names[1].label)} towards "
        f"each other on {day}",
        *names,
        day,
        tuple(sorted(both, key=lambda s: (_ORDER[s.first.verdict], s.instrument.label))),
        _agreements(store, standings, first, second, day),
        (
            *_owed(facts, verdicts, *names, set(mine) - set(yours)),
            *_owed(facts, verdicts, names[1], names[0], set(yours) - set(mine)),
        ),
    )


def changes(
    store: Store,
    standings: Standings,
    start: str,
    end: str,
    *,
    actor: str | None = None,
    instrument: str | None = None,
) -> Turns:
    """What changed after the day ``start`` and up to the day ``end``, for an actor or a text."""
    found: dict[tuple[str, str, str], list[Change]] = {}
    for change in standings.changes(start, end, actor, instrument):
        key = (change.day, change.period.actor, change.period.instrument)
        found.setdefault(key, []).append(change)
    facts = Facts(store, standings.shared)
    facts.load_names({thing for _day, *pair in found for thing in pair})
    facts.load({c.period.iri for held in found.values() for c in held})
    acts = {
        act
        for held in found.values()
        for c in held
        for act in facts.links(c.period.iri, ap("basis"))
    }
    facts.load(acts)
    rows = [_turn(facts, standings, held) for held in found.values()]
    facts.load(thing for thing in (actor, instrument) if thing)
    about = f" for {with_article(facts.label(actor))}" if actor else ""
    about += f" under the {facts.label(instrument)}" if instrument else ""
    return Turns(
        f"What changed{about} after {start} and up to {end}",
        start,
        end,
        tuple(sorted(rows, key=lambda t: (t.day, t.instrument.label, t.actor.label))),
    )


def duties(
    store: Store,
    standings: Standings,
    day: str,
    *,
    matter: Name,
    by_event: bool,
    actor: str | None = None,
    instrument: str | None = None,
) -> Duties:
    """The norms on a subject, or those that a kind of event calls up, with who is under them.

    With an actor its own standing stands beside each norm, otherwise how many stand under it.
    """
    norms = norms_where(
        store,
        instruments=[instrument] if instrument else None,
        subject=None if by_event else matter.iri,
        trigger=matter.iri if by_event else None,
    )
    facts = Facts(store, standings.shared)
    if actor:
        facts.load([actor])
        norms = tuple(norm for norm in norms if addresses(norm, actor))
    texts = {norm.instrument.iri for norm in norms}
    facts.load(texts)
    facts.load(force for text in texts for force in facts.links(text, ap("bindingForce")))
    verdicts = {text: outline(facts, standings, actor, text, day) for text in texts if actor}
    counts = {text: _counts(standings, text, day) for text in texts}
    rows = [
        Duty(
            _norm(facts, norm),
            norm.instrument,
            verdicts.get(norm.instrument.iri),
            {} if actor else counts[norm.instrument.iri],
        )
        for norm in norms
    ]
    rows.sort(key=_by_standing)
    called = "that an event calls up" if by_event else "on"
    who = f" for {with_article(facts.label(actor))}" if actor else ""
    return Duties(
        f"Rules {called}: {matter.label}{who}, {day}",
        day,
        matter,
        Name(actor, facts.label(actor)) if actor else None,
        tuple(rows),
    )


def _verdicts(
    facts: Facts, periods: Iterable[Period], standings: Standings, day: str
) -> tuple[Verdict, ...]:
    periods = list(periods)
    load_period(facts, [period.iri for period in periods])
    facts.load({p.instrument for p in periods})
    facts.load_names({p.actor for p in periods})
    found = []
    for period in periods:
        row = outline(facts, standings, period.actor, period.instrument, day)
        disputes = disputes_of(facts, [*facts.links(period.iri, ap("basis")), period.iri])
        found.append(replace(row, confidence=confidence(facts, row, disputes)))
    return tuple(
        sorted(
            found,
            key=lambda v: (_ORDER[v.verdict], v.actor.label.casefold(), v.instrument.label),
        )
    )


def _totals(facts: Facts, instrument: str, day: str) -> tuple[NearTotal, ...]:
    rows = facts.store.query(
        f"""{PROLOGUE} SELECT ?total ?kind ?asOf {{ ?total a ap:OfficialTotal ;
          ap:aboutThing {iriref(instrument)} ; ap:countOf ?kind ; ap:asOf ?asOf }}"""
    ).rows()
    nearest: dict[str, tuple[int, str]] = {}
    for row in rows:
        gap = abs(date.fromisoformat(row["asOf"].value) - date.fromisoformat(day)).days
        kind, best = row["kind"].value, (gap, row["total"].value)
        nearest[kind] = min(best, nearest.get(kind, best))
    totals = [total for _gap, total in nearest.values()]
    facts.load([*totals, *nearest])
    facts.load(facts.text(total, ap("statedIn")) for total in totals)
    found = [
        NearTotal(
            iri=total,
            kind=Name(kind, facts.label(kind)),
            count=int(facts.text(total, ap("count"))),
            as_of=facts.text(total, ap("asOf")),
            source=cite_statements(facts, [total])[0],
        )
        for kind, (_gap, total) in nearest.items()
    ]
    return tuple(sorted(found, key=lambda total: total.kind.label))


def _agreements(
    store: Store, standings: Standings, first: str, second: str, day: str
) -> tuple[Name, ...]:
    rows = store.query(
        f"""{PROLOGUE} SELECT DISTINCT ?text {{ ?text ap:involvesState {iriref(first)} ;
          ap:involvesState {iriref(second)} ; a ap:Instrument }}"""
    ).rows()
    texts = standings.grounds.texts
    found = labels(
        store,
        [
            text
            for text in (row["text"].value for row in rows)
            if text in texts
            and texts[text].force != "proposed"
            and texts[text].begins <= day
            and (not texts[text].ends or day < texts[text].ends)
        ],
    )
    return tuple(sorted((Name(*item) for item in found.items()), key=lambda name: name.label))


def _owed(
    facts: Facts,
    verdicts: dict[tuple[str, str], Verdict],
    debtor: Name,
    creditor: Name,
    texts: set[str],
) -> list[Owed]:
    """What the debtor owes to everybody under texts that do not bind the creditor."""
    bound = [text for text in texts if verdicts[debtor.iri, text].verdict in _UNDER]
    if not bound:
        return []
    norms = norms_where(facts.store, instruments=bound)
    facts.load(force for text in bound for force in facts.links(text, ap("bindingForce")))
    return [
        Owed(debtor, creditor, _norm(facts, norm), verdicts[debtor.iri, norm.instrument.iri])
        for norm in norms
        if norm.erga_omnes and norm.kind.iri in _OWED and addresses(norm, debtor.iri)
    ]


def _norm(facts: Facts, norm: Norm) -> BoundNorm:
    return bound_norm(norm, facts.label(facts.text(norm.instrument.iri, ap("bindingForce"))))


def _by_standing(duty: Duty) -> int:
    """What binds the actor first; without an actor what binds most."""
    if duty.verdict:
        return _ORDER[duty.verdict.verdict]
    return -sum(duty.bound.get(standing, 0) for standing in _UNDER)


def _counts(standings: Standings, instrument: str, day: str) -> dict[str, int]:
    held = Counter(p.standing for p in standings.under(instrument) if p.covers(day))
    return dict(sorted(held.items()))


def _turn(facts: Facts, standings: Standings, held: list[Change]) -> Turn:
    """What begins and ends on one day for one actor and one text, as one change."""
    day, period = held[0].day, held[0].period
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    before = standings.standing(period.actor, period.instrument, eve)
    after = standings.standing(period.actor, period.instrument, day)
    begun = [change.period.iri for change in held if change.begins]
    iri = (begun or [period.iri])[0]
    acts = [
        Name(act, facts.label(act))
        for act in facts.links(iri, ap("basis"))
        if begun or facts.text(act, ap("actKind")).endswith("/withdrawal")
    ]
    who, what = facts.label(period.actor), facts.label(period.instrument)
    reason = facts.text(iri, ap("because"))
    return Turn(
        day,
        Name(period.actor, who),
        Name(period.instrument, what),
        before,
        after,
        f"{who}, {what}: {before} until the day before, {after} from {day}."
        + (f" {reason}" if reason else ""),
        tuple(acts),
        tuple(triple for change in held for triple in _told(facts, change.period.iri)),
    )


def _told(facts: Facts, period: str) -> Iterator[Triple]:
    """What the store says of a period, its kinds and grounds with it."""
    yield from period_step(facts, period).triples
    more = (RDF + "type", LABEL, ap("basis"), DERIVED_FROM, GENERATED_BY)
    yield from map(written, facts.facts(period, *more))
