"""Who stood in an actor's place, and what official totals count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound_beside import neighbour_of, newest_total
from astropact.catalog.facts import Facts
from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import thing

if TYPE_CHECKING:
    from astropact.store import Store

MOON = thing("instrument", "moon-agreement")


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


def test_a_neighbour_is_one_that_stood_on_the_day(store: Store, standings: Standings) -> None:
    facts = Facts(store)
    treaty = thing("instrument", "outer-space-treaty")
    facts.load([thing("state", "rus"), thing("state", "fra")])
    found = neighbour_of(facts, standings, thing("state", "rus"), treaty, "1991-12-25")
    assert found is not None
    assert found.words == "the Soviet Union, which it continues, is bound on that day"
    assert neighbour_of(facts, standings, thing("state", "rus"), treaty, "1960-01-01") is None
    assert neighbour_of(facts, standings, thing("state", "fra"), treaty, "1991-12-25") is None


def test_the_newest_total_stands_beside_the_count(store: Store, standings: Standings) -> None:
    facts = Facts(store)
    facts.load([MOON])
    steps, caveat = newest_total(facts, standings, MOON)
    assert len(steps) == 1
    assert "17 parties of the Moon Agreement on 2024-01-31; the record has 17 for certain" in caveat
    assert newest_total(facts, standings, thing("instrument", "wolf-amendment")) == ([], "")
