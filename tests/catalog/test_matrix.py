"""The participation matrix of the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.labels import Name
from astropact.catalog.matrix import (
    ACTORS,
    GROUPS,
    Cell,
    Matrix,
    Row,
    actors_of,
    instruments_of,
    matrix,
    short_name,
    slug_of,
)
from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import STANDINGS, thing

if TYPE_CHECKING:
    from astropact.store import Store

MOON = "moon-agreement"


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


def row(table: Matrix, slug: str) -> Row:
    return next(row for row in table.rows if row.slug == slug)


def cell(table: Matrix, actor: str, instrument: str) -> Cell:
    place = [column.slug for column in table.columns].index(instrument)
    return row(table, actor).cells[place]


def test_every_cell_says_what_the_verdict_says(store: Store, standings: Standings) -> None:
    for who in ACTORS:
        table = matrix(store, standings, "1992-01-15", who=who)
        for line in table.rows:
            for column, found in zip(table.columns, line.cells, strict=True):
                iri = column.name.iri
                assert found.verdict == standings.standing(line.name.iri, iri, table.day)
                assert found.verdict in STANDINGS


def test_saudi_arabia_leaves_the_moon_agreement(store: Store, standings: Standings) -> None:
    last = matrix(store, standings, "2024-01-04")
    first = matrix(store, standings, "2024-01-05")
    assert last.after == "2024-01-05"
    assert first.before < "2024-01-05" == first.day
    before = cell(last, "sau", MOON)
    assert (before.verdict, before.start, before.end) == ("bound", "2012-08-17", "2024-01-05")
    assert before.words == "bound since 2012-08-17 until 2024-01-05"
    assert cell(first, "sau", MOON).words == "not bound since 2024-01-05"
    moon = [column.slug for column in last.columns].index(MOON)
    assert last.columns[moon].counts["bound"] == first.columns[moon].counts["bound"] + 1


def test_states_are_shown_while_they_are_there(store: Store, standings: Standings) -> None:
    slugs = {
        day: {line.slug for line in matrix(store, standings, day, which="un-treaties").rows}
        for day in ("1990-10-02", "1990-10-03", "1991-12-25", "1991-12-26", "2024-01-05")
    }
    assert "ddr" in slugs["1990-10-02"]
    assert "ddr" not in slugs["1990-10-03"]
    assert "sun" in slugs["1991-12-25"]
    assert "sun" not in slugs["1991-12-26"]
    former = {line.slug for line in matrix(store, standings, "2024-01-05", who="former").rows}
    assert {"ddr", "sun", "csk"} <= former
    assert not former & slugs["2024-01-05"]
    bodies = {slug_of(actor) for actor in actors_of(standings.grounds, "organisations", "")}
    assert "org/esa" in bodies
    assert all("/" in slug for slug in bodies)


def test_the_columns_are_ordered_and_chosen(store: Store, standings: Standings) -> None:
    every = instruments_of(standings.grounds)
    five = instruments_of(standings.grounds, "un-treaties")
    assert every[:5] == five
    assert [slug_of(iri).rpartition("/")[2] for iri in five][-1] == MOON
    assert every.index(thing("instrument", "artemis-accords")) > every.index(
        thing("instrument", "apsco-convention")
    )
    assert short_name(Name(five[0], "Outer Space Treaty")) == "OST"
    assert short_name(Name(thing("instrument", "new"), "New Treaty")) == "New Treaty"
    assert list(GROUPS) == ["all", "un-treaties"]


def test_a_political_commitment_binds_nobody(store: Store, standings: Standings) -> None:
    table = matrix(store, standings, "2024-01-05")
    accords = next(column for column in table.columns if column.slug == "artemis-accords")
    assert accords.counts["bound"] == 0
    assert accords.counts["committed"] > 25


def test_rows_are_in_the_order_of_the_alphabet(store: Store, standings: Standings) -> None:
    slugs = [line.slug for line in matrix(store, standings, "2024-01-05").rows]
    assert slugs[0] == "afg"
    assert slugs.index("tur") < slugs.index("uga")
    assert len(set(slugs)) == len(slugs)


def test_the_same_as_data(store: Store, standings: Standings) -> None:
    table = matrix(store, standings, "2024-01-04", which="un-treaties")
    rows = {line["actor_iri"]: line for line in table.to_rows()}
    assert set(rows[thing("state", "sau")]) == set(table.header)
    assert rows[thing("state", "sau")][MOON] == "bound"
    data = table.to_json()
    assert data["on"] == "2024-01-04"
    actors = data["actors"]
    assert isinstance(actors, list)
    found = next(actor for actor in actors if actor["iri"] == thing("state", "sau"))
    assert found["standings"][MOON] == {
        "verdict": "bound",
        "from": "2012-08-17",
        "until": "2024-01-05",
    }
    assert sum(table.counts.values()) == len(table.rows) * 5
