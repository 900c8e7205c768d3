"""What users of the shipped posts, persons and terms of office rely on."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from rdflib import DCTERMS, RDF, RDFS, Graph, Namespace, URIRef

from astropact.importers.sources import AP

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib.term import Node

ORG = Namespace("http://www.w3.org/ns/org#")
SCHEMA = Namespace("https://schema.org/")
ID = "https://w3id.org/astropact/id/"


@pytest.fixture(scope="module")
def offices(root: Path) -> Graph:
    graph = Graph()
    for path in sorted((root / "data/offices").glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


def terms(offices: Graph, post: str) -> list[tuple[str, str, str]]:
    """First day, last day and person of each dated term in a post; an open term ends never."""
    found = []
    for term in offices.subjects(AP.holds, URIRef(f"{ID}post/{post}")):
        first, last = offices.value(term, AP.notBefore), offices.value(term, AP.notAfter)
        person = str(offices.value(term, ORG.member)).rsplit("/", 1)[1]
        if first is not None:
            found.append((str(first), str(last or "9999-12-31"), person))
    return sorted(found)


def test_a_term_names_a_person_and_a_post_that_are_described(offices: Graph) -> None:
    terms_of_office = set(offices.subjects(RDF.type, ORG.Membership))
    assert len(terms_of_office) > 60
    for term in terms_of_office:
        assert (offices.value(term, ORG.member), RDF.type, SCHEMA.Person) in offices, term
        assert (offices.value(term, AP.holds), RDF.type, ORG.Post) in offices, term


def test_the_name_of_a_term_is_that_of_its_post_and_its_person(offices: Graph) -> None:
    for term in offices.subjects(RDF.type, ORG.Membership):
        post = str(offices.value(term, AP.holds)).rsplit("/", 1)[1]
        person = str(offices.value(term, ORG.member)).rsplit("/", 1)[1]
        assert str(term).removesuffix("-2") == f"{ID}tenure/{post}/{person}"


@pytest.mark.parametrize(
    "post",
    [
        "nasa-administrator",
        "nasa-associate-administrator",
        "roscosmos-director-general",
        "esa-director-general",
        "ussf-chief-of-space-operations",
        "chn-foreign-minister",
        "chn-president",
    ],
)
def test_nobody_takes_office_long_before_the_last_one_left(offices: Graph, post: str) -> None:
    """Terms may share the day, month or year in which one followed the other, no more."""
    dated = terms(offices, post)
    assert len(dated) > 1
    for (first, _, one), (later, _, other) in pairwise(dated):
        assert first < later, (one, other)
    for (_, last, one), (later, _, other) in pairwise(dated):
        assert last[:4] <= later[:4], (one, other)


def test_who_led_nasa_and_cnsa(offices: Graph) -> None:
    def on(post: str, day: str) -> set[str]:
        return {person for first, last, person in terms(offices, post) if first <= day <= last}

    assert on("nasa-administrator", "2023-12-04") == {"bill-nelson"}
    assert on("nasa-administrator", "2025-10-01") == {"sean-duffy"}
    assert on("nasa-administrator", "2026-09-25") == {"jared-isaacman"}
    assert on("cnsa-administrator", "2021-03-09") == {"zhang-kejian"}
    assert on("cnsa-administrator", "2025-04-24") == {"shan-zhongde"}
    assert on("roscosmos-director-general", "2021-03-09") == {"dmitry-rogozin"}
    assert on("ussf-chief-of-space-operations", "2024-02-13") == {"chance-saltzman"}


def test_rival_days_are_kept_and_one_is_preferred(offices: Graph) -> None:
    ranks: dict[Node | None, list[str]] = defaultdict(list)
    for statement in offices.subjects(RDF.type, AP.Statement):
        rank = str(offices.value(statement, AP["rank"])).rsplit("/", 1)[1]
        ranks[offices.value(statement, AP.aboutThing)].append(rank)
    assert len(ranks) >= 3
    for term, found in ranks.items():
        assert (term, RDF.type, ORG.Membership) in offices, term
        assert sorted(found) == ["normal", "preferred"], term


def test_everything_has_a_label_and_a_source_that_is_described(root: Path, offices: Graph) -> None:
    sources = Graph()
    for path in sorted((root / "data/sources").glob("*.ttl")):
        sources.parse(path, format="turtle")
    for kind in (ORG.Membership, ORG.Post, SCHEMA.Person):
        for thing in offices.subjects(RDF.type, kind):
            assert (thing, RDFS.label, None) in offices, thing
            named = list(offices.objects(thing, DCTERMS.source))
            assert named, thing
            for source in named:
                assert (source, RDFS.label, None) in sources, source


def test_a_post_belongs_to_an_actor_of_the_record(root: Path, offices: Graph) -> None:
    actors = Graph()
    for path in sorted((root / "data/actors").glob("*.ttl")):
        actors.parse(path, format="turtle")
    for post, holder in offices.subject_objects(AP.postOf):
        assert (holder, RDF.type, None) in actors, post
