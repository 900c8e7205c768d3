"""EDTF dates and the day bounds that filters use."""

from __future__ import annotations

from datetime import date

import pytest

from astropact.errors import InputError
from astropact.rdf.dates import bounds


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1967-10-10", date(1967, 10, 10), date(1967, 10, 10)),
        ("1967-10", date(1967, 10, 1), date(1967, 10, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1967", date(1967, 1, 1), date(1967, 12, 31)),
        ("196X", date(1960, 1, 1), date(1969, 12, 31)),
        ("1967-10-XX", date(1967, 10, 1), date(1967, 10, 31)),
        ("1967-XX-XX", date(1967, 1, 1), date(1967, 12, 31)),
        ("2008?", date(2008, 1, 1), date(2008, 12, 31)),
        ("1967-10-10~", date(1967, 10, 10), date(1967, 10, 10)),
        ("1967-10/1968-02", date(1967, 10, 1), date(1968, 2, 29)),
    ],
)
def test_bounds_are_the_first_and_last_day_meant(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "10 Oct 1967", "1967-13-01", "1967-02-30", "67", "1968/1967", "1967-XX-01", "1967-10-1"],
)
def test_what_is_no_date_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(InputError, match="not a date") as caught:
        bounds(text)
    assert "1967-10-10" in caught.value.hint
