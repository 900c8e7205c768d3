"""Addresses: the IRIs of the record lead to this server, under whatever address it is reached."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlencode

from flask import request

from astropact.namespaces import AP, BASE

# Characters that RFC 3986 allows in a path segment without encoding, and the slash.
_SAFE: Final = "/:@!$&'()*+,;=-._~"


def base_url() -> str:
    """The address this server was reached by, with its prefix and without a slash at the end.

    A Host header that is no host is left out (then it is a path), so that nobody's header can
    put text of its own into an answer.
    """
    return request.root_url.rstrip("/") if request.host else request.script_root


def path_of(iri: str) -> str | None:
    """The path on this server that answers for an IRI of the record, else None."""
    if iri.startswith(AP):
        return f"{request.script_root}/ns#{quote(iri[len(AP) :])}"
    if iri.startswith(BASE):
        return f"{request.script_root}/{quote(iri[len(BASE) :], safe=_SAFE)}"
    return None


def href_of(iri: str) -> str | None:
    """Where a link to an IRI leads: here, out to the web, or nowhere (then it is plain text)."""
    return path_of(iri) or (iri if iri.startswith(("https://", "http://")) else None)


def query_path(query: str, **parameters: str) -> str:
    """The path of a query to the SPARQL endpoint."""
    return f"{request.script_root}/sparql?{urlencode({'query': query, **parameters})}"
