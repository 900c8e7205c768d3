"""Nodes that votes are made of."""

from __future__ import annotations

from rdflib import Graph, URIRef

from astropact import namespaces
from astropact.importers.sources import AP
from astropact.importers.vote_details import TEXTS
from astropact.importers.vote_graphs import position_iri, statement, text_graph, vote_iri
from astropact.importers.vote_sources import VoteSources

SOURCE = URIRef(namespaces.thing("source", "tu-veto-2024"))


def test_a_statement_is_named_after_vote_matter_and_source() -> None:
    graph = Graph()
    day = ("2024-04-24", False)
    about = position_iri("security-council-2024-04-24", "chn")
    statement(graph, "security-council-2024-04-24", about, SOURCE, "deprecated", "Why.", day,
              said="no")  # fmt: skip
    (node,) = graph.subjects(AP.aboutThing, about)
    assert str(node).endswith("/statement/vote-security-council-2024-04-24/chn/tu-veto-2024")
    assert str(graph.value(node, AP.position)).endswith("/vote-position/no")


def test_totals_are_three_numbers() -> None:
    graph = Graph()
    about = vote_iri("unga-77-41")
    statement(graph, "unga-77-41", about, SOURCE, "normal", "Why.", ("2022-12-07", True),
              said="155-9-9")  # fmt: skip
    (node,) = graph.subjects(AP.aboutThing, about)
    names = (AP.votesInFavour, AP.votesAgainst, AP.abstentions)
    assert [int(str(graph.value(node, name))) for name in names] == [155, 9, 9]


def test_only_what_the_plenary_voted_on_has_a_day_of_adoption() -> None:
    graph = text_graph(TEXTS, {"unga-75-36": "2020-12-07"}, VoteSources())
    dated = list(graph.subjects(AP.adoptedOn))
    assert dated == [URIRef(namespaces.thing("instrument", "unga-75-36"))]
