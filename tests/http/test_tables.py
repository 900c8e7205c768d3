"""What the pages of things show beside their properties."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from astropact.namespaces import AP, concept, thing
from astropact.web.tables import role_of, shown_otherwise

if TYPE_CHECKING:
    from .client import Client


def test_the_kind_of_a_thing_is_read_from_its_address() -> None:
    assert role_of(thing("state", "sau")) == "state"
    assert role_of(concept("rank", "normal")) == ""
    without, kinds = shown_otherwise("state")
    assert AP + "actor" in without
    assert "claim" in kinds


@pytest.mark.parametrize("slug", ["tsi-2025-p29-02", "icas-2024-p38-01", "tsi-2025-p26-01"])
def test_a_claim_s_page_runs_its_check_and_gets_its_verdict(http: Client, slug: str) -> None:
    text = http.get(f"/id/claim/{slug}", "text/html").text
    found = re.search(r'name="query" value="([^"]+)"', text)
    assert found
    query = html.unescape(found[1])
    body = urlencode({"query": query, "format": "json"}).encode()
    answer = http.send(
        "POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, body
    )
    rows = answer.json()["results"]["bindings"]
    assert {row["claim"]["value"] for row in rows} == {thing("claim", slug)}
    verdict = rows[0]["verdict"]["value"].rpartition("/")[2]
    assert f'<span class="judged {verdict}">{verdict}</span></h2>' in text
    assert html.escape(rows[0]["because"]["value"], quote=False).replace("'", "&#39;") in text


def test_a_check_shows_its_query_and_its_claims(http: Client) -> None:
    text = http.get("/id/check/office", "text/html").text
    assert "SELECT ?claim ?verdict ?because" in text
    assert 'href="/id/claim/' in text
    assert "Run it" in text


def test_a_vote_shows_who_voted_how(http: Client) -> None:
    text = http.get("/id/vote/unga-72-250", "text/html").text
    assert "Result: adopted" in text
    against = text[text.index('id="voted-no"') : text.index('id="voted-abstain"')]
    assert len(re.findall(r'href="/id/state/', against)) == 5
    partial = http.get("/id/vote/unga-77-41", "text/html").text
    assert "does not have the whole roll call" in partial
    assert "of 155" in partial


def test_a_state_shows_commitments_agreements_events_votes_and_claims(http: Client) -> None:
    text = http.get("/id/state/usa", "text/html").text
    joined = text[text.index('<ul class="joined"') :]
    assert "Artemis Accords" in joined[: joined.index("</ul>")]
    for heading in ("agreements", "events", "votes", "claimed"):
        assert f'id="{heading}"' in text
    assert "International Lunar Research Station" not in joined[: joined.index("</ul>")]


def test_an_instrument_shows_norms_totals_and_agreements(http: Client) -> None:
    text = http.get("/id/instrument/outer-space-treaty", "text/html").text
    assert "What it lays down" in text
    assert 'href="/totals?instrument=outer-space-treaty"' in text


def test_persons_posts_and_events_tell_their_dates(http: Client) -> None:
    assert "2021-05-03" in http.get("/id/person/bill-nelson", "text/html").text
    assert "Who held it" in http.get("/id/post/nasa-administrator", "text/html").text
    event = http.get("/id/event/artemis-1-launch", "text/html").text
    assert event.index('id="facts"') < event.index('id="told"')


def test_a_source_of_other_statements_lists_them(http: Client) -> None:
    event = http.get("/id/event/artemis-1-launch", "text/html").text
    told = event[event.index('id="told"') :]
    source = re.search(r'href="(/id/source/[^"]+)"', told)
    assert source
    text = http.get(source[1], "text/html").text
    assert '<a href="/id/event/artemis-1-launch">' in text[text.index('id="said"') :]
