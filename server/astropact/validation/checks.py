"""What can be said of a submitted triple by itself: literals, names, blank nodes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rdflib import BNode, Graph, URIRef

from astropact.namespaces import AP, RDF, SHAPES
from astropact.store.convert import to_node
from astropact.validation.explain import show
from astropact.validation.literals import fault
from astropact.validation.paths import Predicate
from astropact.validation.report import VIOLATION, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from astropact.store.base import Term
    from astropact.store.parsing import Located
    from astropact.validation.affected import Triple
    from astropact.validation.locate import SubmittedFile
    from astropact.validation.vocabulary import Vocabulary

# The gate's own rules, beside the shapes; named in the same namespace.
BLANK_NODE: Final = SHAPES + "no-blank-node"
LITERAL: Final = SHAPES + "canonical-literal"
UNKNOWN_TERM: Final = SHAPES + "declared-term"
OWN_TERM: Final = SHAPES + "own-term"

# One fault made often is told this many times; a long list of the same teaches nothing.
_MOST_BLANK: Final = 20
_BLANK: Final = "urn:astropact:blank:"


def check(file: SubmittedFile, vocabulary: Vocabulary, record: Graph) -> Iterator[Result]:
    """The faults of each triple of ``file`` taken alone."""
    blank: set[str] = set()
    for quad in file.quads:
        for term in (quad.subject, quad.object):
            if term.kind == "bnode" and term.value not in blank:
                blank.add(term.value)
                if len(blank) <= _MOST_BLANK:
                    yield _blank(file, quad, term)
        if quad.object.kind == "literal":
            told = fault(quad.object)
            if told is not None:
                yield _result(file, quad, LITERAL, *told)
        if quad.subject.value.startswith(AP) and triple(quad) not in record:
            yield _result(
                file,
                quad,
                OWN_TERM,
                f"{show(to_node(quad.subject))} belongs to the ontology, which data cannot change",
                "Take the triple out; changes of the ontology are proposed to the project.",
            )
        for term in (quad.predicate, quad.object):
            if term.kind == "iri" and vocabulary.unknown_term(term.value):
                advice = vocabulary.suggestion(to_node(term))
                yield _result(
                    file,
                    quad,
                    UNKNOWN_TERM,
                    f"{show(to_node(term))} is not a term of the ontology",
                    advice or "See the terms at https://w3id.org/astropact/ns.",
                )


def triple(quad: Located) -> Triple:
    """The triple in rdflib terms; a blank node gets a name, so that the rest can be judged."""
    return (_named(quad.subject), to_node(quad.predicate), _named(quad.object))


def on_blank(*nodes: Node | None) -> bool:
    """Whether one of ``nodes`` is such a named blank node, which has been refused already."""
    return any(str(node).startswith(_BLANK) for node in nodes)


def located(result: Result, file: SubmittedFile, quad: Located) -> Result:
    """``result`` with the place and the text of the triple it is about."""
    place = file.place(quad)
    verb = "a" if quad.predicate.value == RDF + "type" else show(to_node(quad.predicate))
    shown = f"{show(to_node(quad.subject))} {verb} {show(to_node(quad.object))} ."
    return replace(result, file=place.file, line=place.line, column=place.column, triple=shown)


def _named(term: Term) -> Node:
    return URIRef(_BLANK + term.value) if term.kind == "bnode" else to_node(term)


def _blank(file: SubmittedFile, quad: Located, term: Term) -> Result:
    result = _result(
        file,
        quad,
        BLANK_NODE,
        "a blank node cannot be named, cited or corrected later",
        "Give it an IRI, for example <https://w3id.org/astropact/id/statement/my-list-sau>.",
    )
    return replace(result, focus=BNode(term.value))


def _result(file: SubmittedFile, quad: Located, rule: str, sentence: str, advice: str) -> Result:
    result = Result(
        rule=rule,
        component=rule + "-component",
        severity=VIOLATION,
        focus=to_node(quad.subject),
        path=Predicate(quad.predicate.value),
        value=to_node(quad.object),
        what=sentence,
        mend=advice,
    )
    return located(result, file, quad)
