"""``/bound``: who was bound, to do what, on that date, and why."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
import rdflib

from astropact.namespaces import AP, PROV, concept, thing

if TYPE_CHECKING:
    from .client import Client

MOON = "/bound?actor=sau&instrument=moon-agreement&on=2023-06-01"


def ask(http: Client, query: str) -> Any:
    answer = http.get(f"/bound?{query}")
    assert (answer.status, answer.type) == (200, "application/json"), answer.text
    return answer.json()


def test_the_verdict_of_one_pair(http: Client) -> None:
    data = ask(http, "actor=sau&instrument=moon-agreement&on=2023-06-01")
    assert data["verdict"] == "bound"
    assert (data["from"], data["until"]) == ("2012-08-17", "2024-01-05")
    assert data["actor"] == {"iri": thing("state", "sau"), "label": "Saudi Arabia"}
    assert data["version"]
    assert data["confidence"]["level"] == "high"
    assert data["norms"]
    assert data["page"].endswith("format=html")
    assert "/matrix?on=2023-06-01" in data["matrix"]
    after = ask(http, "actor=sau&instrument=moon-agreement&on=2024-01-05")
    assert after["verdict"] == "not-bound"


def test_every_sentence_can_be_asked_for_over_sparql(http: Client) -> None:
    for query in (
        "actor=sau&instrument=moon-agreement&on=2023-06-01",
        "actor=usa&instrument=moon-agreement&on=2020-01-01",
    ):
        for step in ask(http, query)["chain"]:
            assert step["triples"] or step["query"]
            if step["triples"]:
                pattern = " . ".join(" ".join(triple) for triple in step["triples"])
                assert http.ask(f"ASK {{ {pattern} }}").json()["boolean"] is True
            if "query" in step:
                assert http.ask(step["query"]).json()["boolean"] is False


@pytest.mark.parametrize(
    "name", ["SAU", "sau", "state/sau", "Saudi%20Arabia", "Q851", thing("state", "sau")]
)
def test_an_actor_goes_by_many_names(http: Client, name: str) -> None:
    data = ask(http, f"actor={name}&instrument=moon-agreement&on=2023-06-01")
    assert data["actor"]["iri"] == thing("state", "sau")


def test_without_a_day_it_is_today(http: Client) -> None:
    data = ask(http, "actor=aut&instrument=moon-agreement")
    assert abs((datetime.now(UTC).date() - datetime.fromisoformat(data["on"]).date()).days) <= 1
    assert data["caveat"], "the record ends before today"


def test_a_provision_limits_the_norms(http: Client) -> None:
    data = ask(http, "actor=chn&provision=outer-space-treaty/art-4-1&on=2020-01-01")
    assert data["instrument"]["iri"] == thing("instrument", "outer-space-treaty")
    assert {norm["provision"]["iri"] for norm in data["norms"]} == {data["provision"]["iri"]}
    same = ask(http, "actor=chn&instrument=outer-space-treaty&provision=art-4-1&on=2020-01-01")
    assert same["norms"] == data["norms"]


def test_plural_answers(http: Client) -> None:
    actor = ask(http, "actor=sau&on=2023-06-01")
    assert {row["verdict"] for row in actor["verdicts"]} >= {"bound", "committed"}
    assert "chain" not in actor["verdicts"][0]
    assert {row["version"] for row in actor["verdicts"]} != {""}
    text = ask(http, "instrument=moon-agreement&on=2024-01-31")
    assert text["counts"]["bound"] == 17
    both = ask(http, "actor=chn&with=usa&on=2020-11-01")
    assert both["both"]
    assert both["owed"]
    turns = ask(http, "actor=sau&from=2022-01-01&to=2024-12-31")
    assert [turn["after"] for turn in turns["changes"]] == ["committed", "not-bound"]
    duties = ask(http, "subject=registration&actor=chn&on=2020-01-01")
    assert duties["matter"]["iri"] == concept("subject-matter", "registration")
    assert duties["duties"][0]["verdict"]["verdict"] == "bound"
    event = ask(http, "trigger=breakup&on=2020-01-01")
    assert event["duties"][0]["bound"]


def test_a_table_has_a_row_for_each_verdict(http: Client) -> None:
    answer = http.get("/bound?actor=sau&on=2023-06-01&format=csv")
    assert answer.type == "text/csv"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    data = ask(http, "actor=sau&on=2023-06-01")
    assert [row["verdict"] for row in rows] == [row["verdict"] for row in data["verdicts"]]
    (one,) = csv.DictReader(io.StringIO(http.get(f"{MOON}&format=csv").text))
    assert one["verdict"] == "bound"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("text/html", "text/html"),
        ("application/json", "application/json"),
        ("*/*", "application/json"),
    ],
)
def test_formats_are_negotiated(http: Client, accept: str, kind: str) -> None:
    answer = http.get(MOON, accept)
    assert (answer.status, answer.type) == (200, kind)
    assert "Accept" in answer.headers["Vary"]


def test_the_graph_holds_the_verdict(http: Client) -> None:
    text = http.get(f"{MOON}&format=ntriples").text
    assert "ns#BoundVerdict" in text
    assert "prov#wasDerivedFrom" in text
    assert json.loads(http.get(f"{MOON}&format=jsonld").text)


@pytest.mark.parametrize(
    "query",
    [
        "actor=usa&instrument=moon-agreement&on=2020-01-01",
        "actor=sau&on=2023-06-01",
        "instrument=moon-agreement&on=2023-06-01",
        "actor=chn&with=usa&on=2020-11-01",
        "actor=sau&from=2020-01-01&to=2024-12-31",
        "instrument=moon-agreement&from=2012-01-01&to=2024-12-31",
        "subject=liability",
        "trigger=breakup&actor=usa",
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(("name", "syntax"), [("jsonld", "json-ld"), ("turtle", "turtle")])
def test_every_answer_is_a_graph(http: Client, query: str, name: str, syntax: str) -> None:
    graph = rdflib.Graph().parse(data=http.get(f"/bound?{query}&format={name}").text, format=syntax)
    told = {str(predicate) for predicate in graph.predicates()}
    assert told & {PROV + "wasDerivedFrom", AP + "expressedIn"}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?actor=zzz",
        "?actor=",
        "?actor=%00",
        "?actor=%F0%9F%9A%80",
        "?actor=%3Cb%3E",
        "?instrument=none",
        "?actor=sau&instrument=none",
        "?actor=sau&provision=art-4-1",
        "?provision=outer-space-treaty/art-99",
        "?provision=outer-space-treaty/art-2&instrument=moon-agreement",
        "?subject=nonsense",
        "?trigger=nonsense",
        "?subject=registration&trigger=launch",
        "?actor=sau&on=yesterday",
        "?actor=sau&on=2023-02-30",
        "?actor=sau&from=2020-01-01",
        "?actor=sau&from=2021-01-01&to=2020-01-01",
        "?from=2020-01-01&to=2021-01-01",
        "?with=chn",
        "?actor=sau&with=sau",
        "?actor=sau&with=chn&instrument=moon-agreement",
        "?actor=sau&actor=chn",
        "?actor=sau&bogus=1",
        "?actor=sau&version=99.0.0",
    ],
)
def test_a_wrong_question_is_told_with_a_hint(http: Client, query: str) -> None:
    answer = http.get(f"/bound{query}")
    assert (answer.status, answer.type) == (400, "application/problem+json")
    assert answer.json()["hint"]
    page = http.get(f"/bound{query}", "text/html")
    assert "<b>" not in page.text


def test_an_answer_is_validated_by_its_tag(http: Client) -> None:
    first = http.get(MOON)
    assert first.headers["ETag"]
    again = http.send("GET", MOON, {"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
    other = http.get(MOON.replace("2023", "2022"))
    assert other.headers["ETag"] != first.headers["ETag"]


def test_head_has_no_body(http: Client) -> None:
    answer = http.send("HEAD", MOON)
    assert (answer.status, answer.body) == (200, b"")
    assert http.send("POST", MOON).status == 405


def test_without_a_question_there_is_a_form(http: Client) -> None:
    page = http.get("/bound", "text/html")
    assert (page.status, page.type) == (200, "text/html")
    assert "<form" in page.text


@pytest.mark.parametrize(
    "query",
    [
        "actor=sau&instrument=moon-agreement&on=2023-06-01",
        "actor=usa&instrument=moon-agreement&on=2023-06-01",
        "actor=usa&instrument=artemis-accords&on=2023-06-01",
        "actor=sau&on=2023-06-01",
        "instrument=moon-agreement&on=2023-06-01",
        "provision=outer-space-treaty/art-4-1&on=2023-06-01",
        "actor=chn&with=usa&on=2020-11-01",
        "actor=sau&from=2012-01-01&to=2024-12-31",
        "subject=registration&actor=chn",
        "trigger=breakup",
    ],
)
def test_every_answer_has_a_page(http: Client, query: str) -> None:
    page = http.get(f"/bound?{query}", "text/html")
    assert (page.status, page.type) == (200, "text/html"), page.text


def test_the_record_of_an_older_version_is_asked(http: Client) -> None:
    rows = http.ask(
        "SELECT ?number { ?v a <https://w3id.org/astropact/ns#DatasetVersion> ; "
        "<http://www.w3.org/2000/01/rdf-schema#label> ?number }",
        "application/sparql-results+json",
    ).json()["results"]["bindings"]
    numbers = sorted(row["number"]["value"] for row in rows)
    assert numbers
    for number in numbers:
        data = ask(http, f"actor=sau&instrument=moon-agreement&on=2023-06-01&version={number}")
        assert data["version"] == number
        assert data["verdict"] == "bound"
