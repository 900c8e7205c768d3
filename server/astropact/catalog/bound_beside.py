"""What stands beside a verdict: who stood in an actor's place, and what official totals count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from astropact.catalog.bound_chain import (
    SOURCE,
    cite_statements,
    period_step,
    step,
    succession_of,
)
from astropact.catalog.bound_model import STANDING_WORDS, Step
from astropact.catalog.bound_wording import with_article
from astropact.catalog.facts import Facts, ap

if TYPE_CHECKING:
    from astropact.catalog.standings import Standings

# What a total has to count for it to be one of all participants.
_WHOLE: Final = frozenset({"parties", "signatories", "participants", "committed-states"})


class Neighbour(NamedTuple):
    """How a state that another one followed, or that followed it, stood on the day."""

    words: str
    steps: list[Step]


def neighbour_of(
    facts: Facts, standings: Standings, actor: str, instrument: str, day: str
) -> Neighbour | None:
    """The predecessor or successor of an actor that stood under the text on the day, if any."""
    for mine, other in (("successor", "predecessor"), ("predecessor", "successor")):
        for thing in facts.pointing(mine, actor):
            facts.load([thing])
            who = facts.text(thing, ap(other))
            period = standings.at(who, instrument, day)
            if period is None:
                continue
            kinds = facts.links(thing, ap("successionKind"))
            facts.load([who, period.iri, *kinds, *facts.links(thing, SOURCE)])
            link = _link(facts, thing, {kind.rpartition("/")[2] for kind in kinds}, other)
            name = f"{with_article(facts.label(who))}, {link},"
            stood = f"{name} is {STANDING_WORDS[period.standing]} on that day"
            if period.standing == "contested":
                stood = f"whether {name} stands under it on that day is contested"
            return Neighbour(
                stood,
                [succession_of(facts, thing), period_step(facts, period.iri)],
            )
    return None


def _link(facts: Facts, succession: str, kinds: set[str], other: str) -> str:
    day = facts.text(succession, ap("succeededOn"))
    if "unification" in kinds:
        return (
            f"which joined it on {day}" if other == "predecessor" else f"which it joined on {day}"
        )
    verb = "continue" if "continuation" in kinds else "follow"
    if other == "successor":
        return f"which {verb}s it" if verb == "continue" else "which followed it"
    return "which it continues" if verb == "continue" else "which it followed"


def newest_total(facts: Facts, standings: Standings, instrument: str) -> tuple[list[Step], str]:
    """The newest official total of participants, as a step; and what the record has beside it."""
    totals = facts.pointing("aboutThing", instrument)
    facts.load(total for total in totals if "/total/" in total)
    whole = [t for t in totals if facts.text(t, ap("countOf")).rpartition("/")[2] in _WHOLE]
    if not whole:
        return [], ""
    parties = [t for t in whole if facts.text(t, ap("countOf")).endswith("/parties")]
    newest = max(parties or whole, key=lambda total: (facts.text(total, ap("asOf")), total))
    used = facts.facts(
        newest, *(ap(n) for n in ("aboutThing", "count", "countOf", "asOf", "statedIn"))
    )
    kind, day = facts.text(newest, ap("countOf")), facts.text(newest, ap("asOf"))
    facts.load([kind, facts.text(newest, ap("statedIn"))])
    number = facts.text(newest, ap("count"))
    counted = f"{number} {facts.label(kind)} of the {facts.label(instrument)} on {day}"
    under = [p for p in standings.under(instrument) if p.covers(day)]
    if parties:
        # An organisation that accepted a treaty by declaration is no party to it.
        under = [p for p in under if p.actor in standings.grounds.states]
    sure = sum(p.standing != "contested" for p in under)
    doubt = f" and {len(under) - sure} in doubt" if len(under) > sure else ""
    return [
        step(
            "list",
            f"The newest printed total counts {counted}.",
            newest,
            [*used, facts.label_fact(kind)],
            cite_statements(facts, [newest]),
        )
    ], f"The newest printed total counts {counted}; the record has {sure} for certain{doubt}."
