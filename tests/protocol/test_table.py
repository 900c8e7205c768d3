"""Tables as comma-separated values."""

from __future__ import annotations

import csv
import io

import pytest

from astropact.protocol.table import to_csv


def test_what_is_written_can_be_read() -> None:
    rows = [{"name": 'a "b", c', "note": "two\nlines"}, {"name": "", "note": "é"}]
    text = to_csv(("name", "note"), rows)
    assert text.startswith("name,note\r\n")
    assert list(csv.DictReader(io.StringIO(text, newline=""))) == rows


def test_no_rows_leave_the_header() -> None:
    assert to_csv(("name", "note"), []) == "name,note\r\n"


def test_a_value_without_a_column_is_a_fault() -> None:
    with pytest.raises(ValueError, match="note"):
        to_csv(("name",), [{"name": "a", "note": "b"}])
