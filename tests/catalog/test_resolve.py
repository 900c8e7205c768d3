"""Names of things, as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.resolve import (
    actor_iri,
    check_day,
    find_actor,
    find_concept,
    find_instrument,
    find_provision,
    instrument_iri,
)
from astropact.errors import InputError
from astropact.namespaces import concept, thing
from astropact.store import GraphFile, OxigraphStore

if TYPE_CHECKING:
    from astropact.store import Store


def test_names_of_actors_and_instruments() -> None:
    assert actor_iri("SAU") == thing("state", "sau")
    assert actor_iri("org/esa") == thing("org", "esa")
    assert actor_iri(thing("state", "sau")) == thing("state", "sau")
    assert instrument_iri("moon-agreement") == thing("instrument", "moon-agreement")


@pytest.mark.parametrize(
    "name",
    [
        "SAU",
        "sau",
        "SA",
        "state/sau",
        "Saudi Arabia",
        "saudi ARABIA",
        "Kingdom of Saudi Arabia",
        "the Saudi Arabia",
        "Q851",
        thing("state", "sau"),
    ],
)
def test_a_state_goes_by_many_names(store: Store, name: str) -> None:
    assert find_actor(store, name) == (thing("state", "sau"), "Saudi Arabia")


@pytest.mark.parametrize("name", ["esa", "org/esa", "ESA", "European Space Agency"])
def test_an_organisation_goes_by_its_slug_and_name(store: Store, name: str) -> None:
    assert find_actor(store, name).iri == thing("org", "esa")


@pytest.mark.parametrize("name", ["moon-agreement", "Moon Agreement", "instrument/moon-agreement"])
def test_an_instrument_goes_by_its_slug_and_name(store: Store, name: str) -> None:
    assert find_instrument(store, name).iri == thing("instrument", "moon-agreement")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("OST", "outer-space-treaty"),
        ("arra", "rescue-agreement"),
        ("LIAB", "liability-convention"),
        ("REG", "registration-convention"),
        ("MOON", "moon-agreement"),
        ("PTBT", "partial-test-ban-treaty"),
        ("the Outer Space Treaty", "outer-space-treaty"),
    ],
)
def test_an_instrument_goes_by_its_abbreviation(store: Store, name: str, slug: str) -> None:
    assert find_instrument(store, name).iri == thing("instrument", slug)


def test_names_that_hold_the_wanted_are_offered(store: Store) -> None:
    with pytest.raises(InputError) as caught:
        find_actor(store, "korea")
    assert "South Korea (state/kor)" in caught.value.hint
    with pytest.raises(InputError) as caught:
        find_instrument(store, "rescue")
    assert "Rescue Agreement (instrument/rescue-agreement)" in caught.value.hint


@pytest.mark.parametrize("name", ["", "XXX", "Atlantis", "<b>", 'a"b', "\x00", "🚀", "x" * 10_000])
def test_what_is_not_there_is_told_with_a_hint(store: Store, name: str) -> None:
    for find in (find_actor, find_instrument):
        with pytest.raises(InputError) as caught:
            find(store, name)
        assert caught.value.hint
        assert len(caught.value.message) < 300


def test_a_name_that_several_bear_lists_them() -> None:
    with OxigraphStore.in_memory() as store:
        content = b"""@prefix ap: <https://w3id.org/astropact/ns#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <https://w3id.org/astropact/id/state/cog> a ap:Actor ; rdfs:label "Congo"@en .
        <https://w3id.org/astropact/id/state/cod> a ap:Actor ; rdfs:label "CONGO"@en ."""
        store.replace_graphs({"urn:g": GraphFile(content)})
        with pytest.raises(InputError, match="several") as caught:
            find_actor(store, "congo")
        assert "state/cod (CONGO), state/cog (Congo)" in caught.value.hint
        assert find_actor(store, "COG").iri == thing("state", "cog")


def test_a_provision_needs_its_instrument(store: Store) -> None:
    treaty = thing("instrument", "outer-space-treaty")
    whole = thing("provision", "outer-space-treaty/art-4-1")
    assert find_provision(store, "outer-space-treaty/art-4-1")[0].iri == whole
    assert find_provision(store, whole)[1].iri == treaty
    assert find_provision(store, "art-4-1", treaty)[0].iri == whole
    with pytest.raises(InputError, match="no provision") as caught:
        find_provision(store, "art-4-1")
    assert "instrument" in caught.value.hint
    with pytest.raises(InputError, match="another instrument"):
        find_provision(store, whole, thing("instrument", "moon-agreement"))
    with pytest.raises(InputError) as caught:
        find_provision(store, "art-4", treaty)
    assert "outer-space-treaty/art-4-1" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("IV(1)", "art-4-1"),
        ("Article IV, paragraph 1", "art-4-1"),
        ("art. IV.1", "art-4-1"),
        ("4-1", "art-4-1"),
        ("IX", "art-9"),
        ("Article XIV(6)", "art-14-6"),
        ("ART-4-1", "art-4-1"),
    ],
)
def test_a_provision_is_cited_as_in_the_text(store: Store, name: str, slug: str) -> None:
    treaty = thing("instrument", "outer-space-treaty")
    whole = thing("provision", f"outer-space-treaty/{slug}")
    assert find_provision(store, name, treaty)[0].iri == whole
    assert find_provision(store, f"outer-space-treaty/{name}")[0].iri == whole


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("rescue", "astronauts-rescue"),
        ("harmful contamination", "contamination"),
        ("notification", "notification-information"),
        ("due regard", "due-regard"),
        ("common heritage of mankind", "common-heritage"),
    ],
)
def test_a_concept_goes_by_its_name_or_a_word(store: Store, name: str, slug: str) -> None:
    found = find_concept(store, "subject-matter", name)
    assert found.iri == concept("subject-matter", slug)


def test_a_word_of_several_concepts_lists_them(store: Store) -> None:
    with pytest.raises(InputError) as caught:
        find_concept(store, "subject-matter", "claims")
    assert caught.value.hint == "subject-matter may be claims-commission, claims-procedure."


def test_a_concept_goes_by_its_slug(store: Store) -> None:
    found = find_concept(store, "subject-matter", "Registration")
    assert found.iri == concept("subject-matter", "registration")
    with pytest.raises(InputError) as caught:
        find_concept(store, "subject-matter", "nonsense")
    assert "registration" in caught.value.hint


def test_a_day_is_a_day_of_the_calendar() -> None:
    assert check_day(" 2024-02-29 ", "on") == "2024-02-29"
    for text in ("2023-02-29", "2023-6-1", "20230601", "1 June 2023", "", "2023-06-01T00:00"):
        with pytest.raises(InputError, match="on is not a day"):
            check_day(text, "on")
