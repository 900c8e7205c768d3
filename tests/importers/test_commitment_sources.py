"""Sources that the lists of single acts cite, by address or as a public data file."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import DCTERMS, RDFS, Graph, Namespace

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.commitment_sources import CommitmentSources
from astropact.importers.sources import SourceRegistry
from astropact.importers.tables import Row

AP = Namespace(namespaces.AP)


def sources(*elsewhere: Graph) -> CommitmentSources:
    return CommitmentSources(SourceRegistry(elsewhere))


def test_an_agency_is_trusted_more_than_the_press() -> None:
    found = sources()
    nasa, press = found.of_text(
        "https://www.nasa.gov/general/nasa-welcomes-angola/ ; https://spacenews.com/poland-signs/"
    )
    graph = found.graph()
    assert str(graph.value(nasa.iri, AP.trustTier)) == "2"
    assert str(graph.value(press.iri, AP.trustTier)) == "6"
    assert str(graph.value(press.iri, DCTERMS.publisher)) == "SpaceNews"


def test_a_copy_of_the_agencys_releases_is_one_source_with_the_path_as_locator() -> None:
    found = sources()
    (cited,) = found.of_text("github:someone/NASA_RAG nasa_articles/nasa_article_938.md")
    assert cited.locator == "nasa_articles/nasa_article_938.md"
    assert str(found.graph().value(cited.iri, AP.trustTier)) == "2"


def test_a_public_data_file_is_named_by_what_it_is() -> None:
    found = sources()
    cited = found.of_file("54868936362")
    assert cited.as_of == date(2026, 4, 23)
    assert "SkyTuned" in str(found.graph().value(cited.iri, RDFS.label))
    with pytest.raises(KeyError):
        found.of_file("1")


def test_a_source_that_another_file_describes_is_used_and_not_described_again() -> None:
    first = sources()
    cited = first.of_file("54868936362")
    second = sources(first.graph())
    assert second.of_file("54868936362").iri == cited.iri
    assert not len(second.graph())


def test_a_cell_without_a_source_is_refused() -> None:
    row = Row({"source_url": "somebody said"}, "table.csv", 3)
    with pytest.raises(InputError, match="cites no source") as caught:
        sources().of_row(row)
    assert caught.value.line == 3
