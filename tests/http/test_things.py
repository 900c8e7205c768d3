"""The IRIs of the record lead somewhere, for programs and for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from astropact.namespaces import AP, BASE, DCTERMS, GRAPH, RDF, RDFS, thing
from astropact.protocol.formats import GRAPHS
from astropact.store.parsing import parse

from .addresses import PATHS

if TYPE_CHECKING:
    from .client import Client


def triples(body: bytes, media_type: str) -> set[tuple[str, str, str]]:
    return {(q.subject.value, q.predicate.value, q.object.value) for q in parse(body, media_type)}


@pytest.mark.parametrize("path", PATHS)
def test_each_form_by_header_and_by_ending(http: Client, path: str) -> None:
    sizes = set()
    for offer in GRAPHS:
        by_header = http.get(path, offer.media_type)
        by_ending = http.get(f"{path}.{offer.extension}", "text/html")
        assert by_header.status == by_ending.status == 200
        assert by_header.type == by_ending.type == offer.media_type
        assert by_header.headers["Content-Location"] == f"{path}.{offer.extension}"
        sizes.add(len(triples(by_header.body, offer.media_type)))
        iri = AP if path == "/ns" else BASE + path[1:]
        assert f'<{iri}>; rel="canonical"' in (by_header.headers.get_all("Link") or [])
    if not path.startswith(("/ontology", "/shapes", "/ns")):  # blank nodes are renamed
        assert len(sizes) == 1
    page = http.get(path, "text/html")
    assert page.type == "text/html"
    assert http.get(path + ".html").body == page.body
    assert "<h1>" in page.text


def test_a_description_has_both_directions_and_labels(http: Client) -> None:
    sau = thing("state", "sau")
    found = triples(http.get("/id/state/sau.ttl").body, "text/turtle")
    assert (sau, RDF + "type", AP + "State") in found
    withdrawal = thing("act", "moon-agreement/sau/withdrawal")
    assert (withdrawal, AP + "actor", sau) in found
    assert any(s == withdrawal and p == RDFS + "label" for s, p, _o in found)
    assert (AP + "State", RDFS + "label", "state") in found


def test_a_bounded_description_says_what_it_leaves_out(http: Client) -> None:
    answer = http.get("/concept/rank/normal.nt")
    found = triples(answer.body, "application/n-triples")
    concept = BASE + "concept/rank/normal"
    assert sum(o == concept for _s, _p, o in found) == 1_000
    rest = next(o for s, p, o in found if s == concept and p == RDFS + "seeAlso")
    note = next(o for s, p, o in found if s == rest and p == RDFS + "comment")
    total = int(re.findall(r"of the (\d+) triples", note)[0])
    parts = urlsplit(rest)
    everything = http.get(f"{parts.path}?{parts.query}", "text/csv")
    assert len(everything.text.splitlines()) - 1 == total > 1_000
    assert any('rel="section"' in link for link in answer.headers.get_all("Link") or [])
    # A thing with few links is whole, and says nothing of the kind.
    assert b"seeAlso" not in http.get("/id/state/sau.nt").body


def test_a_page_shows_the_sources_of_an_act(http: Client) -> None:
    text = http.get("/id/act/moon-agreement/sau/accession", "text/html").text
    assert "What the sources say" in text
    assert '<a href="/id/source/untc-xxiv-2">' in text
    assert "2012-07-18" in text
    assert "supports" in text
    assert 'href="/graph/participation/acts/moon-agreement"' in text


def test_disputes_are_shown(http: Client) -> None:
    text = http.get("/id/act/moon-agreement/chl/signature", "text/html").text
    assert re.search(r'<span class="against">disputes</span>', text)


def test_acts_come_in_order_of_date(http: Client) -> None:
    text = http.get("/id/instrument/moon-agreement", "text/html").text
    table = text[text.index('<table class="acts">') : text.index("</table>")]
    dates = re.findall(r'data-label="on"><time>([^<]+)<', table)
    assert len(dates) == 30
    assert dates == sorted(dates)


def test_a_long_source_is_paged(http: Client) -> None:
    first = http.get("/id/source/ecolex", "text/html").text
    assert 'rel="next" href="?offset=100#said"' in first
    second = http.get("/id/source/ecolex?offset=100", "text/html").text
    assert 'rel="prev"' in second
    rows = [set(re.findall(r'href="(/id/statement/[^"]+)"', page)) for page in (first, second)]
    assert len(rows[0]) == 100
    assert not rows[0] & rows[1]
    assert http.get("/id/source/ecolex?offset=nonsense", "text/html").status == 200
    assert http.get("/id/source/ecolex?offset=-5", "text/html").status == 200


def test_a_graph_tells_its_file_and_licence(http: Client) -> None:
    text = http.get("/graph/actors/states", "text/html").text
    assert "data/actors/states.ttl" in text
    assert "creativecommons.org" in text
    found = triples(http.get("/graph/actors/states.nt").body, "application/n-triples")
    states = {s for s, p, o in found if p == RDF + "type" and o == AP + "State"}
    assert thing("state", "sau") in states
    manifest = triples(http.get("/graph/manifest.nt").body, "application/n-triples")
    identifier = (GRAPH + "actors/states", DCTERMS + "identifier", "data/actors/states.ttl")
    assert identifier in manifest


@pytest.mark.parametrize(
    "path",
    [
        "/id/state/nowhere",
        "/id/state/nowhere.ttl",
        "/id/nothing",
        "/id/state/sau/",
        "/id/state/%3Csau%3E",
        "/id/state/%FF",
        "/id/state/a%0Ab",
        "/concept/none/none",
        "/graph/none",
        "/ontology/none",
        "/ontology/core/1999-01-01",
        "/shapes/none",
        "/shapes/..%2Fpyproject",
        "/problem/none",
        "/no/such/page",
    ],
)
def test_what_is_unknown_is_a_404_in_one_shape(http: Client, path: str) -> None:
    answer = http.get(path)
    assert (answer.status, answer.type) == (404, "application/problem+json"), answer.text
    assert answer.json()["title"] == "There is no such thing"
    page = http.get(path, "text/html")
    assert (page.status, page.type) == (404, "text/html")


def test_a_404_makes_suggestions(http: Client) -> None:
    problem = http.get("/id/state/saudi").json()
    assert {"iri": thing("state", "sau"), "label": "Saudi Arabia"} in problem["suggestions"]
    assert 'href="/id/state/sau"' in http.get("/id/state/saudi", "text/html").text
    close = http.get("/id/instrument/moon-agrement").json()["suggestions"]
    assert close[0]["iri"] == thing("instrument", "moon-agreement")
