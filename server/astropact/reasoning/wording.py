"""The reasons in words (``ap:because``), put together from the facts that decided.

Sources are named by the short form of their label, dates are ISO days.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from astropact.namespaces import thing
from astropact.reasoning.model import UNSPECIFIED
from astropact.reasoning.trust import best_tier, work

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from astropact.reasoning.model import Source, Statement

_KINDS: Final = {
    "consent-to-be-bound": "consent to be bound",
    "declaration-of-acceptance": "declaration of acceptance",
    "provisional-application": "provisional application",
}
_CITIES: Final = {
    thing("state", "gbr"): "London",
    thing("state", "usa"): "Washington",
    thing("state", "sun"): "Moscow",
    thing("state", "rus"): "Moscow",
}
_SHORT: Final = re.compile(r"\s*[(,:;].*$")
_MOST_NAMES: Final = 3


def kind_words(kind: str) -> str:
    """A kind of act in running text."""
    return _KINDS.get(kind, kind)


def source_name(source: Source) -> str:
    """The label of a source up to the first bracket, comma or colon."""
    return _SHORT.sub("", source.label) or source.label


def names(statements: Iterable[Statement]) -> str:
    """The sources of some statements, each once, the most trusted first."""
    ordered = sorted(statements, key=lambda s: (s.source.tier, s.source.label))
    unique = list(dict.fromkeys(source_name(s.source) for s in ordered))
    return listing(unique)


def listing(items: Sequence[str]) -> str:
    """Items as a phrase: "a", "a and b", "a, b and 2 others"."""
    if len(items) > _MOST_NAMES:
        rest = len(items) - _MOST_NAMES + 1
        items = [*items[: _MOST_NAMES - 1], f"{rest} others"]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def city(depositary: str) -> str:
    """Where a depositary government receives deposits."""
    return _CITIES.get(depositary, "")


def deciding(
    value: str, supporters: Sequence[Statement], others: Sequence[Statement]
) -> str:
    """The first sentence: what was concluded, who decided it, who agrees."""
    top = best_tier(supporters)
    deciders = [s for s in supporters if s.source.tier == top]
    decided = {work(s.source) for s in deciders}
    also = [s for s in (*supporters, *others) if work(s.source) not in decided]
    text = f"{value}, as {names(deciders)} state{'s' if _single(deciders) else ''}"
    if also:
        text += f"; {names(also)} agree{'s' if _single(also) else ''}"
    return text + "."


def _single(statements: Iterable[Statement]) -> bool:
    return len({source_name(s.source) for s in statements}) == 1


def what(kind: str) -> str:
    """A kind of act at the start of a sentence."""
    if kind == UNSPECIFIED:
        return "Consent to be bound (no source says in which form)"
    words = kind_words(kind)
    return words[0].upper() + words[1:]


def upper_first(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]
