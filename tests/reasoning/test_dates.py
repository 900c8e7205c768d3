from __future__ import annotations

from datetime import date

import pytest

from astropact.reasoning.dates import after_days, after_months, exchanged, may_be_another_deposit


@pytest.mark.parametrize(
    ("deposited", "effective"),
    [("2018-01-19", "2018-02-18"), ("1984-06-11", "1984-07-11"), ("2012-07-18", "2012-08-17")],
)
def test_the_day_of_deposit_is_day_zero(deposited: str, effective: str) -> None:
    assert after_days(date.fromisoformat(deposited), 30) == date.fromisoformat(effective)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2023-04-12", 3, "2023-07-12"),
        ("2023-01-05", 12, "2024-01-05"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2023-12-31", 12, "2024-12-31"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(start: str, months: int, end: str) -> None:
    assert after_months(date.fromisoformat(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("earliest", "later", "possible"),
    [
        ("1968-12-04", "1969-09-23", True),  # Iraq, Outer Space Treaty: two depositaries
        ("1969-03-18", "1986-03-18", False),  # Australia, Rescue Agreement: a wrong year
        ("2013-06-12", "2015-09-09", False),  # Azerbaijan, Outer Space Treaty
        ("1967-10-10", "1967-10-10", False),
        ("1967-10-10", "1967-10-01", False),
    ],
)
def test_one_year_separates_depositaries_from_errors(
    earliest: str, later: str, *, possible: bool
) -> None:
    days = date.fromisoformat(earliest), date.fromisoformat(later)
    assert may_be_another_deposit(*days) is possible


@pytest.mark.parametrize(
    ("day", "other"),
    [("1964-01-12", "1964-12-01"), ("1964-01-13", "None"), ("1963-08-08", "None")],
)
def test_day_and_month_are_exchanged_where_that_gives_another_day(day: str, other: str) -> None:
    assert str(exchanged(date.fromisoformat(day))) == other
