"""The drawing of a timeline: places in percent, in the order of time."""

from __future__ import annotations

from dataclasses import replace

from astropact.catalog.evidence import Act
from astropact.catalog.labels import Name
from astropact.catalog.periods import Period
from astropact.namespaces import STANDINGS, concept, thing
from astropact.web.timeline_chart import LETTERS, draw

SAU = Name(thing("state", "sau"), "Saudi Arabia")
MOON = Name(thing("instrument", "moon-agreement"), "Moon Agreement")
SPACE = Name(thing("instrument", "outer-space-treaty"), "Outer Space Treaty")
TODAY = "2026-11-23"
JOINED = [MOON.iri, SPACE.iri]
BOUND = Period("p", SAU, MOON, "bound", "2012-08-17", "2024-01-05", "", ())
LONG = Period("q", SAU, SPACE, "bound", "1976-12-17", "", "", ())


def act(kind: str, on: str = "", by: str = "") -> Act:
    name = Name(concept("act-kind", kind), kind)
    return Act(f"a/{kind}", SAU, MOON, name, on, by, "", "", 1, 0)


def test_nothing_is_drawn_without_a_day() -> None:
    assert draw([], [], TODAY, JOINED) is None
    assert draw([], [act("signature")], TODAY, JOINED) is None


def test_lanes_come_by_their_first_day_and_bars_keep_the_order_of_time() -> None:
    chart = draw([BOUND, LONG], [act("accession", "2012-07-18")], TODAY, JOINED)
    assert chart is not None
    assert [lane.name for lane in chart.lanes] == [SPACE, MOON]
    long, short = chart.lanes[0].bars[0], chart.lanes[1].bars[0]
    mark = chart.lanes[1].marks[0]
    assert 0 < long.x < mark.x < short.x < short.x + short.width < chart.today < 100
    assert long.goes_on
    assert not short.goes_on
    assert abs(long.x + long.width - chart.today) < 0.01
    assert chart.lanes[0].y < chart.lanes[1].y < chart.height
    assert [year for _place, year in chart.years] == [1980, 1990, 2000, 2010, 2020]


def test_what_is_joined_by_acts_comes_first() -> None:
    chart = draw([BOUND, LONG], [], TODAY, [MOON.iri])
    assert chart is not None
    assert [lane.name for lane in chart.lanes] == [MOON, SPACE]
    assert chart.apart == chart.lanes[1].y
    chart = draw([BOUND, LONG], [], TODAY, JOINED)
    assert chart is not None
    assert chart.apart == 0


def test_a_bar_is_as_long_as_its_period() -> None:
    chart = draw([BOUND, LONG], [], TODAY, JOINED)
    assert chart is not None
    long, short = chart.lanes[0].bars[0], chart.lanes[1].bars[0]
    years = {year: place for place, year in chart.years}
    of_year = (years[2020] - years[1980]) / 40
    assert abs(short.width / of_year - 11.38) < 0.05
    assert abs(long.width / of_year - 49.93) < 0.05


def test_short_times_are_marked_by_more_years_and_shown_at_all() -> None:
    day = replace(BOUND, start="2024-01-04", end="2024-01-05", standing="contested")
    chart = draw([day], [], "2024-06-01", JOINED)
    assert chart is not None
    assert [year for _place, year in chart.years] == [2024]
    chart = draw(
        [day, replace(day, start="2019-01-01", end="2024-01-04")], [], "2024-06-01", JOINED
    )
    assert chart is not None
    assert [year for _place, year in chart.years] == [2019, 2020, 2021, 2022, 2023, 2024]
    assert min(bar.width for bar in chart.lanes[0].bars) >= 0.2
    assert chart.standings == ["contested"]


def test_what_begins_later_than_today_is_drawn() -> None:
    chart = draw([replace(BOUND, start="2028-05-01", end="")], [], TODAY, JOINED)
    assert chart is not None
    bar = chart.lanes[0].bars[0]
    assert chart.today < bar.x < bar.x + bar.width < 100


def test_acts_have_a_shape_by_what_they_do() -> None:
    acts = [
        act("signature", "1980-01-01"),
        act("declaration-of-acceptance", "1981-01-01"),
        act("accession", by="1990-12-31"),
        act("withdrawal", "1991-01-01"),
        act("reservation", "1992-01-01"),
    ]
    chart = draw([], acts, TODAY, JOINED)
    assert chart is not None
    shapes = [mark.shape for mark in chart.lanes[0].marks]
    assert shapes == ["signs", "joins", "joins", "leaves", "other"]
    assert chart.shapes == ["signs", "joins", "leaves", "other"]
    assert [mark.when for mark in chart.lanes[0].marks][2] == "by 1990-12-31"


def test_each_standing_has_a_sign_of_its_own() -> None:
    assert set(LETTERS) == set(STANDINGS)
    assert len(set(LETTERS.values())) == len(STANDINGS)
