"""Counts, lists and search over the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.browse import (
    COLLECTIONS,
    GROUPS,
    class_counts,
    collection_query,
    counts,
    page,
    search,
    similar,
)
from astropact.namespaces import AP, ID, graph, thing

if TYPE_CHECKING:
    from astropact.store import Store


def test_each_collection_is_counted_and_listed_alike(store: Store) -> None:
    found = counts(store)
    assert set(found) == set(COLLECTIONS)
    for slug, number in found.items():
        assert number > 0, slug
        assert page(store, slug, limit=1).total == number


def test_pages_join_without_gap(store: Store) -> None:
    whole = [row.name for row in page(store, "state", limit=10_000).rows]
    parts = [
        row.name
        for offset in (0, 100, 200)
        for row in page(store, "state", offset=offset, limit=100).rows
    ]
    assert parts == whole
    assert len(set(whole)) == len(whole) > 200
    with pytest.raises(KeyError):
        page(store, "planet")


def test_dated_things_come_latest_first(store: Store) -> None:
    dates = [row.date for row in page(store, "vote", limit=10_000).rows]
    assert all(dates)
    assert dates == sorted(dates, reverse=True)
    events = [row.date for row in page(store, "event", limit=10_000).rows]
    dated = [day for day in events if day]
    assert events == dated + [""] * (len(events) - len(dated))


def test_every_kind_of_thing_has_a_collection(store: Store) -> None:
    rows = store.query(f"SELECT ?s {{ ?s a ?type FILTER (STRSTARTS(STR(?s), '{ID}')) }}").rows()
    kinds = {row["s"].value.removeprefix(ID).partition("/")[0] for row in rows}
    # Rules, and verdicts with the triples they rest on, are reached from what they concern.
    assert kinds - set(COLLECTIONS) == {"rule", "verdict", "evidence"}
    assert {item.group for item in COLLECTIONS.values()} == {*GROUPS, ""}


def test_a_collection_for_programs_has_what_its_list_has(store: Store) -> None:
    things = {row["s"].value for row in store.query(collection_query("state")).rows()}
    assert things == {row.name.iri for row in page(store, "state", limit=10_000).rows}
    assert all(iri.startswith(f"{ID}state/") for iri in things)
    with pytest.raises(KeyError):
        collection_query("planet")


def test_the_classes_of_a_graph_by_number(store: Store) -> None:
    found = class_counts(store, graph("participation/acts/moon-agreement"))
    assert found[AP + "ParticipationAct"] > 20
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert class_counts(store, graph("no/such")) == {}


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("Saudi Arabia", thing("state", "sau")),
        ("NASA", thing("org", "nasa")),
        ("moon agreement", thing("instrument", "moon-agreement")),
        ("binding period", AP + "BindingPeriod"),
    ],
)
def test_search_puts_the_name_itself_first(store: Store, text: str, iri: str) -> None:
    assert search(store, text)[0].iri == iri


@pytest.mark.parametrize(
    "text", ["", "   ", "zzzzzz", "\\", '") } #', "qq\nqq", "{", "\x00", "\\u0041", '\\") } #']
)
def test_search_takes_what_no_name_contains(store: Store, text: str) -> None:
    assert search(store, text) == ()


@pytest.mark.parametrize("text", ['"', "'"])
def test_search_takes_quotes_as_they_are(store: Store, text: str) -> None:
    assert any(text in found.label for found in search(store, text))


def test_similar_things(store: Store) -> None:
    assert similar(store, thing("state", "saudi"))[0].iri == thing("state", "sau")
    misspelt = similar(store, thing("instrument", "outer-space-treety"))
    assert misspelt[0].iri == thing("instrument", "outer-space-treaty")
    assert similar(store, thing("state", "qqqqqqqq")) == ()
