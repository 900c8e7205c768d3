"""Roll calls on the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.votes import POSITIONS, roll_call, votes_of
from astropact.namespaces import concept, thing

if TYPE_CHECKING:
    from astropact.store import Store


def test_a_whole_roll_call_has_as_many_positions_as_its_result(store: Store) -> None:
    call = roll_call(store, thing("vote", "unga-72-250"))
    assert (call.in_favour, call.against, call.abstentions) == (108, 5, 47)
    assert call.adopted is True
    assert call.complete
    for kind, voters in call.positions.items():
        assert call.official(kind) in (None, len(voters))
        names = [voter.state.label.casefold() for voter in voters]
        assert names == sorted(names)
    assert "United States" in {voter.state.label for voter in call.positions["no"]}


def test_a_partial_roll_call_says_so(store: Store) -> None:
    call = roll_call(store, thing("vote", "unga-77-41"))
    assert not call.complete
    assert call.in_favour == 155
    assert len(call.positions["yes"]) < 155
    assert len(call.positions["no"]) == 9


def test_no_vote_has_no_result(store: Store) -> None:
    call = roll_call(store, thing("vote", "none"))
    assert (call.in_favour, call.adopted, call.complete, call.positions) == (None, None, False, {})


def test_a_state_s_votes_are_those_of_the_roll_calls(store: Store) -> None:
    china = thing("state", "chn")
    casts = votes_of(store, china)
    assert len(casts) > 20
    assert [cast.date for cast in casts] == sorted((cast.date for cast in casts), reverse=True)
    for cast in casts:
        call = roll_call(store, cast.vote.iri)
        assert cast.adopted == call.adopted
        assert china in {voter.state.iri for voter in call.positions[cast.kind]}
    assert votes_of(store, thing("org", "nasa")) == ()


def test_positions_are_those_of_the_scheme(store: Store) -> None:
    rows = store.query(
        "SELECT ?c { ?c <http://www.w3.org/2004/02/skos/core#inScheme> "
        f"<{concept('vote-position')}> }}"
    ).rows()
    assert set(POSITIONS) == {row["c"].value.rpartition("/")[2] for row in rows}
