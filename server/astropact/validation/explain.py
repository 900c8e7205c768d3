"""Says in plain words what a finding found, from its component and the shape's parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import RDF, BNode, Graph, Literal, URIRef

from astropact.namespaces import shorten
from astropact.validation.paths import SH, Predicate, text
from astropact.validation.shapes import list_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from rdflib.term import Node

    from astropact.validation.engine import Finding

_LONGEST: Final = 80


def show(node: Node | None) -> str:
    """A node as a reader knows it: short IRI, quoted text with its datatype."""
    if isinstance(node, Literal):
        value = str(node)
        value = value if len(value) <= _LONGEST else value[: _LONGEST - 3] + "..."
        value = value.replace("\n", "\\n")
        if node.language:
            return f'"{value}"@{node.language}'
        if node.datatype is None:
            return f'"{value}"'
        return f'"{value}"^^{shorten(str(node.datatype))}'
    if isinstance(node, BNode):
        return "a blank node"
    return "" if node is None else shorten(str(node))


def what(finding: Finding, shapes: Graph, data: Graph) -> str:
    """One sentence on what is wrong, for example ``ap:asOf is missing``."""
    name = finding.component.rpartition("#")[2].removesuffix("ConstraintComponent")
    sentence = _SENTENCES.get(name)
    if sentence is None:
        return f"{_subject(finding)} breaks the rule {shorten(str(finding.shape))}"
    return sentence(finding, shapes, data)


def _subject(finding: Finding) -> str:
    if finding.path is None:
        return show(finding.focus)
    return text(finding.path)


def _parameter(finding: Finding, shapes: Graph, name: str) -> Node | None:
    return shapes.value(finding.shape, SH[name])


def _bound(parameter: str, words: str) -> Callable[[Finding, Graph, Graph], str]:
    def sentence(finding: Finding, shapes: Graph, _data: Graph) -> str:
        limit = _parameter(finding, shapes, parameter)
        return f"{_subject(finding)} {show(finding.value)} {words} {limit}"

    return sentence


def _min_count(finding: Finding, _shapes: Graph, _data: Graph) -> str:
    return f"{_subject(finding)} is missing"


def _max_count(finding: Finding, shapes: Graph, _data: Graph) -> str:
    limit = str(_parameter(finding, shapes, "maxCount"))
    if limit == "0":
        return f"{_subject(finding)} is not allowed here"
    return f"{_subject(finding)} has more than {limit} value{'' if limit == '1' else 's'}"


def _datatype(finding: Finding, shapes: Graph, _data: Graph) -> str:
    datatype = _parameter(finding, shapes, "datatype")
    if datatype == RDF.langString:
        return f"{_subject(finding)} {show(finding.value)} has no language tag"
    return f"{_subject(finding)} {show(finding.value)} is not an {show(datatype)}"


def _class(finding: Finding, shapes: Graph, data: Graph) -> str:
    value = show(finding.value)
    wanted = show(_parameter(finding, shapes, "class"))
    if isinstance(finding.value, URIRef) and (finding.value, None, None) not in data:
        return f"{_subject(finding)} names {value}, which does not exist in the record"
    if finding.path is None:
        return f"{value} is not an {wanted}"
    return f"{_subject(finding)} names {value}, which is not an {wanted}"


def _node_kind(finding: Finding, shapes: Graph, _data: Graph) -> str:
    kind = str(_parameter(finding, shapes, "nodeKind")).rpartition("#")[2]
    wanted = {"IRI": "an IRI", "Literal": "a literal"}.get(kind, kind)
    return f"{_subject(finding)} {show(finding.value)} is not {wanted}"


def _pattern(finding: Finding, _shapes: Graph, _data: Graph) -> str:
    if finding.path is None:
        return f"{show(finding.value)} does not have the form of such a name"
    return f"{_subject(finding)} {show(finding.value)} does not have the right form"


def _unique_lang(finding: Finding, _shapes: Graph, _data: Graph) -> str:
    return f"{_subject(finding)} has more than one value in one language"


def _in(finding: Finding, shapes: Graph, _data: Graph) -> str:
    head = _parameter(finding, shapes, "in")
    allowed = [] if head is None else [show(item) for item in list_items(shapes, head)]
    return f"{_subject(finding)} {show(finding.value)} is not one of {', '.join(allowed)}"


def _compared(parameter: str, words: str) -> Callable[[Finding, Graph, Graph], str]:
    def sentence(finding: Finding, shapes: Graph, data: Graph) -> str:
        other = _parameter(finding, shapes, parameter)
        values = sorted(show(v) for v in data.objects(finding.focus, other))
        against = f"{show(other)} {', '.join(values)}".strip()
        if finding.path is not None and not isinstance(finding.path, Predicate):
            against += f" of {show(finding.focus)}"
        return f"{_subject(finding)} {show(finding.value)} {words} {against}"

    return sentence


def _language_in(finding: Finding, _shapes: Graph, _data: Graph) -> str:
    return f"{_subject(finding)} {show(finding.value)} is not in an expected language"


def _qualified(finding: Finding, _shapes: Graph, _data: Graph) -> str:
    return f"{_subject(finding)} has no value of the kind that is needed"


def _either(finding: Finding, _shapes: Graph, _data: Graph) -> str:
    if finding.path is None:
        return f"{show(finding.focus)} is none of the things it may be"
    return f"{_subject(finding)} {show(finding.value)} is none of the things it may be"


def _sparql(finding: Finding, shapes: Graph, _data: Graph) -> str:
    title = shapes.value(finding.shape, SH.name)
    rule = shorten(str(finding.shape)) if title is None else f"“{title}”"
    return f"{show(finding.focus)} breaks the rule {rule}"


_SENTENCES: Final[dict[str, Callable[[Finding, Graph, Graph], str]]] = {
    "MinCount": _min_count,
    "MaxCount": _max_count,
    "Datatype": _datatype,
    "Class": _class,
    "NodeKind": _node_kind,
    "Pattern": _pattern,
    "UniqueLang": _unique_lang,
    "In": _in,
    "LanguageIn": _language_in,
    "MinLength": _bound("minLength", "is shorter than"),
    "MaxLength": _bound("maxLength", "is longer than"),
    "MinInclusive": _bound("minInclusive", "is less than"),
    "MaxInclusive": _bound("maxInclusive", "is more than"),
    "LessThan": _compared("lessThan", "is not before"),
    "LessThanOrEquals": _compared("lessThanOrEquals", "is after"),
    "Equals": _compared("equals", "is not the same as"),
    "Disjoint": _compared("disjoint", "must not also be in"),
    "QualifiedMinCount": _qualified,
    "QualifiedMaxCount": _qualified,
    "Or": _either,
    "Xone": _either,
    "And": _either,
    "Not": _either,
    "SPARQL": _sparql,
}
