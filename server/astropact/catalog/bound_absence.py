"""The chain where no period covers the day: what is on record, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.catalog.bound_chain import (
    SOURCE,
    act_step,
    cite_sources,
    effect_clauses,
    instrument_step,
    is_leaving,
    load_evidence,
    period_step,
    step,
    succession_of,
)
from astropact.catalog.bound_model import Step
from astropact.catalog.bound_wording import capital, lower, with_article
from astropact.catalog.facts import ap
from astropact.catalog.grounds import MADE_ON
from astropact.catalog.labels import PROLOGUE
from astropact.namespaces import CONSENT, SKOS, XSD, concept
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.catalog.facts import Fact, Facts
    from astropact.catalog.grounds import Absence, Reason

SHORT: Final[dict[Reason, str]] = {
    "not-yet-there": "it did not exist yet",
    "no-longer-there": "it had ceased to exist",
    "not-in-force": "the text had no effect yet",
    "terminated": "the text had come to its end",
    "before": "its time under the text begins only on {start}",
    "after": "its time under the text was over on {end}",
    "signed": "it only signed, which does not bind",
    "signed-at-least": "it signed, and the record lacks some of those who went further",
    "successor-succeeded": "no act by which it joined is on record, but one that followed it "
    "succeeded to the text, so that it probably was a party",
    "ended-before-count": "no act by which it joined is on record, and the totals that the record "
    "reaches no longer count it",
    "listed": "a list has it as a member, and no act of consent is on record",
    "undecided": "it took a step to join, and from which day that works is not on record",
    "party-ended": "it was a party, and the text has ended; on which day is not on record",
    "party-unsettled": "it is named as a party, and from when the text worked is not on record",
    "no-force": "the text creates no obligation in law, and nothing by which it took part is on "
    "record",
    "not-addressed": "the text is the law of one state, and its rules address others",
    "other-parties": "the agreement is one between others",
    "states-only": "it is not a state, and the text is open to states only",
    "neither": "it is neither a state nor an organisation of states, and nobody else can join; its "
    "state answers for it",
    "no-state": "it is not a state, and no declaration of acceptance by it is on record",
    "complete": "no act by which it joined is on record, and the record has all participants of "
    "that time",
    "complete-before": "no act by which it joined is on record, and the record had all "
    "participants up to an earlier day",
    "not-on-record": "no act by which it joined is on record, and the record is not known to have "
    "all participants",
}
"""The reasons in a few words, to follow the name of the actor."""
_SIGNATURE: Final = concept("act-kind", "signature")
_ACTS: Final = frozenset({"signed", "signed-at-least", "listed", "undecided"})
_PROVES_NOTHING: Final = frozenset({"successor-succeeded", "ended-before-count"})


def absence_steps(
    facts: Facts, absence: Absence, actor: str, instrument: str, day: str
) -> list[Step]:
    """The chain of a verdict that no period carries."""
    reason = absence.reason
    if reason in ("not-yet-there", "no-longer-there"):
        return _lifetime(facts, reason, actor)
    if reason in ("not-in-force", "terminated"):
        return [
            *_text_time(facts, reason, instrument),
            *(_consents(facts, absence.period.iri, day) if absence.period else ()),
        ]
    if absence.period is not None:
        return _beside(facts, absence.period.iri, reason)
    if reason in _ACTS:
        return _acts(facts, actor, instrument, reason)
    if reason in _PROVES_NOTHING:
        steps = _acts(facts, actor, instrument, reason)
        return [*steps, *_silent(facts, actor, instrument, reason)]
    return _nothing(facts, reason, actor, instrument)


def _lifetime(facts: Facts, reason: Reason, actor: str) -> list[Step]:
    early = reason == "not-yet-there"
    limit = facts.fact(actor, ap("existedNotBefore" if early else "existedNotAfter"))
    words = "did not exist before" if early else "ceased to exist by"
    value = limit[2].value if limit else ""
    return [
        step(
            "actor",
            f"{capital(with_article(facts.label(actor)))} {words} {value}.",
            actor,
            [limit, facts.label_fact(actor)],
            cite_sources(facts, facts.facts(actor, SOURCE)),
        )
    ]


def _silent(facts: Facts, actor: str, instrument: str, reason: Reason) -> list[Step]:
    """Why it proves nothing that no act is on record."""
    if reason == "ended-before-count":
        counted = facts.facts(
            instrument, ap("participationCompleteTo"), ap("signatoriesCompleteTo")
        )
        days = ", ".join(sorted({fact[2].value for fact in counted}))
        return [
            *_lifetime(facts, "no-longer-there", actor),
            step(
                "list",
                f"The official totals of the {facts.label(instrument)} that the record reaches are "
                f"later: {days}.",
                instrument,
                [*counted, facts.label_fact(instrument)],
            ),
        ]
    steps = []
    for thing in facts.pointing("predecessor", actor):
        facts.load([thing])
        heir = facts.text(thing, ap("successor"))
        kinds = facts.links(thing, ap("successionKind"))
        facts.load([heir, *kinds, *facts.links(thing, SOURCE)])
        acts = acts_between(facts, heir, instrument)
        load_evidence(facts, acts)
        succeeded = [a for a in acts if facts.text(a, ap("actKind")).endswith("/succession")]
        if succeeded:
            steps += [succession_of(facts, thing), *(act_step(facts, act) for act in succeeded)]
    return steps


def _text_time(facts: Facts, reason: Reason, instrument: str) -> list[Step]:
    if reason == "terminated":
        over = facts.facts(instrument, ap("terminatedOn"))
        first = _first_day(over or facts.facts(instrument, ap("validUntil")))
        words = "came to its end on" if over else "was made to last until"
        sentence = f"The {facts.label(instrument)} {words} {first[2].value}."
    else:
        in_force = instrument_step(facts, instrument)
        if in_force is not None:
            return [in_force]
        made = facts.facts(instrument, *(ap(name) for name in MADE_ON))
        first = _first_day(made)
        sentence = f"The {facts.label(instrument)} was not made before {first[2].value}."
    sources = cite_sources(facts, facts.facts(instrument, SOURCE))
    return [
        step("instrument", sentence, instrument, [first, facts.label_fact(instrument)], sources)
    ]


def _beside(facts: Facts, period: str, reason: Reason) -> list[Step]:
    """The period before or after the day, and the acts that limit it."""
    facts.load([period])
    every = facts.links(period, ap("basis"))
    load_evidence(facts, every)
    # What begins the period tells why it had not begun, what ends it why it was over.
    acts = [act for act in every if is_leaving(facts, act) == (reason == "after")] or every
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


def acts_between(facts: Facts, actor: str, instrument: str) -> list[str]:
    """The acts of an actor under an instrument."""
    rows = facts.store.query(
        f"""{PROLOGUE} SELECT ?act {{ ?act ap:actor {iriref(actor)} ;
          ap:instrument {iriref(instrument)} ; a ap:ParticipationAct }}"""
    ).rows()
    return sorted(row["act"].value for row in rows)


def _consents(facts: Facts, period: str, day: str) -> list[Step]:
    """The acts before a text came into force, which oblige not to defeat its purpose meanwhile."""
    facts.load([period])
    acts = facts.links(period, ap("basis"))
    load_evidence(facts, acts)
    return [act_step(facts, a) for a in acts if "" < facts.text(a, ap("actionOn")) <= day]


def _acts(facts: Facts, actor: str, instrument: str, reason: Reason) -> list[Step]:
    acts = acts_between(facts, actor, instrument)
    load_evidence(facts, acts)
    steps = [act_step(facts, act) for act in acts]
    if reason in ("signed", "signed-at-least"):
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
        words = f": {lower(definition[2].value)}" if definition else "."
        steps.append(
            step(
                "instrument",
                f"The force of the {facts.label(instrument)} is this: "
                f"{facts.label(force[2].value)}{words}",
                instrument,
                [force, facts.label_fact(force[2].value), definition],
                cite_sources(facts, facts.facts(instrument, SOURCE)),
            )
        )
    if reason == "not-addressed":
        return [*steps, _not_addressed(facts, actor, instrument)]
    if reason in ("party-ended", "party-unsettled"):
        return _named_party(facts, actor, instrument)
    if reason == "other-parties":
        return [*steps, *_parties(facts, actor, instrument)]
    if reason == "states-only":
        steps += effect_clauses(facts, instrument, ["declaration-by-organisation"])
    if reason in ("no-state", "states-only", "neither"):
        steps.append(_is_not(facts, actor, "a state", "State"))
    if reason == "neither":
        steps.append(
            _is_not(facts, actor, "an organisation of states", "IntergovernmentalOrganization")
        )
    if reason in ("complete", "complete-before"):
        complete = facts.fact(instrument, ap("participationCompleteTo"))
        value = complete[2].value if complete else ""
        steps.append(
            step(
                "list",
                f"The record has as many participants of the {facts.label(instrument)} as an "
                f"official total counts for {value}.",
                instrument,
                [complete, facts.label_fact(instrument)],
            )
        )
    steps.append(_no_act(facts, actor, instrument))
    return steps


def _is_not(facts: Facts, actor: str, what: str, kind: str) -> Step:
    return Step(
        "actor",
        f"{capital(with_article(facts.label(actor)))} is not {what}.",
        actor,
        query=f"{PROLOGUE}ASK {{ {iriref(actor)} a ap:{kind} }}",
    )


def _named_party(facts: Facts, actor: str, instrument: str) -> list[Step]:
    status = facts.fact(instrument, ap("instrumentStatus"))
    if status is not None:
        facts.load([status[2].value])
    named = [f for f in facts.facts(instrument, ap("party")) if f[2].value == actor]
    words = f"; its status is: {facts.label(status[2].value)}" if status is not None else ""
    return [
        step(
            "instrument",
            f"{capital(with_article(facts.label(actor)))} is a party to the "
            f"{facts.label(instrument)}{words}.",
            instrument,
            [*named, status, facts.label_fact(status[2].value) if status else None],
            cite_sources(facts, facts.facts(instrument, SOURCE)),
        )
    ]


def _no_act(facts: Facts, actor: str, instrument: str) -> Step:
    kinds = sorted((CONSENT - {"membership"}) | {"declaration-of-acceptance"})
    values = " ".join(iriref(concept("act-kind", kind)) for kind in kinds)
    return Step(
        "list",
        f"The record has no act by which {with_article(facts.label(actor))} consented to "
        f"the {facts.label(instrument)}.",
        instrument,
        query=f"{PROLOGUE}ASK {{ VALUES ?kind {{ {values} }} ?act ap:actor {iriref(actor)} ; "
        f"ap:instrument {iriref(instrument)} ; ap:actKind ?kind }}",
    )


def _not_addressed(facts: Facts, actor: str, instrument: str) -> Step:
    return Step(
        "list",
        f"No rule of the {facts.label(instrument)} on record names "
        f"{with_article(facts.label(actor))} as the one who is addressed.",
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
        f"The parties of the {facts.label(instrument)} are: {listed}.",
        instrument,
        [*parties, *names],
        cite_sources(facts, facts.facts(instrument, SOURCE)),
    )
    yield Step(
        "list",
        f"{capital(with_article(facts.label(actor)))} is not one of them.",
        instrument,
        query=f"{PROLOGUE}ASK {{ {iriref(instrument)} ap:party {iriref(actor)} }}",
    )


def _first_day(days: Iterable[Fact]) -> Fact:
    """The earliest of the days; years and months alone are passed over."""
    whole = [fact for fact in days if fact[2].datatype == XSD + "date"]
    return min(whole, key=lambda fact: fact[2].value)
