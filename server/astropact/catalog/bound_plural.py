"""What answers in the plural consist of, and their forms as plain data and as rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from astropact.catalog.bound_model import BoundNorm, Cited, Triple, Verdict
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

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of :meth:`to_rows`."""
        return COLUMNS

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

    def to_json(self) -> dict[str, object]:
        """The answer as plain data."""
        return {
            "title": self.title,
            "kind": self.kind,
            "on": self.on,
            "actor": self.first._asdict(),
            "with": self.second._asdict(),
            "both": [
                {
                    "instrument": shared.instrument._asdict(),
                    "actor": shared.first.to_json(chain=False),
                    "with": shared.second.to_json(chain=False),
                }
                for shared in self.both
            ],
            "agreements": [name._asdict() for name in self.agreements],
            "owed": [
                {
                    "debtor": owed.debtor._asdict(),
                    "creditor": owed.creditor._asdict(),
                    "norm": owed.norm.to_json(),
                    "verdict": owed.verdict.to_json(chain=False),
                }
                for owed in self.owed
            ],
        }

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of :meth:`to_rows`."""
        return ("instrument", "instrument_iri", "actor", "with", "agreement", "norm", "gist")

    def to_rows(self) -> Iterator[dict[str, str]]:
        """A row for each shared instrument, and one for each norm owed to everybody."""
        own = {name.iri for name in self.agreements}
        for shared in self.both:
            yield {
                "instrument": shared.instrument.label,
                "instrument_iri": shared.instrument.iri,
                "actor": shared.first.verdict,
                "with": shared.second.verdict,
                "agreement": "true" if shared.instrument.iri in own else "false",
                "norm": "",
                "gist": "",
            }
        for owed in self.owed:
            mine = owed.debtor == self.first
            yield {
                "instrument": owed.verdict.instrument.label,
                "instrument_iri": owed.verdict.instrument.iri,
                "actor": owed.verdict.verdict if mine else "",
                "with": "" if mine else owed.verdict.verdict,
                "agreement": "false",
                "norm": owed.norm.iri,
                "gist": owed.norm.gist,
            }


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
    triples: tuple[Triple, ...] = ()
    """What the store says of the periods that begin or end, as terms of N-Triples."""


@dataclass(frozen=True)
class Turns:
    """What changed after one day and up to another."""

    title: str
    start: str
    end: str
    rows: tuple[Turn, ...]
    kind: str = "changes"

    def to_json(self) -> dict[str, object]:
        """The changes as plain data."""
        return {
            "title": self.title,
            "kind": self.kind,
            "from": self.start,
            "to": self.end,
            "changes": [
                {
                    "on": turn.day,
                    "actor": turn.actor._asdict(),
                    "instrument": turn.instrument._asdict(),
                    "before": turn.before,
                    "after": turn.after,
                    "sentence": turn.sentence,
                    "acts": [act._asdict() for act in turn.acts],
                }
                for turn in self.rows
            ],
        }

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of :meth:`to_rows`."""
        return ("on", "actor", "actor_iri", "instrument", "instrument_iri", "before", "after")

    def to_rows(self) -> Iterator[dict[str, str]]:
        """The changes as flat rows, for tables."""
        for turn in self.rows:
            yield {
                "on": turn.day,
                "actor": turn.actor.label,
                "actor_iri": turn.actor.iri,
                "instrument": turn.instrument.label,
                "instrument_iri": turn.instrument.iri,
                "before": turn.before,
                "after": turn.after,
            }


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

    def to_json(self) -> dict[str, object]:
        """The duties as plain data."""
        return {
            "title": self.title,
            "kind": self.kind,
            "on": self.on,
            "matter": self.matter._asdict(),
            "actor": self.actor._asdict() if self.actor else None,
            "duties": [
                {
                    "norm": duty.norm.to_json(),
                    "instrument": duty.instrument._asdict(),
                    "verdict": duty.verdict.to_json(chain=False) if duty.verdict else None,
                    "bound": duty.bound,
                }
                for duty in self.rows
            ],
        }

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of :meth:`to_rows`."""
        return ("norm", "provision", "kind", "bearer", "gist", "instrument", "verdict", "bound")

    def to_rows(self) -> Iterator[dict[str, str]]:
        """The duties as flat rows, for tables."""
        for duty in self.rows:
            yield {
                "norm": duty.norm.iri,
                "provision": duty.norm.provision.label,
                "kind": duty.norm.kind,
                "bearer": duty.norm.bearer,
                "gist": duty.norm.gist,
                "instrument": duty.instrument.label,
                "verdict": duty.verdict.verdict if duty.verdict else "",
                "bound": "" if duty.verdict else str(duty.bound.get("bound", 0)),
            }


Plural = Answers | Mutual | Turns | Duties


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
