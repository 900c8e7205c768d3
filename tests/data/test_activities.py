"""What users of the activities rely on: flights, things, places and happenings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import DCTERMS, RDF, Graph, Namespace

from astropact.importers.sources import AP
from astropact.namespaces import CONCEPT, ID

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib.term import Node

THING = Namespace(ID)
KIND = Namespace(CONCEPT + "event-kind/")
OUTCOME = Namespace(CONCEPT + "mission-outcome/")


@pytest.fixture(scope="module")
def activities(root: Path) -> Graph:
    graph = Graph()
    for path in sorted((root / "data/activities").glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


def day(graph: Graph, event: str) -> str:
    return str(graph.value(THING[f"event/{event}"], AP.heldOn))


def slugs(nodes: Iterable[Node]) -> set[str]:
    return {str(node).removeprefix(ID) for node in nodes}


def test_six_satellites_of_china_and_brazil_were_launched_and_one_failed(activities: Graph) -> None:
    launches = {
        event
        for event in activities.subjects(AP.partOfProgramme, THING["programme/cbers"])
        if (event, AP.eventKind, KIND.launch) in activities
    }
    failed = {e for e in launches if (e, AP.outcome, OUTCOME.failure) in activities}
    assert len(launches) == 6
    assert slugs(failed) == {"event/cbers-3-launch"}


def test_apollo_soyuz_flew_nine_days_with_both_states(activities: Graph) -> None:
    mission = THING["mission/apollo-soyuz"]
    assert str(activities.value(mission, AP.startedOn)) == "1975-07-15"
    assert str(activities.value(mission, AP.endedOn)) == "1975-07-24"
    assert slugs(activities.objects(mission, AP.participant)) >= {"state/usa", "state/sun"}


@pytest.mark.parametrize(
    ("event", "held"),
    [
        ("change-4-landing", "2019-01-03"),
        ("change-6-return", "2024-06-25"),
        ("tianhe-launch", "2021-04-29"),
        ("tianwen-1-mars-orbit", "2021-02-10"),
        ("asat-test-2007-china", "2007-01-11"),
        ("asat-test-2021-russia", "2021-11-15"),
        ("us-china-civil-space-dialogue-2016", "2016-10-20"),
        ("us-space-command-full-operational-capability-2023", "2023-12-15"),
        ("long-march-6a-breakup-2022", "2022-11-12"),
    ],
)
def test_day_of_event(activities: Graph, event: str, held: str) -> None:
    assert day(activities, event) == held


def test_a_day_that_time_zones_shift_has_bounds_for_both(activities: Graph) -> None:
    event = THING["event/asat-test-2008-usa"]
    assert str(activities.value(event, AP.notBefore)) == "2008-02-20"
    assert str(activities.value(event, AP.notAfter)) == "2008-02-21"
    assert day(activities, "asat-test-2008-usa") == "2008-02-21"


def test_full_operational_capability_is_not_that_of_the_space_force(activities: Graph) -> None:
    event = THING["event/us-space-command-full-operational-capability-2023"]
    who = slugs(activities.objects(event, AP.participant))
    assert "org/us-space-command" in who
    assert "org/ussf" not in who


def test_every_destructive_test_names_its_target_and_its_state(activities: Graph) -> None:
    tests = set(activities.subjects(RDF.type, AP.WeaponTest))
    assert len(tests) == 5
    for test in tests:
        assert (test, AP.concernsObject, None) in activities
        assert any(s.startswith("state/") for s in slugs(activities.objects(test, AP.participant)))


def test_building_of_the_lunar_station_has_rival_dates(activities: Graph) -> None:
    station = THING["programme/ilrs"]
    dates = {
        str(activities.value(statement, AP.statedDate))
        for statement in activities.subjects(AP.aboutThing, station)
    }
    assert {"2026/2035", "2028", "2035"} <= dates


def test_tracking_stations_abroad_lie_in_the_states_that_host_them(activities: Graph) -> None:
    hosts = {
        "swakopmund": "nam",
        "karachi": "pak",
        "malindi": "ken",
        "santiago": "chl",
        "dongara": "aus",
        "kiruna": "swe",
        "espacio-lejano": "arg",
    }
    for station, state in hosts.items():
        located = slugs(activities.objects(THING[f"facility/{station}"], AP.locatedIn))
        assert f"state/{state}" in located


def test_everything_typed_has_a_source(activities: Graph) -> None:
    for kind in (AP.Programme, AP.Mission, AP.Spacecraft, AP.GroundStation, AP.Meeting, AP.Offer):
        for thing in activities.subjects(RDF.type, kind):
            assert (thing, DCTERMS.source, None) in activities, thing
