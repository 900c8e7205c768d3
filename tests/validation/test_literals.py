from __future__ import annotations

import contextlib
import logging
import threading

import pytest
import rdflib

from astropact.namespaces import EDTF, RDF, XSD
from astropact.store import OxigraphStore
from astropact.store.base import GraphFile, Term
from astropact.validation.literals import ALLOWED_DATATYPES, exact_literals, fault

GOOD = [
    ("string", "any text, ünïcode\tand\nlines"),
    ("date", "1967-10-10"),
    ("date", "2000-02-29"),
    ("gYear", "1967"),
    ("gYearMonth", "1967-10"),
    ("dateTime", "2026-11-23T12:00:00Z"),
    ("dateTime", "2026-11-23T12:00:00.5Z"),
    ("integer", "0"),
    ("integer", "-12"),
    ("integer", "9223372036854775808"),
    ("decimal", "1"),
    ("decimal", "-0.5"),
    ("decimal", "0.25"),
    ("boolean", "true"),
    ("anyURI", "https://www.esa.int/About_Us?x=1#a"),
]
BAD = [
    ("date", "1967-10-10Z", '"1967-10-10"'),
    ("date", "1967-10", "year, month and day"),
    ("date", "2001-02-29", "no such day"),
    ("gYear", "67", "four digits"),
    ("gYearMonth", "1967-13", "1967-10"),
    ("dateTime", "2026-11-23T12:00:00+02:00", "UTC"),
    ("dateTime", "2026-11-23T12:00:00.50Z", "UTC"),
    ("dateTime", "2026-11-23T25:00:00Z", "no such moment"),
    ("integer", "007", "Write 7,"),
    ("integer", "+7", "Write 7,"),
    ("integer", "seven", "whole number"),
    ("integer", "9" * 5000, "digits"),
    ("decimal", "1.50", '"1.5"'),
    ("decimal", "1.0", '"1"'),
    ("decimal", "-0", '"0"'),
    ("decimal", "1e6", '"1000000"'),
    ("decimal", "NaN", "decimal number"),
    ("decimal", "1e999999999", "decimal"),
    ("boolean", "1", "Write true"),
    ("boolean", "False", "Write false"),
    ("boolean", "yes", "true or false"),
    ("anyURI", "www.esa.int", "whole address"),
    ("anyURI", "https://a b", "whole address"),
    ("string", "bell \x07", "invisible"),
    ("int", "7", "xsd:integer"),
    ("nonNegativeInteger", "7", "xsd:integer"),
    ("double", "1.5", "xsd:decimal"),
    ("token", "x", "plain text"),
    ("time", "12:00:00", "Use one of"),
]


@pytest.mark.parametrize(("datatype", "value"), GOOD)
def test_canonical_forms_pass(datatype: str, value: str) -> None:
    assert fault(Term("literal", value, XSD + datatype)) is None


@pytest.mark.parametrize(("datatype", "value", "advice"), BAD)
def test_other_forms_are_told_how_to_be_written(datatype: str, value: str, advice: str) -> None:
    told = fault(Term("literal", value, XSD + datatype))
    assert told is not None
    assert advice in told[1]


def test_language_tags_are_lower_case() -> None:
    assert fault(Term("literal", "x", RDF + "langString", "en")) is None
    assert fault(Term("literal", "x", RDF + "langString", "zh-hans")) is None
    told = fault(Term("literal", "x", RDF + "langString", "en-GB"))
    assert told is not None
    assert "@en-gb" in told[1]


@pytest.mark.parametrize("value", ["1967", "1967-10", "1967-10-10?", "196X", "1967/1968-02"])
def test_dates_of_sources_pass(value: str) -> None:
    assert fault(Term("literal", value, EDTF)) is None


@pytest.mark.parametrize("value", ["10 October 1967", "1967-13", "1968/1967", ""])
def test_other_dates_of_sources_are_refused(value: str) -> None:
    told = fault(Term("literal", value, EDTF))
    assert told is not None
    assert "1967-10-10" in told[1]


def test_every_allowed_datatype_is_tried_here() -> None:
    assert {XSD + datatype for datatype, _ in GOOD} | {EDTF} == ALLOWED_DATATYPES


@pytest.mark.parametrize(("datatype", "value"), GOOD)
def test_the_store_gives_back_what_is_admitted(datatype: str, value: str) -> None:
    """The reason for the rule: other forms would come back changed."""
    quoted = value.replace("\t", "\\t").replace("\n", "\\n")
    line = f'<urn:a> <urn:b> "{quoted}"^^<{XSD}{datatype}> .'
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({"urn:g": GraphFile(line.encode(), "application/n-triples")})
        (row,) = store.query("SELECT ?o WHERE { GRAPH ?g { ?s ?p ?o } }").rows()
    assert row["o"].value == value


def test_exact_literals_leaves_the_process_as_it_was() -> None:
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    with exact_literals():
        assert str(rdflib.Literal("07", datatype=rdflib.XSD.integer)) == "07"
    with contextlib.suppress(ValueError), exact_literals():
        raise ValueError
    assert str(rdflib.Literal("07", datatype=rdflib.XSD.integer)) == "7"
    assert logger.level == level


def test_exact_literals_of_two_threads_do_not_mix() -> None:
    inside, seen = threading.Event(), []

    def other() -> None:
        inside.wait(5)
        with exact_literals():
            seen.append(rdflib.NORMALIZE_LITERALS)

    thread = threading.Thread(target=other)
    thread.start()
    with exact_literals():
        inside.set()
        thread.join(0.2)
        assert seen == []
        assert rdflib.NORMALIZE_LITERALS is False
    thread.join(5)
    assert seen == [False]
    assert rdflib.NORMALIZE_LITERALS is True
