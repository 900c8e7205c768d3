"""Pages for people: home, about, search, and what each kind of problem means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, redirect, render_template, request

from astropact.catalog import browse, evidence
from astropact.catalog.labels import labels
from astropact.errors import NotFound
from astropact.namespaces import thing
from astropact.protocol.problem import KINDS
from astropact.web.context import context
from astropact.web.respond import etag, finish, not_modified, page
from astropact.web.standing_pages import today

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response as BaseResponse

blueprint = Blueprint("pages", __name__)

# The worked answer on the home page: an accession and a withdrawal, each with its sources.
_EXAMPLE_STATE: Final = thing("state", "sau")
_EXAMPLE_INSTRUMENT: Final = thing("instrument", "moon-agreement")
# The worked verdict: signing and acceding are not the same, and the act has its own page.
_EXAMPLE_CLAIM: Final = thing("claim", "tsi-2025-p29-02")
_MOST_FOUND: Final = 100


@blueprint.get("/")
def home() -> Response:
    """What this is, how much it holds, and one answer with its sources."""
    return _cached("home", _home)


@blueprint.get("/query")
def query() -> BaseResponse:
    """Leads to the query page, which is the endpoint itself seen with a browser."""
    example = request.args.get("example")
    target = f"{request.script_root}/sparql?format=html"
    if example and context().question(example):
        target += f"&example={example}"
    return redirect(target, 303)


@blueprint.get("/about")
def about() -> Response:
    """How the record is made and may be used."""
    return _cached("about", lambda: render_template("about.html"))


@blueprint.get("/search")
def search() -> Response:
    """Things whose name contains a text."""
    text = request.args.get("q", "")[:200]
    found = browse.search(context().store, text, limit=_MOST_FOUND) if text.strip() else ()
    return page(render_template("search.html", text=text, found=found, most=_MOST_FOUND))


@blueprint.get("/problem/<slug>")
def problem(slug: str) -> Response:
    """What a kind of problem means; the type of every error leads here."""
    kind = KINDS.get(slug)
    if kind is None:
        raise NotFound(f"there is no kind of problem named {slug!r}")
    return page(render_template("problem.html", kind=kind))


def _cached(name: str, render: Callable[[], str]) -> Response:
    # Forms and timelines name the current day.
    tag = etag(name, today())
    unchanged = not_modified(tag)
    return unchanged or finish(page(render()), tag)


def _home() -> str:
    store = context().store
    acts = [
        act
        for act in evidence.acts_of(store, "instrument", _EXAMPLE_INSTRUMENT)
        if act.actor.iri == _EXAMPLE_STATE
    ]
    named = labels(store, [_EXAMPLE_STATE, _EXAMPLE_INSTRUMENT])
    return render_template(
        "home.html",
        collections=browse.COLLECTIONS,
        groups=browse.GROUPS,
        claim=next((one for one in context().claims if one.iri == _EXAMPLE_CLAIM), None),
        claims_total=len(context().claims),
        counts=browse.counts(store),
        triples=store.size(),
        questions=context().questions,
        graphs=context().manifest.entries,
        acts=[(act, evidence.evidence_for(store, act.iri)) for act in acts],
        state=named[_EXAMPLE_STATE],
        instrument=named[_EXAMPLE_INSTRUMENT],
        instrument_iri=_EXAMPLE_INSTRUMENT,
        state_iri=_EXAMPLE_STATE,
    )
