"""Answers in the plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound_lists import binding_on, bound_by, changes, duties, mutual
from astropact.catalog.labels import Name
from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import AP, concept, thing

if TYPE_CHECKING:
    from astropact.store import Store

SAU, CHN, USA = (thing("state", slug) for slug in ("sau", "chn", "usa"))
MOON = thing("instrument", "moon-agreement")
TREATY = thing("instrument", "outer-space-treaty")


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


def test_all_that_binds_a_state(store: Store, standings: Standings) -> None:
    found = binding_on(store, standings, SAU, "2023-06-01")
    verdicts = {row.instrument.iri: row.verdict for row in found.rows}
    assert verdicts[MOON] == "bound"
    assert verdicts[thing("instrument", "artemis-accords")] == "committed"
    assert found.title == "What binds Saudi Arabia on 2023-06-01"
    assert sum(found.counts.values()) == len(found.rows)
    assert all(row.confidence and not row.chain for row in found.rows)
    later = binding_on(store, standings, SAU, "2024-01-05")
    assert {row.instrument.iri for row in found.rows} - {
        row.instrument.iri for row in later.rows
    } == {MOON}


def test_all_bound_by_a_text_beside_the_printed_totals(store: Store, standings: Standings) -> None:
    before = bound_by(store, standings, MOON, "2023-12-31")
    after = bound_by(store, standings, MOON, "2024-01-31")
    assert (before.counts["bound"], after.counts["bound"]) == (18, 17)
    for found in (before, after):
        (parties,) = [total for total in found.totals if total.kind.label == "parties"]
        assert parties.count == found.counts["bound"]
        assert parties.source.label


def test_all_bound_by_a_passage_with_its_norms(store: Store, standings: Standings) -> None:
    passage = thing("provision", "outer-space-treaty/art-4-1")
    found = bound_by(store, standings, TREATY, "2020-01-01", provision=passage)
    assert found.counts["bound"] > 100
    assert {row.provision.iri for row in found.rows if row.provision} == {passage}
    assert {norm.provision.iri for norm in found.norms} == {passage}


def test_what_two_states_owe_each_other(store: Store, standings: Standings) -> None:
    found = mutual(store, standings, CHN, USA, "2020-11-01")
    shared = {s.instrument.iri: (s.first.verdict, s.second.verdict) for s in found.both}
    assert shared[TREATY] == ("bound", "bound")
    assert thing("instrument", "us-china-science-agreement-1979") in {
        name.iri for name in found.agreements
    }
    accords = [o for o in found.owed if o.verdict.instrument.label == "Artemis Accords"]
    assert accords
    assert {(o.debtor.iri, o.creditor.iri) for o in accords} == {(USA, CHN)}
    for owed in found.owed:
        assert owed.verdict.verdict in ("bound", "committed")
        assert standings.at(owed.creditor.iri, owed.verdict.instrument.iri, found.on) is None
        kinds = {"obligation", "prohibition", "guiding principle"}
        assert owed.norm.kind in kinds


def test_what_changed_between_two_days(store: Store, standings: Standings) -> None:
    found = changes(store, standings, "2022-01-01", "2024-12-31", actor=SAU)
    assert [(turn.day, turn.instrument.iri, turn.before, turn.after) for turn in found.rows] == [
        ("2022-07-14", thing("instrument", "artemis-accords"), "not-bound", "committed"),
        ("2024-01-05", MOON, "bound", "not-bound"),
    ]
    assert [act.iri for act in found.rows[1].acts] == [
        thing("act", "moon-agreement/sau/withdrawal")
    ]
    assert found.rows[1].sentence.startswith("Saudi Arabia, Moon Agreement: bound until")


def test_end_and_begin_on_one_day_are_one_change(store: Store, standings: Standings) -> None:
    text = thing("instrument", "liability-convention")
    found = changes(store, standings, "2024-12-14", "2024-12-15", instrument=text)
    turns = [turn for turn in found.rows if turn.actor.label == "Belarus"]
    assert [(turn.before, turn.after) for turn in turns] == [("contested", "bound")]


def test_duties_on_a_subject_with_the_standing_of_the_actor(
    store: Store, standings: Standings
) -> None:
    matter = Name(concept("subject-matter", "registration"), "registration")
    found = duties(store, standings, "2020-01-01", matter=matter, by_event=False, actor=CHN)
    verdicts = {duty.instrument.iri: duty.verdict.verdict for duty in found.rows if duty.verdict}
    assert verdicts[thing("instrument", "registration-convention")] == "bound"
    order = [duty.verdict.verdict for duty in found.rows if duty.verdict]
    assert order == sorted(
        order, key=["bound", "committed", "contested", "not-bound", "unknown"].index
    )


@pytest.mark.parametrize("event", ["breakup", "distress-landing", "joint-launch"])
def test_duties_that_an_event_calls_up_with_who_is_bound(
    store: Store, standings: Standings, event: str
) -> None:
    matter = Name(concept("trigger", event), event)
    found = duties(store, standings, "2020-01-01", matter=matter, by_event=True)
    assert found.rows
    assert all(duty.verdict is None for duty in found.rows)
    assert any(duty.bound.get("bound", 0) > 50 for duty in found.rows)
    rows = store.query(f"SELECT ?norm {{ ?norm <{AP}trigger> <{matter.iri}> }}").rows()
    assert {row["norm"].value for row in rows} <= {duty.norm.iri for duty in found.rows}


def test_titles_name_actors_and_texts_with_an_article(store: Store, standings: Standings) -> None:
    day = "2023-06-01"
    accords = thing("instrument", "artemis-accords")
    assert binding_on(store, standings, USA, day).title == f"What binds the United States on {day}"
    assert bound_by(store, standings, accords, day).title == (
        f"Who is committed to the Artemis Accords on {day}"
    )
    assert mutual(store, standings, CHN, USA, day).title == (
        f"What binds China and the United States towards each other on {day}"
    )
    turns = changes(store, standings, "2020-01-01", day, actor=USA, instrument=MOON)
    assert turns.title == (
        f"What changed for the United States under the Moon Agreement after 2020-01-01 and up to "
        f"{day}"
    )
    whole = changes(store, standings, "2020-01-01", day, instrument=MOON)
    assert whole.title == f"What changed under the Moon Agreement after 2020-01-01 and up to {day}"
