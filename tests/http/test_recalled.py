"""The record as it was at its versions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.standings import read_standings
from astropact.errors import Busy, InputError
from astropact.namespaces import thing
from astropact.reasoning.versions import read_versions
from astropact.web.recalled import Recalled

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.store import Store

CHINA = thing("state", "chn")
APSCO = thing("instrument", "apsco-convention")


@pytest.fixture
def recalled(store: Store, root: Path) -> Recalled:
    return Recalled(store, root, lambda: read_standings(store))


def test_a_version_knows_what_was_known_then(recalled: Recalled, store: Store) -> None:
    numbers = [version.number for version in read_versions(store)]
    old, standings = recalled.at(numbers[0])
    assert standings.standing(CHINA, APSCO, "2010-01-01") == "contested"
    assert recalled.at(numbers[0])[0] is old, "it is kept"
    _new, later = recalled.at(numbers[1])
    assert later.standing(CHINA, APSCO, "2010-01-01") == "bound"


def test_the_last_version_is_the_present(recalled: Recalled, store: Store) -> None:
    found, standings = recalled.at(read_versions(store)[-1].number)
    assert found is store
    assert standings.periods == read_standings(store).periods


def test_one_state_is_made_at_a_time(recalled: Recalled, store: Store) -> None:
    first = read_versions(store)[0].number

    def ask(_number: int) -> object:
        try:
            return recalled.at(first)[0]
        except Busy as busy:
            return busy.hint

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(ask, range(4)))
    made = [one for one in found if not isinstance(one, str)]
    assert made, "somebody is served"
    assert all(one is made[0] for one in made), "it is made once"


def test_a_version_that_never_was_is_told(recalled: Recalled) -> None:
    with pytest.raises(InputError, match="no version") as caught:
        recalled.at("99.0.0")
    assert caught.value.hint
