"""Worked examples of the final clauses, computed from the record's instruments.

Each follows a date that a depositary, a treaty database or the text itself gives. Two examples are
not computed: the space station agreement began on different days for its partners, and the
Protocol of 1996 to the Intersputnik Agreement is no instrument of the record.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, URIRef

from astropact.namespaces import AP, thing
from astropact.reasoning.dates import after_days
from astropact.reasoning.effect import (
    consent_effect,
    signature_effect,
    stated_effect,
    withdrawal_effect,
)
from astropact.reasoning.model import Instrument, read_record
from astropact.reasoning.reconcile import record_files
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="instruments", scope="module")
def instruments_of_the_record(root: Path) -> dict[str, Instrument]:
    record = read_record(read_turtle(record_files(root)))
    return {each.slug: each for each in record.instruments.values()}


@pytest.fixture(name="acts", scope="module")
def acts_of_the_record(root: Path) -> Graph:
    return read_turtle(sorted((root / "data" / "participation" / "acts").glob("*.ttl")))


def day_of_effect(acts: Graph, act: str) -> str:
    return str(acts.value(URIRef(thing("act", act)), URIRef(AP + "effectiveOn")))


CONSENTS = [
    # 11 June is day 0 and 11 July day 30: the fifth ratification starts the Agreement itself.
    ("moon-agreement/aut/ratification", "1984-06-11", "1984-07-11"),
    ("moon-agreement/arm/accession", "2018-01-19", "2018-02-18"),
    ("outer-space-treaty/arm/accession", "2018-03-28", "2018-03-28"),
    ("rescue-agreement/lby/accession", "2010-04-20", "2010-04-20"),
    ("liability-convention/aus/accession", "1975-01-20", "1975-01-20"),
    ("registration-convention/phl/accession", "2024-05-14", "2024-05-14"),
    ("partial-test-ban-treaty/arg/accession", "1986-11-21", "1986-11-21"),
    ("esa-convention/prt/accession", "2000-11-14", "2000-11-14"),
    ("eumetsat-convention/bgr/accession", "2014-04-30", "2014-04-30"),
    # Calendar months, not ninety days.
    ("brussels-satellite-convention/qat/accession", "2023-04-12", "2023-07-12"),
]


@pytest.mark.parametrize(("act", "deposited", "effective"), CONSENTS)
def test_a_consent_works_from_the_day_that_the_clause_gives(
    instruments: dict[str, Instrument], acts: Graph, act: str, deposited: str, effective: str
) -> None:
    instrument = instruments[act.partition("/")[0]]
    found = consent_effect(instrument, date.fromisoformat(deposited))
    assert str(found.on) == effective
    assert day_of_effect(acts, act) == effective


def test_a_signature_is_enough_for_a_political_commitment(
    instruments: dict[str, Instrument], acts: Graph
) -> None:
    signed = date(2024, 4, 15)
    assert signature_effect(instruments["artemis-accords"], signed).on == signed
    assert day_of_effect(acts, "artemis-accords/che/signature") == "2024-04-15"


def test_saudi_arabia_is_free_one_year_after_its_notice(
    instruments: dict[str, Instrument], acts: Graph
) -> None:
    free = withdrawal_effect(instruments["moon-agreement"], date(2023, 1, 5))
    assert free == date(2024, 1, 5)
    assert day_of_effect(acts, "moon-agreement/sau/withdrawal") == "2024-01-05"


@pytest.mark.parametrize(
    ("slug", "notified", "free"),
    [
        ("partial-test-ban-treaty", "2030-01-31", "2030-04-30"),
        ("itso-agreement", "2030-01-15", "2030-04-15"),
        ("eutelsat-convention", "2030-01-15", "2030-04-15"),
        ("imso-convention", "2030-01-15", "2030-01-15"),
        ("itu-constitution", "2030-01-15", "2031-01-15"),
        ("brussels-satellite-convention", "2030-01-15", "2031-01-15"),
        # The financial year 2028 follows that of the notice; the state is out when it has ended.
        ("esa-convention", "2027-03-10", "2029-01-01"),
        # The end of a budget period, and the consent of the council, give no certain day.
        ("eumetsat-convention", "2030-01-15", "None"),
        ("apsco-convention", "2030-01-15", "None"),
    ],
)
def test_a_withdrawal_works_from_the_day_that_the_clause_gives(
    instruments: dict[str, Instrument], slug: str, notified: str, free: str
) -> None:
    assert str(withdrawal_effect(instruments[slug], date.fromisoformat(notified))) == free


def test_an_organisation_declares_and_does_not_ratify(acts: Graph) -> None:
    declared = URIRef(thing("act", "registration-convention/eumetsat/declaration-of-acceptance"))
    assert str(acts.value(declared, URIRef(AP + "actionOn"))) == "1997-07-10"
    ratified = URIRef(thing("act", "registration-convention/eumetsat/ratification"))
    assert (ratified, None, None) not in acts


def test_the_test_ban_began_with_the_three_original_parties(
    instruments: dict[str, Instrument],
) -> None:
    treaty = instruments["partial-test-ban-treaty"]
    assert treaty.in_force == (date(1963, 10, 10),)
    assert consent_effect(treaty, date(1963, 10, 10)).on == date(1963, 10, 10)


def test_intelsat_began_sixty_days_after_its_condition_was_met(
    instruments: dict[str, Instrument], root: Path
) -> None:
    clauses = read_turtle([root / "data" / "clauses" / "itso-agreement.ttl"])
    clause = URIRef(thing("clause", "itso-agreement/entry-into-force"))
    delay = int(str(clauses.value(clause, URIRef(AP + "delayDays"))))
    assert instruments["itso-agreement"].in_force == (after_days(date(1972, 12, 14), delay),)


def test_a_source_dates_what_no_clause_of_the_record_does(
    instruments: dict[str, Instrument], acts: Graph
) -> None:
    """The Asia-Pacific organisation: the gazette of Macao gives both days for China."""
    convention = instruments["apsco-convention"]
    assert consent_effect(convention, date(2006, 6, 30)).on is None
    assert consent_effect(convention, date(2006, 6, 30), [date(2006, 10, 12)]).on == date(
        2006, 10, 12
    )
    assert day_of_effect(acts, "apsco-convention/chn/ratification") == "2006-10-12"


def test_the_space_station_began_on_two_days(instruments: dict[str, Instrument]) -> None:
    agreement = instruments["iss-intergovernmental-agreement"]
    assert agreement.in_force == (date(2001, 3, 27),)
    assert consent_effect(agreement, date(2005, 6, 28)).on is None
    assert stated_effect([date(2005, 6, 28)]).on == date(2005, 6, 28)
