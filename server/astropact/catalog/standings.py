"""An index of all standing periods: who stands how under which instrument, from when until when.

The rules derive the periods (``ontology/rules``); the index only holds them so that a day can be
looked up without a query. :data:`PAIR_QUERY` and :data:`MATRIX_QUERY` ask the same of SPARQL.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, Final, NamedTuple

from astropact.catalog.grounds import Grounds, read_grounds
from astropact.catalog.labels import PROLOGUE
from astropact.namespaces import XSD, concept
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from astropact.catalog.bound_model import BoundNorm, BoundReading
    from astropact.catalog.facts import Shared
    from astropact.catalog.norms import Norm
    from astropact.store.base import Store

    Readings = tuple[BoundReading, ...]

_PREFIX: Final = concept("standing") + "/"

_PERIODS: Final = (
    PROLOGUE
    + """SELECT ?period ?actor ?instrument ?standing ?from ?until ?notBefore ?notAfter {
  ?period ap:standing ?standing ; ap:actor ?actor ; ap:instrument ?instrument ; ap:from ?from .
  OPTIONAL { ?period ap:until ?until }
  OPTIONAL { ?period ap:notBefore ?notBefore }
  OPTIONAL { ?period ap:notAfter ?notAfter }
}"""
)
PAIR_QUERY: Final = (
    PROLOGUE
    + f"PREFIX kind: <{concept('act-kind')}/> PREFIX force: <{concept('binding-force')}/> "
    + f"PREFIX standing: <{concept('standing')}/> "
    + f"PREFIX status: <{concept('instrument-status')}/> "
    + """SELECT ?verdict ?period ?from ?until {
  OPTIONAL {
    ?period ap:actor ?actor ; ap:instrument ?instrument ; ap:standing ?held ; ap:from ?from .
    OPTIONAL { ?period ap:until ?until }
    FILTER (?from <= ?day && (!BOUND(?until) || ?day < ?until))
  }
  OPTIONAL { ?actor ap:existedNotBefore ?born }
  OPTIONAL { ?actor ap:existedNotAfter ?gone }
  OPTIONAL { ?instrument ap:bindingForce ?force }
  OPTIONAL { ?instrument ap:enteredIntoForceOn ?inForce }
  OPTIONAL { ?instrument ap:participationCompleteTo ?completeTo }
  OPTIONAL { ?instrument ap:signatoriesCompleteTo ?signedTo }
  # Asked apart: within EXISTS the engine joins all that fits each pattern before it looks further.
  {
    SELECT (COUNT(?other) AS ?periods) {
      ?other ap:actor ?actor ; ap:instrument ?instrument ; ap:standing ?some
    }
  }
  {
    SELECT (COUNT(?act) AS ?acts) (SUM(IF(?kind IN (
      kind:ratification, kind:acceptance, kind:approval, kind:accession, kind:succession,
      kind:consent-to-be-bound, kind:declaration-of-acceptance, kind:commitment, kind:joining,
      kind:provisional-application, kind:membership
    ), 1, 0)) AS ?joining) {
      ?act ap:actor ?actor ; ap:instrument ?instrument ; ap:actKind ?kind ;
        a ap:ParticipationAct .
    }
  }
  OPTIONAL {
    SELECT ?succession {
      ?following ap:predecessor ?actor ; ap:successor ?heir .
      ?succession ap:actor ?heir ; ap:instrument ?instrument ; ap:actKind kind:succession
    } LIMIT 1
  }
  OPTIONAL {
    SELECT ?addressed {
      { ?passage ap:provisionOf ?instrument . ?addressed ap:expressedIn ?passage ;
          ap:bearer ?bearer }
      UNION { ?addressed ap:instrument ?instrument ; ap:standing ?some }
    } LIMIT 1
  }
  BIND (
    IF (BOUND(?held), ?held,
    IF (COALESCE(?day < ?born, false) || COALESCE(?day >= ?gone, false), standing:not-bound,
    IF (COALESCE(?day < ?inForce, false), standing:not-bound,
    IF (!BOUND(?inForce) && EXISTS { ?instrument ap:adoptedOn|ap:signedOn|
        ap:openedForSignatureOn|ap:validFrom|ap:notBefore ?made FILTER (?day < ?made) }
      && !EXISTS { ?instrument ap:adoptedOn|ap:signedOn|
        ap:openedForSignatureOn|ap:validFrom|ap:notBefore ?made FILTER (?made <= ?day) },
      standing:not-bound,
    IF (EXISTS { ?instrument ap:terminatedOn ?ended FILTER (?ended <= ?day) }
      || EXISTS { ?instrument ap:validUntil ?last FILTER (?last < ?day) }, standing:not-bound,
    IF (?periods > 0, standing:not-bound,
    IF (?joining > 0, standing:unknown,
    IF (?acts > 0,
      IF ((BOUND(?completeTo) || BOUND(?signedTo)) && !BOUND(?succession)
          && COALESCE(?gone > ?completeTo, true) && COALESCE(?gone > ?signedTo, true),
        standing:not-bound, standing:unknown),
    IF (EXISTS { ?instrument ap:party ?actor },
      IF (EXISTS {
          VALUES ?over { status:expired status:superseded status:terminated }
          ?instrument ap:instrumentStatus ?over
        }, standing:not-bound, standing:unknown),
    IF (COALESCE(?force IN (force:political-commitment, force:proposed), false),
      standing:not-bound,
    IF (BOUND(?addressed)
      && COALESCE(?force IN (force:domestic-law, force:executive-direction), false),
      standing:not-bound,
    IF (EXISTS { ?instrument ap:party ?party }, standing:not-bound,
    IF (COALESCE(?force = force:legally-binding, false) && !EXISTS { ?actor a ap:State },
      standing:not-bound,
    IF (BOUND(?completeTo) && !BOUND(?succession) && COALESCE(?gone > ?completeTo, true),
      standing:not-bound,
      standing:unknown
    )))))))))))))) AS ?verdict)
}"""
)
"""How ``?actor`` stands under ``?instrument`` on ``?day``: :func:`pair_query` gives the three."""
MATRIX_QUERY: Final = (
    PROLOGUE
    + """SELECT ?actor ?instrument ?standing ?period {
  ?period ap:actor ?actor ; ap:instrument ?instrument ; ap:standing ?standing ; ap:from ?from .
  OPTIONAL { ?period ap:until ?until }
  FILTER (?from <= ?day && (!BOUND(?until) || ?day < ?until))
}"""
)
"""How all stand on ``?day`` whom a period covers; for any other pair ask :data:`PAIR_QUERY`."""


def pair_query(actor: str, instrument: str, day: str) -> str:
    """:data:`PAIR_QUERY` with its variables filled in, ready to be sent.

    Raises:
        NotFound: actor or instrument is no IRI.
    """
    given = {"?actor": iriref(actor), "?instrument": iriref(instrument), "?day": _literal(day)}
    # Written in place of the variables they keep every part of the query to this pair.
    return re.sub(r"\?(?:actor|instrument|day)\b", lambda found: given[found[0]], PAIR_QUERY)


def matrix_query(day: str) -> str:
    """:data:`MATRIX_QUERY` with its variable filled in, ready to be sent."""
    return MATRIX_QUERY.replace("?day", _literal(day))


def _literal(day: str) -> str:
    return f'"{day}"^^<{XSD}date>'


class Period(NamedTuple):
    """A span of days in which the standing of an actor under an instrument does not change.

    Days are written YYYY-MM-DD. ``start`` is the first day; ``end`` the first day after it, or
    empty while the period goes on. ``not_before`` and ``not_after`` bound the true first day where
    it is not known.
    """

    iri: str
    actor: str
    instrument: str
    standing: str
    start: str
    end: str
    not_before: str
    not_after: str

    def covers(self, day: str) -> bool:
        """Whether the day lies in the period."""
        return self.start <= day and (not self.end or day < self.end)


class Change(NamedTuple):
    """A day on which a period begins or ends."""

    day: str
    begins: bool
    period: Period


@dataclass(frozen=True)
class Standings:
    """All standing periods of one state of a store."""

    periods: tuple[Period, ...] = field(repr=False)
    """In order of actor, instrument and start."""
    grounds: Grounds = field(repr=False)
    _of_pair: Mapping[tuple[str, str], tuple[Period, ...]] = field(repr=False)
    _of_actor: Mapping[str, tuple[Period, ...]] = field(repr=False)
    _under: Mapping[str, tuple[Period, ...]] = field(repr=False)
    kept: dict[tuple[str, str], tuple[tuple[tuple[Norm, BoundNorm], ...], Readings]] = field(
        repr=False, default_factory=dict
    )
    """Norms and readings of instruments and passages that were asked for before."""
    shared: Shared = field(repr=False, default_factory=dict)
    """Triples of actors, texts and sources that were asked for before."""

    def at(self, actor: str, instrument: str, day: str) -> Period | None:
        """The period of an actor under an instrument that covers a day, if any."""
        periods = self._of_pair.get((actor, instrument), ())
        place = bisect_right(periods, day, key=_start) - 1
        # Periods of one pair never overlap, so only the last that has begun can cover the day.
        return periods[place] if place >= 0 and periods[place].covers(day) else None

    def standing(self, actor: str, instrument: str, day: str) -> str:
        """The verdict for an actor and an instrument on a day, as ``/bound`` gives it."""
        period = self.at(actor, instrument, day)
        if period is not None:
            return period.standing
        return self.grounds.absent(self, actor, instrument, day).verdict

    def of_pair(self, actor: str, instrument: str) -> tuple[Period, ...]:
        """The periods of an actor under an instrument, earliest first."""
        return self._of_pair.get((actor, instrument), ())

    def of_actor(self, actor: str) -> tuple[Period, ...]:
        """The periods of an actor, by instrument and start."""
        return self._of_actor.get(actor, ())

    def under(self, instrument: str) -> tuple[Period, ...]:
        """The periods under an instrument, by actor and start."""
        return self._under.get(instrument, ())

    def matrix(self, day: str) -> dict[tuple[str, str], str]:
        """The standing of each actor under each instrument on a day; pairs without one left out."""
        return {
            (actor, instrument): standing
            for _iri, actor, instrument, standing, start, end, _nb, _na in self.periods
            if start <= day and (not end or day < end)
        }

    def changes(
        self, start: str, end: str, actor: str | None = None, instrument: str | None = None
    ) -> list[Change]:
        """What begins or ends after the day ``start`` and up to the day ``end``, by day.

        A period's end is the first day on which it is over.
        """
        found = []
        for period in self._chosen(actor, instrument):
            if start < period.start <= end:
                found.append(Change(period.start, True, period))
            if period.end and start < period.end <= end:
                found.append(Change(period.end, False, period))
        return sorted(found, key=lambda c: (c.day, c.period.actor, c.period.instrument, c.begins))

    def _chosen(self, actor: str | None, instrument: str | None) -> Iterable[Period]:
        if actor is not None and instrument is not None:
            return self.of_pair(actor, instrument)
        if actor is not None:
            return self.of_actor(actor)
        if instrument is not None:
            return self.under(instrument)
        return self.periods


def read_standings(store: Store) -> Standings:
    """The index of all standing periods in ``store``, read by one query, and their grounds."""
    return index(_periods(store), read_grounds(store))


def index(periods: Iterable[Period], grounds: Grounds) -> Standings:
    """The index of the given periods."""
    ordered = tuple(sorted(set(periods), key=lambda p: (p.actor, p.instrument, p.start)))
    of_pair: dict[tuple[str, str], list[Period]] = {}
    of_actor: dict[str, list[Period]] = {}
    under: dict[str, list[Period]] = {}
    for period in ordered:
        of_pair.setdefault((period.actor, period.instrument), []).append(period)
        of_actor.setdefault(period.actor, []).append(period)
        under.setdefault(period.instrument, []).append(period)
    return Standings(
        ordered,
        grounds,
        {key: tuple(held) for key, held in of_pair.items()},
        {key: tuple(held) for key, held in of_actor.items()},
        {key: tuple(held) for key, held in under.items()},
    )


def _start(period: Period) -> str:
    return period.start


def _periods(store: Store) -> Iterator[Period]:
    for row in store.query(_PERIODS).rows():
        yield Period(
            row["period"].value,
            intern(row["actor"].value),
            intern(row["instrument"].value),
            intern(row["standing"].value.removeprefix(_PREFIX)),
            intern(row["from"].value),
            intern(row["until"].value) if "until" in row else "",
            intern(row["notBefore"].value) if "notBefore" in row else "",
            intern(row["notAfter"].value) if "notAfter" in row else "",
        )
