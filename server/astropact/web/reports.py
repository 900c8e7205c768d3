"""Reports on the record: pages that put many facts together, for people, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final, TypeVar

from flask import Blueprint, Response, render_template, request

from astropact.catalog.claims import KINDS, VERDICTS, document_iri
from astropact.catalog.conflicts import (
    OUTCOMES,
    actor_iri,
    as_rows,
    instrument_iri,
)
from astropact.catalog.labels import labels
from astropact.errors import InputError
from astropact.linking.datasets import DATASETS
from astropact.linking.links import read_links
from astropact.linking.report import PROBLEMS, find_problems
from astropact.linking.sssom import MEDIA_TYPE as SSSOM_TYPE
from astropact.linking.sssom import to_sssom
from astropact.protocol.formats import CSV, HTML, REPORTS, content_type
from astropact.rdf.iris import is_iri
from astropact.web.context import context
from astropact.web.documents import count_verdicts
from astropact.web.respond import etag, finish, negotiate, not_modified, page

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
    document = document_iri(chosen["document"]) if chosen["document"] else ""
    every = context().claims
    documents = {claim.document.iri: claim.document for claim in every}
    _require(document, "document", documents, shown=[_last(iri) for iri in documents])

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
        offset = request.args.get("offset", default=0, type=lambda text: max(0, int(text)))
        return render_template(
            "claims.html",
            claims=items[offset : offset + _PAGE_OF_CLAIMS],
            total=len(items),
            offset=offset,
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
        rows=lambda items: map(_claim_row, items),
        data=lambda items: [item.to_json() for item in items],
        html=html,
    )


def _claim_row(claim: Claim) -> dict[str, str]:
    return {
        "claim": claim.slug,
        "document": _last(claim.document.iri),
        "paragraph": str(claim.paragraph),
        "paragraph_in_copy": str(claim.paragraph_in_copy or ""),
        "kind": claim.kind,
        "date": claim.date,
        "verdict": claim.verdict,
        "paraphrase": claim.paraphrase,
        "because": claim.because,
        "check": _last(claim.check.iri) if claim.check else "",
        "cites": " | ".join(name.label for name in claim.cites),
        "said_by": " | ".join(name.label for name in claim.said_by),
        "rests_on": " | ".join(
            f"{one.subject.label}: {one.predicate.label} {one.value.label}"
            for one in claim.evidence
        ),
    }


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
        rows=lambda items: map(_total_row, items),
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


def _total_row(total: TotalComparison) -> dict[str, str]:
    plain = {name: str(value) for name, value in total.to_json().items() if name != "states"}
    known = total.known_difference
    states = " | ".join(f"{state.label}: {state.because}" for state in total.states)
    return {**plain, "known_difference": "" if known is None else str(known), "states": states}


def _require(value: str, name: str, known: Iterable[str], *, shown: Iterable[str] = ()) -> None:
    known = list(known)
    if value and value not in known:
        raise InputError(
            f"there is no {name} {_last(value)[:100]!r}",
            hint=f"{name} may be {', '.join(shown or known)}.",
        )


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


@blueprint.get("/links")
def links() -> Response:
    """Identifiers that are wrong, shared, doubled or unsupported, and things of one name."""

    def found() -> Sequence[Finding]:
        return find_problems(context().store)

    def html(items: Sequence[Finding]) -> str:
        store = context().store
        held = read_links(store)
        return render_template(
            "links.html",
            found=items,
            problems=PROBLEMS,
            names=labels(store, {thing for item in items for thing in item.things}),
            datasets=[
                (dataset, [link for link in held if link.dataset is dataset])
                for dataset in DATASETS.values()
            ],
            formats=REPORTS,
        )

    return _report(
        found,
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
    store, manifest = context().store, context().manifest
    named = labels(store, {item.subject for item in read_links(store)})
    text = to_sssom(
        store,
        named,
        version=manifest.version,
        modified=max(entry.modified for entry in manifest.entries),
    )
    return finish(Response(text, content_type=content_type(SSSOM_TYPE)), tag)


def _argument(name: str) -> str:
    return request.args.get(name, "").strip()


def _report(
    load: Callable[[], Sequence[_Item]],
    *,
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
        text = _csv(rows(items))
    else:
        text = json.dumps(data(items), ensure_ascii=False, indent=1) + "\n"
    return finish(Response(text, content_type=content_type(choice.media_type)), tag)


def _csv(rows: Iterable[dict[str, str]]) -> str:
    out = io.StringIO()
    table: csv.DictWriter[str] | None = None
    for row in rows:
        if table is None:
            # RFC 4180 ends lines with CRLF, as the answers of the SPARQL endpoint do.
            table = csv.DictWriter(out, list(row))
            table.writeheader()
        table.writerow(row)
    return out.getvalue()
