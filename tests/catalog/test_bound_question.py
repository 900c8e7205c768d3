"""What one may ask, and what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound_model import Verdict
from astropact.catalog.bound_question import answer, marked, read_question, verdicts_in
from astropact.catalog.standings import Standings, read_standings
from astropact.errors import InputError
from astropact.namespaces import thing

if TYPE_CHECKING:
    from astropact.store import Store


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "nothing is asked"),
        ({"on": "2020-01-01"}, "nothing is asked"),
        ({"actor": "XXX"}, "no actor"),
        ({"instrument": "no-treaty"}, "no instrument"),
        ({"actor": "SAU", "on": "2020-13-01"}, "on is not a day"),
        ({"actor": "SAU", "from": "2020-01-01"}, "to is missing"),
        ({"actor": "SAU", "to": "2020-01-01"}, "from is missing"),
        ({"actor": "SAU", "from": "2021-01-01", "to": "2020-01-01"}, "from is later"),
        ({"actor": "SAU", "from": "x", "to": "2020-01-01"}, "from is not a day"),
        ({"actor": "SAU", "from": "2020-01-01", "to": "2020-02-01", "on": "2020-01-01"}, "on"),
        ({"from": "2020-01-01", "to": "2020-02-01"}, "nothing is asked"),
        ({"with": "SAU"}, "actor is missing"),
        ({"actor": "SAU", "with": "state/sau"}, "are the same"),
        ({"actor": "SAU", "with": "CHN", "instrument": "moon-agreement"}, "do not go together"),
        ({"subject": "registration", "trigger": "launch"}, "do not go together"),
        ({"subject": "nonsense"}, "no subject-matter"),
        ({"trigger": "nonsense"}, "no trigger"),
        ({"provision": "art-4-1"}, "no provision"),
        ({"provision": "outer-space-treaty/art-2", "instrument": "moon-agreement"}, "another"),
    ],
)
def test_a_wrong_question_is_told_with_a_hint(
    store: Store, given: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_question(store, given, "2020-01-01")
    assert caught.value.hint


def test_a_provision_gives_its_instrument(store: Store) -> None:
    asked = read_question(store, {"provision": "outer-space-treaty/art-4-1"}, "2020-01-01")
    assert asked.instrument is not None
    assert asked.instrument.iri == thing("instrument", "outer-space-treaty")
    assert asked.on == "2020-01-01"


@pytest.mark.parametrize(
    "given",
    [
        {"actor": "SAU", "instrument": "moon-agreement"},
        {"actor": "SAU"},
        {"instrument": "moon-agreement"},
        {"actor": "CHN", "with": "USA"},
        {"subject": "registration", "actor": "CHN"},
    ],
)
def test_every_verdict_bears_the_version(
    store: Store, standings: Standings, given: dict[str, str]
) -> None:
    found = marked(answer(store, standings, read_question(store, given, "2023-06-01")), "0.9.9")
    verdicts = list(verdicts_in(found))
    assert verdicts
    assert {one.version for one in verdicts} == {"0.9.9"}
    assert isinstance(found, Verdict) == (given.keys() == {"actor", "instrument"})


def test_changes_hold_no_verdicts(store: Store, standings: Standings) -> None:
    given = {"actor": "SAU", "from": "2012-01-01", "to": "2024-12-31"}
    found = answer(store, standings, read_question(store, given, "2023-06-01"))
    assert list(verdicts_in(marked(found, "1"))) == []
