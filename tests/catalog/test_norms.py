"""Norms of instruments on the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.norms import Norm, norms_of, norms_where
from astropact.namespaces import AP, concept, thing

if TYPE_CHECKING:
    from astropact.store import Store


def by_iri(norms: tuple[Norm, ...]) -> dict[str, Norm]:
    return {norm.iri.partition("/id/norm/")[2]: norm for norm in norms}


def test_norms_come_in_the_order_of_the_text(store: Store) -> None:
    norms = norms_of(store, thing("instrument", "outer-space-treaty"))
    assert len(norms) == len({norm.iri for norm in norms}) > 40
    articles = [
        int(norm.iri.partition("/art-")[2].partition("-")[0].partition("/")[0]) for norm in norms
    ]
    assert articles == sorted(articles)
    assert articles[-1] > 9
    ban = next(norm for norm in norms if "/art-2" in norm.iri)
    assert (ban.kind.iri, ban.provision.label) == (
        AP + "Prohibition",
        "Outer Space Treaty, Article II",
    )
    assert ban.bearer
    assert ban.gist


def test_an_instrument_without_norms(store: Store) -> None:
    assert norms_of(store, thing("instrument", "arabsat-agreement")) == ()


def test_a_norm_is_given_whole(store: Store) -> None:
    provision = thing("provision", "liability-convention/art-2")
    (rule,) = norms_where(store, provision=provision)
    assert rule.kind.label == "obligation"
    assert rule.instrument.label == "Liability Convention"
    assert (rule.bearer, rule.counterparty) == ("launching state", "claimant state")
    assert [role.label for role in rule.bearer_roles] == ["launching state"]
    assert [role.label for role in rule.counterparty_roles] == ["claimant state"]
    assert {"absolute liability", "liability"} == {subject.label for subject in rule.subjects}
    assert "damage on Earth" in {trigger.label for trigger in rule.triggers}
    assert rule.conduct
    assert rule.condition
    assert (rule.hortatory, rule.official, rule.erga_omnes) == (False, True, False)


def test_a_named_bearer_is_an_actor(store: Store) -> None:
    found = by_iri(norms_of(store, thing("instrument", "wolf-amendment/2012")))
    bar, way_out = found["wolf-amendment/2012/s-539-a"], found["wolf-amendment/2012/s-539-c"]
    assert {actor.iri for actor in bar.bearers} == {
        thing("org", "nasa"),
        thing("org", "us-ostp"),
    }
    assert [actor.iri for actor in bar.counterparties] == [thing("state", "chn")]
    assert bar.iri in {rule.iri for rule in way_out.exception_to}


def test_what_is_owed_to_everybody(store: Store) -> None:
    found = by_iri(norms_where(store, instruments=[thing("instrument", "outer-space-treaty")]))
    assert found["outer-space-treaty/art-1-1/a"].erga_omnes
    # Owed to all parties together ends with their circle.
    assert not found["outer-space-treaty/art-4-1/a"].erga_omnes


def test_a_wider_subject_finds_what_is_on_narrower_ones(store: Store) -> None:
    wide = by_iri(norms_where(store, subject=concept("subject-matter", "weapons")))
    narrow = by_iri(norms_where(store, subject=concept("subject-matter", "anti-satellite-tests")))
    assert set(narrow) < set(wide)
    assert "asat-test-commitment/nzl" in narrow
    assert "moon-agreement/art-3-3/a" in wide


@pytest.mark.parametrize(
    ("event", "called_up", "not_called_up"),
    [
        ("breakup", "liability-convention/art-3", "rescue-agreement/art-1/a"),
        ("breakup", "debris-mitigation-guidelines-2007/gl-2", "moon-agreement/art-11-3/a"),
        ("distress-landing", "rescue-agreement/art-4", "liability-convention/art-2"),
        ("joint-launch", "registration-convention/art-2-2", "rescue-agreement/art-1/a"),
        ("launch", "registration-convention/art-2-1/a", "registration-convention/art-2-2"),
    ],
)
def test_an_event_calls_up_its_norms(
    store: Store, event: str, called_up: str, not_called_up: str
) -> None:
    found = by_iri(norms_where(store, trigger=concept("trigger", event)))
    assert called_up in found
    assert not_called_up not in found


def test_a_joint_launch_is_a_launch(store: Store) -> None:
    launch = set(by_iri(norms_where(store, trigger=concept("trigger", "launch"))))
    joint = set(by_iri(norms_where(store, trigger=concept("trigger", "joint-launch"))))
    assert launch < joint


def test_conditions_are_joined(store: Store) -> None:
    found = norms_where(
        store,
        instruments=[thing("instrument", "moon-agreement"), thing("instrument", "artemis-accords")],
        subject=concept("subject-matter", "resources"),
        trigger=concept("trigger", "resource-extraction"),
    )
    assert {norm.instrument.label for norm in found} == {"Artemis Accords", "Moon Agreement"}
    assert [norm.instrument.label for norm in found] == sorted(n.instrument.label for n in found)
    assert norms_where(store, instruments=[]) == ()


def test_a_summary_and_an_appeal_are_told(store: Store) -> None:
    found = by_iri(norms_of(store, thing("instrument", "artemis-accords")))
    assert not found["artemis-accords/sec-12"].official
    assert found["artemis-accords/sec-10-2"].hortatory


def test_every_norm_says_whom_it_addresses(store: Store) -> None:
    norms = norms_where(store)
    assert len(norms) > 400
    silent = [norm.iri for norm in norms if not norm.bearer_roles or not norm.subjects]
    assert silent == []
    assert {norm.kind.label for norm in norms} == {
        "guiding principle",
        "legal definition",
        "legal power",
        "obligation",
        "permission",
        "prohibition",
        "right",
    }
