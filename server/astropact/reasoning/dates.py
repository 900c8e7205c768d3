"""Calendar rules of the law of treaties, on plain days.

A period in days counts from the day after the event (day 0 is the event itself); a period in
months or years ends on the same day of the month, or on the last day of a shorter month.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

# One act may be done at several depositaries on different days. In the record the true spreads
# run from a day to ten months (Iraq, Outer Space Treaty: 1968-12-04 and 1969-09-23); wrong years
# start at two (Azerbaijan 2013 or 2015) and misprinted ones at seventeen (Australia 1969 or
# 1986). One year separates the two kinds.
DEPOSIT_SPREAD: Final = timedelta(days=366)
_MONTHS: Final = 12


def after_days(day: date, number: int) -> date:
    """The day that is ``number`` days after ``day``, ``day`` itself being day 0."""
    return day + timedelta(days=number)


def after_months(day: date, number: int) -> date:
    """The same day of the month ``number`` months later, or that month's last day."""
    month = day.month - 1 + number
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def may_be_another_deposit(earliest: date, later: date) -> bool:
    """Whether ``later`` can be the same act at another depositary than ``earliest``."""
    return earliest < later <= earliest + DEPOSIT_SPREAD


def exchanged(day: date) -> date | None:
    """The day that ``day`` becomes when month and day are exchanged; None if there is no other."""
    if day.day > _MONTHS or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)
