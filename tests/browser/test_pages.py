"""The pages in a real browser: they read well, fit a phone and work by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/about",
    "/sparql",
    "/sparql?format=html&query=SELECT%20*%20%7B%20?s%20?p%20?o%20%7D%20LIMIT%2050",
    "/sparql?format=html&query=SELECT",
    "/search?q=moon",
    "/id/state",
    "/matrix",
    "/matrix?on=1985-01-01&actors=organisations&group=un-treaties",
    "/bound",
    "/bound?actor=sau&instrument=moon-agreement&on=2023-06-01",
    "/bound?actor=chn&instrument=moon-agreement&on=2023-06-01",
    "/bound?actor=bhr&instrument=outer-space-treaty&on=2000-01-01",
    "/bound?actor=usa&on=2024-01-05",
    "/bound?instrument=moon-agreement&provision=art-11-1&on=2024-01-05",
    "/bound?actor=usa&with=chn&on=2024-01-05",
    "/bound?actor=rus&from=1991-01-01&to=1993-01-01",
    "/bound?subject=liability&actor=chn&on=2024-01-05",
    "/bound?trigger=distress-landing&actor=chn&on=2024-01-05",
    "/bound?actor=nobody&instrument=moon-agreement",
    "/id/state/usa",
    "/id/state/ddr",
    "/id/org/esa",
    "/id/instrument/outer-space-treaty",
    "/id/act/moon-agreement/sau/withdrawal",
    "/id/statement/ecolex-moon-sau-accession",
    "/id/source/ecolex",
    "/id/source/stratagem-deep-dive-3",
    "/id/source/icas-2024-building-blocs-copy",
    "/id/claim/tsi-2025-p29-02",
    "/id/check/office",
    "/id/vote/unga-72-250",
    "/id/event",
    "/id/event/espacio-lejano-opening",
    "/id/person/bill-nelson",
    "/id/facility/espacio-lejano",
    "/claims",
    "/claims?verdict=contradicted&document=icas-2024-building-blocs",
    "/totals",
    "/concept/act-kind/accession",
    "/ns",
    "/ontology/core",
    "/shapes/core",
    "/graph/actors/states",
    "/dataset",
    "/id/state/nowhere",
]

# WCAG 2.2 contrast of every visible text against what lies behind it.
CONTRAST = """
() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const draw = canvas.getContext('2d', { willReadFrequently: true });
  const over = (layers) => {
    draw.clearRect(0, 0, 1, 1);
    for (const layer of layers) { draw.fillStyle = layer; draw.fillRect(0, 0, 1, 1); }
    return [...draw.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element.checkVisibility() || element.closest('.skip, .hidden, script')) continue;
    const layers = [];
    for (let at = element; at; at = at.parentElement)
      layers.unshift(getComputedStyle(at).backgroundColor);
    const back = over(layers);
    const front = over([...layers, getComputedStyle(element).color]);
    const [a, b] = [light(back), light(front)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(`${text.slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(poor)];
}
"""

STRUCTURE = """
() => {
  const faults = [];
  if (document.documentElement.lang !== 'en') faults.push('no language');
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
  let level = 0;
  for (const heading of document.querySelectorAll('main h1, main h2, main h3, main h4')) {
    const now = Number(heading.tagName[1]);
    if (now > level + 1) faults.push('level left out before ' + heading.textContent);
    level = now;
  }
  for (const field of document.querySelectorAll('input:not([type=hidden]), textarea, select'))
    if (!field.labels.length) faults.push('no label: ' + field.outerHTML.slice(0, 60));
  for (const link of document.querySelectorAll('a, button'))
    if (!link.textContent.trim()) faults.push('no text: ' + link.outerHTML.slice(0, 60));
  for (const image of document.querySelectorAll('img'))
    if (!image.hasAttribute('alt')) faults.push('no alt: ' + image.src);
  for (const head of document.querySelectorAll('th'))
    if (!head.scope) faults.push('no scope: ' + head.textContent);
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push('twice: ' + id);
  return faults;
}
"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_reads_and_is_well_built(visit: Visit, path: str) -> None:
    for width, scheme in ((1280, "light"), (390, "dark")):
        page = visit(path, width=width, scheme=scheme)
        beyond = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert beyond <= 0, f"{width} px wide: {beyond} px stick out"
        assert page.evaluate(CONTRAST) == []
        assert page.evaluate(STRUCTURE) == []
        page.close()


def test_from_the_home_page_to_a_source(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("link", name="Instruments", exact=True).click()
    page.get_by_role("link", name="Moon Agreement", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Moon Agreement"
    row = page.locator("table.acts tr", has_text="Armenia")
    row.get_by_role("link", name="accession").click()
    assert "What the sources say" in page.locator("main").inner_text()
    page.locator("table.evidence tbody tr").first.get_by_role("link").first.click()
    assert "/id/source/" in page.url
    assert "What it says" in page.locator("main").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_question_is_asked_and_answered(visit: Visit, script: bool) -> None:
    page = visit("/sparql", script=script)
    page.locator("aside").get_by_role("link").first.click()
    assert "ap:" in page.locator("#query").input_value()
    page.get_by_role("button", name="Run").click()
    page.locator("#result").wait_for()
    rows = page.locator("#result tbody tr").count()
    assert re.match(rf"{rows} rows", page.locator("#result h2").inner_text())
    assert rows > 10
    href = page.locator("#result").get_by_role("link", name="CSV").get_attribute("href")
    answer = page.request.get(page.url.partition("/sparql")[0] + str(href))
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(answer.text().splitlines()) == rows + 1


def test_a_mistake_is_shown_where_it_is(visit: Visit) -> None:
    page = visit("/sparql")
    page.locator("#query").fill("SELECT *\nWHERE { ?s ?p }")
    page.locator("#query").press("Control+Enter")
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "line 2" in alert.inner_text()
    assert page.locator("#query").input_value() == "SELECT *\nWHERE { ?s ?p }"
    position = page.locator("#query").evaluate("field => field.selectionStart")
    assert position > len("SELECT *\n")


def test_a_long_query_is_posted(visit: Visit) -> None:
    page = visit("/sparql")
    values = " ".join(f"<http://example.org/{i}>" for i in range(1_000))
    page.locator("#query").fill(f"SELECT ?x {{ VALUES ?x {{ {values} }} }}")
    page.get_by_role("button", name="Run").click()
    page.locator("#result").wait_for()
    assert page.locator("#result h2").inner_text() == "1000 rows"
    assert page.url.endswith("/sparql")


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit("/id/state/sau")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the content"
    assert focused.bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_a_claim_to_its_check_run_again(visit: Visit, script: bool) -> None:
    page = visit("/claims", script=script)
    page.get_by_label("Verdict").select_option("contradicted")
    page.get_by_label("Kind").select_option("participation")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="China, too, is called a signatory").click()
    assert "contradicted" in page.locator("#judgement").inner_text()
    page.get_by_role("button", name="Run its query").press("Enter")
    page.locator("#result").wait_for()
    assert "verdict:contradicted" in page.locator("#result").inner_text()


def test_search_finds_by_abbreviation(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("searchbox").fill("nasa")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="National Aeronautics and Space Administration").click()
    assert "/id/org/nasa" in page.url
