"""The table of signatories of the Artemis Accords turned into statements, one for each source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from astropact.importers.commitment_sources import READ_ON, CommitmentSources
from astropact.importers.commitments import (
    Said,
    Stated,
    read_date,
    read_ordinals,
    remarks,
    statement_graphs,
)
from astropact.importers.participation_actors import ActorIndex
from astropact.importers.sources import SourceRegistry
from astropact.importers.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Graph

    from astropact.importers.commitment_sources import Cited
    from astropact.importers.participation_actors import Assignment
    from astropact.importers.tables import Row

COLUMNS = (
    "state",
    "iso3",
    "signed_date",
    "ordinal",
    "signing_entity_or_person",
    "place",
    "source_url",
    "confidence",
    "notes",
)
FILE = "data/participation/artemis-accords-signatories.ttl"
SOURCES_FILE = "data/sources/artemis.ttl"
INSTRUMENT = "artemis-accords"

# A list without sources that remarks set against the row's own date.
_RIVAL = re.compile(
    r"public code file #(?P<number>\d+)\)? (?:wrongly )?gives (?P<date>\d{4}-\d{2}-\d{2})"
)
_ITALY = re.compile(r"public code file #(?P<number>\d+)\) also says Italy signed 25 September 2020")
_EARLY = "The source says so; probably the day of another document, before the Accords were opened."
# The day is that of a release or of the delivery of the signed copy, so the signing is inferred.
_REASONED = ("date to check", "not signature")


def import_artemis(
    paths: Iterable[Path], *, root: Path, described: Iterable[Graph] = ()
) -> tuple[dict[str, Graph], int, int]:
    """Make the statements and their sources; returns graphs by path, rows and rows left out.

    A row that only tells of a decision to sign makes no statement.

    Raises InputError naming file and line of the first row that cannot be used.
    """
    rows = [row for path in paths for row in read_table(path, COLUMNS)]
    index = ActorIndex.of_record(root)
    sources = CommitmentSources(SourceRegistry(described))
    kept = [row for row in rows if row["confidence"] != "UNCONFIRMED"]
    said = [one for row in kept for one in _statements(row, index, sources)]
    graphs = {FILE: statement_graphs(said)[INSTRUMENT], SOURCES_FILE: sources.graph()}
    return graphs, len(rows), len(rows) - len(kept)


def _statements(row: Row, index: ActorIndex, sources: CommitmentSources) -> list[Said]:
    actor = index.find(row["iso3"], row["state"], READ_ON, dated=False)
    if actor is None:
        raise row.fault(f"The cell iso3 names no state of the record: “{row['iso3']}”.")
    reasoned = any(words in row["confidence"] for words in _REASONED)
    said = [
        Said(
            instrument=INSTRUMENT,
            actor=actor,
            kind="signature",
            cited=cited,
            stated=read_date(row["signed_date"], row, "signed_date"),
            locator=cited.locator or f"passage on {row['state']}",
            evidence="inferred" if reasoned else "stated",
            ordinals=read_ordinals(row["ordinal"]),
            signed_by=row["signing_entity_or_person"],
            signed_at=row["place"],
            stated_name="" if row["state"] == actor.label else row["state"],
            notes=(*_announced(cited), *remarks(row["notes"])),
        )
        for cited in sources.of_row(row)
    ]
    return said + _rivals(row, actor, sources)


def _announced(cited: Cited) -> tuple[str, ...]:
    return ("The source announces the ceremony in advance.",) if "invites" in cited.slug else ()


def _rivals(row: Row, actor: Assignment, sources: CommitmentSources) -> list[Said]:
    """Other dates that the remarks report, each with the file that gives it."""
    found = [(match["number"], match["date"], "") for match in _RIVAL.finditer(row["notes"])]
    found += [(match["number"], "2020-09-25", _EARLY) for match in _ITALY.finditer(row["notes"])]
    return [
        Said(
            instrument=INSTRUMENT,
            actor=actor,
            kind="signature",
            cited=sources.of_file(number),
            stated=Stated(day),
            locator=f"entry {row['state']}",
            notes=(note,) if note else (),
        )
        for number, day, note in found
    ]
