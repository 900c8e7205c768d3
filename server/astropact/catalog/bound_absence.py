"""The chain where no period covers the day: what is on record, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.catalog.bound_chain import (
    SOURCE,
    act_step,
    cite_sources,
    instrument_step,
    load_evidence,
    period_step,
    step,
    succession_of,
)
from astropact.catalog.bound_model import Step
from astropact.catalog.facts import ap
from astropact.catalog.grounds import MADE_ON
from astropact.catalog.labels import PROLOGUE
from astropact.namespaces import CONSENT, SKOS, XSD, concept
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.catalog.facts import Fact, Facts
    from astropact.catalog.grounds import Absence, Reason
    from astropact.catalog.standings import Standings

SHORT: Final[dict[Reason, str]] = {
    "not-yet-there": "it did not exist yet",
    "no-longer-there": "it had ceased to exist",
    "not-in-force": "the text had no effect yet",
    "terminated": "the text had come to its end",
    "before": "its time under the text had not begun",
    "after": "its time under the text was over",
    "signed": "it only signed, which does not bind",
    "listed": "a list has it as a member, and no act of consent is on record",
    "undecided": "it took a step to join, and from which day that works is not on record",
    "no-force": "the text creates no obligation in law, and nothing by which it took part is on "
    "record",
    "not-addressed": "the text is the law of one state, and its rules address others",
    "other-parties": "the agreement is one between others",
    "no-state": "it is not a state, and no declaration of acceptance by it is on record",
    "complete": "no act by which it joined is on record, and the list of participants is complete",
    "not-on-record": "no act by which it joined is on record, and the list of participants is not "
    "known to be complete",
}
"""The reasons in a few words, to follow the name of the actor."""
_SIGNATURE: Final = concept("act-kind", "signature")
_ACTS: Final = frozenset({"signed", "listed", "undecided"})


def absence_steps(
    facts: Facts, standings: Standings, absence: Absence, actor: str, instrument: str, day: str
) -> list[Step]:
    """The chain of a verdict that no period carries."""
    reason = absence.reason
    if reason in ("not-yet-there", "no-longer-there"):
        return _lifetime(facts, standings, reason, actor, instrument, day)
    if reason in ("not-in-force", "terminated"):
        return _text_time(facts, reason, instrument)
    if absence.period is not None:
        return _beside(facts, absence.period.iri, reason)
    if reason in _ACTS:
        return _acts(facts, actor, instrument, reason)
    return _nothing(facts, reason, actor, instrument)


def _lifetime(
    facts: Facts, standings: Standings, reason: Reason, actor: str, instrument: str, day: str
) -> list[Step]:
    early = reason == "not-yet-there"
    limit = facts.fact(actor, ap("existedNotBefore" if early else "existedNotAfter"))
    words = "did not exist before" if early else "ceased to exist by"
    value = limit[2].value if limit else ""
    steps = [
        step(
            "actor",
            f"{facts.label(actor)} {words} {value}.",
            actor,
            [limit, facts.label_fact(actor)],
            cite_sources(facts, facts.facts(actor, SOURCE)),
        )
    ]
    mine, other = ("successor", "predecessor") if early else ("predecessor", "successor")
    for thing in facts.pointing(mine, actor):
        facts.load([thing])
        neighbour = facts.text(thing, ap(other))
        kinds = facts.links(thing, ap("successionKind"))
        facts.load([neighbour, *kinds, *facts.links(thing, SOURCE)])
        steps.append(succession_of(facts, thing))
        period = standings.at(neighbour, instrument, day)
        if period is not None:
            facts.load([period.iri])
            steps.append(period_step(facts, period.iri))
    return steps


def _text_time(facts: Facts, reason: Reason, instrument: str) -> list[Step]:
    if reason == "terminated":
        over = facts.facts(instrument, ap("terminatedOn"))
        first = _first_day(over or facts.facts(instrument, ap("validUntil")))
        words = "came to its end on" if over else "was made to last until"
        sentence = f"{facts.label(instrument)} {words} {first[2].value}."
    else:
        in_force = instrument_step(facts, instrument)
        if in_force is not None:
            return [in_force]
        made = facts.facts(instrument, *(ap(name) for name in MADE_ON))
        first = _first_day(made)
        sentence = f"{facts.label(instrument)} was not made before {first[2].value}."
    sources = cite_sources(facts, facts.facts(instrument, SOURCE))
    return [
        step("instrument", sentence, instrument, [first, facts.label_fact(instrument)], sources)
    ]


def _beside(facts: Facts, period: str, reason: Reason) -> list[Step]:
    """The period before or after the day, and the acts that limit it."""
    facts.load([period])
    acts = facts.links(period, ap("basis"))
    load_evidence(facts, acts)
    name = "until" if reason == "after" else "from"
    day = facts.fact(period, ap(name))
    words = "was over on" if reason == "after" else "begins only on"
    value = day[2].value if day else ""
    used = [day, *facts.facts(period, ap("actor"), ap("instrument"), ap("standing"))]
    return [
        step("period", f"The period on record {words} {value}.", period, used),
        period_step(facts, period),
        *(act_step(facts, act) for act in acts),
    ]


def _acts(facts: Facts, actor: str, instrument: str, reason: Reason) -> list[Step]:
    rows = facts.store.query(
        f"""{PROLOGUE} SELECT ?act {{ ?act ap:actor {iriref(actor)} ;
          ap:instrument {iriref(instrument)} ; a ap:ParticipationAct }}"""
    ).rows()
    acts = sorted(row["act"].value for row in rows)
    load_evidence(facts, acts)
    steps = [act_step(facts, act) for act in acts]
    if reason == "signed":
        facts.load([_SIGNATURE])
        definition = facts.fact(_SIGNATURE, SKOS + "definition")
        law = facts.fact(_SIGNATURE, SOURCE)
        if definition is not None:
            steps.append(
                step(
                    "rule",
                    "A signature that awaits confirmation binds to no more than leaving the "
                    "object and purpose of the text unharmed (Vienna Convention on the Law of "
                    "Treaties, article 18).",
                    _SIGNATURE,
                    [definition, law, facts.label_fact(_SIGNATURE)],
                )
            )
    if reason != "undecided":
        steps.append(_no_act(facts, actor, instrument))
    return steps


def _nothing(facts: Facts, reason: Reason, actor: str, instrument: str) -> list[Step]:
    steps: list[Step] = []
    force = facts.fact(instrument, ap("bindingForce"))
    if reason in ("no-force", "not-addressed") and force is not None:
        facts.load([force[2].value])
        definition = facts.fact(force[2].value, SKOS + "definition")
        words = f": {_lower(definition[2].value)}" if definition else "."
        steps.append(
            step(
                "instrument",
                f"{facts.label(instrument)} is of this force: {facts.label(force[2].value)}{words}",
                instrument,
                [force, facts.label_fact(force[2].value), definition],
                cite_sources(facts, facts.facts(instrument, SOURCE)),
            )
        )
    if reason == "not-addressed":
        return [*steps, _not_addressed(facts, actor, instrument)]
    if reason == "other-parties":
        return [*steps, *_parties(facts, actor, instrument)]
    if reason == "no-state":
        steps.append(
            Step(
                "actor",
                f"{facts.label(actor)} is not a state.",
                actor,
                query=f"{PROLOGUE}ASK {{ {iriref(actor)} a ap:State }}",
            )
        )
    if reason == "complete":
        complete = facts.fact(instrument, ap("participationComplete"))
        steps.append(
            step(
                "list",
                f"The record has as many participants of {facts.label(instrument)} as the newest "
                "official total.",
                instrument,
                [complete, facts.label_fact(instrument)],
            )
        )
    steps.append(_no_act(facts, actor, instrument))
    return steps


def _no_act(facts: Facts, actor: str, instrument: str) -> Step:
    kinds = sorted((CONSENT - {"membership"}) | {"declaration-of-acceptance"})
    values = " ".join(iriref(concept("act-kind", kind)) for kind in kinds)
    return Step(
        "list",
        f"The record has no act by which {facts.label(actor)} consented to "
        f"{facts.label(instrument)}.",
        instrument,
        query=f"{PROLOGUE}ASK {{ VALUES ?kind {{ {values} }} ?act ap:actor {iriref(actor)} ; "
        f"ap:instrument {iriref(instrument)} ; ap:actKind ?kind }}",
    )


def _not_addressed(facts: Facts, actor: str, instrument: str) -> Step:
    return Step(
        "list",
        f"No rule of {facts.label(instrument)} on record names {facts.label(actor)} as the one "
        "who is addressed.",
        instrument,
        query=f"{PROLOGUE}ASK {{ ?norm ap:bearer {iriref(actor)} ; ap:expressedIn ?place . "
        f"?place ap:provisionOf {iriref(instrument)} }}",
    )


def _parties(facts: Facts, actor: str, instrument: str) -> Iterable[Step]:
    parties = facts.facts(instrument, ap("party"))
    facts.load(fact[2].value for fact in parties)
    names: list[Fact | None] = [facts.label_fact(fact[2].value) for fact in parties]
    listed = ", ".join(sorted(facts.label(fact[2].value) for fact in parties))
    yield step(
        "instrument",
        f"The parties of {facts.label(instrument)} are: {listed}.",
        instrument,
        [*parties, *names],
        cite_sources(facts, facts.facts(instrument, SOURCE)),
    )
    yield Step(
        "list",
        f"{facts.label(actor)} is not one of them.",
        instrument,
        query=f"{PROLOGUE}ASK {{ {iriref(instrument)} ap:party {iriref(actor)} }}",
    )


def _first_day(days: Iterable[Fact]) -> Fact:
    """The earliest of the days; years and months alone are passed over."""
    whole = [fact for fact in days if fact[2].datatype == XSD + "date"]
    return min(whole, key=lambda fact: fact[2].value)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
