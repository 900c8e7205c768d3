from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.errors import RecordFault
from astropact.namespaces import AP, GRAPH, INFERRED_GRAPH, PREFIXES, PROV, concept
from astropact.reasoning.rules import derive
from astropact.reasoning.verdicts import judge, read_checks, unjudged
from astropact.store.base import GraphFile
from astropact.store.oxigraph import OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store.base import Store

CLAIMS = """
claim:x-1 a ap:Claim ; ap:checkedBy check:age ; ap:aboutThing state:sau .
claim:x-2 a ap:Claim ; ap:checkedBy check:other ; ap:aboutThing state:sau .
state:sau rdfs:label "Saudi \\"Arabia\\""@en .
"""
HEADER = "# title: How old is it?\n# description: Looks at the day,\n#   and counts.\n"
QUERY = """PREFIX ap: <https://w3id.org/astropact/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?claim ?verdict ?because ?subject ?predicate ?object {
  ?claim ap:checkedBy <https://w3id.org/astropact/id/check/age> ; ap:aboutThing ?subject .
  BIND(rdfs:label AS ?predicate) ?subject ?predicate ?object .
  BIND(<https://w3id.org/astropact/concept/verdict/corroborated> AS ?verdict)
  BIND(CONCAT("It is ", STR(?object), ".\\n") AS ?because)
}
"""


@pytest.fixture(name="small")
def small_store() -> Iterator[Store]:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({GRAPH + "claims": GraphFile((prefixes + CLAIMS).encode())})
        yield store


@pytest.fixture(name="folder")
def checks_folder(tmp_path: Path) -> Path:
    """``ontology/questions/checks`` with one check, beside empty rules."""
    (tmp_path / "rules").mkdir()
    checks = tmp_path / "questions" / "checks"
    checks.mkdir(parents=True)
    (checks / "age.rq").write_text(HEADER + QUERY, "utf-8")
    return checks


def test_a_check_says_what_it_asks_and_how(folder: Path) -> None:
    (check,) = read_checks(folder)
    assert (check.slug, check.title) == ("age", "How old is it?")
    assert check.description == "Looks at the day, and counts."
    (folder / "bare.rq").write_text(QUERY, "utf-8")
    with pytest.raises(RecordFault, match="does not say what it checks"):
        read_checks(folder)


def test_verdicts_are_worded_with_what_they_rest_on(small: Store, folder: Path) -> None:
    derive(small, folder.parent.parent / "rules")
    assert small.size(INFERRED_GRAPH) > 0
    rows = list(
        small.query(f"""
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?claim ?because ?check ?s ?p ?o {{
          ?verdict a <{AP}Verdict> ; <{AP}verdictOn> ?claim ; <{AP}because> ?because ;
            <{PROV}wasGeneratedBy> ?check ; <{AP}restsOn> ?evidence .
          ?evidence rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
          ?s ?p ?o . ?claim <{AP}verdict> <{concept('verdict', 'corroborated')}> .
        }}""").rows()
    )
    assert [row["claim"].value.rpartition("/")[2] for row in rows] == ["x-1"]
    assert rows[0]["because"].value == 'It is Saudi "Arabia".\n'
    assert rows[0]["check"].value.endswith("/check/age")
    assert [
        (claim.rpartition("/")[2], check.rpartition("/")[2]) for claim, check in unjudged(small)
    ] == [("x-2", "other")]


def test_deriving_again_changes_nothing(small: Store, folder: Path) -> None:
    first = derive(small, folder.parent.parent / "rules")
    assert derive(small, folder.parent.parent / "rules") == first


def test_two_verdicts_on_one_claim_are_a_fault(small: Store, folder: Path) -> None:
    (folder / "twin.rq").write_text(HEADER + QUERY, "utf-8")
    with pytest.raises(RecordFault, match="two checks, age and twin"):
        judge(small, folder)
    (folder / "twin.rq").unlink()
    two = QUERY.replace('BIND(CONCAT("It is "', 'VALUES ?word { "a" "b" } BIND(CONCAT(?word')
    (folder / "age.rq").write_text(HEADER + two, "utf-8")
    with pytest.raises(RecordFault, match="twice"):
        judge(small, folder)


def test_what_is_no_verdict_is_a_fault(small: Store, folder: Path) -> None:
    (folder / "age.rq").write_text(HEADER + QUERY.replace("corroborated", "true"), "utf-8")
    with pytest.raises(RecordFault, match="no verdict"):
        judge(small, folder)
    (folder / "age.rq").write_text(HEADER + "ASK { ?s ?p ?o }", "utf-8")
    with pytest.raises(RecordFault, match="not a SELECT"):
        judge(small, folder)
    (folder / "age.rq").write_text(HEADER + "SELECT nonsense", "utf-8")
    with pytest.raises(RecordFault, match="cannot be run"):
        judge(small, folder)


def test_a_fault_leaves_the_old_verdicts(small: Store, folder: Path) -> None:
    derive(small, folder.parent.parent / "rules")
    before = small.size(INFERRED_GRAPH)
    (folder / "age.rq").write_text(HEADER + "SELECT nonsense", "utf-8")
    with pytest.raises(RecordFault):
        derive(small, folder.parent.parent / "rules")
    assert small.size(INFERRED_GRAPH) == before


def test_the_record_judges_every_claim_on_triples_that_it_holds(store: Store) -> None:
    assert unjudged(store) == []
    astray = store.query(f"""
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?evidence {{
          ?verdict <{AP}restsOn> ?evidence .
          ?evidence rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
          MINUS {{ ?s ?p ?o }}
        }}""")
    assert list(astray.rows()) == []


def test_facts_decide_nothing_without_evidence(store: Store) -> None:
    """Whoever says corroborated, contradicted or imprecise shows what from."""
    bare = store.query(f"""
        SELECT ?claim ?verdict {{
          ?judgement <{AP}verdictOn> ?claim ; <{AP}verdict> ?verdict .
          FILTER(!STRENDS(STR(?verdict), "unverifiable"))
          MINUS {{ ?judgement <{AP}restsOn> ?evidence }}
        }}""")
    assert [row["claim"].value for row in bare.rows()] == []


def test_known_cases(store: Store) -> None:
    """Accession is not signature, a closed list excludes, a month off contradicts."""
    rows = store.query(
        f"SELECT ?claim ?verdict {{ ?claim a <{AP}Claim> ; <{AP}verdict> ?verdict }}"
    )
    found = {r["claim"].value.rpartition("/")[2]: r["verdict"].value for r in rows.rows()}
    expected = {
        "asr-nd-p17-01": "corroborated",
        "asr-nd-p17-02": "contradicted",
        "asr-nd-p17-05": "contradicted",
        "asr-nd-p06-01": "imprecise",
        "asr-nd-p73-01": "contradicted",
        "asr-nd-p73-02": "unverifiable",
        "scc-nd-p07-01": "corroborated",
        "tsi-2025-p25-03": "corroborated",
        "tsi-2025-p26-01": "contradicted",
        "tsi-2025-p26-04": "unverifiable",
    }
    assert {claim: found[claim].rpartition("/")[2] for claim in expected} == expected
