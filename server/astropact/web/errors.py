"""One error body for every endpoint: problem+json for programs, a page for people."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Response, current_app, g, render_template, request
from werkzeug.exceptions import HTTPException, NotAcceptable, RequestEntityTooLarge

from astropact.errors import AstropactError
from astropact.protocol import problem
from astropact.protocol.formats import HTML, Format
from astropact.protocol.negotiation import choose
from astropact.web.links import base_url
from astropact.web.respond import page

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.sansio.response import Response as BaseResponse

    from astropact.catalog.labels import Name

_LOG = logging.getLogger(__name__)
_RETRY_AFTER = "5"  # seconds
_PROBLEM = Format("problem", "Problem", problem.MEDIA_TYPE, "json", ("application/json",))


def register(app: Flask) -> None:
    """Makes the application answer every exception with a problem."""
    app.register_error_handler(AstropactError, _of_error)
    app.register_error_handler(HTTPException, _of_status)
    app.register_error_handler(Exception, _of_anything)


def _of_error(error: AstropactError) -> Response:
    found = problem.of_error(error, request.path)
    if found.kind.slug == "internal":
        _LOG.error("%s %s failed", request.method, request.path, exc_info=error)
    suggestions: tuple[Name, ...] = g.get("suggestions", ())
    if suggestions:
        meant = [{"iri": name.iri, "label": name.label} for name in suggestions]
        found = replace(found, members={**found.members, "suggestions": meant})
    return respond(found)


def _of_status(error: HTTPException) -> BaseResponse:
    if error.code is not None and error.code < 400:
        return error.get_response()  # a redirect
    if isinstance(error, NotAcceptable):
        available: list[str] = g.get("available", [])
        detail = "none of the formats asked for is on offer: " + ", ".join(available)
        return respond(problem.of_status(406, detail, request.path, available=available))
    detail = ""
    if isinstance(error, RequestEntityTooLarge):
        detail = f"the body is longer than {current_app.config['MAX_CONTENT_LENGTH']:,} bytes"
    response = respond(problem.of_status(error.code or 500, detail, request.path))
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        response.headers["Allow"] = ", ".join(sorted({*allowed, "OPTIONS"}))
    return response


def _of_anything(error: Exception) -> Response:
    _LOG.error("%s %s failed", request.method, request.path, exc_info=error)
    return respond(problem.internal(request.path))


def respond(found: problem.Problem) -> Response:
    """The problem in the form that the client likes better."""
    choice = choose(request.headers.get("Accept"), (_PROBLEM, HTML))
    if choice is not None and choice.format is HTML:
        suggestions: tuple[Name, ...] = g.get("suggestions", ())
        response = page(
            render_template("error.html", problem=found, suggestions=suggestions), found.status
        )
    else:
        response = Response(
            found.to_json(base_url()), found.status, content_type=problem.MEDIA_TYPE
        )
    response.vary.add("Accept")
    response.headers["Cache-Control"] = "no-store"
    if found.status == 503:
        response.headers["Retry-After"] = _RETRY_AFTER
    return response
