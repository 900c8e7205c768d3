"""SHACL property paths as values: read, compared, written, and walked backwards.

Forms per https://www.w3.org/TR/shacl/#property-paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from rdflib import RDF, BNode, Graph, Namespace, URIRef

from astropact.errors import RecordFault
from astropact.namespaces import shorten

if TYPE_CHECKING:
    from rdflib.term import Node

SH: Final = Namespace("http://www.w3.org/ns/shacl#")


@dataclass(frozen=True)
class Predicate:
    """One step along a property."""

    iri: str


@dataclass(frozen=True)
class Inverse:
    """A path walked from its end to its start."""

    path: Path


@dataclass(frozen=True)
class Sequence:
    """One path after another."""

    parts: tuple[Path, ...]


@dataclass(frozen=True)
class Alternative:
    """Any one of several paths."""

    parts: tuple[Path, ...]


@dataclass(frozen=True)
class Repeat:
    """A path taken again and again; ``sign`` is ``*``, ``+`` or ``?``."""

    path: Path
    sign: str


Path = Predicate | Inverse | Sequence | Alternative | Repeat


@dataclass(frozen=True)
class Step:
    """One property in a walk, taken forwards or backwards."""

    predicate: str
    inverse: bool = False


Walk = tuple[Step, ...]

_REPEATS: Final = {
    SH.zeroOrMorePath: "*",
    SH.oneOrMorePath: "+",
    SH.zeroOrOnePath: "?",
}


def read(graph: Graph, node: Node) -> Path:
    """The path that ``node`` stands for in a shapes graph.

    Raises:
        RecordFault: it is not a well-formed path, or runs in a circle.
    """
    return _read(graph, node, frozenset())


def _read(graph: Graph, node: Node, above: frozenset[Node]) -> Path:
    if isinstance(node, URIRef):
        return Predicate(str(node))
    if node in above:
        raise RecordFault("a property path runs in a circle")
    inside = above | {node}
    if graph.value(node, RDF.first) is not None:
        return Sequence(_members(graph, node, inside))
    inverse = graph.value(node, SH.inversePath)
    if inverse is not None:
        return Inverse(_read(graph, inverse, inside))
    alternatives = graph.value(node, SH.alternativePath)
    if alternatives is not None:
        return Alternative(_members(graph, alternatives, inside))
    for predicate, sign in _REPEATS.items():
        repeated = graph.value(node, predicate)
        if repeated is not None:
            return Repeat(_read(graph, repeated, inside), sign)
    raise RecordFault("a property path is not well-formed")


def _members(graph: Graph, node: Node, inside: frozenset[Node]) -> tuple[Path, ...]:
    items: list[Path] = []
    seen: set[Node] = set()
    while node != RDF.nil:
        first, rest = graph.value(node, RDF.first), graph.value(node, RDF.rest)
        if first is None or rest is None or node in seen:
            raise RecordFault("a list in a property path is not well-formed")
        seen.add(node)
        items.append(_read(graph, first, inside))
        node = rest
    return tuple(items)


def text(path: Path) -> str:
    """The path in SPARQL notation with the record's prefixes."""
    match path:
        case Predicate(iri):
            return shorten(iri)
        case Inverse(inner):
            return "^" + _bracketed(inner)
        case Sequence(parts):
            return "/".join(_bracketed(part) for part in parts)
        case Alternative(parts):
            return "|".join(_bracketed(part) for part in parts)
        case Repeat(inner, sign):
            return _bracketed(inner) + sign


def _bracketed(path: Path) -> str:
    simple = isinstance(path, Predicate) or (
        isinstance(path, Inverse) and isinstance(path.path, Predicate)
    )
    return text(path) if simple else f"({text(path)})"


def write(path: Path, graph: Graph) -> Node:
    """Adds the triples of ``path`` to ``graph`` and returns its node, for ``sh:resultPath``."""
    match path:
        case Predicate(iri):
            return URIRef(iri)
        case Sequence(parts):
            return _write_list(parts, graph)
        case Inverse(inner):
            predicate, value = SH.inversePath, write(inner, graph)
        case Alternative(parts):
            predicate, value = SH.alternativePath, _write_list(parts, graph)
        case Repeat(inner, sign):
            predicate = next(p for p, s in _REPEATS.items() if s == sign)
            value = write(inner, graph)
    node = BNode()
    graph.add((node, predicate, value))
    return node


def _write_list(parts: tuple[Path, ...], graph: Graph) -> Node:
    rest: Node = RDF.nil
    for part in reversed(parts):
        cell = BNode()
        graph.add((cell, RDF.first, write(part, graph)))
        graph.add((cell, RDF.rest, rest))
        rest = cell
    return rest


def walks(path: Path) -> list[Walk]:
    """Every way to walk ``path``, as plain steps.

    A repeated part has no longest walk; it is given once, and twice for ``*`` and ``+``, which
    covers what the record's shapes use.
    """
    match path:
        case Predicate(iri):
            return [(Step(iri),)]
        case Inverse(inner):
            return [
                tuple(Step(s.predicate, not s.inverse) for s in reversed(walk))
                for walk in walks(inner)
            ]
        case Sequence(parts):
            return [
                tuple(step for walk in choice for step in walk)
                for choice in product(*(walks(part) for part in parts))
            ]
        case Alternative(parts):
            return [walk for part in parts for walk in walks(part)]
        case Repeat(inner, sign):
            once = walks(inner)
            twice = [] if sign == "?" else [a + b for a in once for b in once]
            return once + twice + ([] if sign == "+" else [()])
