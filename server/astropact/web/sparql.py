"""``/sparql``: the SPARQL 1.1 Protocol for programs, a query page for people."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import NotAcceptable

from astropact.errors import InputError, QueryFault
from astropact.namespaces import DATASET, PREFIXES
from astropact.protocol import problem, sparql
from astropact.protocol.formats import GRAPHS, HTML, JSON, formats_for
from astropact.protocol.query_text import examine
from astropact.protocol.service_description import description_query
from astropact.web.context import context
from astropact.web.links import base_url
from astropact.web.respond import etag, finish, negotiate, not_modified, page, stream

if TYPE_CHECKING:
    from astropact.store.base import QueryResult

blueprint = Blueprint("sparql", __name__)

_ROWS_ON_A_PAGE: Final = 1_000
# Functions whose value differs between two runs of the same query.
_FRESH: Final = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)


@blueprint.route("/sparql", methods=["GET", "POST"])
def endpoint() -> Response:
    """Answers a query, or without one describes the service or shows the query page."""
    asked = sparql.decode(
        request.method, request.query_string, request.headers.get("Content-Type"), _body()
    )
    if asked is None:
        return _without_query()
    try:
        kind = examine(asked.text, context().limits_of(asked.text))
        offers = (*formats_for(kind), HTML) if kind else None
        choice = negotiate(offers, asked.format) if offers else None
        tag = _tag(asked, choice.media_type) if choice else ""
        if tag and (unchanged := not_modified(tag)):
            return unchanged
        result = _run(asked)
        # The scanner may not know the form of an odd text that the engine can read.
        choice = choice or negotiate((*formats_for(result.kind), HTML), asked.format)
        if choice.format is HTML:
            return finish(page(_answer_page(asked, result)), tag)
        return finish(stream(result, choice), tag)
    except QueryFault as error:
        if _wants_page(asked.format):
            found = problem.of_error(error, request.path)
            return finish(page(_query_page(asked, found), found.status))
        raise


def _body() -> bytes:
    return request.get_data(cache=False) if request.method == "POST" else b""


def _tag(asked: sparql.QueryRequest, media_type: str) -> str:
    if _FRESH.search(asked.text):
        return ""
    dataset = "\0".join((*asked.default_graphs, "\1", *asked.named_graphs))
    return etag(media_type, asked.text, dataset)


def _run(asked: sparql.QueryRequest) -> QueryResult:
    store = context().store
    if asked.names_dataset:
        return store.query(
            asked.text, default_graphs=asked.default_graphs, named_graphs=asked.named_graphs
        )
    return store.query(asked.text)


def _without_query() -> Response:
    choice = negotiate((*GRAPHS, HTML), request.args.get("format"))
    tag = etag("description", choice.media_type)
    if unchanged := not_modified(tag):
        return unchanged
    if choice.format is HTML:
        return finish(page(_query_page(None)), tag)
    if not request.host:
        raise InputError("the Host header does not name a host")
    store = context().store
    graphs = [(graph, store.size(graph)) for graph in store.graphs()]
    text = description_query(f"{base_url()}/sparql", DATASET, graphs)
    return finish(stream(store.query(text), choice), tag)


def _wants_page(named: str | None) -> bool:
    try:
        return negotiate((JSON, HTML), named).format is HTML
    except NotAcceptable:
        return False


def _query_page(asked: sparql.QueryRequest | None, found: problem.Problem | None = None) -> str:
    slug = request.args.get("example", "")
    example = context().question(slug)
    text = asked.text if asked else _with_prefixes(example.query if example else "")
    return render_template(
        "query.html",
        query=text,
        questions=context().questions,
        chosen=example,
        problem=found,
        excerpt=_excerpt(text, found),
    )


def _excerpt(text: str, found: problem.Problem | None) -> str:
    """The line of a query at which the engine gave up, with a mark under the column."""
    line, column = (found.members.get(name) if found else None for name in ("line", "column"))
    lines = text.splitlines()
    if not line or not column or line > len(lines):
        return ""
    start = max(0, column - 60)
    return f"{lines[line - 1][start : start + 90]}\n{'^':>{column - start}}"


def _answer_page(asked: sparql.QueryRequest, result: QueryResult) -> str:
    rows = [] if result.kind == "boolean" else list(islice(result.rows(), _ROWS_ON_A_PAGE + 1))
    variables = ("s", "p", "o") if result.kind == "graph" else result.variables
    return render_template(
        "query.html",
        query=asked.text,
        questions=context().questions,
        chosen=_question_of(asked.text),
        problem=None,
        kind=result.kind,
        answer=bool(result),
        variables=variables,
        rows=rows[:_ROWS_ON_A_PAGE],
        more=len(rows) > _ROWS_ON_A_PAGE,
        shown=_ROWS_ON_A_PAGE,
        downloads=formats_for(result.kind),
        dataset=[("default-graph-uri", g) for g in asked.default_graphs]
        + [("named-graph-uri", g) for g in asked.named_graphs],
    )


def _question_of(text: str) -> object:
    wanted = " ".join(text.split())
    return next((q for q in context().questions if " ".join(q.query.split()) == wanted), None)


def _with_prefixes(query: str) -> str:
    """The query, or for an empty page one that is a good place to start from."""
    if query:
        return query
    names = ("ap", "instrument", "rdfs", "skos", "state")
    prefixes = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in names)
    return (
        f"{prefixes}\n\n"
        "SELECT ?state ?name WHERE {\n"
        "  ?state a ap:State ; rdfs:label ?name .\n"
        "}\nORDER BY ?name\nLIMIT 25\n"
    )
