"""The triples of a few things at hand, so that sentences can be made of them and name them.

What explains a verdict is told in sentences, and every sentence has to be backed by triples that
stand in the store. So the sentences are made from nothing else than these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import from_iri, labels
from astropact.namespaces import AP, ID, RDFS, SKOS
from astropact.rdf.iris import iriref, is_iri
from astropact.store.base import Term, ntriples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.store.base import Store

LABEL: Final = RDFS + "label"
PREF_LABEL: Final = SKOS + "prefLabel"
# What belongs to one answer only, and is too much to keep.
_OWN: Final = tuple(f"{ID}{kind}/" for kind in ("act", "period", "statement"))
_MOST_SHARED: Final = 50_000
Shared = dict[str, dict[str, list[Term]]]
"""Triples that answers share: objects by subject and predicate."""
Fact = tuple[str, str, Term]
"""Subject, predicate and object as they stand in the store."""


def ap(name: str) -> str:
    """The IRI of a term of the ontology."""
    return AP + name


def written(fact: Fact) -> tuple[str, str, str]:
    """A fact as three terms of N-Triples."""
    subject, predicate, value = fact
    return (f"<{subject}>", f"<{predicate}>", ntriples(value))


class Facts:
    """The triples of the things that were loaded, by subject and predicate.

    ``shared`` keeps what many answers speak of (actors, texts, sources, concepts) from one answer
    to the next; it must belong to the same state of the same store. Texts in other languages than
    English are left out.
    """

    def __init__(self, store: Store, shared: Shared | None = None) -> None:
        self.store = store
        self._shared: Shared = {} if shared is None else shared
        self._held: Shared = {}
        self._names: dict[str, str] = {}

    def load(self, things: Iterable[str]) -> None:
        """Fetches all triples of the given things that are not at hand, by one query."""
        wanted = []
        for thing in sorted({*things} - self._held.keys()):
            held = self._shared.get(thing)
            if held is not None:
                self._held[thing] = held
            elif is_iri(thing):
                wanted.append(thing)
        if not wanted:
            return
        found: Shared = {thing: {} for thing in wanted}
        values = " ".join(iriref(thing) for thing in wanted)
        for row in self.store.query(
            f"""SELECT ?s ?p ?o {{ VALUES ?s {{ {values} }} ?s ?p ?o
              FILTER (!isLiteral(?o) || LANG(?o) IN ("", "en")) }}"""
        ).rows():
            terms = found[row["s"].value].setdefault(row["p"].value, [])
            if row["o"] not in terms:
                terms.append(row["o"])
        self._held |= found
        if len(self._shared) > _MOST_SHARED:
            self._shared.clear()
        self._shared.update(
            (thing, held) for thing, held in found.items() if not thing.startswith(_OWN)
        )

    def pointing(self, predicate: str, thing: str) -> list[str]:
        """The things that name another one by a property of our own, in a stable order."""
        key = f"{thing} {predicate}"
        held = self._shared.get(key)
        if held is None:
            rows = self.store.query(
                f"SELECT ?s {{ ?s {iriref(ap(predicate))} {iriref(thing)} }}"
            ).rows()
            held = self._shared[key] = {"": sorted({row["s"] for row in rows})}
        return [term.value for term in held[""]]

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
