"""The stated order of trust: tier, then number of independent sources, then specificity.

The order is lexicographic: a lower number of the tier always wins; only among equals is the
number of independent sources counted, and only then does it matter how much a source says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from astropact.namespaces import CONSENT, ID
from astropact.reasoning.model import MEMBERSHIP, UNSPECIFIED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from astropact.reasoning.model import Source, Statement

Value = TypeVar("Value", bound="date | str")

# Up to this tier a source is official: the depositary, the United Nations, a gazette.
OFFICIAL: Final = 2
# Mirrors and press.
LOWEST: Final = 6

# Editions of one work, and reports of one announcement, are one witness. The key is how the slugs
# of the editions begin.
_WORKS: Final = {
    "bernama-2513393": "malaysian-ministry-2025",
    "businessnovinite-intersputnik": "bulgaria-leaves-intersputnik-2025",
    "chosun-tsushin-2016": "kcna-2016",
    "dfat": "dfat",
    "dewiki-mirror": "wikipedia",
    "europeantimes-174594": "bulgaria-leaves-intersputnik-2025",
    "friendlywiki": "wikipedia",
    "huggo": "huggo",
    "kiwix": "wikipedia",
    "lifenewsagency-malaysia": "malaysian-ministry-2025",
    "unoda": "unoda",
    "untc": "untc",
    "upi-2016": "kcna-2016",
    "verdragenbank": "verdragenbank",
    "wikimili": "wikipedia",
    "wikipedia": "wikipedia",
    "wikisum": "wikipedia",
}


def work(source: Source) -> str:
    """The work that ``source`` is an edition of; sources of one work are not independent."""
    slug = source.iri.removeprefix(f"{ID}source/")
    return next((work for start, work in _WORKS.items() if slug.startswith(start)), slug)


def independent(statements: Iterable[Statement]) -> int:
    """How many independent sources make these statements."""
    return len({work(statement.source) for statement in statements})


def best_tier(statements: Iterable[Statement]) -> int:
    """The tier of the most trusted source among these statements."""
    return min(statement.source.tier for statement in statements)


def specific(kind: str) -> bool:
    """Whether a kind of act says more than that there was consent."""
    return kind not in (UNSPECIFIED, MEMBERSHIP)


def preferred(
    statements: Iterable[Statement], value: Callable[[Statement], Value | None]
) -> Value | None:
    """The value (a date, a kind) that the order of trust prefers, None when none is given.

    The last tie, which no rule of trust breaks, goes to the smaller value: for dates the earliest
    deposit, which is the one that binds.
    """
    groups: dict[Value, list[Statement]] = {}
    for statement in statements:
        if (given := value(statement)) is not None:
            groups.setdefault(given, []).append(statement)

    def order(item: tuple[Value, list[Statement]]) -> tuple[int, int, bool, str]:
        given, supporters = item
        says_more = any(specific(s.kind) for s in supporters)
        return (best_tier(supporters), -independent(supporters), not says_more, str(given))

    return min(groups.items(), key=order)[0] if groups else None


def preferred_kind(statements: Iterable[Statement]) -> str:
    """The kind of one act: the preferred specific kind, or unspecified consent."""
    pool = list(statements)
    kind = preferred(pool, lambda s: s.kind if specific(s.kind) else None)
    if kind is not None:
        return kind
    return UNSPECIFIED if any(s.kind in CONSENT for s in pool) else pool[0].kind
