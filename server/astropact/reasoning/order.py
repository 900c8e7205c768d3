"""The place of an act among the acts of its kind, and the bounds that follow from it.

Sources number the signatures of an instrument ("the 53rd"). The number counts in the order of
trust like a date does. An act whose day no source gives was done between the days of the acts
before and after it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from astropact.reasoning import trust

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from astropact.reasoning.conclusion import Conclusion


def place(conclusion: Conclusion) -> tuple[int, int] | None:
    """The first and last possible place of the act; the two are one where a source is exact.

    The most trusted source decides; among equals the narrower range, then the more sources.
    """
    given: dict[tuple[int, int], list[int]] = {}
    for finding in conclusion.findings:
        if finding.role.supports and finding.statement.ordinals is not None:
            tiers = given.setdefault(finding.statement.ordinals, [])
            tiers.append(finding.statement.source.tier)
    if not given:
        return None
    return min(
        given, key=lambda both: (min(given[both]), both[1] - both[0], -len(given[both]), both)
    )


def by_instruments(conclusion: Conclusion) -> tuple[str, ...]:
    """The instruments by which the act was done, as the most trusted source that names one says."""
    named = [
        finding.statement
        for finding in conclusion.findings
        if finding.role.supports and finding.statement.by_instrument
    ]
    if not named:
        return ()
    best = trust.best_tier(named)
    return tuple(sorted({s.by_instrument for s in named if s.source.tier == best}))


def between(conclusions: Iterable[Conclusion]) -> list[Conclusion]:
    """The conclusions, those without a day bounded by their neighbours in the order."""
    everything = [replace(one, place=place(one)) if one.kind else one for one in conclusions]
    days: dict[tuple[str, str], dict[int, date]] = {}
    for one in everything:
        if one.place is not None and one.place[0] == one.place[1] and one.on is not None:
            known = days.setdefault((one.key.instrument, one.key.family), {})
            known[one.place[0]] = one.on
    return [_bounded(one, days.get((one.key.instrument, one.key.family), {})) for one in everything]


def _bounded(one: Conclusion, days: dict[int, date]) -> Conclusion:
    if one.place is None or one.on is not None:
        return one
    first, last = one.place
    earlier = max((day for number, day in days.items() if number < first), default=None)
    later = min((day for number, day in days.items() if number > last), default=None)
    not_before = max((day for day in (one.not_before, earlier) if day), default=None)
    not_after = min((day for day in (one.not_after, later) if day), default=None)
    if not_before is not None and not_after is not None and not_before > not_after:
        # The order and the dates contradict each other, so the order bounds nothing.
        return one
    if (not_before, not_after) == (one.not_before, one.not_after):
        return one
    words = f"As {_number(first, last)} in the order it was done"
    if earlier is not None and not_before == earlier:
        words += f" not before {earlier}"
    if later is not None and not_after == later:
        words += f"{' and' if not_before == earlier else ''} not after {later}"
    return replace(one, not_before=not_before, not_after=not_after, place_words=words)


def _number(first: int, last: int) -> str:
    return f"number {first}" if first == last else f"one of numbers {first} to {last}"
