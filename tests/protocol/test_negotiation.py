"""Accept headers, kind and unkind (RFC 9110, 12.5.1)."""

from __future__ import annotations

import pytest

from astropact.protocol.formats import CSV, GRAPHS, HTML, JSON, JSON_LD, RESULTS, TURTLE, XML
from astropact.protocol.negotiation import choose, parse_accept, quality

FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
JENA = (
    "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,"
    "application/rdf+xml;q=0.7,*/*;q=0.3"
)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("*", JSON),
        ("application/*", JSON),
        ("text/*", HTML),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.6", XML),
        ("text/csv ; q=0.5 , application/sparql-results+xml ; q=0.6", XML),
        ("*/*;q=0.1, text/csv", CSV),
        ("text/csv;q=0, */*", JSON),
        ("application/sparql-results+json;q=0, application/*", XML),
        ("application/json", JSON),
        ("text/csv;charset=utf-8", CSV),
        ('text/csv;note="a, b;q=0"', CSV),
        (FIREFOX, HTML),
        ("nonsense", JSON),
        (",,,;q=1", JSON),
        ("text/csv;q=abc", JSON),
        ("text/csv;q=nan", JSON),
        ("text/csv;q=7, application/sparql-results+xml;q=0.1", XML),
        ("*/html, text/csv", CSV),
    ],
)
def test_the_best_offer_is_chosen(header: str | None, expected: object) -> None:
    choice = choose(header, (*RESULTS[:2], HTML, *RESULTS[2:]))
    assert choice is not None
    assert choice.format is expected


@pytest.mark.parametrize("header", ["image/png", "text/turtle", "*/*;q=0", "text/csv;q=0"])
def test_nothing_fits(header: str) -> None:
    assert choose(header, RESULTS) is None


def test_an_alias_is_answered_under_its_own_name() -> None:
    choice = choose("application/json", RESULTS)
    assert choice is not None
    assert choice.media_type == "application/json"
    # but who takes anything gets the proper name
    anything = choose("application/*", RESULTS)
    assert anything is not None
    assert anything.media_type == "application/sparql-results+json"


def test_graph_clients() -> None:
    assert choose(JENA, GRAPHS).format is TURTLE  # type: ignore[union-attr]
    assert choose("application/ld+json;profile=x", GRAPHS).format is JSON_LD  # type: ignore[union-attr]
    assert choose("text/n3", GRAPHS).media_type == "text/n3"  # type: ignore[union-attr]


def test_the_most_specific_range_counts() -> None:
    ranges = parse_accept("text/*;q=0.3, text/html;q=0.7, text/html;level=1, */*;q=0.5")
    assert quality("text/plain", ranges) == 0.3
    assert quality("text/html", ranges) == 1.0
    assert quality("image/png", ranges) == 0.5


def test_a_very_long_header_is_read_quickly() -> None:
    assert choose("a/b;q=0.1," * 100_000 + "text/csv", RESULTS) is None
    assert choose('"' * 100_000, RESULTS) is not None
