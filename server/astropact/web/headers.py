"""Headers that every answer carries: security for browsers, leave for scripts of other sites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import request

if TYPE_CHECKING:
    from flask import Flask, Response

# Everything a page needs comes from this server; nothing is inline. A form may lead only here.
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_DAY: Final = 86_400


def register(app: Flask) -> None:
    """Adds the headers to every answer of the application."""
    app.after_request(_security)
    app.after_request(_sharing)


def _security(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", _POLICY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "no-referrer")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
    return response


def _sharing(response: Response) -> Response:
    """Lets any site read the public data (https://fetch.spec.whatwg.org/#http-cors-protocol)."""
    headers = response.headers
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = "Allow, Content-Location, ETag, Link"
    if request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = headers.get("Allow", "GET, HEAD, OPTIONS")
        headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
        headers["Access-Control-Max-Age"] = str(_DAY)
    return response
