"""Names in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound_wording import capital, lower, relation, with_article

if TYPE_CHECKING:
    from astropact.store import Store


@pytest.mark.parametrize(
    "name",
    [
        "United States",
        "United Kingdom",
        "United Arab Emirates",
        "Soviet Union",
        "German Democratic Republic",
        "Netherlands",
        "Marshall Islands",
        "European Space Agency",
        "Dominican Republic",
        "National Aeronautics and Space Administration",
    ],
)
def test_these_names_take_an_article(name: str) -> None:
    assert with_article(name) == f"the {name}"


@pytest.mark.parametrize(
    "name", ["France", "Intersputnik", "China", "Czechia", "Saudi Arabia", "the Holy See"]
)
def test_these_names_stand_alone(name: str) -> None:
    assert with_article(name) == name


def test_every_state_of_the_record_is_named_once(store: Store) -> None:
    rows = store.query(
        """PREFIX ap: <https://w3id.org/astropact/ns#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?label { ?state a ap:State ; rdfs:label ?label FILTER (LANG(?label) = "en") }"""
    ).rows()
    named = {row["label"].value for row in rows}
    articles = {name for name in named if with_article(name) != name}
    assert 10 < len(articles) < 40, articles


def test_sentences_begin_and_go_on() -> None:
    assert capital("the United States is.") == "The United States is."
    assert lower("Works on deposit.") == "works on deposit."


def test_a_political_text_binds_nobody() -> None:
    assert relation("political-commitment") == "committed to"
    assert relation("legally-binding") == "bound by"
    assert relation("") == "bound by"
