"""Answers in the plural: all that binds one actor, all that one text binds, and what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from astropact.catalog.bound_model import BoundNorm, Cited, Verdict
    from astropact.catalog.labels import Name

COLUMNS: Final = (
    "actor",
    "actor_iri",
    "instrument",
    "instrument_iri",
    "on",
    "verdict",
    "from",
    "until",
    "confidence",
    "summary",
)
"""The columns of lists of verdicts."""


@dataclass(frozen=True)
class NearTotal:
    """An official number of participants, printed for a day near the one asked about."""

    iri: str
    kind: Name
    count: int
    as_of: str
    source: Cited

    def to_json(self) -> dict[str, object]:
        """The total as plain data."""
        return {
            "iri": self.iri,
            "kind": self.kind._asdict(),
            "count": self.count,
            "as_of": self.as_of,
            "source": self.source.to_json(),
        }


@dataclass(frozen=True)
class Answers:
    """Verdicts on one day: all that binds an actor, or all whom a text binds."""

    title: str
    kind: str
    """``actor`` or ``instrument``: which of the two was given."""
    on: str
    rows: tuple[Verdict, ...]
    totals: tuple[NearTotal, ...] = ()
    norms: tuple[BoundNorm, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many verdicts there are of each value."""
        return dict(sorted(Counter(row.verdict for row in self.rows).items()))

    def to_json(self) -> dict[str, object]:
        """The answers as plain data."""
        return {
            "title": self.title,
            "kind": self.kind,
            "on": self.on,
            "counts": self.counts,
            "verdicts": [row.to_json(chain=False) for row in self.rows],
            "totals": [total.to_json() for total in self.totals],
            "norms": [norm.to_json() for norm in self.norms],
        }

    def to_rows(self) -> Iterator[dict[str, str]]:
        """The verdicts as flat rows, for tables."""
        return (verdict_row(row) for row in self.rows)


@dataclass(frozen=True)
class Shared:
    """An instrument under which both actors stand, and how each does."""

    instrument: Name
    first: Verdict
    second: Verdict


@dataclass(frozen=True)
class Owed:
    """A norm that one actor owes to everybody, the other one included, which is not bound."""

    debtor: Name
    creditor: Name
    norm: BoundNorm
    verdict: Verdict


@dataclass(frozen=True)
class Mutual:
    """What two actors owe each other on one day.

    ``agreements`` are those of ``both`` that the two concluded with each other.
    """

    title: str
    first: Name
    second: Name
    on: str
    both: tuple[Shared, ...]
    agreements: tuple[Name, ...]
    owed: tuple[Owed, ...]
    kind: str = "mutual"


@dataclass(frozen=True)
class Turn:
    """One change of standing: the day, what it was, what it is, and the reason."""

    day: str
    actor: Name
    instrument: Name
    before: str
    after: str
    sentence: str
    acts: tuple[Name, ...]


@dataclass(frozen=True)
class Turns:
    """What changed after one day and up to another."""

    title: str
    start: str
    end: str
    rows: tuple[Turn, ...]
    kind: str = "changes"


@dataclass(frozen=True)
class Duty:
    """A norm on a matter, with how the actor stands under its instrument.

    Without an actor ``verdict`` is None and ``bound`` counts those who are bound or committed.
    """

    norm: BoundNorm
    instrument: Name
    verdict: Verdict | None
    bound: dict[str, int]


@dataclass(frozen=True)
class Duties:
    """The norms on one subject matter, or those that one event calls up, on a day."""

    title: str
    on: str
    matter: Name
    actor: Name | None
    rows: tuple[Duty, ...]
    kind: str = "duties"


def verdict_row(verdict: Verdict) -> dict[str, str]:
    """One verdict as a flat row with :data:`COLUMNS`."""
    return {
        "actor": verdict.actor.label,
        "actor_iri": verdict.actor.iri,
        "instrument": verdict.instrument.label,
        "instrument_iri": verdict.instrument.iri,
        "on": verdict.on,
        "verdict": verdict.verdict,
        "from": verdict.start,
        "until": verdict.end,
        "confidence": verdict.confidence.level if verdict.confidence else "",
        "summary": verdict.summary,
    }
