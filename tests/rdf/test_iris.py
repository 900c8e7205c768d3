"""What may stand in a query as an IRI."""

from __future__ import annotations

import pytest

from astropact.errors import NotFound
from astropact.rdf.iris import iriref, is_iri


@pytest.mark.parametrize("iri", ["https://e/a#b", "urn:x:y", "http://e/é?q=1&r=[2]"])
def test_an_iri_stands_in_angle_brackets(iri: str) -> None:
    assert is_iri(iri)
    assert iriref(iri) == f"<{iri}>"


@pytest.mark.parametrize(
    "text",
    ["", "x", "/a", "1a:b", *(f"http://x/{end}" for end in (" y", ">", "{", '"', "\n", "\\u003e"))],
)
def test_what_is_no_iri_never_reaches_a_query(text: str) -> None:
    assert not is_iri(text)
    with pytest.raises(NotFound):
        iriref(text)
