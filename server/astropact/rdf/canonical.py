"""The one canonical Turtle form of every file in the record.

A file is a pure function of its triples: prefixes that are used, in alphabetical order; subjects
in IRI order, an ``owl:Ontology`` header first; ``rdf:type`` first, then ``rdfs:label``, then
predicates in order of their short names; objects sorted; one predicate a line. Blank nodes (only
in ontology and shapes) are written nested where they are used, lists in parentheses.

Terse Turtle per https://www.w3.org/TR/turtle/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from astropact.errors import InputError
from astropact.namespaces import OWL, PREFIXES, RDF, RDFS, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import Graph
    from rdflib.term import Node

_FIRST_PREDICATES: Final = {RDF + "type": 0, RDFS + "label": 1}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE: Final = {
    XSD + "integer": re.compile(r"0|-?[1-9][0-9]*"),
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "decimal": re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+"),
}
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_INDENT: Final = "  "
_ONTOLOGY: Final = OWL + "Ontology"


def to_turtle(graph: Graph, *, comment: str = "") -> str:
    """``graph`` in canonical Turtle.

    ``comment`` (plain text, one or more lines) is written above the prefixes.

    Raises:
        InputError: a blank node is used in more than one place, or in a cycle, so that it has no
            nested form; give it an IRI.
    """
    return _Writer(graph).document(comment)


def leading_comment(text: str) -> str:
    """The comment lines at the top of a file, as :func:`to_turtle` takes them."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").removeprefix(" "))
    return "\n".join(lines)


class _Writer:
    """Writes one graph; remembers which prefixes were needed."""

    def __init__(self, graph: Graph) -> None:
        from rdflib import BNode

        self._graph = graph
        self._used: set[str] = set()
        self._written: set[Node] = set()
        self._prefixes = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))
        self._blank = BNode

    def document(self, comment: str) -> str:
        subjects = set(self._graph.subjects())
        referenced = {o for o in self._graph.objects() if isinstance(o, self._blank)}
        roots = [s for s in subjects if not isinstance(s, self._blank)]
        ontology = {
            s for s in roots if (s, self._uri(RDF + "type"), self._uri(_ONTOLOGY)) in self._graph
        }
        loose = [s for s in subjects if isinstance(s, self._blank) and s not in referenced]
        blocks = [self._block(s) for s in sorted(roots, key=lambda s: (s not in ontology, str(s)))]
        blocks += sorted(self._nested(s, 0) + " .\n" for s in loose)
        lost = {s for s in subjects if isinstance(s, self._blank)} - self._written
        if lost:
            raise InputError(
                "a blank node refers to itself", hint="Give the node an IRI of its own."
            )
        lines = [f"# {line}".rstrip() for line in comment.splitlines()]
        lines += [f"@prefix {p}: <{PREFIXES[p]}> ." for p in sorted(self._used)]
        head = "\n".join(lines) + "\n" if lines else ""
        return head + "".join("\n" + block for block in blocks)

    def _uri(self, iri: str) -> Node:
        from rdflib import URIRef

        return URIRef(iri)

    def _block(self, subject: Node) -> str:
        return self._iri(str(subject)) + self._properties(subject, 1) + " .\n"

    def _properties(self, subject: Node, depth: int) -> str:
        pad = _INDENT * depth
        by_predicate: dict[str, list[Node]] = {}
        for predicate, obj in self._graph.predicate_objects(subject):
            by_predicate.setdefault(str(predicate), []).append(obj)
        parts = []
        for iri in sorted(by_predicate, key=self._predicate_order):
            verb = "a" if iri == RDF + "type" else self._iri(iri)
            objects = sorted(self._term(o, depth) for o in by_predicate[iri])
            if len(objects) == 1:
                parts.append(f"{verb} {objects[0]}")
            else:
                inner = f" ,\n{pad}{_INDENT}".join(objects)
                parts.append(f"{verb}\n{pad}{_INDENT}{inner}")
        joined = f" ;\n{pad}".join(parts)
        return f" {joined}" if parts[0].startswith("a ") and depth == 1 else f"\n{pad}{joined}"

    def _predicate_order(self, predicate: str) -> tuple[int, str]:
        return (_FIRST_PREDICATES.get(predicate, 2), self._short(predicate) or predicate)

    def _term(self, node: Node, depth: int) -> str:
        from rdflib import Literal

        if isinstance(node, Literal):
            return self._literal(node)
        if isinstance(node, self._blank):
            items = self._list_items(node)
            return self._nested(node, depth) if items is None else self._list(items, depth)
        return self._iri(str(node))

    def _nested(self, node: Node, depth: int) -> str:
        if node in self._written:
            raise InputError(
                "a blank node is used in more than one place",
                hint="Give the node an IRI of its own.",
            )
        self._written.add(node)
        if (node, None, None) not in self._graph:
            return "[]"
        return f"[{self._properties(node, depth + 1)}\n{_INDENT * depth}]"

    def _list_items(self, node: Node) -> list[Node] | None:
        """The members when ``node`` starts a well-formed list, else None."""
        first, rest, nil = (self._uri(RDF + name) for name in ("first", "rest", "nil"))
        items: list[Node] = []
        cells: list[Node] = []
        while node != nil:
            firsts = list(self._graph.objects(node, first))
            rests = list(self._graph.objects(node, rest))
            arcs = sum(1 for _ in self._graph.predicate_objects(node))
            if len(firsts) != 1 or len(rests) != 1 or arcs != 2 or node in cells:
                return None
            cells.append(node)
            items.append(firsts[0])
            node = rests[0]
        if any(cell in self._written for cell in cells):
            raise InputError(
                "a list is used in more than one place", hint="Write the list out at each place."
            )
        self._written.update(cells)
        return items

    def _list(self, items: Iterable[Node], depth: int) -> str:
        return "( " + " ".join(self._term(item, depth) for item in items) + " )"

    def _literal(self, node: Node) -> str:
        from rdflib import Literal

        if not isinstance(node, Literal):
            raise TypeError(type(node))
        text, datatype = str(node), str(node.datatype) if node.datatype else ""
        if datatype in _BARE and _BARE[datatype].fullmatch(text):
            return text
        quoted = '"' + text.translate(_ESCAPES) + '"'
        if node.language:
            return f"{quoted}@{node.language}"
        if not datatype or datatype == XSD + "string":
            return quoted
        return f"{quoted}^^{self._iri(datatype)}"

    def _short(self, iri: str) -> str | None:
        for prefix, base in self._prefixes:
            if iri.startswith(base):
                local = iri[len(base) :]
                if not local or _LOCAL.fullmatch(local):
                    return f"{prefix}:{local}"
        return None

    def _iri(self, iri: str) -> str:
        short = self._short(iri)
        if short is None:
            return f"<{iri}>"
        self._used.add(short.partition(":")[0])
        return short
