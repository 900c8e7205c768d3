"""Descriptions of real things of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.describe import (
    describe,
    description_query,
    incoming_query,
    incoming_total,
    is_known,
)
from astropact.errors import NotFound
from astropact.namespaces import AP, GRAPH, ID, INFERRED_GRAPH, thing

if TYPE_CHECKING:
    from astropact.store import Store

SAU = thing("state", "sau")


def test_a_state(store: Store) -> None:
    found = describe(store, SAU, incoming_limit=3)
    assert found.label == "Saudi Arabia"
    assert [kind.iri for kind in found.types] == [AP + "State"]
    assert AP + "Actor" in [kind.iri for kind in found.derived_types]
    assert {GRAPH + "actors/states", INFERRED_GRAPH} <= {graph.iri for graph in found.graphs}
    codes = {group.property.iri: group.values for group in found.outgoing}
    assert [value.term.value for value in codes[AP + "iso3"]] == ["SAU"]
    acts = next(group for group in found.incoming if group.property.iri == AP + "actor")
    assert len(acts.things) == 3 < acts.total
    assert all(name.label for name in acts.things)


def test_what_is_shown_otherwise_is_left_out(store: Store) -> None:
    found = describe(store, SAU, without=[AP + "actor", AP + "iso3"])
    assert AP + "actor" not in [group.property.iri for group in found.incoming]
    assert AP + "iso3" not in [group.property.iri for group in found.outgoing]


def test_the_unknown_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        describe(store, thing("state", "nowhere"))
    assert is_known(store, SAU)
    for unknown in (thing("state", "nowhere"), "no iri", "https://x/%zz"):
        assert not is_known(store, unknown)
    for bad in ("no iri", "https://x/> } #", 'https://x/"'):
        with pytest.raises(NotFound):
            description_query(bad, 10)


def test_the_queries_give_what_they_promise(store: Store) -> None:
    total = incoming_total(store, SAU)
    assert total == sum(1 for _ in store.query(incoming_query(SAU)).rows()) > 10
    rows = list(store.query(description_query(SAU, 5)).rows())
    assert len({(r["s"], r["p"]) for r in rows if r["o"].value == SAU}) == 5
    own = sum(1 for _ in store.query(f"SELECT ?p ?o {{ <{SAU}> ?p ?o }}").rows())
    assert len({(r["p"], r["o"]) for r in rows if r["s"].value == SAU}) == own


def test_kinds_of_pointing_things_are_left_out(store: Store) -> None:
    sau = thing("state", "sau")
    whole = describe(store, sau)
    part = describe(store, sau, without_kinds=["act", "position"])
    kinds = {
        name.iri.removeprefix(ID).partition("/")[0]
        for group in part.incoming
        for name in group.things
    }
    assert not kinds & {"act", "position"}
    assert sum(g.total for g in part.incoming) < sum(g.total for g in whole.incoming)
    assert part.outgoing == whole.outgoing
