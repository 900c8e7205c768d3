"""Lists that show no act, and lists that still show an actor that has left.

Neither makes an act or takes one away. Such a list disputes the act that other sources report, and
the act says so in words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from astropact.namespaces import thing
from astropact.reasoning import trust, wording
from astropact.reasoning.conclusion import Conclusion, Opposition, Role
from astropact.reasoning.model import NO_ACT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from astropact.reasoning.model import Record, Statement

# Lists whose text may be older than the day on which they were read.
OLDER_TEXT: Final = frozenset({thing("source", "cia-factbook-2026")})

_JOINED: Final = ("consent", "declaration-of-acceptance", "joining", "commitment")


@dataclass(frozen=True, slots=True)
class Absence:
    """One statement that there is no act, its rank, and why it has that rank."""

    statement: Statement
    rank: str
    words: str


def absent(record: Record) -> list[Statement]:
    """The statements that a list shows no act of an actor."""
    return [s for s in record.statements if s.kind == NO_ACT]


def opposed(
    conclusions: Iterable[Conclusion], record: Record
) -> tuple[list[Conclusion], list[Absence]]:
    """The conclusions with the lists that speak against them, and what became of those lists."""
    found = list(conclusions)
    against: dict[int, list[Opposition]] = {}
    absences = []
    for statement in absent(record):
        disputed = _disputed(statement, found)
        for index in disputed:
            words = _no_act(statement, found[index], record)
            against.setdefault(index, []).append(Opposition(statement, words))
        absences.append(_judged(statement, [found[index] for index in disputed]))
    for index, left in enumerate(found):
        if left.key.family == "withdrawal" and left.kind:
            against.setdefault(index, []).extend(_lingering(left, found))
    opposed_ones = [
        replace(one, against=tuple(against[index])) if against.get(index) else one
        for index, one in enumerate(found)
    ]
    return opposed_ones, absences


def _disputed(statement: Statement, conclusions: list[Conclusion]) -> list[int]:
    """The acts by which the actor had joined, else signed, on the day of the list."""
    listed = statement.as_of
    if listed is None:
        return []
    own = [
        (index, one)
        for index, one in enumerate(conclusions)
        if one.kind and one.key[:2] == (statement.instrument, statement.actor)
    ]
    if any(one.key.family == "withdrawal" and _by(_left(one), listed) for _, one in own):
        return []
    done = [(index, one) for index, one in own if _by(one.on or one.not_after, listed)]
    joined = [index for index, one in done if one.key.family in _JOINED]
    return joined or [index for index, one in done if one.key.family == "signature"]


def _by(day: date | None, listed: date) -> bool:
    return day is not None and day <= listed


def _left(withdrawal: Conclusion) -> date | None:
    return withdrawal.effective or withdrawal.on or withdrawal.not_after


def _no_act(statement: Statement, conclusion: Conclusion, record: Record) -> str:
    name = wording.source_name(statement.source)
    actor = wording.actor_name(record.actors[conclusion.key.actor].label)
    text = f"{name} shows no act of {actor} under this instrument on {statement.as_of}"
    own, others = statement.source.tier, _tier(conclusion)
    if own < others:
        text += f" and is trusted more (tier {own} before {others}), so it is doubtful"
    elif own == others:
        text += " and is trusted as much, so it is open"
    else:
        text += f", but is trusted less (tier {own} after {others})"
    if statement.source.iri in OLDER_TEXT:
        text += "; the text of that list may be older than its date"
    return wording.upper_first(text)


def _tier(conclusion: Conclusion) -> int:
    return trust.best_tier(f.statement for f in conclusion.findings if f.role.supports)


def _judged(statement: Statement, disputed: list[Conclusion]) -> Absence:
    if not disputed:
        words = "Shows no act, and the record has none of an earlier day"
        return Absence(statement, "normal", words)
    supporters = [f.statement for one in disputed for f in one.findings if f.role.supports]
    best = trust.best_tier(supporters)
    names = wording.names([s for s in supporters if s.source.tier == best])
    if best <= trust.OFFICIAL and best < statement.source.tier:
        words = f"Shows no act, which the official sources rule out: {names}"
        return Absence(statement, "deprecated", words)
    return Absence(statement, "normal", f"Shows no act where one is stated by {names}")


def _lingering(left: Conclusion, conclusions: list[Conclusion]) -> list[Opposition]:
    """Lists without dates that still show the actor after its withdrawal took effect."""
    gone = _left(left)
    if gone is None:
        return []
    lists = [
        finding.statement
        for one in conclusions
        if one.key == left.key._replace(family="consent")
        for finding in one.findings
        if finding.role is Role.STATUS
        and finding.statement.as_of is not None
        # What a collector inferred is no list.
        and finding.statement.evidence == "stated"
    ]
    return [
        Opposition(
            s, f"{wording.upper_first(wording.source_name(s.source))} still lists it on {s.as_of}"
        )
        for s in lists
        if s.as_of is not None and s.as_of > gone
    ]
