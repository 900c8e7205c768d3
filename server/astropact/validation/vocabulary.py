"""Names that do not exist: undeclared terms of the ontology and things nobody described."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from rdflib import RDF, Graph, URIRef

from astropact.namespaces import AP, BASE, CONCEPT, ID, shorten

if TYPE_CHECKING:
    from rdflib.term import Node


# A name this much less alike than the best one is not offered beside it.
_AS_GOOD: Final = 0.1


class Vocabulary:
    """The names that the record knows, for finding and correcting those it does not."""

    def __init__(self, record: Graph) -> None:
        self._record = record

    @cached_property
    def terms(self) -> frozenset[str]:
        """The classes and properties of the ontology."""
        return frozenset(s for s in map(str, self._record.subjects(RDF.type)) if s.startswith(AP))

    @cached_property
    def _things(self) -> dict[str, list[str]]:
        by_kind: dict[str, list[str]] = {}
        for subject in sorted({str(s) for s in self._record.subjects(RDF.type)}):
            if subject.startswith((ID, CONCEPT)):
                by_kind.setdefault(_kind(subject), []).append(subject)
        return by_kind

    def unknown_term(self, iri: str) -> bool:
        """Whether ``iri`` lies in the ontology's namespace without being declared there."""
        return iri.startswith(AP) and iri not in self.terms

    def suggestion(self, node: Node | None) -> str:
        """A sentence that offers names close to one that does not exist, or empty."""
        if not isinstance(node, URIRef) or not str(node).startswith(BASE):
            return ""
        iri = str(node)
        known = sorted(self.terms) if iri.startswith(AP) else self._things.get(_kind(iri), [])
        if iri in known:
            return ""
        prefix = AP if iri.startswith(AP) else _kind(iri)
        tail = iri.removeprefix(prefix)
        tails = {name.removeprefix(prefix): name for name in known}
        close = get_close_matches(tail, tails, n=12, cutoff=0.6)
        # Of names equally alike, those that begin alike are likelier meant: "chn" for "chm".
        alike = {t: SequenceMatcher(None, tail, t).ratio() for t in close}
        close.sort(key=lambda t: (-alike[t], -_shared(tail, t)))
        if not close:
            return ""
        close = [t for t in close if alike[t] >= alike[close[0]] - _AS_GOOD]
        return f"Did you mean {' or '.join(shorten(tails[tail]) for tail in close[:3])}?"


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _kind(iri: str) -> str:
    """The part of a thing's IRI that says what kind of thing it is, up to the slug."""
    for base in (ID, CONCEPT):
        if iri.startswith(base):
            return base + iri.removeprefix(base).partition("/")[0] + "/"
    return iri
