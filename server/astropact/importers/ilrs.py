"""The table of participants in the lunar research station turned into statements of joining."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from astropact import namespaces
from astropact.importers.commitment_sources import READ_ON, CommitmentSources
from astropact.importers.commitments import (
    Said,
    Stated,
    read_date,
    remarks,
    statement_graphs,
)
from astropact.importers.participation_actors import ActorIndex
from astropact.importers.sources import SourceRegistry
from astropact.importers.tables import read_table
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Graph

    from astropact.importers.participation_actors import Assignment
    from astropact.importers.tables import Row

COLUMNS = ("participant", "iso3_or_org_type", "kind", "instrument", "date", "source_url", "notes")
FILE = "data/participation/ilrs-memorandum.ttl"
SOURCES_FILE = "data/sources/ilrs.ttl"
INSTRUMENT = "ilrs-memorandum"

_JOINED = frozenset({"state", "organisation", "agency", "university", "university/institute group"})
_FOUNDERS = frozenset({"chn", "rus"})
# An earlier step of a state, which is not yet joining.
_EARLIER_STEP = "acceptance of invitation"
_UNNAMED = "(not named)"
_NOT_NAMED = ("not stated", "agreement reported", "non-state partner")
_SIGNERS = re.compile(r"(?:^|; )signed by (?P<names>[A-Z][^;]*)")
# The table's row is of the second text; the joint statement of 2023 came before it.
_SECOND = {"apsco": "apsco-2024"}
_DATED_BY = re.compile(r"(?:^|; )date: (?P<url>https?://\S+)")
_ORDINAL = re.compile(r'"(?:(?P<number>\d+)th|ninth) (?:country|member)"')
_DESIGNATION = re.compile(r"\s*\([^)]*\)$|, .*$")


def import_ilrs(
    paths: Iterable[Path], *, root: Path, described: Iterable[Graph] = ()
) -> tuple[dict[str, Graph], int, int]:
    """Make the statements and their sources; returns graphs by path, rows and rows left out.

    Left out are unnamed groups. A row that tells of interest or of an earlier step shows no act.

    Raises InputError naming file and line of the first row that cannot be used.
    """
    rows = [row for path in paths for row in read_table(path, COLUMNS)]
    index = ActorIndex.of_record(root)
    sources = CommitmentSources(SourceRegistry(described))
    kept = [row for row in rows if _UNNAMED not in row["participant"]]
    said = [one for row in kept for one in _statements(row, index, sources)]
    graphs = {FILE: statement_graphs(said)[INSTRUMENT], SOURCES_FILE: sources.graph()}
    return graphs, len(rows), len(rows) - len(kept)


def _statements(row: Row, index: ActorIndex, sources: CommitmentSources) -> list[Said]:
    actor = _actor(row, index)
    no_act = row["kind"].endswith("(interest only)") or row["instrument"].startswith(_EARLIER_STEP)
    if (
        not no_act
        and row["kind"] not in _JOINED
        and not row["kind"].startswith(("state", "CONFLICT"))
    ):
        raise row.fault(f"The cell kind is not known: “{row['kind']}”.")
    stated = read_date(row["date"], row, "date")
    dated_elsewhere = _DATED_BY.search(row["notes"])
    signers = _SIGNERS.search(row["notes"])
    cited_with_dates = [(cited, stated) for cited in sources.of_row(row)]
    if dated_elsewhere:
        # The cell's day is that of the page in the remark; the row's own source gives the month.
        cited_with_dates = [(cited, Stated(stated.edtf[:7])) for cited, _ in cited_with_dates]
        cited_with_dates += [(cited, stated) for cited in sources.of_text(dated_elsewhere["url"])]
    return [
        Said(
            instrument=INSTRUMENT,
            actor=actor,
            kind="no-act" if no_act else "joining",
            cited=cited,
            stated=_without_act(when) if no_act else when,
            locator=f"passage on {row['participant']}",
            ordinals=_ordinals(row),
            signed_by=signers["names"] if signers and not no_act else "",
            by_instrument="" if no_act else _instrument(row, actor),
            notes=(*_form(row), *remarks(row["notes"])),
        )
        for cited, when in cited_with_dates
    ]


def _ordinals(row: Row) -> tuple[int, int] | None:
    match = _ORDINAL.search(row["notes"])
    if match is None:
        return None
    number = int(match["number"]) if match["number"] else 9
    return number, number


def _without_act(stated: Stated) -> Stated:
    """A text that shows no act dates nothing but itself."""
    return Stated(by=bounds(stated.edtf)[1]) if stated.edtf else stated


def _actor(row: Row, index: ActorIndex) -> Assignment:
    is_state = row["kind"].startswith(("state", "CONFLICT"))
    name = row["participant"] if is_state else _DESIGNATION.sub("", row["participant"])
    iso3 = row["iso3_or_org_type"] if is_state else ""
    if row["kind"].startswith("CONFLICT"):
        iso3 = "ARE"
    found = index.find(iso3, name, READ_ON, dated=False)
    if found is None:
        raise row.fault(
            f"The cell participant names no actor of the record: “{row['participant']}”.",
            hint="Add the actor to data/actors, or use the name it has there.",
        )
    return found


def _instrument(row: Row, actor: Assignment) -> str:
    """The text by which the actor joined, where a source names one of its own."""
    named = row["instrument"]
    if actor.slug in _FOUNDERS or not named or named.startswith(_NOT_NAMED):
        return ""
    return namespaces.thing("instrument", f"ilrs-{_SECOND.get(actor.slug, actor.slug)}")


def _form(row: Row) -> list[str]:
    named = row["instrument"]
    return [] if named.startswith("not stated") or not named else [f"By: {named}."]
