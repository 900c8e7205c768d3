"""Sources that the table of totals names in words, mostly mirrors that print one number."""

from __future__ import annotations

import re
from typing import NamedTuple

MIRROR = "A mirror of Wikipedia."


class TotalSource(NamedTuple):
    """One source: how the table names it, and how the record does."""

    pattern: str
    slug: str
    title: str
    tier: int
    url: str = ""
    locator: str = "number of parties and signatories"
    note: str = ""
    lists_signatures: bool = False
    """Its list keeps the signature of a state that consented later."""


_NAMED = (
    TotalSource(
        r"A/AC\.105/C\.2/2026/CRP\.9/Rev\.1 table rows",
        "unoosa-crp9-rev1-2026",
        "",
        1,
        locator="rows of the table, counted",
    ),
    TotalSource(
        r"A/AC\.105/C\.2/2026/CRP\.9/Rev\.1 total row",
        "unoosa-crp9-rev1-2026",
        "",
        1,
        locator="last line of the table",
    ),
    TotalSource(
        r"UNTC XXIV-2 xml",
        "untc-xxiv-2",
        "",
        2,
        locator="list of participants, counted",
        lists_signatures=True,
    ),
    TotalSource(
        r"UNTC XXV-1 xml",
        "untc-xxv-1",
        "",
        2,
        locator="list of participants, counted",
        lists_signatures=True,
    ),
    TotalSource(
        r"zaki\.ru",
        "zaki-untc-moon",
        "United Nations Treaty Collection on the Moon Agreement, copy at zaki.ru",
        6,
        "http://zaki.ru/pagesnew.php?id=58360",
    ),
    TotalSource(
        r"latvia\.news-pravda\.com",
        "pravda-latvia-2025-05-24",
        "",
        6,
    ),
    TotalSource(r"vickysvolumes\.com", "iasl-moon-thread", "", 6),
    TotalSource(
        r"ssi\.org",
        "ssi-newsletter-1978",
        "Space Studies Institute: international details, 1978",
        5,
        "https://ssi.org/wp-content/fbs/sps-intnldet-1978/225",
    ),
    TotalSource(
        r"en\.m\.wikipedia\.org",
        "wikipedia-outer-space-treaty",
        "Wikipedia: Outer Space Treaty",
        6,
        "https://en.wikipedia.org/wiki/Outer_Space_Treaty",
    ),
    TotalSource(
        r"friendlywiki Space_Liability",
        "friendlywiki-liability-convention",
        "Friendlywiki: Space Liability Convention",
        6,
        note=MIRROR,
    ),
    TotalSource(
        r"friendlywiki$", "friendlywiki-ost", "Friendlywiki: Outer Space Treaty", 6, note=MIRROR
    ),
    TotalSource(
        r"de\.wikipedia mirror nina\.az",
        "nina-az-liability-convention",
        "nina.az: Weltraumhaftungsübereinkommen",
        6,
        note=MIRROR,
    ),
    TotalSource(r"nina\.az$", "nina-az-ost", "nina.az: Outer Space Treaty", 6, note=MIRROR),
    TotalSource(
        r"wikimili\.com/en/Registration",
        "wikimili-registration-convention",
        "",
        6,
        "https://wikimili.com/en/Registration_Convention",
    ),
    TotalSource(
        r"wikimili\.com/en/Artemis",
        "wikimili-artemis-accords",
        "",
        6,
        "https://wikimili.com/en/Artemis_Accords",
    ),
    TotalSource(
        r"definitions\.uslegal\.com",
        "uslegal-rescue-agreement",
        "US Legal: Rescue Agreement",
        6,
        "https://definitions.uslegal.com/r/rescue-agreement/",
    ),
)
_MIRRORS = {
    "qaz.wiki": "Qaz.wiki: Outer Space Treaty",
    "qeeebo": "Qeeebo: Outer Space Treaty",
    "teacherdiane": "Teacher Diane: Rescue Agreement",
    "wikisum.wiki": "Wikisum: Rescue Agreement",
}
_SITES = {
    "spacetraveler.news": "spacetraveler.news: status of the space treaties",
    "cucdc.com": "cucdc.com: space treaties",
    "unl.edu": "University of Nebraska: Registration Convention",
    "lapan": "LAPAN: Registration Convention",
    "wap.danielthefox.com": "danielthefox.com: Registration Convention",
}


def named_source(text: str, instrument: str) -> TotalSource | None:
    """The source that a cell names in words, None when it gives a web address or nothing known."""
    for source in _NAMED:
        if re.match(source.pattern, text):
            return source
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    if text in _MIRRORS:
        return TotalSource("", slug, _MIRRORS[text], 6, note=MIRROR)
    if text in _SITES:
        return TotalSource("", slug, _SITES[text], 6)
    if text == "wikipedia mirror":
        title = f"Wikipedia, a mirror: {instrument.replace('-', ' ')}"
        return TotalSource("", f"wikipedia-mirror-{instrument}", title, 6, note=MIRROR)
    return None
