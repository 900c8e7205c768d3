"""Proactive content negotiation: which offered format an Accept header likes best.

RFC 9110, section 12.5.1 (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1). Real clients send
odd headers, so a part that is not understood is left out, and a header of which nothing is
understood counts as none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from astropact.protocol.formats import Format

_TOKEN: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"  # noqa: S105 (RFC 9110 "token", not a secret)
_RANGE: Final = re.compile(rf"({_TOKEN})/({_TOKEN})")
# Splits at commas and semicolons, but not inside a quoted string.
_QUOTED: Final = r'"(?:[^"\\]|\\.)*"'
_PART: Final = re.compile(rf"(?:{_QUOTED}|[^,\"])+")
_PARAMETER: Final = re.compile(rf"(?:{_QUOTED}|[^;\"])+")
# Longer headers than any client sends are not worth the time.
_LONGEST: Final = 8_192


@dataclass(frozen=True)
class MediaRange:
    """One element of an Accept header: ``text/*;q=0.5``."""

    type: str
    subtype: str
    quality: float
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def specificity(self) -> int:
        """0 for ``*/*``, 1 for ``text/*``, 2 for a full type, 3 with parameters."""
        if self.type == "*":
            return 0
        if self.subtype == "*":
            return 1
        return 3 if self.parameters else 2

    def matches(self, media_type: str) -> bool:
        """Whether a media type lies in the range.

        Parameters are not compared: what clients send there (``charset``, ``profile``) does not
        change which bytes this server can offer.
        """
        kind, _, subtype = media_type.partition("/")
        return self.type in ("*", kind) and self.subtype in ("*", subtype)


@dataclass(frozen=True)
class Choice:
    """What to send: a format, under the name that the client asked for."""

    format: Format
    media_type: str


def parse_accept(header: str) -> tuple[MediaRange, ...]:
    """The media ranges of an Accept header, without the parts that cannot be understood."""
    ranges = (_media_range(part) for part in _PART.findall(header[:_LONGEST]))
    return tuple(found for found in ranges if found is not None)


def _media_range(part: str) -> MediaRange | None:
    name, *rest = (piece.strip() for piece in _PARAMETER.findall(part))
    # Java's URLConnection sends a lone "*" for "anything".
    found = _RANGE.fullmatch("*/*" if name == "*" else name.lower())
    if found is None or (found[1] == "*" and found[2] != "*"):
        return None
    quality = 1.0
    parameters = []
    for piece in rest:
        key, _, value = (text.strip() for text in piece.partition("="))
        if key.lower() != "q":
            parameters.append((key.lower(), value.strip('"')))
            continue
        try:
            quality = float(value)
        except ValueError:
            return None
        if not 0 <= quality <= 1:  # also catches "nan"
            return None
    return MediaRange(found[1], found[2], quality, tuple(parameters))


def quality(media_type: str, ranges: Iterable[MediaRange]) -> float:
    """How much a client likes a media type: that of the most specific range it lies in."""
    best = max(
        (found for found in ranges if found.matches(media_type)),
        key=lambda found: (found.specificity, found.quality),
        default=None,
    )
    return 0.0 if best is None else best.quality


def choose(header: str | None, offers: Sequence[Format]) -> Choice | None:
    """The best offer for an Accept header, or None when the client takes none of them.

    Without a header, or with one of which nothing is understood, it is the first offer. Between
    equals the earlier offer wins, and an offer's own media type before its aliases.
    """
    ranges = parse_accept(header) if header else ()
    if not ranges:
        return Choice(offers[0], offers[0].media_type) if offers else None
    best: Choice | None = None
    best_quality = 0.0
    for aliases in (False, True):
        for offer in offers:
            for media_type in offer.aliases if aliases else (offer.media_type,):
                if aliases and not _named(media_type, ranges):
                    continue
                liked = quality(media_type, ranges)
                if liked > best_quality:
                    best, best_quality = Choice(offer, media_type), liked
    return best


def _named(media_type: str, ranges: Iterable[MediaRange]) -> bool:
    """Whether the header spells this type out; an alias is not sent to who takes anything."""
    return any(found.specificity >= 2 and found.matches(media_type) for found in ranges)
