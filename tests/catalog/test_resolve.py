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
    ["SAU", "sau", "state/sau", "Saudi Arabia", "saudi ARABIA", "Q851", thing("state", "sau")],
)
def test_a_state_goes_by_many_names(store: Store, name: str) -> None:
    assert find_actor(store, name) == (thing("state", "sau"), "Saudi Arabia")


@pytest.mark.parametrize("name", ["esa", "org/esa", "ESA", "European Space Agency"])
def test_an_organisation_goes_by_its_slug_and_name(store: Store, name: str) -> None:
    assert find_actor(store, name).iri == thing("org", "esa")


@pytest.mark.parametrize("name", ["moon-agreement", "Moon Agreement", "instrument/moon-agreement"])
def test_an_instrument_goes_by_its_slug_and_name(store: Store, name: str) -> None:
    assert find_instrument(store, name).iri == thing("instrument", "moon-agreement")


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
