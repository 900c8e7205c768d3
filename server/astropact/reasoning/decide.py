"""Concludes one act from the statements that speak of it (docs/reconciliation.md)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from astropact.reasoning import dates, effect, faults, swaps, trust
from astropact.reasoning.conclusion import SUPPORT, Case, Conclusion, Finding, Role, Slip
from astropact.reasoning.model import MEMBERSHIP, UNSPECIFIED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from astropact.reasoning.faults import Fault
    from astropact.reasoning.grouping import Attribution
    from astropact.reasoning.model import Statement


def decide(case: Case) -> Conclusion:
    """The act, every statement's part in it and its rank."""
    judged = _judged(case)
    # A bare membership states no act, so it sets nothing aside that does.
    named = [t for t in judged if t[0].kind != MEMBERSHIP] or judged
    inferred = not any(s.evidence == "stated" and not (f and f.act) for s, _, f in named)
    if not inferred:
        judged = [(s, a, faults.not_stated(s) or f) for s, a, f in judged]
    sound = [s for s, _, fault in judged if fault is None]
    standing = [s for s, _, fault in judged if fault is None or not fault.act]
    if not standing:
        aside = tuple(Finding(s, a, Role.FAULTY, "deprecated", fault) for s, a, fault in judged)
        return Conclusion(case.key, "", aside)
    on, effect_day = _days(case, sound)
    findings = []
    for statement, attribution, fault in judged:
        role = _role(statement, fault, case, on, effect_day)
        findings.append(Finding(statement, attribution, role, "normal", fault))
    kind = _membership(_kind(findings, standing), findings, case)
    findings = [_against_kind(finding, kind) for finding in findings]
    conclusion = Conclusion(case.key, kind, tuple(findings), on=on, inferred=inferred)
    conclusion = _bounds(conclusion, case, effect_day)
    conclusion = _effect(conclusion, case, effect_day)
    return _ranked(conclusion, case)


def _judged(case: Case) -> list[tuple[Statement, Attribution, Fault | None]]:
    """Every statement, as far as its date can be relied upon, with the gross error found in it."""
    others = [s for s, _ in case.members]
    judged = []
    for given, attribution in case.members:
        statement, fault = swaps.judge(given, attribution, others, case.record, case.signed)
        judged.append((statement, attribution, fault or _fault(statement, attribution, case)))
    return judged


def _fault(statement: Statement, attribution: Attribution, case: Case) -> Fault | None:
    return (
        faults.find_fault(statement, attribution, case.record)
        or faults.before_signature(statement, case.signed)
        or _repeated_slip(statement, case)
    )


def _repeated_slip(statement: Statement, case: Case) -> Fault | None:
    for slip in sorted(case.slips, key=lambda s: (s.actor, s.wrong)):
        if slip.actor == case.key.actor or slip.wrong != statement.on:
            continue
        if trust.work(statement.source) != slip.work:
            continue
        witnesses = [s for s, _ in case.members if s.on == slip.right]
        if any(trust.work(s.source) != slip.work for s in witnesses):
            label = case.record.actors[slip.actor].label
            return faults.Fault(
                f"{slip.wrong} for {slip.right} is a slip that the same source makes for {label} "
                f"too, where an official record refutes it",
                act=False,
            )
    return None


def _days(case: Case, sound: list[Statement]) -> tuple[date | None, date | None]:
    """The day of the act and, where statements give one, its day of effect."""
    exact = [s for s in sound if s.on is not None]
    if case.key.family == "withdrawal":
        return _withdrawal_days(case, exact)
    consents = sound if case.key.family == "consent" else []
    if not consents or trust.preferred_kind(consents) != "succession":
        return _earliest_deposit(case, exact), None
    # Sources date a succession by its notification or by its effect, the day on which the new
    # state began; both are right, and each must land in its own property.
    given = {s.effective for s in sound if s.effective is not None}
    effects = case.effect_days | (given - case.too_late)
    notices = [s for s in exact if s.on not in effects]
    on = _earliest_deposit(case, notices)
    named = {s.on for s in exact if s.on in effects} | given
    days = {day for day in named if day is not None} - case.too_late
    return on, next(iter(days)) if len(days) == 1 else None


def _withdrawal_days(case: Case, exact: list[Statement]) -> tuple[date | None, date | None]:
    """The day of the notice, and that of its effect where the sources agree on one.

    A source may date a withdrawal by its effect only; the notice is then the earlier day.
    """
    days = {s.on for s in exact if s.on is not None}
    effects = {s.effective for s, _ in case.members if s.effective is not None}
    for notified in sorted(days):
        if rule := effect.withdrawal_effect(case.instrument, notified):
            effects |= days & {rule}
    on = _earliest_deposit(case, [s for s in exact if s.on not in effects])
    return on, next(iter(effects)) if len(effects) == 1 else None


def _earliest_deposit(case: Case, exact: list[Statement]) -> date | None:
    """The preferred date; at several depositaries the earliest deposit that fits it."""
    chosen = trust.preferred(exact, lambda s: s.on)
    if chosen is None or not case.instrument.shared_depositaries:
        return chosen
    holders = [s for s in exact if s.on == chosen]
    chosen = _first_of_the_best(case, exact, holders) or chosen
    holders = [s for s in exact if s.on == chosen]
    if not all(_at_one_depositary(s, case) for s in holders):
        return chosen
    # The preferred source knows one depositary only, so another one may have been earlier.
    earlier = [
        s.on for s in exact if s.on is not None and dates.may_be_another_deposit(s.on, chosen)
    ]
    return min(earlier, default=chosen)


def _first_of_the_best(case: Case, exact: list[Statement], holders: list[Statement]) -> date | None:
    """The earliest day of the most trusted holders, if they name a depositary for each day."""
    top = trust.best_tier(holders)
    best = [s for s in holders if s.source.tier == top]
    if not all(_at_one_depositary(s, case) for s in best):
        return None
    sources = {s.source.iri for s in best}
    own = [s for s in exact if s.source.iri in sources and _at_one_depositary(s, case)]
    return min((s.on for s in own if s.on is not None), default=None)


def _at_one_depositary(statement: Statement, case: Case) -> bool:
    return case.instrument.shared_depositaries and bool(statement.depositaries)


def _role(
    statement: Statement, fault: Fault | None, case: Case, on: date | None, effect_day: date | None
) -> Role:
    if fault is not None:
        return Role.FAULTY if fault.act or on is not None else Role.EXISTENCE
    if not statement.dated:
        dates_effect = effect_day is not None and statement.effective == effect_day
        return Role.EFFECT if dates_effect else _status_role(statement, on)
    if statement.on is None:
        return _vague_role(statement, on)
    if statement.on == on:
        return Role.EXACT
    if statement.on == effect_day:
        return Role.EFFECT
    same_day = [statement, *(s for s, _ in case.members if s.on == statement.on)]
    if on is not None and any(_elsewhere(s, on, case) for s in same_day):
        return Role.ELSEWHERE
    return Role.OTHER_DATE


def _elsewhere(statement: Statement, on: date, case: Case) -> bool:
    """Whether a source that tells depositaries apart dates a later deposit of the act done ``on``.

    One that has both days tells itself how far they are apart.
    """
    if statement.on is None or statement.on <= on or not _at_one_depositary(statement, case):
        return False
    if dates.may_be_another_deposit(on, statement.on):
        return True
    return any(
        s.on == on and s.source == statement.source and _at_one_depositary(s, case)
        for s, _ in case.members
    )


def _status_role(statement: Statement, on: date | None) -> Role:
    listed = statement.not_after
    return Role.TOO_EARLY if on and listed and listed < on else Role.STATUS


def _vague_role(statement: Statement, on: date | None) -> Role:
    if on is None:
        return Role.WITHIN
    first, last = statement.not_before, statement.not_after
    fits = (first is None or first <= on) and (last is None or on <= last)
    return Role.WITHIN if fits else Role.OTHER_DATE


def _kind(findings: Iterable[Finding], standing: list[Statement]) -> str:
    findings = list(findings)
    for roles in (SUPPORT[:-1], SUPPORT):
        pool = [f.statement for f in findings if f.role in roles]
        if pool and trust.specific(kind := trust.preferred_kind(pool)):
            return kind
    # What the supporters leave open, a statement that errs on the date may still tell.
    return trust.preferred_kind(standing)


def _membership(kind: str, findings: list[Finding], case: Case) -> str:
    """What a bare membership shows: consent, where the members are the parties to the text."""
    told = {f.statement.kind for f in findings if f.role.supports}
    if told == {MEMBERSHIP} and case.instrument.iri in faults.MEMBERS_BEFORE:
        return MEMBERSHIP
    return kind


def _against_kind(finding: Finding, kind: str) -> Finding:
    stated = finding.statement.kind
    if finding.role.supports and trust.specific(stated) and stated != kind:
        return replace(finding, role=Role.OTHER_KIND)
    return finding


def _bounds(conclusion: Conclusion, case: Case, effect_day: date | None) -> Conclusion:
    """Outer bounds of an act whose day is not known."""
    if conclusion.on is not None:
        return conclusion
    vague = conclusion.statements(Role.WITHIN)
    if vague:
        best = min(vague, key=lambda s: (s.source.tier, s.iri))
        latest = [s.as_of for s in conclusion.statements(Role.STATUS)]
        last = [day for day in latest if day and best.not_before and day >= best.not_before]
        last += [best.not_after] if best.not_after else []
        not_after = min(last, default=None)
        return replace(conclusion, not_before=best.not_before, not_after=not_after)
    latest = [s.as_of or s.not_after for s in _lists(conclusion)]
    # A late list knows an act of long ago, which its actor and the instrument date better.
    if case.key.family == "withdrawal":
        latest.append(effect_day)
        effect_day = None
    elif conclusion.kind != "succession":
        latest += [s.effective for s in conclusion.statements(*SUPPORT)]
    if (actor := case.record.actors.get(case.key.actor)) is not None:
        latest.append(actor.not_after)
    if case.key.family == "signature" and case.instrument.iri in faults.CLOSED_AT_ENTRY:
        latest += case.instrument.in_force[:1]
    known = [day for day in latest if day is not None]
    return replace(conclusion, not_before=effect_day, not_after=min(known, default=None))


def _lists(conclusion: Conclusion) -> list[Statement]:
    """Those by whose day the act was done.

    A decision inside the actor comes before its deposit and tells nothing of the latter's day;
    any later list, however it was read, bounds it better.
    """
    lists = conclusion.statements(*SUPPORT, Role.OTHER_KIND)
    inside = faults.INTERNAL_DECISIONS
    if all(s.source.iri in inside for s in lists):
        others = [f.statement for f in conclusion.findings if f.statement.source.iri not in inside]
        return others or lists
    return [s for s in lists if s.source.iri not in inside]


def _effect(conclusion: Conclusion, case: Case, effect_day: date | None) -> Conclusion:
    instrument, on = case.instrument, conclusion.on
    supporters = [f.statement for f in conclusion.findings if f.role.supports]
    result = effect.Effect(None, "")
    if conclusion.kind == "succession":
        result = _succession_effect(supporters, effect_day, case)
    elif case.key.family == "consent" and on is not None:
        result = effect.consent_effect(instrument, on, [s.effective for s in supporters])
        result = _compared(result, supporters)
    elif case.key.family == "consent":
        result = effect.stated_effect(s.effective for s in supporters)
    elif case.key.family == "withdrawal":
        day = effect_day or (effect.withdrawal_effect(instrument, on) if on else None)
        words = f"It took effect on {day}{', the end of the period of notice' if on else ''}"
        words = words if day else "When it took effect is not recorded"
        result = effect.Effect(day, words)
    elif conclusion.kind == "signature":
        result = effect.signature_effect(instrument, on)
    return replace(conclusion, effective=result.on, effect_words=result.words)


def _succession_effect(
    supporters: list[Statement], effect_day: date | None, case: Case
) -> effect.Effect:
    stated = sorted({s.effective for s in supporters if s.effective is not None} - case.too_late)
    known = sorted(case.effect_days)
    if effect_day is None and len(stated) > 1:
        return effect.Effect(None, "The sources disagree on the day of effect, so none is given")
    if effect_day is None and case.too_late:
        days_given = " and ".join(str(day) for day in sorted(case.too_late))
        return effect.Effect(
            None,
            f"The stated day of effect, {days_given}, is after the state joined the United Nations "
            f"and cannot be that of a succession, so none is given",
        )
    if effect_day is None:
        return effect.Effect(None, "No source dates the effect of the succession, so none is given")
    if len(known) > 1:
        days = " and ".join(str(day) for day in known)
        return effect.Effect(
            None,
            f"Sources give different days of effect for its successions, {days}, so none is given",
        )
    if known and effect_day != known[0]:
        return effect.Effect(
            None,
            f"The stated day of effect, {effect_day}, is not the day {known[0]} on which its "
            f"successions to other instruments took effect, so none is given",
        )
    return effect.Effect(effect_day, f"The succession took effect on {effect_day}")


def _compared(result: effect.Effect, supporters: list[Statement]) -> effect.Effect:
    """Adds a remark where a source dates the effect otherwise than the rule does."""
    odd = sorted({s.effective for s in supporters if s.effective not in (None, result.on)})
    if not odd or result.on is None:
        return result
    days = " and ".join(str(day) for day in odd)
    return replace(result, words=f"{result.words} (a source has {days}, which the rule excludes)")


def _ranked(conclusion: Conclusion, case: Case) -> Conclusion:
    exact = conclusion.statements(Role.EXACT, Role.OTHER_KIND) or conclusion.statements(*SUPPORT)
    top = trust.best_tier(exact) if exact else 0
    agreeing = [f for f in conclusion.findings if f.role.supports and f.statement in exact]
    best = min((f.statement.source.tier for f in agreeing), default=0)
    findings, slips = [], set()
    for finding in conclusion.findings:
        statement, role = finding.statement, finding.role
        rank = "normal"
        if finding.fault is not None or (conclusion.inferred and statement.evidence != "stated"):
            rank = "deprecated"
        elif finding in agreeing and statement.source.tier == best:
            rank = "preferred"
        elif role is Role.OTHER_DATE and _refuted(statement, conclusion, exact, top):
            rank = "deprecated"
            if conclusion.on is not None and statement.on is not None:
                work = trust.work(statement.source)
                slips.add(Slip(work, statement.on, conclusion.on, case.key.actor))
        findings.append(replace(finding, rank=rank))
    return replace(conclusion, findings=tuple(findings), slips=frozenset(slips))


def _refuted(
    statement: Statement, conclusion: Conclusion, exact: list[Statement], top: int
) -> bool:
    """Whether an official source, or two more independent ones, rule the date out."""
    if conclusion.on is None:
        return False
    same = [f.statement for f in conclusion.findings if f.statement.on == statement.on]
    if top <= trust.OFFICIAL and top < trust.best_tier(same):
        return True
    return trust.independent(exact) >= trust.independent(same) + 2


def unspecified(conclusion: Conclusion) -> bool:
    """Whether no source says in which form consent was given."""
    return conclusion.kind == UNSPECIFIED
