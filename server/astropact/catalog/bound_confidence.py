"""How sure a verdict is, judged by the statements that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.catalog.bound_model import Confidence
from astropact.catalog.facts import ap
from astropact.namespaces import CONSENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from astropact.catalog.bound_model import Cited, Dispute, Level
    from astropact.catalog.facts import Facts

_OFFICIAL: Final = 2
_SECONDARY: Final = 5
_ORDER: Final[dict[Level, int]] = {"low": 0, "medium": 1, "high": 2}


def of_acts(facts: Facts, acts: Sequence[str], disputes: Sequence[Dispute], day: str) -> Confidence:
    """The confidence, for a day, of what rests on acts: no more than the weakest allows."""
    return min((_of_act(facts, act, disputes, day) for act in acts), key=lambda c: _ORDER[c.level])


def _of_act(facts: Facts, act: str, disputes: Sequence[Dispute], day: str) -> Confidence:
    name = facts.label(act)
    against = set(facts.links(act, ap("disputedBy")))
    rivals = [d for d in disputes if d.statement in against and d.rank == "normal"]
    denying = [d for d in rivals if not _agrees(facts, act, d.statement, day)]
    if denying:
        return Confidence("low", f"{name}: {denying[0].source.label} speaks against it.")
    statements = facts.links(act, ap("supportedBy"))
    tiers = {s: _tier(facts, s) for s in statements}
    firm = [s for s in statements if _slug(facts, s, "evidenceKind") == "stated"]
    if not firm:
        return Confidence("low", f"{name}: no source states it, it was inferred or derived.")
    preferred = [s for s in firm if _slug(facts, s, "rank") == "preferred"]
    if rivals:
        other = rivals[0].source.label
        return Confidence("medium", f"{name}: {other} has another kind or an earlier day of it.")
    for statement in sorted(preferred, key=lambda s: (tiers[s], s)):
        if tiers[statement] <= _OFFICIAL:
            source = facts.label(facts.text(statement, ap("statedIn")))
            return Confidence("high", f"{name}: {source} (tier {tiers[statement]}) states it.")
    if min(tiers[s] for s in firm) >= _SECONDARY:
        return Confidence("low", f"{name}: only sources of tier {_SECONDARY} or 6 state it.")
    sources = {facts.text(s, ap("statedIn")) for s in firm if tiers[s] < _SECONDARY}
    if len(sources) > 1:
        return Confidence("high", f"{name}: {len(sources)} sources state it independently.")
    best = min(firm, key=lambda s: (tiers[s], s))
    source = facts.label(facts.text(best, ap("statedIn")))
    return Confidence("medium", f"{name}: {source} (tier {tiers[best]}) alone states it.")


def _agrees(facts: Facts, act: str, statement: str, day: str) -> bool:
    """Whether a rival statement has the same step, of another kind or day, by the day asked for."""
    kinds = {_slug(facts, thing, "actKind") for thing in (act, statement)}
    same = len(kinds) == 1 or kinds <= CONSENT
    latest = facts.text(statement, ap("notAfter")) or facts.text(statement, ap("statedDate"))
    return same and "" < latest <= day


def of_sources(sources: Iterable[Cited], what: str) -> Confidence:
    """The confidence of what rests on the description of a thing."""
    best = min(sources, key=lambda source: source.tier, default=None)
    if best is None:
        return Confidence("medium", f"It rests on {what}.")
    level: Level = "high" if best.tier <= _OFFICIAL else "medium"
    return Confidence(
        "low" if best.tier >= _SECONDARY else level,
        f"It rests on {what}, for which {best.label} (tier {best.tier}) stands.",
    )


def _tier(facts: Facts, statement: str) -> int:
    return int(facts.text(facts.text(statement, ap("statedIn")), ap("trustTier")) or 9)


def _slug(facts: Facts, statement: str, name: str) -> str:
    return facts.text(statement, ap(name)).rpartition("/")[2]
