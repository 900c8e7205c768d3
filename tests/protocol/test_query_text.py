"""What the scanner sees in a query, and what it refuses before the engine is asked."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.questions import read_questions
from astropact.config import record_root
from astropact.errors import LimitExceeded, QueryRefused
from astropact.protocol.query_text import Limits, examine

if TYPE_CHECKING:
    from astropact.catalog.questions import Question

P = "PREFIX : <http://127.0.0.1:9/> PREFIX ex: <http://127.0.0.1:9/> "


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "solutions"),
        ("select*{?s ?p ?o}", "solutions"),
        ("# INSERT\nASK {}", "boolean"),
        ("PREFIX insert: <http://x/> CONSTRUCT WHERE { ?s insert:drop ?o }", "graph"),
        ("BASE <http://select/> DESCRIBE <x>", "graph"),
        ("hello", None),
        ("", None),
    ],
)
def test_the_form_of_a_query(text: str, form: str | None) -> None:
    assert examine(text) == form


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> 1 }",
        "delete where { ?s ?p ?o }",
        "PREFIX a: <http://x/> LOAD <http://x/>",
        "CLEAR ALL",
        "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "\\u0049NSERT DATA { <a:a> <a:b> 1 }",
    ],
)
def test_updates_are_refused(text: str) -> None:
    with pytest.raises(QueryRefused, match="only reads"):
        examine(text)


# Each of these reached the network when the engine was given it, or is close to one that did.
SERVICE = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * { service silent <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * { SERV\\u0049CE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * { \\U00000053ERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * { SERVICE # a comment { \n <http://127.0.0.1:9/> { ?a ?b ?c } }",
    P + "SELECT * {SERVICE:a{?a ?b ?c}}",
    P + "SELECT * {SERVICEex:a{?a ?b ?c}}",
    P + "SELECT * {SERVICESILENT:a{?a ?b ?c}}",
    P + "SELECT * {?a ?b trueSERVICE:a{?a ?b ?c}}",
    P + "SELECT * {?a ?b 1e5SERVICE:a{?a ?b ?c}}",
    P + "SELECT * {?a ?b 1.SERVICE:a{?a ?b ?c}}",
    P + 'SELECT * {?a ?b "x"@en.SERVICE:a{?a ?b ?c}}',
    P + 'SELECT * {?a ?b """x\\"""".SERVICE:a{?a ?b ?c}}',
    P + "SELECT * {?a ?b <http://x/'>.SERVICE<http://127.0.0.1:9/>{?a ?b ?c}}",
    "SELECT * { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)SERVICE?x#>\n{?c ?d ?e}}",
    P + "SELECT * {FILTER(1<2&&'>'>'')SERVICE:a{}#'\n}",
    P + "SELECT * {FILTER(?a<1||1<2)#>'''\nSERVICE:a{}#'''\n}",
    P + "SELECT * {FILTER(1<:b||'>'!='')SERVICE:a{}#'\n}",
    P + "SELECT * {?a ?b ?c FILTER(?a<'>#'&&?c>'')SERVICE:a{}\n}",
]


@pytest.mark.parametrize("text", SERVICE)
def test_service_is_refused_however_it_is_written(text: str) -> None:
    with pytest.raises(QueryRefused):
        examine(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE <http://x/> {}" }',
        "SELECT * { ?s ?p '''it's SERVICE <http://x/> {}''' }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://x/> {}",
        "SELECT * { ?s <http://example.org/service/x> ?service }",
        "PREFIX service: <http://x/> SELECT * { ?s service:of ?o . ?o service:in service:x }",
        "SELECT * { ?s ?p ?o FILTER (?o < 5 && ?o > 3) }",
        "SELECT * { ?s ?p ?o FILTER (?o<5&&?o>3) }",
        "SELECT * { VALUES (?a ?b) { (<http://x/#a> <http://x/#'b>) } }",
        "SELECT * { ?s ?p ?o FILTER (?s IN (<http://x/#a>, <http://x/#b>)) }",
    ],
)
def test_what_only_looks_like_service_is_not_refused(text: str) -> None:
    assert examine(text) == "solutions"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o FILTER(" + "(" * 300 + "1" + ")" * 300 + ") }",
        "SELECT * " + "{" * 300 + "}" * 300,
        "SELECT * { ?s ?p " + "[ ?p " * 300 + "1" + "]" * 300 + "}",
        "SELECT * { FILTER(" + "!" * 300 + "true) }",
        "SELECT * { FILTER(" + "-" * 300 + "1) }",
        "SELECT * { ?a " + "/".join(["<a:b>"] * 200) + " ?b }",
        "SELECT * { ?a " + "^" * 300 + "<a:b> ?b }",
        "SELECT * { FILTER(" + "||".join(["?x = 1"] * 1_000) + ") }",
        "SELECT * { " + " . ".join(f"?a <a:{i}> ?b{i}" for i in range(200)) + " }",
        "SELECT * { ?a " + " ; ".join(f"<a:{i}> ?b{i}" for i in range(200)) + " }",
        "SELECT * { ?a <a:p> " + " , ".join(f"?b{i}" for i in range(200)) + " }",
        "SELECT * { ?a ?b (" + "1 " * 200 + ") }",
        "SELECT * { " + " ".join(f"OPTIONAL {{ ?a <a:{i}> ?b{i} }}" for i in range(200)) + " }",
        "SELECT * { " + " UNION ".join("{ ?a ?b ?c }" for i in range(200)) + " }",
        "SELECT * { ?a ?b ?c " + "FILTER(1)" * 2_000 + " }",
        "SELECT * {" + "<<" * 150 + "?a ?b ?c" + ">> ?p ?o" * 150 + "}",
        "SELECT * { ?a ?b ?c " + "{| ?x ?y |}" * 90 + "}",
        "SELECT * { ?a ?b ?c " + "~ ?x " * 300 + "}",
        "DESCRIBE " + "<a:b> " * 3_000,
    ],
    ids=lambda text: text[:40],
)
def test_what_hurts_the_engine_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused, match=r"the query (has|nests)"):
        examine(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { VALUES ?x { " + " ".join(f"<http://x/{i}>" for i in range(3_000)) + " } }",
        "SELECT * { VALUES (?x ?y) { " + "(1 2) " * 5_000 + " } }",
        "SELECT * { ?x ?y ?z FILTER (?x IN (" + ",".join(["<a:b>"] * 9_000) + ")) }",
        "CONSTRUCT { " + "?s ?p ?o . " * 500 + "} WHERE { ?s ?p ?o }",
    ],
    ids=lambda text: text[:40],
)
def test_long_lists_of_values_are_fine(text: str) -> None:
    examine(text)


def test_the_short_form_of_construct_counts_its_pattern() -> None:
    with pytest.raises(QueryRefused):
        examine("CONSTRUCT WHERE { " + "?s ?p ?o . " * 500 + "}")


def test_a_limit_is_a_limit() -> None:
    examine("ASK {}", Limits(text_bytes=6))
    with pytest.raises(LimitExceeded, match="5 bytes"):
        examine("ASK {}", Limits(text_bytes=5))


@pytest.mark.parametrize("question", read_questions(record_root()), ids=lambda q: q.slug)
def test_every_competency_question_passes(question: Question) -> None:
    assert examine(question.query) is not None


@pytest.mark.parametrize("piece", ["<", "'", '"""', "\\", "<a", ")service", "'''a\n", "[", ":"])
def test_scanning_takes_time_in_proportion(piece: str) -> None:
    """Long runs of half-open tokens must not make the scanner itself the weak spot."""
    started = time.process_time()
    with contextlib.suppress(QueryRefused):
        examine((piece * 100_000)[:99_000])
    assert time.process_time() - started < 3
