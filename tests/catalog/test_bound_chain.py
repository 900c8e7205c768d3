"""The chain of every verdict stands in the store, triple by triple."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound import verdict
from astropact.catalog.bound_chain import act_step, disputes_of, is_leaving, load_evidence
from astropact.catalog.facts import Facts
from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import thing

if TYPE_CHECKING:
    from astropact.catalog.bound_model import Verdict
    from astropact.store import Store

DAYS = ("1975-01-01", "1993-01-01", "2024-01-05")
AGREES = {
    "bound": re.compile(r" (is|and is) bound by "),
    "committed": re.compile(r" is politically committed to .*, not bound in law, "),
    "contested": re.compile(r"^Whether .* is contested: "),
    "not-bound": re.compile(r" is not (bound by|committed to) "),
    "unknown": re.compile(r"^Whether .* is unknown: "),
}


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


@pytest.fixture(scope="module")
def verdicts(store: Store, standings: Standings) -> list[Verdict]:
    """Verdicts on 160 pairs and three days: pairs with periods, with acts alone, with nothing."""
    chosen = random.Random(4)
    held = sorted({(p.actor, p.instrument) for p in standings.periods})
    acted = sorted(standings.grounds.kinds.keys() - set(held))
    actors, texts = sorted({p.actor for p in standings.periods}), sorted(standings.grounds.texts)
    pairs = chosen.sample(held, 80) + chosen.sample(acted, 40)
    pairs += [(chosen.choice(actors), chosen.choice(texts)) for _ in range(40)]
    pairs += [(thing("state", "rus"), thing("instrument", "outer-space-treaty"))]
    return [verdict(store, standings, *pair, day) for pair in pairs for day in DAYS]


def test_every_value_is_among_them(verdicts: list[Verdict]) -> None:
    counts = Counter(found.verdict for found in verdicts)
    assert counts.keys() == AGREES.keys()
    assert sum(counts.values()) >= 450


def test_every_sentence_is_backed_by_the_store(store: Store, verdicts: list[Verdict]) -> None:
    triples = set()
    queries = set()
    for found in verdicts:
        for step in found.chain:
            assert step.triples or step.query, step.sentence
            triples |= set(step.triples)
            if step.query:
                queries.add(step.query)
    for triple in triples:
        assert store.query(f"ASK {{ {' '.join(triple)} }}"), triple
    assert queries
    for query in queries:
        assert not store.query(query), query


def test_every_sentence_is_english_without_addresses(verdicts: list[Verdict]) -> None:
    for found in verdicts:
        assert found.chain, found.summary
        for text in [found.summary, *(step.sentence for step in found.chain)]:
            assert text.endswith("."), text
            assert text[0].isupper(), text
            assert len(text.split()) > 3, text
            assert "://" not in text, text
            assert "None" not in text, text
            assert "somebody" not in text, text


def test_the_summary_agrees_with_the_verdict(verdicts: list[Verdict]) -> None:
    for found in verdicts:
        assert AGREES[found.verdict].search(found.summary), found.summary
        assert found.on in found.summary
        assert found.actor.label in found.summary


def test_every_verdict_has_a_confidence_with_a_reason(verdicts: list[Verdict]) -> None:
    levels = set()
    for found in verdicts:
        assert found.confidence is not None
        assert found.confidence.because.endswith(".")
        levels.add(found.confidence.level)
        if found.verdict in ("contested", "unknown"):
            assert found.confidence.level == "low"
    assert levels == {"high", "medium", "low"}


def test_the_sources_of_an_act_are_cited_with_their_places(store: Store) -> None:
    act = thing("act", "moon-agreement/sau/accession")
    facts = Facts(store)
    load_evidence(facts, [act])
    step = act_step(facts, act)
    assert step.sentence == (
        "Saudi Arabia: accession, Moon Agreement, on 2012-07-18, deposited with United Nations; "
        "it took effect on 2012-08-17."
    )
    assert [source.tier for source in step.sources] == sorted(s.tier for s in step.sources)
    assert step.sources[0].locator == "chapter XXIV-2, row Saudi Arabia"
    assert step.sources[0].url.startswith("https://")
    assert not is_leaving(facts, act)


def test_what_speaks_against_an_act_is_told(store: Store) -> None:
    act = thing("act", "outer-space-treaty/sun/ratification")
    facts = Facts(store)
    load_evidence(facts, [act])
    disputes = disputes_of(facts, [act])
    assert [dispute.rank for dispute in disputes] == ["deprecated"]
    assert disputes[0].says.startswith("ratification on 1967-10-31")


def test_the_final_clause_that_gives_the_delay_is_told(store: Store, standings: Standings) -> None:
    found = verdict(
        store,
        standings,
        thing("state", "sau"),
        thing("instrument", "moon-agreement"),
        "2023-06-01",
    )
    clauses = [step for step in found.chain if step.kind == "clause"]
    assert len(clauses) == 2
    assert "Article 19, paragraph 4" in clauses[0].sentence
    assert "one year after receipt" in clauses[1].sentence
    first = verdict(
        store,
        standings,
        thing("state", "aut"),
        thing("instrument", "moon-agreement"),
        "1990-01-01",
    )
    assert any("entry into force" in step.sentence for step in first.chain if step.kind == "clause")


def test_a_succession_is_a_step(store: Store, standings: Standings) -> None:
    found = verdict(
        store,
        standings,
        thing("state", "rus"),
        thing("instrument", "outer-space-treaty"),
        "1995-01-01",
    )
    (step,) = [step for step in found.chain if step.kind == "succession"]
    assert step.sentence == "Russia followed the Soviet Union on 1991-12-26 (continuation)."
    assert step.sources
