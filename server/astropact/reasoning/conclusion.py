"""What the record concludes about one act: the parts of it, without the judgement.

How a conclusion is come to is told in ``decide``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from astropact.reasoning.faults import Fault
    from astropact.reasoning.grouping import Attribution, Key
    from astropact.reasoning.model import Instrument, Record, Statement


class Role(Enum):
    """What a statement does to the act."""

    EXACT = "gives the same date"
    ELSEWHERE = "gives a later day at one of several depositaries"
    EFFECT = "gives the day of effect"
    WITHIN = "gives a month, a year or a bound that the date fits"
    STATUS = "gives no date"
    EXISTENCE = "shows that the act was done, but its date cannot be right"
    OTHER_DATE = "gives another date"
    TOO_EARLY = "already lists the act before its date"
    OTHER_KIND = "calls the act something else"
    FAULTY = "cannot be right"

    @property
    def supports(self) -> bool:
        """Whether the act is the better founded for it."""
        return self in SUPPORT

    @property
    def disputes(self) -> bool:
        """Whether it speaks against the act as concluded."""
        return not self.supports


SUPPORT = (
    Role.EXACT,
    Role.ELSEWHERE,
    Role.EFFECT,
    Role.WITHIN,
    Role.STATUS,
    Role.EXISTENCE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement, its part in the act, its rank, and the gross error found in it."""

    statement: Statement
    attribution: Attribution
    role: Role
    rank: str
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Opposition:
    """A list that speaks against an act without being about one, and what it says in words."""

    statement: Statement
    words: str


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the record concludes about one act; no act when ``kind`` is empty.

    ``inferred`` is true when no source states it, so that only the collector's reasoning stands.
    """

    key: Key
    kind: str
    findings: tuple[Finding, ...]
    on: date | None = None
    not_before: date | None = None
    not_after: date | None = None
    effective: date | None = None
    effect_words: str = ""
    inferred: bool = False
    slips: frozenset[Slip] = field(default_factory=frozenset)
    place: tuple[int, int] | None = None
    place_words: str = ""
    against: tuple[Opposition, ...] = ()

    def statements(self, *roles: Role) -> list[Statement]:
        """The statements with one of these parts in the act."""
        return [f.statement for f in self.findings if f.role in roles]


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong date that one work was shown to give for a right one, and for which actor."""

    work: str
    wrong: date
    right: date
    actor: str


@dataclass(frozen=True, slots=True)
class Case:
    """The statements about one act, and what else is known before judging them."""

    key: Key
    members: tuple[tuple[Statement, Attribution], ...]
    record: Record
    signed: date | None = None
    slips: frozenset[Slip] = frozenset()
    effect_days: frozenset[date] = frozenset()
    too_late: frozenset[date] = frozenset()
    """Stated days of effect on which the actor existed already, so that none began it."""

    @property
    def instrument(self) -> Instrument:
        """The instrument that the act is under."""
        return self.record.instruments[self.key.instrument]
