"""Which nodes a change can make wrong.

A shape judges a focus node by what it reads from there: along its path, at the other end of a
comparison, at the types of what it finds. A changed triple can therefore affect every node from
which some shape walks over it. The walks are read off the shapes once; a change is followed back
along them. Looking at the subjects of changed triples alone would miss, for example, the acts of
a state whose dates of existence change.

What a SPARQL constraint reads is not visible in its shape: it is run on the nodes that the path
to its shape leads to, and those are followed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import RDF, Graph, URIRef

from astropact.validation.paths import SH, Step, Walk, read, walks
from astropact.validation.shapes import TARGETS, list_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

Triple = tuple["Node", "Node", "Node"]

PAIRS: Final = (SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals)
_NESTED: Final = (SH.property, SH.node, SH["not"], SH.qualifiedValueShape)
_NESTED_LISTS: Final = (SH["and"], SH["or"], SH.xone)
_DEPTH: Final = 15


class Footprint:
    """What a set of shapes reads, as walks from focus nodes."""

    def __init__(self, shapes: Graph) -> None:
        self._shapes = shapes
        targeted = {shape for target in TARGETS for shape in shapes.subjects(target)}
        self.walks: frozenset[Walk] = frozenset(
            walk for shape in targeted for walk in self._read_by(shape, (), 0)
        )
        # For each property, the walks that pass over it and where.
        self._over: dict[str, list[tuple[Walk, Step]]] = {}
        for walk in self.walks:
            for position, step in enumerate(walk):
                self._over.setdefault(step.predicate, []).append((walk[:position], step))

    def _read_by(self, shape: Node, before: Walk, depth: int) -> Iterator[Walk]:
        if depth > _DEPTH:
            return
        path = self._shapes.value(shape, SH.path)
        ways = [()] if path is None else walks(read(self._shapes, path))
        for way in ways:
            here = before + way
            if here:
                yield here
            if (shape, SH["class"], None) in self._shapes:
                yield (*here, Step(str(RDF.type)))
            for nested in self._nested(shape):
                yield from self._read_by(nested, here, depth + 1)
        for pair in PAIRS:
            for other in self._shapes.objects(shape, pair):
                yield (*before, Step(str(other)))

    def _nested(self, shape: Node) -> Iterator[Node]:
        for predicate in _NESTED:
            yield from self._shapes.objects(shape, predicate)
        for predicate in _NESTED_LISTS:
            for head in self._shapes.objects(shape, predicate):
                yield from list_items(self._shapes, head)

    def affected(self, data: Graph, changed: Iterable[Triple]) -> set[Node]:
        """The nodes of ``data`` (which holds the change) that ``changed`` triples may affect."""
        found: set[Node] = set()
        starts: dict[Walk, set[Node]] = {}
        for subject, predicate, obj in changed:
            found.add(subject)
            for before, step in self._over.get(str(predicate), ()):
                starts.setdefault(before, set()).add(obj if step.inverse else subject)
        for walk, ends in starts.items():
            found |= _back(data, walk, ends)
        return found


def _back(data: Graph, walk: Walk, ends: set[Node]) -> set[Node]:
    """The nodes from which ``walk`` leads to one of ``ends``."""
    nodes = ends
    for step in reversed(walk):
        predicate = URIRef(step.predicate)
        if step.inverse:
            nodes = {o for node in nodes for o in data.objects(node, predicate)}
        else:
            nodes = {s for node in nodes for s in data.subjects(predicate, node)}
    return nodes
