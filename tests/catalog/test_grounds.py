"""Why nobody stands where no period covers the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import ID

if TYPE_CHECKING:
    from astropact.store import Store


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


@pytest.mark.parametrize(
    ("actor", "instrument", "day", "reason"),
    [
        ("state/rus", "outer-space-treaty", "1985-01-01", "not-yet-there"),
        ("state/ddr", "outer-space-treaty", "1990-10-03", "no-longer-there"),
        ("state/usa", "outer-space-treaty", "1967-10-09", "not-in-force"),
        ("state/usa", "artemis-accords", "2019-01-01", "not-in-force"),
        ("state/usa", "us-china-launch-services-agreement-1989", "1995-01-01", "terminated"),
        ("state/sau", "moon-agreement", "2012-08-16", "before"),
        ("state/sau", "moon-agreement", "2024-01-05", "after"),
        ("state/fra", "moon-agreement", "2020-01-01", "signed"),
        ("state/ner", "rescue-agreement", "2020-01-01", "signed-at-least"),
        ("state/usa", "debris-mitigation-guidelines-2007", "2020-01-01", "no-force"),
        ("state/chn", "wolf-amendment", "2020-01-01", "not-addressed"),
        ("state/fra", "us-china-science-agreement-1979", "2020-01-01", "other-parties"),
        ("org/nasa", "outer-space-treaty", "2020-01-01", "neither"),
        ("org/esa", "outer-space-treaty", "2020-01-01", "states-only"),
        ("org/apsco", "rescue-agreement", "2020-01-01", "no-state"),
        ("state/csk", "registration-convention", "1985-01-01", "successor-succeeded"),
        ("state/ddr", "registration-convention", "1985-01-01", "ended-before-count"),
        ("state/usa", "moon-agreement", "2020-01-01", "complete"),
        ("state/usa", "moon-agreement", "2026-01-01", "complete-before"),
    ],
)
def test_the_first_reason_of_the_order_is_given(
    standings: Standings, actor: str, instrument: str, day: str, reason: str
) -> None:
    found = standings.grounds.absent(standings, ID + actor, f"{ID}instrument/{instrument}", day)
    assert found.reason == reason
    unknown = reason in ("signed-at-least", "successor-succeeded", "ended-before-count")
    assert found.verdict == ("unknown" if unknown else "not-bound")
    if reason in ("before", "after"):
        assert found.period is not None


def test_every_text_of_the_record_is_known(standings: Standings) -> None:
    texts = standings.grounds.texts
    assert len(texts) > 170
    assert texts[f"{ID}instrument/moon-agreement"].begins == "1984-07-11"
    assert texts[f"{ID}instrument/moon-agreement"].complete_to >= "2024-01-31"
    assert standings.grounds.known_until[f"{ID}instrument/moon-agreement"] >= "2024-01-31"


def test_a_span_of_validity_holds_its_last_day(standings: Standings) -> None:
    text = standings.grounds.texts[f"{ID}instrument/us-china-launch-services-agreement-1989"]
    assert text.ends == "1995-01-01"


def test_an_organisation_that_declared_is_known(standings: Standings) -> None:
    text = f"{ID}instrument/liability-convention"
    assert standings.grounds.declared(f"{ID}org/esa", text)
    assert not standings.grounds.declared(f"{ID}state/chn", text)
