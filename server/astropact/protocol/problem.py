"""The one error body: problem details in JSON (RFC 9457, https://www.rfc-editor.org/rfc/rfc9457).

Every kind of error has a type IRI that leads to its explanation on the server, and every
exception class of :mod:`astropact.errors` has exactly one kind here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final

from astropact import errors

MEDIA_TYPE: Final = "application/problem+json"


@dataclass(frozen=True)
class Kind:
    """A kind of problem: its slug, HTTP status, title and what a person should know."""

    slug: str
    status: int
    title: str
    explanation: str


KINDS: Final[dict[str, Kind]] = {
    kind.slug: kind
    for kind in (
        Kind(
            "bad-request",
            400,
            "The request is malformed",
            "Something in the address, the headers or the body is not as the protocol demands.",
        ),
        Kind(
            "syntax",
            400,
            "The input is not well-formed",
            "The document breaks the syntax of its format at the line and column given.",
        ),
        Kind(
            "query-syntax",
            400,
            "The query is not SPARQL",
            "The text could not be read as a SPARQL 1.1 query; line and column say how far it "
            "could be.",
        ),
        Kind(
            "query-refused",
            400,
            "The query is refused",
            "Updates, SERVICE and queries beyond a stated size are not run by this service.",
        ),
        Kind(
            "query-failed",
            400,
            "The query cannot be answered",
            "The query is SPARQL, but evaluating it failed.",
        ),
        Kind(
            "not-found",
            404,
            "There is no such thing",
            "No page, thing, graph or file has this address.",
        ),
        Kind(
            "method-not-allowed",
            405,
            "The method is not allowed here",
            "The Allow header lists the methods that this address answers.",
        ),
        Kind(
            "not-acceptable",
            406,
            "No format that was asked for is available",
            "The member `available` lists the media types on offer.",
        ),
        Kind(
            "too-large",
            413,
            "The request is too large",
            "A stated limit was passed; the detail names it.",
        ),
        Kind(
            "unsupported-media-type",
            415,
            "The media type is not supported",
            "The body of the request is in a format that is not read here.",
        ),
        Kind(
            "internal",
            500,
            "Something went wrong on our side",
            "The request was fine as far as we know; the operator finds the cause in the log.",
        ),
        Kind(
            "busy",
            503,
            "The answer is not ready yet",
            "It takes some seconds to put together; the Retry-After header says when to ask again.",
        ),
    )
}

_KIND_OF: Final[dict[type[errors.AstropactError], str]] = {
    errors.AstropactError: "internal",
    errors.InputError: "bad-request",
    errors.SyntaxFault: "syntax",
    errors.LimitExceeded: "too-large",
    errors.UnsupportedFormat: "unsupported-media-type",
    errors.QueryFault: "query-failed",
    errors.QuerySyntaxFault: "query-syntax",
    errors.QueryRefused: "query-refused",
    errors.NotFound: "not-found",
    errors.Busy: "busy",
    errors.StoreFault: "internal",
    errors.RecordFault: "internal",
}

_BY_STATUS: Final[dict[int, str]] = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "too-large",
    415: "unsupported-media-type",
}


@dataclass(frozen=True)
class Problem:
    """One problem of one request."""

    kind: Kind
    detail: str
    status: int
    hint: str = ""
    instance: str = ""
    members: dict[str, Any] = field(default_factory=dict)

    def to_json(self, type_base: str = "") -> bytes:
        """The problem+json document; ``type_base`` goes before ``/problem/<slug>``."""
        document: dict[str, Any] = {
            "type": f"{type_base}/problem/{self.kind.slug}",
            "title": self.kind.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.instance:
            document["instance"] = self.instance
        if self.hint:
            document["hint"] = self.hint
        document.update(self.members)
        return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def of_error(error: errors.AstropactError, instance: str = "") -> Problem:
    """The problem that an exception becomes; internal ones lose their text."""
    kind = KINDS[_KIND_OF.get(type(error), "internal")]
    if kind.slug == "internal":
        return internal(instance)
    members = {
        name: value
        for name in ("line", "column")
        if (value := getattr(error, name, None)) is not None
    }
    return Problem(kind, error.message, kind.status, error.hint, instance, members)


def of_status(status: int, detail: str = "", instance: str = "", **members: Any) -> Problem:
    """The problem for an HTTP status that no exception of ours stands behind."""
    if status >= 500:
        return internal(instance, status)
    kind = KINDS[_BY_STATUS.get(status, "bad-request")]
    return Problem(kind, detail or kind.explanation, status, "", instance, members)


def internal(instance: str = "", status: int = 500) -> Problem:
    """A fault of the server; says nothing of its inside."""
    kind = KINDS["internal"]
    return Problem(kind, kind.explanation, status, "", instance)
