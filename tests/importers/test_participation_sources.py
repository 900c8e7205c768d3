"""Cited texts become sources; no two known sources share a name."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from astropact.importers.participation_sources import KNOWN, LOWEST_TIER, recognise

SAMPLES = Path(__file__).parent / "samples"


def test_every_source_of_the_second_collection_is_known() -> None:
    with (SAMPLES / "participation_more.csv").open(encoding="utf-8", newline="") as stream:
        cited = [text for row in csv.DictReader(stream) for text in row["source_url"].split(" ; ")]
    unknown = [text for text in cited if (found := recognise(text)) is None or not found.known]
    assert unknown == []


@pytest.mark.parametrize(
    ("text", "slug", "tier"),
    [
        (
            "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XXIV/"
            "XXIV-2.en.xml",
            "untc-xxiv-2",
            2,
        ),
        (
            "https://treaties.un.org/Pages/showActionDetails.aspx?objid=0800000280175bc6",
            "untc-action-0800000280175bc6",
            2,
        ),
        (
            "https://verdragenbank.overheid.nl/nl/Verdrag/Details/003428_b.html",
            "verdragenbank-003428-b",
            2,
        ),
        (
            "https://verdragenbank.overheid.nl/en/Treaty/Details/000231_p.html",
            "verdragenbank-000231-p",
            2,
        ),
        (
            "https://treaties.unoda.org/a/outer_space/fiji/SUC/washington",
            "unoda-outer-space-fiji-suc-washington",
            2,
        ),
        ("https://airandspacelaw.olemiss.edu/signatories/", "olemiss-signatories", 5),
        (
            'factbook/factbook.json (GitHub, CIA World Factbook, "x") path europe/be.json',
            "cia-factbook-2026",
            5,
        ),
        ("https://example.org/a/b.html (page 3)", "example-org-a-b-html", LOWEST_TIER),
        ("https://example.org/a?id=7", "example-org-a-id-7", LOWEST_TIER),
    ],
)
def test_recognised(text: str, slug: str, tier: int) -> None:
    citation = recognise(text)
    assert citation is not None
    assert (citation.slug, citation.tier) == (slug, tier)
    assert citation.title
    assert citation.url.startswith("http")
    assert " " not in citation.url


def test_words_after_an_unknown_address_locate_the_row() -> None:
    citation = recognise("https://example.org/list (page 3)")
    assert citation is not None
    assert (citation.url, citation.locator) == ("https://example.org/list", "page 3")


@pytest.mark.parametrize("text", ["", "a book", "ftp://example.org/x", "see https://example.org"])
def test_what_is_no_source(text: str) -> None:
    assert recognise(text) is None


def test_known_sources_are_well_formed() -> None:
    slugs = [known.slug for known in KNOWN]
    assert len(set(slugs)) == len(slugs)
    for known in KNOWN:
        re.compile(known.pattern)
        re.compile(known.owns)
        assert 1 <= known.tier <= LOWEST_TIER
        assert known.title


def test_every_sample_source_is_recognised() -> None:
    for name in ("participation.csv", "participation_more.csv"):
        with (SAMPLES / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                for text in row["source_url"].split(" ; "):
                    assert recognise(text) is not None, text
