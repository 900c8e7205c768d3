from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Literal, URIRef

from astropact.errors import RecordFault
from astropact.namespaces import AP, concept, thing
from astropact.rdf.canonical import to_turtle
from astropact.reasoning.reconcile import reconcile, reconcile_record

from .samples import record, said

if TYPE_CHECKING:
    from pathlib import Path

STATEMENTS = [
    said("huggo-reconciled", "aus", "ratification", "1967-10-10"),
    said("ecolex", "aus", "ratification", "1967-11-10", at="gbr"),
    said("untc-xxiv-2", "aus", "accession", "1986-07-07", instrument="moon-agreement"),
    said("unoosa-crp9-rev1-2026", "mne", "signature", as_of="2026-01-01"),
]
PATH = "data/participation/acts/outer-space-treaty.ttl"


def test_each_instrument_has_its_file() -> None:
    assert sorted(reconcile(record(STATEMENTS))) == [
        "data/participation/acts/moon-agreement.ttl",
        PATH,
    ]


def test_an_act_points_to_its_statements_and_gives_its_reason() -> None:
    graph = reconcile(record(STATEMENTS))[PATH]
    act = URIRef(thing("act", "outer-space-treaty/aus/ratification"))
    values = {str(p).removeprefix(AP): o for p, o in graph.predicate_objects(act)}
    assert str(values["actionOn"]) == "1967-10-10"
    assert str(values["effectiveOn"]) == "1967-10-10"
    assert "HUGGO" in values["because"]
    assert len(set(graph.objects(act, URIRef(AP + "supportedBy")))) == 2


def test_every_statement_is_ranked_with_a_reason_also_where_there_is_no_act() -> None:
    source = record(STATEMENTS)
    ranked = Graph()
    for graph in reconcile(source).values():
        ranked += graph
    statements = set(source.subjects(None, URIRef(AP + "Statement")))
    assert set(ranked.subjects(URIRef(AP + "rank"))) == statements
    assert all(
        isinstance(ranked.value(node, URIRef(AP + "because")), Literal) for node in statements
    )
    odd = URIRef(thing("statement", "unoosa-crp9-rev1-2026-mne-signature"))
    assert ranked.value(odd, URIRef(AP + "rank")) == URIRef(concept("rank", "deprecated"))
    assert not list(ranked.subjects(URIRef(AP + "actor"), URIRef(thing("state", "mne"))))


def test_the_result_does_not_depend_on_the_order_of_input() -> None:
    expected = {path: to_turtle(graph) for path, graph in reconcile(record(STATEMENTS)).items()}
    for seed in range(5):
        shuffled = random.Random(seed).sample(STATEMENTS, len(STATEMENTS))
        found = {path: to_turtle(graph) for path, graph in reconcile(record(shuffled)).items()}
        assert found == expected


def test_a_record_without_statements_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordFault, match="no statements"):
        reconcile_record(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "participation"
    folder.mkdir(parents=True)
    (folder / "moon-agreement.ttl").write_text("this is not Turtle", encoding="utf-8")
    with pytest.raises(RecordFault, match=r"moon-agreement\.ttl"):
        reconcile_record(tmp_path)
