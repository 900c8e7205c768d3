"""``/bound``: who was bound, to do what, on that date, and why."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from astropact.catalog.bound_model import Verdict
from astropact.catalog.bound_plural import COLUMNS, verdict_row
from astropact.catalog.bound_question import (
    PARAMETERS,
    answer,
    marked,
    read_question,
)
from astropact.catalog.bound_rdf import to_ntriples
from astropact.catalog.standings import pair_query
from astropact.errors import InputError
from astropact.namespaces import BASE
from astropact.protocol.formats import CSV, GRAPHS, HTML, PLAIN_JSON, content_type
from astropact.protocol.table import to_csv
from astropact.store import GraphFile, OxigraphStore
from astropact.web.context import context
from astropact.web.links import base_url
from astropact.web.respond import etag, finish, negotiate, not_modified, page, stream

if TYPE_CHECKING:
    from astropact.catalog.bound_plural import Plural
    from astropact.protocol.negotiation import Choice

blueprint = Blueprint("bound", __name__)

FORMATS: Final = (PLAIN_JSON, CSV, *GRAPHS)
_OFFERS: Final = (*FORMATS, HTML)
_GRAPH: Final = BASE + "bound"
_ALL: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@blueprint.get("/bound")
def bound() -> Response:
    """The verdict on an actor and an instrument on a day, or one of the plural forms."""
    choice = negotiate(_OFFERS, request.args.get("format"))
    given = _given()
    if choice.format is HTML and not given.keys() - {"on", "version"}:
        return finish(page(_page(None, given)))
    today = datetime.now(UTC).date().isoformat()
    tag = etag(choice.media_type, request.full_path, given.get("on", today))
    unchanged = not_modified(tag)
    if unchanged is not None:
        return unchanged
    record = context()
    wanted = given.get("version", "")
    # Actors and texts are those of now in every version, so a wrong question costs nothing.
    question = read_question(record.store, given, today)
    store, standings = record.recalled.at(wanted) if wanted else (record.store, record.standings)
    found = answer(store, standings, question)
    found = marked(found, wanted or record.manifest.version)
    return finish(_written(found, choice, given), tag)


def _given() -> dict[str, str]:
    """The parameters of the request.

    Raises:
        InputError: one is given twice, or there is none of that name.
    """
    known = (*PARAMETERS, "version", "format")
    for name, values in request.args.lists():
        if name not in known:
            raise InputError(
                f"there is no parameter {name[:100]!r}",
                hint=f"There are {', '.join(known)}.",
            )
        if len(values) > 1:
            raise InputError(f"{name} is given twice", hint="Ask once for each value.")
    return {
        name: value.strip()
        for name, value in request.args.items()
        if value.strip() and name != "format"
    }


def _written(found: Verdict | Plural, choice: Choice, given: dict[str, str]) -> Response:
    if choice.format is HTML:
        return page(_page(found, given))
    if choice.format is CSV:
        if isinstance(found, Verdict):
            text = to_csv(COLUMNS, [verdict_row(found)])
        else:
            text = to_csv(found.columns, found.to_rows())
        return Response(text, content_type=content_type(choice.media_type))
    if choice.format is PLAIN_JSON:
        data = {**found.to_json(), **_links(found, given)}
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        return Response(text, content_type=content_type(choice.media_type))
    store = OxigraphStore.in_memory()
    content = to_ntriples(found)
    store.replace_graphs({_GRAPH: GraphFile(content, "application/n-triples", "bound")})
    return stream(store.query(_ALL), choice)


def _links(found: Verdict | Plural, given: dict[str, str]) -> dict[str, str]:
    """Where people see the same."""
    on = getattr(found, "on", "")
    asked = {**given, **({"on": on} if on else {}), "format": "html"}
    links = {"page": f"{base_url()}/bound?{urlencode(asked, safe='/:')}"}
    if on:
        links["matrix"] = f"{base_url()}/matrix?{urlencode({'on': on})}"
    return links


def _page(found: Verdict | Plural | None, given: dict[str, str]) -> str:
    if found is None or isinstance(found, Verdict):
        query = pair_query(found.actor.iri, found.instrument.iri, found.on) if found else ""
        return render_template(
            "bound.html", verdict=found, asked=given, formats=FORMATS, query=query
        )
    return render_template(
        "bound_list.html",
        answer=found,
        title=found.title,
        kind=found.kind,
        rows=found.rows if hasattr(found, "rows") else (),
        asked=given,
        formats=FORMATS,
    )
