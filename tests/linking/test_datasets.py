"""The forms of identifiers."""

from __future__ import annotations

import pytest

from astropact.linking.datasets import DATASETS, ror_is_valid


@pytest.mark.parametrize(
    ("slug", "good", "bad"),
    [
        ("wikidata", "Q851", "Q0851"),
        ("wikidata", "Q29999", "P298"),
        ("geonames", "102358/", "102358"),
        ("dbpedia", "Saudi_Arabia", "Saudi Arabia"),
        ("eu-authority", "SAU", "sau"),
        ("ror", "027ka1x80", "027ka1x8"),
        ("gcat", "I-ARAB", "i-arab"),
        ("unts", "23002", "reg. 23002"),
    ],
)
def test_forms(slug: str, good: str, bad: str) -> None:
    form = DATASETS[slug].form
    assert form.fullmatch(good)
    assert not form.fullmatch(bad)


def test_check_digits_of_ror() -> None:
    # NASA and CNES, as the registry prints them; a changed character or digit is noticed.
    assert ror_is_valid("027ka1x80")
    assert ror_is_valid("04h1h0y33")
    assert not ror_is_valid("027ka1x81")
    assert not ror_is_valid("028ka1x80")
    assert not ror_is_valid("https://ror.org/027ka1x80")


def test_identifiers_are_taken_from_their_own_namespace_only() -> None:
    wikidata = DATASETS["wikidata"]
    assert wikidata.identifier_of("http://www.wikidata.org/entity/Q851") == "Q851"
    assert wikidata.identifier_of("https://ror.org/027ka1x80") is None
    assert DATASETS["gcat"].identifier_of("NASA") == "NASA"
