"""Which actor a participation row speaks of.

Tables list states under one present-day name. An act done, or a list made, before the state of
that name existed belongs to the state that existed then (:data:`EARLIER`); the name that the
source prints stays on the statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rdflib import RDFS, SKOS, Graph, Literal

from astropact import namespaces
from astropact.errors import RecordFault
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_STATE = namespaces.thing("state", "")
_ORGANISATION = namespaces.thing("org", "")


@dataclass(frozen=True, slots=True)
class Earlier:
    """``actor`` is meant by the listed name on any day before ``until``."""

    actor: str
    until: date
    because: str


_USSR = Earlier(
    "sun",
    date(1991, 12, 26),
    "the Soviet Union existed then and the Russian Federation continues it",
)
_CHINA = Earlier(
    "twn",
    date(1971, 10, 25),
    "lists of these treaties name the Republic of China as China until the People's Republic took "
    "the seat in the United Nations on 25 October 1971",
)
_VIETNAM = Earlier(
    "rvn", date(1976, 7, 2), "lists of these treaties name the Republic of Viet-Nam as Viet Nam"
)
_SFRY = Earlier(
    "yug", date(1992, 4, 27), "the Socialist Federal Republic of Yugoslavia existed then"
)
_FRY = Earlier("fry", date(2003, 2, 4), "the Federal Republic of Yugoslavia existed then")
_SCG = Earlier("scg", date(2006, 6, 3), "Serbia and Montenegro existed then")
_CSFR = Earlier("csk", date(1993, 1, 1), "Czechoslovakia existed then")

# Oldest first; the first entry whose day is still ahead applies.
EARLIER: dict[str, tuple[Earlier, ...]] = {
    "chn": (_CHINA,),
    "cze": (_CSFR,),
    "rus": (_USSR,),
    "srb": (_SFRY, _FRY, _SCG),
    "svk": (_CSFR,),
    "vnm": (_VIETNAM,),
    # "Yugoslavia" named two states in turn, and the second of them changed its name.
    "yug": (_SFRY, _FRY, _SCG),
}


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A row that its source gives to ``actor``, and why that is known."""

    actor: str
    because: str


# Rows that the collected table lists under the wrong state, by instrument, source, listed code and
# kind. The correction of the rows that slipped in ECOLEX took one row too many.
MISPLACED: dict[tuple[str, str, str, str], Misplaced] = {
    ("rescue-agreement", "ecolex", "mmr", "consent-to-be-bound"): Misplaced(
        "cze",
        "ECOLEX prints it under Czech Republic, above the rows that slipped, with that state's day "
        "of deposit, 1993-09-29, and day of succession, 1993-01-01",
    ),
}

# A list that still prints such a name means the state that once bore it, however late the list is.
_BYGONE = frozenset({"yug"})

SOVIET_UNION_END = _USSR.until


@dataclass(frozen=True, slots=True)
class Assignment:
    """The actor that a row means, and why it is not the one of the listed name."""

    iri: str
    slug: str
    label: str
    because: str = ""


class ActorIndex:
    """The record's actors by code and by name; ``graphs`` are the files under ``data/actors``."""

    def __init__(self, graphs: Iterable[Graph]) -> None:
        self._labels: dict[str, str] = {}
        self._organisations: dict[str, str] = {}
        for graph in graphs:
            for predicate in (RDFS.label, SKOS.altLabel):
                for subject, name in graph.subject_objects(predicate):
                    self._learn(str(subject), name, is_label=predicate == RDFS.label)

    @classmethod
    def of_record(cls, root: Path) -> ActorIndex:
        """Read the actors of the record at ``root``.

        Raises RecordFault when it has none.
        """
        files = sorted((root / "data" / "actors").glob("*.ttl"))
        if not files:
            raise RecordFault(
                f"The record at {root} has no actors.", hint="Import the actors first."
            )
        return cls(read_turtle([path]) for path in files)

    def _learn(self, iri: str, name: object, *, is_label: bool) -> None:
        if not isinstance(name, Literal) or name.language not in ("en", None):
            return
        if is_label and iri.startswith((_STATE, _ORGANISATION)):
            self._labels[iri] = str(name)
        if iri.startswith(_ORGANISATION):
            self._organisations.setdefault(_folded(str(name)), iri)

    def label(self, iri: str) -> str | None:
        """The English label of an actor, or None when the record has no such actor."""
        return self._labels.get(iri)

    def find(self, iso3: str, name: str, day: date, *, dated: bool) -> Assignment | None:
        """The actor meant by a code, or by a name alone, on ``day``; None when there is none.

        ``dated`` says whether ``day`` is that of the act; else it is the day of the list.
        """
        because = ""
        if iso3:
            slug = iso3.lower()
            for earlier in EARLIER.get(slug, ()) if dated or slug not in _BYGONE else ():
                if day < earlier.until:
                    because = earlier.because if earlier.actor != slug else ""
                    slug = earlier.actor
                    break
            iri = namespaces.thing("state", slug)
        else:
            found = self._organisations.get(_folded(name))
            if found is None:
                return None
            iri, slug = found, found.removeprefix(_ORGANISATION)
        label = self.label(iri)
        return None if label is None else Assignment(iri, slug, label, because)

    def of_code(self, slug: str, because: str) -> Assignment | None:
        """The state with this code, whatever the day; None when the record has no such state."""
        iri = namespaces.thing("state", slug)
        label = self.label(iri)
        return None if label is None else Assignment(iri, slug, label, because)


def _folded(name: str) -> str:
    # English spells these names both ways ("Organisation", "Organization").
    return name.casefold().replace("isation", "ization")
