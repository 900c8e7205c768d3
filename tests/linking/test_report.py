"""What is wrong with links is found; the shipped record has nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.linking.report import find_problems
from astropact.namespaces import thing
from astropact.store import GraphFile, OxigraphStore

if TYPE_CHECKING:
    from astropact.store import Store

PLANTED = b"""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix state: <https://w3id.org/astropact/id/state/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix ror: <https://ror.org/> .
state:aaa skos:exactMatch wd:Q1 , ror:027ka1x81 ; rdfs:label "One"@en .
state:bbb skos:exactMatch wd:Q1 , wd:Q2 ; rdfs:label "ONE"@en .
state:ccc skos:exactMatch wd:Q0 ; rdfs:label "Three"@en .
"""


def test_each_problem_is_found() -> None:
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({"urn:planted": GraphFile(PLANTED)})
        found = find_problems(store)
    by_problem = {
        problem: [item for item in found if item.problem == problem]
        for problem in ("form", "shared", "doubled", "unsupported", "namesake")
    }
    a, b, c = (thing("state", slug) for slug in ("aaa", "bbb", "ccc"))
    assert {item.things for item in by_problem["form"]} == {(a,), (c,)}
    assert [item.things for item in by_problem["shared"]] == [(a, b)]
    assert [item.things for item in by_problem["doubled"]] == [(b,)]
    assert len(by_problem["unsupported"]) == 5
    assert [item.things for item in by_problem["namesake"]] == [(a, b)]
    assert [item.fault for item in by_problem["namesake"]] == [False]


def test_the_record_has_no_fault(store: Store) -> None:
    assert [item for item in find_problems(store) if item.fault] == []
