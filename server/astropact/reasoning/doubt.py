"""From when an act works: the first day on which it can have, and the first on which it surely did.

Both are the same where the record knows the day. Where it does not, or where sources that are not
ruled out disagree, the days between are contested, and the act says why (concept scheme
``doubt``). The rules in ``ontology/rules`` make contested periods of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.reasoning import effect, faults, silence, trust
from astropact.reasoning.conclusion import Role
from astropact.reasoning.model import MEMBERSHIP, NO_ACT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from astropact.reasoning.conclusion import Conclusion
    from astropact.reasoning.model import Instrument, Record, Statement

# Acts that work by being done, if the instrument does not say otherwise.
_IMMEDIATE: Final = ("declaration-of-acceptance", "commitment", "joining")


@dataclass(frozen=True, slots=True)
class Onset:
    """When an act begins to work.

    ``first`` is the earliest possible day, ``sure`` the first certain one, None if there is none.
    ``doubts`` are slugs of concepts; it is empty where both days are the same.
    """

    first: date
    sure: date | None
    doubts: tuple[str, ...] = ()


class Onsets:
    """Knows what bears on the effect of an act beside its own statements.

    ``ruled_out`` are the IRIs of lists without the actor that better sources rule out.
    """

    def __init__(
        self, conclusions: Iterable[Conclusion], record: Record, ruled_out: frozenset[str]
    ) -> None:
        self._record = record
        self._ruled_out = ruled_out
        self._signed: dict[tuple[str, str], date] = {}
        self._left: dict[tuple[str, str], date] = {}
        self._begun: dict[str, set[date]] = {}
        for one in conclusions:
            if one.key.family == "signature" and one.on is not None:
                self._signed[one.key[:2]] = one.on
            if one.kind == "withdrawal" and one.effective is not None:
                self._left[one.key[:2]] = one.effective
            if one.kind == "succession" and one.effective is not None:
                self._begun.setdefault(one.key.actor, set()).add(one.effective)
        for succession in record.successions:
            if succession.on is not None:
                self._begun.setdefault(succession.successor, set()).add(succession.on)
        self._blank: dict[tuple[str, str], list[date]] = {}
        for statement in silence.absent(record):
            if statement.as_of is not None and statement.iri not in ruled_out:
                key = (statement.instrument, statement.actor)
                self._blank.setdefault(key, []).append(statement.as_of)

    def of(self, act: Conclusion) -> Onset | None:
        """When ``act`` begins to work; None for an act that by itself changes nothing in law."""
        if act.key.family == "withdrawal":
            return self._leaving(act)
        rules = self._record.instruments[act.key.instrument].effect_rules
        signed = act.kind == "signature" and "on-signature" in rules
        if act.key.family == "consent" and act.kind != MEMBERSHIP:
            onset = self._consent(act)
        elif act.kind in _IMMEDIATE or signed:
            onset = self._immediate(act)
        else:
            return None
        return None if onset is None else self._disputed(act, onset)

    def _consent(self, act: Conclusion) -> Onset | None:
        if act.effective is not None:
            return Onset(act.effective, act.effective)
        general = self._general(act)
        if act.on is not None:
            done = max(act.on, general) if general else act.on
            if act.kind != "succession":
                return Onset(done, None, ("effect-undated",))
            return _between(self._floor(act), done, "effect-undated")
        return self._undated(act)

    def _immediate(self, act: Conclusion) -> Onset | None:
        on = act.effective or act.on
        if on is None:
            return self._undated(act)
        general = self._general(act)
        day = max(on, general) if general else on
        return Onset(day, day)

    def _undated(self, act: Conclusion) -> Onset | None:
        general = self._general(act)
        known = [day for day in (act.not_after, general) if day is not None]
        sure = max(known) if act.not_after is not None else None
        left = self._left.get(act.key[:2])
        if sure is not None and left is not None and left <= sure:
            # What ended by then was begun before, on no day that is certain.
            sure = None
        floor = self._floor(act)
        vague = act.statements(Role.WITHIN)
        return _between(floor, sure, "begin-imprecise" if vague else "begin-undated")

    def _general(self, act: Conclusion) -> date | None:
        instrument = self._record.instruments[act.key.instrument]
        return instrument.in_force[0] if instrument.in_force else None

    def _floor(self, act: Conclusion) -> date | None:
        """The latest of the days before which the act cannot have worked."""
        pair = act.key[:2]
        actor = self._record.actors.get(act.key.actor)
        instrument = self._record.instruments[act.key.instrument]
        days = [act.not_before, self._general(act), instrument.earliest]
        days.append(actor.not_before if actor else None)
        shown = act.not_after
        if shown is not None:
            days += [day for day in self._blank.get(pair, ()) if day < shown]
            days += [day for day in (self._signed.get(pair),) if day and day <= shown]
        begun = self._begun.get(act.key.actor)
        if act.kind == "succession" and begun and not (actor and actor.not_before in begun):
            days.append(min(begun))
        # A deposit follows the decision to make it.
        days += [
            finding.statement.on
            for finding in act.findings
            if finding.statement.source.iri in faults.INTERNAL_DECISIONS
        ]
        return max((day for day in days if day is not None), default=None)

    def _leaving(self, act: Conclusion) -> Onset | None:
        if act.effective is not None:
            lists = [one.statement for one in act.against]
            if lists and _outweighs(lists, act):
                return Onset(act.effective, None, ("rival-end",))
            return Onset(act.effective, act.effective)
        notice = act.on or act.not_before or act.not_after
        return None if notice is None else Onset(notice, None, ("rival-end",))

    def _disputed(self, act: Conclusion, onset: Onset) -> Onset:
        """Widens the time in doubt by what stands against the act."""
        first, sure, doubts = onset.first, onset.sure, list(onset.doubts)
        instrument = self._record.instruments[act.key.instrument]
        rivals = _rivals(act, instrument)
        floor = self._floor(act)
        if floor is not None and any(
            finding.role is Role.TOO_EARLY and finding.rank != "deprecated"
            for finding in act.findings
        ):
            # A list that has it already tells that it was done on some day before.
            rivals.append(floor)
        if rivals and sure is not None:
            first, last = min(first, *rivals), max(sure, *rivals)
            if (first, last) != (onset.first, sure):
                doubts.append("rival-begin")
            sure = last
        blank = [
            one.statement
            for one in act.against
            if one.statement.kind == NO_ACT
            and one.statement.iri not in self._ruled_out
            and one.statement.source.iri not in silence.OLDER_TEXT
        ]
        if blank and _outweighs(blank, act):
            sure = _shown_again(act, blank)
            doubts.append("list-shows-no-act")
        if act.inferred and act.key.family == "consent" and act.on is None:
            sure = None
            doubts.append("not-stated")
        return Onset(first, sure, tuple(doubts))


def _between(first: date | None, sure: date | None, doubt: str) -> Onset | None:
    """None where neither day is known."""
    start = first if first is not None and (sure is None or first < sure) else sure
    if start is None:
        return None
    return Onset(start, sure, (doubt,) if start != sure else ())


def _rivals(act: Conclusion, instrument: Instrument) -> list[date]:
    """The days of effect by other dates that the record does not rule out."""
    days = []
    for finding in act.findings:
        if finding.rank == "deprecated" or finding.role is not Role.OTHER_DATE:
            continue
        statement = finding.statement
        day = statement.on or statement.not_after
        if day is None:
            continue
        if act.key.family == "consent":
            day = effect.consent_effect(instrument, day).on or day
        days.append(day)
    return days


def _outweighs(against: list[Statement], act: Conclusion) -> bool:
    """Whether these are trusted at least as much as what supports the act."""
    supports = [f.statement for f in act.findings if f.role.supports]
    if not supports:
        return True
    ours = (trust.best_tier(supports), -trust.independent(supports))
    return (trust.best_tier(against), -trust.independent(against)) <= ours


def _shown_again(act: Conclusion, blank: list[Statement]) -> date | None:
    """The day of the first list after the silent ones that shows the act."""
    last = max(s.as_of for s in blank if s.as_of is not None)
    later = [
        f.statement.as_of
        for f in act.findings
        if f.role.supports and f.statement.as_of is not None and f.statement.as_of > last
    ]
    return min(later, default=None)
