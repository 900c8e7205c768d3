"""Standing periods with what explains them, on the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.periods import periods_of
from astropact.namespaces import STANDINGS, thing

if TYPE_CHECKING:
    from astropact.store import Store

MOON = thing("instrument", "moon-agreement")
SAU = thing("state", "sau")


def test_periods_under_an_instrument(store: Store) -> None:
    periods = periods_of(store, "instrument", MOON)
    bound = [period for period in periods if period.standing == "bound"]
    assert sum(not period.end for period in bound) == 17
    ended = [period for period in bound if period.end]
    assert [(p.actor.iri, p.start, p.end) for p in ended] == [(SAU, "2012-08-17", "2024-01-05")]
    assert [p.covers(day) for p in ended for day in ("2012-08-16", "2012-08-17", "2024-01-04")] == [
        False,
        True,
        True,
    ]
    assert not ended[0].covers("2024-01-05")


def test_every_period_of_an_actor_has_a_begin_and_a_reason(store: Store) -> None:
    for actor in (SAU, thing("state", "usa"), thing("state", "ddr"), thing("org", "esa")):
        periods = periods_of(store, "actor", actor)
        assert periods
        assert {period.actor.iri for period in periods} == {actor}
        for period in periods:
            assert period.start
            assert period.because
            assert period.standing in STANDINGS
            assert not period.end or period.start < period.end
        order = [(p.instrument.label.casefold(), p.start) for p in periods]
        assert order == sorted(order)


def test_a_contested_period_says_why(store: Store) -> None:
    contested = [
        period
        for period in periods_of(store, "instrument", thing("instrument", "rescue-agreement"))
        if period.standing == "contested"
    ]
    assert contested
    assert all(period.doubts for period in contested)
