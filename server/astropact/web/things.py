"""``/id``, ``/ns``, ``/concept``, ``/graph``, ``/ontology``, ``/shapes``: the IRIs, answered.

An IRI of the record is answered where it leads: with 200, in the format that is asked for by
Accept, by ``format=`` or by a file ending, and with the IRI itself as the canonical link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, g, redirect, render_template, request

from astropact.catalog import browse, describe
from astropact.catalog.labels import Name, label_of, labels
from astropact.catalog.terms import module_of_version, term_rows
from astropact.errors import NotFound, QuerySyntaxFault
from astropact.namespaces import (
    AP,
    BASE,
    CONCEPT,
    DATASET,
    GRAPH,
    ID,
    ONTOLOGY,
    SHAPES,
)
from astropact.protocol.formats import GRAPHS, HTML, by_extension
from astropact.store import GraphFile, OxigraphStore
from astropact.web.context import context
from astropact.web.links import base_url, path_of, query_path
from astropact.web.respond import etag, finish, negotiate, not_modified, offset, page, stream
from astropact.web.standing_pages import today
from astropact.web.tables import role_of, shown_otherwise, tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response as BaseResponse

    from astropact.protocol.formats import Format
    from astropact.store.base import QueryResult

blueprint = Blueprint("things", __name__)

_OFFERS: Final = (*GRAPHS, HTML)
_PAGE_OF_THINGS: Final = 250
_ALL: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@blueprint.get("/id/<path:name>")
def thing(name: str) -> Response:
    """A thing of the record, or the list of all things of a type."""
    path, suffix = by_extension(name, _OFFERS)
    if path in browse.COLLECTIONS:
        return _collection(path, suffix)
    return _described(ID + path, suffix)


@blueprint.get("/concept/<path:name>")
def concept(name: str) -> Response:
    """A concept or a concept scheme."""
    path, suffix = by_extension(name, _OFFERS)
    return _described(CONCEPT + path, suffix)


@blueprint.get("/dataset")
@blueprint.get("/dataset.<ending>")
def dataset(ending: str = "") -> Response:
    """The record as a whole, as its manifest describes it."""
    path, suffix = by_extension(f"dataset.{ending}" if ending else "dataset", _OFFERS)
    return _described(BASE + path, suffix)


@blueprint.get("/dataset/<path:name>")
def dataset_part(name: str) -> Response:
    """A part of the record that its description counts: a class, a property, a set of links."""
    path, suffix = by_extension(f"dataset/{name}", _OFFERS)
    return _described(BASE + path, suffix)


@blueprint.get("/.well-known/void")
def well_known_void() -> BaseResponse:
    """Leads to the description of the data set (VoID, section 7.2)."""
    return redirect(path_of(DATASET) or "/", 302)


@blueprint.get("/ns")
@blueprint.get("/ns.<ending>")
def namespace(ending: str = "") -> Response:
    """Every term of the ontology; the page has an anchor for each."""
    path, suffix = by_extension(f"ns.{ending}" if ending else "ns", _OFFERS)
    if path != "ns":
        raise NotFound(f"there is no form of /ns that ends in .{ending}")
    modules = _modules()
    return _graphs(
        AP,
        modules,
        suffix,
        lambda: render_template(
            "terms.html",
            title="Vocabulary",
            iri=AP,
            modules=[
                (Name(m, label_of(context().store, _document(m))), term_rows(context().store, m))
                for m in modules
            ],
        ),
    )


@blueprint.get("/ontology/<path:name>")
def ontology(name: str) -> Response:
    """One module of the ontology, or one file of alignments or concepts."""
    path, suffix = by_extension(name, _OFFERS)
    path = _without_date(path)
    graph = f"{GRAPH}ontology/{path}"
    _require_graph(graph)
    return _graphs(
        ONTOLOGY + path,
        [graph],
        suffix,
        lambda: render_template(
            "terms.html",
            title=label_of(context().store, ONTOLOGY + path),
            iri=ONTOLOGY + path,
            modules=[(Name(graph, ""), term_rows(context().store, graph))],
        ),
    )


@blueprint.get("/graph/<path:name>")
def graph(name: str) -> Response:
    """One named graph: what it holds and where it comes from."""
    path, suffix = by_extension(name, _OFFERS)
    iri = GRAPH + path
    _require_graph(iri)
    return _graphs(iri, [iri], suffix, lambda: _graph_page(iri))


@blueprint.get("/shapes/<name>")
def shapes(name: str) -> Response:
    """One file of the shapes that all data has to pass."""
    stem, suffix = by_extension(name, _OFFERS)
    folder = context().manifest.root / "shapes"
    file = next((f for f in sorted(folder.glob("*.ttl")) if f.stem == stem), None)
    if file is None:
        raise NotFound(f"there is no file of shapes named {stem!r}")
    content = file.read_bytes()

    def load() -> QueryResult:
        store = OxigraphStore.in_memory()
        store.replace_graphs({SHAPES + stem: GraphFile(content, name=f"shapes/{file.name}")})
        return store.query(_ALL)

    return _negotiated(
        SHAPES + stem,
        suffix,
        load,
        lambda: render_template(
            "text.html", title=f"Shapes: {stem}", iri=SHAPES + stem, text=content.decode()
        ),
    )


def _described(iri: str, suffix: Format | None) -> Response:
    """The description of one thing, bounded; what is left out is said and linked."""
    limit = context().description_limit
    store = context().store
    try:
        total = describe.incoming_total(store, iri)
        if total == 0 and not describe.is_known(store, iri):
            raise NotFound(
                f"the record knows nothing of {iri}",
                hint="Look it up by name with /search, or see the lists under /id/state and so on.",
            )
    except QuerySyntaxFault as error:
        raise NotFound("the address is not one that an IRI can have") from error
    except NotFound:
        g.suggestions = browse.similar(store, iri)
        raise

    all_incoming = query_path(describe.incoming_query(iri))

    def load() -> QueryResult:
        rest = base_url() + all_incoming.removeprefix(request.script_root)
        return store.query(describe.description_query(iri, limit, total=total, rest=rest))

    response = _negotiated(iri, suffix, load, lambda: _thing_page(iri))
    if total > limit:
        response.headers.add("Link", f'<{all_incoming}>; rel="section"')
    return response


def _thing_page(iri: str) -> str:
    role = role_of(iri)
    without, kinds = shown_otherwise(role)
    return render_template(
        "thing.html",
        thing=describe.describe(context().store, iri, without=without, without_kinds=kinds),
        role=role,
        all_incoming=query_path(describe.incoming_query(iri)),
        formats=GRAPHS,
        path=path_of(iri),
        **tables(role, iri, offset=offset()),
    )


def _collection(slug: str, suffix: Format | None) -> Response:
    store = context().store
    iri = ID + slug

    return _negotiated(
        iri,
        suffix,
        lambda: store.query(browse.collection_query(slug)),
        lambda: render_template(
            "list.html",
            page=browse.page(store, slug, offset=offset(), limit=_PAGE_OF_THINGS),
            formats=GRAPHS,
            path=path_of(iri),
        ),
    )


def _modules() -> list[str]:
    prefix = GRAPH + "ontology/"
    return [
        graph
        for graph in context().store.graphs()
        if graph.startswith(prefix) and "/" not in graph[len(prefix) :]
    ]


def _document(graph: str) -> str:
    return ONTOLOGY + graph.removeprefix(GRAPH + "ontology/")


def _without_date(path: str) -> str:
    """The module behind a dated version IRI such as ``core/2026-11-23``, when it is current."""
    return (module_of_version(context().store, ONTOLOGY + path) or path).removeprefix(ONTOLOGY)


def _require_graph(iri: str) -> None:
    if iri not in context().store.graphs():
        raise NotFound(f"there is no graph {iri}", hint="The home page lists all graphs.")


def _graph_page(iri: str) -> str:
    store = context().store
    entry = next((e for e in context().manifest.entries if e.graph == iri), None)
    classes = browse.class_counts(store, iri)
    sources = entry.sources if entry else ()
    named = labels(store, [*classes, *sources, iri])
    return render_template(
        "graph.html",
        iri=iri,
        label=entry.title if entry and entry.title else named[iri],
        entry=entry,
        triples=store.size(iri),
        classes=[(Name(kind, named[kind]), number) for kind, number in classes.items()],
        sources=[Name(source, named[source]) for source in sources],
        formats=GRAPHS,
        path=path_of(iri),
    )


def _graphs(
    iri: str, graphs: list[str], suffix: Format | None, html: Callable[[], str]
) -> Response:
    store = context().store
    return _negotiated(iri, suffix, lambda: store.query(_ALL, default_graphs=graphs), html)


def _negotiated(
    iri: str,
    suffix: Format | None,
    load: Callable[[], QueryResult],
    html: Callable[[], str],
) -> Response:
    choice = negotiate(_OFFERS, request.args.get("format"), suffix)
    # The drawing of a timeline ends today.
    tag = etag(choice.media_type, request.full_path, today() if choice.format is HTML else "")
    response = not_modified(tag)
    if response is None:
        response = page(html()) if choice.format is HTML else stream(load(), choice)
    path = path_of(iri) or ""
    bare = path.partition("#")[0]
    response.headers.add("Link", f'<{iri}>; rel="canonical"')
    response.headers["Content-Location"] = f"{bare}.{choice.format.extension}"
    for offer in _OFFERS:
        if offer is not choice.format:
            response.headers.add(
                "Link", f'<{bare}.{offer.extension}>; rel="alternate"; type="{offer.media_type}"'
            )
    return finish(response, tag)


@blueprint.get("/id/")
@blueprint.get("/id")
def kinds() -> BaseResponse:
    """Leads to the list of kinds on the home page."""
    return redirect(f"{request.script_root}/#browse", 303)


@blueprint.get("/ns/<path:name>")
def term(name: str) -> BaseResponse:
    """Leads from a term written as a path to its anchor."""
    iri = AP + name
    if not describe.is_known(context().store, iri):
        raise NotFound(f"there is no term {name!r}", hint="The page /ns has all of them.")
    return redirect(path_of(iri) or "/", 303)
