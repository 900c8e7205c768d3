"""A timeline as a drawing: lanes of bars and marks, placed in percent of the width.

Percentages let one drawing fit any screen without a script, while its text keeps its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from astropact.namespaces import CONSENT

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from astropact.catalog.evidence import Act
    from astropact.catalog.labels import Name
    from astropact.catalog.periods import Period

# The part of the width between which days lie; beyond it arrows tell that a period goes on.
_LEFT: Final = 0.6
_RIGHT: Final = 97.0
_DAYS_OF_YEAR: Final = 365.25
_NARROWEST: Final = 0.5
# A bar narrower than this has no room for its letter.
_ROOM_FOR_LETTER: Final = 4.0
_LANE: Final = 40
_HEAD: Final = 34
# More years than this are marked by every tenth year, every fifth, every second.
_STEPS: Final = ((36, 10), (14, 5), (7, 2), (0, 1))
LETTERS: Final = {
    "bound": "B",
    "committed": "C",
    "contested": "!",
    "not-bound": "–",
    "unknown": "?",
}
"""What stands for a standing where there is room for one character only."""


@dataclass(frozen=True)
class Bar:
    """A period: where it begins and how wide it is, in percent."""

    period: Period
    x: float
    width: float
    letter: str
    goes_on: bool


@dataclass(frozen=True)
class Mark:
    """An act, at the day on which it was done or by which it was done at the latest."""

    act: Act
    x: float
    shape: str
    """``signs``, ``joins``, ``leaves`` or ``other``."""
    when: str


@dataclass(frozen=True)
class Lane:
    """One instrument: its periods and acts. ``y`` is its upper edge in pixels."""

    name: Name
    y: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Chart:
    """A timeline of one actor; ``years`` are places with the year to write there."""

    lanes: tuple[Lane, ...]
    years: tuple[tuple[float, int], ...]
    today: float
    height: int
    apart: int
    """Where the instruments end that are joined by acts, in pixels; 0 without any others."""

    @property
    def standings(self) -> list[str]:
        """The standings that occur, in the order of the letters."""
        found = {bar.period.standing for lane in self.lanes for bar in lane.bars}
        return [standing for standing in LETTERS if standing in found]

    @property
    def shapes(self) -> list[str]:
        """The shapes of marks that occur."""
        found = {mark.shape for lane in self.lanes for mark in lane.marks}
        return [shape for shape in ("signs", "joins", "leaves", "other") if shape in found]


class _Scale:
    """Places of days between the first and the last year that the drawing shows."""

    def __init__(self, days: Sequence[str], today: str) -> None:
        self.first = date(int(min((*days, today))[:4]), 1, 1)
        self.last = date(int(max((*days, today))[:4]) + 1, 1, 1)
        self._unit = (_RIGHT - _LEFT) / (self.last - self.first).days

    def place(self, day: str) -> float:
        return round(_LEFT + (date.fromisoformat(day) - self.first).days * self._unit, 2)

    def years(self) -> tuple[tuple[float, int], ...]:
        span = self.last.year - self.first.year
        step = next(step for least, step in _STEPS if span > least)
        start = -(-self.first.year // step) * step
        return tuple(
            (self.place(f"{year}-01-01"), year) for year in range(start, self.last.year, step)
        )


def draw(
    periods: Iterable[Period], acts: Iterable[Act], today: str, joined: Container[str]
) -> Chart | None:
    """The timeline of one actor: instruments ``joined`` by acts, then others, by first day.

    ``today`` is a day as YYYY-MM-DD. An act of which no day is known is left out. Without any
    period or dated act there is nothing to draw.
    """
    held: dict[Name, tuple[list[Period], list[Act]]] = {}
    for period in periods:
        held.setdefault(period.instrument, ([], []))[0].append(period)
    for act in acts:
        if act.action_on or act.not_after:
            held.setdefault(act.instrument, ([], []))[1].append(act)
    if not held:
        return None
    days = {name: _days(*both) for name, both in held.items()}
    scale = _Scale([day for found in days.values() for day in found], today)
    lanes = [
        Lane(
            name=name,
            y=_HEAD + number * _LANE,
            bars=tuple(_bar(period, scale, today) for period in held[name][0]),
            marks=tuple(_mark(act, scale) for act in held[name][1]),
        )
        for number, name in enumerate(
            sorted(held, key=lambda name: (name.iri not in joined, min(days[name]), name.label))
        )
    ]
    main = sum(lane.name.iri in joined for lane in lanes)
    return Chart(
        lanes=tuple(lanes),
        years=scale.years(),
        today=scale.place(today),
        height=_HEAD + len(lanes) * _LANE,
        apart=_HEAD + main * _LANE if 0 < main < len(lanes) else 0,
    )


def _days(periods: Iterable[Period], acts: Iterable[Act]) -> list[str]:
    found = [day for period in periods for day in (period.start, period.end) if day]
    return found + [act.action_on or act.not_after for act in acts]


def _bar(period: Period, scale: _Scale, today: str) -> Bar:
    start = scale.place(period.start)
    # What goes on is drawn up to today, or from its first day when that is still to come.
    end = scale.place(period.end or max(today, period.start))
    width = max(round(end - start, 2), _NARROWEST)
    return Bar(
        period=period,
        x=start,
        width=width,
        letter=LETTERS.get(period.standing, "") if width >= _ROOM_FOR_LETTER else "",
        goes_on=not period.end,
    )


def _mark(act: Act, scale: _Scale) -> Mark:
    kind = act.kind.iri.rpartition("/")[2]
    if kind in CONSENT or kind == "declaration-of-acceptance":
        shape = "joins"
    else:
        shape = {"signature": "signs", "withdrawal": "leaves"}.get(kind, "other")
    return Mark(
        act=act,
        x=scale.place(act.action_on or act.not_after),
        shape=shape,
        when=act.action_on or f"by {act.not_after}",
    )
