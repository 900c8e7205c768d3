"""The page of a document: its paragraphs in order, each with its claims and their verdicts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.namespaces import VERDICTS
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.catalog.claims import Claim
    from astropact.store.base import Store


@dataclass(frozen=True)
class DocumentPage:
    """What a document says; a copy has an ``original`` and repeats claims of it."""

    undated: bool
    not_before: str
    not_after: str
    original: Name | None
    copies: tuple[Name, ...]
    paragraphs: tuple[tuple[int, tuple[Claim, ...]], ...]
    counts: dict[str, int]
    cited: tuple[tuple[Name, int], ...]
    quoted: tuple[tuple[Name, int], ...]

    @property
    def total(self) -> int:
        """How many claims there are."""
        return sum(self.counts.values())


def count_verdicts(claims: Iterable[Claim]) -> dict[str, int]:
    """How many claims have each verdict, in the order of the verdicts; without those nobody has."""
    found = Counter(claim.verdict or "not judged" for claim in claims)
    return {slug: found[slug] for slug in (*VERDICTS, "not judged") if found[slug]}


def document_page(store: Store, claims: Iterable[Claim], iri: str) -> DocumentPage | None:
    """The page of a document; None when the source is no document."""
    rows = [
        {name: term.value for name, term in row.items()}
        for row in store.query(
            PROLOGUE
            + f"""SELECT * {{ VALUES ?document {{ {iriref(iri)} }} ?document a ap:Document .
              OPTIONAL {{ ?document ap:undated ?undated }}
              OPTIONAL {{ ?document ap:notBefore ?before }}
              OPTIONAL {{ ?document ap:notAfter ?after }}
              OPTIONAL {{ ?document ap:variantOf ?original }}
              OPTIONAL {{ ?copy ap:variantOf ?document }} }}"""
        ).rows()
    ]
    if not rows:
        return None
    row = rows[0]
    original = row.get("original", "")
    copies = sorted({one["copy"] for one in rows if "copy" in one})
    named = labels(store, [*copies, original])
    claims = list(claims)
    held = [(claim.paragraph, claim) for claim in claims if claim.document.iri == iri]
    held += [
        (claim.paragraph_in_copy, claim)
        for claim in claims
        if claim.document.iri == original and claim.paragraph_in_copy is not None
    ]
    held.sort(key=lambda pair: (pair[0], pair[1].iri))
    said = [claim for _number, claim in held]
    return DocumentPage(
        undated=row.get("undated") == "true",
        not_before=row.get("before", ""),
        not_after=row.get("after", ""),
        original=Name(original, named[original]) if original else None,
        copies=tuple(Name(copy, named[copy]) for copy in copies),
        paragraphs=tuple(
            (number, tuple(claim for _number, claim in group))
            for number, group in groupby(held, key=lambda pair: pair[0])
        ),
        counts=count_verdicts(said),
        cited=_named_often(name for claim in said for name in claim.cites),
        quoted=_named_often(name for claim in said for name in claim.said_by),
    )


def _named_often(names: Iterable[Name]) -> tuple[tuple[Name, int], ...]:
    counts = Counter(names)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0].label.casefold())))
