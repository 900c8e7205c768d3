"""Who had done an act under an instrument by a day, as the record's acts tell, and how surely.

The count of a day is not one number where acts have no day, where sources disagree about them, or
where nobody states them. Every doubt is kept with its reason, so that a count has bounds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from astropact.namespaces import AP, CONSENT, RDFS, concept, thing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.store.base import Store

_LEFT: Final = "withdrawal"
_NO_ACT: Final = "no-act"
STATE: Final = thing("state", "")

_PREFIXES: Final = f"PREFIX ap: <{AP}> PREFIX rdfs: <{RDFS}> "
_STATED: Final = concept("evidence-kind", "stated")
_DEPRECATED: Final = concept("rank", "deprecated")


@dataclass(slots=True)
class Act:
    """One act with what supports it and what speaks against it."""

    iri: str
    actor: str
    kind: str
    on: str = ""
    effective: str = ""
    not_before: str = ""
    not_after: str = ""
    places: tuple[int, int] | None = None
    supports: list[Witness] = field(default_factory=list)
    disputes: list[Witness] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Witness:
    """A statement for or against an act: what it says was done, when, and its trust."""

    kind: str
    date: str
    tier: int
    stated: bool
    deprecated: bool
    source: str


@dataclass(slots=True)
class Membership:
    """Whether an actor counts on the day, whether it surely does, and why not surely."""

    counted: bool
    reasons: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """The acts under each instrument, and which states continue or have ended."""

    acts: dict[str, list[Act]]
    continued_by: dict[str, str]
    ended: dict[str, str]
    uncounted: dict[str, str]
    labels: dict[str, str]

    def label(self, actor: str) -> str:
        """The English name of an actor."""
        return self.labels.get(actor, actor.rpartition("/")[2])

    def present(self, actor: str, day: str) -> str | None:
        """The actor that stands in an act's place on ``day``; None when it ended without one."""
        seen = set()
        while actor in self.ended and self.ended[actor] < day and actor not in seen:
            seen.add(actor)
            if actor not in self.continued_by:
                return None
            actor = self.continued_by[actor]
        return actor

    def members(
        self, instrument: str, kinds: frozenset[str], day: str, *, states_only: bool = True
    ) -> dict[str, Membership]:
        """Each actor that had, or may have, done an act of these kinds by ``day`` and not left."""
        found: dict[str, Membership] = {}
        acts = self.acts.get(instrument, [])
        left = {act.actor: act for act in acts if act.kind == _LEFT}
        for act in acts:
            if act.kind not in kinds or (states_only and not act.actor.startswith(STATE)):
                continue
            judged = _judge(act, day)
            if judged is None:
                continue
            if kinds >= CONSENT and act.actor in left:
                _leave(judged, left[act.actor], day)
            since = self.uncounted.get(act.actor)
            if since and day >= since:
                judged.counted = False
                judged.reasons.append(f"totals since {since} leave out {self.label(act.actor)}")
            actor = self.present(act.actor, day)
            if actor is not None:
                _merge(found, actor, judged)
        return {actor: one for actor, one in found.items() if one.counted or one.reasons}

    def open_places(self, instrument: str, kinds: frozenset[str], number: int) -> str:
        """The places up to ``number`` in the order of these acts that no act surely holds."""
        places = [
            act.places
            for act in self.acts.get(instrument, [])
            if act.kind in kinds and act.places is not None and act.places[0] <= number
        ]
        open_ones = set(range(1, number + 1)) - {a for a, b in places if a == b}
        texts = []
        for first, last in sorted({both for both in places if both[0] < both[1]}):
            within = sorted(n for n in open_ones if first <= n <= last)
            held = places.count((first, last))
            open_ones -= set(within)
            if held < len(within):
                numbers = ", ".join(map(str, within))
                texts.append((within[0], f"{len(within) - held} of {numbers}"))
        texts += [(n, str(n)) for n in open_ones]
        # Where nothing is numbered, nothing is missing.
        return ", ".join(text for _, text in sorted(texts)) if places else ""


def read_acts(store: Store, instruments: Iterable[str]) -> Record:
    """The acts under ``instruments`` as the store has them."""
    values = " ".join(f"<{iri}>" for iri in sorted(set(instruments)))
    limits = f"VALUES ?instrument {{ {values} }} "
    acts: dict[str, Act] = {}
    by_instrument: dict[str, list[Act]] = {}
    query = (
        _PREFIXES
        + f"""SELECT DISTINCT ?act ?instrument ?actor ?kind ?on ?effective ?before ?after
            ?place ?first ?last {{
          {limits}
          ?act a ap:ParticipationAct ; ap:instrument ?instrument ; ap:actor ?actor ;
            ap:actKind ?kind .
          OPTIONAL {{ ?act ap:actionOn ?on }} OPTIONAL {{ ?act ap:effectiveOn ?effective }}
          OPTIONAL {{ ?act ap:notBefore ?before }} OPTIONAL {{ ?act ap:notAfter ?after }}
          OPTIONAL {{ ?act ap:ordinal ?place }}
          OPTIONAL {{ ?act ap:firstOrdinal ?first ; ap:lastOrdinal ?last }}
        }}"""
    )
    for row in store.query(query).rows():
        text = {name: term.value for name, term in row.items()}
        act = Act(
            text["act"],
            text["actor"],
            _slug(text["kind"]),
            text.get("on", ""),
            text.get("effective", ""),
            text.get("before", ""),
            text.get("after", ""),
            _places(text),
        )
        acts[act.iri] = act
        by_instrument.setdefault(text["instrument"], []).append(act)
    for relation in ("supportedBy", "disputedBy"):
        _add_witnesses(store, limits, relation, acts)
    return Record(by_instrument, *_states(store, limits))


def _places(text: dict[str, str]) -> tuple[int, int] | None:
    if "place" in text:
        return int(text["place"]), int(text["place"])
    return (int(text["first"]), int(text["last"])) if "first" in text else None


def _add_witnesses(store: Store, limits: str, relation: str, acts: dict[str, Act]) -> None:
    query = (
        _PREFIXES
        + f"""SELECT DISTINCT ?act ?statement ?kind ?tier ?evidence ?source ?date ?before ?rank {{
          {limits}
          ?act a ap:ParticipationAct ; ap:instrument ?instrument ; ap:{relation} ?statement .
          ?statement ap:actKind ?kind ; ap:evidenceKind ?evidence ; ap:statedIn ?source .
          ?source ap:trustTier ?tier .
          OPTIONAL {{ ?statement ap:statedDate ?date ; ap:notBefore ?before }}
          OPTIONAL {{ ?statement ap:rank ?rank }}
        }} ORDER BY ?statement"""
    )
    for row in store.query(query).rows():
        text = {name: term.value for name, term in row.items()}
        witness = Witness(
            _slug(text["kind"]),
            text.get("before", ""),
            int(text["tier"]),
            text["evidence"] == _STATED,
            text.get("rank", "") == _DEPRECATED,
            text["source"],
        )
        act = acts[text["act"]]
        (act.supports if relation == "supportedBy" else act.disputes).append(witness)


def _states(
    store: Store, limits: str
) -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    continuation = concept("succession-kind", "continuation")
    continued = {
        row["old"].value: row["new"].value
        for row in store.query(
            _PREFIXES
            + f"""SELECT ?old ?new {{ ?s ap:successionKind <{continuation}> ;
              ap:predecessor ?old ; ap:successor ?new }}"""
        ).rows()
    }
    ended, uncounted = (
        {
            row["actor"].value: row["day"].value
            for row in store.query(
                _PREFIXES + f"SELECT ?actor ?day {{ ?actor ap:{name} ?day }}"
            ).rows()
        }
        for name in ("existedNotAfter", "uncountedSince")
    )
    rows = store.query(
        f"{_PREFIXES} SELECT DISTINCT ?actor {{ {limits} "
        "?stated ap:instrument ?instrument ; ap:actor ?actor }"
    ).rows()
    named = " ".join(f"<{iri}>" for iri in {r["actor"].value for r in rows} | {*continued.values()})
    labels = {
        row["actor"].value: row["label"].value
        for row in store.query(
            f"{_PREFIXES} SELECT ?actor ?label {{ VALUES ?actor {{ {named} }} "
            '?actor rdfs:label ?label FILTER(LANG(?label) = "en") }'
        ).rows()
    }
    return continued, ended, uncounted, labels


def _judge(act: Act, day: str) -> Membership | None:
    """Whether the act was done by ``day``; None when it surely was not."""
    first, last = _span(act)
    if first and first > day and not _rival(act, day, earlier=True):
        return None
    done = bool(last) and last <= day
    judged = Membership(done)
    if not done and first and first > day:
        judged.reasons.append(f"dated {first}, but a source dates it earlier")
    elif not done:
        judged.reasons.append(f"the day is not known; not after {last}" if last else "undated")
    elif later := _rival(act, day, earlier=False):
        judged.reasons.append(f"dated {last}, but a source dates it {later}")
    absent = [one for one in act.disputes if one.kind == _NO_ACT and not one.deprecated]
    if absent:
        judged.reasons.append("a list shows no act of it")
        if done and _weight(absent) <= _weight(act.supports):
            judged.counted = False
    if act.supports and not any(one.stated for one in act.supports):
        judged.reasons.append("no source states it; it was inferred or derived")
    return judged


def _span(act: Act) -> tuple[str, str]:
    """The first and the last possible day; a succession without a notice counts by its effect."""
    if act.on:
        return act.on, act.on
    if act.effective and not act.not_after:
        return act.effective, act.effective
    return act.not_before, act.not_after


def _rival(act: Act, day: str, *, earlier: bool) -> str:
    """A date on the other side of ``day`` that a standing statement gives, if any."""
    rivals = [
        one.date for one in act.disputes if one.date and not one.deprecated and one.kind != _NO_ACT
    ]
    return next((d for d in sorted(rivals) if (d <= day) is earlier), "")


def _weight(witnesses: list[Witness]) -> tuple[int, int]:
    """Less is more: the best tier, then the number of sources."""
    return min(w.tier for w in witnesses), -len({w.source for w in witnesses})


def _leave(member: Membership, withdrawal: Act, day: str) -> None:
    gone = withdrawal.effective or withdrawal.on or withdrawal.not_after
    if gone and gone <= day:
        member.counted = False
        member.reasons.clear()


def _merge(found: dict[str, Membership], actor: str, judged: Membership) -> None:
    """Two acts of one actor (its own and a continued one): the surer counts."""
    known = found.get(actor)
    if known is None or (judged.counted, not judged.reasons) > (known.counted, not known.reasons):
        found[actor] = judged


def _slug(iri: str) -> str:
    return iri.rpartition("/")[2]
