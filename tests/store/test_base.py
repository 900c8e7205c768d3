"""Terms, and their form in N-Triples."""

from __future__ import annotations

import pytest

from astropact.namespaces import XSD
from astropact.store.base import Term, ntriples
from astropact.store.parsing import parse


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (Term("iri", "urn:a"), "<urn:a>"),
        (Term("literal", 'a "b"\n\\', XSD + "string"), '"a \\"b\\"\\n\\\\"'),
        (Term("literal", "a"), '"a"'),
        (Term("literal", "a", "", "en"), '"a"@en'),
        (Term("literal", "1", XSD + "integer"), f'"1"^^<{XSD}integer>'),
    ],
)
def test_terms_are_written_as_ntriples(term: Term, written: str) -> None:
    assert ntriples(term) == written


@pytest.mark.parametrize("text", ["\x01\x08\x0c\r\t\x7f\u2028", '\\u0022 "} #', "🚀é"])
def test_every_text_can_be_read_again(text: str) -> None:
    line = f"<urn:s> <urn:p> {ntriples(Term('literal', text))} ."
    (found,) = parse(line.encode(), "application/n-triples")
    assert found.object.value == text
