"""What was found after the collections has the form of the collections and known sources."""

from __future__ import annotations

import csv
from pathlib import Path

import astropact.importers.participation as importer
from astropact.importers.participation import import_participation
from astropact.importers.participation_sources import recognise

FINDS = Path(importer.__file__).with_name("participation_finds.csv")


def test_every_find_is_read_and_names_a_known_source(root: Path) -> None:
    _graphs, report = import_participation([FINDS], root=root)
    assert report.rows == report.statements == 499
    with FINDS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            citation = recognise(row["source_url"])
            assert citation is not None
            assert citation.known is not None, row["source_url"]


def test_a_find_of_a_state_that_ended_is_that_states(root: Path) -> None:
    graphs, report = import_participation([FINDS], root=root)
    # The gazette prints Russia for a deposit of May 1991, the IEA Database present-day names.
    moved = {(one.listed, one.actor) for one in report.reassigned}
    assert moved == {("Russia", "sun"), ("Russian Federation", "sun"), ("Serbia", "yug")}
    text = graphs["data/participation/itso-agreement.ttl"].serialize(format="turtle")
    assert "bgbl-1994-250-sun-consent-to-be-bound" in text
