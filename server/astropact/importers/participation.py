"""Participation tables turned into statements, one for each source of a row.

A row with several sources says that all of them agree, so it becomes as many statements. Nothing
is judged here: ranks and acts are made by reconciliation. A statement's IRI is
``statement/<source>[-<instrument>]-<actor>-<kind>[-n]`` and does not depend on the order of rows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from rdflib import DCTERMS, RDF, Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.config import record_root
from astropact.importers.participation_absences import ABSENCES, Absence
from astropact.importers.participation_actors import (
    MISPLACED,
    SOVIET_UNION_END,
    ActorIndex,
    Assignment,
)
from astropact.importers.participation_dates import ListDate, ListDates
from astropact.importers.participation_notes import Meaning, attribute, interpret
from astropact.importers.participation_rows import (
    CONSENT,
    MEMBERSHIP,
    NO_ACT,
    SHORT_NAMES,
    ParticipationRow,
    fault,
    read_participation,
)
from astropact.importers.participation_statements import (
    Statement,
    add_list_date,
    describe,
    names,
    united,
)
from astropact.importers.sources import Source, SourceRegistry
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from astropact.importers.participation_sources import Citation

AP = Namespace(namespaces.AP)
SOURCES_FILE = "data/sources/participation.ttl"

# Tables give one present-day name per state. A list made before the break-ups of 1991-1993 cannot
# have printed all of them, so its own wording is unknown.
_PRESENT_NAMES_SINCE = date(1993, 1, 1)

# Names that ECOLEX prints and the collected table replaced.
_ECOLEX_NAMES = {"cze": "Czech Republic", "sun": "former USSR/Soviet Union"}
_ECOLEX_RUSSIA = "TRE-000148"

# ECOLEX files of treaties with three depositaries, of which it gives the dates of London.
_ECOLEX_LONDON = frozenset({"TRE-000413", "TRE-000415", "TRE-000417"})

# Where a depositary of the 1960s and 1970s sits, and which state that is.
_DEPOSITARY = {"london": "gbr", "washington": "usa"}


@dataclass(frozen=True, slots=True)
class Reassignment:
    """A row whose act belongs to another actor than the listed one."""

    line: int
    listed: str
    actor: str
    instrument: str
    source: str
    because: str


@dataclass(slots=True)
class ParticipationReport:
    """What became of each row."""

    rows: int = 0
    statements: int = 0
    merged: int = 0
    without_act: int = 0
    """Statements that there is no act, those from empty cells among them."""
    from_empty_cells: int = 0
    per_source: Counter[str] = field(default_factory=Counter)
    statements_of_row: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    """(file, line) of each row -> IRIs of the statements made from it."""
    reassigned: list[Reassignment] = field(default_factory=list)


def import_participation(
    paths: Iterable[Path], *, root: Path | None = None, described: Iterable[Graph] = ()
) -> tuple[dict[str, Graph], ParticipationReport]:
    """Make the statement files and the source file from participation tables.

    ``root`` is the record whose actors the rows may name, by default the shipped one.
    ``described`` are files whose sources need no second description. Returns graphs by their
    path in the record, and the report.

    Raises InputError naming file, line and column of the first cell that cannot be used, and
    RecordFault when the record has no actors; nothing is returned then.
    """
    rows = read_participation(paths)
    dates = ListDates(rows)
    index = ActorIndex.of_record(root or record_root())
    registry = SourceRegistry(described)
    report = ParticipationReport(rows=len(rows))
    sources: dict[str, URIRef] = {}
    made: dict[Statement, list[ParticipationRow]] = {}
    for row in rows:
        shares = attribute(row.note, row.citations, dates.estimated)
        for citation, pieces in zip(row.citations, shares, strict=True):
            source = sources[citation.slug] = _source(registry, citation)
            statement = _statement(row, citation, source, interpret(pieces), dates, index)
            made.setdefault(statement, []).append(row)
            if statement.actor.because:
                report.reassigned.append(_reassignment(row, statement))
    cited = {citation.slug: citation for row in rows for citation in row.citations}
    for absence in ABSENCES:
        if absence.source in cited and (missing := _absent(absence, cited, sources, dates, index)):
            made[missing] = []
            report.from_empty_cells += 1
    made = united(made, cited)
    iris = names(made)
    graphs: dict[str, Graph] = {}
    for statement, origins in made.items():
        graph = graphs.setdefault(f"data/participation/{statement.instrument}.ttl", Graph())
        describe(graph, iris[statement], statement)
        report.merged += max(len(origins) - 1, 0)
        report.without_act += statement.kind == NO_ACT
        report.per_source[statement.citation.slug] += 1
        for row in origins:
            place = (row.row.path, row.row.line)
            report.statements_of_row.setdefault(place, []).append(str(iris[statement]))
    report.statements = len(made)
    graphs[SOURCES_FILE] = _source_graph(registry, rows, sources, dates)
    return graphs, report


def _source(registry: SourceRegistry, citation: Citation) -> URIRef:
    note = citation.known.note if citation.known else ""
    return registry.add(
        Source(citation.slug, citation.title, citation.tier, citation.url, note=note)
    )


def _source_graph(
    registry: SourceRegistry,
    rows: Sequence[ParticipationRow],
    sources: dict[str, URIRef],
    dates: ListDates,
) -> Graph:
    graph = registry.graph()
    cited = {citation.slug: citation for row in rows for citation in row.citations}
    for slug, source in sources.items():
        if (source, RDF.type, AP.Source) not in graph:
            continue
        known, when = cited[slug].known, dates.of_source(slug)
        if known is not None and known.publisher:
            graph.add((source, DCTERMS.publisher, Literal(known.publisher)))
        if when is not None:
            add_list_date(graph, source, when)
            if when.bound:
                text = "The date of the list is not known; it is given as the latest possible."
                graph.add((source, AP.note, Literal(text, lang="en")))
    return graph


def _statement(
    row: ParticipationRow,
    citation: Citation,
    source: URIRef,
    meaning: Meaning,
    dates: ListDates,
    index: ActorIndex,
) -> Statement:
    stated = "" if citation.status_only else (row.stated_date or meaning.year_only)
    effective = meaning.effective_on
    if meaning.date_is_effect:
        # The source dates the effect, not the act.
        stated, effective = "", row.stated_date
    when = dates.of_statement(row, citation.slug)
    if when is not None and meaning.estimated:
        when = replace(when, estimated=True)
    day = _meant_day(row, stated, effective, when)
    kind = meaning.kind or row.kind
    if kind == CONSENT and meaning.member:
        kind = MEMBERSHIP
    misplaced = MISPLACED.get((row.instrument, citation.slug, row.iso3.lower(), kind))
    if misplaced is not None:
        actor = index.of_code(misplaced.actor, misplaced.because)
    else:
        actor = index.find(row.iso3, row.state, day, dated=bool(stated))
    if actor is None:
        raise fault(
            row.row,
            "iso3" if row.iso3 else "state",
            f"names no actor of the record: “{row.iso3 or row.state}”",
            "Add the actor to data/actors, or use the code or name it has there.",
        )
    notes = [] if misplaced is not None else list(meaning.remarks)
    if actor.because:
        notes.append(f"The collected table lists this under {row.state}; {actor.because}.")
    return Statement(
        base=_base(row, citation, actor, kind),
        instrument=row.instrument,
        actor=actor,
        kind=kind,
        citation=citation,
        source=source,
        stated_date=stated,
        effective_on=effective,
        list_date=when,
        evidence=meaning.evidence,
        depositaries=_depositaries(citation, meaning, day if stated else None),
        stated_name=_stated_name(row, citation, actor, meaning, when),
        locator=_locator(row, citation, meaning),
        notes=tuple(notes),
    )


def _absent(
    absence: Absence,
    cited: Mapping[str, Citation],
    sources: Mapping[str, URIRef],
    dates: ListDates,
    index: ActorIndex,
) -> Statement | None:
    """What a list says by an empty cell; None for an actor that the record does not have."""
    citation = cited[absence.source]
    actor = index.of_code(absence.code, "")
    if actor is None:
        return None
    parts = [citation.slug, SHORT_NAMES[absence.instrument], actor.slug, NO_ACT]
    if citation.names_instrument:
        del parts[1]
    return Statement(
        base="-".join(parts),
        instrument=absence.instrument,
        actor=actor,
        kind=NO_ACT,
        citation=citation,
        source=sources[absence.source],
        stated_date="",
        effective_on="",
        list_date=dates.of_source(absence.source),
        evidence="stated",
        depositaries=(),
        stated_name="",
        locator=absence.locator,
        notes=(absence.note,),
    )


def _meant_day(row: ParticipationRow, stated: str, effective: str, when: ListDate | None) -> date:
    """The day on which the actor of a statement is looked up: of the act, else of the list."""
    if stated:
        return bounds(stated)[0]
    if when is not None:
        return when.day
    if effective:
        return date.fromisoformat(effective)
    raise fault(row.row, "as_of", "is empty, and so is the date", "Date the act or the list.")


def _base(row: ParticipationRow, citation: Citation, actor: Assignment, kind: str) -> str:
    parts = [citation.slug, actor.slug, kind]
    if not citation.names_instrument:
        parts.insert(1, row.short_instrument)
    return "-".join(parts)


def _stated_name(
    row: ParticipationRow,
    citation: Citation,
    actor: Assignment,
    meaning: Meaning,
    when: ListDate | None,
) -> str:
    if meaning.printed_under or (when is not None and when.day < _PRESENT_NAMES_SINCE):
        return ""
    name = row.state
    if citation.slug == "ecolex" and citation.groups["tre"] != _ECOLEX_RUSSIA:
        name = _ECOLEX_NAMES.get(actor.slug, name)
    return "" if name == actor.label else name


def _depositaries(citation: Citation, meaning: Meaning, day: date | None) -> tuple[str, ...]:
    cities = [city.lower() for city in meaning.cities]
    if not cities and "city" in citation.groups:
        cities = [citation.groups["city"].lower()]
    if not cities and citation.groups.get("tre") in _ECOLEX_LONDON:
        cities = ["london"]
    states = [_DEPOSITARY[city] for city in cities if city in _DEPOSITARY]
    # Undated, a deposit at Moscow may have been with either state.
    if "moscow" in cities and day is not None:
        states.append("sun" if day < SOVIET_UNION_END else "rus")
    return tuple(sorted(states))


def _locator(row: ParticipationRow, citation: Citation, meaning: Meaning) -> str:
    known = citation.known
    # A page about few states needs no more than this to find the place again.
    passage = f"passage on {row.state}"
    if known is None:
        return citation.locator or passage
    text = known.locator.format(state=row.state, code=row.iso3 or row.state, **citation.groups)
    if meaning.printed_under:
        text = f"{text}, row printed under {meaning.printed_under}"
    return text or passage


def _reassignment(row: ParticipationRow, statement: Statement) -> Reassignment:
    return Reassignment(
        row.row.line,
        row.state,
        statement.actor.slug,
        row.instrument,
        statement.citation.slug,
        statement.actor.because,
    )
