"""What sources say is not there: lists that show no act of an actor.

A row of the collected tables is of something found, so a cell that a list leaves empty has no
row. The cells below are empty in lists that have a row for the actor and mean to be complete; they
are taken up because other sources report an act, or because a source says in words that there is
none. Empty cells that nobody contradicts are left out: they would say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Absence:
    """An empty cell: ``source`` is the slug of a source that the tables cite."""

    source: str
    instrument: str
    code: str
    locator: str
    note: str


_NOT_SIGNED = "The ministry is quoted as saying that Malaysia has not signed it."

ABSENCES: tuple[Absence, ...] = (
    Absence(
        "unoosa-crp9-rev1-2026",
        "outer-space-treaty",
        "slb",
        "treaty_status.json, key SLB",
        "The table has a row for the Solomon Islands and shows no act under this treaty.",
    ),
    Absence(
        "malaysiatrend-com",
        "liability-convention",
        "mys",
        "passage on Malaysia",
        _NOT_SIGNED,
    ),
    Absence(
        "malaysiatrend-com",
        "registration-convention",
        "mys",
        "passage on Malaysia",
        _NOT_SIGNED,
    ),
    Absence("malaysiatrend-com", "moon-agreement", "mys", "passage on Malaysia", _NOT_SIGNED),
    Absence(
        "wikisum-arabsat",
        "arabsat-agreement",
        "com",
        "passage on the shareholders",
        "The page excepts the Comoros from the states of the Arab League that hold shares.",
    ),
)
