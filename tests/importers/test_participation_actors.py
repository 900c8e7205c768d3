"""Listed names mean the state that existed on the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.importers.participation_actors import EARLIER, ActorIndex

if TYPE_CHECKING:
    from pathlib import Path

AP = Namespace(namespaces.AP)


@pytest.fixture(scope="module")
def index(root: Path) -> ActorIndex:
    return ActorIndex.of_record(root)


@pytest.mark.parametrize(
    ("iso3", "day", "slug"),
    [
        ("RUS", "1991-12-25", "sun"),
        ("RUS", "1991-12-26", "rus"),
        ("SRB", "1992-04-26", "yug"),
        ("SRB", "1992-04-27", "fry"),
        ("SRB", "2003-02-03", "fry"),
        ("SRB", "2003-02-04", "scg"),
        ("SRB", "2006-06-02", "scg"),
        ("SRB", "2006-06-03", "srb"),
        ("YUG", "1992-04-26", "yug"),
        ("YUG", "1992-04-27", "fry"),
        ("VNM", "1971-08-20", "rvn"),
        ("VNM", "1980-06-20", "vnm"),
        ("CHN", "1963-08-23", "twn"),
        ("CHN", "1983-12-30", "chn"),
        ("CZE", "1992-12-31", "csk"),
        ("CZE", "1993-01-01", "cze"),
        ("DEU", "1967-01-27", "deu"),
        ("DDR", "1967-01-27", "ddr"),
    ],
)
def test_acts_belong_to_the_state_of_their_day(
    index: ActorIndex, iso3: str, day: str, slug: str
) -> None:
    found = index.find(iso3, "any", date.fromisoformat(day), dated=True)
    assert found is not None
    assert found.slug == slug
    assert bool(found.because) == (slug != iso3.lower())


def test_a_late_list_of_a_bygone_name_means_its_bearer(index: ActorIndex) -> None:
    found = index.find("YUG", "Yugoslavia", date(2021, 2, 8), dated=False)
    assert found is not None
    assert found.slug == "yug"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("European Space Agency", "esa"),
        ("Intersputnik", "intersputnik"),
        ("European Organization for the Exploitation of Meteorological Satellites", "eumetsat"),
    ],
)
def test_organisations_are_found_by_name(index: ActorIndex, name: str, slug: str) -> None:
    found = index.find("", name, date(2020, 1, 1), dated=True)
    assert found is not None
    assert found.slug == slug


def test_unknown_actors_are_not_guessed(index: ActorIndex) -> None:
    assert index.find("ATL", "Atlantis", date(2020, 1, 1), dated=True) is None
    assert index.find("", "Atlantis", date(2020, 1, 1), dated=True) is None


def test_changes_of_state_agree_with_the_actor_files(root: Path) -> None:
    graph = Graph()
    for path in sorted((root / "data" / "actors").glob("*.ttl")):
        graph.parse(path, format="turtle")
    for chain in EARLIER.values():
        for earlier in chain:
            state = URIRef(namespaces.thing("state", earlier.actor))
            ended = graph.value(state, AP.existedNotAfter)
            if isinstance(ended, Literal):
                assert ended.toPython() <= earlier.until, earlier.actor
