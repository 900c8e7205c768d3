"""Tables of official totals turned into ``ap:OfficialTotal`` statements.

Two kinds of table: numbers of parties, signatories and declarations by treaty and day, and numbers
of signatories of the Artemis Accords by day. A source that contradicts itself makes two totals.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.importers.commitment_sources import CommitmentSources
from astropact.importers.participation_rows import INSTRUMENTS
from astropact.importers.sources import Source, SourceRegistry
from astropact.importers.tables import has_column, read_table
from astropact.importers.total_sources import named_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from astropact.importers.tables import Row

AP = Namespace(namespaces.AP)
TREATIES = ("instrument_id", "as_of", "ratified", "signed", "declared", "source_url", "note")
CHECKPOINTS = ("as_of", "total", "source_url", "notes")
SOURCES_FILE = "data/sources/totals.ttl"

_ESTIMATED = re.compile(r"date estimated|month only")
_ALL_SIGNATORIES = re.compile(r"counted (?:all|whether)")


@dataclass(frozen=True, slots=True)
class Total:
    """One printed number."""

    instrument: str
    as_of: date
    kind: str
    count: int
    source: URIRef
    locator: str
    estimated: bool

    @property
    def base(self) -> str:
        """The name of the total, without the number that tells several apart."""
        return f"{self.instrument}/{self.as_of.isoformat()}-{self.kind}"

    @property
    def order(self) -> tuple[str, str, int]:
        """What decides which of several totals of one name comes first."""
        return (str(self.source), self.locator, self.count)


def import_totals(
    paths: Iterable[Path], *, described: Iterable[Graph] = ()
) -> tuple[dict[str, Graph], int]:
    """Make one file of totals for each instrument, and their sources; returns them and the rows.

    Raises InputError naming file and line of the first row that cannot be used.
    """
    sources = CommitmentSources(SourceRegistry(described))
    totals: list[Total] = []
    rows = 0
    for path in paths:
        treaties = has_column(path, "instrument_id")
        for row in read_table(path, TREATIES if treaties else CHECKPOINTS):
            rows += 1
            make = _of_treaty if treaties else _of_checkpoint
            totals += make(row, sources)
    graphs: dict[str, Graph] = {}
    by_base: dict[str, set[Total]] = {}
    for total in totals:
        by_base.setdefault(total.base, set()).add(total)
    for base, group in by_base.items():
        for number, total in enumerate(sorted(group, key=lambda one: one.order), 1):
            name = base if number == 1 else f"{base}-{number}"
            graph = graphs.setdefault(f"data/totals/{total.instrument}.ttl", Graph())
            _describe(graph, URIRef(namespaces.thing("total", name)), total)
    graphs[SOURCES_FILE] = sources.graph()
    return graphs, rows


def _of_treaty(row: Row, sources: CommitmentSources) -> list[Total]:
    instrument = INSTRUMENTS.get(row["instrument_id"])
    if instrument is None:
        raise row.fault(f"The cell instrument_id is not known: “{row['instrument_id']}”.")
    named = named_source(row["source_url"], instrument)
    if named is None:
        raise row.fault(f"The cell source_url names no known source: “{row['source_url']}”.")
    source = URIRef(namespaces.thing("source", named.slug))
    if named.title:
        source = sources.add(
            Source(named.slug, named.title, named.tier, named.url, note=named.note)
        )
    everyone = (
        instrument == "artemis-accords"
        or named.lists_signatures
        or _ALL_SIGNATORIES.search(row["note"])
    )
    kinds = {
        "ratified": "parties",
        "signed": "signatories" if everyone else "signatories-without-consent",
        "declared": "declarations",
    }
    return [
        Total(
            instrument,
            _day(row),
            kind,
            _number(row, column),
            source,
            named.locator,
            bool(_ESTIMATED.search(row["note"])),
        )
        for column, kind in kinds.items()
        if row[column]
    ]


def _of_checkpoint(row: Row, sources: CommitmentSources) -> list[Total]:
    return [
        Total(
            "artemis-accords",
            _day(row),
            "signatories",
            _number(row, "total"),
            cited.iri,
            "number of signatories",
            bool(_ESTIMATED.search(row["notes"])),
        )
        for cited in sources.of_row(row)
    ]


def _day(row: Row) -> date:
    try:
        return date.fromisoformat(row["as_of"])
    except ValueError as error:
        month = re.fullmatch(r"(\d{4})-(\d{2})", row["as_of"])
        if month:
            year, number = int(month[1]), int(month[2])
            return date(year, number, calendar.monthrange(year, number)[1])
        raise row.fault(f"The cell as_of is not a day: “{row['as_of']}”.") from error


def _number(row: Row, column: str) -> int:
    if not row[column].isdecimal():
        raise row.fault(f"The cell {column} is not a number: “{row[column]}”.")
    return int(row[column])


def _describe(graph: Graph, node: URIRef, total: Total) -> None:
    graph.add((node, RDF.type, AP.OfficialTotal))
    graph.add((node, AP.aboutThing, URIRef(namespaces.thing("instrument", total.instrument))))
    graph.add((node, AP.countOf, URIRef(namespaces.concept("count-kind", total.kind))))
    graph.add((node, AP["count"], Literal(str(total.count), datatype=XSD.integer)))
    graph.add((node, AP.asOf, Literal(total.as_of.isoformat(), datatype=XSD.date)))
    if total.estimated:
        graph.add((node, AP.estimatedAsOf, Literal("true", datatype=XSD.boolean)))
    stated = namespaces.concept("evidence-kind", "stated")
    graph.add((node, AP.evidenceKind, URIRef(stated)))
    graph.add((node, AP.statedIn, total.source))
    graph.add((node, AP.locator, Literal(total.locator)))
