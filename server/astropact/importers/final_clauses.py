"""Final clauses: the collected table of effect rules made into one file per instrument.

Each row of the table was read again beside the text. What came of it is in
``final_clause_readings.csv``: one line for each row, in our own words, with its provisions, the
rule on effect that it fixes, the days or months to count, and the reason where the table was put
right. Lines marked ``added`` have no row. Worked examples are tests, not data.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.importers.final_clause_details import INSTRUMENTS, KINDS, SOURCES
from astropact.importers.sources import AP, SourceRegistry
from astropact.importers.tables import Row, pair_up, read_table, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

READINGS: Final = Path(__file__).with_name("final_clause_readings.csv")
RULE_COLUMNS: Final = ("instrument", "rule", "article", "rule_value")
READING_COLUMNS: Final = (
    "instrument",
    "rule",
    "article",
    "kind",
    "provisions",
    "value",
    "note",
    "effect_rule",
    "days",
    "months",
    "silent",
    "official",
    "sources",
    "reason",
)
WORKED_EXAMPLE: Final = "worked_example"
_ADDED: Final = "added"
_NUMBER: Final = re.compile(
    r"(?P<whole>CS |Section |Annex II )?(?P<article>[IVX]+|\d+)(?P<parts>(\([a-z0-9]+\))*)"
)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Place:
    """A citable part of a text: the end of its IRI and its number in words."""

    slug: str
    words: str


def import_clauses(
    effect_rules_csv: Path, *, elsewhere: Iterable[Graph] = (), readings: Path = READINGS
) -> dict[str, Graph]:
    """Make ``data/clauses/*.ttl`` and ``data/sources/clauses.ttl``.

    ``elsewhere`` holds the instruments, provisions and sources that other files of the record
    describe. Raises InputError for a row that cannot be used or was not read again, and for a
    reading without its row.
    """
    described = list(elsewhere)
    registry = SourceRegistry(described)
    lines = read_table(readings, READING_COLUMNS)
    pair_up(
        [r for r in read_table(effect_rules_csv, RULE_COLUMNS) if r["rule"] != WORKED_EXAMPLE],
        [line for line in lines if line["rule"] != _ADDED],
        ("instrument", "rule", "article"),
        _named,
        file=READINGS.name,
    )
    provisions = {node for graph in described for node in graph.subjects(RDF.type, AP.Provision)}
    graphs: dict[str, Graph] = {}
    numbers: Counter[str] = Counter()
    for line in lines:
        if not line["kind"]:
            continue
        slug = _instrument(line)
        graph = graphs.setdefault(f"data/clauses/{slug}.ttl", Graph())
        numbers[f"{slug}/{line['kind']}"] += 1
        number = numbers[f"{slug}/{line['kind']}"]
        name = _name(URIRef(namespaces.thing("instrument", slug)), described) or slug
        clause = _add_clause(line, slug, name, number, graph, registry)
        for text in filter(None, line["provisions"].split(";")):
            node = _add_provision(line, text, slug, name, graph, registry, provisions)
            graph.add((clause, AP.laidDownIn, node))
    graphs["data/sources/clauses.ttl"] = registry.graph()
    return graphs


def place(number: str) -> Place | None:
    """Where a number such as ``XIV(4)``, ``CS 52(3)`` or ``Section 1`` stands; None if unclear."""
    match = _NUMBER.fullmatch(number)
    if match is None:
        return None
    whole = (match["whole"] or "").strip()
    article = match["article"]
    parts = re.findall(r"\(([a-z0-9]+)\)", match["parts"])
    digits = article if article.isdigit() else str(_roman(article))
    start = {"": "art", "CS": "cs", "Section": "sec", "Annex II": "annex-2-art"}[whole]
    words = {
        "": f"Article {article}",
        "CS": f"Constitution, Article {article}",
        "Section": f"Section {article}",
        "Annex II": f"Annex II, Article {article}",
    }[whole]
    letters = "".join(f"({part})" for part in parts[1:])
    if parts and parts[0].isdigit():
        words += f", paragraph {parts[0]}{letters}"
    elif parts:
        words += f"({parts[0]}){letters}"
    return Place("-".join([start, digits, *parts]), words)


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _named(row: Row) -> str:
    return f"the {row['rule']} of {row['instrument']} ({row['article']})"


def _instrument(line: Row) -> str:
    if line["instrument"] not in INSTRUMENTS:
        raise line.fault(f"The instrument “{line['instrument']}” has no slug.")
    if line["kind"] not in KINDS:
        raise line.fault(
            f"“{line['kind']}” is not a kind of clause.", hint=f"Use one of: {', '.join(KINDS)}."
        )
    return INSTRUMENTS[line["instrument"]]


def _name(node: URIRef, described: list[Graph]) -> str:
    names = (graph.value(node, RDFS.label) for graph in described)
    return next((str(name) for name in names if name is not None), "")


def _add_clause(
    line: Row, slug: str, name: str, number: int, graph: Graph, registry: SourceRegistry
) -> URIRef:
    kind = line["kind"]
    own = kind if number == 1 else f"{kind}-{number}"
    node = URIRef(namespaces.thing("clause", f"{slug}/{own}"))
    cited = ", ".join(filter(None, line["provisions"].split(";")))
    label = f"{name}: {kind.replace('-', ' ')}" + (f" ({cited})" if cited else "")
    graph.add((node, RDF.type, AP.FinalClause))
    graph.add((node, RDFS.label, text_literal(label)))
    graph.add((node, AP.clauseOf, URIRef(namespaces.thing("instrument", slug))))
    graph.add((node, AP.clauseKind, URIRef(namespaces.concept("clause-kind", kind))))
    graph.add((node, AP.clauseValue, text_literal(line["value"])))
    graph.add((node, AP.note, text_literal(line["note"])))
    graph.add((node, AP.officialTextRead, Literal(line["official"], datatype=XSD.boolean)))
    if line["effect_rule"]:
        rule = URIRef(namespaces.concept("effect-rule", line["effect_rule"]))
        graph.add((node, AP.effectRule, rule))
    for column, predicate in (("days", AP.delayDays), ("months", AP.delayMonths)):
        if line[column]:
            graph.add((node, predicate, Literal(line[column], datatype=XSD.integer)))
    if line["silent"]:
        graph.add((node, AP.textSilent, Literal(line["silent"], datatype=XSD.boolean)))
    for source in _sources(line, registry):
        graph.add((node, DCTERMS.source, source))
    return node


def _add_provision(
    line: Row,
    number: str,
    slug: str,
    name: str,
    graph: Graph,
    registry: SourceRegistry,
    described: set[Node],
) -> URIRef:
    found = place(number)
    if found is None:
        raise line.fault(f"“{number}” is not the number of a provision.", hint="Write XIV(4).")
    node = URIRef(namespaces.thing("provision", f"{slug}/{found.slug}"))
    if node not in described:
        graph.add((node, RDF.type, AP.Provision))
        graph.add((node, RDFS.label, text_literal(f"{name}, {found.words}")))
        graph.add((node, AP.provisionNumber, Literal(number)))
        graph.add((node, AP.provisionOf, URIRef(namespaces.thing("instrument", slug))))
        for source in _sources(line, registry):
            graph.add((node, DCTERMS.source, source))
    return node


def _sources(line: Row, registry: SourceRegistry) -> list[URIRef]:
    names = line["sources"].split(";")
    unknown = [name for name in names if name not in SOURCES]
    if unknown:
        raise line.fault(
            f"The source “{unknown[0]}” is not known.", hint="Name it in final_clause_details.py."
        )
    return [registry.add(SOURCES[name]) for name in names]
