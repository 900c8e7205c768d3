from __future__ import annotations

from datetime import date

import pytest

from astropact.namespaces import thing
from astropact.reasoning.effect import consent_effect, signature_effect, withdrawal_effect
from astropact.reasoning.model import Instrument


def instrument(*rules: str, in_force: str = "", slug: str = "moon-agreement") -> Instrument:
    return Instrument(
        iri=thing("instrument", slug),
        slug=slug,
        label=slug,
        in_force=(date.fromisoformat(in_force),) if in_force else (),
        effect_rules=frozenset(rules),
    )


@pytest.mark.parametrize(
    ("rule", "in_force", "deposited", "effective"),
    [
        ("thirtieth-day-after-deposit", "1984-07-11", "2018-01-19", "2018-02-18"),
        ("thirtieth-day-after-deposit", "1984-07-11", "1984-06-11", "1984-07-11"),
        ("thirtieth-day-after-deposit", "1984-07-11", "1981-11-12", "1984-07-11"),
        ("on-deposit", "1967-10-10", "2018-03-28", "2018-03-28"),
        ("on-deposit", "1967-10-10", "1967-03-28", "1967-10-10"),
        ("three-months-after-deposit", "1979-08-25", "2023-04-12", "2023-07-12"),
    ],
)
def test_consent_takes_effect_by_the_rule_but_never_before_entry_into_force(
    rule: str, in_force: str, deposited: str, effective: str
) -> None:
    found = consent_effect(instrument(rule, in_force=in_force), date.fromisoformat(deposited))
    assert str(found.on) == effective
    assert effective in found.words


@pytest.mark.parametrize(
    "unknown",
    [
        instrument("on-deposit"),
        instrument(in_force="1967-10-10"),
        instrument("on-deposit", in_force="2001-03-27", slug="iss-intergovernmental-agreement"),
    ],
)
def test_without_a_certain_rule_there_is_no_day(unknown: Instrument) -> None:
    found = consent_effect(unknown, date(2000, 1, 1))
    assert found.on is None
    assert "not recorded" in found.words


def test_a_withdrawal_takes_effect_after_the_notice() -> None:
    moon = instrument("thirtieth-day-after-deposit", "one-year-after-notification")
    assert withdrawal_effect(moon, date(2023, 1, 5)) == date(2024, 1, 5)
    assert withdrawal_effect(instrument("on-deposit"), date(2023, 1, 5)) is None


@pytest.mark.parametrize(
    ("rule", "slug", "notified", "free"),
    [
        ("on-receipt-of-notification", "imso-convention", "2010-05-31", "2010-05-31"),
        ("three-months-after-notification", "itso-agreement", "2010-11-30", "2011-02-28"),
        ("one-year-after-notification", "itu-constitution", "2024-02-29", "2025-02-28"),
        # The year that follows the one of the notification has to end first.
        ("end-of-next-financial-year", "esa-convention", "2027-03-10", "2029-01-01"),
        ("end-of-next-financial-year", "esa-convention", "2027-12-31", "2029-01-01"),
        # Its financial year is not in the record.
        ("end-of-next-financial-year", "eumetsat-convention", "2027-03-10", "None"),
    ],
)
def test_each_rule_on_leaving_gives_the_first_day_free(
    rule: str, slug: str, notified: str, free: str
) -> None:
    found = withdrawal_effect(instrument(rule, slug=slug), date.fromisoformat(notified))
    assert str(found) == free


def test_two_rules_on_leaving_are_no_certain_rule() -> None:
    both = instrument("on-receipt-of-notification", "three-months-after-notification")
    assert withdrawal_effect(both, date(2023, 1, 5)) is None


def test_signing_has_effect_only_where_it_is_all_that_is_asked() -> None:
    day = date(2020, 10, 13)
    assert signature_effect(instrument("on-signature"), day).on == day
    assert signature_effect(instrument("on-deposit"), day).on is None
