"""What the page of a thing shows beside its properties, by the kind of the thing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, TypedDict

from astropact.catalog import evidence
from astropact.catalog.matrix import instruments_of
from astropact.catalog.norms import norms_of
from astropact.catalog.periods import periods_of
from astropact.catalog.timeline import agreements_of, events_of, terms_of
from astropact.catalog.votes import roll_call, votes_of
from astropact.namespaces import AP, ID, thing
from astropact.web.context import context
from astropact.web.documents import document_page
from astropact.web.standing_pages import today
from astropact.web.timeline_chart import draw

if TYPE_CHECKING:
    from astropact.catalog.evidence import Act, Evidence
    from astropact.catalog.periods import Period

_PAGE_OF_STATEMENTS: Final = 100
# Instruments that a state joins by its own act and that are no treaty, with the words for it.
_COMMITMENTS: Final = {
    thing("instrument", "artemis-accords"): "signed",
    thing("instrument", "ilrs-memorandum"): "joined",
    thing("instrument", "asat-test-commitment"): "pledged",
}


class _Party(TypedDict):
    """What pages tell of an actor or an instrument as a side of participation."""

    acts: tuple[Act, ...]
    loose: tuple[Evidence, ...]
    periods: tuple[Period, ...]


# Properties that a page shows in a table of its own, so not again in the general lists.
_SHOWN: Final[dict[str, tuple[str, ...]]] = {
    "act": ("supportedBy", "disputedBy"),
    "check": ("checkedBy",),
    "claim": ("paraphrase", "verdict", "verdictOn", "checkedBy"),
    "instrument": ("actor", "instrument", "boundTo"),
    "org": ("actor", "instrument", "boundActor", "party"),
    "post": ("holds",),
    "source": ("statedIn",),
    "state": ("actor", "instrument", "boundActor", "party"),
    "statement": ("supportedBy", "disputedBy"),
    "vote": ("votesInFavour", "votesAgainst", "abstentions", "adopted"),
}
# Kinds of things that a page shows in tables instead of among what points to its subject. Triples
# on which verdicts rest are shown with their claims.
_NOT_POINTING: Final = ("claim", "event", "evidence", "verdict")
_ALSO_NOT: Final[dict[str, tuple[str, ...]]] = {
    "instrument": ("norm",),
    "person": ("tenure",),
    "post": ("tenure",),
    "state": ("position",),
    "vote": ("position",),
}


def role_of(iri: str) -> str:
    """The kind of a thing by its address: ``state``, ``act``; empty for what is no thing."""
    return iri.removeprefix(ID).partition("/")[0] if iri.startswith(ID) else ""


def shown_otherwise(role: str) -> tuple[list[str], tuple[str, ...]]:
    """Properties, and kinds of pointing things, that the general lists of a page leave out."""
    if role in ("", "evidence", "verdict"):
        return [], ("evidence",) if not role else ()
    names = [*_SHOWN.get(role, ())]
    if role not in _WITHOUT_TIMELINE and role != "total":
        names.append("aboutThing")
    # Events that a source tells of point to it and are in no table of its page.
    kinds = [kind for kind in _NOT_POINTING if (role, kind) != ("source", "event")]
    return [AP + name for name in names], (*kinds, *_ALSO_NOT.get(role, ()))


def tables(role: str, iri: str, *, offset: int = 0) -> dict[str, object]:
    """The tables of the page of a thing, by the names that its template uses."""
    found = _OF_ROLE[role](iri) if role in _OF_ROLE else {}
    store = context().store
    if role == "source":
        found = _of_source(iri, offset)
    if role not in _WITHOUT_TIMELINE:
        found["events"] = events_of(store, iri)
        found["claimed"] = [
            claim
            for claim in context().claims
            if any(name.iri == iri for name in (*claim.about, *claim.cites, *claim.said_by))
        ]
        found["told"] = evidence.statements_about(store, iri)
    return found


_WITHOUT_TIMELINE: Final = ("", "act", "check", "claim", "evidence", "link", "statement", "verdict")


def _of_act(iri: str) -> dict[str, object]:
    return {"evidence": evidence.evidence_for(context().store, iri)}


def _of_statement(iri: str) -> dict[str, object]:
    return {"acts": evidence.acts_naming(context().store, iri)}


def _of_claim(iri: str) -> dict[str, object]:
    claim = next((claim for claim in context().claims if claim.iri == iri), None)
    check = context().checks.get(claim.check.iri) if claim and claim.check else None
    # The query of a check judges all its claims; this limits it to one.
    run = f"{check.text.rstrip()}\nVALUES ?claim {{ <{iri}> }}\n" if check else ""
    return {"claim": claim, "check": check, "run": run}


def _of_check(iri: str) -> dict[str, object]:
    judged = [claim for claim in context().claims if claim.check and claim.check.iri == iri]
    check = context().checks.get(iri)
    return {"check": check, "run": check.text if check else "", "judged": judged}


def _of_source(iri: str, offset: int) -> dict[str, object]:
    store = context().store
    document = document_page(store, context().claims, iri)
    total = evidence.count_of_source(store, iri)
    found: dict[str, object] = {} if document is None else {"document": document}
    if document is None or total:
        found["said"] = evidence.statements_of_source(
            store, iri, offset=offset, limit=_PAGE_OF_STATEMENTS
        )
        found |= {"said_total": total, "offset": offset, "step": _PAGE_OF_STATEMENTS}
    return found


def _of_actor(iri: str) -> dict[str, object]:
    return _life(iri, _of_party("actor", iri))


def _life(iri: str, found: _Party) -> dict[str, object]:
    """What an actor did, beside what it is a party to, and the drawing of both."""
    votes = votes_of(context().store, iri)
    order = instruments_of(context().standings.grounds)
    return {
        **found,
        "chart": draw(found["periods"], found["acts"], today(), order),
        "agreements": agreements_of(context().store, iri),
        "votes": votes,
        "ballots": {
            kind: len(list(group)) for kind, group in groupby(sorted(vote.kind for vote in votes))
        },
    }


def _of_state(iri: str) -> dict[str, object]:
    found = _of_party("actor", iri)
    return {
        **_life(iri, found),
        "joined": [
            (_COMMITMENTS[act.instrument.iri], act)
            for act in found["acts"]
            if act.instrument.iri in _COMMITMENTS
        ],
    }


def _of_instrument(iri: str) -> dict[str, object]:
    return {
        **_of_party("instrument", iri),
        "norms": norms_of(context().store, iri),
        "totals": [total for total in context().totals if total.instrument == iri],
    }


def _of_party(side: Literal["actor", "instrument"], iri: str) -> _Party:
    store = context().store
    return _Party(
        acts=evidence.acts_of(store, side, iri),
        loose=evidence.statements_without_act(store, side, iri),
        periods=periods_of(store, side, iri),
    )


def _of_period(iri: str) -> dict[str, object]:
    return {"explained": next((p for p in context().standings.periods if p.iri == iri), None)}


def _of_terms(iri: str) -> dict[str, object]:
    return {"terms": terms_of(context().store, iri)}


def _of_vote(iri: str) -> dict[str, object]:
    return {"roll": roll_call(context().store, iri)}


_OF_ROLE: Final = {
    "act": _of_act,
    "check": _of_check,
    "claim": _of_claim,
    "instrument": _of_instrument,
    "org": _of_actor,
    "period": _of_period,
    "person": _of_terms,
    "post": _of_terms,
    "state": _of_state,
    "statement": _of_statement,
    "vote": _of_vote,
}
