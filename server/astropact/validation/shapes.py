"""The record's shapes: which files they are in, and what each of them says.

``shapes/<module>.ttl`` guard one thing at a time and hold for a contributed file as well as for
the record. ``shapes/dataset.ttl`` says what holds of the record as a whole (every statement is
ranked, the manifest is complete), so only :func:`astropact.validation.gate.validate_record` uses
it: a contributed statement has no rank yet, since ranks are the record's own judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rdflib import RDF, RDFS, Graph, Literal, URIRef

from astropact.errors import RecordFault
from astropact.store.files import read_turtle
from astropact.validation.literals import exact_literals
from astropact.validation.paths import SH, Path, read

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator

    from rdflib.term import Node

WHOLE_RECORD_FILE: Final = "dataset.ttl"
TARGETS: Final = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)

# Parameter -> component, for the parameters that the record's shapes may use
# (https://www.w3.org/TR/shacl/#core-components).
COMPONENTS: Final[dict[URIRef, URIRef]] = {
    SH[parameter]: SH[(component or parameter[0].upper() + parameter[1:]) + "ConstraintComponent"]
    for parameter, component in {
        "class": "",
        "datatype": "",
        "nodeKind": "",
        "minCount": "",
        "maxCount": "",
        "minExclusive": "",
        "minInclusive": "",
        "maxExclusive": "",
        "maxInclusive": "",
        "minLength": "",
        "maxLength": "",
        "pattern": "",
        "languageIn": "",
        "uniqueLang": "",
        "equals": "",
        "disjoint": "",
        "lessThan": "",
        "lessThanOrEquals": "",
        "not": "",
        "and": "",
        "or": "",
        "xone": "",
        "node": "",
        "qualifiedMinCount": "",
        "qualifiedMaxCount": "",
        "closed": "",
        "hasValue": "",
        "in": "",
        "sparql": "SPARQL",
    }.items()
}


@dataclass(frozen=True)
class Constraint:
    """One thing that a shape demands: the shape, its component and its parameter's value."""

    shape: str
    component: str
    parameter: str
    value: Node


@lru_cache(maxsize=8)
def load_shapes(folder: pathlib.Path, *, whole_record: bool = False) -> Graph:
    """The shapes in ``folder`` as one graph; with ``whole_record`` those of the record too.

    Raises:
        RecordFault: a file is missing or not Turtle.
    """
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise RecordFault(f"there are no shapes in {folder}")
    wanted = [file for file in files if whole_record or file.name != WHOLE_RECORD_FILE]
    with exact_literals():
        return read_turtle(wanted)


def constraints(shapes: Graph) -> Iterator[Constraint]:
    """Every constraint that a named shape states itself, in order of shape and component."""
    found = [
        Constraint(str(shape), str(COMPONENTS[parameter]), str(parameter), value)
        for shape, parameter, value in shapes
        if isinstance(shape, URIRef) and isinstance(parameter, URIRef) and parameter in COMPONENTS
    ]
    return iter(sorted(found, key=lambda c: (c.shape, c.component, str(c.value))))


def message(shapes: Graph, shape: Node) -> str:
    """The English message of a shape, or empty."""
    for text in shapes.objects(shape, SH.message):
        if isinstance(text, Literal) and text.language in (None, "en"):
            return str(text)
    return ""


def name(shapes: Graph, shape: Node) -> str:
    """What a shape is called for a reader."""
    for predicate in (SH.name, RDFS.label):
        for text in shapes.objects(shape, predicate):
            return str(text)
    return ""


def path_of(shapes: Graph, shape: Node) -> Path | None:
    """The path of a property shape; None for a node shape."""
    node = shapes.value(shape, SH.path)
    return None if node is None else read(shapes, node)


def list_items(shapes: Graph, head: Node) -> Iterator[Node]:
    """The members of an RDF list."""
    seen: set[Node] = set()
    while head != RDF.nil and head not in seen:
        seen.add(head)
        first, rest = shapes.value(head, RDF.first), shapes.value(head, RDF.rest)
        if first is None or rest is None:
            return
        yield first
        head = rest
