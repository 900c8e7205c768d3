"""Rival readings: the collected table made into questions and answers.

Each row of the table was looked at again, and better sources were searched for. What came of it is
in ``reading_lines.csv``: one line for each row, in our own words, with the texts that it reads, its
holder, its rivals, and the reason where the table was put right or left. Lines whose holder is
``added`` have no row.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.importers.instrument_sources import TEXTS
from astropact.importers.reading_details import QUESTIONS, SOURCES
from astropact.importers.sources import AP, SourceRegistry
from astropact.importers.tables import Row, pair_up, read_table, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterable

LINES: Final = Path(__file__).with_name("reading_lines.csv")
FILE: Final = "data/norms/readings.ttl"
SOURCES_FILE: Final = "data/sources/readings.ttl"
TABLE_COLUMNS: Final = ("question", "holder", "reading")
LINE_COLUMNS: Final = (
    "question",
    "holder",
    "on",
    "slug",
    "of",
    "held_by",
    "holder_text",
    "taken_in",
    "note",
    "basis",
    "assesses",
    "rivals",
    "sources",
    "reason",
)
_ADDED: Final = "added"


def import_readings(
    readings_csv: Path, *, elsewhere: Iterable[Graph] = (), lines: Path = LINES
) -> dict[str, Graph]:
    """Make ``data/norms/readings.ttl`` and ``data/sources/readings.ttl``.

    ``elsewhere`` holds the actors, instruments, provisions and sources that other files of the
    record describe; what a line names must be among them. Raises InputError for a row that cannot
    be used or was not looked at again, and for a line without its row.
    """
    described = list(elsewhere)
    registry = SourceRegistry(described)
    table = read_table(lines, LINE_COLUMNS)
    pair_up(
        read_table(readings_csv, TABLE_COLUMNS),
        [line for line in table if line["holder"] != _ADDED],
        ("question", "holder"),
        _named,
        file=LINES.name,
    )
    kept = [line for line in table if line["slug"]]
    names = {f"{line['on']}/{line['slug']}" for line in kept}
    graph = Graph()
    for line in kept:
        if line["on"] not in QUESTIONS:
            raise line.fault(
                f"“{line['on']}” is not a question.", hint=f"Use one of: {', '.join(QUESTIONS)}."
            )
        _add_question(line["on"], graph, registry)
        _add_reading(line, names, graph, described, registry)
    return {FILE: graph, SOURCES_FILE: registry.graph()}


def _named(row: Row) -> str:
    return f"the reading of {row['holder']}"


def _add_question(slug: str, graph: Graph, registry: SourceRegistry) -> None:
    node = URIRef(namespaces.thing("reading", slug))
    question = QUESTIONS[slug]
    graph.add((node, RDF.type, AP.InterpretiveQuestion))
    graph.add((node, RDFS.label, text_literal(question.label)))
    graph.add((node, AP.note, text_literal(question.note)))
    graph.add((node, DCTERMS.source, registry.add(TEXTS)))


def _add_reading(
    line: Row, names: set[str], graph: Graph, described: list[Graph], registry: SourceRegistry
) -> None:
    node = URIRef(namespaces.thing("reading", f"{line['on']}/{line['slug']}"))
    graph.add((node, RDF.type, AP.Reading))
    graph.add((node, AP.onQuestion, URIRef(namespaces.thing("reading", line["on"]))))
    holders = [_known(line, path, described) for path in _parts(line["held_by"])]
    for holder in holders:
        graph.add((node, AP.heldBy, holder))
    held = line["holder_text"] or ", ".join(sorted(_label(h, described) for h in holders))
    graph.add((node, RDFS.label, text_literal(f"{QUESTIONS[line['on']].label} {held}")))
    if line["holder_text"]:
        graph.add((node, AP.holderText, text_literal(line["holder_text"])))
    for column, predicate in (("of", AP.readingOf), ("taken_in", AP.takenIn)):
        for path in _parts(line[column]):
            graph.add((node, predicate, _known(line, f"provision/{path}", described)))
    graph.add((node, AP.note, text_literal(line["note"])))
    graph.add((node, AP.readingBasis, text_literal(line["basis"])))
    if line["assesses"]:
        graph.add((node, AP.assessesOnly, Literal(line["assesses"], datatype=XSD.boolean)))
    for rival in _parts(line["rivals"]):
        path = f"{line['on']}/{rival}"
        if path not in names:
            raise line.fault(f"“{rival}” holds no reading on this question.")
        other = URIRef(namespaces.thing("reading", path))
        graph.add((node, AP.rivalOf, other))
        graph.add((other, AP.rivalOf, node))
    for name in _parts(line["sources"]):
        if name not in SOURCES:
            raise line.fault(
                f"The source “{name}” is not known.", hint="Name it in reading_details.py."
            )
        graph.add((node, DCTERMS.source, registry.add(SOURCES[name])))


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _known(line: Row, path: str, described: list[Graph]) -> URIRef:
    """Return the node at ``path`` below the id base, which another file must describe."""
    node = URIRef(namespaces.ID + path)
    if not any((node, RDF.type, None) in graph for graph in described):
        raise line.fault(f"The record describes no “{path}”.", hint="Check its spelling.")
    return node


def _label(node: URIRef, described: list[Graph]) -> str:
    names = (graph.value(node, RDFS.label) for graph in described)
    return next((str(name) for name in names if name is not None), str(node))
