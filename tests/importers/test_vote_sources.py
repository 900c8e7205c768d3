"""Cells that name sources of votes."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from astropact import namespaces
from astropact.importers.sources import AP, SCHEMA_URL
from astropact.importers.vote_sources import CITED, VoteSources


def slugs(text: str, sources: VoteSources | None = None) -> list[str]:
    return [str(iri).rsplit("/", 1)[1] for iri in (sources or VoteSources()).in_cell(text)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("un-project/un-votes data/100.csv (GitHub; Voeten UNGA data)", ["un-votes-voeten"]),
        (
            "press.un.org SC/15678 ; https://www.finanznachrichten.de (item 62050334)",
            ["un-press-sc-15678", "dpa-veto-2024"],
        ),
        ("https://press.un.org/en/2022/ga12478.doc.htm", ["un-press-ga-12478"]),
        (
            "https://silkway.news/weapons-in-space-will-not-be-un-43751 (RIA Novosti)",
            ["silkway-no-first-placement-2021"],
        ),
        ("https://example.org/votes", ["example-org-votes"]),
    ],
)
def test_a_cell_names_sources(cell: str, expected: list[str]) -> None:
    assert slugs(cell) == expected


def test_decoded_positions_are_told_on_their_source_and_trusted_little() -> None:
    sources = VoteSources()
    iri = sources.known("un-votes-voeten")
    graph = sources.graph()
    assert "decoded" in str(graph.value(iri, AP.note))
    assert int(str(graph.value(iri, AP.trustTier))) == 5
    assert sources.as_of(iri) == ("2020-12-31", True)


def test_a_source_that_another_file_describes_is_not_described_again() -> None:
    elsewhere = Graph()
    node = URIRef(namespaces.thing("source", "un-release"))
    elsewhere.add((node, RDF.type, AP.Source))
    elsewhere.add((node, SCHEMA_URL, Literal("https://press.un.org/en/2022/ga12478.doc.htm")))
    sources = VoteSources([elsewhere])
    assert sources.known("un-press-ga-12478") == node
    assert sources.as_of(node)[0] == "2022-12-07"
    assert len(sources.graph()) == 0


def test_slugs_and_addresses_are_unique() -> None:
    assert len({cited.slug for cited in CITED}) == len(CITED)
    assert len({cited.url for cited in CITED}) == len(CITED)
