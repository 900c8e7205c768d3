"""Acts of participation and the statements behind them, in the order a reader wants them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from astropact.store.base import QueryResult, Store, Term


@dataclass(frozen=True)
class Act:
    """One act that the record concludes."""

    iri: str
    actor: Name
    instrument: Name
    kind: Name
    action_on: str
    not_after: str
    effective_on: str
    because: str
    supporting: int
    disputing: int


@dataclass(frozen=True)
class Evidence:
    """What one source states of one act, or of anything else: then ``about`` names it."""

    iri: str
    actor: Name | None
    instrument: Name | None
    about: tuple[Name, ...]
    kind: Name | None
    count: str
    source: Name
    standing: Literal["supports", "disputes", ""]
    stated_date: str
    stated_name: str
    as_of: str
    as_of_estimated: bool
    locator: str
    rank: Name | None
    evidence_kind: Name | None
    tier: str
    remark: str


# Claims are statements too, and have pages and reports of their own.
_NO_CLAIM: Final = "MINUS { ?statement a ap:Claim }"
_NAMED: Final = (
    "actor",
    "instrument",
    "about",
    "kind",
    "counted",
    "source",
    "rank",
    "evidence",
)


def acts_of(store: Store, role: Literal["actor", "instrument"], iri: str) -> tuple[Act, ...]:
    """The acts of a state, or under an instrument, by date; undated ones last."""
    return _acts(store, f"?act ap:{role} {iriref(iri)} .")


def acts_naming(store: Store, statement: str) -> tuple[Act, ...]:
    """The acts that a statement supports or disputes."""
    return _acts(store, f"?act ap:supportedBy|ap:disputedBy {iriref(statement)} .")


def evidence_for(store: Store, act: str) -> tuple[Evidence, ...]:
    """The statements that support or dispute an act, the most trusted first."""
    thing = iriref(act)
    return _evidence(
        store,
        f"""{{ {thing} ap:supportedBy ?statement BIND ("supports" AS ?standing) }}
        UNION {{ {thing} ap:disputedBy ?statement BIND ("disputes" AS ?standing) }}""",
    )


def statements_of_source(
    store: Store, source: str, *, offset: int = 0, limit: int = 100
) -> tuple[Evidence, ...]:
    """One page of what a source states."""
    return _evidence(
        store,
        f"""{{ SELECT ?statement {{ ?statement ap:statedIn {iriref(source)} {_NO_CLAIM} }}
             ORDER BY ?statement LIMIT {limit:d} OFFSET {offset:d} }}""",
    )


def count_of_source(store: Store, source: str) -> int:
    """How many statements a source makes; the claims of a document are not among them."""
    rows = store.query(
        PROLOGUE
        + f"""SELECT (COUNT(DISTINCT ?statement) AS ?n) {{
          ?statement ap:statedIn {iriref(source)} {_NO_CLAIM} }}"""
    ).rows()
    return int(next(rows)["n"].value)


def statements_about(store: Store, thing: str) -> tuple[Evidence, ...]:
    """What sources state of a thing otherwise than by an act: a date of an event, a number.

    Official totals are left out; :mod:`astropact.reasoning.totals` compares them.
    """
    return _evidence(
        store,
        f"""?statement ap:aboutThing {iriref(thing)} {_NO_CLAIM}
        MINUS {{ ?statement a ap:OfficialTotal }}""",
    )


def statements_without_act(
    store: Store, role: Literal["actor", "instrument"], iri: str
) -> tuple[Evidence, ...]:
    """Statements on a state or an instrument from which no act was concluded."""
    return _evidence(
        store,
        f"""?statement a ap:Statement ; ap:{role} {iriref(iri)} .
        MINUS {{ ?some ap:supportedBy|ap:disputedBy ?statement }}""",
    )


def _acts(store: Store, pattern: str) -> tuple[Act, ...]:
    rows = _rows(
        store.query(
            PROLOGUE
            + f"""SELECT DISTINCT ?act ?actor ?instrument ?kind ?on ?after ?effective ?because {{
              {pattern}
              ?act a ap:ParticipationAct ; ap:actor ?actor ; ap:instrument ?instrument ;
                ap:actKind ?kind .
              OPTIONAL {{ ?act ap:actionOn ?on }}
              OPTIONAL {{ ?act ap:notAfter ?after }}
              OPTIONAL {{ ?act ap:effectiveOn ?effective }}
              OPTIONAL {{ ?act ap:because ?because }}
            }}"""
        )
    )
    support = _counts(store, pattern, "supportedBy")
    dispute = _counts(store, pattern, "disputedBy")
    named = _names(store, rows, ("actor", "instrument", "kind"))
    acts = [
        Act(
            iri=row["act"],
            actor=named[row["actor"]],
            instrument=named[row["instrument"]],
            kind=named[row["kind"]],
            action_on=row.get("on", ""),
            not_after=row.get("after", ""),
            effective_on=row.get("effective", ""),
            because=row.get("because", ""),
            supporting=support.get(row["act"], 0),
            disputing=dispute.get(row["act"], 0),
        )
        for row in {row["act"]: row for row in rows}.values()
    ]
    return tuple(sorted(acts, key=_by_date))


def _by_date(act: Act) -> tuple[str, str, str]:
    return (act.action_on or f"9999 {act.not_after}", act.actor.label, act.kind.label)


def _counts(store: Store, pattern: str, name: str) -> dict[str, int]:
    rows = store.query(
        PROLOGUE
        + f"""SELECT ?act (COUNT(DISTINCT ?statement) AS ?n) {{
          {pattern} ?act ap:{name} ?statement }} GROUP BY ?act"""
    ).rows()
    return {row["act"].value: int(row["n"].value) for row in rows if "act" in row}


def _evidence(store: Store, pattern: str) -> tuple[Evidence, ...]:
    rows = _rows(
        store.query(
            PROLOGUE
            + f"""SELECT DISTINCT * {{
              {pattern}
              ?statement ap:statedIn ?source .
              OPTIONAL {{ ?statement ap:actor ?actor }}
              OPTIONAL {{ ?statement ap:instrument ?instrument }}
              OPTIONAL {{ ?statement ap:aboutThing ?about }}
              OPTIONAL {{ ?statement ap:actKind|ap:datedKind|ap:position ?kind }}
              OPTIONAL {{ ?statement ap:countOf ?counted ; ap:count ?count }}
              OPTIONAL {{ ?statement ap:statedDate ?date }}
              OPTIONAL {{ ?statement ap:statedName ?name }}
              OPTIONAL {{ ?statement ap:asOf ?asOf }}
              OPTIONAL {{ ?statement ap:estimatedAsOf ?estimated }}
              OPTIONAL {{ ?statement ap:locator ?locator }}
              OPTIONAL {{ ?statement ap:rank ?rank }}
              OPTIONAL {{ ?statement ap:evidenceKind ?evidence }}
              OPTIONAL {{ ?statement ap:note ?note }}
              OPTIONAL {{ ?statement ap:because ?because }}
              OPTIONAL {{ ?source ap:trustTier ?tier }}
            }}"""
        )
    )
    named = _names(store, rows, _NAMED)
    about: dict[str, dict[str, Name]] = {}
    for row in rows:
        if "about" in row:
            about.setdefault(row["statement"], {})[row["about"]] = named[row["about"]]
    found = {}
    for row in rows:
        standing = row.get("standing", "")
        found[row["statement"]] = Evidence(
            iri=row["statement"],
            actor=named.get(row.get("actor", "")),
            instrument=named.get(row.get("instrument", "")),
            about=tuple(sorted(about.get(row["statement"], {}).values(), key=_by_label)),
            kind=named.get(row.get("counted") or row.get("kind", "")),
            count=row.get("count", ""),
            source=named[row["source"]],
            standing=standing if standing in ("supports", "disputes") else "",  # type: ignore[arg-type]
            stated_date=row.get("date", ""),
            stated_name=row.get("name", ""),
            as_of=row.get("asOf", ""),
            as_of_estimated=row.get("estimated") == "true",
            locator=row.get("locator", ""),
            rank=named.get(row.get("rank", "")),
            evidence_kind=named.get(row.get("evidence", "")),
            tier=row.get("tier", ""),
            remark=" ".join(row[key] for key in ("because", "note") if row.get(key)),
        )
    return tuple(sorted(found.values(), key=_by_trust))


def _by_trust(row: Evidence) -> tuple[str, str, str, str, str]:
    order = {"supports": "0", "disputes": "1", "": "2"}[row.standing]
    who = row.actor.label if row.actor else ""
    return (order, row.tier or "9", row.stated_date or "9999", who, row.iri)


def _by_label(name: Name) -> tuple[str, str]:
    return (name.label.casefold(), name.iri)


def _rows(result: QueryResult) -> list[dict[str, str]]:
    def text(term: Term) -> str:
        return term.value

    return [{key: text(term) for key, term in row.items()} for row in result.rows()]


def _names(store: Store, rows: list[dict[str, str]], columns: tuple[str, ...]) -> dict[str, Name]:
    wanted = {row[column] for row in rows for column in columns if column in row}
    return {iri: Name(iri, label) for iri, label in labels(store, wanted).items()}
