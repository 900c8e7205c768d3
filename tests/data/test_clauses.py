"""The final clauses of the shipped record, beside its instruments and the rules that compute."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from rdflib import DCTERMS, RDF, Graph, Namespace, URIRef

from astropact.namespaces import AP, concept, thing
from astropact.reasoning.dates import after_days, after_months
from astropact.reasoning.effect import consent_effect, withdrawal_effect
from astropact.reasoning.model import Instrument
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib.term import Node

NS = Namespace(AP)
DEPOSIT = date(2030, 1, 31)
UN_TREATIES = (
    "outer-space-treaty",
    "rescue-agreement",
    "liability-convention",
    "registration-convention",
    "moon-agreement",
)


@pytest.fixture(name="clauses", scope="module")
def final_clauses(root: Path) -> Graph:
    return read_turtle(sorted((root / "data" / "clauses").glob("*.ttl")))


@pytest.fixture(name="others", scope="module")
def instruments_and_provisions(root: Path) -> Graph:
    folders = (root / "data" / "instruments", root / "data" / "norms")
    return read_turtle([path for folder in folders for path in sorted(folder.glob("*.ttl"))])


@pytest.fixture(name="concepts", scope="module")
def effect_rules(root: Path) -> Graph:
    return read_turtle([root / "ontology" / "concepts" / "effect-rule.ttl"])


def of_kind(clauses: Graph, *kinds: str) -> list[Node]:
    return [
        node
        for kind in kinds
        for node in clauses.subjects(NS.clauseKind, URIRef(concept("clause-kind", kind)))
    ]


def rules_of(clauses: Graph, instrument: Node) -> set[Node]:
    effective = of_kind(clauses, "effect-for-later-party", "withdrawal-effect")
    return {
        rule
        for node in effective
        if clauses.value(node, NS.clauseOf) == instrument
        for rule in clauses.objects(node, NS.effectRule)
    }


def test_instruments_have_the_rules_that_their_clauses_fix(clauses: Graph, others: Graph) -> None:
    instruments = set(clauses.objects(None, NS.clauseOf))
    assert len(instruments) == 19
    for instrument in instruments:
        assert set(others.objects(instrument, NS.effectRule)) == rules_of(clauses, instrument)


def test_every_treaty_with_a_rule_has_the_clause(clauses: Graph, others: Graph) -> None:
    treaties = set(others.subjects(RDF.type, NS.Treaty))
    for instrument in set(others.subjects(NS.effectRule, None)) & treaties:
        if list(others.objects(instrument, NS.depositary)):
            assert rules_of(clauses, instrument), instrument


def test_a_clause_counts_as_its_rule_does(clauses: Graph, concepts: Graph) -> None:
    for node, rule in clauses.subject_objects(NS.effectRule):
        for delay in (NS.delayDays, NS.delayMonths):
            assert clauses.value(node, delay) == concepts.value(rule, delay), node


def counted(clauses: Graph, node: Node, start: date) -> date:
    days, months = clauses.value(node, NS.delayDays), clauses.value(node, NS.delayMonths)
    day = after_days(start, int(str(days or 0)))
    return after_months(day, int(str(months))) if months is not None else day


def test_the_program_counts_as_the_clauses_say(clauses: Graph) -> None:
    checked = 0
    for kind in ("effect-for-later-party", "withdrawal-effect"):
        for node in of_kind(clauses, kind):
            rule = str(clauses.value(node, NS.effectRule) or "").rpartition("/")[2]
            slug = str(clauses.value(node, NS.clauseOf)).removeprefix(thing("instrument", ""))
            signed = rule == "on-signature" or slug == "iss-intergovernmental-agreement"
            if not rule or signed or rule == "end-of-next-financial-year":
                continue
            instrument = Instrument(
                iri=thing("instrument", slug),
                slug=slug,
                label=slug,
                in_force=(date(1960, 1, 1),),
                effect_rules=frozenset({rule}),
            )
            found = (
                consent_effect(instrument, DEPOSIT).on
                if kind == "effect-for-later-party"
                else withdrawal_effect(instrument, DEPOSIT)
            )
            assert found == counted(clauses, node, DEPOSIT), node
            checked += 1
    assert checked == 24


def test_clauses_stand_in_provisions_of_their_own_instrument(clauses: Graph, others: Graph) -> None:
    everything = clauses + others
    for node, provision in clauses.subject_objects(NS.laidDownIn):
        whole = everything.value(provision, NS.provisionOf)
        assert whole == clauses.value(node, NS.clauseOf), provision


def test_provisions_are_described_once(clauses: Graph, others: Graph) -> None:
    twice = set(clauses.subjects(RDF.type, NS.Provision)) & set(
        others.subjects(RDF.type, NS.Provision)
    )
    assert not twice


def test_a_silent_text_has_no_place_for_what_it_does_not_say(clauses: Graph) -> None:
    silent = set(clauses.subjects(NS.textSilent, None))
    assert silent
    for node in silent:
        assert not list(clauses.objects(node, NS.laidDownIn))
        assert not list(clauses.objects(node, NS.effectRule))


def test_every_clause_names_its_source(clauses: Graph) -> None:
    for node in clauses.subjects(RDF.type, NS.FinalClause):
        assert list(clauses.objects(node, DCTERMS.source)), node


@pytest.mark.parametrize("slug", UN_TREATIES)
def test_the_five_treaties_of_the_united_nations_are_complete(clauses: Graph, slug: str) -> None:
    kinds = {
        str(clauses.value(node, NS.clauseKind)).rpartition("/")[2]
        for node in clauses.subjects(NS.clauseOf, URIRef(thing("instrument", slug)))
    }
    assert kinds >= {
        "signature-period",
        "who-may-join",
        "entry-into-force",
        "effect-for-later-party",
        "depositary",
        "amendment",
        "withdrawal-notice",
        "withdrawal-effect",
        "declaration-by-organisation",
        "provisional-application",
        "succession-practice",
    }


def test_organisations_can_declare_under_four_of_the_five(clauses: Graph) -> None:
    closed = {
        str(clauses.value(node, NS.clauseOf)).rpartition("/")[2]
        for node in of_kind(clauses, "declaration-by-organisation")
        if clauses.value(node, NS.textSilent) is not None
    }
    assert closed == {
        "outer-space-treaty",
        "partial-test-ban-treaty",
        "iss-intergovernmental-agreement",
    }
