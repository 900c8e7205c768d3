"""The pieces of a note: whose they are and what they say."""

from __future__ import annotations

import pytest

from astropact.importers.participation_notes import attribute, interpret, pieces_of
from astropact.importers.participation_sources import Citation, recognise

HUGGO = (
    "https://github.com/globalgov/manytreaties/blob/9ef2/data-raw/parties/GGO/"
    "HUGGO_MEM_env_reconciled.csv"
)
ECOLEX = (
    "https://github.com/globalgov/manyenviron/blob/29836a38/data-raw/memberships/ECOLEX_MEM/"
    "ecomembs.RData (ECOLEX TRE-000413, London version where three depositaries)"
)
DUTCH = "https://verdragenbank.overheid.nl/nl/Verdrag/Details/003428_p.html"
UNODA = "http://disarmament.un.org/treaties/a/outer_space/kuwait/acc/washington"
PRESS = "https://example.org/news"


def cited(*texts: str) -> list[Citation]:
    found = [recognise(text) for text in texts]
    assert None not in found
    return [citation for citation in found if citation is not None]


def test_pieces_are_parted_by_bars() -> None:
    assert pieces_of(" ECOLEX |  London ") == ["ECOLEX", "London"]
    assert pieces_of("") == []


def test_wording_decides_before_place() -> None:
    shares = attribute("ECOLEX | HUGGO gives the earliest", cited(HUGGO, ECOLEX))
    assert shares == [["HUGGO gives the earliest"], ["ECOLEX"]]


def test_place_decides_when_every_source_has_a_piece() -> None:
    assert attribute("London | ECOLEX", cited(UNODA, ECOLEX)) == [["London"], ["ECOLEX"]]


def test_a_lone_piece_goes_to_those_without_one() -> None:
    shares = attribute("ECOLEX | dated by hand", cited(PRESS, ECOLEX, DUTCH))
    assert shares == [["dated by hand"], ["ECOLEX"], ["dated by hand"]]


def test_a_piece_of_nobody_goes_to_all() -> None:
    assert attribute("unclear", cited(PRESS, DUTCH)) == [["unclear"], ["unclear"]]


def test_an_estimate_goes_to_the_sources_with_estimated_lists() -> None:
    citations = cited(HUGGO, DUTCH)
    estimated = {citations[1].slug}
    shares = attribute("HUGGO gives it | as_of estimated", citations, estimated)
    assert shares == [["HUGGO gives it"], ["as_of estimated"]]


@pytest.mark.parametrize(
    ("piece", "remarks"),
    [
        ("ECOLEX", []),
        ("as_of estimated", []),
        ("London", []),
        ("date of effect", []),
        ("ECOLEX; act not stated", ["act not stated"]),
        ("as_of estimated (list predates 2000)", ["list predates 2000"]),
        ("odd, see README (no such state in 1967)", ["odd (no such state in 1967)"]),
        ("joined by this date", ["joined by this date"]),
        ("member; act and date not stated; the Factbook text may be older than the file", []),
        (
            "CLOSES the gap: consent of one. listed under Vertragsparteien with BGBl. 110/1970; "
            "act and deposit date not given; as_of = end of the gazette year (a convention)",
            ["listed among the parties with BGBl. 110/1970"],
        ),
        ("elected to the board (as_of estimated)", ["elected to the board"]),
    ],
)
def test_only_what_triples_do_not_say_remains_a_remark(piece: str, remarks: list[str]) -> None:
    assert interpret([piece]).remarks == remarks


@pytest.mark.parametrize(
    ("piece", "name", "value"),
    [
        ("ECOLEX; in force for it 1984-07-11", "effective_on", "1984-07-11"),
        ("notification deposited; EFFECTIVE 2024-01-05", "effective_on", "2024-01-05"),
        ("date of effect", "date_is_effect", True),
        ("undated page (2 parties); as_of estimated", "estimated", True),
        ("ANACOM calls it ratification", "kind", "ratification"),
        ("year 2018 only", "year_only", "2018"),
        ("ECOLEX row printed under Zambia; corrected here", "printed_under", "Zambia"),
        ("London and Washington", "cities", ("London", "Washington")),
        ("INFERRED: listed as participant at Moscow and not", "cities", ("Moscow",)),
        ("INFERRED: listed as participant at Moscow and not", "evidence", "inferred"),
        ("column DERIVED by elimination", "evidence", "derived"),
        ("that is the deposit date (inference)", "evidence", "inferred"),
        ("source does not name the act, later member = accession", "evidence", "inferred"),
        ("signed, not yet ratified", "evidence", "stated"),
        ("member; act and date not stated", "member", True),
        ("shareholder, 36 %; act not stated", "member", True),
        ("named as one of 25 members (list is partial)", "member", True),
        ("Party appointed to the Advisory Committee, May 2023; 49 members", "member", False),
        ("Decree of 2019 approves the protocol; membership inferred", "evidence", "inferred"),
        ('"acceptance"; in force 16 July 1979', "kind", "acceptance"),
        ('"acceptance"; in force 16 July 1979', "effective_on", "1979-07-16"),
        ("announced 13 March 2025; doubtful", "date_is_effect", True),
        ("as_of = end of the gazette year", "estimated", True),
        ("into force for Ukraine on 16 Oct 1973; the deposit (inference)", "date_is_effect", True),
        ("into force for Ukraine on 16 Oct 1973; the deposit (inference)", "evidence", "stated"),
    ],
)
def test_instructions_are_understood(piece: str, name: str, value: object) -> None:
    assert getattr(interpret([piece]), name) == value
