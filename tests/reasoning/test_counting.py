"""Who had done what by a day, and how surely: on the shipped acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.namespaces import CONSENT, thing
from astropact.reasoning.counting import Record, read_acts
from astropact.store import OxigraphStore
from astropact.store.base import GraphFile

if TYPE_CHECKING:
    from pathlib import Path

SIGNED = frozenset({"signature"})
OST = thing("instrument", "outer-space-treaty")
MOON = thing("instrument", "moon-agreement")
ARTEMIS = thing("instrument", "artemis-accords")
ILRS = thing("instrument", "ilrs-memorandum")


@pytest.fixture(scope="module")
def record(root: Path) -> Record:
    files = [
        path
        for folder in ("actors", "instruments", "participation", "sources", "totals")
        for path in (root / "data" / folder).rglob("*.ttl")
    ]
    with OxigraphStore.in_memory() as store:
        store.replace_graphs(
            {
                f"https://example.org/{path.relative_to(root)}": GraphFile(path.read_bytes())
                for path in files
            }
        )
        return read_acts(store, [OST, MOON, ARTEMIS, ILRS])


def counted(record: Record, instrument: str, kinds: frozenset[str], day: str) -> set[str]:
    members = record.members(instrument, kinds, day)
    return {actor.rpartition("/")[2] for actor, one in members.items() if one.counted}


def test_who_left_is_no_longer_counted(record: Record) -> None:
    assert "sau" in counted(record, MOON, CONSENT, "2024-01-04")
    assert "sau" not in counted(record, MOON, CONSENT, "2024-01-05")


def test_a_continuing_state_counts_with_the_earlier_act(record: Record) -> None:
    assert "sun" in counted(record, OST, CONSENT, "1970-01-01")
    later = counted(record, OST, CONSENT, "2000-01-01")
    assert "rus" in later
    assert not later & {"sun", "gdr", "csk", "yug"}


def test_the_republic_of_china_is_no_member_of_later_counts(record: Record) -> None:
    taiwan = thing("state", "twn")
    assert record.members(OST, CONSENT, "1971-01-01")[taiwan].counted
    member = record.members(OST, CONSENT, "2000-01-01")[taiwan]
    assert not member.counted
    assert member.reasons[0] == "totals since 1971-10-25 leave out Taiwan"


def test_an_act_without_a_day_is_uncertain_between_its_bounds(record: Record) -> None:
    latvia = thing("state", "lva")
    assert latvia not in record.members(ARTEMIS, SIGNED, "2026-01-25")
    between = record.members(ARTEMIS, SIGNED, "2026-03-01")[latvia]
    assert not between.counted
    assert between.reasons == ["the day is not known; not after 2026-04-23"]
    assert record.members(ARTEMIS, SIGNED, "2026-04-23")[latvia].counted


def test_lists_that_show_no_act_outweigh_fewer_reports(record: Record) -> None:
    members = record.members(ILRS, frozenset({"joining"}), "2026-01-01")
    assert not members[thing("state", "are")].counted
    kazakhstan = members[thing("state", "kaz")]
    assert kazakhstan.counted
    assert kazakhstan.reasons == ["a list shows no act of it"]
    assert thing("state", "bra") not in members


def test_places_that_nobody_holds(record: Record) -> None:
    assert record.open_places(ARTEMIS, SIGNED, 63) == ""
    assert record.open_places(ARTEMIS, SIGNED, 76) == "64, 66, 1 of 69, 70, 1 of 73, 74, 75"
    assert record.open_places(MOON, SIGNED, 11) == "", "nobody numbers these signatures"
