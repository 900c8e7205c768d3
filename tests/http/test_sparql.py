"""``/sparql`` over real HTTP: forms, formats, datasets, refusals."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

from astropact.namespaces import AP, GRAPH, RDFS, thing
from astropact.protocol.formats import GRAPHS, RESULTS
from astropact.store.parsing import parse

if TYPE_CHECKING:
    from .client import Client

FORM = "application/x-www-form-urlencoded"
JSON = "application/sparql-results+json"
SAU = thing("state", "sau")
ASK = f"ASK {{ <{SAU}> a <{AP}State> }}"
SELECT = f'SELECT ?name {{ <{SAU}> <{RDFS}label> ?name FILTER(LANG(?name) = "en") }}'
CONSTRUCT = f"CONSTRUCT {{ <{SAU}> <{RDFS}label> ?name }} WHERE {{ <{SAU}> <{RDFS}label> ?name }}"


def test_the_question_of_a_newcomer(http: Client) -> None:
    """Who is party to the Moon Agreement, by which act, on which date, and who says so."""
    query = f"""
    PREFIX ap: <{AP}> PREFIX rdfs: <{RDFS}>
    SELECT DISTINCT ?state ?kind ?date ?source {{
      ?period ap:boundTo <{thing("instrument", "moon-agreement")}> ; ap:basis ?act .
      OPTIONAL {{ ?period ap:until ?until }} FILTER (!BOUND(?until))
      ?act ap:actor/rdfs:label ?state ; ap:actKind ?k ; ap:actionOn ?date ;
        ap:supportedBy/ap:statedIn/rdfs:label ?source .
      BIND (REPLACE(STR(?k), "^.*/", "") AS ?kind)
    }}"""
    rows = list(csv.DictReader(io.StringIO(http.ask(query, "text/csv").text)))
    states = {row["state"] for row in rows}
    assert len(states) == 17
    assert "Saudi Arabia" not in states
    armenia = [row for row in rows if row["state"] == "Armenia"]
    assert {(row["kind"], row["date"]) for row in armenia} == {("accession", "2018-01-19")}
    assert any("chapter XXIV-2" in row["source"] for row in armenia)


@pytest.mark.parametrize(
    ("method", "target", "content_type", "body"),
    [
        ("GET", "/sparql?" + urlencode({"query": ASK}), None, None),
        ("POST", "/sparql", FORM, urlencode({"query": ASK}).encode()),
        ("POST", "/sparql", "application/sparql-query", ASK.encode()),
        ("POST", "/sparql", "application/sparql-query; charset=UTF-8", ASK.encode()),
    ],
    ids=["get", "form", "direct", "charset"],
)
def test_the_three_forms_of_a_query(
    http: Client, method: str, target: str, content_type: str | None, body: bytes | None
) -> None:
    headers = {"Accept": JSON}
    if content_type:
        headers["Content-Type"] = content_type
    answer = http.send(method, target, headers, body)
    assert answer.status == 200
    assert answer.json()["boolean"] is True


def test_results_in_every_format(http: Client) -> None:
    found = {}
    for offer in RESULTS:
        by_header = http.ask(SELECT, offer.media_type)
        by_name = http.ask(SELECT, format=offer.name)
        assert by_header.status == by_name.status == 200
        assert by_header.type == by_name.type == offer.media_type
        assert by_header.body == by_name.body
        found[offer.name] = by_header.text
    assert json.loads(found["json"])["results"]["bindings"][0]["name"]["value"] == "Saudi Arabia"
    literal = ET.fromstring(found["xml"]).find(".//{*}literal")  # noqa: S314 - our own server
    assert literal is not None
    assert literal.text == "Saudi Arabia"
    assert list(csv.reader(io.StringIO(found["csv"]))) == [["name"], ["Saudi Arabia"]]
    assert found["tsv"].split("\n")[:2] == ["?name", '"Saudi Arabia"@en']


@pytest.mark.parametrize("offer", GRAPHS, ids=lambda offer: offer.name)
def test_graphs_in_every_format(http: Client, offer: object) -> None:
    media_type = offer.media_type  # type: ignore[attr-defined]
    answer = http.ask(CONSTRUCT, media_type)
    assert answer.status == 200
    assert answer.type == media_type
    triples = [(q.subject.value, q.predicate.value) for q in parse(answer.body, media_type)]
    assert (SAU, RDFS + "label") in triples


def test_without_a_wish_it_is_json_or_turtle(http: Client) -> None:
    assert http.ask(SELECT).type == JSON
    assert http.ask(SELECT, "*/*").type == JSON
    assert http.ask(CONSTRUCT).type == "text/turtle"
    assert http.ask(f"DESCRIBE <{SAU}>").type == "text/turtle"
    assert http.ask(SELECT, "application/json").type == "application/json"


def test_a_browser_gets_a_page(http: Client) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    answer = http.ask(SELECT, accept)
    assert answer.type == "text/html"
    assert "Saudi Arabia" in answer.text
    assert "Vary" in answer.headers
    assert "Yes" in http.ask(ASK, accept).text
    assert "Saudi Arabia" in http.ask(CONSTRUCT, accept).text


def test_a_cut_table_says_so(http: Client) -> None:
    text = http.ask("SELECT ?s { ?s ?p ?o }", "text/html").text
    assert "Only the first 1,000 are shown" in text


def graph_count(http: Client, query: str, *pairs: tuple[str, str]) -> int:
    target = "/sparql?" + urlencode([("query", query), *pairs])
    answer = http.get(target, JSON)
    assert answer.status == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_the_dataset(http: Client) -> None:
    states, links = GRAPH + "actors/states", GRAPH + "links/wikidata"
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    alone = graph_count(http, count, ("default-graph-uri", states))
    other = graph_count(http, count, ("default-graph-uri", links))
    both = graph_count(http, count, ("default-graph-uri", states), ("default-graph-uri", links))
    assert 0 < alone < both == alone + other
    # Without a dataset it is the union of all graphs.
    assert graph_count(http, count) > both
    assert graph_count(http, named) > 50
    assert graph_count(http, named, ("named-graph-uri", states)) == 1
    # With named graphs only, the default graph is empty (protocol, 2.1.4).
    assert graph_count(http, count, ("named-graph-uri", states)) == 0
    # The query's own FROM holds, unless the request names a dataset.
    with_from = f"SELECT (COUNT(*) AS ?n) FROM <{states}> {{ ?s ?p ?o }}"
    assert graph_count(http, with_from) == alone
    assert graph_count(http, with_from, ("default-graph-uri", links)) == other
    assert graph_count(http, count, ("default-graph-uri", GRAPH + "none")) == 0


def test_the_service_description(http: Client) -> None:
    sd = "http://www.w3.org/ns/sparql-service-description#"
    for offer in GRAPHS:
        answer = http.get("/sparql", offer.media_type)
        assert answer.type == offer.media_type
        quads = [(q.predicate.value, q.object.value) for q in parse(answer.body, offer.media_type)]
        assert (sd + "endpoint", http.url + "sparql") in quads
        assert (sd + "name", GRAPH + "actors/states") in quads
    assert http.get("/sparql").type == "text/turtle"
    assert http.get("/sparql", "text/html").type == "text/html"


REFUSED = [
    ("an update as a query", "GET", "/sparql?query=" + quote("CLEAR ALL"), None, b"", 400),
    ("an update by name", "POST", "/sparql", FORM, b"update=CLEAR+ALL", 400),
    ("an update by type", "POST", "/sparql", "application/sparql-update", b"CLEAR ALL", 400),
    ("service", "GET", "/sparql?query=" + quote("ASK { SERVICE <http://x/> {} }"), None, b"", 400),
    ("two queries", "GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, b"", 400),
    ("bad syntax", "GET", "/sparql?query=ASK", None, b"", 400),
    ("bad escape", "GET", "/sparql?query=%ZZ", None, b"", 400),
    ("not UTF-8", "GET", "/sparql?query=%FF", None, b"", 400),
    ("no query", "POST", "/sparql", FORM, b"", 400),
    ("relative graph", "GET", "/sparql?query=ASK%7B%7D&default-graph-uri=a", None, b"", 400),
    ("no media type", "POST", "/sparql", None, b"ASK {}", 415),
    ("wrong media type", "POST", "/sparql", "text/plain", b"ASK {}", 415),
    ("UTF-16", "POST", "/sparql", "application/sparql-query; charset=utf-16", b"", 415),
    ("wrong method", "PUT", "/sparql", "application/sparql-query", b"ASK {}", 405),
    ("delete", "DELETE", "/sparql", None, b"", 405),
    ("long query", "POST", "/sparql", "application/sparql-query", b"#" * 200_000, 413),
    ("long body", "POST", "/sparql", "application/sparql-query", b"#" * 2_000_000, 413),
    ("deep query", "GET", "/sparql?query=ASK" + "%7B" * 300 + "%7D" * 300, None, b"", 400),
]


@pytest.mark.parametrize(
    ("method", "target", "content_type", "body", "status"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_what_is_refused_is_refused_in_one_shape(
    http: Client, method: str, target: str, content_type: str | None, body: bytes, status: int
) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    answer = http.send(method, target, headers, body or None)
    assert answer.status == status, answer.text
    assert answer.type == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["type"].startswith(http.url + "problem/")
    assert problem["title"]
    assert problem["detail"]
    assert problem["instance"] == "/sparql"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    # The server is unharmed.
    assert http.ask("ASK {}").status == 200


def test_a_syntax_error_has_a_place(http: Client) -> None:
    problem = http.ask("SELECT *\nWHERE { ?s ?p }").json()
    assert (problem["line"], problem["type"].rpartition("/")[2]) == (2, "query-syntax")
    page = http.ask("SELECT *\nWHERE { ?s ?p }", "text/html")
    assert page.status == 400
    assert "WHERE { ?s ?p }\n" in page.text
    assert page.type == "text/html"


def test_formats_that_do_not_fit(http: Client) -> None:
    for answer in (
        http.ask(SELECT, "text/turtle"),
        http.ask(CONSTRUCT, "text/csv"),
        http.ask(ASK, "text/csv"),
        http.ask(SELECT, format="turtle"),
        http.ask(SELECT, "image/png"),
    ):
        assert answer.status == 406
        assert answer.type == "application/problem+json"
        assert "text/html" in answer.json()["available"]


def test_an_etag_saves_the_answer(http: Client) -> None:
    first = http.ask(SELECT, JSON)
    tag = first.headers["ETag"]
    target = "/sparql?" + urlencode({"query": SELECT})
    again = http.get(target, JSON, **{"If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == tag
    # Another format, query or dataset is another answer.
    assert http.get(target, "text/csv", **{"If-None-Match": tag}).status == 200
    assert http.ask(SELECT, "text/csv").headers["ETag"] != tag
    assert http.ask(SELECT + " ", JSON).headers["ETag"] != tag
    one = http.ask(ASK, JSON, **{"default-graph-uri": GRAPH + "actors/states"})
    assert one.headers["ETag"] != http.ask(ASK, JSON).headers["ETag"]
    # What changes with every run has none.
    assert "ETag" not in http.ask("SELECT (NOW() AS ?t) {}", JSON).headers


def test_head_and_options(http: Client) -> None:
    target = "/sparql?" + urlencode({"query": SELECT})
    got, head = http.get(target, JSON), http.send("HEAD", target, {"Accept": JSON})
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Type"] == got.headers["Content-Type"]
    assert head.headers["ETag"] == got.headers["ETag"]
    options = http.send(
        "OPTIONS",
        "/sparql",
        {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"},
    )
    assert options.status == 200
    assert options.headers["Access-Control-Allow-Origin"] == "*"
    methods = {m.strip() for m in options.headers["Access-Control-Allow-Methods"].split(",")}
    assert methods == {"GET", "HEAD", "OPTIONS", "POST"}
    assert "Content-Type" in options.headers["Access-Control-Allow-Headers"]


def test_a_large_answer_arrives_whole(http: Client) -> None:
    answer = http.ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "application/n-triples")
    total = graph_count(http, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    assert answer.body.endswith(b" .\n")
    assert answer.body.count(b"\n") == total
