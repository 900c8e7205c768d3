"""The tables of pledges not to test anti-satellite missiles turned into statements."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
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
from astropact.importers.tables import has_column, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Graph

    from astropact.importers.tables import Row

PLEDGES = ("state", "iso3", "date", "ordinal", "source_url", "note")
EVENTS = ("date", "kind", "event", "actors_iso3", "figures_or_vote", "source_url", "notes")
FILE = "data/participation/asat-test-commitment.ttl"
SOURCES_FILE = "data/sources/pledges.ttl"
INSTRUMENT = "asat-test-commitment"

_CODES = re.compile(r"[A-Z]{3}(;[A-Z]{3})*")
_VAGUE = re.compile(r"by early November|before 2022-11-30|2022-11/12")
# A statement made for all members of a union is derived for each of them, and was made earlier in
# the month than the day on which it was confirmed.
_DERIVED = "DERIVED: "
_CONFIRMED_LATER = re.compile(
    r"confirmed by an EU official on this date, made earlier in August 2023"
)
_JOINT = "Made by the European Union for all its members; that it commits this member is derived."


def import_pledges(
    paths: Iterable[Path], *, root: Path, described: Iterable[Graph] = ()
) -> tuple[dict[str, Graph], int, int]:
    """Make the statements and their sources; returns graphs by path, rows and rows left out.

    Takes tables of pledges by state and tables of events, of which it takes the pledges of named
    states. Left out are other events, pledges of groups, and totals.

    Raises InputError naming file and line of the first row that cannot be used.
    """
    index = ActorIndex.of_record(root)
    sources = CommitmentSources(SourceRegistry(described))
    said: list[Said] = []
    rows = left_out = 0
    for path in paths:
        is_events = has_column(path, "actors_iso3")
        for row in read_table(path, EVENTS if is_events else PLEDGES):
            rows += 1
            made = (_of_event if is_events else _of_state)(row, index, sources)
            left_out += not made
            said += made
    graphs = {FILE: statement_graphs(_once(said))[INSTRUMENT], SOURCES_FILE: sources.graph()}
    return graphs, rows, left_out


def _once(said: Iterable[Said]) -> list[Said]:
    """Without the event rows that repeat what a state's own row says."""
    found: dict[tuple[str, str, Stated], Said] = {}
    for one in said:
        found.setdefault((one.base, one.locator, one.stated), one)
    return list(found.values())


def _of_state(row: Row, index: ActorIndex, sources: CommitmentSources) -> list[Said]:
    if not row["iso3"]:
        return []
    note = row["note"]
    derived = note.startswith(_DERIVED)
    stated = _stated(row)
    if _CONFIRMED_LATER.search(note):
        stated = Stated(stated.edtf[:7], date.fromisoformat(stated.edtf))
    notes = (_JOINT,) if derived else remarks(note)
    said = _said(row, row["iso3"], read_ordinals(row["ordinal"]), stated, index, sources)
    return [replace(one, evidence="derived" if derived else "stated", notes=notes) for one in said]


def _of_event(row: Row, index: ActorIndex, sources: CommitmentSources) -> list[Said]:
    if row["kind"] != "ASAT pledge" or not _CODES.fullmatch(row["actors_iso3"]):
        return []
    codes = row["actors_iso3"].split(";")
    single = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", row["figures_or_vote"])
    ordinals = read_ordinals(single[1]) if single else None
    return [
        one for code in codes for one in _said(row, code, ordinals, _stated(row), index, sources)
    ]


def _stated(row: Row) -> Stated:
    """The date of a row; where it is vague, only the last possible day."""
    if _VAGUE.search(row["date"]):
        return Stated(by=date(2022, 12, 7) if "/12" in row["date"] else date(2022, 11, 30))
    return read_date(row["date"], row, "date")


def _said(
    row: Row,
    code: str,
    ordinals: tuple[int, int] | None,
    stated: Stated,
    index: ActorIndex,
    sources: CommitmentSources,
) -> list[Said]:
    actor = index.find(code, code, READ_ON, dated=False)
    if actor is None:
        raise row.fault(f"The row names no state of the record: “{code}”.")
    return [
        Said(
            instrument=INSTRUMENT,
            actor=actor,
            kind="commitment",
            cited=cited,
            stated=stated,
            locator=f"passage on {actor.label}",
            ordinals=ordinals,
        )
        for cited in sources.of_row(row)
    ]
