"""The participation matrix: how every state stands under every instrument on one day."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from astropact.catalog.labels import Name, labels
from astropact.catalog.resolve import SHORT_NAMES
from astropact.namespaces import ID, STANDINGS, thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from astropact.catalog.grounds import Absence, Grounds
    from astropact.catalog.standings import Period, Standings
    from astropact.store.base import Store

Who = Literal["states", "organisations", "former"]
Which = Literal["all", "un-treaties"]
ACTORS: Final[dict[Who, str]] = {
    "states": "states that existed on the day",
    "organisations": "organisations",
    "former": "states that are no more",
}
GROUPS: Final[dict[Which, str]] = {
    "all": "all instruments that are joined by acts",
    "un-treaties": "the five United Nations treaties",
}
_UN_TREATIES: Final = tuple(
    thing("instrument", slug)
    for slug in (
        "outer-space-treaty",
        "rescue-agreement",
        "liability-convention",
        "registration-convention",
        "moon-agreement",
    )
)
_LAW: Final = "legally-binding"
# Why a pair without a period stands as it does, in the few words that a cell has room for.
_REASONS: Final = {
    "not-yet-there": "not yet founded",
    "no-longer-there": "no longer there",
    "not-in-force": "not yet in force",
    "terminated": "no longer in force",
    "signed": "signed only",
    "listed": "listed without an act of consent",
    "undecided": "its act has no known effect",
    "no-force": "not law",
    "no-state": "for states only",
}


@dataclass(frozen=True)
class Cell:
    """How one actor stands under one instrument; days are empty where there is none to tell."""

    verdict: str
    start: str
    end: str
    words: str
    """The verdict with its days: ``bound since 2012-08-17``."""


@dataclass(frozen=True)
class Column:
    """An instrument, and how many of the actors shown stand how."""

    name: Name
    slug: str
    short: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Row:
    """An actor with a cell for each column; ``slug`` is what addresses name it by."""

    name: Name
    slug: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """The standings of a choice of actors under a choice of instruments on one day."""

    day: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    before: str
    """The last day before on which something in it changed, if any."""
    after: str
    """The first day after on which something in it changes, if any."""

    @property
    def counts(self) -> dict[str, int]:
        """How many cells hold each standing."""
        return {
            standing: sum(column.counts.get(standing, 0) for column in self.columns)
            for standing in STANDINGS
        }

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of the table as comma-separated values."""
        return ("actor", "actor_iri", *(column.slug for column in self.columns))

    def to_rows(self) -> Iterator[dict[str, str]]:
        """The table with one verdict in each cell, for comma-separated values."""
        for row in self.rows:
            verdicts = {
                column.slug: cell.verdict
                for column, cell in zip(self.columns, row.cells, strict=True)
            }
            yield {"actor": row.name.label, "actor_iri": row.name.iri, **verdicts}

    def to_json(self) -> dict[str, object]:
        """The matrix as plain data."""
        return {
            "on": self.day,
            "instruments": [
                {**column.name._asdict(), "slug": column.slug, "counts": dict(column.counts)}
                for column in self.columns
            ],
            "actors": [
                {
                    **row.name._asdict(),
                    "standings": {
                        column.slug: {
                            "verdict": cell.verdict,
                            "from": cell.start or None,
                            "until": cell.end or None,
                        }
                        for column, cell in zip(self.columns, row.cells, strict=True)
                    },
                }
                for row in self.rows
            ],
        }


def slug_of(actor: str) -> str:
    """What addresses name an actor by: ``sau`` for a state, ``org/esa`` for any other."""
    return actor.removeprefix(ID).removeprefix("state/")


def short_name(instrument: Name) -> str:
    """The customary abbreviation of an instrument, else its label."""
    return SHORT_NAMES.get(instrument.iri.rpartition("/")[2], instrument.label)


def instruments_of(grounds: Grounds, which: Which = "all") -> list[str]:
    """The instruments that actors join by acts of their own.

    The treaties of the United Nations come first, then other treaties, then what is no law, each
    with the most participants first.
    """
    joined = Counter(instrument for _actor, instrument in grounds.kinds)
    if which == "un-treaties":
        return [iri for iri in _UN_TREATIES if iri in joined]

    def order(iri: str) -> tuple[int, bool, int, str]:
        place = _UN_TREATIES.index(iri) if iri in _UN_TREATIES else len(_UN_TREATIES)
        law = iri in grounds.texts and grounds.texts[iri].force == _LAW
        return (place, not law, -joined[iri], iri)

    return sorted(joined, key=order)


def actors_of(grounds: Grounds, who: Who, day: str) -> set[str]:
    """The actors of a kind; of states only those that can have existed on the day."""
    if who == "organisations":
        return {actor for actor, _instrument in grounds.kinds} - grounds.states
    ended = {actor for actor in grounds.states if grounds.lifetimes.get(actor, ("", ""))[1]}
    if who == "former":
        return ended
    return {
        actor
        for actor in grounds.states
        for first, last in (grounds.lifetimes.get(actor, ("", "")),)
        if first <= day and (not last or day < last)
    }


def matrix(
    store: Store,
    standings: Standings,
    day: str,
    *,
    who: Who = "states",
    which: Which = "all",
) -> Matrix:
    """The matrix of a day, written YYYY-MM-DD; ``store`` only gives the names."""
    instruments = instruments_of(standings.grounds, which)
    actors = actors_of(standings.grounds, who, day)
    named = labels(store, [*instruments, *actors])
    columns = [Name(iri, named[iri]) for iri in instruments]
    rows = tuple(
        Row(
            Name(actor, named[actor]),
            slug_of(actor),
            tuple(_cell(standings, actor, column.iri, day) for column in columns),
        )
        for actor in sorted(actors, key=lambda actor: (_by_letters(named[actor]), actor))
    )
    before, after = _neighbours(standings.periods, actors, set(instruments), day)
    return Matrix(
        day=day,
        columns=tuple(
            Column(
                name,
                name.iri.removeprefix(thing("instrument", "")),
                short_name(name),
                Counter(row.cells[place].verdict for row in rows),
            )
            for place, name in enumerate(columns)
        ),
        rows=rows,
        before=before,
        after=after,
    )


def _cell(standings: Standings, actor: str, instrument: str, day: str) -> Cell:
    period = standings.at(actor, instrument, day)
    if period is None:
        return _without(standings.grounds.absent(standings, actor, instrument, day))
    until = f" until {period.end}" if period.end else ""
    words = f"{period.standing} since {period.start}{until}"
    return Cell(period.standing, period.start, period.end, words)


def _without(absence: Absence) -> Cell:
    words = absence.verdict.replace("-", " ")
    period = absence.period
    if period is not None and absence.reason == "before":
        return Cell(absence.verdict, "", period.start, f"{words} until {period.start}")
    if period is not None and absence.reason == "after":
        return Cell(absence.verdict, period.end, "", f"{words} since {period.end}")
    reason = _REASONS.get(absence.reason, "")
    return Cell(absence.verdict, "", "", f"{words}, {reason}" if reason else words)


def _neighbours(
    periods: Iterable[Period], actors: set[str], instruments: set[str], day: str
) -> tuple[str, str]:
    days = sorted(
        {
            changed
            for period in periods
            if period.actor in actors and period.instrument in instruments
            for changed in (period.start, period.end)
            if changed
        }
    )
    before, after = bisect_left(days, day), bisect_right(days, day)
    return (days[before - 1] if before else "", days[after] if after < len(days) else "")


def _by_letters(text: str) -> str:
    """A key that sorts Å with A."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
