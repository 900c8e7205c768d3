"""Literals: kept exactly as written, and allowed in one canonical form only.

The store rewrites other forms of the same value ("01" becomes "1"), so that what comes back would
not be what was accepted. Therefore the gate refuses them and says how to write them. The forms
are those of https://www.w3.org/TR/xmlschema11-2/ as the store prints them.
"""

from __future__ import annotations

import logging
import re
import threading
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

import rdflib

from astropact.errors import InputError
from astropact.namespaces import EDTF, RDF, XSD, shorten
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from astropact.store.base import Term

_LOCK = threading.RLock()
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_YEAR = re.compile(r"\d{4}")
_YEAR_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE_TIME = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d*[1-9])?Z")
_INTEGER = re.compile(r"0|-?[1-9]\d*")
_DECIMAL = re.compile(r"0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9]")
_ABSOLUTE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# More digits than any number of the record has; keeps arithmetic on hostile numbers cheap.
_MAX_DIGITS: Final = 40


@contextmanager
def exact_literals() -> Iterator[None]:
    """While inside, rdflib keeps lexical forms and does not log about ill-formed ones.

    ``rdflib.NORMALIZE_LITERALS`` is a setting of the whole process, so one thread is inside at a
    time, and the former value comes back afterwards.
    """
    logger = logging.getLogger("rdflib.term")
    with _LOCK:
        normalize, level = rdflib.NORMALIZE_LITERALS, logger.level
        rdflib.NORMALIZE_LITERALS = False
        logger.setLevel(logging.CRITICAL)
        try:
            yield
        finally:
            rdflib.NORMALIZE_LITERALS = normalize
            logger.setLevel(level)


def fault(term: Term) -> tuple[str, str] | None:
    """What is wrong with a literal and how to mend it; None when it is as it should be."""
    if _CONTROL.search(term.value):
        return (
            "the text holds a control character",
            "Take the invisible character out; only tab and line breaks are kept.",
        )
    if term.language or term.datatype == RDF + "langString":
        return _language_fault(term)
    datatype = term.datatype or XSD + "string"
    check = _CHECKS.get(datatype)
    if check is None:
        return _datatype_fault(term, datatype)
    advice = check(term.value)
    if advice is None:
        return None
    return (f'"{_short(term.value)}" is not the canonical form of {shorten(datatype)}', advice)


def _language_fault(term: Term) -> tuple[str, str] | None:
    if _LANGUAGE.fullmatch(term.language):
        return None
    return (
        f"the language tag @{term.language} is not in canonical form",
        f"Write it in lower case: @{term.language.lower()}.",
    )


def _datatype_fault(term: Term, datatype: str) -> tuple[str, str]:
    allowed = ", ".join(shorten(name) for name in _CHECKS)
    advice = f"Use one of {allowed}, or a language tag."
    local = datatype.removeprefix(XSD)
    if local in _INTEGERS:
        advice = f'Write "{_short(term.value)}"^^xsd:integer.'
    elif local in {"double", "float"}:
        advice = "Write it as xsd:decimal, without an exponent."
    elif local in {"dateTimeStamp"}:
        advice = f'Write "{_short(term.value)}"^^xsd:dateTime.'
    elif local in {"token", "normalizedString"}:
        advice = "Write it as a plain text without a datatype."
    elif not datatype.startswith(XSD) and datatype.lower().startswith(EDTF.lower()):
        advice = f'Write "{_short(term.value)}"^^<{EDTF}>.'
    return (f"the datatype {shorten(datatype)} is not one that the record holds", advice)


def _text(_value: str) -> str | None:
    return None


def _boolean(value: str) -> str | None:
    if value in ("true", "false"):
        return None
    meant = {"1": "true", "0": "false"}.get(value.strip(), value.strip().lower())
    return f"Write {meant}." if meant in ("true", "false") else "Write true or false."


def _integer(value: str) -> str | None:
    if len(value) > _MAX_DIGITS:
        return f"Use at most {_MAX_DIGITS} digits."
    if _INTEGER.fullmatch(value):
        return None
    try:
        return f"Write {int(value)}, without leading zeros, plus sign or spaces."
    except ValueError:
        return "Write a whole number such as 12."


def _decimal(value: str) -> str | None:
    if len(value) > _MAX_DIGITS:
        return f"Use at most {_MAX_DIGITS} digits."
    if _DECIMAL.fullmatch(value):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MAX_DIGITS:
        return 'Write a decimal number such as "1.5"^^xsd:decimal.'
    plain = f"{number:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    plain = "0" if plain in ("-0", "") else plain
    return f'Write "{plain}"^^xsd:decimal, without leading or trailing zeros.'


def _year(value: str) -> str | None:
    return None if _YEAR.fullmatch(value) else 'Write four digits, "1967"^^xsd:gYear.'


def _year_month(value: str) -> str | None:
    if _YEAR_MONTH.fullmatch(value):
        return None
    return 'Write year and month, "1967-10"^^xsd:gYearMonth.'


def _date(value: str) -> str | None:
    if _DATE.fullmatch(value):
        try:
            date.fromisoformat(value)
        except ValueError:
            return "There is no such day: correct it."
        return None
    if _DATE.fullmatch(value[:10]) and value[10:] in ("Z", "+00:00"):
        return f'Write "{value[:10]}"^^xsd:date, without a time zone.'
    return 'Write year, month and day, "1967-10-10"^^xsd:date.'


def _date_time(value: str) -> str | None:
    match = _DATE_TIME.fullmatch(value)
    if match:
        try:
            datetime.fromisoformat(match[1])
        except ValueError:
            return "There is no such moment: correct it."
        return None
    return 'Write the time in UTC with Z, "2026-11-23T12:00:00Z"^^xsd:dateTime.'


def _any_uri(value: str) -> str | None:
    if _ABSOLUTE_IRI.fullmatch(value):
        return None
    return 'Write the whole address without spaces, "https://www.esa.int/"^^xsd:anyURI.'


def _edtf(value: str) -> str | None:
    try:
        bounds(value)
    except InputError as error:
        return error.hint
    return None


_CHECKS: Final[dict[str, Callable[[str], str | None]]] = {
    XSD + "string": _text,
    XSD + "date": _date,
    XSD + "gYear": _year,
    XSD + "gYearMonth": _year_month,
    XSD + "dateTime": _date_time,
    XSD + "integer": _integer,
    XSD + "decimal": _decimal,
    XSD + "boolean": _boolean,
    XSD + "anyURI": _any_uri,
    EDTF: _edtf,
}
ALLOWED_DATATYPES: Final = frozenset(_CHECKS)
_INTEGERS: Final = frozenset(
    f"{sign}{size}"
    for sign in ("", "unsigned")
    for size in ("Byte", "Short", "Int", "Long", "byte", "short", "int", "long")
) | {"nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"}


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:57] + "..."
