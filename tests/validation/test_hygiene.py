"""The record is clean, and each hygiene rule finds the fault that it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.config import record_root
from astropact.errors import RecordFault
from astropact.store import GraphFile
from astropact.validation.hygiene import (
    Rule,
    check_hygiene,
    find_faults,
    load_files,
    load_rules,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store import Store

RULES = load_rules(record_root())
PLANTED_GRAPH = "https://w3id.org/astropact/graph/ontology/planted"
PREFIXES = """
@prefix ap: <https://w3id.org/astropact/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kind: <https://w3id.org/astropact/concept/act-kind/> .
@prefix concept: <https://w3id.org/astropact/concept/> .
@prefix ontology: <https://w3id.org/astropact/ontology/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix state: <https://w3id.org/astropact/id/state/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <https://example.org/> .
"""
HEADER = "ontology:planted a owl:Ontology ."

# For each rule: triples that break it, and a value that the row of the fault must show.
PLANTED: dict[str, list[tuple[str, str]]] = {
    "01-term-declared": [
        ("ex:a ap:ratifies ex:b .", "ap:ratifies"),
        ("ex:a a ap:Pact .", "ap:Pact"),
    ],
    "02-label-present": [
        ("ap:Pact a owl:Class .", "ap:Pact"),
        ('ap:Pact a owl:Class ; rdfs:label "pacte"@fr .', "ap:Pact"),
    ],
    "03-label-single": [('ap:Treaty rdfs:label "pact"@en .', "ap:Treaty")],
    "04-label-unique": [('ap:Pact a owl:Class ; rdfs:label "treaty"@en .', "treaty")],
    "05-label-lower-case": [
        ('ap:Pact a owl:Class ; rdfs:label "Pact"@en .', "Pact"),
        ('ap:Pact a owl:Class ; rdfs:label "a Pact"@en .', "a Pact"),
    ],
    "06-definition-single": [
        ("ap:Pact a owl:Class .", "ap:Pact"),
        ('ap:Treaty skos:definition "A second way to say it all over."@en .', "ap:Treaty"),
        ('ap:Pact a owl:Class ; skos:definition "Accord entre plusieurs pays."@fr .', "ap:Pact"),
    ],
    "07-definition-not-circular": [
        (
            'ap:Pact a owl:Class ; rdfs:label "space pact"@en ;'
            ' skos:definition "Instrument that is a space pact, or more."@en .',
            "ap:Pact",
        )
    ],
    "08-definition-form": [
        ('ap:Pact a owl:Class ; skos:definition "Too short."@en .', "ap:Pact"),
        ('ap:Pact a owl:Class ; skos:definition "No full stop at the end here"@en .', "ap:Pact"),
    ],
    "09-definition-unique": [
        (
            'ap:Pact skos:definition "The same seven words once more here."@en .'
            'ap:Deal skos:definition "The same seven words once more here."@en .',
            "ap:Deal",
        )
    ],
    "10-term-in-its-module": [
        ("ap:Pact a owl:Class .", "ap:Pact"),
        ("ap:Pact a owl:Class ; rdfs:isDefinedBy ontology:core .", "ap:Pact"),
        ("ap:Treaty rdfs:isDefinedBy ontology:core .", "ap:Treaty"),
    ],
    "11-header-complete": [
        (HEADER, "dcterms:license"),
        (HEADER, "owl:versionIRI"),
    ],
    "12-version-dated": [
        (
            "ontology:planted a owl:Ontology ; owl:versionIRI ontology:planted\\/1 ;"
            ' owl:versionInfo "1" .',
            "1",
        ),
        (
            "ontology:planted a owl:Ontology ; owl:versionIRI ontology:planted\\/2026-11-22 ;"
            ' owl:versionInfo "2026-11-23" .',
            "2026-11-23",
        ),
    ],
    "13-imports-known": [
        (HEADER + "ontology:planted owl:imports ex:elsewhere .", "https://example.org/elsewhere")
    ],
    "14-imports-sufficient": [
        (HEADER + "ex:Pact rdfs:subClassOf ap:Treaty .", "ap:Treaty"),
        (
            HEADER + "ontology:planted owl:imports ontology:actors . ex:x rdfs:domain ap:Treaty .",
            "ap:Treaty",
        ),
    ],
    "15-module-size": [
        (
            "".join(
                f"ap:C{number} a owl:Class ; rdfs:isDefinedBy ontology:core ."
                for number in range(36)
            ),
            "https://w3id.org/astropact/ontology/core",
        )
    ],
    "16-axiom-classes-declared": [
        ("ap:actor rdfs:domain ap:Pact .", "ap:Pact"),
        ("ap:Treaty rdfs:subClassOf ex:Contract .", "https://example.org/Contract"),
        ("ap:Treaty owl:disjointWith ap:Pact .", "ap:Pact"),
    ],
    "17-axiom-properties-declared": [
        ("ap:actor rdfs:subPropertyOf ex:agent .", "https://example.org/agent")
    ],
    "18-property-range": [
        ("ap:signs a owl:ObjectProperty .", "ap:signs"),
        ("ap:actor rdfs:range ap:State .", "ap:actor"),
    ],
    "19-range-in-datatype-map": [
        ("ap:day a owl:DatatypeProperty ; rdfs:range xsd:date .", "ap:day"),
        ("ap:day a owl:DatatypeProperty ; rdfs:range ex:day .", "ap:day"),
    ],
    "20-one-kind-of-entity": [
        ("ap:note a owl:AnnotationProperty .", "ap:note"),
        ("ap:Treaty a skos:Concept .", "ap:Treaty"),
    ],
    "21-ontology-predicates-declared": [
        (HEADER + "ex:a ex:undeclared ex:b .", "https://example.org/undeclared")
    ],
    "22-hierarchy-acyclic": [
        ("ap:Actor rdfs:subClassOf ap:State .", "ap:Actor"),
        ("kind:consent-to-be-bound skos:broader kind:accession .", "act-kind:accession"),
        ("ex:p rdfs:subPropertyOf ex:q . ex:q rdfs:subPropertyOf ex:p .", "https://example.org/p"),
    ],
    "23-retired-with-reason": [
        ("ap:Treaty owl:deprecated true .", "ap:Treaty"),
        ("ap:Treaty owl:deprecated true ; dcterms:isReplacedBy ap:Bill .", "ap:Treaty"),
    ],
    "24-concept-complete": [
        ("kind:planted a skos:Concept .", "skos:definition"),
        ("kind:planted a skos:Concept .", "skos:inScheme"),
        ("kind:planted a skos:Concept .", "skos:notation"),
        ('kind:accession skos:prefLabel "joining"@en .', "act-kind:accession"),
    ],
    "25-concept-placed": [
        (
            "kind:planted a skos:Concept ; skos:inScheme concept:act-kind ;"
            ' skos:notation "planted" .',
            "act-kind:planted",
        ),
        (
            "kind:planted a skos:Concept ; skos:inScheme concept:rank ;"
            ' skos:topConceptOf concept:rank ; skos:notation "planted" .',
            "act-kind:planted",
        ),
    ],
    "26-concept-label-unique": [
        (
            'kind:planted skos:inScheme concept:act-kind ; skos:prefLabel "accession"@en .',
            "accession",
        )
    ],
    "27-scheme-complete": [("concept:planted a skos:ConceptScheme .", "skos:hasTopConcept")],
    "28-concept-known": [("ex:a ap:actKind kind:handshake .", "act-kind:handshake")],
    "29-no-blank-nodes": [
        ("ex:a ap:actor [] .", "ap:actor"),
        ('[] rdfs:label "nameless"@en .', "rdfs:label"),
    ],
    "30-triple-in-one-graph": [("ap:Treaty a owl:Class .", "ap:Treaty")],
    "31-coarse-wikidata-properties": [
        ("kind:accession skos:exactMatch wd:P6193 .", "act-kind:accession"),
        ("ap:actor rdfs:subPropertyOf wd:P1891 .", "ap:actor"),
        ("ex:a <http://www.wikidata.org/prop/direct/P1891> ex:b .", "wdp:P1891"),
    ],
    "32-domain-fits-class": [("ex:a a ap:Treaty ; ap:trustTier 1 .", "ap:trustTier")],
    "33-range-fits-class": [
        ("ex:a a ap:Treaty . ex:b a ap:Statement ; ap:statedIn ex:a .", "ap:statedIn")
    ],
    "34-functional-property-single": [
        ("ex:a ap:statedIn ex:b , ex:c .", "ap:statedIn"),
        ('ex:a ap:asOf "2024-01-01"^^xsd:date , "2024-01-02"^^xsd:date .', "ap:asOf"),
    ],
    "35-link-with-evidence": [
        ("state:sau skos:exactMatch wd:Q1 .", "state:sau"),
        ('state:sau ap:gcatCode "XX" .', "XX"),
    ],
    "36-identifier-of-another": [("state:vat skos:exactMatch wd:Q237 .", "state:vat")],
}
CASES = [
    pytest.param(name, turtle, shown, id=f"{name}-{number}")
    for name, cases in PLANTED.items()
    for number, (turtle, shown) in enumerate(cases, 1)
]


@pytest.fixture(scope="module")
def files(root: Path) -> Iterator[Store]:
    """Every file of the record in one store; a test that plants a graph removes it again."""
    with load_files(root) as store:
        yield store


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_record_is_clean(rule: Rule, files: Store) -> None:
    assert [str(fault) for fault in find_faults(files, [rule])] == []


@pytest.mark.parametrize(("name", "turtle", "shown"), CASES)
def test_rule_finds_planted_fault(name: str, turtle: str, shown: str, files: Store) -> None:
    (rule,) = [rule for rule in RULES if rule.name == name]
    planted = GraphFile((PREFIXES + turtle).encode(), name="planted.ttl")
    files.replace_graphs({PLANTED_GRAPH: planted})
    try:
        faults = find_faults(files, [rule])
    finally:
        files.replace_graphs({}, drop=[PLANTED_GRAPH])
    assert shown in {value for fault in faults for value in fault.values.values()}


def test_every_rule_has_a_planted_fault() -> None:
    assert sorted(PLANTED) == [rule.name for rule in RULES]


def test_rules_state_themselves_as_sentences() -> None:
    statements = [rule.statement for rule in RULES]
    assert len(set(statements)) == len(statements)
    for statement in statements:
        assert statement[0].isupper()
        assert statement.endswith(".")


def test_check_names_rule_and_term(tmp_path: Path, root: Path) -> None:
    folder = tmp_path / "ontology" / "hygiene"
    folder.mkdir(parents=True)
    rule = root / "ontology" / "hygiene" / "02-label-present.rq"
    (folder / rule.name).write_bytes(rule.read_bytes())
    (tmp_path / "ontology" / "planted.ttl").write_text(
        PREFIXES + "ap:Pact a owl:Class .", encoding="utf-8"
    )
    (fault,) = check_hygiene(tmp_path)
    assert fault.rule.name == "02-label-present"
    assert fault.values == {"term": "ap:Pact"}
    assert "ap:Pact" in str(fault)
    assert "label" in str(fault)


def test_rule_without_statement_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "ontology" / "hygiene"
    folder.mkdir(parents=True)
    (folder / "01-silent.rq").write_text("SELECT * WHERE { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(RecordFault, match="does not say what it demands"):
        load_rules(tmp_path)


def test_record_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordFault, match="no hygiene rules"):
        load_rules(tmp_path)


@pytest.mark.parametrize(
    ("query", "message"),
    [("SELECT ?s WHERE { ?s ?p", "cannot be run"), ("ASK { ?s ?p ?o }", "not a SELECT")],
)
def test_rule_that_cannot_judge_is_refused(query: str, message: str, files: Store) -> None:
    with pytest.raises(RecordFault, match=message):
        find_faults(files, [Rule("99-broken", "Broken.", query)])
