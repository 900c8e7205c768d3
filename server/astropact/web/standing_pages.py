"""``/matrix``: how all stand under all on a day; and addresses of explanations for the pages."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.catalog.matrix import ACTORS, GROUPS, instruments_of, matrix, slug_of
from astropact.catalog.resolve import check_day
from astropact.errors import InputError
from astropact.namespaces import ID, concept
from astropact.protocol.formats import CSV, HTML, REPORTS, content_type
from astropact.protocol.table import to_csv
from astropact.rdf.iris import iriref
from astropact.web.context import context
from astropact.web.respond import etag, finish, negotiate, not_modified, page

if TYPE_CHECKING:
    from collections.abc import Mapping

blueprint = Blueprint("standing_pages", __name__)
_DAY: Final = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_Text = TypeVar("_Text", bound=str)

_OFFERS: Final = (*REPORTS, HTML)


@blueprint.get("/matrix", endpoint="matrix")
def show_matrix() -> Response:
    """The participation matrix of a day, as a page, as JSON and as CSV."""
    day = day_asked("on")
    who = _choice("actors", ACTORS)
    which = _choice("group", GROUPS)
    choice = negotiate(_OFFERS, request.args.get("format"))
    tag = etag(choice.media_type, request.full_path, day)
    unchanged = not_modified(tag)
    if unchanged is not None:
        return unchanged
    record = context()
    found = matrix(record.store, record.standings, day, who=who, which=which)
    if choice.format is HTML:
        html = render_template(
            "matrix.html",
            matrix=found,
            actors=ACTORS,
            groups=GROUPS,
            chosen={"actors": who, "group": which},
            bound=f"{request.script_root}/bound",
            formats=REPORTS,
        )
        return finish(page(html), tag)
    if choice.format is CSV:
        text = to_csv(found.header, found.to_rows())
    else:
        text = json.dumps(found.to_json(), ensure_ascii=False, indent=1) + "\n"
    return finish(Response(text, content_type=content_type(choice.media_type)), tag)


@blueprint.app_template_global()
def bound_path(actor: str = "", instrument: str = "", on: str = "", **more: str) -> str:
    """The path of the explanation of how an actor stands under an instrument on a day.

    Actor and instrument are IRIs; what is empty is left out.
    """
    given = {
        "actor": slug_of(actor),
        "instrument": instrument.removeprefix(ID + "instrument/"),
        "on": on,
        **more,
    }
    asked = urlencode({name: value for name, value in given.items() if value}, safe="/:")
    return f"{request.script_root}/bound" + (f"?{asked}" if asked else "")


@blueprint.app_template_global()
def instrument_choices() -> list[Name]:
    """The instruments that a form offers: those that actors join by acts, then the others."""
    standings = context().standings
    joined = instruments_of(standings.grounds)
    others = {period.instrument for period in standings.periods} - set(joined)
    named = labels(context().store, [*joined, *others])
    return [Name(iri, named[iri]) for iri in [*joined, *sorted(others, key=named.__getitem__)]]


@blueprint.app_template_global()
def actor_choices() -> list[Name]:
    """The actors that a form offers: all that have a standing under something, by name."""
    actors = {period.actor for period in context().standings.periods}
    named = labels(context().store, actors)
    return sorted((Name(*item) for item in named.items()), key=lambda name: name.label)


@blueprint.app_template_global()
def concept_choices(scheme: str) -> list[Name]:
    """The concepts of a scheme, by name."""
    rows = (
        context()
        .store.query(f"{PROLOGUE} SELECT ?one {{ ?one skos:inScheme {iriref(concept(scheme))} }}")
        .rows()
    )
    named = labels(context().store, [row["one"].value for row in rows])
    return sorted((Name(*item) for item in named.items()), key=lambda name: name.label)


@blueprint.app_template_global()
def day_before(day: str) -> str:
    """The day before a day, both as YYYY-MM-DD; empty where the calendar ends."""
    return "" if day <= date.min.isoformat() else str(date.fromisoformat(day) - timedelta(days=1))


@blueprint.app_template_global()
def today() -> str:
    """The current day in universal time, as YYYY-MM-DD."""
    return datetime.now(UTC).date().isoformat()


@blueprint.app_template_filter()
def days_apart(text: str) -> list[str]:
    """A text cut at the days in it: every second part is a day."""
    return _DAY.split(text)


def day_asked(name: str) -> str:
    """The day that a parameter of the request gives, else today.

    Raises:
        InputError: it is no day of the calendar, written YYYY-MM-DD.
    """
    text = request.args.get(name, "").strip()
    return check_day(text, name) if text else today()


def _choice(name: str, known: Mapping[_Text, str]) -> _Text:
    """The value of a parameter that has to be one of a few; without it the first."""
    given = request.args.get(name, "").strip()
    if not given:
        return next(iter(known))
    for value in known:
        if value == given:
            return value
    raise InputError(
        f"there is no choice of {name} named {given[:100]!r}",
        hint=f"{name} may be {', '.join(known)}.",
    )
