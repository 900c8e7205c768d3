"""Decodes the requests of the SPARQL 1.1 Protocol.

https://www.w3.org/TR/sparql11-protocol/#query-operation: a query comes as GET, as a POSTed form or
as a POSTed body; it names its dataset with ``default-graph-uri`` and ``named-graph-uri``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.errors import InputError, LimitExceeded, QueryRefused, UnsupportedFormat
from astropact.rdf.iris import is_iri

if TYPE_CHECKING:
    from collections.abc import Iterable

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

_PERCENT: Final = re.compile(rb"%([0-9A-Fa-f]{2})?")
_MOST_PARAMETERS: Final = 1_000


@dataclass(frozen=True)
class QueryRequest:
    """One query with the dataset and the format that the request names."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None
    """The short name or media type of a ``format=`` (or ``output=``) parameter."""

    @property
    def names_dataset(self) -> bool:
        """Whether the request names its dataset, which then replaces the query's own."""
        return bool(self.default_graphs or self.named_graphs)


def decode(
    method: str, query_string: bytes, content_type: str | None, body: bytes
) -> QueryRequest | None:
    """The query of a GET, HEAD or POST request; None for a GET that asks nothing.

    Raises:
        InputError: badly encoded, no query or several, or a graph that is not an absolute IRI.
        UnsupportedFormat: a POST of another media type or character set.
        QueryRefused: an update.
    """
    parameters = form_parameters(query_string)
    if method == "POST":
        media_type, charset = _media_type(content_type)
        if media_type == FORM:
            _require_utf8(charset)
            parameters += form_parameters(body)
        elif media_type == QUERY:
            _require_utf8(charset)
            if any(name == "query" for name, _ in parameters):
                raise InputError("the request holds a query in its body and one in its address")
            parameters.append(("query", _text(body, "the body")))
        elif media_type == UPDATE:
            _refuse_update()
        else:
            raise UnsupportedFormat(
                f"a query cannot be posted as {media_type or 'a body without a media type'}",
                hint=f"Send Content-Type: {FORM} or {QUERY}.",
            )
    if any(name == "update" for name, _ in parameters):
        _refuse_update()
    texts = [value for name, value in parameters if name == "query"]
    if len(texts) > 1:
        raise InputError(
            f"the request holds {len(texts)} queries",
            hint="Send exactly one parameter named query.",
        )
    if not texts:
        if method == "POST":
            raise InputError("the request holds no query", hint="Send a parameter named query.")
        return None
    formats = [value for name, value in parameters if name in ("format", "output") and value]
    return QueryRequest(
        text=texts[0],
        default_graphs=_graphs(parameters, "default-graph-uri"),
        named_graphs=_graphs(parameters, "named-graph-uri"),
        format=formats[0] if formats else None,
    )


def form_parameters(encoded: bytes) -> list[tuple[str, str]]:
    """The name-value pairs of a query string or a form, in order, decoded strictly.

    Raises:
        InputError: a ``%`` without two hexadecimal digits, or bytes that are not UTF-8.
        LimitExceeded: more parameters than any query needs.
    """
    pieces = [piece for piece in encoded.split(b"&") if piece]
    if len(pieces) > _MOST_PARAMETERS:
        raise LimitExceeded(f"more than {_MOST_PARAMETERS:,} parameters")
    pairs = (piece.partition(b"=") for piece in pieces)
    return [(_decoded(name), _decoded(value)) for name, _, value in pairs]


def _decoded(raw: bytes) -> str:
    def byte(match: re.Match[bytes]) -> bytes:
        if match[1] is None:
            raise InputError(
                "malformed percent-encoding: a % is not followed by two hexadecimal digits",
                hint="Write a percent sign itself as %25.",
            )
        return bytes.fromhex(match[1].decode("ascii"))

    return _text(_PERCENT.sub(byte, raw.replace(b"+", b" ")), "a parameter")


def _text(raw: bytes, what: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{what} is not UTF-8", hint="Encode the request in UTF-8.") from error


def _graphs(parameters: Iterable[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    found = tuple(value for name, value in parameters if name == wanted)
    for iri in found:
        if not is_iri(iri):
            raise InputError(
                f"{wanted} is not an absolute IRI: {iri[:100]!r}",
                hint="Give it as https://… without angle brackets.",
            )
    return found


def _media_type(content_type: str | None) -> tuple[str, str]:
    media_type, *rest = (piece.strip().lower() for piece in (content_type or "").split(";"))
    pairs = (piece.partition("=") for piece in rest)
    charset = next((value.strip().strip('"') for name, _, value in pairs if name == "charset"), "")
    return media_type, charset


def _require_utf8(charset: str) -> None:
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise UnsupportedFormat(
            f"the character set {charset!r} is not read here", hint="Send charset=utf-8."
        )


def _refuse_update() -> None:
    raise QueryRefused(
        "updates are refused: this endpoint only reads",
        hint="Send a SELECT, ASK, CONSTRUCT or DESCRIBE query.",
    )
