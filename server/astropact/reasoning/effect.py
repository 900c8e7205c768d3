"""When an act takes effect: the instrument's own rule applied to the day of the act.

Nothing is computed where the rule is not certain; the act then says so in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from astropact.namespaces import thing
from astropact.reasoning.dates import after_days, after_months

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.reasoning.model import Instrument

# Months from the notice of withdrawal to its effect, by the instrument's rule.
_NOTICE_MONTHS: Final = {
    "on-receipt-of-notification": 0,
    "three-months-after-notification": 3,
    "one-year-after-notification": 12,
}
# Instruments whose financial year is the calendar year (ESA Convention, annex II, article I(1)).
_CALENDAR_YEAR: Final = frozenset({thing("instrument", "esa-convention")})

# The space station agreement entered into force on different days for its partners, and no
# source in the record says which European deposit counted for which day. Lists give the days.
_UNCERTAIN: Final = frozenset({thing("instrument", "iss-intergovernmental-agreement")})


@dataclass(frozen=True, slots=True)
class Effect:
    """The day of effect, if certain, and a sentence about it."""

    on: date | None
    words: str


def consent_effect(
    instrument: Instrument, deposited: date, stated: Iterable[date | None] = ()
) -> Effect:
    """From when a consent (other than a succession) deposited on ``deposited`` binds.

    ``stated`` are the days of effect that sources give; they count where no rule is certain.
    """
    result = _by_rule(instrument, deposited)
    if result.on is None and (told := stated_effect(stated)).on is not None:
        return told
    return result


def _by_rule(instrument: Instrument, deposited: date) -> Effect:
    if instrument.iri in _UNCERTAIN:
        return Effect(None, "When it took effect for this partner is not recorded")
    if not instrument.in_force:
        return Effect(None, "The day of entry into force of the instrument is not recorded")
    general = instrument.in_force[0]
    later = _later_party(instrument, deposited)
    if later is None:
        return Effect(None, "The instrument's rule on effect is not recorded")
    on, rule = later
    if on <= general:
        return Effect(general, f"It took effect with the entry into force on {general}")
    return Effect(on, f"It took effect on {on}, {rule}")


def stated_effect(days: Iterable[date | None]) -> Effect:
    """The effect of a consent that no source dates, where the sources agree on its effect."""
    known = sorted({day for day in days if day is not None})
    if len(known) != 1:
        return Effect(None, "")
    return Effect(known[0], f"It took effect on {known[0]}, as a source says")


def signature_effect(instrument: Instrument, signed: date | None) -> Effect:
    """The effect of signing where the instrument itself takes effect by signature."""
    if signed is not None and "on-signature" in instrument.effect_rules:
        return Effect(signed, "Signing is the only act it asks for")
    return Effect(None, "")


def withdrawal_effect(instrument: Instrument, notified: date) -> date | None:
    """From when a withdrawal notified on ``notified`` has effect, None when no rule is certain.

    The day is the first on which the actor is free. Where the end of a financial year counts, it
    is the day after that end.
    """
    rules = instrument.effect_rules
    known = [
        after_months(notified, months) for rule, months in _NOTICE_MONTHS.items() if rule in rules
    ]
    if "end-of-next-financial-year" in rules and instrument.iri in _CALENDAR_YEAR:
        known.append(date(notified.year + 2, 1, 1))
    return known[0] if len(known) == 1 else None


def _later_party(instrument: Instrument, deposited: date) -> tuple[date, str] | None:
    rules = instrument.effect_rules
    if "thirtieth-day-after-deposit" in rules:
        return after_days(deposited, 30), "the thirtieth day after the deposit"
    if "three-months-after-deposit" in rules:
        return after_months(deposited, 3), "three months after the deposit"
    if rules & {"on-deposit", "on-definitive-signature-or-deposit"}:
        return deposited, "the day of the deposit"
    return None
