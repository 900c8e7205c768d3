"""What an answer to "who was bound" consists of, and its form as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from astropact.catalog.labels import Name

Standing = Literal["bound", "committed", "not-bound", "contested", "unknown"]
Level = Literal["high", "medium", "low"]
Triple = tuple[str, str, str]
"""Subject, predicate and object as terms of N-Triples."""
StepKind = Literal[
    "act", "effect", "rule", "clause", "succession", "list", "period", "instrument", "actor"
]

STANDING_WORDS: Final[dict[str, str]] = {
    "bound": "bound",
    "committed": "politically committed, not bound in law",
    "not-bound": "not bound",
    "contested": "contested",
    "unknown": "unknown",
}


@dataclass(frozen=True)
class Cited:
    """A source of a sentence, with the place in it."""

    iri: str
    label: str
    tier: int
    url: str
    locator: str

    def to_json(self) -> dict[str, object]:
        """The source as plain data."""
        return {
            "iri": self.iri,
            "label": self.label,
            "tier": self.tier,
            "url": self.url or None,
            "locator": self.locator or None,
        }


@dataclass(frozen=True)
class Step:
    """One link of the chain: a sentence and the triples, or the query, that back it.

    ``triples`` are in the store word for word. Where a sentence says that something is not on
    record there is a ``query`` instead, an ASK whose answer is false.
    """

    kind: StepKind
    sentence: str
    iri: str
    triples: tuple[Triple, ...] = ()
    sources: tuple[Cited, ...] = ()
    query: str = ""

    def to_json(self) -> dict[str, object]:
        """The step as plain data."""
        data: dict[str, object] = {
            "kind": self.kind,
            "sentence": self.sentence,
            "iri": self.iri,
            "triples": [list(triple) for triple in self.triples],
            "sources": [source.to_json() for source in self.sources],
        }
        if self.query:
            data["query"] = self.query
        return data


@dataclass(frozen=True)
class Dispute:
    """A statement that speaks against what the record concludes."""

    statement: str
    source: Name
    tier: int
    rank: str
    says: str

    def to_json(self) -> dict[str, object]:
        """The dispute as plain data."""
        return {
            "statement": self.statement,
            "source": self.source._asdict(),
            "tier": self.tier,
            "rank": self.rank,
            "says": self.says,
        }


@dataclass(frozen=True)
class Confidence:
    """How sure the verdict is, and why."""

    level: Level
    because: str

    def to_json(self) -> dict[str, object]:
        """The confidence as plain data."""
        return {"level": self.level, "because": self.because}


@dataclass(frozen=True)
class BoundNorm:
    """A norm that the verdict calls up.

    ``kind`` is the class of the norm in one word (obligation, prohibition, permission, right,
    power, principle, definition); ``force`` how far the instrument obliges.
    """

    iri: str
    provision: Name
    kind: str
    bearer: str
    counterparty: str
    conduct: str
    condition: str
    gist: str
    force: str
    hortatory: bool
    remark: str = ""

    def to_json(self) -> dict[str, object]:
        """The norm as plain data."""
        return {
            "iri": self.iri,
            "provision": self.provision._asdict(),
            "kind": self.kind,
            "bearer": self.bearer or None,
            "counterparty": self.counterparty or None,
            "conduct": self.conduct or None,
            "condition": self.condition or None,
            "gist": self.gist or None,
            "force": self.force,
            "hortatory": self.hortatory,
            "remark": self.remark or None,
        }


@dataclass(frozen=True)
class BoundReading:
    """A rival way to read a provision, and who holds it."""

    iri: str
    provision: Name
    holders: str
    gist: str
    sources: tuple[Cited, ...]
    question: str = ""

    def to_json(self) -> dict[str, object]:
        """The reading as plain data."""
        return {
            "iri": self.iri,
            "provision": self.provision._asdict(),
            "holders": self.holders or None,
            "gist": self.gist,
            "question": self.question or None,
            "sources": [source.to_json() for source in self.sources],
        }


@dataclass(frozen=True)
class Verdict:
    """How one actor stands under one instrument on one day, and why.

    Days are written YYYY-MM-DD. ``start`` is the first day of the standing, ``end`` the first day
    after it; both are empty where none is known. ``not_before`` and ``not_after`` bound the true
    begin of a binding whose begin is not known.
    """

    actor: Name
    instrument: Name
    on: str
    verdict: Standing
    summary: str
    start: str = ""
    end: str = ""
    not_before: str = ""
    not_after: str = ""
    provision: Name | None = None
    period: str = ""
    rule: str = ""
    version: str = ""
    confidence: Confidence | None = None
    chain: tuple[Step, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    norms: tuple[BoundNorm, ...] = ()
    readings: tuple[BoundReading, ...] = ()
    caveat: str = ""

    def at_version(self, version: str) -> Verdict:
        """The same verdict, marked with the version of the record that it was made from."""
        return replace(self, version=version)

    def to_json(self, *, chain: bool = True) -> dict[str, object]:
        """The verdict as plain data; without what explains it where ``chain`` is false."""
        data: dict[str, object] = {
            "actor": self.actor._asdict(),
            "instrument": self.instrument._asdict(),
            "provision": self.provision._asdict() if self.provision else None,
            "on": self.on,
            "version": self.version,
            "verdict": self.verdict,
            "from": self.start or None,
            "until": self.end or None,
            "begin": (
                {"not_before": self.not_before or None, "not_after": self.not_after or None}
                if self.not_before or self.not_after
                else None
            ),
            "summary": self.summary,
            "confidence": self.confidence.to_json() if self.confidence else None,
        }
        if chain:
            data |= {
                "chain": [step.to_json() for step in self.chain],
                "disputes": [dispute.to_json() for dispute in self.disputes],
            }
        data |= {
            "norms": [norm.to_json() for norm in self.norms],
            "readings": [reading.to_json() for reading in self.readings],
        }
        if self.caveat:
            data["caveat"] = self.caveat
        return data
