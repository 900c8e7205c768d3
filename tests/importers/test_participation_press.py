"""Pages and press of the second collection are told apart and ranked."""

from __future__ import annotations

import pytest

from astropact.importers.participation_press import PRESS
from astropact.importers.participation_sources import recognise


def test_slugs_are_not_shared() -> None:
    slugs = [known.slug for known in PRESS]
    assert len(slugs) == len(set(slugs))
    assert {known.tier for known in PRESS} == {2, 5, 6}


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (
            "https://www.bernama.com 2513393",
            "https://www.bernama.com/misc/rss/news.php?id=2513393",
        ),
        (
            "https://malaysiatrend.com",
            "https://www.malaysiatrend.com/2022/08/08/malaysia-signs-2-international-agreements/",
        ),
        (
            "https://thesun.my (REG 1975 accession)",
            "https://thesun.my/malaysia-news/malaysia-formalises-participation-in-international",
        ),
    ],
)
def test_a_page_cited_by_two_addresses_is_one_source(short: str, long: str) -> None:
    first, second = recognise(short), recognise(long)
    assert first is not None
    assert second is not None
    assert (first.slug, first.url) == (second.slug, second.url)


def test_items_of_one_archive_are_sources_of_their_own() -> None:
    found = [recognise(f"https://sauress.com/alhayat/{item}") for item in (138132, 30990549)]
    assert [one.slug for one in found if one] == ["alhayat-138132", "alhayat-30990549"]
