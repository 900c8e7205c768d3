"""Reads SPARQL answers in every standard format and compares them.

The readers are written here, apart from the engine under test, so that a fault of its serialisers
cannot hide behind its own parsers. In tables, blank nodes are compared up to renaming, numbers by
datatype and value (an engine may choose how it writes a number that it computes: 2.5E0 or 2.5),
all other literals by lexical form; graphs by isomorphism.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from math import isnan
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import rdflib
from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.util import from_n3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rdflib.term import Node

Row = dict[str, "Node"]
_SRX = "{http://www.w3.org/2005/sparql-results#}"
_RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
_NUMBERS: dict[URIRef, Callable[[str], int | float | Decimal]] = {
    XSD.integer: int,
    XSD.decimal: Decimal,
    XSD.double: float,
    XSD.float: float,
}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OUTER_ORDER = re.compile(r"\border\s+by\b[^}]*\Z", re.IGNORECASE)


@dataclass
class Solutions:
    """A table of solutions; a variable that is unbound in a row is left out of it."""

    variables: list[str]
    rows: list[Row]


Answer = Solutions | bool | Graph


@contextmanager
def literals_as_written() -> Iterator[None]:
    """Keeps rdflib from rewriting lexical forms ("01" to "1"), for the time of the block."""
    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def is_ordered(query: str) -> bool:
    """Whether the outermost query has an ORDER BY (one inside braces orders nothing outside)."""
    return _OUTER_ORDER.search(re.sub(r"#[^\n<>]*$", "", query, flags=re.MULTILINE)) is not None


def read_graph(content: bytes, media_type: str, base: str) -> Graph:
    """An RDF graph with lexical forms kept."""
    graph = Graph()
    with literals_as_written():
        graph.parse(data=content, format=media_type, publicID=base)
    return graph


def read_answer(content: bytes, media_type: str, base: str = "") -> Answer:
    """An answer from its serialisation; ``base`` resolves relative IRIs in RDF."""
    reader = _READERS.get(media_type)
    if reader is not None:
        return reader(content)
    graph = read_graph(content, media_type, base)
    sets = list(graph.subjects(RDF.type, _RS.ResultSet))
    return _from_result_set(graph, sets[0]) if sets else graph


def difference(expected: Answer, actual: Answer, *, ordered: bool = False) -> str:
    """In words how ``actual`` differs from ``expected``; empty when it does not."""
    if isinstance(expected, Solutions) and isinstance(actual, Solutions):
        if set(expected.variables) != set(actual.variables):
            return f"variables {actual.variables}, expected {expected.variables}"
        same = _same_sequence if ordered else _same_multiset
        if same(expected.rows, actual.rows):
            return ""
        return f"rows\n{_show(actual.rows)}\nexpected\n{_show(expected.rows)}"
    if isinstance(expected, Graph) and isinstance(actual, Graph):
        if isomorphic(expected, actual):
            return ""
        return f"graph\n{_triples(actual)}\nexpected\n{_triples(expected)}"
    return "" if expected is actual else f"answer {actual!r}, expected {expected!r}"


def _from_json(content: bytes) -> Answer:
    document = json.loads(content)
    if "boolean" in document:
        return bool(document["boolean"])
    rows = [
        {name: _json_term(value) for name, value in binding.items()}
        for binding in document["results"]["bindings"]
    ]
    return Solutions(document["head"].get("vars", []), rows)


def _json_term(term: Mapping[str, str]) -> Node:
    if term["type"] == "uri":
        return URIRef(term["value"])
    if term["type"] == "bnode":
        return BNode(term["value"])
    return _literal(term["value"], term.get("datatype"), term.get("xml:lang"))


def _from_xml(content: bytes) -> Answer:
    root = ET.fromstring(content)  # noqa: S314 (written by the W3C or by the server under test)
    boolean = root.findtext(f"{_SRX}boolean")
    if boolean is not None:
        return boolean.strip() == "true"
    variables = [node.attrib["name"] for node in root.iter(f"{_SRX}variable")]
    rows = [
        {binding.attrib["name"]: _xml_term(binding[0]) for binding in result}
        for result in root.iter(f"{_SRX}result")
    ]
    return Solutions(variables, rows)


def _xml_term(node: ET.Element) -> Node:
    text = node.text or ""
    if node.tag == f"{_SRX}uri":
        return URIRef(text)
    if node.tag == f"{_SRX}bnode":
        return BNode(text)
    return _literal(text, node.attrib.get("datatype"), node.attrib.get(_XML_LANG))


def _from_tsv(content: bytes) -> Answer:
    # Line ends inside literals are escaped in TSV, so that a line is a row.
    head, *lines = content.decode().splitlines()
    variables = [name.removeprefix("?") for name in head.split("\t")] if head else []
    rows = []
    with literals_as_written():
        for line in lines:
            cells = line.split("\t")
            rows.append(
                {name: from_n3(cell) for name, cell in zip(variables, cells, strict=True) if cell}
            )
    return Solutions(variables, rows)


def _from_csv(content: bytes) -> Answer:
    # CSV drops the kind of a term: all but blank nodes come back as text.
    table = list(csv.reader(io.StringIO(content.decode(), newline="")))
    variables = table[0]
    rows = [
        {name: _csv_term(cell) for name, cell in zip(variables, line, strict=True) if cell}
        for line in table[1:]
    ]
    return Solutions(variables, rows)


def _csv_term(cell: str) -> Node:
    return BNode(cell[2:]) if cell.startswith("_:") else Literal(cell)


def _from_result_set(graph: Graph, root: Node) -> Answer:
    boolean = graph.value(root, _RS.boolean)
    if boolean is not None:
        return str(boolean) == "true"
    variables = [str(name) for name in graph.objects(root, _RS.resultVariable)]
    solutions = sorted(
        graph.objects(root, _RS.solution), key=lambda node: int(graph.value(node, _RS.index) or 0)
    )
    rows = []
    for solution in solutions:
        row: Row = {}
        for binding in graph.objects(solution, _RS.binding):
            value = graph.value(binding, _RS.value)
            if value is not None:
                row[str(graph.value(binding, _RS.variable))] = value
        rows.append(row)
    return Solutions(variables, rows)


_READERS: dict[str, Callable[[bytes], Answer]] = {
    "application/sparql-results+json": _from_json,
    "application/sparql-results+xml": _from_xml,
    "text/tab-separated-values": _from_tsv,
    "text/csv": _from_csv,
}


def _literal(text: str, datatype: str | None, language: str | None) -> Literal:
    if language:
        return Literal(text, lang=language)
    return Literal(text, datatype=URIRef(datatype) if datatype else None, normalize=False)


def _comparable(node: Node) -> object:
    """Equal for two terms that count as the same."""
    if not isinstance(node, Literal):
        return node
    number = _NUMBERS.get(node.datatype) if node.datatype else None
    if number is not None:
        try:
            value = number(str(node))
        except (ArithmeticError, ValueError):
            return node
        # NaN is the one number unlike itself, yet the same term.
        return node.datatype, "NaN" if isnan(value) else value
    # RDF 1.1 has one string type: a simple literal is an xsd:string.
    return Literal(str(node)) if node.datatype == XSD.string else node


def _same_sequence(expected: Sequence[Row], actual: Sequence[Row]) -> bool:
    if len(expected) != len(actual):
        return False
    mapping: dict[Node, Node] = {}
    for left, right in zip(expected, actual, strict=True):
        extended = _extend(mapping, left, right)
        if extended is None:
            return False
        mapping = extended
    return True


def _same_multiset(expected: Sequence[Row], actual: Sequence[Row]) -> bool:
    if Counter(map(_outline, expected)) != Counter(map(_outline, actual)):
        return False
    blank = [row for row in expected if _has_blank(row)]
    candidates: dict[object, list[Row]] = {}
    for row in filter(_has_blank, actual):
        candidates.setdefault(_outline(row), []).append(row)
    return _match(blank, candidates, {})


def _match(
    rows: Sequence[Row], candidates: dict[object, list[Row]], mapping: dict[Node, Node]
) -> bool:
    """Whether the rows can be paired off with candidates under one renaming of blank nodes."""
    if not rows:
        return True
    choices = candidates[_outline(rows[0])]
    for index, choice in enumerate(choices):
        extended = _extend(mapping, rows[0], choice)
        if extended is None:
            continue
        del choices[index]
        if _match(rows[1:], candidates, extended):
            return True
        choices.insert(index, choice)
    return False


def _extend(mapping: dict[Node, Node], left: Row, right: Row) -> dict[Node, Node] | None:
    """``mapping`` grown so that it takes ``left`` to ``right``; None when nothing can."""
    if left.keys() != right.keys():
        return None
    grown = dict(mapping)
    for name, node in left.items():
        other = right[name]
        if isinstance(node, BNode) and isinstance(other, BNode):
            if grown.setdefault(node, other) != other:
                return None
        elif _comparable(node) != _comparable(other):
            return None
    return grown if len(set(grown.values())) == len(grown) else None


def _outline(row: Row) -> object:
    """The row with its blank nodes made alike: rows that match have the same outline."""
    return frozenset(
        (name, None if isinstance(node, BNode) else _comparable(node)) for name, node in row.items()
    )


def _has_blank(row: Row) -> bool:
    return any(isinstance(node, BNode) for node in row.values())


def _show(rows: Sequence[Row]) -> str:
    lines = [" ".join(f"?{name}={node.n3()}" for name, node in sorted(row.items())) for row in rows]
    return "\n".join(f"  {line}" for line in lines) or "  (none)"


def _triples(graph: Graph) -> str:
    lines = sorted(" ".join(node.n3() for node in triple) for triple in graph)
    return "\n".join(f"  {line}" for line in lines) or "  (none)"
