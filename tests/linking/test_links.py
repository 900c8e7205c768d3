"""Links are read with their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.linking.links import read_links
from astropact.namespaces import SEMAPV, SKOS, thing

if TYPE_CHECKING:
    from astropact.store import Store


def test_a_link_has_all_its_evidence(store: Store) -> None:
    (link,) = (
        link
        for link in read_links(store)
        if link.subject == thing("state", "sau") and link.dataset.slug == "wikidata"
    )
    assert (link.predicate, link.identifier) == (SKOS + "exactMatch", "Q851")
    assert link.sources == {
        thing("source", "datahub-country-codes"),
        thing("source", "wikidata"),
    }
    assert {item.match for item in link.evidence} == {"SAU"}
    assert {item.justification for item in link.evidence} == {SEMAPV + "MappingChaining"}


def test_literal_identifiers_are_links_too(store: Store) -> None:
    codes = {
        link.subject: link.identifier for link in read_links(store) if link.dataset.slug == "gcat"
    }
    assert codes[thing("org", "nasa")] == "NASA"
    assert codes[thing("state", "sun")] == "SU"


def test_states_that_are_easily_mistaken_have_the_right_item(store: Store) -> None:
    exact = {
        link.subject: link.identifier
        for link in read_links(store)
        if link.dataset.slug == "wikidata" and link.predicate == SKOS + "exactMatch"
    }
    assert exact[thing("state", "vat")] == "Q159583"
    assert exact[thing("state", "nld")] == "Q29999"
    assert exact[thing("state", "sun")] == "Q15180"


def test_two_columns_of_one_table_are_two_pieces_of_evidence(store: Store) -> None:
    (link,) = (
        link
        for link in read_links(store)
        if link.subject == thing("state", "sau") and link.dataset.slug == "eu-authority"
    )
    compared = {(item.subject_field, item.object_field, item.match) for item in link.evidence}
    assert compared == {("ap:iso3", "code", "SAU"), ("name", "name_en", "Saudi Arabia")}
    assert link.sources == {thing("source", "eu-authority-country")}
