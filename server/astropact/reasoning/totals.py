"""Official totals against the record's own count, with the states that may explain a difference.

Differences are not tolerated silently: one that the record's own bounds do not explain must be
listed on the total (``ap:knownDifference`` with ``ap:because``), and a listed one that has changed
or gone is a fault as well.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Final, Literal

from astropact.namespaces import AP, CONSENT, RDFS
from astropact.rdf.iris import iriref
from astropact.reasoning.counting import STATE, Membership, Record, read_acts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from astropact.store.base import Store

Status = Literal["agrees", "possible", "known", "unexplained", "changed"]

_PREFIXES: Final = f"PREFIX ap: <{AP}> PREFIX rdfs: <{RDFS}> "
_SIGNATURE: Final = frozenset({"signature"})
_COUNTED: Final = {
    "parties": (CONSENT, True),
    "signatories": (_SIGNATURE, True),
    "declarations": (frozenset({"declaration-of-acceptance"}), False),
    "participants": (frozenset({"joining"}), True),
    "participants-of-any-kind": (frozenset({"joining"}), False),
    "committed-states": (frozenset({"commitment"}), True),
}
_UNCONFIRMED: Final = "signatories-without-consent"
# A list that has less than this share of its own total was not read in full, so that an actor it
# lacks may stand on a page that was not read.
_WHOLE_LIST: Final = 0.95


@dataclass(frozen=True, slots=True)
class LikelyState:
    """An actor that may explain a difference: whether the record counts it, and why it may err."""

    actor: str
    label: str
    counted: bool
    because: str


@dataclass(frozen=True, slots=True)
class TotalComparison:
    """One printed total, the record's own count for that day, and what lies between them."""

    total: str
    instrument: str
    instrument_label: str
    kind: str
    as_of: str
    source: str
    source_label: str
    locator: str
    official: int
    derived: int
    lowest: int
    highest: int
    known_difference: int | None
    because: str
    open_places: str
    """The places in the order of signatures that no act on record surely holds, in words."""
    states: tuple[LikelyState, ...]

    @property
    def difference(self) -> int:
        """By how much the printed number exceeds the record's own."""
        return self.official - self.derived

    @property
    def status(self) -> Status:
        """How the two numbers stand to each other."""
        if self.known_difference is not None:
            return "known" if self.known_difference == self.difference != 0 else "changed"
        if self.difference == 0:
            return "agrees"
        return "possible" if self.lowest <= self.official <= self.highest else "unexplained"

    @property
    def is_fault(self) -> bool:
        """Whether somebody has to look: a difference without a reason, or a reason without one."""
        return self.status in ("unexplained", "changed")

    def to_json(self) -> dict[str, object]:
        """The comparison as plain data."""
        plain = asdict(self)
        return {**plain, "difference": self.difference, "status": self.status}

    def to_row(self) -> dict[str, str]:
        """The comparison as one row of a table; states are parted by a bar."""
        known = self.known_difference
        texts = {name: str(value) for name, value in self.to_json().items()}
        return {
            **texts,
            "known_difference": "" if known is None else str(known),
            "states": " | ".join(f"{state.label}: {state.because}" for state in self.states),
        }


COLUMNS: Final = (*(one.name for one in fields(TotalComparison)), "difference", "status")
"""The columns of :meth:`TotalComparison.to_row`."""


def compare_totals(store: Store, *, instrument: str = "") -> list[TotalComparison]:
    """Every official total in ``store``, or those about one instrument (an IRI), compared.

    In the order of instruments, days, kinds and names of the totals.
    """
    rows = list(_totals(store, instrument))
    record = read_acts(store, {row["instrument"] for row in rows})
    lists = _lists(store, record, {row["total"] for row in rows})
    return [_compare(row, record, lists) for row in rows]


def _totals(store: Store, instrument: str) -> Iterator[dict[str, str]]:
    limit = f"VALUES ?instrument {{ {iriref(instrument)} }} " if instrument else ""
    query = (
        _PREFIXES
        + f"""SELECT DISTINCT * {{
          {limit}
          ?total a ap:OfficialTotal ; ap:aboutThing ?instrument ; ap:countOf ?kind ;
            ap:count ?count ; ap:asOf ?asOf ; ap:statedIn ?source ; ap:locator ?locator .
          ?instrument rdfs:label ?label FILTER(LANG(?label) = "en")
          ?source rdfs:label ?sourceLabel FILTER(LANG(?sourceLabel) = "en")
          OPTIONAL {{ ?total ap:knownDifference ?known ; ap:because ?because }}
        }} ORDER BY ?instrument ?asOf ?kind ?total"""
    )
    for row in store.query(query).rows():
        yield {name: term.value for name, term in row.items()}


def _compare(
    row: dict[str, str], record: Record, lists: dict[str, dict[str, set[str]]]
) -> TotalComparison:
    instrument, day = row["instrument"], row["asOf"]
    kind = row["kind"].rpartition("/")[2]
    members = _members(record, instrument, kind, day)
    counted = [actor for actor, one in members.items() if one.counted]
    sure = [actor for actor in counted if not members[actor].reasons]
    official = int(row["count"])
    listed = _own_list(lists.get(row["total"], {}), kind)
    return TotalComparison(
        total=row["total"],
        instrument=instrument,
        instrument_label=row["label"],
        kind=kind,
        as_of=day,
        source=row["source"],
        source_label=row["sourceLabel"],
        locator=row["locator"],
        official=official,
        derived=len(counted),
        lowest=len(sure),
        highest=len(members),
        known_difference=int(row["known"]) if "known" in row else None,
        because=row.get("because", ""),
        open_places=_open_places(record, instrument, kind, official),
        states=tuple(_likely(record, members, listed, whole=len(listed) >= official * _WHOLE_LIST)),
    )


def _open_places(record: Record, instrument: str, kind: str, official: int) -> str:
    return record.open_places(instrument, _COUNTED[kind][0], official) if kind in _COUNTED else ""


def _members(record: Record, instrument: str, kind: str, day: str) -> dict[str, Membership]:
    if kind in _COUNTED:
        kinds, states_only = _COUNTED[kind]
        return record.members(instrument, kinds, day, states_only=states_only)
    if kind != _UNCONFIRMED:
        return {}
    signed = record.members(instrument, _SIGNATURE, day)
    bound = record.members(instrument, CONSENT, day)
    found = {}
    for actor, member in signed.items():
        consent = bound.get(actor)
        if consent is None:
            found[actor] = member
        elif consent.reasons:
            reasons = [*member.reasons, *(f"consent: {words}" for words in consent.reasons)]
            found[actor] = Membership(member.counted and not consent.counted, reasons)
    return found


def _lists(store: Store, record: Record, totals: set[str]) -> dict[str, dict[str, set[str]]]:
    """For each total the actors that its own source lists, by kind of act."""
    if not totals:
        return {}
    values = " ".join(f"<{total}>" for total in sorted(totals))
    query = (
        _PREFIXES
        + f"""SELECT DISTINCT ?total ?day ?actor ?kind ?before {{
          VALUES ?total {{ {values} }}
          ?total ap:aboutThing ?instrument ; ap:statedIn ?source ; ap:asOf ?day .
          ?statement ap:statedIn ?source ; ap:instrument ?instrument ; ap:actor ?actor ;
            ap:actKind ?kind .
          OPTIONAL {{ ?statement ap:statedDate ?date ; ap:notBefore ?before }}
        }}"""
    )
    found: dict[str, dict[str, set[str]]] = {}
    for row in store.query(query).rows():
        text = {name: term.value for name, term in row.items()}
        actor = record.present(text["actor"], text["day"])
        if actor is not None and text.get("before", "") <= text["day"]:
            kinds = found.setdefault(text["total"], {})
            kinds.setdefault(text["kind"].rpartition("/")[2], set()).add(actor)
    return found


def _own_list(kinds: dict[str, set[str]], kind: str) -> set[str]:
    """The actors that the source of a total lists; none when it has no list of that kind."""
    consent = set().union(*(kinds.get(one, set()) for one in CONSENT))
    if kind == _UNCONFIRMED:
        return kinds.get("signature", set()) - consent
    wanted, states_only = _COUNTED.get(kind, (frozenset(), False))
    listed = set().union(*(kinds.get(one, set()) for one in wanted))
    return {actor for actor in listed if not states_only or actor.startswith(STATE)}


def _likely(
    record: Record, members: dict[str, Membership], listed: set[str], *, whole: bool
) -> Iterator[LikelyState]:
    reasons = {actor: list(one.reasons) for actor, one in members.items()}
    for actor in listed - members.keys():
        reasons[actor] = ["the source's own list has it"]
    if listed and whole:
        for actor in members.keys() - listed:
            reasons[actor].append("the source's own list does not have it")
    named = sorted((record.label(actor), actor) for actor, why in reasons.items() if why)
    for label, actor in named:
        counted = actor in members and members[actor].counted
        yield LikelyState(actor, label, counted, "; ".join(reasons[actor]))
