"""Dates, places in the order and remarks as the lists of single acts write them."""

from __future__ import annotations

from datetime import date

import pytest

from astropact.errors import InputError
from astropact.importers.commitments import Stated, read_date, read_ordinals, remarks
from astropact.importers.tables import Row

ROW = Row({}, "table.csv", 7)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("", Stated()),
        ("2020-10-13", Stated("2020-10-13")),
        ("2023-10", Stated("2023-10")),
        ("by 2026-04-23", Stated("", date(2026, 4, 23))),
        ("2026-07 (approx.)", Stated("2026-07~")),
        ("2026-09-24/26", Stated("2026-09-24/2026-09-26")),
    ],
)
def test_dates(text: str, stated: Stated) -> None:
    assert read_date(text, ROW, "date") == stated


@pytest.mark.parametrize("text", ["soon", "2023-13", "2023-02-30"])
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_date(text, ROW, "date")


def test_ordinals() -> None:
    assert read_ordinals("53") == (53, 53)
    assert read_ordinals("73-75?") == (73, 75)
    assert read_ordinals("") is None


def test_remarks_on_the_collection_are_left_out() -> None:
    note = "NEW: day is that of the heading; file public code file #1 wrongly gives 2023-01-01"
    assert remarks(note) == ("Day is that of the heading",)
