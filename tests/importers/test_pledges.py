"""Pledges of states, those of the members of the European Union derived from a joint one."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.pledges import FILE, import_pledges

AP = Namespace(namespaces.AP)
SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="module")
def graph(root: Path) -> Graph:
    tables = [SAMPLES / "pledges.csv", SAMPLES / "pledge_events.csv"]
    graphs, rows, left_out = import_pledges(tables, root=root)
    assert (rows, left_out) == (10, 4), "a total, a test, and the pledges of groups"
    return graphs[FILE]


def value(graph: Graph, iso3: str, name: str) -> set[str]:
    state = URIRef(namespaces.thing("state", iso3))
    return {
        str(found).rpartition("/")[2]
        for node in graph.subjects(AP.actor, state)
        for found in graph.objects(node, AP[name])
    }


def test_what_follows_from_the_joint_pledge_is_derived(graph: Graph) -> None:
    assert value(graph, "bel", "evidenceKind") == {"derived"}
    assert value(graph, "bel", "statedDate") == {"2023-08"}
    assert value(graph, "bel", "notAfter") == {"2023-08-24"}
    assert value(graph, "usa", "evidenceKind") == {"stated"}


def test_an_event_that_repeats_a_row_is_no_second_statement(graph: Graph) -> None:
    state = URIRef(namespaces.thing("state", "usa"))
    assert len(set(graph.subjects(AP.actor, state))) == 1
    assert value(graph, "usa", "ordinal") == {"1"}


def test_a_vague_day_is_only_a_bound(graph: Graph) -> None:
    assert value(graph, "che", "statedDate") == set()
    assert value(graph, "che", "notAfter") == {"2022-11-30"}
    assert value(graph, "aus", "notAfter") == {"2022-11-30"}


def test_a_table_that_is_not_text_is_told(tmp_path: Path, root: Path) -> None:
    bad = tmp_path / "pledges.csv"
    bad.write_bytes(b"state,\xff\n")
    with pytest.raises(InputError, match="cannot be read"):
        import_pledges([bad], root=root)
