"""Small records for the tests of reconciliation, in the form of the shipped files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph

from astropact.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

_SOURCES = {
    "unoosa-crp9-rev1-2026": 1,
    "untc-xxiv-2": 2,
    "verdragenbank-003428-p": 2,
    "verdragenbank-003428-b": 2,
    "huggo-reconciled": 3,
    "ecolex": 4,
    "olemiss-signatories": 5,
    "crp25-2019": 2,
    "bernama-2513393": 6,
}

_BASE = """
instrument:outer-space-treaty a ap:Treaty ; rdfs:label "Outer Space Treaty"@en ;
  ap:openedForSignatureOn "1967-01-27"^^xsd:date ; ap:enteredIntoForceOn "1967-10-10"^^xsd:date ;
  ap:depositary state:gbr , state:rus , state:usa ;
  ap:effectRule effect-rule:on-deposit , effect-rule:one-year-after-notification .
instrument:moon-agreement a ap:Treaty ; rdfs:label "Moon Agreement"@en ;
  ap:openedForSignatureOn "1979-12-18"^^xsd:date ; ap:enteredIntoForceOn "1984-07-11"^^xsd:date ;
  ap:depositary body:un ;
  ap:effectRule effect-rule:thirtieth-day-after-deposit , effect-rule:one-year-after-notification .
instrument:partial-test-ban-treaty a ap:Treaty ; rdfs:label "Partial Test Ban Treaty"@en ;
  ap:openedForSignatureOn "1963-08-05"^^xsd:date ; ap:enteredIntoForceOn "1963-10-10"^^xsd:date ;
  ap:depositary state:gbr , state:rus , state:usa ; ap:effectRule effect-rule:on-deposit .
instrument:itu-constitution a ap:Treaty ; rdfs:label "ITU Constitution"@en ;
  ap:signedOn "1992-12-22"^^xsd:date ; ap:enteredIntoForceOn "1994-07-01"^^xsd:date ;
  ap:effectRule effect-rule:on-deposit .
state:sun a ap:FormerState ; rdfs:label "Soviet Union"@en ;
  ap:existedNotBefore "1922-12-30"^^xsd:date ; ap:existedNotAfter "1991-12-26"^^xsd:date .
state:rus a ap:State ; rdfs:label "Russia"@en ; ap:existedNotBefore "1991-12-24"^^xsd:date .
state:aus a ap:State ; rdfs:label "Australia"@en .
state:can a ap:State ; rdfs:label "Canada"@en .
state:mne a ap:State ; rdfs:label "Montenegro"@en ; ap:existedNotBefore "2006-06-03"^^xsd:date .
succession:sun-rus a ap:StateSuccession ; ap:predecessor state:sun ; ap:successor state:rus ;
  ap:successionKind succession-kind:continuation ; ap:succeededOn "1991-12-26"^^xsd:date .
succession:scg-mne a ap:StateSuccession ; ap:predecessor state:scg ; ap:successor state:mne ;
  ap:successionKind succession-kind:separation ; ap:succeededOn "2006-06-03"^^xsd:date .
"""


def said(
    source: str,
    actor: str,
    kind: str,
    day: str = "",
    *,
    as_of: str = "2020-12-31",
    at: str = "",
    effective: str = "",
    evidence: str = "stated",
    instrument: str = "outer-space-treaty",
) -> str:
    """One statement; ``day`` may be empty, ``at`` names the depositary."""
    lines = [
        f"statement:{source}-{actor}-{kind}{'-' + day if day else ''} a ap:Statement",
        f"ap:actor state:{actor}",
        f"ap:instrument instrument:{instrument}",
        f"ap:actKind act-kind:{kind}",
        f"ap:statedIn source:{source}",
        f'ap:asOf "{as_of}"^^xsd:date',
        f"ap:evidenceKind evidence-kind:{evidence}",
        f'ap:notAfter "{day or as_of}"^^xsd:date',
    ]
    if day:
        lines += [f'ap:statedDate "{day}"^^edtf:', f'ap:notBefore "{day}"^^xsd:date']
    if at:
        lines.append(f"ap:depositedWith state:{at}")
    if effective:
        lines.append(f'ap:effectiveOn "{effective}"^^xsd:date')
    return " ;\n  ".join(lines) + " ."


def record(statements: Iterable[str]) -> Graph:
    """A graph with the sample's actors, instruments and sources and these statements."""
    sources = "\n".join(
        f'source:{slug} a ap:Source ; rdfs:label "{slug}"@en ; ap:trustTier {tier} .'
        for slug, tier in _SOURCES.items()
    )
    prefixes = "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items())
    return Graph().parse(data="\n".join([prefixes, _BASE, sources, *statements]), format="turtle")
