"""The pages of documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from astropact.catalog.claims import find_claims
from astropact.namespaces import thing
from astropact.web.documents import count_verdicts, document_page

if TYPE_CHECKING:
    from astropact.store import Store

    from .client import Client

BRIEF = thing("source", "icas-2024-building-blocs")
COPY = thing("source", "icas-2024-building-blocs-copy")


def test_a_document_has_all_its_claims_by_paragraph(store: Store) -> None:
    claims = find_claims(store)
    page = document_page(store, claims, BRIEF)
    assert page is not None
    assert page.total == len(find_claims(store, document=BRIEF))
    numbers = [number for number, _claims in page.paragraphs]
    assert numbers == sorted(set(numbers))
    assert all(claim.paragraph == number for number, held in page.paragraphs for claim in held)
    assert not page.undated
    assert page.original is None
    assert [copy.iri for copy in page.copies] == [COPY]
    assert page.cited
    assert page.counts == count_verdicts(find_claims(store, document=BRIEF))


def test_a_copy_shows_what_it_shares_by_its_own_paragraphs(store: Store) -> None:
    page = document_page(store, find_claims(store), COPY)
    assert page is not None
    assert page.original is not None
    assert page.original.iri == BRIEF
    assert page.undated
    shared = [
        (number, claim)
        for number, held in page.paragraphs
        for claim in held
        if claim.document.iri == BRIEF
    ]
    assert len(shared) > 100
    assert all(claim.paragraph_in_copy == number for number, claim in shared)
    assert page.total > len(shared)


def test_a_source_that_is_no_document_has_no_such_page(store: Store) -> None:
    assert document_page(store, (), thing("source", "ecolex")) is None


def test_a_page_tells_plainly_what_is_not_known(http: Client) -> None:
    text = http.get("/id/source/icas-2024-building-blocs-copy", "text/html").text
    assert "This is a copy of" in text
    assert "It prints no date" in text
    assert "of the original" in text
    brief = http.get("/id/source/icas-2024-building-blocs", "text/html").text
    assert "It prints no date" not in brief
    assert "The same text is also at" in brief
    numbers = [int(number) for number in re.findall(r'<h3 id="p(\d+)">', brief)]
    assert len(numbers) > 30
    assert numbers == sorted(numbers)
