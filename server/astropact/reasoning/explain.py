"""Why the record concludes what it concludes: the sentences on acts and on ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.reasoning import deposits, trust, wording
from astropact.reasoning.conclusion import Role
from astropact.reasoning.model import MEMBERSHIP

if TYPE_CHECKING:
    from astropact.reasoning.conclusion import Conclusion, Finding
    from astropact.reasoning.model import Statement


def act(conclusion: Conclusion) -> str:
    """A few sentences: the decision, how far it can be relied upon, who differs, the effect."""
    parts = [_decision(conclusion), *_reserves(conclusion)]
    differences = _differences(conclusion)
    if differences:
        parts.append(wording.upper_first("; ".join(differences)) + ".")
    parts += [f"{one.words}." for one in conclusion.against]
    if conclusion.place_words:
        parts.append(conclusion.place_words + ".")
    if conclusion.effect_words:
        parts.append(conclusion.effect_words + ".")
    return " ".join(parts)


def rank(finding: Finding, conclusion: Conclusion) -> str:
    """One sentence on the rank of a statement."""
    role = finding.role
    if finding.fault is not None:
        text = f"Not relied upon: {finding.fault.words}"
    elif conclusion.inferred and finding.statement.evidence != "stated":
        what = "Its kind of act" if finding.statement.dated else "It"
        text = f"{what} was {finding.statement.evidence} by the collector, and no source states it"
    elif finding.rank == "preferred":
        text = "The most trusted source for what the record concludes"
    elif role is Role.OTHER_DATE:
        text = f"Gives another date than {_day(conclusion)}: {_why_not(finding, conclusion)}"
    elif role is Role.TOO_EARLY:
        listed = finding.statement.not_after
        text = f"Already lists on {listed} what the record dates {conclusion.on}"
    elif role is Role.OTHER_KIND:
        text = (
            f"Calls {wording.kind_words(finding.statement.kind)} what the record takes for "
            f"{wording.kind_words(conclusion.kind)}: {_why_not_kind(finding, conclusion)}"
        )
    elif role is Role.ELSEWHERE:
        text = f"A later deposit of the same act, first deposited on {conclusion.on}"
    elif role is Role.EFFECT:
        text = "Dates the act by its effect"
    elif role is Role.STATUS:
        text = "Gives no date, and fits what the record concludes"
    else:
        text = "Agrees with what the record concludes"
    if finding.attribution.moved:
        text += f"; {finding.attribution.moved}"
    return text + "."


def _reserves(conclusion: Conclusion) -> list[str]:
    """What weakens the decision: reasoning, a single weak witness, a date of one place only."""
    texts = []
    if conclusion.inferred:
        kinds = {f.statement.evidence for f in conclusion.findings} - {"stated"}
        evidence = " and ".join(sorted(kinds))
        if conclusion.statements(Role.EXACT):
            texts.append(
                f"The source gives the day only; the kind of act was {evidence} by the collector."
            )
        else:
            texts.append(
                f"This was {evidence} by the collector; no source states it in so many words."
            )
    elif doubt := _single_witness(conclusion):
        texts.append(doubt)
    if place := deposits.words(conclusion):
        texts.append(place + ".")
    return texts


def _single_witness(conclusion: Conclusion) -> str:
    """The reserve against a decision that rests on one source below the official ones."""
    dated = conclusion.statements(Role.EXACT, Role.OTHER_KIND, Role.EFFECT)
    supporters = [f.statement for f in conclusion.findings if f.role.supports] or dated
    if dated and trust.best_tier(dated) == trust.LOWEST:
        if trust.independent(dated) == 1:
            return (
                "The date rests on one source of the lowest trust and is doubtful until another "
                "confirms it."
            )
        return (
            "The date rests on sources of the lowest trust only and is doubtful until a better one "
            "confirms it."
        )
    alone = trust.independent(supporters) == 1 and len(conclusion.findings) == len(supporters)
    if alone and trust.best_tier(supporters) > trust.OFFICIAL:
        return "No other source in the record has this act."
    return ""


def _decision(conclusion: Conclusion) -> str:
    what = wording.what(conclusion.kind)
    exact = conclusion.statements(Role.EXACT)
    if conclusion.on is not None:
        return _stated(f"{what} on {conclusion.on}", exact, conclusion)
    if effect := conclusion.statements(Role.EFFECT):
        return _stated(f"{what}, dated by its effect only", effect, conclusion)
    if within := conclusion.statements(Role.WITHIN):
        given = min(within, key=lambda s: (s.source.tier, s.iri)).stated
        return _stated(f"{what}, dated {given} only", within, conclusion)
    supporters = [f.statement for f in conclusion.findings if f.role.supports]
    if all(s.kind == MEMBERSHIP for s in supporters):
        return _membership(supporters, conclusion)
    return _stated(f"{what} without a known day", supporters, conclusion)


def _membership(supporters: list[Statement], conclusion: Conclusion) -> str:
    """What is concluded from lists of members, none of which names an act."""
    earliest = min((s.as_of for s in supporters if s.as_of is not None), default=None)
    one = len({wording.source_name(s.source) for s in supporters}) == 1
    what = wording.upper_first(wording.kind_words(conclusion.kind))
    when = f"{' on' if one else ', first on'} {earliest}" if earliest else ""
    said = f"count{'s' if one else ''} it among the members"
    if conclusion.inferred:
        said = f"suggest{'s' if one else ''} that it is a member"
    text = (
        f"{what} without a known day: {wording.names(supporters)} {said}{when}, and no source "
        f"names the act"
    )
    if conclusion.kind == MEMBERSHIP:
        return f"{text}. A membership may rest on an earlier text and does not show consent to it."
    return f"{text}. The members of this organisation are the parties to the text."


def _stated(value: str, deciders: list[Statement], conclusion: Conclusion) -> str:
    deciders = deciders or conclusion.statements(Role.OTHER_KIND)
    rest = [f.statement for f in conclusion.findings if f.role is Role.STATUS]
    return wording.deciding(
        value,
        deciders,
        [s for s in rest if s not in deciders],
        verb="suggest" if conclusion.inferred else "state",
        named=_named_by(deciders, conclusion),
    )


def _named_by(deciders: list[Statement], conclusion: Conclusion) -> list[Statement]:
    """Who calls the act what it is concluded to be, where those who date it do not."""
    top = trust.best_tier(deciders)
    dated_only = all(s.kind != conclusion.kind for s in deciders if s.source.tier == top)
    if not dated_only or conclusion.on is None:
        return []
    namers = [f.statement for f in conclusion.findings if f.statement.kind == conclusion.kind]
    return [s for s in namers if s.source.tier == trust.best_tier(namers)]


def _differences(conclusion: Conclusion) -> list[str]:
    """What the others say, those who say the same together."""
    said: dict[str, list[Statement]] = {}
    for finding in conclusion.findings:
        text = _difference(finding, conclusion)
        if text:
            said.setdefault(text, []).append(finding.statement)
    texts = []
    for text, statements in said.items():
        names = wording.names(statements)
        several = len({wording.source_name(s.source) for s in statements}) > 1
        texts.append(text.format(who=names, has="have" if several else "has"))
    return texts + sorted({f.attribution.moved for f in conclusion.findings} - {""})


def _difference(finding: Finding, conclusion: Conclusion) -> str:
    """A clause with places for who says it and for the verb."""
    statement, role = finding.statement, finding.role
    if finding.fault is not None:
        what = "what" if finding.fault.act else "the date that"
        return f"{what} {{who}} {{has}} is not relied upon because {finding.fault.words}"
    if role is Role.ELSEWHERE:
        places = wording.cities(statement.depositaries)
        done = "signature" if conclusion.kind == "signature" else "deposit"
        rule = "counts" if conclusion.kind == "signature" else "binds"
        where = f"{f'the {places}' if places else 'a later'} {done} of {statement.on}"
        return f"{{who}} {{has}} {where}, while the earliest {done} {rule}"
    if role is Role.EFFECT and conclusion.on is not None:
        return f"{{who}} {{has}} the day of effect, {statement.on or statement.effective}"
    if role is Role.OTHER_DATE:
        names = {wording.source_name(s.source) for s in conclusion.statements(Role.EXACT)}
        also = "also " if wording.source_name(statement.source) in names else ""
        return f"{{who}} {also}{{has}} {statement.stated}, but {_why_not(finding, conclusion)}"
    if role is Role.TOO_EARLY:
        return f"{{who}} already {{has}} it on {statement.not_after}, which no source explains"
    if role is Role.OTHER_KIND:
        kind = wording.kind_words(statement.kind)
        return f"{{who}} {{has}} it as {kind}, but {_why_not_kind(finding, conclusion)}"
    return ""


def _why_not(finding: Finding, conclusion: Conclusion) -> str:
    winners = conclusion.statements(Role.EXACT, Role.OTHER_KIND)
    winners = [s for s in winners if s.on == conclusion.on]
    losers = [f.statement for f in conclusion.findings if f.statement.on == finding.statement.on]
    return _comparison(winners, losers, f"for {_day(conclusion)}", earliest=True)


def _why_not_kind(finding: Finding, conclusion: Conclusion) -> str:
    stated = finding.statement.kind
    winners = [
        f.statement
        for f in conclusion.findings
        if f.statement.kind == conclusion.kind and f.fault is None
    ]
    losers = [f.statement for f in conclusion.findings if f.statement.kind == stated]
    return _comparison(
        winners, losers, f"for {wording.kind_words(conclusion.kind)}", earliest=False
    )


def _comparison(
    winners: list[Statement], losers: list[Statement], value: str, *, earliest: bool
) -> str:
    """Which step of the order of trust made the winners win."""
    if not winners or not losers:
        return f"the evidence {value} is stronger"
    top, low = trust.best_tier(winners), trust.best_tier(losers)
    if top < low:
        best = [s for s in winners if s.source.tier == top]
        verb = "is" if len({wording.source_name(s.source) for s in best}) == 1 else "are"
        return f"{wording.names(best)} {verb} trusted more (tier {top} before {low})"
    more, fewer = trust.independent(winners), trust.independent(losers)
    if more > fewer:
        return f"more independent sources stand {value} ({more} against {fewer})"
    if earliest:
        return "between equally trusted sources the earlier date is taken"
    return f"between equally trusted sources the record settles {value}"


def _day(conclusion: Conclusion) -> str:
    return str(conclusion.on) if conclusion.on is not None else "the act"
