"""Official totals against the shipped record: every difference is explained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from astropact.namespaces import thing
from astropact.reasoning.totals import TotalComparison, compare_totals
from astropact.store import OxigraphStore
from astropact.store.base import GraphFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store import Store

FOLDERS = ("actors", "instruments", "participation", "sources", "totals")


@pytest.fixture(scope="module")
def filled(root: Path) -> Iterator[Store]:
    """Acts, statements and totals of the shipped record."""
    files = [path for name in FOLDERS for path in (root / "data" / name).rglob("*.ttl")]
    with OxigraphStore.in_memory() as store:
        store.replace_graphs(
            {
                f"https://example.org/{path.relative_to(root)}": GraphFile(path.read_bytes())
                for path in files
            }
        )
        yield store


@pytest.fixture(scope="module")
def found(filled: Store) -> dict[str, TotalComparison]:
    prefix = thing("total", "")
    return {one.total.removeprefix(prefix): one for one in compare_totals(filled)}


def test_no_difference_is_left_without_a_reason(found: dict[str, TotalComparison]) -> None:
    assert [(name, one.status, one.difference) for name, one in found.items() if one.is_fault] == []
    assert len(found) >= 90


def test_the_signatories_of_the_artemis_accords_are_counted_day_by_day(
    found: dict[str, TotalComparison],
) -> None:
    early = [
        one
        for name, one in found.items()
        if name.startswith("artemis-accords/") and one.as_of < "2026-04-01" and "press" not in name
    ]
    assert len(early) == 18
    assert {one.status for one in early} == {"agrees"}
    last = found["artemis-accords/2026-09-25-signatories"]
    assert (last.official, last.derived, last.difference) == (76, 72, 4)
    assert last.open_places == "64, 66, 1 of 69, 70, 1 of 73, 74, 75"


def test_rival_totals_of_one_day_stand_side_by_side(found: dict[str, TotalComparison]) -> None:
    nasa = found["artemis-accords/2025-11-20-signatories"]
    press = found["artemis-accords/2025-11-20-signatories-press"]
    assert (nasa.official, nasa.status) == (59, "agrees")
    assert (press.official, press.status) == (60, "known")
    rows = found["outer-space-treaty/2026-01-01-signatories-without-consent-2"]
    last_line = found["outer-space-treaty/2026-01-01-signatories-without-consent"]
    assert {rows.official, last_line.official} == {22, 23}
    assert rows.source == last_line.source


def test_a_disputed_participant_widens_the_bounds(found: dict[str, TotalComparison]) -> None:
    one = found["ilrs-memorandum/2024-07-03-participants"]
    assert one.official == one.derived == 12
    assert one.lowest < 12 < one.highest
    doubtful = {state.label: state.counted for state in one.states}
    assert doubtful["Kazakhstan"] is True
    assert doubtful["United Arab Emirates"] is False


def test_undated_consents_are_named_where_they_may_explain(
    found: dict[str, TotalComparison],
) -> None:
    one = found["liability-convention/2017-01-01-parties"]
    assert one.lowest <= one.derived <= one.highest
    assert all(state.because for state in one.states)
    assert "Botswana" in {state.label for state in one.states}


def test_a_listed_difference_that_has_changed_is_a_fault(
    found: dict[str, TotalComparison],
) -> None:
    one = found["artemis-accords/2026-05-04-signatories"]
    assert one.status == "known"
    assert replace(one, derived=one.derived + 1).status == "changed"
    assert replace(one, derived=one.derived - 1).status == "changed"
    assert replace(one, known_difference=None).status == "unexplained"


def test_one_instrument_alone(filled: Store) -> None:
    moon = thing("instrument", "moon-agreement")
    found = compare_totals(filled, instrument=moon)
    assert {one.instrument for one in found} == {moon}
    assert {one.status for one in found} == {"agrees"}
    assert found[0].to_json()["status"] == "agrees"


def test_a_store_without_totals_has_nothing_to_compare() -> None:
    with OxigraphStore.in_memory() as store:
        assert compare_totals(store) == []
