"""Statements of acts before and while they become triples: their names, and what is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from astropact.importers.participation_actors import Assignment
    from astropact.importers.participation_dates import ListDate
    from astropact.importers.participation_rows import ParticipationRow
    from astropact.importers.participation_sources import Citation

AP = Namespace(namespaces.AP)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement before it has its name."""

    base: str
    instrument: str
    actor: Assignment
    kind: str
    citation: Citation
    source: URIRef
    stated_date: str
    effective_on: str
    list_date: ListDate | None
    evidence: str
    depositaries: tuple[str, ...]
    stated_name: str
    locator: str
    notes: tuple[str, ...]

    @property
    def order(self) -> tuple[bool, str, str, str, tuple[str, ...], tuple[str, ...]]:
        """What decides which of several statements of one name comes first: the dated ones."""
        return (
            not self.stated_date,
            self.stated_date,
            self.effective_on,
            self.locator,
            self.depositaries,
            self.notes,
        )


def united(
    made: Mapping[Statement, list[ParticipationRow]], cited: Mapping[str, Citation]
) -> dict[Statement, list[ParticipationRow]]:
    """One statement where rows repeat what a source says and differ in their remarks only."""
    groups: dict[Statement, list[Statement]] = {}
    for statement in made:
        same = replace(statement, notes=(), citation=cited[statement.citation.slug])
        groups.setdefault(same, []).append(statement)
    united = {}
    for same, statements in groups.items():
        notes = tuple(sorted({note for one in statements for note in one.notes}))
        united[replace(same, notes=notes)] = [row for one in statements for row in made[one]]
    return united


def names(made: Iterable[Statement]) -> dict[Statement, URIRef]:
    """The IRI of each statement; those that share a name are numbered, the dated ones first."""
    by_base: dict[str, list[Statement]] = {}
    for statement in made:
        by_base.setdefault(statement.base, []).append(statement)
    named: dict[Statement, URIRef] = {}
    for base, group in by_base.items():
        for number, statement in enumerate(sorted(group, key=lambda one: one.order), 1):
            slug = base if number == 1 else f"{base}-{number}"
            named[statement] = URIRef(namespaces.thing("statement", slug))
    return named


def describe(graph: Graph, node: URIRef, statement: Statement) -> None:
    """Write one statement."""
    graph.add((node, RDF.type, AP.Statement))
    graph.add((node, AP.actor, URIRef(statement.actor.iri)))
    instrument = namespaces.thing("instrument", statement.instrument)
    graph.add((node, AP.instrument, URIRef(instrument)))
    kind = namespaces.concept("act-kind", statement.kind)
    graph.add((node, AP.actKind, URIRef(kind)))
    evidence = namespaces.concept("evidence-kind", statement.evidence)
    graph.add((node, AP.evidenceKind, URIRef(evidence)))
    graph.add((node, AP.statedIn, statement.source))
    if statement.list_date is not None:
        add_list_date(graph, node, statement.list_date)
    if statement.stated_date:
        first, last = bounds(statement.stated_date)
        edtf = Literal(statement.stated_date, datatype=URIRef(namespaces.EDTF))
        graph.add((node, AP.statedDate, edtf))
        graph.add((node, AP.notBefore, _day(first)))
        graph.add((node, AP.notAfter, _day(last)))
    elif statement.list_date is not None:
        graph.add((node, AP.notAfter, _day(statement.list_date.day)))
    if statement.effective_on:
        graph.add((node, AP.effectiveOn, Literal(statement.effective_on, datatype=XSD.date)))
    for state in statement.depositaries:
        graph.add((node, AP.depositedWith, URIRef(namespaces.thing("state", state))))
    if statement.stated_name:
        graph.add((node, AP.statedName, Literal(statement.stated_name)))
    if statement.locator:
        graph.add((node, AP.locator, Literal(statement.locator)))
    for note in statement.notes:
        graph.add((node, AP.note, Literal(note, lang="en")))


def add_list_date(graph: Graph, node: URIRef, when: ListDate) -> None:
    """Write when the list was made that a statement or a source stands for."""
    graph.add((node, AP.asOf, _day(when.day)))
    if when.estimated:
        graph.add((node, AP.estimatedAsOf, Literal("true", datatype=XSD.boolean)))


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)
