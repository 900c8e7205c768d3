"""The SHACL engine that decides: pySHACL over an in-memory graph, literals kept as written.

Only SHACL Core and SHACL-SPARQL (https://www.w3.org/TR/shacl/): no rules, no JavaScript, no
imports, no inference, no network. Shapes come from the project, never from a contributor.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyshacl import ShapesGraph, Validator
from pyshacl.errors import ReportableRuntimeError
from pyshacl.graph_abstraction import DataGraph
from rdflib import OWL, RDF, Graph

from astropact.errors import RecordFault
from astropact.validation.literals import exact_literals
from astropact.validation.paths import SH, Path, read
from astropact.validation.shapes import TARGETS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from rdflib import Literal
    from rdflib.term import Node

_LOGGER: Final = logging.getLogger(__name__)
# Components whose values must be comparable.
COMPARISONS: Final = frozenset(
    {str(SH.LessThanConstraintComponent), str(SH.LessThanOrEqualsConstraintComponent)}
)
_DEPTH: Final = 15
_REFERRING: Final = (SH.property, SH.node, SH["not"], SH.qualifiedValueShape)


@dataclass(frozen=True)
class Finding:
    """One result of validation, in the terms of https://www.w3.org/TR/shacl/#results."""

    focus: Node
    path: Path | None
    value: Node | None
    component: str
    shape: Node
    severity: str
    message: str


class Engine:
    """One set of shapes, ready to judge graphs."""

    def __init__(self, shapes: Graph) -> None:
        """Takes the shapes, which must not change afterwards: they are compiled once."""
        self.shapes = shapes
        graph, self._properties = _flattened(_with_imported_prefixes(shapes))
        self._compiled = ShapesGraph(graph, logger=_LOGGER)

    def validate(self, data: Graph, focus: Collection[Node] | None = None) -> list[Finding]:
        """The findings on ``data``, which is not changed.

        With ``focus``, shapes are applied to those of their targets that are in it; what a shape
        reaches from there through ``sh:property`` or ``sh:node`` is judged as well.

        Raises:
            RecordFault: the shapes are not well-formed or ask for something unsupported.
        """
        with exact_literals():
            try:
                return self._validate(data, None if focus is None else set(focus))
            except (ReportableRuntimeError, NotImplementedError, RecursionError) as error:
                raise RecordFault(f"the shapes cannot be used: {error}") from error

    def _validate(self, data: Graph, focus: set[Node] | None) -> list[Finding]:
        graph = DataGraph.from_rdflib_graph(data)
        validator = Validator(
            graph,
            shacl_graph=self.shapes,
            options={
                "inplace": True,
                "inference": "none",
                "advanced": False,
                "use_js": False,
                "logger": _LOGGER,
                "max_validation_depth": _DEPTH,
            },
        )
        validator.shacl_graph = self._compiled
        executor = validator.make_executor()
        findings: list[Finding] = []
        for shape in self._compiled.shapes:
            targets = shape.focus_nodes(graph)
            if focus is not None:
                targets &= focus
            if not targets:
                continue
            parts = [shape]
            if not shape.deactivated:
                found = self._properties.get(shape.node, ())
                parts += [self._compiled.lookup_shape_from_node(node) for node in found]
            for part in parts:
                findings += self._apply(part, executor, graph, targets)
        return findings

    def _apply(
        self, part: Any, executor: Any, graph: DataGraph, targets: Collection[Any]
    ) -> list[Finding]:
        try:
            _, results = part.validate(executor, graph, focus=sorted(targets, key=str))
        except TypeError:
            # pySHACL stops at values that cannot be compared, such as "soon"^^xsd:date.
            if len(targets) == 1:
                return [self._incomparable(part, graph, *targets)]
            return [
                found for node in targets for found in self._apply(part, executor, graph, [node])
            ]
        return [self._finding(node, triples) for _, node, triples in results]

    def _incomparable(self, part: Any, graph: DataGraph, focus: Node) -> Finding:
        """The result for values that cannot be compared (SHACL, 4.5.3 and 4.5.4)."""
        values = sorted(part.value_nodes(graph, [focus])[focus], key=str)
        strict = (part.node, SH.lessThan, None) in self._compiled.graph
        return Finding(
            focus=focus,
            path=read(self.shapes, part.path()),
            value=next((v for v in values if getattr(v, "ill_typed", False)), values[0]),
            component=str(
                SH.LessThanConstraintComponent if strict else SH.LessThanOrEqualsConstraintComponent
            ),
            shape=part.node,
            severity=str(part.severity),
            message=_english(list(part.message)),
        )

    def _finding(self, result: Node, triples: Iterable[tuple[Node, Node, Any]]) -> Finding:
        values: dict[Node, Node] = {}
        messages: list[Literal] = []
        for subject, predicate, obj in triples:
            if subject != result:
                continue  # a detail of the result, such as why a node fails sh:node
            # pySHACL hands over (graph the node lives in, node) for what it has not copied yet.
            node = obj[1] if isinstance(obj, tuple) else obj
            if predicate == SH.resultMessage:
                messages.append(node)
            else:
                values[predicate] = node
        path = values.get(SH.resultPath)
        return Finding(
            focus=values[SH.focusNode],
            path=None if path is None else read(self.shapes, path),
            value=values.get(SH.value),
            component=str(values[SH.sourceConstraintComponent]),
            shape=values[SH.sourceShape],
            severity=str(values[SH.resultSeverity]),
            message=_english(messages),
        )


def _with_imported_prefixes(shapes: Graph) -> Graph:
    """``shapes``, where ``sh:prefixes`` also gives what its ontology imports from the same graph.

    See https://www.w3.org/TR/shacl/#sparql-prefixes; pySHACL reads the ontology itself only.
    """
    missing = [
        (ontology, SH.declare, declaration)
        for ontology in set(shapes.objects(None, SH.prefixes))
        for imported in shapes.transitive_objects(ontology, OWL.imports)
        for declaration in shapes.objects(imported, SH.declare)
        if (ontology, SH.declare, declaration) not in shapes
    ]
    if not missing:
        return shapes
    whole = Graph(bind_namespaces="none")
    whole += shapes
    for triple in missing:
        whole.add(triple)
    return whole


def _flattened(shapes: Graph) -> tuple[Graph, dict[Node, tuple[Node, ...]]]:
    """A copy of ``shapes`` without ``sh:property`` at shapes that have targets, and these arcs.

    pySHACL applies a property shape to one focus node at a time when it gets there through
    ``sh:property``, and to all at once when called directly, with the same results and several
    times faster. Shapes that other shapes refer to keep their properties, and so do those where a
    constraint looks at the arcs themselves.
    """
    flat = Graph(bind_namespaces="none")
    flat += shapes
    referred = {o for predicate in _REFERRING for o in shapes.objects(None, predicate)}
    referred |= set(shapes.objects(None, RDF.first))
    properties: dict[Node, tuple[Node, ...]] = {}
    for shape in {s for target in TARGETS for s in shapes.subjects(target)} - referred:
        found = tuple(sorted(shapes.objects(shape, SH.property), key=str))
        looked_at = (shape, SH.closed, None) in shapes or any(
            (node, SH.qualifiedValueShapesDisjoint, None) in shapes for node in found
        )
        if found and not looked_at and (shape, SH.path, None) not in shapes:
            properties[shape] = found
            flat.remove((shape, SH.property, None))
            for node in found:
                flat.add((node, RDF.type, SH.PropertyShape))
            flat.add((shape, RDF.type, SH.NodeShape))
    return flat, properties


def _english(messages: list[Literal]) -> str:
    texts = [str(m) for m in messages if m.language in (None, "en")] or [str(m) for m in messages]
    return " ".join(sorted(texts))
