"""Which thing of the record a person means: by code, slug, IRI, identifier or name."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import PROLOGUE, Name, label_of, labels
from astropact.errors import InputError
from astropact.namespaces import CONCEPT, ID, PREFIXES, concept, thing
from astropact.rdf.iris import iriref, is_iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.store.base import Store

_WIKIDATA: Final = re.compile(r"[Qq][1-9]\d*")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHOWN: Final = 100
_NAMES: Final = "rdfs:label|skos:prefLabel|skos:altLabel|ap:officialName|dcterms:title|ap:iso2"
_NEAR: Final = 8
# A passage as people cite it: IV(1), Article IV, paragraph 1, art. 4.1.
_CITED: Final = re.compile(
    r"(?:article|art\.?)?\s*([ivxl]+|\d+)((?:\W*(?:\bpara\w*|\d+|\b[a-z]\b))*)\W*"
)
_PARTS: Final = re.compile(r"\d+|\b[a-z]\b")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}

SHORT_NAMES: Final = {
    "apsco-convention": "APSCO",
    "arabsat-agreement": "ARB",
    "artemis-accords": "Artemis",
    "asat-test-commitment": "ASAT",
    "brussels-satellite-convention": "BRS",
    "esa-convention": "ESA",
    "eumetsat-convention": "EUM",
    "eutelsat-convention": "EUTL",
    "ilrs-memorandum": "ILRS",
    "imso-convention": "IMSO",
    "intercosmos-agreement": "INTC",
    "intersputnik-agreement": "INTR",
    "iss-intergovernmental-agreement": "ISS",
    "itso-agreement": "ITSO",
    "itu-constitution": "ITU",
    "liability-convention": "LIAB",
    "moon-agreement": "MOON",
    "outer-space-treaty": "OST",
    "partial-test-ban-treaty": "NTB",
    "registration-convention": "REG",
    "rescue-agreement": "ARRA",
}
"""The abbreviations of the status list of the United Nations Office for Outer Space Affairs, and
customary ones of what it does not list, by the slug of the instrument."""
_ABBREVIATED: Final = {short.lower(): slug for slug, short in SHORT_NAMES.items()} | {
    "ptbt": "partial-test-ban-treaty",
    "iga": "iss-intergovernmental-agreement",
}


def instrument_iri(name: str) -> str:
    """The IRI of an instrument given as a slug or a whole IRI."""
    return name if ":" in name else thing("instrument", name)


def actor_iri(name: str) -> str:
    """The IRI of an actor given as an ISO code, as ``org/esa``, or as a whole IRI."""
    if ":" in name:
        return name
    return f"{ID}{name}" if "/" in name else thing("state", name.lower())


def find_actor(store: Store, name: str) -> Name:
    """The actor that a person means: SAU, SA, state/sau, org/esa, esa, Q851, an IRI, or a name.

    Raises:
        InputError: the record has no such actor, or several; the hint lists these.
    """
    name = name.strip()
    slugs = [actor_iri(name), actor_iri(name.lower()), thing("org", name.lower())]
    return _find(
        store,
        name,
        "Actor",
        slugs,
        "Give a state by its three letters as SAU, a body as org/esa, or a name as it stands in "
        "the record.",
    )


def find_instrument(store: Store, name: str) -> Name:
    """The instrument that a person means: a slug, an abbreviation (OST), an IRI or a name.

    Raises:
        InputError: the record has no such instrument, or several; the hint lists these.
    """
    name = name.strip().removeprefix("instrument/")
    return _find(
        store,
        name,
        "Instrument",
        [instrument_iri(_ABBREVIATED.get(name.lower(), name)), instrument_iri(name.lower())],
        "Give an instrument as outer-space-treaty; /id/instrument lists all.",
    )


def find_provision(store: Store, name: str, instrument: str = "") -> tuple[Name, Name]:
    """The provision that a person means, and its instrument.

    ``name`` is an IRI, or ``outer-space-treaty/art-4-1``, or ``art-4-1`` of ``instrument`` (an
    IRI); the passage may also be cited as ``IV(1)`` or ``Article IV, paragraph 1``.

    Raises:
        InputError: there is no such provision, or it is not one of the instrument.
    """
    name = _passage(name.strip().removeprefix("provision/"))
    own = instrument.removeprefix(thing("instrument", ""))
    iris = [name] if ":" in name else [thing("provision", name.lower())]
    if own and ":" not in name:
        iris.insert(0, thing("provision", f"{own}/{name.lower()}"))
    held = _existing(store, iris, "?thing ap:provisionOf ?some")
    if not held:
        if not own and "/" not in name:
            hint = "Name its instrument too, as outer-space-treaty/art-4-1 or with instrument."
        else:
            hint = _passages(store, iris[0])
        raise InputError(f"the record has no provision {name[:_SHOWN]!r}", hint=hint)
    rows = store.query(
        f"{PROLOGUE} SELECT ?text {{ {iriref(held[0])} ap:provisionOf ?text }}"
    ).rows()
    text = next(rows)["text"].value
    if instrument and text != instrument:
        raise InputError(
            f"{name[:_SHOWN]!r} is a provision of another instrument",
            hint=f"It belongs to {label_of(store, text)}; leave the instrument out.",
        )
    return Name(held[0], label_of(store, held[0])), Name(text, label_of(store, text))


def find_concept(store: Store, scheme: str, name: str) -> Name:
    """A concept of a scheme (subject-matter, trigger) by its slug, IRI or name, or a word of it.

    Raises:
        InputError: the scheme has no such concept, or several; the hint lists these.
    """
    name = name.strip()
    slug = name.lower().replace(" ", "-")
    iri = name if ":" in name else concept(scheme, slug)
    pattern = f"?thing skos:inScheme {iriref(concept(scheme))}"
    held = _existing(store, [iri], pattern)
    if not held and name and name.isprintable():
        held = _by_name(store, name, pattern)
    if len(held) != 1:
        rows = store.query(f"{PROLOGUE} SELECT ?thing {{ {pattern} }}").rows()
        known = sorted(row["thing"].value.removeprefix(f"{CONCEPT}{scheme}/") for row in rows)
        near = [one for one in known if slug in one.split("-")]
        held = [concept(scheme, one) for one in near]
        known = near or known
    if len(held) != 1:
        raise InputError(
            f"there is no {scheme} {name[:_SHOWN]!r}",
            hint=f"{scheme} may be {', '.join(known)}." if known else "",
        )
    return Name(held[0], label_of(store, held[0]))


def check_day(text: str, name: str) -> str:
    """A day written YYYY-MM-DD.

    Raises:
        InputError: it is no day of the calendar; ``name`` says which parameter it was.
    """
    day = text.strip()
    found = ""
    if _DAY.fullmatch(day):
        with suppress(ValueError):
            found = date.fromisoformat(day).isoformat()
    if not found:
        raise InputError(
            f"{name} is not a day: {text[:_SHOWN]!r}", hint="Write a day as 2023-06-01."
        )
    return found


def _find(store: Store, name: str, kind: str, slugs: Iterable[str], hint: str) -> Name:
    pattern = f"?thing a ap:{kind}"
    held = _existing(store, slugs, pattern)
    if not held and _WIKIDATA.fullmatch(name):
        held = _same_as(store, PREFIXES["wd"] + name.upper(), pattern)
    if not held and name and name.isprintable():
        held = _by_name(store, name, pattern)
    if len(held) == 1:
        return Name(held[0], label_of(store, held[0]))
    what = kind.lower()
    if held:
        named = labels(store, held)
        meant = ", ".join(f"{iri.removeprefix(ID)} ({named[iri]})" for iri in held)
        raise InputError(
            f"the record has several of the name {name[:_SHOWN]!r}", hint=f"Choose one of: {meant}."
        )
    near = _near(store, name, pattern)
    raise InputError(
        f"the record has no {what} {name[:_SHOWN]!r}",
        hint=f"Did you mean {near}? {hint}" if near else hint,
    )


def _existing(store: Store, iris: Iterable[str], pattern: str) -> list[str]:
    """The first of the IRIs that the pattern holds for, in a list of one, or nothing."""
    wanted = [iri for iri in iris if is_iri(iri)]
    if not wanted:
        return []
    values = " ".join(map(iriref, wanted))
    rows = store.query(
        f"{PROLOGUE} SELECT DISTINCT ?thing {{ VALUES ?thing {{ {values} }} {pattern} }}"
    ).rows()
    found = {row["thing"].value for row in rows}
    return [iri for iri in wanted if iri in found][:1]


def _same_as(store: Store, iri: str, pattern: str) -> list[str]:
    rows = store.query(
        f"{PROLOGUE} SELECT DISTINCT ?thing {{ ?thing skos:exactMatch {iriref(iri)} . {pattern} }}"
    ).rows()
    return sorted(row["thing"].value for row in rows)


def _by_name(store: Store, name: str, pattern: str) -> list[str]:
    # JSON escapes what a string of SPARQL must escape, in the same way.
    bare = name[4:] if name[:4].lower() == "the " else name
    wanted, other = (json.dumps(text, ensure_ascii=False) for text in (bare, f"the {bare}"))
    rows = store.query(
        f"""{PROLOGUE} SELECT DISTINCT ?thing {{ {pattern} . ?thing {_NAMES} ?name
          FILTER (LCASE(STR(?name)) IN (LCASE({wanted}), LCASE({other}))) }}"""
    ).rows()
    return sorted(row["thing"].value for row in rows)


def _near(store: Store, name: str, pattern: str) -> str:
    """The things whose English name holds a text, in words; nothing where there are too many."""
    if not (3 <= len(name) <= _SHOWN and name.isprintable()):
        return ""
    wanted = json.dumps(name, ensure_ascii=False)
    rows = store.query(
        f"""{PROLOGUE} SELECT DISTINCT ?thing ?name {{ {pattern} . ?thing rdfs:label ?name
          FILTER (CONTAINS(LCASE(STR(?name)), LCASE({wanted}))) }} LIMIT {_NEAR + 1}"""
    ).rows()
    found = sorted({(row["name"].value, row["thing"].value.removeprefix(ID)) for row in rows})
    if len(found) > _NEAR:
        return ""
    return " or ".join(f"{label} ({slug})" for label, slug in found)


def _passage(name: str) -> str:
    """The slug of a passage that is cited as in a text; what is cited otherwise as it is."""
    text, _, passage = name.rpartition("/")
    cited = _CITED.fullmatch(passage.lower())
    if ":" in name or cited is None:
        return name
    number = cited[1] if cited[1].isdigit() else str(_roman(cited[1]))
    slug = "-".join(["art", number, *_PARTS.findall(cited[2])])
    return f"{text}/{slug}" if text else slug


def _roman(digits: str) -> int:
    """The number that Roman digits write."""
    values = [_ROMAN[digit] for digit in digits]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _passages(store: Store, iri: str) -> str:
    """A hint with the passages of the text, narrower ones of the wanted first."""
    text, _, _ = iri.removeprefix(thing("provision", "")).rpartition("/")
    if not is_iri(thing("instrument", text)):
        return ""
    rows = store.query(
        f"{PROLOGUE} SELECT ?p {{ ?p ap:provisionOf {iriref(thing('instrument', text))} }}"
    ).rows()
    found = sorted(row["p"].value for row in rows)
    near = [p for p in found if p.startswith((f"{iri}-", f"{iri}/"))] or found
    names = ", ".join(p.removeprefix(thing("provision", "")) for p in near[:40])
    return f"The record has: {names}." if names else f"The record has no provision of {text}."
