"""Dates whose day and month a source exchanges (``docs/reconciliation.md``, section 3).

A list that was read with the wrong order of day and month gives another valid day wherever the
day is not above 12. Where that is proven for a list under an instrument, such a date of it is
checked against the others: it is kept, set aside, or taken for one of two readings.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from astropact.namespaces import thing
from astropact.reasoning import dates, faults, trust, wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from astropact.reasoning.faults import Fault
    from astropact.reasoning.grouping import Attribution
    from astropact.reasoning.model import Record, Statement

# The works that exchange day and month, by instrument, and the kinds of act concerned. Of HUGGO's
# dates of the test ban that may be exchanged other sources refute 53 and confirm one that the
# collector had not put right; nothing shows the same for its successions.
SWAPPING: Final = {thing("instrument", "partial-test-ban-treaty"): "huggo"}
KINDS: Final = frozenset({"signature", "ratification", "accession"})


def judge(
    statement: Statement,
    attribution: Attribution,
    others: Sequence[Statement],
    record: Record,
    signed: date | None,
) -> tuple[Statement, Fault | None]:
    """The statement as far as its date can be relied upon, and the error proven in it.

    ``others`` are the statements on the same act, ``signed`` the day of its signature if known.
    What nothing proves or refutes becomes a span from the one reading to the other.
    """
    other = _other_reading(statement)
    if statement.on is None or other is None:
        return statement, None
    own = trust.work(statement.source)
    witnesses = [
        s for s in others if s.evidence == "stated" and s.on and trust.work(s.source) != own
    ]
    if any(s.on == statement.on for s in witnesses):
        return statement, None
    if right := [s for s in witnesses if s.on == other]:
        several = len({wording.source_name(s.source) for s in right}) > 1
        has = "have" if several else "has"
        return statement, _fault(statement, f"{wording.names(right)} {has} {other}")
    wrong = _impossible(statement, attribution, record, signed)
    if _impossible(_dated(statement, other), attribution, record, signed) is not None:
        return statement, None
    if wrong is not None:
        return statement, _fault(statement, f"{wrong.words}, and {other} is possible")
    first, last = sorted((statement.on, other))
    stated = f"{statement.stated} or {other} (day and month may be exchanged)"
    return replace(statement, on=None, not_before=first, not_after=last, stated=stated), None


def _other_reading(statement: Statement) -> date | None:
    if statement.kind not in KINDS or statement.on is None:
        return None
    if SWAPPING.get(statement.instrument) != trust.work(statement.source):
        return None
    return dates.exchanged(statement.on)


def _fault(statement: Statement, why: str) -> Fault:
    return faults.Fault(f"day and month of {statement.stated} are swapped: {why}", act=False)


def _dated(statement: Statement, day: date) -> Statement:
    return replace(statement, on=day, not_before=day, not_after=day, stated=str(day))


def _impossible(
    statement: Statement, attribution: Attribution, record: Record, signed: date | None
) -> Fault | None:
    return faults.find_fault(statement, attribution, record) or faults.before_signature(
        statement, signed
    )
