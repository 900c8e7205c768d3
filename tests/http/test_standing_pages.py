"""The participation matrix as a page and as data, and the timelines of things."""

from __future__ import annotations

import csv
import html
import io
import re
from typing import TYPE_CHECKING

import pytest

from astropact.web.timeline_chart import LETTERS

if TYPE_CHECKING:
    from .client import Client

CELL = re.compile(r'<td><a class="([a-z-]+)" href="([^"]+)" aria-label="([^"]+)">([^<]+)</a>')


def cells(text: str) -> dict[str, tuple[str, str, str]]:
    """Class, address and sign of each cell of a page, by its name up to the colon."""
    found = {}
    for kind, address, name, sign in CELL.findall(text):
        who, _, words = html.unescape(name).partition(": ")
        assert words.startswith(kind.replace("-", " "))
        found[who] = (kind, html.unescape(address), sign)
    return found


def test_the_matrix_follows_the_day(http: Client) -> None:
    found = {
        day: cells(http.get(f"/matrix?on={day}", "text/html").text)["Saudi Arabia, Moon Agreement"]
        for day in ("2024-01-04", "2024-01-05")
    }
    address = "/bound?actor=sau&instrument=moon-agreement&on="
    assert found["2024-01-04"] == ("bound", address + "2024-01-04", "B")
    assert found["2024-01-05"] == ("not-bound", address + "2024-01-05", "–")


def test_every_cell_leads_to_its_explanation_and_has_a_sign(http: Client) -> None:
    page = http.get("/matrix?on=1991-06-01", "text/html")
    assert len(page.body) < 900_000
    found = cells(page.text)
    data = http.get("/matrix?on=1991-06-01").json()
    assert len(found) == len(data["actors"]) * len(data["instruments"])
    assert len({address for _kind, address, _sign in found.values()}) == len(found)
    assert {(kind, sign) for kind, _address, sign in found.values()} <= set(LETTERS.items())
    assert found["Soviet Union, Outer Space Treaty"][0] == "bound"


@pytest.mark.parametrize(("actor", "rows"), [("organisations", "ESA"), ("former", "Soviet Union")])
def test_rows_are_chosen(http: Client, actor: str, rows: str) -> None:
    text = http.get(f"/matrix?on=1985-01-01&actors={actor}&group=un-treaties", "text/html").text
    found = cells(text)
    assert len(found) % 5 == 0
    assert any(rows in name or "European Space Agency" in name for name in found)
    assert not any(name.startswith("Saudi Arabia") for name in found)


def test_the_neighbouring_days_of_change_are_linked(http: Client) -> None:
    text = http.get("/matrix?on=2024-01-04&group=un-treaties", "text/html").text
    assert re.search(r'rel="next" href="\?on=2024-01-05&amp;actors=states&amp;group=un-', text)
    assert 'rel="prev"' in text


def test_the_matrix_is_data_too(http: Client) -> None:
    data = http.get("/matrix?on=2024-01-04&group=un-treaties").json()
    assert len(data["instruments"]) == 5
    saudi = next(actor for actor in data["actors"] if actor["label"] == "Saudi Arabia")
    assert saudi["standings"]["moon-agreement"]["verdict"] == "bound"
    table = http.get("/matrix?on=2024-01-04&group=un-treaties&format=csv", "*/*")
    assert table.type == "text/csv"
    rows = {row["actor"]: row for row in csv.DictReader(io.StringIO(table.text))}
    assert rows["Saudi Arabia"]["moon-agreement"] == "bound"
    assert len(rows) == len(data["actors"])
    for column in data["instruments"]:
        counted = sum(row[column["slug"]] == "bound" for row in rows.values())
        assert counted == column["counts"].get("bound", 0)


def test_the_legend_says_what_not_knowing_means(http: Client) -> None:
    text = http.get("/matrix?on=2024-01-04", "text/html").text
    assert 'silence proves nothing. <a href="/totals">' in text


def test_without_a_day_it_is_today(http: Client) -> None:
    first = http.get("/matrix?format=json")
    assert first.json()["on"] == http.get("/matrix?format=json&on=").json()["on"]
    tag = first.headers["ETag"]
    assert http.send("GET", "/matrix?format=json", {"If-None-Match": tag}).status == 304


@pytest.mark.parametrize(
    "query", ["on=2024-02-30", "on=tomorrow", "on=%3Cb%3E", "group=odd", "actors=%3Cb%3E"]
)
def test_a_wrong_choice_is_told(http: Client, query: str) -> None:
    answer = http.get(f"/matrix?{query}")
    assert (answer.status, answer.type) == (400, "application/problem+json")
    assert "<b>" not in http.get(f"/matrix?{query}", "text/html").text


@pytest.mark.parametrize("path", ["/id/state/sau", "/id/org/esa", "/id/state/ddr", "/id/state/usa"])
def test_a_timeline_says_the_same_as_its_table(http: Client, path: str) -> None:
    text = http.get(path, "text/html").text
    drawn = text[text.index('<svg class="chart" role="img"') :]
    drawn = drawn[: drawn.index("</svg>\n  <ul")]
    bars = re.findall(r'<a href="(/bound\?[^"]+)" tabindex="-1">', drawn)
    table = text[text.index('<table class="acts periods">') :]
    table = table[: table.index("</table>")]
    rows = re.findall(r'<a href="(/bound\?[^"]+)" aria-label="Why', table)
    assert rows
    assert sorted(bars) == sorted(rows)
    assert drawn.count('<rect class="bar') == len(rows)
    assert "style=" not in drawn


def test_an_instrument_tells_whom_it_binds(http: Client) -> None:
    text = http.get("/id/instrument/moon-agreement", "text/html").text
    now, past = text[text.index('id="bound"') :].split("No longer", 1)
    assert "Pakistan" in now
    assert "Saudi Arabia" not in now
    assert "Saudi Arabia" in past[: past.index("</ul>")]
    assert "/bound?actor=sau&amp;instrument=moon-agreement&amp;on=2012-08-17" in past


VERDICT = "/bound?actor=sau&instrument=moon-agreement&on=2023-06-01"


def test_the_page_of_a_verdict_says_what_its_data_says(http: Client) -> None:
    text = http.get(VERDICT, "text/html").text
    data = http.get(VERDICT).json()
    assert '<b class="badge bound"' in text
    chain = text[text.index('<ol class="chain">') : text.index("</ol>")]
    assert chain.count("<li>\n") == len(data["chain"])
    assert chain.count("<details>") == len(data["chain"])
    for step in data["chain"]:
        for source in step["sources"]:
            assert html.escape(source["label"], quote=False).replace("'", "&#39;") in chain
        for triple in step["triples"]:
            assert (
                html.escape(triple[2]).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")
                in chain
            )
    norms = text[text.index('id="norms"') : text.index('id="data"')]
    assert norms.count('<span class="gist">') == len(data["norms"]) > 0
    for heading in ("What must be done", "What must not be done", "What may be done"):
        assert heading in norms


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("actor=usa&on=2024-01-05", "Outer Space Treaty"),
        ("instrument=moon-agreement&provision=art-11-1&on=2024-01-05", "Pakistan"),
        ("actor=usa&with=chn&on=2024-01-05", "What binds both"),
        ("actor=rus&from=1991-01-01&to=1993-01-01", "Russia, Outer Space Treaty"),
        ("trigger=distress-landing&actor=chn&on=2024-01-05", "Rescue Agreement"),
        ("subject=liability&on=2024-01-05", "Liability Convention"),
    ],
)
def test_plural_forms_are_pages_that_lead_on(http: Client, query: str, words: str) -> None:
    text = http.get(f"/bound?{query}", "text/html").text
    assert words in text
    assert f"/bound?{query.replace('&', '&amp;')}&amp;format=json" in text
    links = set(re.findall(r'href="(/bound\?(?:actor|instrument)=[^"]+&amp;on=[^"]+)"', text))
    assert links
    assert http.get(html.unescape(sorted(links)[0]), "text/html").status == 200


def test_what_binds_comes_before_what_does_not(http: Client) -> None:
    text = http.get("/bound?trigger=distress-landing&actor=chn&on=2024-01-05", "text/html").text
    found = re.findall(r'<b class="badge ([a-z-]+)"', text)
    order = ["bound", "committed", "contested", "not-bound", "unknown"]
    assert [order.index(one) for one in found] == sorted(order.index(one) for one in found)
    assert (
        "What is promised"
        in http.get("/bound?actor=usa&instrument=artemis-accords", "text/html").text
    )


def test_the_question_page_offers_all_that_can_be_asked(http: Client) -> None:
    text = http.get("/bound", "text/html").text
    for name in (
        "actor",
        "instrument",
        "provision",
        "with",
        "from",
        "to",
        "trigger",
        "subject",
        "on",
    ):
        assert f'name="{name}"' in text
    assert '<option value="Saudi Arabia">' in text
    assert '<option value="moon-agreement">Moon Agreement</option>' in text
    assert '<option value="distress-landing">' in text
    typed = http.get("/bound?on=%22%3E%3Cb%3Ex", "text/html").text
    assert "<b>x" not in typed


def test_an_older_version_is_asked_on(http: Client) -> None:
    version = http.get(VERDICT).json()["version"]
    text = http.get(f"{VERDICT}&version={version}", "text/html").text
    assert f"&amp;on=2024-01-05&amp;version={version}" in text
    assert f'name="version" value="{version}"' in text


@pytest.mark.parametrize(
    ("path", "words", "heading"),
    [
        ("/id/period/moon-agreement/sau/1", "Why it was so", "Saudi Arabia is bound by the Moon"),
        ("/id/provision/outer-space-treaty/art-4-1", "Who is bound by it today", "Article IV"),
    ],
)
def test_a_page_leads_to_the_explanation(http: Client, path: str, words: str, heading: str) -> None:
    text = http.get(path, "text/html").text
    found = re.search(rf'href="(/bound\?[^"]+)">{words}</a>', text)
    assert found
    answer = http.get(html.unescape(found[1]), "text/html")
    assert answer.status == 200
    assert heading in re.sub("<[^>]+>", "", answer.text)
