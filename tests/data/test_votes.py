"""The shipped votes: every roll call against its announced numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from astropact import namespaces

if TYPE_CHECKING:
    from pathlib import Path

AP = Namespace(namespaces.AP)
ANNOUNCED = {"yes": AP.votesInFavour, "no": AP.votesAgainst, "abstain": AP.abstentions}
# Roll calls of which every position is on record: resolutions of 2013-2020 and the Council.
COMPLETE = 19 + 2
HISTORY = 3437


@pytest.fixture(scope="module")
def votes(root: Path) -> Graph:
    graph = Graph()
    for path in sorted((root / "data" / "votes").glob("*.ttl")):
        graph.parse(path)
    return graph


def counts(votes: Graph, vote: URIRef) -> Counter[str]:
    return Counter(
        str(votes.value(position, AP.position)).rsplit("/", 1)[1]
        for position in votes.subjects(AP.positionIn, vote)
    )


def test_complete_roll_calls_add_up(votes: Graph) -> None:
    complete = list(votes.subjects(AP.completeRollCall, Literal(True)))
    assert len(complete) == COMPLETE
    for vote in complete:
        assert isinstance(vote, URIRef)
        found = counts(votes, vote)
        for kind, announced in ANNOUNCED.items():
            assert found[kind] == int(str(votes.value(vote, announced))), (vote, kind)


def test_partial_roll_calls_stay_below_what_was_announced(votes: Graph) -> None:
    for vote in votes.subjects(AP.completeRollCall, Literal(False)):
        assert isinstance(vote, URIRef)
        found = counts(votes, vote)
        announced = {k: int(str(votes.value(vote, p))) for k, p in ANNOUNCED.items()}
        assert all(found[kind] <= announced[kind] for kind in announced), vote
        assert sum(found.values()) < sum(announced.values()), vote


def test_the_positions_of_2013_to_2020_are_all_there(votes: Graph) -> None:
    voeten = URIRef(namespaces.thing("source", "un-votes-voeten"))
    source = URIRef("http://purl.org/dc/terms/source")
    history = [p for p in votes.subjects(source, voeten) if (p, RDF.type, AP.VotePosition) in votes]
    assert len(history) == HISTORY
    assert len({votes.value(p, AP.positionIn) for p in history}) == 19


def test_no_state_votes_twice(votes: Graph) -> None:
    pairs = Counter(
        (votes.value(p, AP.positionIn), votes.value(p, AP.voter))
        for p in votes.subjects(RDF.type, AP.VotePosition)
    )
    assert [pair for pair, number in pairs.items() if number > 1] == []


def test_voters_are_states_of_the_record(votes: Graph, root: Path) -> None:
    states = Graph().parse(root / "data" / "actors" / "states.ttl")
    assert set(votes.objects(None, AP.voter)) <= set(states.subjects(RDF.type, AP.State))
