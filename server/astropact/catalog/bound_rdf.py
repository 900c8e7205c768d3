"""A verdict as RDF: an entity (PROV-O) with what it was derived from, and the sources of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from astropact.namespaces import AP, BASE, ID, PROV, RDF, RDFS, XSD, concept
from astropact.store.base import Term, ntriples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.catalog.bound_model import Verdict

_STATEMENT: Final = f"<{ID}statement/"
_STATED_IN: Final = f"<{AP}statedIn>"
_SUPPORTED_BY: Final = f"<{AP}supportedBy>"


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


def to_ntriples(verdicts: Iterable[Verdict]) -> bytes:
    """Verdicts as N-Triples: each with its answer, its grounds, and the triples behind it."""
    lines: dict[str, None] = {}
    for verdict in verdicts:
        for line in _lines(verdict):
            lines[line] = None
    return "".join(f"{line}\n" for line in lines).encode()


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
    grounds |= {step.iri: None for step in verdict.chain if step.kind in ("act", "period")}
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
