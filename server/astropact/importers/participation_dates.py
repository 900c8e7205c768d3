"""The date of each source's list, learnt from the rows.

A row with several sources gives the latest of their dates only. A row with one source gives that
source's own date, and a row whose other sources are all known to be older gives the date of the
remaining one. What cannot be learnt is bounded by the earliest row that cites the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from astropact.importers.participation_notes import attribute, interpret

if TYPE_CHECKING:
    from collections.abc import Sequence

    from astropact.importers.participation_rows import ParticipationRow
    from astropact.importers.participation_sources import Citation


# No source of the record was read later, so an undated one is no younger.
READ_BY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class ListDate:
    """When a source's list was made."""

    day: date
    estimated: bool = False
    bound: bool = False
    """The day is only the latest that it can be."""


class ListDates:
    """The list dates of all sources that ``rows`` cite."""

    def __init__(self, rows: Sequence[ParticipationRow]) -> None:
        dated = [(row, row.as_of) for row in rows if row.as_of is not None]
        self.estimated: set[str] = set()
        """Slugs of the sources whose list date some row calls estimated."""
        self._known: dict[str, ListDate] = {}
        own: dict[str, set[date]] = {}
        for row, day in dated:
            for citation in row.citations:
                self._take_stated(citation)
            if len(row.citations) == 1:
                slug = row.citations[0].slug
                own.setdefault(slug, set()).add(day)
                if interpret(attribute(row.note, row.citations)[0]).estimated:
                    self.estimated.add(slug)
        self._several = {slug for slug, days in own.items() if len(days) > 1}
        for slug, days in own.items():
            if slug not in self._known and slug not in self._several:
                self._know(slug, next(iter(days)))
        self._learn_from_companions(dated)
        self._bound(dated)

    def of_source(self, slug: str) -> ListDate | None:
        """The one date of a source's list; None when it is unknown or there are several."""
        return self._known.get(slug)

    def of_statement(self, row: ParticipationRow, slug: str) -> ListDate:
        """The list date of what the source called ``slug`` says in ``row``, or its latest bound."""
        if slug in self._known:
            return self._known[slug]
        if row.as_of is None:
            return ListDate(READ_BY, estimated=True, bound=True)
        several = len(row.citations) > 1
        return ListDate(row.as_of, estimated=several, bound=several)

    def _take_stated(self, citation: Citation) -> None:
        known = citation.known
        if known is not None and known.as_of:
            if known.estimated:
                self.estimated.add(citation.slug)
            self._know(citation.slug, date.fromisoformat(known.as_of))

    def _know(self, slug: str, day: date) -> None:
        self._known[slug] = ListDate(day, slug in self.estimated)

    def _learn_from_companions(self, dated: Sequence[tuple[ParticipationRow, date]]) -> None:
        learnt: dict[str, set[date]] = {}
        for row, day in dated:
            unknown = [c.slug for c in row.citations if c.slug not in self._known]
            if len(unknown) != 1 or unknown[0] in self._several:
                continue
            others = [self._known[c.slug].day for c in row.citations if c.slug in self._known]
            if others and max(others) < day:
                learnt.setdefault(unknown[0], set()).add(day)
        for slug, days in learnt.items():
            if len(days) == 1:
                self._know(slug, next(iter(days)))

    def _bound(self, dated: Sequence[tuple[ParticipationRow, date]]) -> None:
        latest: dict[str, date] = {}
        for row, day in dated:
            for citation in row.citations:
                if citation.slug not in self._known and citation.slug not in self._several:
                    latest[citation.slug] = min(latest.get(citation.slug, day), day)
        for slug, day in latest.items():
            self._known[slug] = ListDate(day, estimated=True, bound=True)
