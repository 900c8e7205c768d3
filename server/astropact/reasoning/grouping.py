"""Whose act a statement is about, and which statements speak of one act.

One act per actor, instrument and family of kinds: the kinds of consent to be bound are one
family, since a state consents once and sources differ in what they call it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from astropact.reasoning import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.reasoning.model import Record, Statement


class Key(NamedTuple):
    """What makes statements speak of one act."""

    instrument: str
    actor: str
    family: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """The actor whose act a statement speaks of; ``moved`` says why it is not the one named."""

    actor: str
    moved: str = ""


def family(kind: str, *, consent: bool) -> str:
    """The family of a kind of act."""
    return "consent" if consent else kind


def attribute(statement: Statement, record: Record) -> Attribution:
    """The actor that existed, under the name the source prints, when the act was done."""
    latest = statement.not_after
    actor = record.actors.get(statement.actor)
    if actor is None or latest is None or actor.not_before is None or latest >= actor.not_before:
        return Attribution(statement.actor)
    for predecessor in continued(statement.actor, record):
        earlier = record.actors.get(predecessor)
        if earlier is None or earlier.not_before is None or latest >= earlier.not_before:
            then = wording.actor_name(earlier.label if earlier else predecessor)
            return Attribution(
                predecessor,
                f"the source prints the present name {actor.label}, but the state that existed "
                f"then was {then}",
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
            now, then = (
                wording.actor_name(record.actors[iri].label) for iri in (key.actor, predecessor)
            )
            words = f"{now} continues {then}, so its status rests on the act of {then}"
            groups[target] += [(s, Attribution(predecessor, words)) for s, _ in groups.pop(key)]
            break
    return groups
