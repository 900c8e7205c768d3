"""The forms of answers in the plural: plain data and rows say the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound_plural import COLUMNS, verdict_row
from astropact.catalog.bound_question import answer, read_question
from astropact.catalog.standings import Standings, read_standings

if TYPE_CHECKING:
    from astropact.store import Store


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


@pytest.mark.parametrize(
    ("given", "kind", "key"),
    [
        ({"actor": "SAU"}, "actor", "verdicts"),
        ({"instrument": "moon-agreement"}, "instrument", "verdicts"),
        ({"actor": "CHN", "with": "USA"}, "mutual", "both"),
        ({"actor": "SAU", "from": "2012-01-01", "to": "2024-12-31"}, "changes", "changes"),
        ({"subject": "registration", "actor": "CHN"}, "duties", "duties"),
        ({"subject": "registration"}, "duties", "duties"),
    ],
)
def test_data_and_rows_say_the_same(
    store: Store, standings: Standings, given: dict[str, str], kind: str, key: str
) -> None:
    found = answer(store, standings, read_question(store, given, "2023-06-01"))
    assert not hasattr(found, "chain")
    data = found.to_json()
    assert json.loads(json.dumps(data)) == data
    assert data["kind"] == found.kind == kind  # type: ignore[union-attr]
    held = data[key]
    assert isinstance(held, list)
    rows = list(found.to_rows())  # type: ignore[union-attr]
    assert rows
    assert all(tuple(row) == found.columns for row in rows)  # type: ignore[union-attr]
    owed = data.get("owed", [])
    assert isinstance(owed, list)
    assert len(rows) == len(held) + len(owed)


def test_a_row_of_a_verdict_has_the_columns(store: Store, standings: Standings) -> None:
    given = {"actor": "SAU", "instrument": "moon-agreement"}
    found = answer(store, standings, read_question(store, given, "2023-06-01"))
    row = verdict_row(found)  # type: ignore[arg-type]
    assert tuple(row) == COLUMNS
    assert (row["verdict"], row["from"], row["confidence"]) == ("bound", "2012-08-17", "high")
