"""Whose act a statement is about, and which statements speak of one act.

One act per actor, instrument and family of kinds: the kinds of consent to be bound are one
family, since a state consents once and sources differ in what they call it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from astropact.namespaces import thing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.reasoning.model import Record, Statement


class Key(NamedTuple):
    """What makes statements speak of one act."""

    instrument: str
    actor: str
    family: str


@dataclass(frozen=True, slots=True)
class Namesake:
    """A name that older lists use for another state than the one that bears it now."""

    now: str
    until: date
    then: str | None
    words: str


# The record's sources, written later, print the present holder's name for these.
NAMESAKES: Final = (
    Namesake(
        thing("state", "chn"),
        date(1971, 10, 25),
        thing("state", "twn"),
        "until 25 October 1971 depositaries listed the Republic of China as “China”",
    ),
    Namesake(
        thing("state", "vnm"),
        date(1976, 7, 2),
        None,
        "until July 1976 “Viet Nam” in these lists is the Republic of Viet-Nam (Saigon), which the "
        "record does not hold as an actor of its own",
    ),
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The actor a statement is about; ``moved`` says in words why it is another one.

    ``actor`` is empty when the record holds no actor that can have done the act.
    """

    actor: str
    moved: str = ""


def family(kind: str, *, consent: bool) -> str:
    """The family of a kind of act."""
    return "consent" if consent else kind


def attribute(statement: Statement, record: Record) -> Attribution:
    """The actor that existed, under the name the source prints, when the act was done."""
    latest = statement.not_after
    for name in NAMESAKES:
        if statement.actor == name.now and latest is not None and latest < name.until:
            return Attribution(name.then or "", name.words)
    actor = record.actors.get(statement.actor)
    if actor is None or latest is None or actor.not_before is None or latest >= actor.not_before:
        return Attribution(statement.actor)
    for predecessor in continued(statement.actor, record):
        earlier = record.actors.get(predecessor)
        if earlier is None or earlier.not_before is None or latest >= earlier.not_before:
            label = earlier.label if earlier else predecessor
            return Attribution(
                predecessor,
                f"the source prints the present name {actor.label}, but the state that existed "
                f"then was the {label}",
            )
    return Attribution(statement.actor)


def continued(actor: str, record: Record) -> list[str]:
    """The states that ``actor`` continues (same person in law), nearest first."""
    found: list[str] = []
    seen = {actor}
    current = actor
    while True:
        steps = [
            s.predecessor
            for s in record.successions
            if s.successor == current and s.kind == "continuation" and s.predecessor not in seen
        ]
        if not steps:
            return found
        current = min(steps)
        seen.add(current)
        found.append(current)


def group(
    pairs: Iterable[tuple[Statement, Attribution]], record: Record
) -> dict[Key, list[tuple[Statement, Attribution]]]:
    """Statements by act. A continuing state's bare status joins the act of the one before it."""
    groups: dict[Key, list[tuple[Statement, Attribution]]] = {}
    for statement, attribution in pairs:
        kinds = family(statement.kind, consent=statement.consent)
        key = Key(statement.instrument, attribution.actor, kinds)
        groups.setdefault(key, []).append((statement, attribution))
    for key in sorted(groups):
        if any(statement.dated for statement, _ in groups[key]):
            continue
        for predecessor in continued(key.actor, record):
            target = Key(key.instrument, predecessor, key.family)
            if target not in groups:
                continue
            now, then = record.actors[key.actor].label, record.actors[predecessor].label
            words = f"the {now} continues the {then}, so its status rests on the act of the {then}"
            groups[target] += [(s, Attribution(predecessor, words)) for s, _ in groups.pop(key)]
            break
    return groups
