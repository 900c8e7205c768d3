"""Where sources differ, found from the statements of the shipped record."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.conflicts import ABSENCE, Conflict, as_rows, find_conflicts
from astropact.catalog.resolve import actor_iri, instrument_iri
from astropact.namespaces import concept, thing

if TYPE_CHECKING:
    from astropact.store import Store

# Disagreements that people found by reading the sources side by side, independently of the program.
_TABLE = Path(__file__).parent.parent / "data" / "known_conflicts.csv"
KNOWN = list(csv.DictReader(_TABLE.read_text("utf-8").splitlines()))
STEPS = {"consent": "consent to be bound"}


@pytest.fixture(scope="module")
def found(store: Store) -> tuple[Conflict, ...]:
    return find_conflicts(store)


def name(row: dict[str, str]) -> str:
    return f"{row['actor']}-{row['instrument']}-{row['family']}"


@pytest.mark.parametrize("row", KNOWN, ids=name)
def test_what_readers_found_the_program_finds(
    found: tuple[Conflict, ...], row: dict[str, str]
) -> None:
    sides = set(row["sides"].split())
    matches = [
        conflict
        for conflict in found
        if conflict.actor.iri == thing("state", row["actor"])
        and conflict.instrument.iri == thing("instrument", row["instrument"])
        and conflict.step == STEPS.get(row["family"], row["family"])
        and sides <= {*conflict.dates, *(r.kind.iri.rpartition("/")[2] for r in conflict.readings)}
    ]
    assert len(matches) == 1
    (conflict,) = matches
    assert len(conflict.readings) > 1
    assert all(reading.rank is not None for reading in conflict.readings)


def test_each_conflict_is_explained(found: tuple[Conflict, ...]) -> None:
    assert len(found) >= len(KNOWN)
    for conflict in found:
        assert conflict.because, conflict
        assert conflict.act is not None
        assert {r.standing for r in conflict.readings} & {"supports"}, conflict


def test_deposits_are_not_called_disputes(store: Store) -> None:
    (conflict,) = (
        c
        for c in find_conflicts(
            store, actor=actor_iri("CHN"), instrument=instrument_iri("outer-space-treaty")
        )
        if c.step == "consent to be bound"
    )
    assert conflict.outcome == "deposits"
    assert conflict.dates[0] == "1983-12-30"
    assert "1984-01-12" in conflict.dates


def test_a_conflict_that_is_open_names_the_reading_against(store: Store) -> None:
    (conflict,) = find_conflicts(
        store, actor=actor_iri("BHS"), instrument=instrument_iri("outer-space-treaty")
    )
    assert conflict.outcome == "open"
    assert conflict.subjects == ("act",)
    against = {r.kind.iri for r in conflict.readings if r.standing == "disputes"}
    assert against == {concept("act-kind", "accession")}


def test_a_list_without_the_actor_stands_against_a_report(store: Store) -> None:
    (conflict,) = find_conflicts(
        store, actor=actor_iri("SLB"), instrument=instrument_iri("outer-space-treaty")
    )
    assert "status" in conflict.subjects
    absent = [r for r in conflict.readings if r.kind.iri == ABSENCE]
    assert [r.tier for r in absent] == [1]


def test_a_list_of_members_says_nothing_of_signatures(store: Store) -> None:
    found = find_conflicts(
        store, actor=actor_iri("SVN"), instrument=instrument_iri("esa-convention")
    )
    assert [(conflict.step, conflict.subjects) for conflict in found] == [
        ("consent to be bound", ("status",))
    ]


def test_rows_are_flat_and_complete(found: tuple[Conflict, ...]) -> None:
    rows = list(as_rows(found))
    assert len(rows) == sum(len(conflict.readings) for conflict in found)
    assert len({tuple(row) for row in rows}) == 1
