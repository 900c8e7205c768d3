"""Answers as RDF: verdicts as entities (PROV-O) with their grounds, changes, norms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from astropact.catalog.bound_model import Verdict
from astropact.catalog.bound_plural import Answers, Duties, Mutual, Turns
from astropact.catalog.bound_question import verdicts_in
from astropact.namespaces import AP, BASE, ID, PROV, RDF, RDFS, XSD, concept
from astropact.store.base import Term, ntriples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.catalog.bound_model import BoundNorm
    from astropact.catalog.bound_plural import Plural

_STATEMENT: Final = f"<{ID}statement/"
_STATED_IN: Final = f"<{AP}statedIn>"
_SUPPORTED_BY: Final = f"<{AP}supportedBy>"
# Where no period carries the verdict, what is known of the text and the actor does.
_GROUNDS_OF_ABSENCE: Final = (
    "act",
    "period",
    "instrument",
    "actor",
    "list",
    "succession",
    "clause",
)


def verdict_iri(verdict: Verdict) -> str:
    """The IRI of a verdict: the address of the question that it answers."""
    asked = {
        "actor": verdict.actor.iri.removeprefix(ID),
        "instrument": verdict.instrument.iri.removeprefix(f"{ID}instrument/"),
        "on": verdict.on,
    }
    if verdict.provision:
        asked["provision"] = verdict.provision.iri.removeprefix(f"{ID}provision/")
    return f"{BASE}bound?{urlencode(asked, safe='/:')}"


def to_ntriples(found: Verdict | Plural) -> bytes:
    """An answer as N-Triples.

    Verdicts come with their grounds and the triples behind them, changes as the periods that
    begin and end, norms with what they say and the passage that says it.
    """
    lines: dict[str, None] = {}
    for verdict in verdicts_in(found):
        lines |= dict.fromkeys(_lines(verdict))
    if isinstance(found, Turns):
        for turn in found.rows:
            lines |= dict.fromkeys(f"{' '.join(triple)} ." for triple in turn.triples)
    for norm in _norms_in(found):
        lines |= dict.fromkeys(_norm_lines(norm))
    return "".join(f"{line}\n" for line in lines).encode()


def _norms_in(found: Verdict | Plural) -> Iterable[BoundNorm]:
    if isinstance(found, Verdict | Answers):
        yield from found.norms
    elif isinstance(found, Mutual):
        yield from (owed.norm for owed in found.owed)
    elif isinstance(found, Duties):
        yield from (duty.norm for duty in found.rows)


def _norm_lines(norm: BoundNorm) -> Iterable[str]:
    node = f"<{norm.iri}>"
    yield f"{node} <{RDF}type> <{AP}Norm> ."
    yield f"{node} <{AP}expressedIn> <{norm.provision.iri}> ."
    label = ntriples(Term("literal", norm.provision.label, language="en"))
    yield f"<{norm.provision.iri}> <{RDFS}label> {label} ."
    said = {
        "bearerText": norm.bearer,
        "counterpartyText": norm.counterparty,
        "conduct": norm.conduct,
        "condition": norm.condition,
        "note": norm.gist,
    }
    for name, text in said.items():
        if text:
            yield f"{node} <{AP}{name}> {ntriples(Term('literal', text, language='en'))} ."


def _lines(verdict: Verdict) -> Iterable[str]:
    node = f"<{verdict_iri(verdict)}>"

    def say(predicate: str, value: Term) -> str:
        return f"{node} <{predicate}> {ntriples(value)} ."

    def link(predicate: str, iri: str) -> str:
        return say(predicate, Term("iri", iri))

    yield link(RDF + "type", AP + "BoundVerdict")
    yield link(RDF + "type", PROV + "Entity")
    yield say(RDFS + "label", Term("literal", verdict.summary, language="en"))
    yield link(AP + "actor", verdict.actor.iri)
    yield link(AP + "instrument", verdict.instrument.iri)
    yield say(AP + "onDay", Term("literal", verdict.on, XSD + "date"))
    yield link(AP + "standing", concept("standing", verdict.verdict))
    if verdict.confidence:
        yield say(AP + "confidence", Term("literal", verdict.confidence.level))
    if verdict.rule:
        yield link(PROV + "wasGeneratedBy", verdict.rule)
    for sentence in [verdict.summary, *(step.sentence for step in verdict.chain)]:
        yield say(AP + "because", Term("literal", sentence, language="en"))
    grounds = {verdict.period: None} if verdict.period else {}
    triples = [triple for step in verdict.chain for triple in step.triples]
    kinds = ("act", "period") if verdict.period else _GROUNDS_OF_ABSENCE
    grounds |= {step.iri: None for step in verdict.chain if step.kind in kinds}
    grounds |= {o[1:-1]: None for _s, p, o in triples if p == _SUPPORTED_BY}
    grounds |= {dispute.statement: None for dispute in verdict.disputes}
    for ground in grounds:
        yield link(PROV + "wasDerivedFrom", ground)
    for subject, predicate, value in triples:
        yield f"{subject} {predicate} {value} ."
        if predicate == _STATED_IN and subject.startswith(_STATEMENT):
            yield f"{subject} <{PROV}hadPrimarySource> {value} ."
    for dispute in verdict.disputes:
        yield f"<{dispute.statement}> {_STATED_IN} <{dispute.source.iri}> ."
        yield f"<{dispute.statement}> <{PROV}hadPrimarySource> <{dispute.source.iri}> ."
    for cited in (source for step in verdict.chain for source in step.sources):
        label = ntriples(Term("literal", cited.label, language="en"))
        yield f"<{cited.iri}> <{RDFS}label> {label} ."
