"""Reports on the record: pages that put many facts together, for people, as JSON and as CSV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeVar

from flask import Blueprint, Response, render_template, request

from astropact.catalog.claims import COLUMNS as CLAIM_COLUMNS
from astropact.catalog.claims import KINDS, document_iri
from astropact.catalog.conflicts import COLUMNS as CONFLICT_COLUMNS
from astropact.catalog.conflicts import OUTCOMES, as_rows
from astropact.catalog.labels import labels
from astropact.catalog.resolve import actor_iri, instrument_iri
from astropact.errors import InputError
from astropact.linking.datasets import DATASETS
from astropact.linking.report import COLUMNS as LINK_COLUMNS
from astropact.linking.report import PROBLEMS
from astropact.linking.sssom import MEDIA_TYPE as SSSOM_TYPE
from astropact.namespaces import VERDICTS
from astropact.protocol.formats import CSV, HTML, REPORTS, content_type
from astropact.protocol.table import to_csv
from astropact.rdf.iris import is_iri
from astropact.reasoning.totals import COLUMNS as TOTAL_COLUMNS
from astropact.web.context import context
from astropact.web.documents import count_verdicts
from astropact.web.respond import etag, finish, negotiate, not_modified, offset, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from astropact.catalog.claims import Claim
    from astropact.catalog.conflicts import Conflict
    from astropact.linking.report import Finding
    from astropact.reasoning.totals import TotalComparison

blueprint = Blueprint("reports", __name__)
_Item = TypeVar("_Item")

_OFFERS: Final = (*REPORTS, HTML)
_PAGE_OF_CLAIMS: Final = 100
# How an official total and the record's own count may stand to each other.
STATUSES: Final = {
    "agrees": "both numbers are the same",
    "possible": "the printed number lies within what the record leaves open",
    "known": "they differ, and somebody found out why",
    "unexplained": "they differ, and nobody has found out why",
    "changed": "the difference is no longer the one that was explained",
}


@blueprint.get("/conflicts")
def conflicts() -> Response:
    """Where the sources of one state and one instrument do not say the same."""
    instrument = _argument("instrument")
    actor = _argument("actor")
    outcome = _argument("outcome")
    _require(outcome, "outcome", OUTCOMES)
    named = {
        "instrument": instrument_iri(instrument) if instrument else "",
        "actor": actor_iri(actor) if actor else "",
    }
    for name, iri in named.items():
        if iri and not is_iri(iri):
            raise InputError(
                f"{name} is not a name of the record: {request.args[name][:100]!r}",
                hint="Give an instrument as outer-space-treaty and an actor as SAU or org/esa.",
            )

    def found() -> Sequence[Conflict]:
        return [
            conflict
            for conflict in context().conflicts
            if named["instrument"] in ("", conflict.instrument.iri)
            and named["actor"] in ("", conflict.actor.iri)
            and outcome in ("", conflict.outcome)
        ]

    return _report(
        found,
        columns=CONFLICT_COLUMNS,
        rows=as_rows,
        data=lambda items: [item.to_json() for item in items],
        html=lambda items: render_template(
            "conflicts.html",
            conflicts=items,
            outcomes=OUTCOMES,
            chosen={"instrument": instrument, "actor": actor, "outcome": outcome},
            formats=REPORTS,
        ),
    )


@blueprint.get("/claims")
def claims() -> Response:
    """What documents claim, and how each claim stands against the record."""
    chosen = {name: _argument(name) for name in ("document", "verdict", "kind", "check")}
    _require(chosen["verdict"], "verdict", VERDICTS)
    _require(chosen["kind"], "kind", KINDS)
    wanted = chosen["document"]
    document = document_iri(context().store, wanted) if wanted else ""
    every = context().claims
    documents = {claim.document.iri: claim.document for claim in every}

    def found() -> Sequence[Claim]:
        return [
            claim
            for claim in every
            if document in ("", claim.document.iri)
            and chosen["verdict"] in ("", claim.verdict)
            and chosen["kind"] in ("", claim.kind)
            and chosen["check"] in ("", _last(claim.check.iri) if claim.check else "")
        ]

    def html(items: Sequence[Claim]) -> str:
        start = offset()
        return render_template(
            "claims.html",
            claims=items[start : start + _PAGE_OF_CLAIMS],
            total=len(items),
            offset=start,
            step=_PAGE_OF_CLAIMS,
            counts=count_verdicts(items),
            documents=[(_last(iri), name.label) for iri, name in documents.items()],
            verdicts=VERDICTS,
            kinds=KINDS,
            chosen={**chosen, "document": _last(document)},
            formats=REPORTS,
        )

    return _report(
        found,
        columns=CLAIM_COLUMNS,
        rows=lambda items: (item.to_row() for item in items),
        data=lambda items: [item.to_json() for item in items],
        html=html,
    )


@blueprint.get("/totals")
def totals() -> Response:
    """Official numbers of parties and signatories beside the record's own."""
    chosen = {name: _argument(name) for name in ("instrument", "status")}
    _require(chosen["status"], "status", STATUSES)
    instrument = instrument_iri(chosen["instrument"]) if chosen["instrument"] else ""

    def found() -> Sequence[TotalComparison]:
        return [
            total
            for total in context().totals
            if instrument in ("", total.instrument) and chosen["status"] in ("", total.status)
        ]

    return _report(
        found,
        columns=TOTAL_COLUMNS,
        rows=lambda items: (item.to_row() for item in items),
        data=lambda items: [item.to_json() for item in items],
        html=lambda items: render_template(
            "totals.html",
            totals=items,
            instruments={total.instrument: total.instrument_label for total in context().totals},
            statuses=STATUSES,
            chosen=chosen,
            formats=REPORTS,
        ),
    )


def _require(value: str, name: str, known: Iterable[str]) -> None:
    known = list(known)
    if value and value not in known:
        raise InputError(
            f"there is no {name} {value[:100]!r}",
            hint=f"{name} may be {', '.join(known)}.",
        )


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


@blueprint.get("/links")
def links() -> Response:
    """Identifiers that are wrong, shared, doubled or unsupported, and things of one name."""

    def found() -> Sequence[Finding]:
        return context().link_findings

    def html(items: Sequence[Finding]) -> str:
        held = context().links
        return render_template(
            "links.html",
            found=items,
            problems=PROBLEMS,
            names=labels(context().store, {thing for item in items for thing in item.things}),
            datasets=[
                (dataset, [link for link in held if link.dataset is dataset])
                for dataset in DATASETS.values()
            ],
            formats=REPORTS,
        )

    return _report(
        found,
        columns=LINK_COLUMNS,
        rows=lambda items: (item.to_row() for item in items),
        data=lambda items: [item.to_row() for item in items],
        html=html,
    )


@blueprint.get("/links.sssom.tsv")
def sssom() -> Response:
    """All links with their evidence in the Simple Standard for Sharing Ontology Mappings."""
    tag = etag("sssom")
    unchanged = not_modified(tag)
    if unchanged is not None:
        return unchanged
    return finish(Response(context().sssom, content_type=content_type(SSSOM_TYPE)), tag)


def _argument(name: str) -> str:
    return request.args.get(name, "").strip()


def _report(
    load: Callable[[], Sequence[_Item]],
    *,
    columns: Sequence[str],
    rows: Callable[[Sequence[_Item]], Iterable[dict[str, str]]],
    data: Callable[[Sequence[_Item]], object],
    html: Callable[[Sequence[_Item]], str],
) -> Response:
    """A report in the format that is asked for by Accept or ``format=``."""
    choice = negotiate(_OFFERS, request.args.get("format"))
    tag = etag(choice.media_type, request.full_path)
    unchanged = not_modified(tag)
    if unchanged is not None:
        return unchanged
    items = load()
    if choice.format is HTML:
        return finish(page(html(items)), tag)
    if choice.format is CSV:
        text = to_csv(columns, rows(items))
    else:
        text = json.dumps(data(items), ensure_ascii=False, indent=1) + "\n"
    return finish(Response(text, content_type=content_type(choice.media_type)), tag)
