from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.errors import NotFound, RecordFault
from astropact.namespaces import GRAPH, INFERRED_GRAPH, PREFIXES, shorten
from astropact.reasoning.rules import derive, read_rules
from astropact.store.base import GraphFile
from astropact.store.oxigraph import OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store.base import Store

ACTS = """
ap:FormerState rdfs:subClassOf ap:State . ap:State rdfs:subClassOf ap:Actor , schema:Thing .
instrument:x rdfs:label "X Treaty"@en ; ap:enteredIntoForceOn "1970-01-01"^^xsd:date .
state:sun a ap:FormerState ; rdfs:label "Soviet Union"@en ;
  ap:existedNotAfter "1991-12-26"^^xsd:date .
state:rus a ap:State ; rdfs:label "Russia"@en .
succession:sun-rus ap:predecessor state:sun ; ap:successor state:rus ;
  ap:successionKind succession-kind:continuation ; ap:succeededOn "1991-12-26"^^xsd:date .
state:sau a ap:State ; rdfs:label "Saudi Arabia"@en .
state:mne a ap:State ; rdfs:label "Montenegro"@en .
state:per a ap:State ; rdfs:label "Peru"@en .
state:ind a ap:State ; rdfs:label "India"@en .
<https://w3id.org/astropact/id/act/x/sun/ratification> a ap:ParticipationAct ;
  ap:actor state:sun ; ap:instrument instrument:x ; ap:actKind act-kind:ratification ;
  ap:actionOn "1970-01-01"^^xsd:date ; ap:effectiveOn "1970-01-01"^^xsd:date .
<https://w3id.org/astropact/id/act/x/sau/accession> a ap:ParticipationAct ;
  ap:actor state:sau ; ap:instrument instrument:x ; ap:actKind act-kind:accession ;
  ap:actionOn "2012-07-18"^^xsd:date ; ap:effectiveOn "2012-08-17"^^xsd:date .
<https://w3id.org/astropact/id/act/x/sau/withdrawal> a ap:ParticipationAct ;
  ap:actor state:sau ; ap:instrument instrument:x ; ap:actKind act-kind:withdrawal ;
  ap:actionOn "2023-01-05"^^xsd:date ; ap:effectiveOn "2024-01-05"^^xsd:date .
<https://w3id.org/astropact/id/act/x/mne/succession> a ap:ParticipationAct ;
  ap:actor state:mne ; ap:instrument instrument:x ; ap:actKind act-kind:succession ;
  ap:actionOn "2006-12-12"^^xsd:date .
<https://w3id.org/astropact/id/act/x/per/consent-to-be-bound> a ap:ParticipationAct ;
  ap:actor state:per ; ap:instrument instrument:x ; ap:actKind act-kind:consent-to-be-bound ;
  ap:notAfter "2026-01-01"^^xsd:date .
state:chl a ap:State ; rdfs:label "Chile"@en .
<https://w3id.org/astropact/id/act/x/chl/consent-to-be-bound> a ap:ParticipationAct ;
  ap:actor state:chl ; ap:instrument instrument:x ; ap:actKind act-kind:consent-to-be-bound ;
  ap:notAfter "2010-12-31"^^xsd:date .
<https://w3id.org/astropact/id/act/x/chl/withdrawal> a ap:ParticipationAct ;
  ap:actor state:chl ; ap:instrument instrument:x ; ap:actKind act-kind:withdrawal ;
  ap:notBefore "2023-04-01"^^xsd:date ; ap:notAfter "2023-04-30"^^xsd:date .
<https://w3id.org/astropact/id/act/x/ind/signature> a ap:ParticipationAct ;
  ap:actor state:ind ; ap:instrument instrument:x ; ap:actKind act-kind:signature ;
  ap:actionOn "1969-01-01"^^xsd:date .
"""

PERIODS = """
PREFIX ap: <https://w3id.org/astropact/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?period ?from ?until ?latest ?rule (COUNT(?basis) AS ?acts) WHERE {
  ?period a ap:BindingPeriod ; ap:basis ?basis ; prov:wasDerivedFrom ?basis ;
    prov:wasGeneratedBy ?rule .
  OPTIONAL { ?period ap:from ?from } OPTIONAL { ?period ap:until ?until }
  OPTIONAL { ?period ap:notAfter ?latest }
} GROUP BY ?period ?from ?until ?latest ?rule
"""


@pytest.fixture(name="small")
def small_store() -> Iterator[Store]:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({GRAPH + "acts": GraphFile((prefixes + ACTS).encode())})
        yield store


def periods(store: Store) -> dict[str, tuple[str, ...]]:
    names = ("from", "until", "latest", "acts", "rule")
    return {
        str(row["period"]).removeprefix("https://w3id.org/astropact/id/period/x/"): tuple(
            str(row.get(name, "")).rpartition("/")[2] for name in names
        )
        for row in store.query(PERIODS).rows()
    }


def test_periods_begin_with_effect_and_end_with_withdrawal_or_the_actor(
    small: Store, root: Path
) -> None:
    derive(small, root / "ontology" / "rules")
    assert periods(small) == {
        "sun/1": ("1970-01-01", "1991-12-26", "", "1", "binding-period"),
        "rus/1": ("1991-12-26", "", "", "1", "continued-binding"),
        "sau/1": ("2012-08-17", "2024-01-05", "", "2", "binding-period"),
        "mne/1": ("", "", "2006-12-12", "1", "binding-period"),
        "per/1": ("", "", "2026-01-01", "1", "binding-period"),
        "chl/1": ("", "2023-04-30", "2010-12-31", "2", "binding-period"),
    }


def test_types_are_closed_within_the_ontology(small: Store, root: Path) -> None:
    derive(small, root / "ontology" / "rules")
    query = f"""SELECT ?type WHERE {{ GRAPH <{INFERRED_GRAPH}> {{
      <https://w3id.org/astropact/id/state/sun> a ?type }} }}"""
    types = sorted(str(row["type"]).rpartition("#")[2] for row in small.query(query).rows())
    assert types == ["Actor", "State"]


def test_what_a_public_body_concludes_or_joins_involves_its_state(small: Store, root: Path) -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    bodies = (
        prefixes
        + """
body:suparco ap:agencyOf state:per .
body:firm ap:basedIn state:chl .
instrument:y ap:party body:suparco , body:firm , state:sau .
event:z ap:participant body:suparco , state:sun .
"""
    )
    small.replace_graphs({GRAPH + "bodies": GraphFile(bodies.encode())})
    derive(small, root / "ontology" / "rules")
    query = "SELECT ?matter ?state WHERE { ?matter <" + PREFIXES["ap"] + "involvesState> ?state }"
    assert sorted(
        (str(row["matter"]).rpartition("/")[2], str(row["state"]).rpartition("/")[2])
        for row in small.query(query).rows()
    ) == [("y", "per"), ("y", "sau"), ("z", "per"), ("z", "sun")]


def test_a_second_run_changes_nothing(small: Store, root: Path) -> None:
    first = derive(small, root / "ontology" / "rules")
    assert derive(small, root / "ontology" / "rules") == first
    assert small.size(INFERRED_GRAPH) == first


def test_what_no_longer_follows_is_gone(small: Store, root: Path) -> None:
    derive(small, root / "ontology" / "rules")
    small.replace_graphs({}, drop=[GRAPH + "acts"])
    assert derive(small, root / "ontology" / "rules") == 0
    assert INFERRED_GRAPH not in small.graphs()


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("rule.rq", "# x follows\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "not named"),
        ("01-a.rq", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "does not say what follows"),
        ("01-a.rq", "# x follows\nSELECT * WHERE { ?s ?p ?o }", "not a CONSTRUCT"),
        ("01-a.rq", "# x follows\nCONSTRUCT {", "cannot be run"),
        ("01-a.rq", "# x follows\nCONSTRUCT { [] a ?c } WHERE { ?s a ?c }", "blank node"),
        ("01-a.rq", "# x follows\nCONSTRUCT { ?s a [] } WHERE { ?s a ?c }", "blank node"),
    ],
)
def test_a_bad_rule_is_refused_and_changes_nothing(
    small: Store, tmp_path: Path, name: str, text: str, fault: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    before = small.size()
    with pytest.raises(RecordFault, match=fault):
        derive(small, tmp_path)
    assert small.size() == before


def test_shipped_rules_name_themselves(root: Path) -> None:
    rules = read_rules(root / "ontology" / "rules")
    assert len(rules) >= 3
    for rule in rules:
        assert "FILTER NOT EXISTS" not in rule.text.upper()
        if "BindingPeriod ;" in rule.text:
            assert f"rule:{rule.slug} ." in rule.text


def test_what_a_rule_makes_is_of_the_superclasses_too(small: Store, tmp_path: Path) -> None:
    (tmp_path / "01-a.rq").write_text(
        "# a thing of its own follows\n"
        "PREFIX ap: <https://w3id.org/astropact/ns#>\n"
        "PREFIX rule: <https://w3id.org/astropact/id/rule/>\n"
        "PREFIX prov: <http://www.w3.org/ns/prov#>\n"
        "CONSTRUCT { ap:x a ap:FormerState ; prov:wasGeneratedBy rule:a . ap:y a ap:State } {}\n",
        encoding="utf-8",
    )
    derive(small, tmp_path)
    query = "SELECT ?type { VALUES ?thing { %s } ?thing a ?type }"
    found = [
        {shorten(row["type"].value) for row in small.query(query % f"<{PREFIXES['ap']}{n}>").rows()}
        for n in "xy"
    ]
    assert found == [{"ap:FormerState", "ap:State", "ap:Actor"}, {"ap:State"}]


def test_a_scope_limits_a_rule_to_pairs(tmp_path: Path) -> None:
    (tmp_path / "01-a.rq").write_text(
        "# a follows\nSELECT * {\n  # scope: ?who ?what\n  ?who ?p ?what\n}\n", encoding="utf-8"
    )
    (tmp_path / "02-b.rq").write_text("# b follows\nSELECT * {} # scope: ?a ?b", encoding="utf-8")
    scoped, other = read_rules(tmp_path)
    assert (scoped.is_scoped, other.is_scoped) == (True, False)
    text = scoped.scoped([("urn:a", "urn:i"), ("urn:b", "urn:j")]).text
    assert "{\nVALUES (?who ?what) { (<urn:a> <urn:i>) (<urn:b> <urn:j>) }\n  ?who" in text
    with pytest.raises(NotFound):
        scoped.scoped([("urn:a> } ?x", "urn:i")])
