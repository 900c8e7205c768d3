"""Recognises the sources that participation tables cite.

A cell names a source in words: an address, then perhaps a bracket or a number that says where in
the source the row was read. :func:`recognise` turns such a text into a :class:`Citation`. Sources
met often, or whose rank matters, are known (:data:`KNOWN`); any other becomes a source of the
lowest trust, named after its address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from astropact.importers.participation_gazettes import GAZETTES
from astropact.importers.participation_official import OFFICIAL
from astropact.importers.participation_press import PRESS
from astropact.importers.participation_secondary import SECONDARY
from astropact.importers.sources import slug_of_address, slugify, title_of_address

if TYPE_CHECKING:
    from astropact.importers.participation_known import Known

KNOWN = OFFICIAL + GAZETTES + SECONDARY + PRESS
LOWEST_TIER = 6

_CITATION = re.compile(r"(?P<url>https?://\S+)(?:\s+(?P<rest>\S.*))?")


@dataclass(frozen=True, slots=True)
class Citation:
    """One source as one cell cites it."""

    text: str
    slug: str
    title: str
    tier: int
    url: str = ""
    locator: str = ""
    known: Known | None = None
    groups: dict[str, str] = field(default_factory=dict, hash=False, compare=False)

    @property
    def status_only(self) -> bool:
        """Whether the source never dates what it lists."""
        return self.known is not None and self.known.status_only

    @property
    def names_instrument(self) -> bool:
        """Whether the source's own name tells the instrument."""
        return self.known is not None and self.known.single_instrument

    def owns(self, piece: str) -> bool:
        """Whether ``piece`` of a note speaks of this source."""
        if self.known is None or not self.known.owns:
            return False
        return re.search(self.known.owns, piece) is not None


def recognise(text: str) -> Citation | None:
    """The source that ``text`` cites, or None when it is neither known nor an address."""
    plain = _CITATION.fullmatch(text)
    for known in KNOWN:
        match = re.match(known.pattern, text)
        if match:
            groups = {name: value or "" for name, value in match.groupdict().items()}
            words = {name: value.replace("_", " ") for name, value in groups.items()}
            url = known.url or groups.get("url") or (plain["url"] if plain else "")
            return Citation(
                text,
                slugify(known.slug.format(**groups)),
                known.title.format(**words),
                known.tier,
                url,
                known=known,
                groups=groups,
            )
    if plain is None:
        return None
    url, rest = plain["url"], (plain["rest"] or "").strip()
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1]
    return Citation(text, _slug(url), title_of_address(url), LOWEST_TIER, url, locator=rest)


def _slug(url: str) -> str:
    parts = urlsplit(url)
    slug = slug_of_address(url)
    # Some sites tell their pages apart by the query alone.
    return slugify(f"{slug} {parts.query}") if parts.path.strip("/") else slug
