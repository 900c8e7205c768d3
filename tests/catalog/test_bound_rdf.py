"""A verdict as RDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound import verdict
from astropact.catalog.bound_lists import changes
from astropact.catalog.bound_question import answer, read_question
from astropact.catalog.bound_rdf import to_ntriples, verdict_iri
from astropact.catalog.facts import written
from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import AP, PROV, RDF, thing
from astropact.store import GraphFile, OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from astropact.catalog.bound_model import Verdict
    from astropact.store import Store

PREFIXES = f"PREFIX ap: <{AP}> PREFIX prov: <{PROV}> "


@pytest.fixture(scope="module")
def found(store: Store) -> Verdict:
    standings: Standings = read_standings(store)
    return verdict(
        store,
        standings,
        thing("state", "sau"),
        thing("instrument", "moon-agreement"),
        "2023-06-01",
    )


@pytest.fixture(scope="module")
def made(found: Verdict) -> Iterator[Store]:
    with OxigraphStore.in_memory() as store:
        content = to_ntriples(found)
        store.replace_graphs({"urn:g": GraphFile(content, "application/n-triples")})
        yield store


def test_the_iri_is_the_question(found: Verdict) -> None:
    assert verdict_iri(found) == (
        "https://w3id.org/astropact/bound?actor=state/sau&instrument=moon-agreement&on=2023-06-01"
    )


@pytest.mark.parametrize(
    "pattern",
    [
        "?v a ap:BoundVerdict , prov:Entity ; ap:onDay ?day ; ap:confidence 'high'",
        "?v ap:standing <https://w3id.org/astropact/concept/standing/bound>",
        "?v prov:wasGeneratedBy <https://w3id.org/astropact/id/rule/binding-period>",
        "?v prov:wasDerivedFrom <https://w3id.org/astropact/id/period/moon-agreement/sau/1>",
        "?v prov:wasDerivedFrom ?act . ?act ap:supportedBy ?s . ?s ap:statedIn ?source",
        "?v prov:wasDerivedFrom ?s . ?s prov:hadPrimarySource ?source . ?source rdfs:label ?label",
        "?v ap:because ?sentence FILTER (LANG(?sentence) = 'en')",
    ],
)
def test_the_grounds_are_in_the_graph(made: Store, pattern: str) -> None:
    rdfs = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    assert made.query(f"{PREFIXES}{rdfs} ASK {{ {pattern} }}"), pattern


def test_every_sentence_is_in_the_graph(made: Store, found: Verdict) -> None:
    rows = made.query(f"{PREFIXES} SELECT ?text {{ ?v a ap:BoundVerdict ; ap:because ?text }}")
    texts = {row["text"].value for row in rows.rows()}
    assert texts == {found.summary, *(step.sentence for step in found.chain)}


def test_nothing_is_said_twice(found: Verdict) -> None:
    lines = to_ntriples(found).decode().splitlines()
    assert len(lines) == len(set(lines))


def test_norms_are_told_as_on_record(store: Store, found: Verdict) -> None:
    content = to_ntriples(found).decode()
    rows = store.query(
        f"{PREFIXES} SELECT ?norm ?p ?o {{ VALUES ?p {{ ap:conduct ap:note ap:expressedIn }} "
        f"?norm ap:expressedIn <{thing('provision', 'moon-agreement/art-11-3')}> ; ?p ?o }}"
    )
    told = [written((row["norm"].value, row["p"].value, row["o"])) for row in rows.rows()]
    assert told
    for triple in told:
        assert " ".join(triple) in content


def test_an_absence_names_its_grounds(store: Store) -> None:
    moon, day = thing("instrument", "moon-agreement"), "2015-01-01"
    found = verdict(store, read_standings(store), thing("state", "chn"), moon, day)
    assert f"<{PROV}wasDerivedFrom> <{moon}>" in to_ntriples(found).decode()


def test_changes_are_the_periods_on_record(store: Store) -> None:
    found = changes(
        store, read_standings(store), "2022-01-01", "2024-12-31", actor=thing("state", "sau")
    )
    lines = to_ntriples(found).decode().splitlines()
    period = thing("period", "moon-agreement/sau/1")
    assert any(line.startswith(f"<{period}> <{PROV}wasGeneratedBy>") for line in lines)
    assert any(line.startswith(f"<{period}> <{AP}until>") for line in lines)
    assert store.query(f"ASK {{ {' '.join(lines)} }}")


@pytest.mark.parametrize("actor", ["", "state/usa"])
def test_duties_are_norms(store: Store, actor: str) -> None:
    asked = {"trigger": "breakup", "actor": actor, "on": "2020-01-01"}
    found = answer(store, read_standings(store), read_question(store, asked, ""))
    content = to_ntriples(found).decode()
    assert f"<{RDF}type> <{AP}Norm>" in content
    assert ("BoundVerdict" in content) == bool(actor)
