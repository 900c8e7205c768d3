"""The norms that an instrument sets, passage by passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.namespaces import INFERRED_GRAPH
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from astropact.store.base import Store

_DIGITS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Norm:
    """One norm: the passage that sets it, its kind, whom it binds, and its gist."""

    iri: str
    provision: Name
    kind: Name
    bearer: str
    conduct: str
    gist: str


def norms_of(store: Store, instrument: str) -> tuple[Norm, ...]:
    """The norms that an instrument sets, in the order of its passages."""
    rows = [
        {name: term.value for name, term in row.items()}
        for row in store.query(
            PROLOGUE
            + f"""SELECT ?norm ?provision ?kind ?bearer ?conduct ?gist {{
              ?provision ap:provisionOf {iriref(instrument)} .
              ?norm ap:expressedIn ?provision .
              GRAPH ?g {{ ?norm a ?kind }} FILTER (?g != <{INFERRED_GRAPH}>)
              OPTIONAL {{ ?norm ap:bearerText ?bearer }}
              OPTIONAL {{ ?norm ap:conduct ?conduct }}
              OPTIONAL {{ ?norm ap:note ?gist }} }}"""
        ).rows()
    ]
    named = labels(store, {row[key] for row in rows for key in ("provision", "kind")})
    found = {
        row["norm"]: Norm(
            iri=row["norm"],
            provision=Name(row["provision"], named[row["provision"]]),
            kind=Name(row["kind"], named[row["kind"]]),
            bearer=row.get("bearer", ""),
            conduct=row.get("conduct", ""),
            gist=row.get("gist", ""),
        )
        for row in rows
    }
    return tuple(sorted(found.values(), key=lambda norm: _place(norm.iri)))


def _place(iri: str) -> list[tuple[int, str]]:
    """Sorts article 2 before article 10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _DIGITS.split(iri)]
