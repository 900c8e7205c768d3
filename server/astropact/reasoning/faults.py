"""Gross errors: statements that cannot be right whatever other sources say.

A fault either makes the act impossible for that actor, or only the date; in the second case the
act may stand without that date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.namespaces import thing
from astropact.reasoning import wording

if TYPE_CHECKING:
    from datetime import date

    from astropact.reasoning.grouping import Attribution
    from astropact.reasoning.model import Instrument, Record, Statement

# Instruments whose text lets a state that has not signed before entry into force accede instead,
# so that a later signature is not possible (OST XIV(1), ARRA 7(1), LIAB XXIV(1), REG VIII(1),
# MOON 19(1), partial test ban III(1)).
CLOSED_AT_ENTRY: Final = frozenset(
    thing("instrument", slug)
    for slug in (
        "outer-space-treaty",
        "rescue-agreement",
        "liability-convention",
        "registration-convention",
        "moon-agreement",
        "partial-test-ban-treaty",
    )
)

# Instruments that cannot enter into force before their depositary governments are bound
# (OST XIV(3), ARRA 7(3), partial test ban III(3)).
DEPOSITARIES_FIRST: Final = frozenset(
    thing("instrument", slug)
    for slug in ("outer-space-treaty", "rescue-agreement", "partial-test-ban-treaty")
)

# Sources whose dates are those of a decision inside the actor. Intersputnik's paper gives the day
# on which its Board decided to accept, not the day of the declaration's deposit; the news of
# February 2016 that of a decision of the North Korean government.
INTERNAL_DECISIONS: Final = frozenset(
    thing("source", slug) for slug in ("crp25-2019", "upi-2016-02-23", "chosun-tsushin-2016-02-22")
)

# Organisations that have members by an earlier text than the one that now governs them. A state is
# a Member of the Union also as party to a convention before the Constitution (Constitution, article
# 2), so that a membership does not show a consent to be bound by the latter.
MEMBERS_BEFORE: Final = frozenset({thing("instrument", "itu-constitution")})

# Lists without sources of their own whose dates other sources refute again and again.
UNRELIABLE: Final = {
    thing("source", "artemis-list-without-sources"): (
        "its list names no sources and dates six signatures otherwise than all the others do"
    ),
}

_AFTER_SIGNATURE: Final = frozenset({"ratification", "acceptance", "approval"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a statement is not relied upon, as the end of a sentence.

    ``act`` is true when no act at all can be concluded from it, false when only its date is
    unusable.
    """

    words: str
    act: bool


def find_fault(statement: Statement, attribution: Attribution, record: Record) -> Fault | None:
    """The gross error of one statement, judged without the other statements."""
    instrument = record.instruments[statement.instrument]
    return (
        _outside_existence(statement, attribution, record, instrument)
        or _before_opening(statement, instrument)
        or _after_closing(statement, instrument)
        or _depositary_too_late(statement, attribution, instrument)
        or _another_event(statement)
        or _unreliable(statement)
    )


def not_stated(statement: Statement) -> Fault | None:
    """The reserve against reasoning: it never counts where a source states something itself."""
    if statement.evidence == "stated":
        return None
    return Fault(
        f"it was {statement.evidence} by the collector, and other sources state the matter",
        act=True,
    )


def before_signature(statement: Statement, signed: date | None) -> Fault | None:
    """The error of a ratification that is older than the signature it confirms."""
    if signed is None or statement.kind not in _AFTER_SIGNATURE or not statement.dated:
        return None
    if statement.not_after is None or statement.not_after >= signed:
        return None
    return Fault(
        f"{statement.stated} is before the signature of {signed}, which it would confirm",
        act=False,
    )


def _outside_existence(
    statement: Statement, attribution: Attribution, record: Record, instrument: Instrument
) -> Fault | None:
    actor = record.actors.get(attribution.actor)
    if actor is None:
        return None
    last, first = statement.not_after, statement.not_before
    if last is not None and actor.not_before is not None:
        if last < actor.not_before:
            return Fault(
                f"{wording.actor_name(actor.label)} did not exist before {actor.not_before}",
                act=True,
            )
        if (
            statement.kind == "signature"
            and instrument.iri in CLOSED_AT_ENTRY
            and instrument.in_force
            and actor.not_before > instrument.in_force[0]
        ):
            return Fault(
                f"signature ended with the entry into force on {instrument.in_force[0]}, and "
                f"{wording.actor_name(actor.label)} did not exist before {actor.not_before}",
                act=True,
            )
    if first is not None and actor.not_after is not None and first > actor.not_after:
        return Fault(
            f"{wording.actor_name(actor.label)} ceased to exist on {actor.not_after}", act=True
        )
    return None


def _before_opening(statement: Statement, instrument: Instrument) -> Fault | None:
    earliest, last = instrument.earliest, statement.not_after
    if earliest is None or last is None or last >= earliest:
        return None
    event = "was opened for signature" if instrument.opened else "was adopted"
    said = statement.stated or f"a list of {last}"
    return Fault(
        f"{said} is before {earliest}, when the {instrument.label} {event}",
        act=not statement.dated,
    )


def _after_closing(statement: Statement, instrument: Instrument) -> Fault | None:
    if statement.kind != "signature" or instrument.iri not in CLOSED_AT_ENTRY:
        return None
    first = statement.not_before
    if not instrument.in_force or first is None or first <= instrument.in_force[0]:
        return None
    return Fault(
        f"{statement.stated} is after the entry into force on {instrument.in_force[0]}, from which "
        f"day states accede instead of signing",
        act=False,
    )


def _depositary_too_late(
    statement: Statement, attribution: Attribution, instrument: Instrument
) -> Fault | None:
    if not statement.consent or instrument.iri not in DEPOSITARIES_FIRST:
        return None
    if attribution.actor not in _depositaries(instrument) or not instrument.in_force:
        return None
    first = statement.not_before
    if first is None or first <= instrument.in_force[0]:
        return None
    return Fault(
        f"the {instrument.label} entered into force on {instrument.in_force[0]} by the deposits of "
        f"its depositary governments, so that of one of them cannot be of {statement.stated}",
        act=False,
    )


def _depositaries(instrument: Instrument) -> frozenset[str]:
    # The Russian Federation is depositary as the state continuing the Soviet Union, which acted.
    named = set(instrument.depositaries)
    if thing("state", "rus") in named:
        named.add(thing("state", "sun"))
    return frozenset(named)


def _another_event(statement: Statement) -> Fault | None:
    if not statement.dated or statement.source.iri not in INTERNAL_DECISIONS:
        return None
    return Fault(
        f"{statement.stated} is the day of a decision inside the actor, not of the deposit",
        act=False,
    )


def _unreliable(statement: Statement) -> Fault | None:
    words = UNRELIABLE.get(statement.source.iri)
    return Fault(words, act=False) if words and statement.dated else None
