"""The generated manifest and answers are those of the files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.form import find_form_faults
from astropact.catalog.manifest import read_manifest
from astropact.catalog.refresh import refreshed_answers, refreshed_manifest
from astropact.config import record_root
from astropact.errors import RecordFault
from astropact.store import OxigraphStore

from ..records import small_record

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 30)
NEW = """@prefix ap: <https://w3id.org/astropact/ns#> .
@prefix instrument: <https://w3id.org/astropact/id/instrument/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix source: <https://w3id.org/astropact/id/source/> .

instrument:hague-code a ap:PoliticalCommitment ;
  rdfs:label "Hague Code of Conduct"@en ;
  dcterms:source source:untc-xxiv-2 .
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return small_record(tmp_path / "record", "data/actors/former-states.ttl", "data/links/ror.ttl")


def test_the_shipped_manifest_is_what_the_files_give() -> None:
    shipped = (record_root() / "data" / "manifest.ttl").read_text("utf-8")
    assert refreshed_manifest(record_root(), today=DAY) == shipped


def test_a_new_file_gets_an_entry_and_the_form_check_is_content(record: Path) -> None:
    (record / "data" / "instruments" / "hague-code.ttl").write_text(NEW)
    assert any("not in data/manifest.ttl" in fault for fault in find_form_faults(record))
    text = refreshed_manifest(record, today=DAY)
    (record / "data" / "manifest.ttl").write_text(text)
    (entry,) = (e for e in read_manifest(record).entries if e.file.endswith("/hague-code.ttl"))
    assert entry.title == "Hague Code of Conduct"
    assert entry.modified == "2026-11-30"
    assert [source.rpartition("/")[2] for source in entry.sources] == ["untc-xxiv-2"]
    assert not [fault for fault in find_form_faults(record) if "manifest" in fault]
    assert refreshed_manifest(record) == text


def test_titles_written_by_people_are_kept_and_lost_files_go(record: Path) -> None:
    manifest = record / "data" / "manifest.ttl"
    manifest.write_text(manifest.read_text("utf-8").replace('"Former states"', '"Ended states"'))
    (record / "data" / "links" / "ror.ttl").unlink()
    text = refreshed_manifest(record)
    assert '"Ended states"@en' in text
    assert "links/ror" not in text


def test_a_record_without_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordFault, match=r"manifest\.ttl cannot be read"):
        refreshed_manifest(tmp_path)


def test_a_question_that_cannot_be_asked_is_told_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "ontology" / "questions"
    folder.mkdir(parents=True)
    (folder / "01-broken.rq").write_text("# What?\nSELECT * WHERE { ?s ?p }")
    with (
        OxigraphStore.in_memory() as store,
        pytest.raises(RecordFault, match=r"01-broken\.rq cannot be asked"),
    ):
        refreshed_answers(tmp_path, store)
