"""The claims of the five documents, and their verdicts against those that were expected."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from astropact.catalog.claims import find_claims

if TYPE_CHECKING:
    from astropact.store import Store

HERE = Path(__file__).parent


def test_every_document_has_its_claims(store: Store) -> None:
    counts = Counter(c.document.iri.rpartition("/")[2] for c in find_claims(store))
    assert counts == {
        "us-china-space-relations-article": 60,
        "icas-2024-building-blocs": 139,
        "china-open-to-space-cooperation": 28,
        "stratagem-deep-dive-3": 90,
        "icas-2024-building-blocs-copy": 2,
    }


def test_verdicts_are_the_expected_ones_or_differ_for_a_reason(store: Store) -> None:
    """Expectations are a reader's, for seven claims in ten, and may themselves be wrong."""
    with (HERE / "expected_verdicts.csv").open(encoding="utf-8", newline="") as table:
        expected = {row["claim"]: row["verdict"] for row in csv.DictReader(table)}
    known = tomllib.loads((HERE / "known_verdict_differences.toml").read_text("utf-8"))
    ours = {claim.slug: claim.verdict for claim in find_claims(store)}
    differences = {
        slug: (verdict, ours[slug]) for slug, verdict in expected.items() if verdict != ours[slug]
    }
    assert differences == {slug: (one["expected"], one["ours"]) for slug, one in known.items()}
    assert all(len(one["reason"].split()) > 8 for one in known.values())


def test_a_passage_that_both_copies_hold_is_one_claim(store: Store) -> None:
    """The copy counts its paragraphs otherwise, and is no second witness."""
    copied = [c for c in find_claims(store) if c.paragraph_in_copy is not None]
    places = {(c.document.iri.rpartition("/")[2], c.paragraph, c.paragraph_in_copy) for c in copied}
    assert ("icas-2024-building-blocs", 31, 17) in places
    assert all(c.paragraph != c.paragraph_in_copy or "copy" in c.document.iri for c in copied)


def test_a_document_is_no_witness_for_itself(store: Store) -> None:
    """Nothing rests on an event that only a checked document tells of."""
    rows = store.query("""
        PREFIX ap: <https://w3id.org/astropact/ns#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT DISTINCT ?claim ?event {
          ?verdict ap:verdictOn ?claim ; ap:verdict ?word ; ap:restsOn/rdf:subject ?event .
          FILTER(STRENDS(STR(?word), "/corroborated"))
          ?event a ap:Event ; dcterms:source ?document . ?document a ap:Document .
          MINUS { ?event dcterms:source ?other . MINUS { ?other a ap:Document } }
        }""").rows()
    assert [(r["claim"].value, r["event"].value) for r in rows] == []
