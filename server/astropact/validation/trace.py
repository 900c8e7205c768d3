"""From a finding back to the submitted triple that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import BNode, Graph, Literal

from astropact.namespaces import RDF, XSD
from astropact.store.base import Term
from astropact.validation.affected import PAIRS
from astropact.validation.paths import walks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rdflib.term import Node

    from astropact.store.parsing import Located
    from astropact.validation.engine import Finding
    from astropact.validation.locate import SubmittedFile

_PLAIN = frozenset({"", XSD + "string", RDF + "langString"})


def trace(
    finding: Finding, files: Sequence[SubmittedFile], shapes: Graph
) -> tuple[SubmittedFile, Located] | None:
    """The triple, in its file, that ``finding`` is about, as nearly as can be told.

    None when nothing of what was submitted has to do with it.
    """
    best: tuple[int, SubmittedFile, Located] | None = None
    for file in files:
        for score, quad in _candidates(finding, file, shapes):
            if best is None or score < best[0]:
                best = (score, file, quad)
    return None if best is None else best[1:]


def _candidates(
    finding: Finding, file: SubmittedFile, shapes: Graph
) -> Iterator[tuple[int, Located]]:
    """Triples that may be meant, the likelier the lower the number."""
    focus, value = term_of(finding.focus), term_of(finding.value)
    ways = [] if finding.path is None else walks(finding.path)
    first = {way[0].predicate for way in ways if way and not way[0].inverse}
    last = {way[-1].predicate for way in ways if way and not way[-1].inverse}
    # A comparison with something further away is about this end of it.
    ranks = (3, 1) if any(len(way) > 1 for way in ways) else (1, 3)
    compared = {str(o) for pair in PAIRS for o in shapes.objects(finding.shape, pair)}
    if focus is not None:
        for quad in file.about(focus):
            yield _score(quad, value, (first, compared), ranks), quad
        # The focus is a thing of the record to which a submitted thing points.
        for quad in file.naming(focus):
            beside = [q for q in file.about(quad.subject) if value and _same(q.object, value)]
            yield (2, beside[0]) if beside else (8, quad)
    # The focus is a thing of the record that leads to a submitted value.
    if value is not None:
        for quad in file.naming(value):
            if quad.predicate.value in last:
                yield 4, quad


def _score(
    quad: Located,
    value: Term | None,
    predicates: tuple[set[str], set[str]],
    ranks: tuple[int, int],
) -> int:
    first, compared = predicates
    if quad.predicate.value in first:
        return 0 if value is not None and _same(quad.object, value) else ranks[0]
    if quad.predicate.value in compared:
        return ranks[1]
    return 5 if quad.predicate.value == RDF + "type" else 6


def term_of(node: Node | None) -> Term | None:
    """The record's own form of an rdflib node; None for a blank node or nothing."""
    if node is None or isinstance(node, BNode):
        return None
    if isinstance(node, Literal):
        return Term("literal", str(node), str(node.datatype or ""), node.language or "")
    return Term("iri", str(node))


def _same(term: Term, other: Term) -> bool:
    return term[:2] == other[:2] and term.language == other.language and _same_type(term, other)


def _same_type(term: Term, other: Term) -> bool:
    return term.datatype == other.datatype or {term.datatype, other.datatype} <= _PLAIN
