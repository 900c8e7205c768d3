"""Sources named in tables become stable, single ap:Source nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import DCTERMS, RDF, Graph, Literal, URIRef

from astropact import namespaces
from astropact.errors import RecordFault
from astropact.importers.sources import (
    AP,
    CC0,
    SCHEMA_URL,
    Source,
    SourceRegistry,
    address_key,
    described_elsewhere,
    slug_of_address,
    slugify,
    split_sources,
)

if TYPE_CHECKING:
    from pathlib import Path

ROR = Source("ror", "Research Organization Registry", 3, "https://ror.org/", CC0)


def test_separators_inside_brackets_do_not_split() -> None:
    text = "GCAT orgs.tsv | list (a file; of 2012) ; https://example.org/a;b"
    assert split_sources(text, ";|") == [
        "GCAT orgs.tsv",
        "list (a file; of 2012)",
        "https://example.org/a",
        "b",
    ]


def test_a_source_met_twice_is_one_node_with_licence_and_tier() -> None:
    registry = SourceRegistry()
    first, second = registry.add(ROR), registry.add(ROR)
    assert first == second == URIRef(namespaces.thing("source", "ror"))
    graph = registry.graph()
    assert list(graph.subjects(RDF.type, AP.Source)) == [first]
    assert graph.value(first, DCTERMS.license) == URIRef(CC0)
    assert str(graph.value(first, AP.trustTier)) == "3"


def test_one_slug_for_two_sources_is_refused() -> None:
    registry = SourceRegistry()
    registry.add(ROR)
    with pytest.raises(RecordFault, match="share the name"):
        registry.add(Source("ror", "Something else", 6))


def test_a_source_described_in_another_file_keeps_its_iri_and_is_not_described_again() -> None:
    other = Graph()
    iri = URIRef(namespaces.thing("source", "official-list"))
    other.add((iri, RDF.type, AP.Source))
    other.add((iri, SCHEMA_URL, Literal("https://www.ror.org")))
    registry = SourceRegistry([other])
    assert registry.add(ROR) == iri
    assert len(registry.graph()) == 0


def test_a_name_taken_in_another_file_is_refused() -> None:
    other = Graph()
    other.add((URIRef(namespaces.thing("source", "ror")), RDF.type, AP.Source))
    with pytest.raises(RecordFault, match="another file"):
        SourceRegistry([other]).add(ROR)


def test_two_addresses_that_shorten_alike_stay_apart_in_either_order() -> None:
    urls = ["https://example.org/treaty/a_b", "https://example.org/treaty/a-b"]
    assert slug_of_address(urls[0]) == slug_of_address(urls[1])
    registry = SourceRegistry()
    assert len({registry.add_address(url, tier=6) for url in urls}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.esa.int/Law/", "http://esa.int/Law"),
        ("https://ESA.int/Law", "https://esa.int/Law"),
    ],
)
def test_trivially_different_addresses_meet(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


def test_slugs_are_plain_ascii() -> None:
    assert slugify("Centre National d'Études Spatiales") == "centre-national-d-etudes-spatiales"


def test_a_file_gives_way_to_those_before_it(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "sources"
    folder.mkdir(parents=True)
    for name in ("participation", "actors", "instruments"):
        iri = namespaces.thing("source", name)
        (folder / f"{name}.ttl").write_text(f"<{iri}> a <{AP.Source}> .", "utf-8")
    read = described_elsewhere(tmp_path, "data/sources/actors.ttl")
    assert [str(node) for graph in read for node in graph.subjects()] == [
        namespaces.thing("source", "participation")
    ]
