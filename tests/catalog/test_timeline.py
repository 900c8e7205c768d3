"""Events, agreements and terms of office around things of the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.timeline import agreements_of, events_of, terms_of
from astropact.namespaces import thing

if TYPE_CHECKING:
    from astropact.store import Store


def test_events_come_latest_first_and_once(store: Store) -> None:
    events = events_of(store, thing("state", "usa"))
    assert len(events) == len({event.name.iri for event in events}) > 20
    dates = [event.date for event in events]
    assert dates == sorted(dates, reverse=True)
    launch = thing("event", "artemis-1-launch")
    for other in (thing("mission", "artemis-1"), thing("programme", "artemis")):
        found = {event.name.iri: event for event in events_of(store, other)}
        assert found[launch].date == "2022-11-16"
        assert found[launch].kind is not None
        assert found[launch].kind.label == "launch"


def test_votes_are_no_events_here(store: Store) -> None:
    events = events_of(store, thing("instrument", "unga-77-41"))
    assert thing("vote", "unga-77-41") not in {event.name.iri for event in events}


def test_agreements_name_the_other_parties(store: Store) -> None:
    china = thing("state", "chn")
    found = {item.name.iri: item for item in agreements_of(store, china)}
    protocol = found[thing("instrument", "china-brazil-cbers-protocol-1988")]
    assert [party.label for party in protocol.parties] == ["Brazil"]
    assert protocol.date == "1988-07"
    assert protocol.force is not None
    assert protocol.name in {item.name for item in agreements_of(store, thing("state", "bra"))}


def test_terms_of_a_person_and_of_a_post(store: Store) -> None:
    (term,) = terms_of(store, thing("person", "bill-nelson"))
    assert (term.start, term.end, term.acting) == ("2021-05-03", "2025-01-20", False)
    assert term.post.iri == thing("post", "nasa-administrator")
    assert term.body is not None
    assert term.body.iri == thing("org", "nasa")
    holders = terms_of(store, term.post.iri)
    assert term in holders
    starts = [one.start for one in holders if one.start]
    assert starts == sorted(starts, reverse=True)
