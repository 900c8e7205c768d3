"""Acts and the statements behind them, on the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog import evidence
from astropact.namespaces import thing

if TYPE_CHECKING:
    from astropact.store import Store

MOON = thing("instrument", "moon-agreement")
SAU = thing("state", "sau")


def test_acts_under_an_instrument_come_by_date(store: Store) -> None:
    acts = evidence.acts_of(store, "instrument", MOON)
    dates = [act.action_on for act in acts]
    assert dates == sorted(dates)
    last = acts[-1]
    assert (last.actor.iri, last.kind.label, last.action_on) == (SAU, "withdrawal", "2023-01-05")
    assert last.effective_on == "2024-01-05"
    assert last.because
    assert len({act.iri for act in acts}) == len(acts)


def test_undated_acts_come_last(store: Store) -> None:
    acts = evidence.acts_of(store, "instrument", thing("instrument", "rescue-agreement"))
    dated = [bool(act.action_on) for act in acts]
    assert dated == sorted(dated, reverse=True)
    assert all(act.not_after for act in acts if not act.action_on)


def test_support_and_dispute_are_told_apart(store: Store) -> None:
    act = thing("act", "moon-agreement/chl/signature")
    rows = evidence.evidence_for(store, act)
    assert [row.standing for row in rows] == ["supports", "disputes"]
    assert [row.stated_date for row in rows] == ["1980-01-03", "1980-02-03"]
    assert rows[0].tier < rows[1].tier
    summary = next(a for a in evidence.acts_of(store, "instrument", MOON) if a.iri == act)
    assert (summary.supporting, summary.disputing) == (1, 1)
    back = evidence.acts_naming(store, rows[1].iri)
    assert [found.iri for found in back] == [act]


def test_the_pages_of_a_source_cover_it_once(store: Store) -> None:
    source = thing("source", "ecolex")
    total = evidence.count_of_source(store, source)
    found = [
        row.iri
        for offset in range(0, total, 200)
        for row in evidence.statements_of_source(store, source, offset=offset, limit=200)
    ]
    assert len(found) == len(set(found)) == total > 200


def test_a_source_says_more_than_acts(store: Store) -> None:
    event = thing("event", "artemis-1-launch")
    rows = evidence.statements_about(store, event)
    assert rows
    assert all(row.actor is None and event in {name.iri for name in row.about} for row in rows)
    of_source = evidence.statements_of_source(store, rows[0].source.iri)
    assert rows[0].iri in {row.iri for row in of_source}


def test_claims_are_no_statements_of_a_source(store: Store) -> None:
    for slug in ("stratagem-deep-dive-3", "icas-2024-building-blocs"):
        source = thing("source", slug)
        said = evidence.statements_of_source(store, source, limit=1_000)
        assert len(said) == evidence.count_of_source(store, source) < 60
        assert not [row.iri for row in said if "/claim/" in row.iri]


def test_every_statement_is_behind_an_act_or_listed_without(store: Store) -> None:
    instrument = thing("instrument", "moon-agreement")
    acts = evidence.acts_of(store, "instrument", instrument)
    behind = {row.iri for act in acts for row in evidence.evidence_for(store, act.iri)}
    loose = {row.iri for row in evidence.statements_without_act(store, "instrument", instrument)}
    query = (
        "SELECT DISTINCT ?s { ?s a <https://w3id.org/astropact/ns#Statement> ; "
        f"<https://w3id.org/astropact/ns#instrument> <{instrument}> }}"
    )
    assert not behind & loose
    assert behind | loose == {row["s"].value for row in store.query(query).rows()}
