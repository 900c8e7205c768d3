"""IRIs that come from outside, checked before they stand in a query.

The form is that of SPARQL's IRIREF with a scheme before it (SPARQL 1.1 Query Language, 19.8,
https://www.w3.org/TR/sparql11-query/#rIRIREF): looser than RFC 3987, which the engine enforces,
but nothing of that form can end the IRI early and add code to the query around it.
"""

from __future__ import annotations

import re
from typing import Final

from astropact.errors import NotFound

_IRIREF: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")


def is_iri(text: str) -> bool:
    """Whether ``text`` is an absolute IRI, as loosely as SPARQL takes one."""
    return _IRIREF.fullmatch(text) is not None


def iriref(iri: str) -> str:
    """``iri`` in angle brackets, safe to stand in a query.

    Raises:
        NotFound: it is not an IRI, so nothing in the record can bear it.
    """
    if not is_iri(iri):
        raise NotFound("the address holds characters that no IRI has")
    return f"<{iri}>"
