"""Standing periods for readers: who stands how, from when until when, and for which reason.

:mod:`astropact.catalog.standings` holds all periods for looking up a day; this reads the few of
one actor or one instrument with what explains them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.namespaces import concept
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from astropact.store.base import Store

_STANDING: Final = concept("standing") + "/"


@dataclass(frozen=True)
class Period:
    """A span of days in which the standing of an actor under an instrument does not change.

    Days are written YYYY-MM-DD: ``start`` is the first, ``end`` the first after it, empty while
    the period goes on.
    """

    iri: str
    actor: Name
    instrument: Name
    standing: str
    start: str
    end: str
    because: str
    doubts: tuple[Name, ...]
    """Why a contested period is contested."""

    def covers(self, day: str) -> bool:
        """Whether a day lies in the period."""
        return self.start <= day and (not self.end or day < self.end)


def periods_of(store: Store, role: Literal["actor", "instrument"], iri: str) -> tuple[Period, ...]:
    """The standing periods of an actor, or under an instrument, by actor, instrument and start."""
    rows = [
        {name: term.value for name, term in row.items()}
        for row in store.query(
            PROLOGUE
            + f"""SELECT ?period ?actor ?instrument ?standing ?from ?until ?because ?doubt {{
              ?period ap:{role} {iriref(iri)} ; ap:standing ?standing ; ap:from ?from ;
                ap:actor ?actor ; ap:instrument ?instrument .
              OPTIONAL {{ ?period ap:until ?until }}
              OPTIONAL {{ ?period ap:because ?because }}
              OPTIONAL {{ ?period ap:doubt ?doubt }}
            }}"""
        ).rows()
    ]
    wanted = {row[key] for row in rows for key in ("actor", "instrument", "doubt") if key in row}
    named = {one: Name(one, label) for one, label in labels(store, wanted).items()}
    doubts: dict[str, set[Name]] = {}
    for row in rows:
        if "doubt" in row:
            doubts.setdefault(row["period"], set()).add(named[row["doubt"]])
    found = {
        row["period"]: Period(
            iri=row["period"],
            actor=named[row["actor"]],
            instrument=named[row["instrument"]],
            standing=row["standing"].removeprefix(_STANDING),
            start=row["from"],
            end=row.get("until", ""),
            because=row.get("because", ""),
            doubts=tuple(sorted(doubts.get(row["period"], ()), key=lambda name: name.label)),
        )
        for row in rows
    }
    return tuple(sorted(found.values(), key=_order))


def _order(period: Period) -> tuple[str, str, str, str]:
    return (
        period.actor.label.casefold(),
        period.instrument.label.casefold(),
        period.start,
        period.iri,
    )
