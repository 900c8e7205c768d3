"""The form of a record's files, and their agreement with the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.form import find_form_faults

from ..records import small_record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A part of the shipped record that a test may spoil."""
    return small_record(tmp_path / "record", "data/actors")


def test_the_shipped_files_have_no_fault(root: Path) -> None:
    assert list(find_form_faults(root)) == []


def test_each_kind_of_fault_is_found_and_named(record: Path) -> None:
    actors = record / "data" / "actors"
    (actors / "companies.ttl").write_text((actors / "companies.ttl").read_text("utf-8") + "\n")
    (actors / "extra.ttl").write_text("")
    (actors / "military.ttl").unlink()
    (actors / "agencies.ttl").write_text("state:usa a <http://e/x> .")
    treaty = record / "data" / "instruments" / "moon-agreement.ttl"
    treaty.write_text(
        treaty.read_text("utf-8").replace("source:untc-xxiv-2 ", "source:untc-xxv-1 ")
    )
    shape = record / "shapes" / "core.ttl"
    shape.write_text(shape.read_text("utf-8").replace("  sh:", "    sh:", 1))
    faults = sorted(find_form_faults(record))
    starts = [
        "data/actors/agencies.ttl:1:",
        "data/actors/companies.ttl: not in canonical form",
        "data/actors/extra.ttl: not in data/manifest.ttl",
        "data/manifest.ttl: names data/actors/military.ttl, which does not exist",
        "data/manifest.ttl: the entry of data/instruments/moon-agreement.ttl lacks the source "
        "https://w3id.org/astropact/id/source/untc-xxv-1",
        "shapes/core.ttl: not in canonical form",
    ]
    for start in starts:
        assert any(fault.startswith(start) for fault in faults), (start, faults)


def test_a_comment_at_the_top_belongs_to_the_form(record: Path) -> None:
    shape = record / "shapes" / "core.ttl"
    shape.write_text("# One more line.\n" + shape.read_text("utf-8"))
    assert list(find_form_faults(record)) == []
