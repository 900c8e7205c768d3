"""What is dated around a thing: events, agreements and terms of office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from astropact.store.base import Store


@dataclass(frozen=True)
class Event:
    """One event: when as the record knows it, what, and how it went."""

    name: Name
    date: str
    ended: str
    kind: Name | None
    outcome: Name | None


@dataclass(frozen=True)
class Agreement:
    """An instrument with its parties."""

    name: Name
    date: str
    force: Name | None
    parties: tuple[Name, ...]


@dataclass(frozen=True)
class Term:
    """A term of office."""

    name: Name
    person: Name
    post: Name
    body: Name | None
    start: str
    end: str
    attested: str
    acting: bool


def events_of(store: Store, thing: str) -> tuple[Event, ...]:
    """The events that a thing takes part in or is the place or the object of, latest first.

    Votes are left out; a state's are in :func:`astropact.catalog.votes.votes_of`.
    """
    rows = _rows(
        store,
        f"""SELECT DISTINCT ?event ?day ?end ?kind ?outcome {{
          VALUES ?role {{ ap:participant ap:ofMission ap:partOfProgramme ap:concernsObject
            ap:concernsFacility ap:takesPlaceAt ap:refersTo }}
          ?event ?role {iriref(thing)} ; ap:eventKind ?kind
          MINUS {{ ?event ap:voteOn ?text }}
          OPTIONAL {{ ?event ap:heldOn ?day }}
          OPTIONAL {{ ?event ap:endedOn ?end }}
          OPTIONAL {{ ?event ap:outcome ?outcome }} }}""",
    )
    named = _names(store, rows, "event", "kind", "outcome")
    found = {
        row["event"]: Event(
            name=named[row["event"]],
            date=row.get("day", ""),
            ended=row.get("end", ""),
            kind=named.get(row["kind"]),
            outcome=named.get(row.get("outcome", "")),
        )
        for row in rows
    }
    return tuple(sorted(found.values(), key=lambda e: (e.date, e.name.label), reverse=True))


def agreements_of(store: Store, actor: str) -> tuple[Agreement, ...]:
    """The instruments that an actor is a party to by their own text, latest first."""
    rows = _rows(
        store,
        f"""SELECT DISTINCT ?instrument ?day ?first ?force ?party {{
          ?instrument ap:party {iriref(actor)} , ?party .
          OPTIONAL {{ ?instrument ap:signedOn|ap:adoptedOn ?day }}
          OPTIONAL {{ ?instrument ap:notBefore ?first }}
          OPTIONAL {{ ?instrument ap:bindingForce ?force }} }}""",
    )
    named = _names(store, rows, "instrument", "force", "party")
    parties: dict[str, set[Name]] = {}
    for row in rows:
        if row["party"] != actor:
            parties.setdefault(row["instrument"], set()).add(named[row["party"]])
    order = {row["instrument"]: row.get("day") or row.get("first", "") for row in rows}
    found = {
        row["instrument"]: Agreement(
            name=named[row["instrument"]],
            date=row.get("day", ""),
            force=named.get(row.get("force", "")),
            parties=tuple(sorted(parties.get(row["instrument"], ()), key=_by_label)),
        )
        for row in rows
    }
    return tuple(
        sorted(found.values(), key=lambda a: (order[a.name.iri], a.name.label), reverse=True)
    )


def terms_of(store: Store, thing: str) -> tuple[Term, ...]:
    """The terms of office of a person or in a post, latest first."""
    rows = _rows(
        store,
        f"""PREFIX org: <http://www.w3.org/ns/org#>
        SELECT DISTINCT * {{
          {{ ?term org:member {iriref(thing)} }} UNION {{ ?term ap:holds {iriref(thing)} }}
          ?term org:member ?person ; ap:holds ?post .
          OPTIONAL {{ ?post ap:postOf ?body }}
          OPTIONAL {{ ?term ap:heldFrom ?start }}
          OPTIONAL {{ ?term ap:heldUntil ?end }}
          OPTIONAL {{ ?term ap:attestedOn ?attested }}
          OPTIONAL {{ ?term ap:acting ?acting }} }}""",
    )
    named = _names(store, rows, "term", "person", "post", "body")
    found = {
        row["term"]: Term(
            name=named[row["term"]],
            person=named[row["person"]],
            post=named[row["post"]],
            body=named.get(row.get("body", "")),
            start=row.get("start", ""),
            end=row.get("end", ""),
            attested=row.get("attested", ""),
            acting=row.get("acting") == "true",
        )
        for row in rows
    }
    return tuple(
        sorted(
            found.values(),
            key=lambda t: (t.start or t.attested or t.end, t.name.label),
            reverse=True,
        )
    )


def _rows(store: Store, query: str) -> list[dict[str, str]]:
    return [
        {name: term.value for name, term in row.items()}
        for row in store.query(PROLOGUE + query).rows()
    ]


def _names(store: Store, rows: list[dict[str, str]], *columns: str) -> dict[str, Name]:
    wanted = {row[column] for row in rows for column in columns if column in row}
    return {iri: Name(iri, label) for iri, label in labels(store, wanted).items()}


def _by_label(name: Name) -> tuple[str, str]:
    return (name.label.casefold(), name.iri)
