"""The chain where no period covers the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from astropact.catalog.bound import verdict
from astropact.catalog.bound_absence import SHORT
from astropact.catalog.grounds import Reason
from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import ID, thing

if TYPE_CHECKING:
    from astropact.store import Store

MOON = thing("instrument", "moon-agreement")


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


def test_every_reason_has_its_words() -> None:
    assert SHORT.keys() == set(get_args(Reason))


@pytest.mark.parametrize(
    ("actor", "instrument", "day", "told"),
    [
        ("state/rus", "outer-space-treaty", "1985-01-01", "did not exist before 1991-12-24"),
        ("state/ddr", "outer-space-treaty", "1995-01-01", "ceased to exist by 1990-10-03"),
        ("state/usa", "outer-space-treaty", "1967-10-09", "entered into force on 1967-10-10"),
        ("state/usa", "us-china-launch-services-agreement-1989", "1999-01-01", "to last until"),
        ("state/sau", "moon-agreement", "2000-01-01", "begins only on 2012-08-17"),
        ("state/sau", "moon-agreement", "2024-01-05", "was over on 2024-01-05"),
        ("state/fra", "moon-agreement", "2020-01-01", "article 18"),
        ("state/usa", "debris-mitigation-guidelines-2007", "2020-01-01", "political commitment"),
        ("state/chn", "wolf-amendment", "2020-01-01", "domestic law"),
        ("state/fra", "us-china-science-agreement-1979", "2020-01-01", "China, United States"),
        ("org/nasa", "outer-space-treaty", "2020-01-01", "is not a state"),
        ("state/usa", "moon-agreement", "2020-01-01", "an official total counts for 2024-01-31"),
        ("state/usa", "moon-agreement", "2026-01-01", "newest printed total counts 17 parties"),
    ],
)
def test_the_reason_is_told(
    store: Store, standings: Standings, actor: str, instrument: str, day: str, told: str
) -> None:
    found = verdict(store, standings, ID + actor, thing("instrument", instrument), day)
    assert found.verdict == "not-bound"
    assert told in " ".join(step.sentence for step in found.chain)


def test_what_is_not_on_record_comes_with_the_query_that_finds_nothing(
    store: Store, standings: Standings
) -> None:
    found = verdict(store, standings, thing("state", "usa"), MOON, "2020-01-01")
    (step,) = [step for step in found.chain if step.query]
    assert not store.query(step.query)
    party = step.query.replace("/state/usa>", "/state/aut>")
    assert store.query(party), "the query finds the act of one that joined"
