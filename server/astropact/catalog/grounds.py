"""Why nobody stands where no period covers the day: decided from an index, without a query.

The order of the questions is that of the law: was there an actor, was there a text in force, had
the actor's time come or gone, what did it do, can the text bind it at all, and is the list of
participants complete? Only what none of them settles is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from astropact.catalog.labels import PROLOGUE
from astropact.namespaces import AP, CONSENT, concept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from astropact.catalog.standings import Period, Standings
    from astropact.store.base import Store

Reason = Literal[
    "not-yet-there",
    "no-longer-there",
    "not-in-force",
    "terminated",
    "before",
    "after",
    "signed",
    "signed-at-least",
    "successor-succeeded",
    "ended-before-count",
    "listed",
    "undecided",
    "party-ended",
    "party-unsettled",
    "no-force",
    "not-addressed",
    "other-parties",
    "states-only",
    "no-state",
    "neither",
    "complete",
    "complete-before",
    "not-on-record",
]
_UNKNOWN: Final = frozenset(
    {
        "signed-at-least",
        "successor-succeeded",
        "ended-before-count",
        "listed",
        "undecided",
        "party-unsettled",
        "not-on-record",
    }
)
_BINDS_STATES: Final = "legally-binding"
_DOMESTIC: Final = frozenset({"domestic-law", "executive-direction"})
_ENDED: Final = frozenset({"expired", "superseded", "terminated"})
_NO_FORCE: Final = frozenset({"political-commitment", "proposed"})
# Acts after which an actor may well be bound, so that no silence of the rules settles anything.
_JOINS: Final = (CONSENT - {"membership"}) | {
    "declaration-of-acceptance",
    "commitment",
    "joining",
    "provisional-application",
}


class Absence(NamedTuple):
    """The verdict where no period covers the day, the reason, and the period beside it, if any."""

    verdict: Literal["not-bound", "unknown"]
    reason: Reason
    period: Period | None = None


class _Text(NamedTuple):
    force: str
    begins: str
    """The first day on which the text can have worked: its entry into force, else its making."""
    in_force: bool
    """Whether that day is the entry into force."""
    ends: str
    parties: frozenset[str]
    bearers: frozenset[str]
    ended: bool
    """Whether its status tells that it has ended, be the day known or not."""
    closed: bool
    """Whether the text is silent on declarations by organisations, and so open to states only."""
    rules: bool
    """Whether the record has rules of the text."""
    complete_to: str
    """The newest day to which the record is known to have all participants."""
    signed_to: str
    """The newest day to which those who only signed are known to have gone no further."""


_NO_TEXT: Final = _Text("", "", False, "", frozenset(), frozenset(), False, False, False, "", "")


@dataclass(frozen=True)
class Grounds:
    """What the decision needs to know of actors, instruments and acts."""

    lifetimes: Mapping[str, tuple[str, str]]
    """First possible day and first impossible day after it, of the actors that have one."""
    states: frozenset[str]
    organisations: frozenset[str]
    """The organisations of states."""
    texts: Mapping[str, _Text]
    kinds: Mapping[tuple[str, str], frozenset[str]]
    """The kinds of the acts of an actor under an instrument."""
    heirs: Mapping[str, frozenset[str]]
    """The successors of each state that another one followed."""
    known_until: Mapping[str, str]
    """The day of the newest statement on each instrument."""

    def absent(self, standings: Standings, actor: str, instrument: str, day: str) -> Absence:
        """The verdict for a pair that no period covers on the day."""
        reason, period = self._reason(standings, actor, instrument, day)
        return Absence("unknown" if reason in _UNKNOWN else "not-bound", reason, period)

    def declared(self, actor: str, instrument: str) -> bool:
        """Whether an organisation accepted a text by declaration."""
        return "declaration-of-acceptance" in self.kinds.get((actor, instrument), ())

    def _reason(
        self, standings: Standings, actor: str, instrument: str, day: str
    ) -> tuple[Reason, Period | None]:
        first, last = self.lifetimes.get(actor, ("", ""))
        if first and day < first:
            return "not-yet-there", None
        if last and day >= last:
            return "no-longer-there", None
        text = self.texts.get(instrument, _NO_TEXT)
        periods = standings.of_pair(actor, instrument)
        if text.begins and day < text.begins:
            return "not-in-force", periods[0] if periods else None
        if text.ends and day >= text.ends:
            return "terminated", None
        if periods:
            gone = [period for period in periods if period.start <= day]
            return ("after", gone[-1]) if gone else ("before", periods[0])
        kinds = self.kinds.get((actor, instrument))
        if kinds:
            if kinds & _JOINS:
                return "undecided", None
            if "membership" in kinds:
                return "listed", None
            newest = max(text.complete_to, text.signed_to)
            return self._silence(actor, instrument, newest) or (
                "signed" if newest else "signed-at-least"
            ), None
        addressed = bool(text.bearers or standings.under(instrument))
        return self._without_act(actor, instrument, day, addressed=addressed), None

    def _without_act(self, actor: str, instrument: str, day: str, *, addressed: bool) -> Reason:
        text = self.texts.get(instrument, _NO_TEXT)
        if actor in text.parties:
            return "party-ended" if text.ended else "party-unsettled"
        if text.force in _NO_FORCE:
            return "no-force"
        if text.force in _DOMESTIC and addressed:
            return "not-addressed"
        if text.parties:
            return "other-parties"
        if text.force == _BINDS_STATES and actor not in self.states:
            if actor not in self.organisations:
                return "neither"
            return "states-only" if text.closed else "no-state"
        proves_nothing = self._silence(actor, instrument, text.complete_to)
        if proves_nothing:
            return proves_nothing
        if not text.complete_to:
            return "not-on-record"
        return "complete" if day <= text.complete_to else "complete-before"

    def _silence(self, actor: str, instrument: str, counted_on: str) -> Reason | None:
        """Why it proves nothing that the record has no act of an actor, if so.

        A total counts only who was there on its day, and a state that succeeded to a text tells
        that its predecessor was under it.
        """
        heirs = self.heirs.get(actor, frozenset())
        if any("succession" in self.kinds.get((heir, instrument), ()) for heir in heirs):
            return "successor-succeeded"
        last = self.lifetimes.get(actor, ("", ""))[1]
        return "ended-before-count" if last and counted_on and last <= counted_on else None


def read_grounds(store: Store) -> Grounds:
    """What the decision needs, read from ``store`` by a few queries."""
    lifetimes = {
        row["actor"]: (row.get("first", ""), row.get("last", ""))
        for row in _rows(
            store,
            """?actor a ap:Actor OPTIONAL { ?actor ap:existedNotBefore ?first }
            OPTIONAL { ?actor ap:existedNotAfter ?last }""",
        )
        if "first" in row or "last" in row
    }
    kinds: dict[tuple[str, str], frozenset[str]] = {}
    for row in _rows(
        store,
        """?act a ap:ParticipationAct ; ap:actor ?actor ; ap:instrument ?instrument ;
        ap:actKind ?kind""",
    ):
        pair = (row["actor"], row["instrument"])
        kinds[pair] = kinds.get(pair, frozenset()) | {row["kind"].rpartition("/")[2]}
    return Grounds(
        lifetimes=lifetimes,
        states=frozenset(row["state"] for row in _rows(store, "?state a ap:State")),
        organisations=frozenset(
            row["body"] for row in _rows(store, "?body a ap:IntergovernmentalOrganization")
        ),
        texts=_texts(store),
        kinds=kinds,
        heirs=_heirs(store),
        known_until={
            row["text"].value: row["day"].value
            for row in store.query(_NEWEST).rows()
            if "text" in row
        },
    )


_NEWEST: Final = (
    PROLOGUE
    + """SELECT ?text (MAX(?asOf) AS ?day) {
  ?statement ap:instrument|ap:aboutThing ?text ; ap:asOf ?asOf . ?text a ap:Instrument
} GROUP BY ?text"""
)
_OF_TEXT: Final = (
    "bindingForce",
    "enteredIntoForceOn",
    "adoptedOn",
    "openedForSignatureOn",
    "signedOn",
    "notBefore",
    "validFrom",
    "terminatedOn",
    "validUntil",
    "party",
    "instrumentStatus",
    "participationCompleteTo",
    "signatoriesCompleteTo",
)
_WHOLE: Final = len("2023-06-01")
MADE_ON: Final = ("adoptedOn", "signedOn", "openedForSignatureOn", "validFrom", "notBefore")
"""The properties of which the earliest tells when a text was made."""


def _heirs(store: Store) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _rows(store, "?succession ap:predecessor ?before ; ap:successor ?after"):
        found[row["before"]] = found.get(row["before"], frozenset()) | {row["after"]}
    return found


def _texts(store: Store) -> dict[str, _Text]:
    held: dict[str, dict[str, set[str]]] = {}
    named = " ".join(f"ap:{name}" for name in _OF_TEXT)
    for row in _rows(store, f"?text a ap:Instrument VALUES ?p {{ {named} }} ?text ?p ?value"):
        properties = held.setdefault(row["text"], {})
        properties.setdefault(row["p"].removeprefix(AP), set()).add(row["value"])
    for row in _rows(
        store, "?norm ap:bearer ?bearer ; ap:expressedIn ?place . ?place ap:provisionOf ?text"
    ):
        held.setdefault(row["text"], {}).setdefault("bearer", set()).add(row["bearer"])
    for row in _rows(store, "?norm ap:expressedIn ?place . ?place ap:provisionOf ?text"):
        held.setdefault(row["text"], {}).setdefault("passage", set()).add(row["place"])
    silent = (
        "?clause ap:clauseOf ?text ; ap:textSilent true ; "
        f"ap:clauseKind <{concept('clause-kind', 'declaration-by-organisation')}>"
    )
    for row in _rows(store, silent):
        held.setdefault(row["text"], {})["closed"] = {"true"}
    return {text: _text(properties) for text, properties in held.items()}


def _text(held: Mapping[str, set[str]]) -> _Text:
    def first(*names: str) -> str:
        # A year or a month alone is no limit: ap:notBefore stands beside it.
        days = (day for name in names for day in held.get(name, ()) if len(day) == _WHOLE)
        return min(days, default="")

    in_force = first("enteredIntoForceOn")
    return _Text(
        force=min(held.get("bindingForce", ()), default="").rpartition("/")[2],
        begins=in_force or first(*MADE_ON),
        in_force=bool(in_force),
        ends=min(
            filter(None, (first("terminatedOn"), _day_after(first("validUntil")))), default=""
        ),
        parties=frozenset(held.get("party", ())),
        bearers=frozenset(held.get("bearer", ())),
        ended=bool(_ENDED & {s.rpartition("/")[2] for s in held.get("instrumentStatus", ())}),
        closed="closed" in held,
        rules="passage" in held,
        complete_to=max(held.get("participationCompleteTo", ()), default=""),
        signed_to=max(held.get("signatoriesCompleteTo", ()), default=""),
    )


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else ""


def _rows(store: Store, pattern: str) -> list[dict[str, str]]:
    return [
        {name: term.value for name, term in row.items()}
        for row in store.query(f"{PROLOGUE} SELECT DISTINCT * {{ {pattern} }}").rows()
    ]
