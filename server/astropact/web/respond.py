"""Answers: negotiated format, parts of lists, caching, streams that fail before the first byte."""

from __future__ import annotations

import hashlib
from io import SEEK_END
from typing import TYPE_CHECKING, Final

from flask import Response, g, request
from werkzeug.exceptions import NotAcceptable
from werkzeug.wsgi import wrap_file

from astropact import __version__
from astropact.errors import UnsupportedFormat
from astropact.protocol.formats import HTML, by_name, content_type
from astropact.protocol.negotiation import Choice, choose
from astropact.web.context import context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from astropact.protocol.formats import Format
    from astropact.store.base import QueryResult

_SMALL: Final = 1_048_576


def negotiate(
    offers: Sequence[Format], named: str | None = None, suffix: Format | None = None
) -> Choice:
    """The format to answer in: a file ending, else a ``format=`` parameter, else Accept.

    Raises:
        NotAcceptable: the client takes none of the offers; ``g.available`` lists them.
    """
    if suffix is not None:
        return Choice(suffix, suffix.media_type)
    if named:
        try:
            found = by_name(named, tuple(offers))
        except UnsupportedFormat as error:
            raise _not_acceptable(offers) from error
        return Choice(found, found.media_type)
    choice = choose(request.headers.get("Accept"), offers)
    if choice is None:
        raise _not_acceptable(offers)
    return choice


def _not_acceptable(offers: Sequence[Format]) -> NotAcceptable:
    g.available = [offer.media_type for offer in offers]
    return NotAcceptable()


def offset() -> int:
    """How many items of a list the client skips; 0 when ``offset=`` is no number."""
    return request.args.get("offset", default=0, type=lambda text: max(0, min(int(text), 10**9)))


def etag(*parts: str) -> str:
    """A validator that is equal only for the same content, question and server version."""
    joined = "\0".join((context().version, __version__, request.root_url, *parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def not_modified(tag: str) -> Response | None:
    """A 304 when the client holds the current answer, so that nothing need be evaluated."""
    if request.method in ("GET", "HEAD") and request.if_none_match.contains_weak(tag):
        return finish(Response(status=304), tag)
    return None


def finish(response: Response, tag: str = "") -> Response:
    """Adds what all negotiated answers share: Vary, ETag and leave to cache with asking."""
    response.vary.add("Accept")
    if tag and response.status_code in (200, 304):
        # Weak: the engine may write equal answers in another order.
        response.set_etag(tag, weak=True)
        response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    return response


def stream(result: QueryResult, choice: Choice) -> Response:
    """Sends an answer that is complete, so that what fails becomes a proper error.

    Its length is told: a client sees when the answer was cut, and keeps the connection. The server
    reads the file by itself, so a slow client holds no thread.
    """
    whole = result.complete(choice.format.media_type)
    length = whole.seek(0, SEEK_END)
    whole.seek(0)
    if request.method == "HEAD" or length <= _SMALL:
        with whole:
            response = Response(b"" if request.method == "HEAD" else whole.read())
    else:
        response = Response(wrap_file(request.environ, whole), direct_passthrough=True)
    response.content_length = length
    response.headers["Content-Type"] = content_type(choice.media_type)
    return response


def page(html: str, status: int = 200) -> Response:
    """A web page."""
    return Response(html, status=status, content_type=content_type(HTML.media_type))
