"""Who was bound, seen by people: the matrix, the timelines and the explanations."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from astropact.namespaces import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

SAUDI = "Saudi Arabia, Moon Agreement: "
VERDICT = "/bound?actor=sau&instrument=moon-agreement&on="


def cell(page: Page, name: str) -> Locator:
    return page.locator(f'.matrix td a[aria-label^="{name}"]')


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_date_box_changes_the_cells(visit: Visit, script: bool) -> None:
    page = visit("/matrix?on=2024-01-04&group=un-treaties", script=script)
    assert cell(page, SAUDI).inner_text() == "B"
    assert cell(page, SAUDI + "bound since 2012-08-17").count() == 1
    page.get_by_label("Day", exact=True).fill("2024-01-05")
    page.get_by_role("button", name="Show").click()
    assert "on=2024-01-05" in page.url
    assert "group=un-treaties" in page.url
    assert cell(page, SAUDI).inner_text() == "–"
    assert cell(page, SAUDI + "not bound since 2024-01-05").count() == 1
    page.get_by_role("link", name="Last change before").click()
    page.get_by_role("link", name="Next change").click()
    assert page.get_by_label("Day", exact=True).input_value() == "2024-01-05"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Saudi Arabia, Moon Agreement", "2024-01-04"),
        ("Saudi Arabia, Moon Agreement", "2024-01-05"),
        ("Russia, Outer Space Treaty", "1992-01-15"),
        ("Luxembourg, Artemis Accords", "2024-01-05"),
        ("Bahrain, Outer Space Treaty", "2000-01-01"),
        ("German Democratic Republic, Outer Space Treaty", "1990-10-02"),
    ],
)
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_cell_leads_to_an_explanation_with_its_verdict(
    visit: Visit, name: str, day: str, script: bool
) -> None:
    page = visit(f"/matrix?on={day}", script=script)
    found = cell(page, name + ": ")
    sign, verdict = found.inner_text(), found.get_attribute("class")
    assert verdict in STANDINGS
    found.click()
    actor, _, instrument = name.partition(", ")
    headline = page.get_by_role("heading", level=1)
    assert headline.locator(f".badge.{verdict}").inner_text() == sign
    for part in (actor, instrument, day):
        assert part in headline.inner_text()
    assert page.locator("ol.chain > li").count() > 0


def test_standings_differ_without_colour(visit: Visit) -> None:
    page = visit("/matrix?on=2021-06-01")
    shapes: dict[str, set[tuple[str, ...]]] = {}
    for standing in STANDINGS:
        cells = page.locator(f".matrix td a.{standing}")
        assert cells.count() > 0, standing
        shapes[standing] = {
            tuple(found)
            for found in cells.evaluate_all(
                "all => all.map(e => [e.textContent, getComputedStyle(e).borderRadius, "
                "getComputedStyle(e).backgroundColor])"
            )
        }
        assert len(shapes[standing]) == 1
    looks = [next(iter(look)) for look in shapes.values()]
    assert len({text for text, _radius, _colour in looks}) == len(STANDINGS)
    filled = [look for look in looks if look[2] != "rgba(0, 0, 0, 0)"]
    assert len(filled) == 3
    assert len({radius for _text, radius, _colour in filled}) == 3
    # In shades of grey no two of the filled ones are alike either.
    greys = sorted(
        sum(
            int(part) * weight
            for part, weight in zip(re.findall(r"\d+", colour)[:3], (0.3, 0.59, 0.11), strict=True)
        )
        for _text, _radius, colour in filled
    )
    assert min(b - a for a, b in pairwise(greys)) > 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_head_and_the_names_stay_in_view(visit: Visit, width: int, scheme: str) -> None:
    page = visit("/matrix?on=2024-01-05", width=width, scheme=scheme)
    box = page.locator(".matrix-scroll")
    box.evaluate("box => box.scrollTo(300, 2000)")
    frame = box.bounding_box()
    assert frame
    head = page.locator(".matrix thead th").nth(3).bounding_box()
    corner = page.locator(".matrix thead th").first.bounding_box()
    name = page.locator(".matrix tbody th").nth(90).bounding_box()
    assert head
    assert corner
    assert name
    assert abs(head["y"] - frame["y"]) <= 2
    assert abs(corner["x"] - frame["x"]) <= 2
    assert abs(name["x"] - frame["x"]) <= 2
    if width == 390:
        assert box.evaluate("box => box.scrollLeft") > 0
        assert name["width"] < width / 2


def test_the_keyboard_reaches_the_cells_and_tells_what_they_say(visit: Visit) -> None:
    page = visit("/matrix?on=2024-01-04&group=un-treaties")
    page.locator(".matrix-scroll").focus()
    for _step in range(7):
        page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert str(focused.get_attribute("aria-label")).startswith("Afghanistan, Outer Space Treaty: ")
    told = focused.evaluate("e => getComputedStyle(e, '::after').content")
    assert "Afghanistan, Outer Space Treaty" in told
    page.keyboard.press("Enter")
    page.wait_for_url("**/bound?actor=afg&instrument=outer-space-treaty&on=2024-01-04")
    page.go_back()
    page.get_by_role("link", name="Skip the table").press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "JSON"


@pytest.mark.parametrize("path", ["/id/state/sau", "/id/state/rus", "/id/org/esa"])
@pytest.mark.parametrize("width", [390, 1280])
def test_bars_of_a_timeline_are_as_long_as_the_periods_beneath(
    visit: Visit, path: str, width: int
) -> None:
    page = visit(path, width=width, script=width == 1280)
    rows = page.locator("table.periods tbody tr")
    periods = {}
    for row in rows.all():
        href = row.get_by_role("link", name=re.compile("^Why")).get_attribute("href")
        days = row.locator("td.date time").all_inner_texts()
        periods[href] = (row.locator("th").inner_text(), days)
    bars = page.locator("svg.chart[role=img] a", has=page.locator("rect.bar"))
    assert bars.count() == len(periods)
    frame = page.locator("svg.chart[role=img]").bounding_box()
    assert frame
    measured = []
    for bar in bars.all():
        instrument, days = periods[bar.get_attribute("href")]
        assert str(bar.locator("title").text_content()).startswith(f"{instrument}: ")
        box = bar.locator("rect.bar").bounding_box()
        assert box
        assert frame["x"] <= box["x"] < box["x"] + box["width"] <= frame["x"] + frame["width"]
        if len(days) == 2:
            measured.append((box["width"], int(days[1][:4]) - int(days[0][:4])))
    # Longer periods have longer bars; a year more or less is within the rounding of a bar.
    for wide, years in measured:
        assert all(wide >= other for other, less in measured if less < years - 1)


def test_a_bar_leads_to_its_explanation(visit: Visit) -> None:
    page = visit("/id/state/sau", script=False)
    chart = page.get_by_role("img", name="Timeline of Saudi Arabia")
    assert chart.count() == 1
    page.locator(f'svg.chart a[href="{VERDICT}2012-08-17"] rect.bar').click(force=True)
    assert "Saudi Arabia is bound by the Moon Agreement" in page.locator("h1").inner_text()
    assert page.url.endswith(f"{VERDICT}2012-08-17")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_question_of_the_home_page_is_answered(visit: Visit, script: bool) -> None:
    page = visit("/", script=script)
    form = page.locator("section[aria-labelledby=ask]")
    form.get_by_label("State or body").fill("Saudi Arabia")
    form.get_by_label("Instrument").select_option("moon-agreement")
    form.get_by_label("Day", exact=True).fill("2023-06-01")
    form.get_by_role("button", name="Show").press("Enter")
    assert "is bound by the Moon Agreement on 2023-06-01" in page.locator("h1").inner_text()
    page.locator("ol.chain summary").first.press("Enter")
    triples = page.locator("ol.chain pre").first
    assert triples.is_visible()
    assert "<https://w3id.org/astropact/ns#standing>" in triples.inner_text()
    page.get_by_role("link", name="2024-01-05").first.click()
    assert "is not bound by" in page.locator("h1").inner_text()


def test_the_query_of_a_verdict_finds_the_same(visit: Visit) -> None:
    page = visit(f"{VERDICT}2023-06-01")
    page.get_by_role("link", name="Run the query").click()
    page.locator("#result").wait_for()
    text = page.locator("#result").inner_text()
    assert "standing:bound" in text
    assert "2024-01-05" in text


def test_every_example_of_the_question_page_is_answered(visit: Visit) -> None:
    page = visit("/bound")
    links = page.locator("main p a").evaluate_all("all => all.map(e => e.getAttribute('href'))")
    assert len(links) > 8
    for link in links:
        answer = page.request.get(
            page.url.partition("/bound")[0] + link, headers={"Accept": "text/html"}
        )
        assert answer.status == 200, link
