"""The triples of a few things at hand, so that sentences can be made of them and name them.

What explains a verdict is told in sentences, and every sentence has to be backed by triples that
stand in the store. So the sentences are made from nothing else than these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import from_iri, labels
from astropact.namespaces import AP, RDFS, SKOS, XSD
from astropact.rdf.iris import iriref, is_iri
from astropact.store.base import Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.store.base import Store

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED: Final = re.compile("|".join(re.escape(key) for key in _ESCAPES))
LABEL: Final = RDFS + "label"
PREF_LABEL: Final = SKOS + "prefLabel"
Fact = tuple[str, str, Term]
"""Subject, predicate and object as they stand in the store."""


def ap(name: str) -> str:
    """The IRI of a term of the ontology."""
    return AP + name


def ntriples(term: Term) -> str:
    """A term as N-Triples writes it (RDF 1.1 N-Triples, section 2)."""
    if term.kind == "iri":
        return f"<{term.value}>"
    text = '"' + _ESCAPED.sub(lambda found: _ESCAPES[found[0]], term.value) + '"'
    if term.language:
        return f"{text}@{term.language}"
    if term.datatype in ("", XSD + "string"):
        return text
    return f"{text}^^<{term.datatype}>"


def written(fact: Fact) -> tuple[str, str, str]:
    """A fact as three terms of N-Triples."""
    subject, predicate, value = fact
    return (f"<{subject}>", f"<{predicate}>", ntriples(value))


class Facts:
    """The triples of the things that were loaded, by subject and predicate."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._held: dict[str, dict[str, list[Term]]] = {}
        self._names: dict[str, str] = {}

    def load(self, things: Iterable[str]) -> None:
        """Fetches all triples of the given things that are not at hand, by one query."""
        wanted = sorted({t for t in things if t not in self._held and is_iri(t)})
        if not wanted:
            return
        self._held.update((thing, {}) for thing in wanted)
        values = " ".join(iriref(thing) for thing in wanted)
        for row in self.store.query(
            f"SELECT ?s ?p ?o {{ VALUES ?s {{ {values} }} ?s ?p ?o }}"
        ).rows():
            held = self._held[row["s"].value].setdefault(row["p"].value, [])
            if row["o"] not in held:
                held.append(row["o"])

    def load_names(self, things: Iterable[str]) -> None:
        """Fetches only the names of things, for lists."""
        self._names |= labels(self.store, {t for t in things if t not in self._held})

    def every(self, subject: str, predicate: str) -> list[Term]:
        """The values of a property, in a stable order."""
        return sorted(self._held.get(subject, {}).get(predicate, ()))

    def links(self, subject: str, predicate: str) -> list[str]:
        """The values of a property as texts, in a stable order."""
        return [term.value for term in self.every(subject, predicate)]

    def fact(self, subject: str, predicate: str) -> Fact | None:
        """One triple with that property, the English one of several; None when there is none."""
        terms = self.every(subject, predicate)
        best = min(terms, key=lambda t: (t.language not in ("en", ""), t), default=None)
        return None if best is None else (subject, predicate, best)

    def text(self, subject: str, predicate: str) -> str:
        """The value of a property, the English one of several; empty when there is none."""
        found = self.fact(subject, predicate)
        return found[2].value if found else ""

    def facts(self, subject: str, *predicates: str) -> list[Fact]:
        """All triples with one of the properties, English ones where texts have a language."""
        return [
            (subject, predicate, term)
            for predicate in predicates
            for term in self.every(subject, predicate)
            if term.language in ("", "en")
        ]

    def label_fact(self, thing: str) -> Fact | None:
        """The triple that names a thing."""
        return self.fact(thing, LABEL) or self.fact(thing, PREF_LABEL)

    def label(self, thing: str) -> str:
        """The name of a thing that was loaded, or one made from its IRI."""
        found = self.label_fact(thing)
        return found[2].value if found else self._names.get(thing) or from_iri(thing)
