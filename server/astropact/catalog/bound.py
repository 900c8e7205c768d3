"""Who was bound, to do what, on that day, and why: the verdict on one actor and one instrument.

The standing is looked up in the index of periods (:mod:`astropact.catalog.standings`); where no
period covers the day, :mod:`astropact.catalog.grounds` decides. Everything else explains: the
chain of sentences, each backed by triples of the store, and the norms that the standing calls up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from astropact.catalog.bound_absence import SHORT, absence_steps
from astropact.catalog.bound_beside import neighbour_of, newest_total
from astropact.catalog.bound_chain import (
    DERIVED_FROM,
    GENERATED_BY,
    SOURCE,
    act_step,
    cite_sources,
    disputes_of,
    doubt_steps,
    effect_steps,
    instrument_step,
    is_leaving,
    load_evidence,
    period_step,
    rule_step,
    succession_steps,
    uncounted_steps,
)
from astropact.catalog.bound_confidence import of_acts, of_sources
from astropact.catalog.bound_model import Confidence, Standing, Verdict
from astropact.catalog.bound_norms import addresses, bound_norm, norms_under, readings_of
from astropact.catalog.bound_wording import capital, relation, with_article
from astropact.catalog.facts import Facts, ap
from astropact.catalog.labels import Name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.catalog.bound_model import BoundNorm, BoundReading, Dispute, Step
    from astropact.catalog.grounds import Absence
    from astropact.catalog.standings import Period, Standings
    from astropact.store.base import Store

# Where the time of the actor had not come or was over, another one may have stood in its place.
_OF_TIME: Final = ("not-yet-there", "no-longer-there", "before", "other-parties")
_UNDER: Final = frozenset({"bound", "committed", "contested"})


def verdict(
    store: Store,
    standings: Standings,
    actor: str,
    instrument: str,
    day: str,
    *,
    provision: str | None = None,
) -> Verdict:
    """How ``actor`` stands under ``instrument`` on ``day`` (YYYY-MM-DD), with the reasons.

    All names are IRIs of the record; ``standings`` is the index of the same ``store``. With a
    ``provision`` the norms are those of this passage only.
    """
    facts = Facts(store, standings.shared)
    facts.load([actor, instrument, *([provision] if provision else ())])
    facts.load([*facts.links(instrument, ap("bindingForce")), *facts.links(instrument, SOURCE)])
    found = outline(facts, standings, actor, instrument, day)
    if found.period:
        found = _explained(facts, found)
    else:
        found = _explained_absence(facts, standings, found)
    norms, readings = _norms(facts, standings, found, provision or "")
    return replace(
        found,
        provision=Name(provision, facts.label(provision)) if provision else None,
        norms=norms,
        readings=readings,
        caveat=found.caveat or _caveat(facts, standings, found),
    )


def outline(facts: Facts, standings: Standings, actor: str, instrument: str, day: str) -> Verdict:
    """The verdict without chain and norms, for lists; actor and instrument must be loaded."""
    names = Name(actor, facts.label(actor)), Name(instrument, facts.label(instrument))
    period = standings.at(actor, instrument, day)
    if period is not None:
        standing = cast("Standing", period.standing)
        return Verdict(
            *names,
            day,
            standing,
            _summary(*names, period, day, standings),
            start=period.start,
            end=period.end,
            not_before=period.not_before,
            not_after=period.not_after,
            period=period.iri,
        )
    absence = standings.grounds.absent(standings, actor, instrument, day)
    who, what = with_article(names[0].label), f"the {names[1].label}"
    tie = relation(_force(standings, instrument))
    summary = (
        f"{who} is not {tie} {what} on {day}"
        if absence.verdict == "not-bound"
        else f"whether {who} is {tie} {what} on {day} is unknown"
    )
    start, end = _gap(standings, absence.period, day)
    reason = SHORT[absence.reason].format(start=end, end=start)
    if _open(absence):
        reason = reason.replace("begins only", "can have begun only")
    summary = capital(f"{summary}: {reason}.")
    return Verdict(*names, day, absence.verdict, summary, start=start, end=end)


def load_period(facts: Facts, periods: Iterable[str]) -> None:
    """Loads periods and all that explains them: acts, statements, sources, successions, rules."""
    periods = list(periods)
    facts.load(periods)
    acts = {act for period in periods for act in facts.links(period, ap("basis"))}
    more = {
        value
        for period in periods
        for name in (DERIVED_FROM, GENERATED_BY, ap("doubt"), ap("disputedBy"))
        for value in facts.links(period, name)
    }
    load_evidence(facts, acts, [*more, *periods])


def confidence(facts: Facts, found: Verdict, disputes: tuple[Dispute, ...]) -> Confidence:
    """How sure a verdict is that a period carries; the period must be loaded."""
    if found.verdict == "contested":
        doubts = [facts.label(doubt) for doubt in facts.links(found.period, ap("doubt"))]
        why = f" ({', '.join(doubts)})" if doubts else ""
        return Confidence("low", f"The sources do not settle how it stood{why}.")
    acts = facts.links(found.period, ap("basis"))
    # Should the record err on a later withdrawal, the verdict still holds.
    joining = [act for act in acts if not is_leaving(facts, act)]
    if acts:
        return of_acts(facts, joining or acts, disputes, found.on)
    sources = cite_sources(facts, facts.facts(found.instrument.iri, SOURCE))
    return of_sources(sources, "the description of the text")


def _explained(facts: Facts, found: Verdict) -> Verdict:
    period, instrument = found.period, found.instrument.iri
    load_period(facts, [period])
    acts = facts.links(period, ap("basis"))
    facts.load(
        value
        for thing in facts.links(period, DERIVED_FROM)
        for name in ("predecessor", "successor", "successionKind")
        for value in facts.links(thing, ap(name))
    )
    steps: list[Step | None] = [
        period_step(facts, period),
        *doubt_steps(facts, period),
        *(act_step(facts, act) for act in acts),
        *succession_steps(facts, period),
        *effect_steps(facts, instrument, acts),
        *uncounted_steps(facts, found.actor.iri, found.on),
        instrument_step(facts, instrument),
        rule_step(facts, period),
    ]
    disputes = disputes_of(facts, [*acts, period])
    sure = confidence(facts, found, disputes)
    if any(step is not None and step.kind == "actor" for step in steps) and sure.level == "high":
        sure = Confidence("medium", "The United Nations no longer counts its acts.")
    return replace(
        found,
        rule=facts.text(period, GENERATED_BY),
        chain=tuple(step for step in steps if step is not None),
        disputes=disputes,
        confidence=sure,
    )


def _explained_absence(facts: Facts, standings: Standings, found: Verdict) -> Verdict:
    actor, instrument = found.actor.iri, found.instrument.iri
    absence = standings.grounds.absent(standings, actor, instrument, found.on)
    facts.load(facts.links(actor, SOURCE))
    chain = absence_steps(facts, absence, actor, instrument, found.on)
    summary, caveat = found.summary, ""
    neighbour = neighbour_of(facts, standings, actor, instrument, found.on)
    if neighbour is not None and absence.reason in _OF_TIME:
        summary = f"{summary.removesuffix('.')}; {neighbour.words}."
        chain += neighbour.steps
    if absence.reason in ("complete-before", "not-on-record"):
        steps, caveat = newest_total(facts, standings, instrument)
        chain += steps
    acts = [step.iri for step in chain if step.kind == "act"]
    disputes = disputes_of(facts, acts)
    if absence.reason == "after":
        # Should the record err on the joining, the verdict still holds.
        acts = [act for act in acts if is_leaving(facts, act)]
    if absence.verdict == "unknown":
        sure = Confidence("low", "Nothing on record settles it.")
    elif _open(absence):
        sure = Confidence("low", "The sources do not settle from when it stood under the text.")
    elif absence.reason == "complete-before":
        sure = Confidence("low", "The record knows all participants only up to an earlier day.")
    elif acts:
        sure = of_acts(facts, acts, disputes, found.on)
    elif absence.reason == "complete":
        sure = Confidence("medium", "The record has as many participants as were counted.")
    else:
        sources = [source for step in chain for source in step.sources]
        sure = of_sources(sources, "what the record knows of the actor and the text")
    return replace(
        found,
        summary=summary,
        chain=tuple(chain),
        disputes=disputes,
        confidence=sure,
        caveat=caveat,
    )


def _open(absence: Absence) -> bool:
    """Whether what begins after the day is itself in doubt."""
    beside = absence.period
    return absence.reason == "before" and beside is not None and beside.standing == "contested"


def _summary(actor: Name, instrument: Name, period: Period, day: str, standings: Standings) -> str:
    who, what = with_article(actor.label), f"the {instrument.label}"
    tie = relation(_force(standings, instrument.iri))
    if period.standing == "contested":
        doubt = _doubt(standings, period)
        return f"Whether {who} is {tie} {what} on {day} is contested: {doubt}."
    span = f"since {period.start}"
    if period.not_before:
        known = f"not before {period.not_before}"
        if period.not_after:
            known = f"between {period.not_before} and {period.not_after}"
        span = f"for certain {span} (the true first day is not known; it lies {known})"
    if period.end:
        span += f", until {period.end} (the first day on which it is over)"
    if period.standing == "committed":
        found = f"{who} is politically committed to {what}, not bound in law, on {day}: {span}."
    elif standings.grounds.declared(actor.iri, instrument.iri):
        found = (
            f"{who} has accepted the rights and obligations of {what}, and is bound by them on "
            f"{day}: {span}."
        )
    else:
        found = f"{who} is bound by {what} on {day}: {span}."
    return capital(found)


def _doubt(standings: Standings, period: Period) -> str:
    held = standings.of_pair(period.actor, period.instrument)
    start, end = period.start, period.end
    before = _ending(held, start)
    while before is not None and before.standing == "contested":
        start, before = before.start, _ending(held, before.start)
    after = _beginning(held, end)
    while after is not None and after.standing == "contested":
        end, after = after.end, _beginning(held, after.end)
    if after is not None:
        return f"it is so for certain from {after.start}, possibly since {start}"
    if before is not None:
        return f"it is so for certain before {start}" + (f", possibly until {end}" if end else "")
    return (
        f"it is possibly so from {start} until {end}" if end else f"it is possibly so since {start}"
    )


def _ending(held: Iterable[Period], day: str) -> Period | None:
    return next((period for period in held if day and period.end == day), None)


def _beginning(held: Iterable[Period], day: str) -> Period | None:
    return next((period for period in held if day and period.start == day), None)


def _force(standings: Standings, instrument: str) -> str:
    text = standings.grounds.texts.get(instrument)
    return text.force if text else ""


def _gap(standings: Standings, period: Period | None, day: str) -> tuple[str, str]:
    """The first day of a gap between periods and the first day after it, as far as known."""
    if period is None:
        return "", ""
    periods = standings.of_pair(period.actor, period.instrument)
    start = max((p.end for p in periods if p.start <= day), default="")
    end = min((p.start for p in periods if p.start > day), default="")
    return start, end


def _caveat(facts: Facts, standings: Standings, found: Verdict) -> str:
    who = found.actor.iri
    newest = standings.grounds.known_until.get(found.instrument.iri, "")
    told = []
    if newest and found.on > newest:
        told.append(
            f"The newest statement of the record on the {found.instrument.label} is of {newest}; "
            "what happened later is not known to it."
        )
    since = facts.text(who, ap("uncountedSince"))
    if since and since <= found.on and found.period:
        told.append(
            f"Since {since} the United Nations no longer counts the acts of "
            f"{with_article(found.actor.label)}."
        )
    first = standings.grounds.lifetimes.get(who, ("", ""))[0]
    if found.period and first and found.on < first:
        told.append(
            f"The record lets {with_article(found.actor.label)} begin only on {first}; which state "
            "stood in its place on the day the sources do not say."
        )
    return " ".join(told)


def _norms(
    facts: Facts, standings: Standings, found: Verdict, provision: str
) -> tuple[tuple[BoundNorm, ...], tuple[BoundReading, ...]]:
    if found.verdict not in _UNDER:
        return (), ()
    text, remark = _worded(facts, standings, found.instrument.iri, found.on)
    kept = standings.kept.get((text, provision))
    if kept is None:
        force = facts.label(facts.text(text, ap("bindingForce")))
        norms = norms_under(facts.store, text, provision)
        readings = readings_of(facts.store, {n.provision.iri: n.provision for n in norms})
        kept = tuple((norm, bound_norm(norm, force, remark)) for norm in norms), readings
        standings.kept[(text, provision)] = kept
    return tuple(told for norm, told in kept[0] if addresses(norm, found.actor.iri)), kept[1]


def _worded(facts: Facts, standings: Standings, instrument: str, day: str) -> tuple[str, str]:
    """The text whose rules hold on the day: its newest version that has some, or the text."""
    texts = standings.grounds.texts
    versions = [
        version
        for version in facts.pointing("versionOf", instrument)
        if version in texts and texts[version].rules and "" < texts[version].begins <= day
    ]
    if not versions:
        return instrument, ""
    newest = max(versions, key=lambda version: texts[version].begins)
    facts.load([newest])
    facts.load(facts.links(newest, ap("bindingForce")))
    return newest, f"as worded in: {facts.label(newest)}"
