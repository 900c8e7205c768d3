"""Norms and readings of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.bound_norms import addresses, bound_norm, norms_under, readings_of
from astropact.namespaces import thing

if TYPE_CHECKING:
    from astropact.store import Store

GERMANY = thing("state", "deu")


def test_a_norm_that_names_others_addresses_nobody_else(store: Store) -> None:
    norms = norms_under(store, thing("instrument", "wolf-amendment/2011"))
    ostp = [norm for norm in norms if norm.iri.endswith("-ostp")]
    assert ostp
    assert all(addresses(norm, thing("org", "us-ostp")) for norm in ostp)
    assert not any(addresses(norm, thing("org", "nasa")) for norm in ostp)
    treaty = norms_under(store, thing("instrument", "outer-space-treaty"))
    assert sum(addresses(norm, thing("state", "chn")) for norm in treaty) > 40


def test_a_pledge_addresses_who_gave_it(store: Store) -> None:
    pledges = norms_under(store, thing("instrument", "asat-test-commitment"))
    own = {norm.iri.rpartition("/")[2] for norm in pledges if addresses(norm, GERMANY)}
    assert own == {"deu", "eu27"}


def test_a_duty_of_one_partner_is_not_that_of_another(store: Store) -> None:
    station = norms_under(store, thing("instrument", "iss-intergovernmental-agreement"))
    own = {norm.iri.rpartition("/art-")[2] for norm in station if addresses(norm, GERMANY)}
    assert "28-3" not in own  # What Canada must do when it leaves.
    assert "7-3" in own  # What the European Partner must do.


def test_a_duty_of_an_office_is_not_that_of_a_party(store: Store) -> None:
    treaty = norms_under(store, thing("instrument", "outer-space-treaty"))
    told = {norm.iri.rpartition("/norm/")[2] for norm in treaty if addresses(norm, GERMANY)}
    assert "outer-space-treaty/art-11/a" in told
    assert "outer-space-treaty/art-11/b" not in told


def test_a_norm_is_told_whole(store: Store) -> None:
    passage = thing("provision", "outer-space-treaty/art-4-1")
    norm = norms_under(store, thing("instrument", "outer-space-treaty"), passage)[0]
    told = bound_norm(norm, "legally binding", "as worded in: x")
    assert told.kind == "prohibition"
    assert told.conduct == norm.conduct
    assert told.condition == norm.condition
    assert told.counterparty == norm.counterparty
    assert told.to_json()["remark"] == "as worded in: x"


def test_readings_of_a_passage_say_who_holds_them(store: Store) -> None:
    norms = norms_under(store, thing("instrument", "outer-space-treaty"))
    provisions = {norm.provision.iri: norm.provision for norm in norms}
    found = readings_of(store, provisions)
    assert len(found) >= 10
    for reading in found:
        assert reading.provision.iri in provisions
        assert reading.gist
        assert reading.holders, reading.iri
        assert reading.question.endswith("?"), reading.question
    assert readings_of(store, {}) == ()
