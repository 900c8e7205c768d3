"""Triples at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.facts import Facts, Shared, ap, written
from astropact.namespaces import thing

if TYPE_CHECKING:
    from astropact.store import Store

SAU = thing("state", "sau")
ACT = thing("act", "moon-agreement/sau/accession")


def test_facts_are_those_of_the_store(store: Store) -> None:
    facts = Facts(store)
    facts.load([ACT, SAU, "not an iri"])
    assert facts.text(ACT, ap("actionOn")) == "2012-07-18"
    assert facts.label(SAU) == "Saudi Arabia"
    assert facts.label(thing("state", "nowhere")) == "nowhere"
    assert facts.fact(ACT, ap("nothing")) is None
    for fact in facts.facts(ACT, ap("supportedBy"), ap("actionOn")):
        subject, predicate, value = written(fact)
        assert store.query(f"ASK {{ {subject} {predicate} {value} }}")


def test_what_is_shared_is_read_once(store: Store) -> None:
    shared: Shared = {}
    Facts(store, shared).load([ACT, SAU])
    assert SAU in shared
    assert ACT not in shared, "acts are too many to keep"
    again = Facts(store, shared)
    again.load([SAU])
    assert again.label(SAU) == "Saudi Arabia"


def test_what_points_to_a_thing_is_found(store: Store) -> None:
    facts = Facts(store)
    found = facts.pointing("successor", thing("state", "rus"))
    assert found == [thing("succession", "sun-rus")]
    assert facts.pointing("successor", thing("state", "rus")) == found


def test_names_alone_can_be_loaded(store: Store) -> None:
    facts = Facts(store)
    facts.load_names([SAU])
    assert facts.label(SAU) == "Saudi Arabia"
    assert facts.text(SAU, ap("iso3")) == ""
