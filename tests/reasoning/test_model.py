from __future__ import annotations

from datetime import date

import pytest

from astropact.errors import RecordFault
from astropact.namespaces import thing
from astropact.reasoning.model import read_record

from .samples import record, said


def test_a_statement_is_read_with_its_source_and_bounds() -> None:
    graph = record([said("ecolex", "aus", "ratification", "1967-10-10", at="gbr")])
    (statement,) = read_record(graph).statements
    assert statement.source.tier == 4
    assert statement.on == date(1967, 10, 10)
    assert statement.depositaries == (thing("state", "gbr"),)
    assert statement.consent


def test_an_undated_statement_is_bounded_by_its_list() -> None:
    graph = record([said("unoosa-crp9-rev1-2026", "aus", "signature", as_of="2026-01-01")])
    (statement,) = read_record(graph).statements
    assert (statement.dated, statement.on) == (False, None)
    assert statement.not_after == date(2026, 1, 1)


def test_several_depositaries_are_noticed() -> None:
    statements = [
        said("ecolex", "aus", "signature", "1967-01-27", instrument="outer-space-treaty"),
        said("ecolex", "aus", "accession", "1986-07-07", instrument="moon-agreement"),
    ]
    instruments = read_record(record(statements)).instruments
    shared = {item.slug: item.shared_depositaries for item in instruments.values()}
    assert shared == {"outer-space-treaty": True, "moon-agreement": False}


def test_a_successor_begins_with_the_succession() -> None:
    actors = read_record(record([said("ecolex", "mne", "succession", "2006-12-12")])).actors
    assert actors[thing("state", "mne")].not_before == date(2006, 6, 3)


def test_a_source_without_tier_is_a_fault_of_the_record() -> None:
    graph = record([said("unknown", "aus", "signature", "1967-01-27")])
    with pytest.raises(RecordFault, match="unknown-aus-signature"):
        read_record(graph)
