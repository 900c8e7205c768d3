"""Reports: for people, as JSON, and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, get_args

import pytest

from astropact.reasoning.totals import Status
from astropact.web.reports import STATUSES

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
    for path in ("/conflicts?actor=XXX", "/claims?check=none", "/totals?instrument=none"):
        table = http.get(f"{path}&format=csv").text
        whole = http.get(f"{path.partition('?')[0]}?format=csv").text
        assert table == whole.partition("\r\n")[0] + "\r\n"
    assert "No conflict" in http.get("/conflicts?actor=XXX", "text/html").text


@pytest.mark.parametrize(
    "path",
    [
        "/conflicts?outcome=odd",
        "/conflicts?actor=%3Cb%3E",
        "/conflicts?instrument=a%20b",
        "/claims?verdict=%3Cb%3E",
        "/claims?kind=odd",
        "/claims?document=ecolex",
        "/totals?status=odd",
    ],
)
def test_a_wrong_choice_is_told(http: Client, path: str) -> None:
    answer = http.get(path)
    assert (answer.status, answer.type) == (400, "application/problem+json")
    assert "<b>" not in http.get(path, "text/html").text


def test_a_report_is_validated_by_its_tag(http: Client) -> None:
    first = http.get("/conflicts?actor=SAU")
    tag = first.headers["ETag"]
    assert http.send("GET", "/conflicts?actor=SAU", {"If-None-Match": tag}).status == 304


def test_claims_are_a_page_and_data(http: Client) -> None:
    page = http.get("/claims", "text/html")
    assert (page.status, page.type) == (200, "text/html")
    assert '<span class="judged contradicted">contradicted</span>' in page.text
    data = json.loads(http.get("/claims").text)
    assert len(data) > 300
    table = http.get("/claims?format=csv", "*/*")
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [row["verdict"] for row in rows] == [item["verdict"] for item in data]
    assert all(row["because"] for row in rows)


def test_claims_are_chosen_and_counted(http: Client) -> None:
    path = "/claims?document=stratagem-deep-dive-3&verdict=contradicted&kind=participation"
    data = json.loads(http.get(path).text)
    assert {item["verdict"] for item in data} == {"contradicted"}
    assert {item["kind"] for item in data} == {"participation"}
    assert any(item["claim"].endswith("/tsi-2025-p29-02") for item in data)
    text = http.get(path, "text/html").text
    assert text.count('<article class="claim">') == len(data)
    assert f"contradicted</span> <strong>{len(data)}</strong>" in text
    judged = json.loads(http.get("/claims?check=signature").text)
    assert {item["check"]["label"] for item in judged} == {"Did the actor sign?"}


def test_long_lists_of_claims_are_paged(http: Client) -> None:
    first = http.get("/claims", "text/html").text
    assert first.count('<article class="claim">') == 100
    assert 'href="?offset=100"' in first
    again = http.get("/claims?offset=300", "text/html").text
    assert 0 < again.count('<article class="claim">') <= 100
    assert 'rel="next"' not in again
    for odd in ("x", "-1", "%00", "9" * 30, "9" * 5000, "1&offset=2"):
        answer = http.get(f"/claims?offset={odd}", "text/html")
        assert answer.status == 200
    assert "No claim" in http.get(f"/claims?offset={'9' * 30}", "text/html").text
    assert "9" * 12 not in http.get(f"/claims?offset={'9' * 30}", "text/html").text


def test_a_document_is_chosen_by_the_name_of_its_file_too(http: Client) -> None:
    by_file = http.get("/claims?document=stratagem-deep-dive-3-us-china-space.txt").text
    assert by_file == http.get("/claims?document=stratagem-deep-dive-3").text
    assert http.get("/claims?document=%F0%9F%9A%80").status == 400


def test_totals_are_a_page_and_data(http: Client) -> None:
    data = json.loads(http.get("/totals?instrument=moon-agreement").text)
    assert data
    assert {item["instrument_label"] for item in data} == {"Moon Agreement"}
    rows = list(csv.DictReader(io.StringIO(http.get("/totals?format=csv", "*/*").text)))
    for row in rows:
        assert int(row["official"]) - int(row["derived"]) == int(row["difference"])
    chosen = [row for row in rows if row["status"] == "known"]
    text = http.get("/totals?status=known", "text/html").text
    assert text.count('<span class="between">known</span>') == len(chosen)
    assert json.loads(http.get("/totals?instrument=none").text) == []


def test_every_status_of_a_total_is_explained() -> None:
    assert set(STATUSES) == set(get_args(Status))


def test_links_and_their_exchange_form(http: Client) -> None:
    page = http.get("/links", "text/html")
    assert (page.status, page.type) == (200, "text/html")
    assert "Wikidata" in page.text
    table = http.get("/links.sssom.tsv")
    assert table.type == "text/tab-separated-values"
    assert "wikidata:Q851" in table.text
