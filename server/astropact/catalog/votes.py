"""Roll calls: how a vote went, who voted how, and how one state voted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from astropact.store.base import Store

POSITIONS: Final = ("yes", "no", "abstain", "absent")


@dataclass(frozen=True)
class Voter:
    """A state in a roll call; ``position`` is the IRI of what it did."""

    state: Name
    position: str


@dataclass(frozen=True)
class RollCall:
    """The result of a vote and the positions that the record has, by kind of position."""

    in_favour: int | None
    against: int | None
    abstentions: int | None
    adopted: bool | None
    complete: bool
    positions: dict[str, tuple[Voter, ...]]

    def official(self, position: str) -> int | None:
        """The number that the result gives for a kind of position."""
        return {"yes": self.in_favour, "no": self.against, "abstain": self.abstentions}.get(
            position
        )


@dataclass(frozen=True)
class Cast:
    """What one state did in one vote."""

    vote: Name
    date: str
    position: Name
    kind: str
    adopted: bool | None


def roll_call(store: Store, vote: str) -> RollCall:
    """The result of a vote with its positions; each kind sorted by state."""
    result = _first(
        store,
        f"""SELECT * {{ VALUES ?vote {{ {iriref(vote)} }}
          OPTIONAL {{ ?vote ap:votesInFavour ?yes }}
          OPTIONAL {{ ?vote ap:votesAgainst ?no }}
          OPTIONAL {{ ?vote ap:abstentions ?abstain }}
          OPTIONAL {{ ?vote ap:adopted ?adopted }}
          OPTIONAL {{ ?vote ap:completeRollCall ?complete }} }}""",
    )
    rows = [
        {name: term.value for name, term in row.items()}
        for row in store.query(
            PROLOGUE
            + f"""SELECT ?position ?kind ?state {{
              ?position ap:positionIn {iriref(vote)} ; ap:position ?kind ; ap:voter ?state }}"""
        ).rows()
    ]
    named = labels(store, {row["state"] for row in rows})
    found: dict[str, list[Voter]] = {}
    for row in sorted(rows, key=lambda row: named[row["state"]].casefold()):
        voter = Voter(Name(row["state"], named[row["state"]]), row["position"])
        found.setdefault(row["kind"].rpartition("/")[2], []).append(voter)
    return RollCall(
        in_favour=_number(result.get("yes")),
        against=_number(result.get("no")),
        abstentions=_number(result.get("abstain")),
        adopted=_truth(result.get("adopted")),
        complete=result.get("complete") == "true",
        positions={kind: tuple(found[kind]) for kind in POSITIONS if kind in found},
    )


def votes_of(store: Store, state: str) -> tuple[Cast, ...]:
    """How a state voted, the latest vote first."""
    rows = [
        {name: term.value for name, term in row.items()}
        for row in store.query(
            PROLOGUE
            + f"""SELECT ?position ?vote ?kind ?day ?adopted {{
              ?position ap:voter {iriref(state)} ; ap:positionIn ?vote ; ap:position ?kind .
              OPTIONAL {{ ?vote ap:heldOn ?day }}
              OPTIONAL {{ ?vote ap:adopted ?adopted }} }}"""
        ).rows()
    ]
    named = labels(store, {row[key] for row in rows for key in ("vote", "kind")})
    casts = [
        Cast(
            vote=Name(row["vote"], named[row["vote"]]),
            date=row.get("day", ""),
            position=Name(row["position"], named[row["kind"]]),
            kind=row["kind"].rpartition("/")[2],
            adopted=_truth(row.get("adopted")),
        )
        for row in rows
    ]
    return tuple(sorted(casts, key=lambda cast: (cast.date, cast.vote.iri), reverse=True))


def _first(store: Store, query: str) -> dict[str, str]:
    row = next(iter(store.query(PROLOGUE + query).rows()), {})
    return {name: term.value for name, term in row.items()}


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _truth(text: str | None) -> bool | None:
    return None if text is None else text == "true"
