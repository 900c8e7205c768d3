"""The application factory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask

from astropact import __version__
from astropact.catalog.questions import read_questions
from astropact.config import number
from astropact.namespaces import shorten
from astropact.protocol.query_text import Limits
from astropact.web import (
    bound,
    errors,
    headers,
    links,
    pages,
    reports,
    sparql,
    standing_pages,
    things,
)
from astropact.web.context import EXTENSION, Context

if TYPE_CHECKING:
    from astropact.catalog.manifest import Manifest
    from astropact.store.base import Store


def create_app(store: Store, manifest: Manifest, *, version: str) -> Flask:
    """The WSGI application that serves a store.

    ``version`` names the store's exact content; it is part of every ETag, so it must change
    whenever the content does.

    Raises:
        InputError: a setting in the environment is not a number.
    """
    app = Flask(__name__)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.extensions[EXTENSION] = Context(
        store=store,
        manifest=manifest,
        version=version,
        limits=Limits(text_bytes=number("max_query_bytes"), depth=number("max_query_depth")),
        description_limit=number("description_limit"),
        questions=read_questions(manifest.root),
    )
    # A form around the longest query, every byte percent-encoded, and its other parameters.
    app.config["MAX_CONTENT_LENGTH"] = 4 * number("max_query_bytes")
    app.url_map.merge_slashes = False
    app.register_blueprint(bound.blueprint)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(reports.blueprint)
    app.register_blueprint(sparql.blueprint)
    app.register_blueprint(standing_pages.blueprint)
    app.register_blueprint(things.blueprint)
    errors.register(app)
    headers.register(app)
    app.jinja_env.globals.update(
        href_of=links.href_of,
        path_of=links.path_of,
        query_path=links.query_path,
        shorten=shorten,
        server_version=__version__,
        record_version=manifest.version,
    )
    return app
