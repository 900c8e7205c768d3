from __future__ import annotations

import pytest

from astropact.namespaces import thing
from astropact.reasoning.model import Source
from astropact.reasoning.wording import actor_name, cities, listing, source_name, what


@pytest.mark.parametrize(
    ("items", "phrase"),
    [
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b and 2 others"),
    ],
)
def test_long_lists_are_cut(items: list[str], phrase: str) -> None:
    assert listing(items) == phrase


@pytest.mark.parametrize(
    ("slug", "label", "name"),
    [
        ("huggo-additional", "HUGGO memberships of environmental treaties, additional", "HUGGO"),
        ("anacom-1479981", "ANACOM, page 1479981", "ANACOM"),
        ("sops-2018-9", "Finland and the Registration Convention", "the Finnish treaty series"),
        ("dtkt-995-483", "Ukrainian text of a treaty", "a Ukrainian text of the treaty"),
        ("x", "Brussels Convention (list of parties)", "Brussels Convention"),
    ],
)
def test_sources_have_short_names(slug: str, label: str, name: str) -> None:
    assert source_name(Source(thing("source", slug), label, 3)) == name


def test_cities_of_depositaries() -> None:
    assert cities([thing("state", "usa"), thing("state", "gbr")]) == "London and Washington"
    assert cities([thing("org", "un")]) == ""


def test_articles_stand_where_english_asks_for_them() -> None:
    assert actor_name("Soviet Union") == "the Soviet Union"
    assert actor_name("Russia") == "Russia"


def test_unspecified_consent_is_told_as_such() -> None:
    assert what("consent-to-be-bound").startswith("Consent to be bound (no source says")
    assert what("accession") == "Accession"
