"""Where in a submitted file a triple is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from astropact.namespaces import RDF, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from astropact.store.base import Term
    from astropact.store.parsing import Located

_LOOK_BACK = 40


@dataclass(frozen=True)
class Place:
    """A place in a file, from 1; line 0 means that it is not known."""

    file: str
    line: int
    column: int


class SubmittedFile:
    """One submitted file: its name, its quads, and its text for finding columns."""

    def __init__(self, name: str, content: bytes, quads: Sequence[Located], *, exact: bool) -> None:
        """Keeps the text.

        ``exact`` tells that the line of each quad is known from the parser (every format but
        JSON-LD, which is read ahead).
        """
        self.name = name
        self.quads = quads
        self._exact = exact
        self._lines = content.decode("utf-8", errors="replace").split("\n")
        self._by_subject: dict[Term, list[Located]] = {}
        self._by_object: dict[Term, list[Located]] = {}
        for quad in quads:
            self._by_subject.setdefault(quad.subject, []).append(quad)
            self._by_object.setdefault(quad.object, []).append(quad)

    def about(self, subject: Term) -> Sequence[Located]:
        """The quads with this subject, in the order of the file."""
        return self._by_subject.get(subject, ())

    def naming(self, obj: Term) -> Sequence[Located]:
        """The quads with this object, in the order of the file."""
        return self._by_object.get(obj, ())

    def place(self, quad: Located) -> Place:
        """The line and column at which the object of ``quad`` is written, as far as known.

        The parser knows the line on which the triple was complete; its object, or else its
        predicate, is looked for there and then upwards.
        """
        last = min(quad.line, len(self._lines))
        first = max(1, last - _LOOK_BACK) if self._exact else 1
        for wanted in (_written(quad.object), _written(quad.predicate), _written(quad.subject)):
            for number in range(last, first - 1, -1):
                column = _find(self._lines[number - 1], wanted)
                if column:
                    return Place(self.name, number, column)
        if not self._exact:
            return Place(self.name, 0, 0)
        line = self._lines[last - 1]
        return Place(self.name, last, len(line) - len(line.lstrip()) + 1)


def _find(line: str, wanted: Iterable[str]) -> int:
    for text in wanted:
        index = line.find(text)
        if index >= 0:
            return index + 1
    return 0


def _written(term: Term) -> list[str]:
    """The ways in which a term may be written, most telling first."""
    if term.kind == "iri":
        short = shorten(term.value)
        tail = term.value.rstrip("/").rpartition("/")[2].rpartition("#")[2]
        forms = [term.value, short] + ([tail] if len(tail) > 1 else [])
        return [*forms, " a "] if term.value == RDF + "type" else forms
    if term.kind == "literal":
        first = term.value.split("\n", 1)[0]
        return [f'"{first}', first] if first else ['""', "''"]
    return [term.value] if len(term.value) > 3 else ["["]
