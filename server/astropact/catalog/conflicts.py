"""Where the sources of one state and one instrument do not say the same, and what came of it.

Statements on one actor, instrument and step (signing, consenting, leaving ...) are put side by
side. They differ in the *date* when two of them can mean no common day, in the *act* when they name
two different kinds of consent, and in the *status* when one list shows the step and another, not
older, shows none. What the record made of it is read from the act and the ranks, which
``astropact reconcile`` wrote (docs/reconciliation.md); nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.namespaces import CONSENT, concept
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from astropact.store.base import Store

Subject = Literal["date", "act", "status"]
Outcome = Literal["deposits", "settled", "open"]

OUTCOMES: Final[dict[Outcome, str]] = {
    "deposits": "one act with several days: several depositaries, or notice and effect",
    "settled": "one reading is preferred and the others are ruled out",
    "open": "one reading is preferred, and another stands against it that nothing rules out",
}
COLUMNS: Final = (
    "instrument",
    "actor",
    "step",
    "differ_in",
    "outcome",
    "kind",
    "date",
    "effective",
    "as_of",
    "source",
    "trust_tier",
    "standing",
    "rank",
    "act",
    "statement",
)
"""The columns of :func:`as_rows`."""
ABSENCE: Final = concept("act-kind", "no-act")
_CONSENT: Final = frozenset(concept("act-kind", slug) for slug in CONSENT)
# Kinds that leave open how the actor consented, and so contradict none of the others.
_UNSAID: Final = frozenset(
    concept("act-kind", slug) for slug in ("consent-to-be-bound", "membership")
)
_DEPRECATED: Final = concept("rank", "deprecated")
_STATED: Final = concept("evidence-kind", "stated")


@dataclass(frozen=True)
class Reading:
    """What one source says on the matter, and how the record ranks it."""

    statement: str
    source: Name
    tier: int
    kind: Name
    stated_date: str
    not_before: str
    not_after: str
    effective_on: str
    as_of: str
    rank: Name | None
    standing: Literal["supports", "disputes", ""]
    stated: bool
    because: str


@dataclass(frozen=True)
class Conflict:
    """Statements on one step of one actor under one instrument that do not say the same."""

    actor: Name
    instrument: Name
    step: str
    subjects: tuple[Subject, ...]
    outcome: Outcome
    act: Name | None
    because: str
    readings: tuple[Reading, ...]

    def to_json(self) -> dict[str, object]:
        """The conflict as plain data; IRIs stand beside the names that people read."""
        return {
            "actor": self.actor._asdict(),
            "instrument": self.instrument._asdict(),
            "step": self.step,
            "differ_in": list(self.subjects),
            "outcome": self.outcome,
            "act": self.act._asdict() if self.act else None,
            "because": self.because,
            "readings": [
                {
                    "statement": reading.statement,
                    "source": reading.source._asdict(),
                    "trust_tier": reading.tier,
                    "kind": reading.kind.label,
                    "date": reading.stated_date or None,
                    "effective": reading.effective_on or None,
                    "as_of": reading.as_of,
                    "rank": reading.rank.label if reading.rank else None,
                    "standing": reading.standing or None,
                    "because": reading.because or None,
                }
                for reading in self.readings
            ],
        }

    @property
    def dates(self) -> tuple[str, ...]:
        """The different dates that the sources give, earliest first."""
        return tuple(sorted({r.stated_date or r.effective_on for r in self.readings} - {""}))


def find_conflicts(store: Store, *, actor: str = "", instrument: str = "") -> tuple[Conflict, ...]:
    """Every conflict in ``store``, by instrument, actor and step.

    ``actor`` and ``instrument`` (IRIs) limit what is looked at.
    """
    limits = " ".join(
        f"?statement ap:{role} {iriref(iri)} ."
        for role, iri in (("actor", actor), ("instrument", instrument))
        if iri
    )
    rows = [
        {key: term.value for key, term in row.items()}
        for row in store.query(
            PROLOGUE
            + f"""SELECT DISTINCT * {{
              {limits}
              ?statement ap:actor ?actor ; ap:instrument ?instrument ; ap:actKind ?kind ;
                ap:statedIn ?source ; ap:notAfter ?after ; ap:asOf ?asOf ;
                ap:evidenceKind ?evidence .
              ?source ap:trustTier ?tier .
              OPTIONAL {{ ?statement ap:statedDate ?date }}
              OPTIONAL {{ ?statement ap:notBefore ?before }}
              OPTIONAL {{ ?statement ap:effectiveOn ?effective }}
              OPTIONAL {{ ?statement ap:rank ?rank }}
              OPTIONAL {{ ?statement ap:because ?why }}
            }}"""
        ).rows()
    ]
    acts = _acts(store, limits)
    named = labels(store, {row[key] for row in rows for key in _NAMED if key in row})
    named |= labels(store, {act for _s, act, _b in acts.values()})
    groups: dict[tuple[str, str, str], dict[str, dict[str, str]]] = {}
    for row in rows:
        step = _step(row["kind"], named)
        groups.setdefault((row["instrument"], row["actor"], step), {})[row["statement"]] = row
    signatures = _lists_of_signatures(store)
    found = [
        conflict
        for (inst, who, step), members in groups.items()
        if step != _ABSENT
        for conflict in _conflict(
            Name(who, named[who]),
            Name(inst, named[inst]),
            step,
            [
                *members.values(),
                *(
                    row
                    for row in groups.get((inst, who, _ABSENT), {}).values()
                    # A list of members does not tell who has only signed.
                    if step != _SIGNING or (inst, row["source"]) in signatures
                ),
            ],
            acts,
            named,
        )
    ]
    return tuple(
        sorted(found, key=lambda c: (c.instrument.label, c.actor.label.casefold(), c.step))
    )


_NAMED: Final = ("actor", "instrument", "kind", "source", "rank")
_ABSENT: Final = "absence"
_SIGNING: Final = "signature"
_SIGNATURE: Final = concept("act-kind", "signature")
_Acts = dict[str, tuple[Literal["supports", "disputes"], str, str]]


def _acts(store: Store, limits: str) -> _Acts:
    """For each statement that an act names: how, which act, and the act's reason."""
    found: _Acts = {}
    for standing, name in (("disputes", "disputedBy"), ("supports", "supportedBy")):
        for row in store.query(
            PROLOGUE
            + f"""SELECT ?statement ?act ?because {{
              {limits} ?act ap:{name} ?statement . OPTIONAL {{ ?act ap:because ?because }} }}"""
        ).rows():
            because = row["because"].value if "because" in row else ""
            found[row["statement"].value] = (standing, row["act"].value, because)  # type: ignore[assignment]
    return found


def _lists_of_signatures(store: Store) -> set[tuple[str, str]]:
    """The instruments and sources of which some entry is a signature."""
    rows = store.query(
        PROLOGUE
        + f"""SELECT DISTINCT ?instrument ?source {{ ?statement ap:actKind {iriref(_SIGNATURE)} ;
          ap:instrument ?instrument ; ap:statedIn ?source }}"""
    ).rows()
    return {(row["instrument"].value, row["source"].value) for row in rows}


def _step(kind: str, named: dict[str, str]) -> str:
    if kind == ABSENCE:
        return _ABSENT
    return "consent to be bound" if kind in _CONSENT else named[kind]


def _conflict(
    actor: Name,
    instrument: Name,
    step: str,
    rows: list[dict[str, str]],
    acts: _Acts,
    named: dict[str, str],
) -> Iterable[Conflict]:
    readings = sorted((_reading(row, acts, named) for row in rows), key=_by_trust)
    present = [r for r in readings if r.kind.iri != ABSENCE]
    subjects: list[Subject] = []
    if _days_differ(present):
        subjects.append("date")
    if len({r.kind.iri for r in present if r.stated} - _UNSAID) > 1:
        subjects.append("act")
    if any(a.as_of >= p.not_after for a in readings if a not in present for p in present):
        subjects.append("status")
    if not subjects:
        return
    named_by = [acts[r.statement][1:] for r in readings if r.standing == "supports"]
    named_by += [acts[r.statement][1:] for r in readings if r.standing == "disputes"]
    act, because = named_by[0] if named_by else ("", "")
    yield Conflict(
        actor=actor,
        instrument=instrument,
        step=step,
        subjects=tuple(subjects),
        outcome=_outcome(readings),
        act=Name(act, named[act]) if act else None,
        because=because,
        readings=tuple(readings),
    )


def _reading(row: dict[str, str], acts: _Acts, named: dict[str, str]) -> Reading:
    return Reading(
        statement=row["statement"],
        source=Name(row["source"], named[row["source"]]),
        tier=int(row["tier"]),
        kind=Name(row["kind"], named[row["kind"]]),
        stated_date=row.get("date", ""),
        not_before=row.get("before", ""),
        not_after=row["after"],
        effective_on=row.get("effective", ""),
        as_of=row["asOf"],
        rank=Name(row["rank"], named[row["rank"]]) if "rank" in row else None,
        standing=acts[row["statement"]][0] if row["statement"] in acts else "",
        stated=row["evidence"] == _STATED,
        because=row.get("why", ""),
    )


def _days_differ(readings: list[Reading]) -> bool:
    days = [
        (r.not_before, r.not_after) if r.stated_date else (r.effective_on, r.effective_on)
        for r in readings
        if r.stated_date or r.effective_on
    ]
    return bool(days) and max(first for first, _ in days) > min(last for _, last in days)


def _outcome(readings: list[Reading]) -> Outcome:
    against = [r for r in readings if r.standing != "supports"]
    if not against:
        return "deposits"
    ruled_out = all(r.rank is not None and r.rank.iri == _DEPRECATED for r in against)
    return "settled" if ruled_out else "open"


def _by_trust(reading: Reading) -> tuple[str, int, str, str]:
    order = {"supports": "0", "disputes": "1", "": "2"}[reading.standing]
    return (order, reading.tier, reading.stated_date or "9999", reading.statement)


def as_rows(conflicts: Iterable[Conflict]) -> Iterator[dict[str, str]]:
    """One flat row for each reading of each conflict, for tables."""
    for conflict in conflicts:
        for reading in conflict.readings:
            yield {
                "instrument": conflict.instrument.label,
                "actor": conflict.actor.label,
                "step": conflict.step,
                "differ_in": " ".join(conflict.subjects),
                "outcome": conflict.outcome,
                "kind": reading.kind.label,
                "date": reading.stated_date,
                "effective": reading.effective_on,
                "as_of": reading.as_of,
                "source": reading.source.label,
                "trust_tier": str(reading.tier),
                "standing": reading.standing,
                "rank": reading.rank.label if reading.rank else "",
                "act": conflict.act.iri if conflict.act else "",
                "statement": reading.statement,
            }
