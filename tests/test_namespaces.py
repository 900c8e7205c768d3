"""IRIs of the record and their short forms."""

from __future__ import annotations

from astropact.namespaces import PREFIXES, concept, graph, shorten, thing


def test_iris_follow_the_design() -> None:
    assert thing("state", "sau") == "https://w3id.org/astropact/id/state/sau"
    assert concept("act-kind", "accession") == (
        "https://w3id.org/astropact/concept/act-kind/accession"
    )
    assert concept("act-kind") == "https://w3id.org/astropact/concept/act-kind"
    assert graph("actors/states") == "https://w3id.org/astropact/graph/actors/states"


def test_the_longest_prefix_wins() -> None:
    assert shorten(concept("act-kind", "accession")) == "act-kind:accession"
    assert shorten("https://w3id.org/astropact/ns#State") == "ap:State"
    assert shorten("http://example.org/x") == "http://example.org/x"


def test_no_two_prefixes_stand_for_one_namespace() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
