"""Formats: short names, file endings, and no name that means two things in one place."""

from __future__ import annotations

import pytest

from astropact.errors import UnsupportedFormat
from astropact.protocol.formats import GRAPHS, HTML, RESULTS, TURTLE, Format, by_extension, by_name


@pytest.mark.parametrize("offers", [(*RESULTS, HTML), (*GRAPHS, HTML)], ids=["results", "graphs"])
def test_names_and_endings_are_unique(offers: tuple[Format, ...]) -> None:
    names = [name for offer in offers for name in offer.names]
    assert len(names) == len(set(names))
    endings = [offer.extension for offer in offers]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("json", "application/sparql-results+json"),
        ("XML", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("application/json", "application/sparql-results+json"),
    ],
)
def test_a_result_format_by_name(name: str, media_type: str) -> None:
    assert by_name(name, RESULTS).media_type == media_type


def test_the_same_name_means_another_format_for_graphs() -> None:
    assert by_name("json", GRAPHS).media_type == "application/ld+json"
    assert by_name("ttl", GRAPHS) is TURTLE


def test_names_as_clients_send_them() -> None:
    """SPARQLWrapper says rdf+xml; an unencoded plus sign arrives as a space."""
    assert by_name("rdf+xml", GRAPHS).media_type == "application/rdf+xml"
    assert by_name("application/sparql-results json", RESULTS).name == "json"


def test_an_unknown_name_lists_what_there_is() -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        by_name("turtle", RESULTS)
    assert "json, xml, csv, tsv" in caught.value.hint


@pytest.mark.parametrize(
    ("path", "stem", "ending"),
    [
        ("state/sau.ttl", "state/sau", "ttl"),
        ("state/sau", "state/sau", None),
        ("state/sau.pdf", "state/sau.pdf", None),
        ("v1.ttl/sau", "v1.ttl/sau", None),
        (".ttl", ".ttl", None),
    ],
)
def test_a_file_ending_is_split_off(path: str, stem: str, ending: str | None) -> None:
    found, offer = by_extension(path, (*GRAPHS, HTML))
    assert found == stem
    assert (offer.extension if offer else None) == ending
