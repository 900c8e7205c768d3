"""The pages for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.browse import COLLECTIONS
from astropact.protocol.problem import KINDS

from .addresses import OTHERS

if TYPE_CHECKING:
    from .client import Client


@pytest.mark.parametrize("path", OTHERS)
def test_pages(http: Client, path: str) -> None:
    answer = http.get(path, "text/html")
    assert (answer.status, answer.type) == (200, "text/html")


def test_every_collection_has_a_list(http: Client) -> None:
    for slug in COLLECTIONS:
        page = http.get(f"/id/{slug}", "text/html")
        assert page.status == 200
        assert f'href="/id/{slug}/' in page.text


def test_markup_in_a_request_stays_text(http: Client) -> None:
    for path in ("/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/id/state/%22%3E%3Cb%3E"):
        answer = http.get(path, "text/html")
        assert "<script>alert" not in answer.text
        assert "><b>" not in answer.text


def test_the_home_page_counts_and_answers(http: Client) -> None:
    text = http.get("/", "text/html").text
    assert re.search(r"<strong>[\d,]{5,}</strong> statements", text)
    assert "One answer, with its sources" in text
    assert "Withdrawal" in text
    assert "2024-01-05" in text
    assert "One claim, held against the record" in text
    assert "judged contradicted" in text


def test_lists_of_events_come_by_date(http: Client) -> None:
    text = http.get("/id/event", "text/html").text
    dates = re.findall(r'<td class="date"><time>([^<]+)<', text)
    assert len(dates) > 100
    assert dates == sorted(dates, reverse=True)


def test_search(http: Client) -> None:
    assert '<a href="/id/org/nasa">' in http.get("/search?q=NASA", "text/html").text
    assert "Try a shorter part" in http.get("/search?q=zzzzzz", "text/html").text


def test_every_kind_of_problem_is_explained(http: Client) -> None:
    for slug, kind in KINDS.items():
        assert kind.title in http.get(f"/problem/{slug}", "text/html").text


def test_the_query_page_is_reached_by_its_name(http: Client) -> None:
    answer = http.get("/query?example=01-moon-agreement-parties")
    assert answer.status == 303
    page = http.get(answer.headers["Location"], "text/html")
    assert "Which states are party to the Moon Agreement" in page.text
    assert http.get("/query?example=none").headers["Location"] == "/sparql?format=html"
