"""What is wrong, or looks wrong, with the links and names of the record."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from astropact.linking.datasets import ror_is_valid
from astropact.linking.links import read_links
from astropact.namespaces import AP, ID, RDFS, SKOS, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from astropact.linking.links import Link
    from astropact.store.base import Store

Problem = Literal["form", "shared", "doubled", "unsupported", "namesake"]

PROBLEMS: Final[dict[Problem, str]] = {
    "form": "an identifier that cannot be one of its data set",
    "shared": "two things that claim to be the same thing elsewhere",
    "doubled": "one thing that claims to be two things of one data set",
    "unsupported": "a link for which no evidence is on record",
    "namesake": "two things of one kind that go by the same name: perhaps one thing",
}
COLUMNS: Final = ("problem", "fault", "things", "what")
"""The columns of :meth:`Finding.to_row`."""
FAULTS: Final[frozenset[Problem]] = frozenset({"form", "shared", "doubled", "unsupported"})
_EXACT: Final = SKOS + "exactMatch"
# Kinds of thing of which two may rightly bear one name.
_NAMED_ALIKE: Final = ("act", "claim", "evidence", "link", "period", "position", "statement")


@dataclass(frozen=True)
class Finding:
    """One thing to look at."""

    problem: Problem
    things: tuple[str, ...]
    what: str

    @property
    def fault(self) -> bool:
        """Whether it is certainly wrong, and not only worth a look."""
        return self.problem in FAULTS

    def to_row(self) -> dict[str, str]:
        """The finding as one row of a table."""
        return {
            "problem": self.problem,
            "fault": "yes" if self.fault else "no",
            "things": " ".join(self.things),
            "what": self.what,
        }


def find_problems(store: Store) -> list[Finding]:
    """Everything in ``store`` that is wrong or doubtful about links and names."""
    links = read_links(store)
    return [
        *_wrong_form(links),
        *_shared(links),
        *_doubled(links),
        *_unsupported(links),
        *_namesakes(store),
    ]


def _wrong_form(links: Iterable[Link]) -> Iterator[Finding]:
    for link in links:
        good = link.dataset.form.fullmatch(link.identifier) is not None
        if good and link.dataset.slug == "ror":
            good = ror_is_valid(link.identifier)
        if not good:
            yield Finding(
                "form",
                (link.subject,),
                f"{link.identifier} is not an identifier of {link.dataset.title}",
            )


def _shared(links: Iterable[Link]) -> Iterator[Finding]:
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in links:
        if link.predicate == _EXACT or link.dataset.property:
            holders[link.dataset.title, link.identifier].add(link.subject)
    for (title, identifier), things in sorted(holders.items()):
        if len(things) > 1:
            yield Finding("shared", tuple(sorted(things)), f"all are {identifier} of {title}")


def _doubled(links: Iterable[Link]) -> Iterator[Finding]:
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in links:
        if link.predicate == _EXACT:
            held[link.subject, link.dataset.title].add(link.identifier)
    for (thing, title), identifiers in sorted(held.items()):
        if len(identifiers) > 1:
            yield Finding("doubled", (thing,), f"is {' and '.join(sorted(identifiers))} of {title}")


def _unsupported(links: Iterable[Link]) -> Iterator[Finding]:
    for link in links:
        if not link.evidence:
            yield Finding(
                "unsupported",
                (link.subject,),
                f"{shorten(link.predicate)} {link.identifier} of {link.dataset.title}",
            )


def _namesakes(store: Store) -> Iterator[Finding]:
    skipped = "|".join(_NAMED_ALIKE)
    rows = store.query(
        f"""PREFIX rdfs: <{RDFS}> PREFIX skos: <{SKOS}> PREFIX ap: <{AP}>
        SELECT DISTINCT ?thing ?name {{
          {{ ?thing rdfs:label ?name }} UNION {{ ?thing ap:officialName ?name }}
          FILTER(REGEX(STR(?thing), '^{ID}[a-z]+/') && !REGEX(STR(?thing), '^{ID}({skipped})/')
            && LANG(?name) = 'en')
        }}"""
    ).rows()
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        thing = row["thing"].value
        kind = thing.removeprefix(ID).partition("/")[0]
        bearers[kind, row["name"].value.casefold()].add(thing)
    for (_kind, name), things in sorted(bearers.items()):
        if len(things) > 1:
            yield Finding("namesake", tuple(sorted(things)), f"all are named {name!r}")
