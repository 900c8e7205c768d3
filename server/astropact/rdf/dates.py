"""Dates as sources give them (EDTF) and the day bounds that filters use.

The subset of Extended Date/Time Format level 1 that the record holds
(https://www.loc.gov/standards/datetime/): a day, a month, a year, each optionally marked
uncertain (``?``), approximate (``~``) or both (``%``), an unspecified day, month or year digit
(``1967-10-XX``, ``196X``), and a closed interval of these.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from astropact.errors import InputError

_DATE = re.compile(
    r"(?P<year>\d{2}XX|\d{3}X|\d{4})(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?[?~%]?"
)


def bounds(edtf: str) -> tuple[date, date]:
    """The first and the last day that ``edtf`` can mean.

    An approximate or uncertain date keeps the bounds of the date as written: how far off it may
    be is not known, so nothing is invented.

    Raises:
        InputError: the text is outside the subset, or names a day that does not exist.
    """
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        first, last = bounds(start)[0], bounds(end)[1]
        if first > last:
            raise _fault(edtf)
        return first, last
    match = _DATE.fullmatch(edtf)
    if match is None:
        raise _fault(edtf)
    year, month, day = match["year"], match["month"], match["day"]
    if month == "XX" and day not in (None, "XX"):
        raise _fault(edtf)
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if month in (None, "XX"):
            return date(first_year, 1, 1), date(last_year, 12, 31)
        if day in (None, "XX"):
            last_day = calendar.monthrange(last_year, int(month))[1]
            return date(first_year, int(month), 1), date(last_year, int(month), last_day)
        return date(first_year, int(month), int(day)), date(last_year, int(month), int(day))
    except (ValueError, calendar.IllegalMonthError) as error:
        raise _fault(edtf) from error


def _fault(edtf: str) -> InputError:
    return InputError(
        f"{edtf!r} is not a date that the record can hold",
        hint="Write a day 1967-10-10, a month 1967-10, a year 1967, or an interval "
        "1967-10/1968-02; append ? for uncertain, ~ for approximate.",
    )
