"""The index of standing periods, and the SPARQL that must say the same."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.standings import (
    Period,
    Standings,
    index,
    matrix_query,
    pair_query,
    read_standings,
)
from astropact.namespaces import concept, thing
from astropact.store import GraphFile, OxigraphStore

if TYPE_CHECKING:
    from astropact.store import Store

STANDING = concept("standing") + "/"
MOON = thing("instrument", "moon-agreement")
SAU = thing("state", "sau")
DAYS = ("1963-10-10", "1979-12-18", "1991-12-25", "1993-01-01", "2024-01-04", "2024-01-05")


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


def test_a_period_holds_its_first_day_and_not_its_last(standings: Standings) -> None:
    before = standings.at(SAU, MOON, "2012-08-16")
    first = standings.at(SAU, MOON, "2012-08-17")
    last = standings.at(SAU, MOON, "2024-01-04")
    after = standings.at(SAU, MOON, "2024-01-05")
    assert before is None
    assert after is None
    assert first is not None
    assert first == last
    assert (first.standing, first.start, first.end) == ("bound", "2012-08-17", "2024-01-05")


def test_periods_of_one_pair_never_overlap(standings: Standings) -> None:
    for period in standings.periods:
        held = standings.of_pair(period.actor, period.instrument)
        for one, next_one in pairwise(held):
            assert one.end, f"{one.iri} never ends, and {next_one.iri} follows"
            assert one.end <= next_one.start, (one.iri, next_one.iri)


def test_every_period_is_found_by_actor_and_by_instrument(standings: Standings) -> None:
    assert len(standings.periods) > 1_500
    for period in standings.periods:
        assert period in standings.of_actor(period.actor)
        assert period in standings.under(period.instrument)
        assert standings.at(period.actor, period.instrument, period.start) == period


@pytest.mark.parametrize("day", DAYS)
def test_sparql_gives_the_same_matrix_for_all_pairs(
    store: Store, standings: Standings, day: str
) -> None:
    rows = store.query(matrix_query(day)).rows()
    found = {
        (row["actor"].value, row["instrument"].value): row["standing"].value.removeprefix(STANDING)
        for row in rows
    }
    assert found == standings.matrix(day)
    for (actor, instrument), standing in found.items():
        assert standings.standing(actor, instrument, day) == standing


def test_sparql_gives_the_same_verdict_of_a_pair(store: Store, standings: Standings) -> None:
    chosen = random.Random(4)
    actors = sorted({p.actor for p in standings.periods} | {thing("org", "cnsa")})
    texts = sorted(standings.grounds.texts)
    pairs = [(chosen.choice(actors), chosen.choice(texts)) for _ in range(150)]
    # Those that acted without ever being bound are few, and so all are asked about.
    acted = sorted(standings.grounds.kinds.keys() - {p[1:3] for p in standings.periods})
    values = set()
    for actor, text in [*pairs, *chosen.sample(acted, 60)]:
        for day in ("1991-12-25", "2024-01-05"):
            (row,) = store.query(pair_query(actor, text, day)).rows()
            verdict = row["verdict"].value.removeprefix(STANDING)
            assert verdict == standings.standing(actor, text, day), (actor, text, day)
            values.add(verdict)
    assert {"not-bound", "unknown"} <= values


def test_changes_are_told_by_day(standings: Standings) -> None:
    changes = standings.changes("2024-01-04", "2024-01-05", instrument=MOON)
    assert [(c.day, c.begins, c.period.actor) for c in changes] == [("2024-01-05", False, SAU)]
    assert standings.changes("2024-01-05", "2024-01-31", instrument=MOON) == []
    both = standings.changes("2012-01-01", "2024-12-31", SAU, MOON)
    assert [c.begins for c in both] == [True, False]
    whole = standings.changes("2011-12-31", "2012-12-31")
    assert [c.day for c in whole] == sorted(c.day for c in whole)
    assert {c.period.actor for c in standings.changes("1990-01-01", "2025-01-01", SAU)} == {SAU}


def test_periods_are_read_from_any_store() -> None:
    with OxigraphStore.in_memory() as store:
        content = b"""@prefix ap: <https://w3id.org/astropact/ns#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <https://w3id.org/astropact/id/period/a/b/1> ap:actor <urn:b> ; ap:instrument <urn:a> ;
          ap:standing <https://w3id.org/astropact/concept/standing/committed> ;
          ap:from "2020-10-13"^^xsd:date ; ap:notAfter "2020-10-14"^^xsd:date ."""
        store.replace_graphs({"https://w3id.org/astropact/graph/inferred": GraphFile(content)})
        found = read_standings(store)
    (period,) = found.periods
    assert period.standing == "committed"
    assert (period.end, period.not_before, period.not_after) == ("", "", "2020-10-14")
    assert found.at("urn:b", "urn:a", "9999-01-01") == period


def test_an_index_sorts_what_it_gets(standings: Standings) -> None:
    early = Period("urn:1", "urn:b", "urn:a", "contested", "2000-01-01", "2001-01-01", "", "")
    late = Period("urn:2", "urn:b", "urn:a", "bound", "2001-01-01", "", "", "")
    found = index([late, early, late], standings.grounds)
    assert found.of_pair("urn:b", "urn:a") == (early, late)
    assert found.at("urn:b", "urn:a", "2001-01-01") == late
    assert found.at("urn:b", "urn:a", "2000-12-31") == early
