"""The chain behind a verdict: sentences made of triples, from the period back to the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.catalog.bound_model import Cited, Dispute, Step
from astropact.catalog.bound_wording import capital, lower, with_article
from astropact.catalog.facts import LABEL, ap, written
from astropact.catalog.labels import Name
from astropact.namespaces import DCTERMS, PROV, SKOS, concept
from astropact.store.base import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from astropact.catalog.bound_model import StepKind, Triple
from astropact.catalog.facts import Fact, Facts

DERIVED_FROM: Final = PROV + "wasDerivedFrom"
GENERATED_BY: Final = PROV + "wasGeneratedBy"
_DEFINITION: Final = SKOS + "definition"
SOURCE: Final = DCTERMS + "source"
_URL: Final = "https://schema.org/url"
_NO_TIER: Final = 9
# Kinds of act by which an actor leaves; all others let it join or prepare to.
_LEAVING: Final = frozenset({"withdrawal"})
_RULES_OF_LEAVING: Final = (
    "one-year-after-notification",
    "three-months-after-notification",
    "on-receipt-of-notification",
    "end-of-next-financial-year",
)


def step(
    kind: StepKind,
    sentence: str,
    iri: str,
    facts: Iterable[Fact | None],
    sources: Sequence[Cited] = (),
) -> Step:
    """A step of the chain, backed by the facts that are there."""
    triples: dict[Triple, None] = {}
    for fact in facts:
        if fact is not None:
            triples[written(fact)] = None
    return Step(kind, sentence, iri, tuple(triples), tuple(sources))


def load_evidence(facts: Facts, acts: Iterable[str], more: Iterable[str] = ()) -> None:
    """Loads acts with what they name, their statements, and the sources of these."""
    acts, more = list(acts), list(more)
    facts.load([*acts, *more])
    statements = {
        statement
        for thing in [*acts, *more]
        for role in ("supportedBy", "disputedBy")
        for statement in facts.links(thing, ap(role))
    }
    named = {
        value
        for act in acts
        for role in ("actor", "instrument", "actKind", "depositedWith")
        for value in facts.links(act, ap(role))
    }
    facts.load(statements | named)
    sources = {s for statement in statements for s in facts.links(statement, ap("statedIn"))}
    sources |= {source for thing in more for source in facts.links(thing, SOURCE)}
    kinds = {k for statement in statements for k in facts.links(statement, ap("actKind"))}
    facts.load(sources | kinds)


def act_step(facts: Facts, act: str) -> Step:
    """What was done, by whom, when and where, with the sources that say so."""
    actor, text = facts.fact(act, ap("actor")), facts.fact(act, ap("instrument"))
    kind, on = facts.fact(act, ap("actKind")), facts.fact(act, ap("actionOn"))
    effect = facts.fact(act, ap("effectiveOn"))
    before, after = facts.fact(act, ap("notBefore")), facts.fact(act, ap("notAfter"))
    places = facts.facts(act, ap("depositedWith"))
    used: list[Fact | None] = [actor, text, kind, on, effect]
    words = _label(facts, actor) + ": " + _label(facts, kind) + ", " + _label(facts, text)
    if on is not None:
        words += f", on {on[2].value}"
    else:
        words += _between(before, after)
        used += [before, after]
    if places:
        words += ", deposited with " + _listed([_label(facts, place) for place in places])
    if effect is not None:
        words += f"; it took effect on {effect[2].value}"
    else:
        first, sure = facts.fact(act, ap("effectNotBefore")), facts.fact(act, ap("effectNotAfter"))
        if first is not None:
            words += f"; it can have worked from {first[2].value}"
            words += f", and for certain from {sure[2].value}" if sure is not None else ""
            used += [first, sure]
    named = [fact for fact in (actor, kind, text, *places) if fact is not None]
    used += [facts.label_fact(fact[2].value) for fact in named]
    used += places
    supports = facts.facts(act, ap("supportedBy"))
    used += supports
    used += [facts.fact(support[2].value, ap("statedIn")) for support in supports]
    sources = cite_statements(facts, [support[2].value for support in supports])
    dates = {facts.text(s[2].value, ap("statedDate")) for s in supports} - {""}
    reason = facts.fact(act, ap("because"))
    if reason is not None and on is not None and dates - {on[2].value}:
        # Several days are stated, of several deposits: why this one counts.
        words = f"{_label(facts, actor)}: {_label(facts, kind)}, {_label(facts, text)}. "
        words += reason[2].value.removesuffix(".")
        used.append(reason)
    return step("act", f"{words}.", act, used, sources)


def is_leaving(facts: Facts, act: str) -> bool:
    """Whether an actor leaves by an act."""
    return facts.text(act, ap("actKind")).rpartition("/")[2] in _LEAVING


def period_step(facts: Facts, period: str) -> Step:
    """What the period says for itself."""
    names = ("actor", "instrument", "boundActor", "boundTo", "standing", "from", "until", "because")
    used = facts.facts(period, *(ap(name) for name in names))
    used += facts.facts(period, ap("notBefore"), ap("notAfter"), ap("doubt"))
    sentence = facts.text(period, ap("because"))
    if not sentence:
        sentence = facts.label(period) + "."
        used += facts.facts(period, LABEL)
    return step("period", sentence, period, used)


def rule_step(facts: Facts, period: str) -> Step | None:
    """By which rule of the record the period follows."""
    rule = facts.fact(period, GENERATED_BY)
    if rule is None:
        return None
    iri = rule[2].value
    return step("rule", f"By the rule: {facts.label(iri)}.", iri, [rule, facts.label_fact(iri)])


def doubt_steps(facts: Facts, period: str) -> list[Step]:
    """Why a stretch of time is contested."""
    found = []
    for doubt in facts.facts(period, ap("doubt")):
        iri = doubt[2].value
        definition = facts.fact(iri, _DEFINITION)
        text = f": {lower(definition[2].value)}" if definition else "."
        found.append(
            step(
                "rule",
                f"What is in doubt: {facts.label(iri)}{text}",
                iri,
                [doubt, facts.label_fact(iri), definition],
            )
        )
    return found


def succession_steps(facts: Facts, period: str) -> list[Step]:
    """The successions of states on which the period rests."""
    return [
        succession_of(facts, thing, ((period, DERIVED_FROM, Term("iri", thing)),))
        for thing in facts.links(period, DERIVED_FROM)
        if facts.fact(thing, ap("predecessor"))
    ]


def succession_of(facts: Facts, thing: str, more: Iterable[Fact] = ()) -> Step:
    """Who followed whom, when and how."""
    before, after = facts.fact(thing, ap("predecessor")), facts.fact(thing, ap("successor"))
    day, kind = facts.fact(thing, ap("succeededOn")), facts.fact(thing, ap("successionKind"))
    names = [facts.label_fact(fact[2].value) for fact in (before, after, kind) if fact]
    words = (
        f"{capital(with_article(_label(facts, after)))} followed "
        f"{with_article(_label(facts, before))}"
    )
    words += f" on {day[2].value}" if day else ""
    words += f" ({_label(facts, kind)})" if kind else ""
    sources = cite_sources(facts, facts.facts(thing, SOURCE))
    return step(
        "succession", words + ".", thing, [*more, before, after, day, kind, *names], sources
    )


def effect_steps(facts: Facts, instrument: str, acts: Iterable[str]) -> list[Step]:
    """The final clauses that say when joining, or leaving, works; else the rules of effect.

    ``acts`` are those that the period rests on.
    """
    acts = list(acts)
    slugs = {facts.text(act, ap("actKind")).rpartition("/")[2] for act in acts}
    starts = {facts.text(act, ap("effectiveOn")) for act in acts if not is_leaving(facts, act)}
    clauses = effect_clauses(facts, instrument, _clause_kinds(facts, instrument, slugs, starts))
    if clauses or "succession" in slugs:
        return clauses
    found = []
    for rule in facts.facts(instrument, ap("effectRule")):
        facts.load([rule[2].value])
        leaving = rule[2].value.rpartition("/")[2] in _RULES_OF_LEAVING
        definition = facts.fact(rule[2].value, _DEFINITION)
        if definition is None or (leaving and not slugs & _LEAVING):
            continue
        found.append(
            step(
                "effect",
                f"{facts.label(instrument)}, {facts.label(rule[2].value)}: "
                f"{lower(definition[2].value)}",
                rule[2].value,
                [rule, facts.label_fact(rule[2].value), definition, facts.label_fact(instrument)],
            )
        )
    return found


def _clause_kinds(facts: Facts, instrument: str, slugs: set[str], starts: set[str]) -> list[str]:
    original = facts.text(instrument, ap("enteredIntoForceOn")) in starts
    # From which day a succession works, the clause on those who join later does not say.
    joined = slugs - _LEAVING - {"succession"}
    kinds = []
    if joined:
        kinds.append("entry-into-force" if original else "effect-for-later-party")
    if slugs & _LEAVING:
        kinds.append("withdrawal-effect")
    if "succession" in slugs:
        kinds.append("succession-practice")
    if "declaration-of-acceptance" in slugs:
        kinds.append("declaration-by-organisation")
    if "provisional-application" in slugs:
        kinds.append("provisional-application")
    return kinds


def effect_clauses(facts: Facts, instrument: str, kinds: Iterable[str]) -> list[Step]:
    """The final clauses of the given kinds."""
    wanted = {concept("clause-kind", kind) for kind in kinds}
    every = facts.pointing("clauseOf", instrument)
    facts.load(every)
    clauses = [clause for clause in every if facts.text(clause, ap("clauseKind")) in wanted]
    facts.load(
        value
        for clause in clauses
        for name in (ap("clauseKind"), ap("laidDownIn"), SOURCE)
        for value in facts.links(clause, name)
    )
    return [_clause_step(facts, clause) for clause in clauses]


def _clause_step(facts: Facts, clause: str) -> Step:
    kind, value = facts.fact(clause, ap("clauseKind")), facts.fact(clause, ap("clauseValue"))
    note, where = facts.fact(clause, ap("note")), facts.fact(clause, ap("laidDownIn"))
    place = where or facts.fact(clause, ap("clauseOf"))
    words = f"{_label(facts, place)}, {_label(facts, kind)}"
    if value is not None:
        words += f": {value[2].value.rstrip('.')}"
    words += "."
    if note is not None:
        words += f" {note[2].value}"
    names = [facts.label_fact(fact[2].value) for fact in (kind, place) if fact is not None]
    return step(
        "clause",
        words,
        clause,
        [facts.fact(clause, ap("clauseOf")), kind, value, note, where, *names],
        cite_sources(facts, facts.facts(clause, SOURCE)),
    )


def instrument_step(facts: Facts, instrument: str) -> Step | None:
    """Since when the text itself is in force."""
    day = facts.fact(instrument, ap("enteredIntoForceOn"))
    if day is None:
        return None
    return step(
        "instrument",
        f"The {facts.label(instrument)} entered into force on {day[2].value}.",
        instrument,
        [day, facts.label_fact(instrument)],
        cite_sources(facts, facts.facts(instrument, SOURCE)),
    )


def uncounted_steps(facts: Facts, actor: str, day: str) -> list[Step]:
    """Since when the acts of an actor are no longer counted by the United Nations, if they are."""
    since = facts.fact(actor, ap("uncountedSince"))
    if since is None or day < since[2].value:
        return []
    note = facts.fact(actor, ap("note"))
    facts.load(facts.links(actor, SOURCE))
    words = (
        f"Since {since[2].value} the United Nations no longer counts the acts of "
        f"{with_article(facts.label(actor))}."
    )
    words += f" {note[2].value}" if note is not None else ""
    return [
        step(
            "actor",
            words,
            actor,
            [since, note, facts.label_fact(actor)],
            cite_sources(facts, facts.facts(actor, SOURCE)),
        )
    ]


def disputes_of(facts: Facts, things: Iterable[str]) -> tuple[Dispute, ...]:
    """What the statements say that speak against acts or a contested period."""
    found: dict[str, Dispute] = {}
    for thing in things:
        for statement in facts.links(thing, ap("disputedBy")):
            source = facts.text(statement, ap("statedIn"))
            found[statement] = Dispute(
                statement=statement,
                source=Name(source, facts.label(source)),
                tier=_tier(facts, source),
                rank=facts.text(statement, ap("rank")).rpartition("/")[2],
                says=_says(facts, statement),
            )
    return tuple(sorted(found.values(), key=lambda d: (d.tier, d.statement)))


def cite_statements(facts: Facts, statements: Iterable[str]) -> list[Cited]:
    """The sources of statements with the place in each, the most trusted first."""
    found = {}
    for statement in statements:
        source = facts.text(statement, ap("statedIn"))
        cited = _cite(facts, source, facts.text(statement, ap("locator")))
        found[(source, cited.locator)] = cited
    return sorted(found.values(), key=lambda c: (c.tier, c.label, c.locator))


def cite_sources(facts: Facts, links: Iterable[Fact]) -> list[Cited]:
    """The sources that ``dcterms:source`` names, as far as they were loaded."""
    cited = [_cite(facts, fact[2].value, "") for fact in links if fact[2].kind == "iri"]
    return sorted(cited, key=lambda c: (c.tier, c.label))


def _cite(facts: Facts, source: str, locator: str) -> Cited:
    return Cited(
        iri=source,
        label=facts.label(source),
        tier=_tier(facts, source),
        url=facts.text(source, _URL),
        locator=locator,
    )


def _tier(facts: Facts, source: str) -> int:
    return int(facts.text(source, ap("trustTier")) or _NO_TIER)


def _says(facts: Facts, statement: str) -> str:
    kind = facts.text(statement, ap("actKind"))
    words = facts.label(kind) if kind else "statement"
    date = facts.text(statement, ap("statedDate"))
    effect = facts.text(statement, ap("effectiveOn"))
    as_of = facts.text(statement, ap("asOf"))
    if date:
        words += f" on {date}"
    if effect:
        words += f", effect on {effect}"
    if not date and as_of:
        words += f", as of {as_of}"
    return words


def _label(facts: Facts, fact: Fact | None) -> str:
    return facts.label(fact[2].value) if fact else "somebody"


def _between(before: Fact | None, after: Fact | None) -> str:
    if before and after:
        return f", between {before[2].value} and {after[2].value}"
    if after:
        return f", not later than {after[2].value}"
    return f", not before {before[2].value}" if before else ", on a day that is not known"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
