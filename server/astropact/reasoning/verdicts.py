"""Judges the claims of documents: runs the checks and words their rows as verdicts.

A check is a SPARQL SELECT query in ``ontology/questions/checks/<slug>.rq``. Its header gives
``# title:`` and ``# description:``; it judges every claim with ``ap:checkedBy`` of its IRI,
``https://w3id.org/astropact/id/check/<slug>``, from the record and from what the rules derived.
Each row holds ``?claim ?verdict ?because`` and one triple of the record that the verdict rests
on, ``?subject ?predicate ?object``; a verdict on several triples takes several rows.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from astropact.errors import QueryFault, RecordFault
from astropact.namespaces import AP, ID, PROV, RDF, RDFS, VERDICTS, concept, thing
from astropact.store.base import Term, ntriples

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.store.base import Store

_VERDICTS: Final = frozenset(concept("verdict", slug) for slug in VERDICTS)

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADER: Final = re.compile(r"# title: (?P<title>\S.*)\n# description: (?P<text>\S.*(?:\n# .+)*)\n")
_NEEDED: Final = ("claim", "verdict", "because")
_TRIPLE: Final = ("subject", "predicate", "object")
_CLAIMS: Final = f"ASK {{ ?claim a <{AP}Claim> }}"
_UNJUDGED: Final = f"""
SELECT ?claim ?check WHERE {{
  ?claim a <{AP}Claim> .
  OPTIONAL {{ ?claim <{AP}checkedBy> ?check }}
  MINUS {{ ?judgement <{AP}verdictOn> ?claim }}
}} ORDER BY ?claim
"""

Triple = tuple["Term", "Term", "Term"]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, what it asks in words, how it decides, and the query."""

    slug: str
    title: str
    description: str
    text: str

    @property
    def iri(self) -> str:
        """The IRI that claims and verdicts point to."""
        return thing("check", self.slug)


@dataclass(slots=True)
class Judgement:
    """What one check says of one claim, and the triples from which it follows."""

    claim: str
    verdict: str
    because: str
    check: Check
    triples: set[Triple] = field(default_factory=set)


def read_checks(folder: Path) -> list[Check]:
    """The checks in ``folder``, by name.

    Raises:
        RecordFault: a file is misnamed, or its header lacks the title or the description.
    """
    checks = []
    for path in sorted(folder.glob("*.rq")):
        if not _NAME.fullmatch(path.stem):
            raise RecordFault(
                f"{path.name} is not named like a check", hint="Name it instrument-date.rq."
            )
        text = path.read_text(encoding="utf-8")
        header = _HEADER.match(text)
        if header is None:
            raise RecordFault(
                f"{path.name} does not say what it checks",
                hint="Begin the file with lines '# title: ...' and '# description: ...'.",
            )
        words = " ".join(header["text"].replace("\n#", "").split())
        checks.append(Check(path.stem, header["title"], words, text))
    return checks


def has_claims(store: Store) -> bool:
    """Whether there is anything to judge."""
    return bool(store.query(_CLAIMS))


def judge(store: Store, folder: Path) -> set[str]:
    """The verdicts on every claim in ``store``, as lines of N-Triples.

    Raises:
        RecordFault: a check cannot be run, returns what is not a verdict, or gives a claim
            another verdict or reason than it or another check did.
    """
    judgements: dict[str, Judgement] = {}
    lines: set[str] = set()
    for check in read_checks(folder):
        found = _run(store, check)
        for claim, judgement in found.items():
            other = judgements.setdefault(claim, judgement)
            if other is not judgement:
                raise RecordFault(
                    f"{claim} is judged by two checks, {other.check.slug} and {check.slug}",
                    hint="Let each check judge only the claims that name it by ap:checkedBy.",
                )
        lines |= _description(check)
    for judgement in judgements.values():
        lines |= _worded(judgement)
    return lines


def unjudged(store: Store) -> list[tuple[str, str]]:
    """The claims on which there is no verdict, each with the check it names, by IRI."""
    rows = store.query(_UNJUDGED).rows()
    return [(r["claim"].value, r["check"].value if "check" in r else "") for r in rows]


def _run(store: Store, check: Check) -> dict[str, Judgement]:
    try:
        answer = store.query(check.text)
    except QueryFault as error:
        raise RecordFault(f"check {check.slug} cannot be run: {error.message}") from error
    if answer.kind != "solutions":
        raise RecordFault(f"check {check.slug} is not a SELECT query")
    found: dict[str, Judgement] = {}
    for row in answer.rows():
        # A query without solutions that counts may give one empty row.
        if "claim" not in row:
            continue
        missing = [name for name in _NEEDED if name not in row]
        if missing or row["verdict"].value not in _VERDICTS:
            raise RecordFault(
                f"check {check.slug} gives no verdict with a reason on {row['claim'].value}",
                hint="Bind ?verdict to a concept of the scheme verdict and ?because to words.",
            )
        claim, verdict, because = (row[name].value for name in _NEEDED)
        one = found.setdefault(claim, Judgement(claim, verdict, because, check))
        if (one.verdict, one.because) != (verdict, because):
            raise RecordFault(
                f"check {check.slug} judges {claim} twice: {one.because!r} and {because!r}",
                hint="Gather the facts on one claim before the verdict is bound.",
            )
        if all(name in row for name in _TRIPLE):
            one.triples.add((row["subject"], row["predicate"], row["object"]))
    return found


def _worded(judgement: Judgement) -> set[str]:
    claim = judgement.claim
    slug = claim.removeprefix(f"{ID}claim/")
    node = f"<{thing('verdict', slug)}>"
    lines = {
        f"{node} <{RDF}type> <{AP}Verdict> .",
        f"{node} <{RDFS}label> {_text(f'Verdict on {slug}')} .",
        f"{node} <{AP}verdictOn> <{claim}> .",
        f"{node} <{AP}verdict> <{judgement.verdict}> .",
        f"{node} <{AP}because> {_text(judgement.because)} .",
        f"{node} <{PROV}wasGeneratedBy> <{judgement.check.iri}> .",
        f"{node} <{PROV}wasDerivedFrom> <{claim}> .",
        f"<{claim}> <{AP}verdict> <{judgement.verdict}> .",
    }
    for triple in judgement.triples:
        subject, predicate, obj = (_term(part) for part in triple)
        name = hashlib.sha256(f"{subject} {predicate} {obj}".encode()).hexdigest()[:16]
        evidence = f"<{thing('evidence', name)}>"
        lines |= {
            f"{node} <{AP}restsOn> {evidence} .",
            f"{node} <{PROV}wasDerivedFrom> {subject} .",
            f"{evidence} <{RDF}type> <{RDF}Statement> .",
            f"{evidence} <{RDF}subject> {subject} .",
            f"{evidence} <{RDF}predicate> {predicate} .",
            f"{evidence} <{RDF}object> {obj} .",
        }
    return lines


def _description(check: Check) -> set[str]:
    return {
        f"<{check.iri}> <{RDF}type> <{AP}Check> .",
        f"<{check.iri}> <{RDF}type> <{PROV}Activity> .",
        f"<{check.iri}> <{RDFS}label> {_text(check.title)} .",
        f"<{check.iri}> <{AP}note> {_text(check.description)} .",
    }


def _text(words: str) -> str:
    return ntriples(Term("literal", words, language="en"))


def _term(term: Term) -> str:
    if term.kind not in ("iri", "literal"):
        raise RecordFault(f"a verdict rests on {term.value}, which has no name")
    return ntriples(term)
