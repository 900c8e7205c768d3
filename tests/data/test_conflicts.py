"""Every known disagreement of sources is found from the statements and settled with a reason.

``known_conflicts.csv`` tells for an actor, an instrument and a family of acts what sources say
against each other: days, kinds of act, or that there is none.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from astropact.namespaces import AP as NS
from astropact.namespaces import CONSENT, thing
from astropact.reasoning.model import NO_ACT

AP = Namespace(NS)
WORDS = frozenset({*CONSENT, NO_ACT})


@dataclass(frozen=True)
class Known:
    """One disagreement as it is known from reading the sources side by side."""

    actor: str
    instrument: str
    family: str
    sides: tuple[str, ...]


def known() -> list[Known]:
    with (Path(__file__).parent / "known_conflicts.csv").open(encoding="utf-8") as stream:
        return [
            Known(row["actor"], row["instrument"], row["family"], tuple(row["sides"].split()))
            for row in csv.DictReader(stream)
        ]


@pytest.fixture(name="graph", scope="module")
def everything(root: Path) -> Graph:
    graph = Graph()
    for path in sorted((root / "data" / "participation").rglob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


def slug(node: object) -> str:
    return str(node).rpartition("/")[2]


def said(graph: Graph, conflict: Known) -> dict[URIRef, set[str]]:
    """The statements on one step, and what each of them says: days and the kind of act."""
    found: dict[URIRef, set[str]] = {}
    for node in graph.subjects(AP.actor, URIRef(thing("state", conflict.actor))):
        kind = slug(graph.value(node, AP.actKind))
        family = "consent" if kind in WORDS else kind
        about = URIRef(thing("instrument", conflict.instrument))
        if (node, RDF.type, AP.Statement) not in graph or family != conflict.family:
            continue
        if (node, AP.instrument, about) in graph:
            days = [graph.value(node, name) for name in (AP.statedDate, AP.effectiveOn)]
            found[URIRef(str(node))] = {kind, *(str(day) for day in days if day is not None)}
    return found


def name(conflict: Known) -> str:
    return f"{conflict.instrument}/{conflict.actor}/{conflict.family}"


def test_all_disagreements_of_the_first_reading_are_listed() -> None:
    assert len(known()) == 76
    assert len({name(conflict) for conflict in known()}) == 76


@pytest.mark.parametrize("conflict", known(), ids=name)
def test_the_statements_hold_every_side(graph: Graph, conflict: Known) -> None:
    statements = said(graph, conflict)
    holders = {
        side: {node for node, told in statements.items() if side in told} for side in conflict.sides
    }
    assert all(holders.values()), {side for side, nodes in holders.items() if not nodes}
    assert len(statements) >= 2
    # Not all who speak say all of it.
    told = {frozenset(nodes) for nodes in holders.values()}
    assert len(told) > 1 or conflict.sides == (NO_ACT,)


@pytest.mark.parametrize("conflict", known(), ids=name)
def test_every_side_is_ranked_with_a_reason_and_leads_to_the_act(
    graph: Graph, conflict: Known
) -> None:
    for node, told in said(graph, conflict).items():
        if not told & set(conflict.sides):
            continue
        assert graph.value(node, AP.rank), node
        assert graph.value(node, AP.because), node
        acts = [*graph.subjects(AP.supportedBy, node), *graph.subjects(AP.disputedBy, node)]
        assert acts, f"no act names {node}"
        assert all(graph.value(act, AP.because) for act in acts)


def test_the_silence_of_a_list_disputes_the_accession_of_the_solomon_islands(
    graph: Graph,
) -> None:
    act = URIRef(thing("act", "outer-space-treaty/slb/accession"))
    silent = URIRef(thing("statement", "unoosa-crp9-rev1-2026-ost-slb-no-act"))
    assert (act, AP.disputedBy, silent) in graph
    assert slug(graph.value(silent, AP.rank)) == "normal"
    assert "tier 1 before 3" in str(graph.value(act, AP.because))


@pytest.mark.parametrize("state", ["est", "hun", "svn"])
def test_not_a_member_disputes_the_accession_to_the_space_agency(graph: Graph, state: str) -> None:
    act = URIRef(thing("act", f"esa-convention/{state}/accession"))
    silent = URIRef(thing("statement", f"cia-factbook-2026-esa-{state}-no-act"))
    assert (act, AP.disputedBy, silent) in graph
    assert "may be older than its date" in str(graph.value(act, AP.because))


def test_where_nobody_reports_an_act_an_absence_makes_none(graph: Graph) -> None:
    latvia = URIRef(thing("state", "lva"))
    acts = [
        node
        for node in graph.subjects(AP.actor, latvia)
        if (node, RDF.type, AP.ParticipationAct) in graph
        and (node, AP.instrument, URIRef(thing("instrument", "esa-convention"))) in graph
    ]
    assert acts == []
    kinds = {slug(graph.value(act, AP.actKind)) for act in graph.subjects(AP.supportedBy)}
    assert NO_ACT not in kinds
