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
  ap:actionOn "2006-12-12"^^xsd:date ; ap:doubt doubt:effect-undated ;
  ap:effectNotBefore "2006-06-03"^^xsd:date ; ap:effectNotAfter "2006-12-12"^^xsd:date .
<https://w3id.org/astropact/id/act/x/per/consent-to-be-bound> a ap:ParticipationAct ;
  ap:actor state:per ; ap:instrument instrument:x ; ap:actKind act-kind:consent-to-be-bound ;
  ap:notAfter "2026-01-01"^^xsd:date ; ap:doubt doubt:begin-undated ;
  ap:effectNotBefore "1970-01-01"^^xsd:date ; ap:effectNotAfter "2026-01-01"^^xsd:date .
state:chl a ap:State ; rdfs:label "Chile"@en .
<https://w3id.org/astropact/id/act/x/chl/consent-to-be-bound> a ap:ParticipationAct ;
  ap:actor state:chl ; ap:instrument instrument:x ; ap:actKind act-kind:consent-to-be-bound ;
  ap:notAfter "2010-12-31"^^xsd:date ; ap:doubt doubt:begin-undated ;
  ap:effectNotBefore "1970-01-01"^^xsd:date ; ap:effectNotAfter "2010-12-31"^^xsd:date .
<https://w3id.org/astropact/id/act/x/chl/withdrawal> a ap:ParticipationAct ;
  ap:actor state:chl ; ap:instrument instrument:x ; ap:actKind act-kind:withdrawal ;
  ap:notBefore "2023-04-01"^^xsd:date ; ap:notAfter "2023-04-30"^^xsd:date ;
  ap:doubt doubt:rival-end ; ap:effectNotBefore "2023-04-01"^^xsd:date .
state:slb a ap:State ; rdfs:label "Solomon Islands"@en .
<https://w3id.org/astropact/id/act/x/slb/accession> a ap:ParticipationAct ;
  ap:actor state:slb ; ap:instrument instrument:x ; ap:actKind act-kind:accession ;
  ap:actionOn "1978-07-07"^^xsd:date ; ap:effectiveOn "1978-07-07"^^xsd:date ;
  ap:doubt doubt:list-shows-no-act ; ap:effectNotBefore "1978-07-07"^^xsd:date .
state:twn a ap:State ; rdfs:label "Returner"@en .
<https://w3id.org/astropact/id/act/x/twn/ratification> a ap:ParticipationAct ;
  ap:actor state:twn ; ap:instrument instrument:x ; ap:actKind act-kind:ratification ;
  ap:actionOn "1971-01-01"^^xsd:date ; ap:effectiveOn "1971-01-01"^^xsd:date .
<https://w3id.org/astropact/id/act/x/twn/withdrawal> a ap:ParticipationAct ;
  ap:actor state:twn ; ap:instrument instrument:x ; ap:actKind act-kind:withdrawal ;
  ap:actionOn "1980-01-01"^^xsd:date ; ap:effectiveOn "1981-01-01"^^xsd:date .
<https://w3id.org/astropact/id/act/x/twn/accession> a ap:ParticipationAct ;
  ap:actor state:twn ; ap:instrument instrument:x ; ap:actKind act-kind:accession ;
  ap:actionOn "1990-01-01"^^xsd:date ; ap:effectiveOn "1990-01-01"^^xsd:date .
body:esa a ap:Organization ; rdfs:label "ESA"@en .
<https://w3id.org/astropact/id/act/x/esa/declaration-of-acceptance> a ap:ParticipationAct ;
  ap:actor body:esa ; ap:instrument instrument:x ; ap:actKind act-kind:declaration-of-acceptance ;
  ap:actionOn "1979-01-02"^^xsd:date .
state:jpn a ap:State ; rdfs:label "Japan"@en .
<https://w3id.org/astropact/id/act/x/jpn/provisional-application> a ap:ParticipationAct ;
  ap:actor state:jpn ; ap:instrument instrument:x ; ap:actKind act-kind:provisional-application ;
  ap:actionOn "1998-01-29"^^xsd:date .
<https://w3id.org/astropact/id/act/x/jpn/ratification> a ap:ParticipationAct ;
  ap:actor state:jpn ; ap:instrument instrument:x ; ap:actKind act-kind:ratification ;
  ap:actionOn "1998-11-17"^^xsd:date ; ap:effectiveOn "2001-03-27"^^xsd:date .
instrument:p rdfs:label "X Accords"@en ; ap:bindingForce binding-force:political-commitment .
<https://w3id.org/astropact/id/act/p/ind/signature> a ap:ParticipationAct ;
  ap:actor state:ind ; ap:instrument instrument:p ; ap:actKind act-kind:signature ;
  ap:actionOn "2023-06-21"^^xsd:date ; ap:effectiveOn "2023-06-21"^^xsd:date .
<https://w3id.org/astropact/id/act/x/ind/signature> a ap:ParticipationAct ;
  ap:actor state:ind ; ap:instrument instrument:x ; ap:actKind act-kind:signature ;
  ap:actionOn "1969-01-01"^^xsd:date .
"""

PERIODS = """
PREFIX ap: <https://w3id.org/astropact/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?period ?standing ?from ?until ?first ?latest ?rule ?doubt (COUNT(?basis) AS ?acts) WHERE {
  ?period a ap:StandingPeriod ; ap:standing ?standing ; ap:basis ?basis ;
    prov:wasDerivedFrom ?basis ; prov:wasGeneratedBy ?rule ; ap:because ?why ;
    ap:actor ?actor ; ap:instrument ?instrument .
  OPTIONAL { ?period ap:from ?from } OPTIONAL { ?period ap:until ?until }
  OPTIONAL { ?period ap:notBefore ?first } OPTIONAL { ?period ap:notAfter ?latest }
  OPTIONAL { ?period ap:doubt ?doubt }
} GROUP BY ?period ?standing ?from ?until ?first ?latest ?rule ?doubt
"""


@pytest.fixture(name="small")
def small_store(root: Path) -> Iterator[Store]:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    concepts = {
        GRAPH + name: GraphFile((root / "ontology" / "concepts" / f"{name}.ttl").read_bytes())
        for name in ("act-kind", "doubt")
    }
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({GRAPH + "acts": GraphFile((prefixes + ACTS).encode()), **concepts})
        yield store


def periods(store: Store) -> dict[str, tuple[str, ...]]:
    names = ("standing", "from", "until", "first", "latest", "acts", "rule", "doubt")
    return {
        str(row["period"]).removeprefix("https://w3id.org/astropact/id/period/"): tuple(
            str(row.get(name, "")).rpartition("/")[2] for name in names
        )
        for row in store.query(PERIODS).rows()
    }


def test_periods_begin_with_effect_and_end_with_withdrawal_or_the_actor(
    small: Store, root: Path
) -> None:
    derive(small, root / "ontology" / "rules")
    found = periods(small)
    bound = {name: row for name, row in found.items() if row[0] == "bound"}
    assert {name: row[1:3] for name, row in bound.items()} == {
        "x/sun/1": ("1970-01-01", "1991-12-26"),
        "x/rus/1": ("1991-12-26", ""),
        "x/sau/1": ("2012-08-17", "2024-01-05"),
        "x/mne/1": ("2006-12-12", ""),
        "x/per/1": ("2026-01-01", ""),
        "x/chl/1": ("2010-12-31", "2023-04-01"),
        "x/twn/1": ("1971-01-01", "1981-01-01"),
        "x/twn/2": ("1990-01-01", ""),
        "x/esa/1": ("1979-01-02", ""),
        "x/jpn/provisional": ("1998-01-29", "2001-03-27"),
        "x/jpn/1": ("2001-03-27", ""),
    }
    assert {row[6] for row in found.values()} == {
        "binding-period",
        "continued-binding",
        "commitment-period",
        "provisional-application",
    }
    assert found["x/rus/1"][6] == "continued-binding"
    assert found["x/sau/1"][5] == "2"
    assert (found["x/twn/1"][5], found["x/twn/2"][5]) == ("2", "1"), "each rests on its own acts"


def test_the_bounds_of_an_uncertain_begin_stand_on_the_period(small: Store, root: Path) -> None:
    derive(small, root / "ontology" / "rules")
    found = periods(small)
    assert found["x/per/1"][3:5] == ("1970-01-01", "2026-01-01")
    assert found["x/sau/1"][3:5] == ("", "")


def test_what_is_not_certain_is_contested(small: Store, root: Path) -> None:
    derive(small, root / "ontology" / "rules")
    open_ones = {
        name: (*row[1:3], row[7]) for name, row in periods(small).items() if row[0] == "contested"
    }
    assert open_ones == {
        "x/mne/1-contested-begin": ("2006-06-03", "2006-12-12", "effect-undated"),
        "x/per/1-contested-begin": ("1970-01-01", "2026-01-01", "begin-undated"),
        "x/chl/1-contested-begin": ("1970-01-01", "2010-12-31", "begin-undated"),
        "x/chl/1-contested-end": ("2023-04-01", "", "rival-end"),
        "x/slb/1-contested-begin": ("1978-07-07", "", "list-shows-no-act"),
    }


def test_a_political_text_commits_and_never_binds(small: Store, root: Path) -> None:
    derive(small, root / "ontology" / "rules")
    found = periods(small)
    assert found["p/ind/1"][:2] == ("committed", "2023-06-21")
    assert "x/ind/1" not in found, "a signature of a treaty is no consent to be bound"


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
    small.replace_graphs({}, drop=[GRAPH + "acts", GRAPH + "act-kind", GRAPH + "doubt"])
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
    assert sum("ap:StandingPeriod" in rule.text for rule in rules) > 1
    for rule in rules:
        assert "FILTER NOT EXISTS" not in rule.text.upper()
        if "ap:StandingPeriod" in rule.text:
            assert f"prov:wasGeneratedBy rule:{rule.slug} ." in rule.text


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


def test_every_period_of_acts_leads_to_what_sources_state(store: Store) -> None:
    missing = store.query(
        """PREFIX ap: <https://w3id.org/astropact/ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?period ?statement {
          ?period a ap:StandingPeriod ; ap:basis/ap:supportedBy ?statement .
          MINUS { ?period prov:wasDerivedFrom ?statement }
        }"""
    ).rows()
    assert list(missing) == []
