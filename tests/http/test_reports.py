"""Reports: for people, as JSON, and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .client import Client


def test_conflicts_are_a_page_and_data(http: Client) -> None:
    page = http.get("/conflicts", "text/html")
    assert (page.status, page.type) == (200, "text/html")
    assert "Where sources differ" in page.text
    data = json.loads(http.get("/conflicts?instrument=moon-agreement").text)
    table = http.get("/conflicts?instrument=moon-agreement&format=csv", "*/*")
    assert table.type == "text/csv"
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert len(rows) == sum(len(item["readings"]) for item in data)
    assert {item["instrument"]["label"] for item in data} == {"Moon Agreement"}


def test_one_state_is_chosen_by_its_code(http: Client) -> None:
    data = json.loads(http.get("/conflicts?actor=SAU&instrument=moon-agreement").text)
    assert [item["step"] for item in data] == ["withdrawal"]


def test_nothing_found_is_an_empty_report(http: Client) -> None:
    assert json.loads(http.get("/conflicts?actor=XXX").text) == []
    assert http.get("/conflicts?actor=XXX&format=csv").text == ""
    assert "No conflict" in http.get("/conflicts?actor=XXX", "text/html").text


@pytest.mark.parametrize("query", ["outcome=odd", "actor=%3Cb%3E", "instrument=a%20b"])
def test_a_wrong_choice_is_told(http: Client, query: str) -> None:
    answer = http.get(f"/conflicts?{query}")
    assert (answer.status, answer.type) == (400, "application/problem+json")
    assert "<b>" not in http.get(f"/conflicts?{query}", "text/html").text


def test_a_report_is_validated_by_its_tag(http: Client) -> None:
    first = http.get("/conflicts?actor=SAU")
    tag = first.headers["ETag"]
    assert http.send("GET", "/conflicts?actor=SAU", {"If-None-Match": tag}).status == 304


def test_links_and_their_exchange_form(http: Client) -> None:
    page = http.get("/links", "text/html")
    assert (page.status, page.type) == (200, "text/html")
    assert "Wikidata" in page.text
    table = http.get("/links.sssom.tsv")
    assert table.type == "text/tab-separated-values"
    assert "wikidata:Q851" in table.text
