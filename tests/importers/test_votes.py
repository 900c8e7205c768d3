"""Tables of votes become one file a vote, and what does not add up is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.sources import AP
from astropact.importers.votes import import_votes

if TYPE_CHECKING:
    from collections.abc import Mapping

SAMPLES = Path(__file__).parent / "samples"
TABLES = [SAMPLES / f"votes{name}.csv" for name in ("_history", "", "_events")]
HEAD = "resolution,date,state,iso3,position,source_url\n"


@pytest.fixture(scope="module")
def files(repository: Path) -> Mapping[str, Graph]:
    return import_votes(TABLES, root=repository)


def vote(slug: str) -> URIRef:
    return URIRef(namespaces.thing("vote", slug))


def positions(files: Mapping[str, Graph], slug: str) -> dict[str, str]:
    graph = files[f"data/votes/{slug}.ttl"]
    return {
        str(graph.value(node, AP.voter)).rsplit("/", 1)[1]: str(
            graph.value(node, AP.position)
        ).rsplit("/", 1)[1]
        for node in graph.subjects(RDF.type, AP.VotePosition)
    }


def test_a_whole_roll_call_adds_up(files: Mapping[str, Graph]) -> None:
    graph = files["data/votes/unga-69-32.ttl"]
    found = positions(files, "unga-69-32")
    assert Counter(found.values()) == {"yes": 126, "no": 4, "abstain": 46}
    assert {state for state, kind in found.items() if kind == "no"} == {"geo", "isr", "ukr", "usa"}
    assert graph.value(vote("unga-69-32"), AP.completeRollCall) == Literal(True)
    assert str(graph.value(vote("unga-69-32"), AP.heldOn)) == "2014-12-02"


def test_a_partial_roll_call_says_so(files: Mapping[str, Graph]) -> None:
    graph = files["data/votes/unga-77-41.ttl"]
    found = Counter(positions(files, "unga-77-41").values())
    assert found == {"no": 9, "abstain": 9, "yes": 1}
    assert graph.value(vote("unga-77-41"), AP.completeRollCall) == Literal(False)
    assert int(str(graph.value(vote("unga-77-41"), AP.votesInFavour))) == 155


def test_rival_reports_are_kept_and_ranked(files: Mapping[str, Graph]) -> None:
    slug = "security-council-2024-04-24"
    graph = files[f"data/votes/{slug}.ttl"]
    assert positions(files, slug)["chn"] == "abstain"
    china = URIRef(namespaces.thing("position", f"{slug}/chn"))
    ranks = {
        (str(graph.value(s, AP.position)).rsplit("/", 1)[1],
         str(graph.value(s, AP.rank)).rsplit("/", 1)[1])
        for s in graph.subjects(AP.aboutThing, china)
    }  # fmt: skip
    assert ranks == {("abstain", "preferred"), ("abstain", "normal"), ("no", "deprecated")}
    russia = URIRef(namespaces.thing("position", f"{slug}/rus"))
    assert graph.value(russia, AP.veto) == Literal(True)
    usa = URIRef(namespaces.thing("position", f"{slug}/usa"))
    assert graph.value(usa, AP.because) is not None


def test_rival_totals_and_days_are_statements(files: Mapping[str, Graph]) -> None:
    slug = "first-committee-76-no-first-placement"
    graph = files[f"data/votes/{slug}.ttl"]
    assert int(str(graph.value(vote(slug), AP.votesAgainst))) == 35
    said = {int(str(graph.value(s, AP.votesAgainst))) for s in graph.subjects(AP.statedIn)}
    assert said == {9, 35}
    dated = files["data/votes/unga-77-41.ttl"]
    assert [str(day) for day in dated.objects(None, AP.statedDate)] == ["2022-12-13"]


def test_a_month_has_bounds(files: Mapping[str, Graph]) -> None:
    slug = "unga-78-no-first-placement"
    graph = files[f"data/votes/{slug}.ttl"]
    day = [str(graph.value(vote(slug), AP[p])) for p in ("heldOn", "notBefore", "notAfter")]
    assert day == ["2023-12", "2023-12-01", "2023-12-05"]


def test_a_draft_that_became_a_resolution_is_one_text(files: Mapping[str, Graph]) -> None:
    graph = files["data/instruments/un-resolutions.ttl"]
    text = URIRef(namespaces.thing("instrument", "unga-77-41"))
    assert (text, RDF.type, AP.Resolution) in graph
    assert str(graph.value(text, AP.adoptedOn)) == "2022-12-07"
    assert {str(o) for o in graph.objects(text, AP.seriesReference)} == {
        "A/RES/77/41",
        "A/C.1/77/L.62",
    }
    draft = URIRef(namespaces.thing("instrument", "security-council-draft-2024-302"))
    assert (draft, RDF.type, AP.DraftResolution) in graph
    assert graph.value(draft, AP.adoptedOn) is None


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("A/RES/1/1,2022-12-07,China,CHN,no,https://x.org", "is not known"),
        ("A/RES/77/41,2022-12-07,Atlantis,ATL,no,https://x.org", "not a state"),
        ("A/RES/77/41,2022-12-07,China,CUB,no,https://x.org", "not a state"),
        ("A/RES/77/41,2022-12-07,China,CHN,maybe,https://x.org", "not a position"),
        ("A/RES/77/41,2022-13,China,CHN,no,https://x.org", "not a date"),
        ("A/RES/77/41,2022-12-07,TOTAL,,many,https://x.org", "not a total"),
        ("A/RES/77/41,2022-12-07,China,CHN,no,https://x.org", "totals"),
        (
            "A/RES/77/41,2022-12-07,China,CHN,no,https://x.org\n"
            "A/RES/77/41,2022-12-07,China,CHN,yes,https://x.org",
            "already",
        ),
        (
            "A/RES/77/41,2022-12-07,China,CHN,no,https://x.org\n"
            "A/RES/77/41,2022-12-08,Cuba,CUB,no,https://x.org",
            "dated",
        ),
        (
            "A/RES/77/41,2022-12-07,TOTAL,,155-0-9,https://x.org\n"
            "A/RES/77/41,2022-12-07,China,CHN,no,https://x.org",
            "only 0 were counted",
        ),
        (
            "A/RES/77/41,2022-12-07,TOTAL,,155-9-9,https://x.org\n"
            "A/RES/77/41,2022-12-07,TOTAL,,155-8-9,https://x.org",
            "another total",
        ),
        (
            "A/RES/77/41,2022-12-07,TOTAL,,CONFLICT: 155-9-9,https://x.org",
            "Nothing says which",
        ),
        (
            "A/RES/77/41,2022-12-07,TOTAL,,155-9-9,https://x.org\n"
            "A/RES/77/41,2022-12-07,China,CHN,no,https://x.org\n"
            "A/RES/77/41,2022-12-07,China,CHN,CONFLICT: yes,https://x.org",
            "Nothing says which",
        ),
    ],
)
def test_bad_rows_are_refused(rows: str, fault: str, repository: Path, tmp_path: Path) -> None:
    table = tmp_path / "votes.csv"
    table.write_text(HEAD + rows + "\n", "utf-8")
    with pytest.raises(InputError, match=fault):
        import_votes([table], root=repository)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2022-12-07,UN vote,Something else,UN,155-9-9,https://x.org,", "not a vote"),
        (
            "2022-12-07,UN vote,General Assembly A/RES/77/41 on destructive direct-ascent ASAT "
            "testing,UN,150-9-9,https://x.org,",
            "has the total",
        ),
    ],
)
def test_events_must_fit_the_votes(row: str, fault: str, repository: Path, tmp_path: Path) -> None:
    events = tmp_path / "events.csv"
    events.write_text("date,kind,event,actors_iso3,figures_or_vote,source_url,notes\n" + row)
    with pytest.raises(InputError, match=fault):
        import_votes([*TABLES[:2], events], root=repository)


def test_a_table_that_is_not_there_is_told(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        import_votes([tmp_path / "none.csv"], root=repository)
