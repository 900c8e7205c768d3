"""Sources of totals as their table names them."""

from __future__ import annotations

import pytest

from astropact.importers.total_sources import named_source


def test_one_document_has_two_places() -> None:
    document = "A/AC.105/C.2/2026/CRP.9/Rev.1"
    rows = named_source(f"{document} table rows (STARS)", "registration-convention")
    last = named_source(f"{document} total row (STARS)", "registration-convention")
    assert rows is not None
    assert last is not None
    assert rows.slug == last.slug
    assert rows.locator != last.locator


@pytest.mark.parametrize("text", ["friendlywiki", "qaz.wiki", "lapan", "wikipedia mirror"])
def test_mirrors_and_sites_are_of_the_lowest_trust(text: str) -> None:
    source = named_source(text, "outer-space-treaty")
    assert source is not None
    assert source.tier == 6


def test_anything_else_is_not_known() -> None:
    assert named_source("somewhere", "outer-space-treaty") is None
