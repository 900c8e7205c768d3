"""Who was bound on a day: cases of treaty law that must come out right, each with its reason.

The verdicts are those of the shipped record, worked out by its rules from its sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound import verdict
from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import ID

if TYPE_CHECKING:
    from astropact.catalog.bound_model import Verdict
    from astropact.store.base import Store


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


def answer(store: Store, standings: Standings, actor: str, instrument: str, day: str) -> Verdict:
    kind = "" if "/" in actor else "state/"
    return verdict(store, standings, f"{ID}{kind}{actor}", f"{ID}instrument/{instrument}", day)


CASES = [
    # China never signed; it acceded on 1983-12-30 with effect on the day of deposit (OST XIV(4)).
    ("chn", "outer-space-treaty", "1967-10-10", "not-bound"),
    ("chn", "outer-space-treaty", "1983-12-29", "not-bound"),
    ("chn", "outer-space-treaty", "1983-12-30", "bound"),
    ("chn", "outer-space-treaty", "2026-01-01", "bound"),
    # Saudi Arabia gave notice on 2023-01-05; leaving works one year after receipt (MOON 20).
    ("sau", "moon-agreement", "2023-01-05", "bound"),
    ("sau", "moon-agreement", "2023-06-01", "bound"),
    ("sau", "moon-agreement", "2024-01-04", "bound"),
    ("sau", "moon-agreement", "2024-01-05", "not-bound"),
    # Armenia deposited on 2018-01-19; the thirtieth day after it is 2018-02-18 (MOON 19(4)).
    ("arm", "moon-agreement", "2018-01-19", "not-bound"),
    ("arm", "moon-agreement", "2018-02-17", "not-bound"),
    ("arm", "moon-agreement", "2018-02-18", "bound"),
    ("arm", "moon-agreement", "2018-02-19", "bound"),
    # Austria's ratification was the fifth: entry into force thirty days later (MOON 19(3)).
    ("aut", "moon-agreement", "1984-07-10", "not-bound"),
    ("aut", "moon-agreement", "1984-07-11", "bound"),
    # Russia is the person in law of the Soviet Union, under its own name since it took its place.
    ("sun", "outer-space-treaty", "1991-06-01", "bound"),
    ("rus", "outer-space-treaty", "1991-06-01", "not-bound"),
    ("sun", "outer-space-treaty", "1991-12-26", "not-bound"),
    ("rus", "outer-space-treaty", "1991-12-26", "bound"),
    ("rus", "outer-space-treaty", "1992-06-01", "bound"),
    # The German Democratic Republic acceded to the Federal Republic and ended on 1990-10-03.
    ("ddr", "outer-space-treaty", "1990-10-02", "bound"),
    ("ddr", "outer-space-treaty", "1990-10-03", "not-bound"),
    ("deu", "outer-space-treaty", "1990-10-03", "bound"),
    # Successions work from the day of the new states, whenever they were notified.
    ("csk", "outer-space-treaty", "1992-12-31", "bound"),
    ("csk", "outer-space-treaty", "1993-01-01", "not-bound"),
    ("cze", "outer-space-treaty", "1992-12-31", "not-bound"),
    ("cze", "outer-space-treaty", "1993-01-01", "bound"),
    ("svk", "outer-space-treaty", "1993-01-01", "bound"),
    ("cze", "liability-convention", "1993-01-01", "bound"),
    ("svk", "liability-convention", "1993-01-01", "bound"),
    # No source dates the effect of these two successions, so it is open until the notice.
    ("cze", "registration-convention", "1993-01-01", "contested"),
    ("cze", "registration-convention", "1993-02-22", "bound"),
    # An organisation accepts rights and duties by declaration (LIAB XXII(1), REG VII(1)).
    ("org/esa", "registration-convention", "1979-01-01", "not-bound"),
    ("org/esa", "registration-convention", "1979-01-02", "bound"),
    ("org/esa", "liability-convention", "1976-06-01", "contested"),
    ("org/esa", "liability-convention", "1990-01-01", "bound"),
    # The Outer Space Treaty knows no declaration of organisations (XIII).
    ("org/esa", "outer-space-treaty", "2020-01-01", "not-bound"),
    # Signature alone obliges not to defeat object and purpose, no more (VCLT 18).
    ("ind", "moon-agreement", "2020-01-01", "not-bound"),
    ("fra", "moon-agreement", "2020-01-01", "not-bound"),
    # Nothing is on record, and the record has all parties of that time.
    ("usa", "moon-agreement", "2020-01-01", "not-bound"),
    # Political commitments bind nobody in law (Artemis Accords, section 1).
    ("usa", "artemis-accords", "2020-10-12", "not-bound"),
    ("usa", "artemis-accords", "2020-10-13", "committed"),
    ("fin", "artemis-accords", "2026-01-01", "committed"),
    ("chn", "artemis-accords", "2024-01-01", "not-bound"),
    ("usa", "asat-test-commitment", "2022-05-01", "committed"),
    # Belarus stands without a day in a list of 2024-12-15: bound then, open before.
    ("blr", "liability-convention", "2024-12-14", "contested"),
    ("blr", "liability-convention", "2024-12-15", "bound"),
    # Iraq deposited in three capitals between 1968-12-04 and 1969-09-23: the first one counts.
    ("irq", "outer-space-treaty", "1968-12-03", "not-bound"),
    ("irq", "outer-space-treaty", "1968-12-04", "bound"),
    # Sources that are not ruled out differ by a month: open between them.
    ("col", "outer-space-treaty", "2024-03-20", "not-bound"),
    ("col", "outer-space-treaty", "2024-04-01", "contested"),
    ("col", "outer-space-treaty", "2024-04-15", "bound"),
    # The list of the United Nations shows no act where a collection has one.
    ("slb", "outer-space-treaty", "2020-01-01", "contested"),
    # It signed; the record lacks some parties, so that silence proves nothing.
    ("ner", "rescue-agreement", "2020-01-01", "unknown"),
    # Domestic law binds the body that it names.
    ("org/nasa", "wolf-amendment", "2011-04-14", "not-bound"),
    ("org/nasa", "wolf-amendment", "2016-05-01", "bound"),
    # Guidelines bind nobody.
    ("usa", "debris-mitigation-guidelines-2007", "2020-01-01", "not-bound"),
]


@pytest.mark.parametrize(("actor", "instrument", "day", "expected"), CASES)
def test_the_verdict_is_what_the_law_says(
    store: Store, standings: Standings, actor: str, instrument: str, day: str, expected: str
) -> None:
    found = answer(store, standings, actor, instrument, day)
    assert found.verdict == expected, found.summary
    assert found.chain, "every verdict is explained"


def test_no_signatory_of_the_accords_is_ever_bound(standings: Standings) -> None:
    periods = standings.under(f"{ID}instrument/artemis-accords")
    assert len({period.actor for period in periods}) >= 72
    assert {period.standing for period in periods} == {"committed", "contested"}


def test_china_acceded_without_a_signature(store: Store, standings: Standings) -> None:
    found = answer(store, standings, "chn", "outer-space-treaty", "1983-12-30")
    told = " ".join(step.sentence for step in found.chain)
    assert "accession" in told
    assert "signature" not in told


def test_the_deposits_of_three_capitals_are_told(store: Store, standings: Standings) -> None:
    found = answer(store, standings, "irq", "outer-space-treaty", "1968-12-04")
    assert found.start == "1968-12-04"
    stated = {source.label for step in found.chain for source in step.sources}
    assert len(stated) >= 3


def test_the_bounds_of_an_unknown_day_are_given(store: Store, standings: Standings) -> None:
    found = answer(store, standings, "blr", "liability-convention", "2025-06-01")
    assert (found.not_before, found.not_after) == ("1972-09-01", "2024-12-15")
    before = answer(store, standings, "blr", "liability-convention", "2010-06-01")
    assert before.confidence is not None
    assert before.confidence.level == "low"


def test_a_continued_state_rests_on_the_act_of_the_other(
    store: Store, standings: Standings
) -> None:
    found = answer(store, standings, "rus", "outer-space-treaty", "1992-06-01")
    told = " ".join(step.sentence for step in found.chain)
    assert "Soviet Union" in told
    assert any(step.iri.endswith("/succession/sun-rus") for step in found.chain)


@pytest.mark.parametrize(
    ("day", "official"),
    [("2001-01-01", 9), ("2010-09-16", 13), ("2023-12-31", 18), ("2024-01-31", 17)],
)
def test_official_totals_of_the_moon_agreement_are_met(
    standings: Standings, day: str, official: int
) -> None:
    """The totals that the Secretary-General and others print, against the periods of the day."""
    moon = f"{ID}instrument/moon-agreement"
    bound = [p for p in standings.under(moon) if p.standing == "bound" and p.covers(day)]
    assert len(bound) == official
