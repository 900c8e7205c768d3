"""What one may ask about who was bound, and who answers: one question for HTTP and command line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from astropact.catalog.bound import verdict
from astropact.catalog.bound_lists import binding_on, bound_by, changes, duties, mutual
from astropact.catalog.bound_model import Verdict
from astropact.catalog.bound_plural import Answers, Duties, Mutual, Shared
from astropact.catalog.resolve import (
    check_day,
    find_actor,
    find_concept,
    find_instrument,
    find_provision,
)
from astropact.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from astropact.catalog.bound_plural import Plural
    from astropact.catalog.labels import Name
    from astropact.catalog.standings import Standings
    from astropact.store.base import Store

PARAMETERS: Final = (
    "actor",
    "instrument",
    "provision",
    "on",
    "subject",
    "trigger",
    "with",
    "from",
    "to",
)
"""What a question may give; ``version`` and ``format`` say where and how to answer."""
_ALONE: Final = {
    "with": ("instrument", "provision", "subject", "trigger", "from", "to"),
    "subject": ("trigger", "provision", "from", "to"),
    "trigger": ("provision", "from", "to"),
    "from": ("on", "provision"),
    "to": ("on", "provision"),
}
_HINT: Final = (
    "Give actor and instrument, as actor=SAU and instrument=moon-agreement, or one of them; or a "
    "subject or a trigger."
)


@dataclass(frozen=True)
class Asked:
    """A question of which every name is a thing of the record."""

    actor: Name | None = None
    instrument: Name | None = None
    provision: Name | None = None
    on: str = ""
    subject: Name | None = None
    trigger: Name | None = None
    other: Name | None = None
    start: str = ""
    end: str = ""


def read_question(store: Store, given: Mapping[str, str], today: str) -> Asked:
    """The question that parameters ask; ``today`` (YYYY-MM-DD) is the day where none is given.

    Raises:
        InputError: nothing is asked, parameters contradict each other, or one names nothing.
    """
    said = {name: given[name] for name in PARAMETERS if given.get(name, "").strip()}
    _check(said)
    actor = find_actor(store, said["actor"]) if "actor" in said else None
    instrument = find_instrument(store, said["instrument"]) if "instrument" in said else None
    provision = None
    if "provision" in said:
        held = instrument.iri if instrument else ""
        provision, instrument = find_provision(store, said["provision"], held)
    return Asked(
        actor=actor,
        instrument=instrument,
        provision=provision,
        on="" if "from" in said else check_day(said.get("on", today), "on"),
        subject=find_concept(store, "subject-matter", said["subject"])
        if "subject" in said
        else None,
        trigger=find_concept(store, "trigger", said["trigger"]) if "trigger" in said else None,
        other=_other(store, said, actor),
        start=check_day(said["from"], "from") if "from" in said else "",
        end=check_day(said["to"], "to") if "to" in said else "",
    )


def answer(store: Store, standings: Standings, asked: Asked) -> Verdict | Plural:
    """The answer; ``standings`` is the index of the same ``store``."""
    actor = asked.actor.iri if asked.actor else None
    text = asked.instrument.iri if asked.instrument else None
    passage = asked.provision.iri if asked.provision else None
    matter = asked.subject or asked.trigger
    if matter is not None:
        return duties(
            store,
            standings,
            asked.on,
            matter=matter,
            by_event=asked.trigger is not None,
            actor=actor,
            instrument=text,
        )
    if asked.start:
        return changes(store, standings, asked.start, asked.end, actor=actor, instrument=text)
    if actor and asked.other:
        return mutual(store, standings, actor, asked.other.iri, asked.on)
    if actor and text:
        return verdict(store, standings, actor, text, asked.on, provision=passage)
    if text:
        return bound_by(store, standings, text, asked.on, provision=passage)
    return binding_on(store, standings, actor or "", asked.on)


def marked(found: Verdict | Plural, version: str) -> Verdict | Plural:
    """The same answer, every verdict of it marked with the version of the record."""
    if isinstance(found, Verdict):
        return found.at_version(version)
    if isinstance(found, Answers):
        return replace(found, rows=tuple(row.at_version(version) for row in found.rows))
    if isinstance(found, Mutual):
        both = [
            Shared(s.instrument, s.first.at_version(version), s.second.at_version(version))
            for s in found.both
        ]
        owed = [replace(o, verdict=o.verdict.at_version(version)) for o in found.owed]
        return replace(found, both=tuple(both), owed=tuple(owed))
    if isinstance(found, Duties):
        rows = [
            replace(duty, verdict=duty.verdict.at_version(version)) if duty.verdict else duty
            for duty in found.rows
        ]
        return replace(found, rows=tuple(rows))
    return found


def verdicts_in(found: Verdict | Plural) -> Iterator[Verdict]:
    """The verdicts that an answer holds."""
    if isinstance(found, Verdict):
        yield found
    elif isinstance(found, Answers):
        yield from found.rows
    elif isinstance(found, Mutual):
        for shared in found.both:
            yield from (shared.first, shared.second)
        yield from (owed.verdict for owed in found.owed)
    elif isinstance(found, Duties):
        yield from (duty.verdict for duty in found.rows if duty.verdict)


def _check(said: Mapping[str, str]) -> None:
    for name, others in _ALONE.items():
        clash = next((other for other in others if name in said and other in said), None)
        if clash is not None:
            raise InputError(
                f"{name} and {clash} do not go together",
                hint=f"Leave out {name} or {clash}.",
            )
    if ("from" in said) != ("to" in said):
        missing = "to" if "from" in said else "from"
        raise InputError(f"{missing} is missing", hint="Give both from and to, two days.")
    if "with" in said and "actor" not in said:
        raise InputError(
            "actor is missing", hint="Give the first actor as actor, the second as with."
        )
    named = {"actor", "instrument"} if "from" in said else set(PARAMETERS) - {"on"}
    if not named & said.keys():
        raise InputError(
            "nothing is asked about",
            hint="Name an actor or an instrument." if "from" in said else _HINT,
        )
    if "from" in said and check_day(said["from"], "from") > check_day(said["to"], "to"):
        raise InputError("from is later than to", hint="Give the earlier day as from.")


def _other(store: Store, said: Mapping[str, str], actor: Name | None) -> Name | None:
    if "with" not in said:
        return None
    other = find_actor(store, said["with"])
    if other == actor:
        raise InputError("actor and with are the same", hint="Give two different actors.")
    return other
