"""What the tests of the gate share: the shipped record loaded once, and a way to write a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.validation.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from astropact.validation.report import Report

PREFIXES = """\
@prefix act-kind: <https://w3id.org/astropact/concept/act-kind/> .
@prefix ap: <https://w3id.org/astropact/ns#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/EDTF> .
@prefix evidence-kind: <https://w3id.org/astropact/concept/evidence-kind/> .
@prefix instrument: <https://w3id.org/astropact/id/instrument/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix source: <https://w3id.org/astropact/id/source/> .
@prefix state: <https://w3id.org/astropact/id/state/> .
@prefix statement: <https://w3id.org/astropact/id/statement/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
# A whole and valid contribution: one statement on a thing, an instrument and a source on record.
STATEMENT = """\
statement:contributed-sau-accession a ap:Statement ;
  ap:actor state:sau ;
  ap:instrument instrument:moon-agreement ;
  ap:actKind act-kind:accession ;
  ap:statedDate "2012-07-18"^^edtf: ;
  ap:notBefore "2012-07-18"^^xsd:date ;
  ap:notAfter "2012-07-18"^^xsd:date ;
  ap:statedIn source:untc-xxiv-2 ;
  ap:locator "participant table, row Saudi Arabia" ;
  ap:asOf "2023-12-31"^^xsd:date ;
  ap:evidenceKind evidence-kind:stated .
"""


@pytest.fixture(scope="session")
def gate(root: Path) -> Gate:
    """The gate over the shipped record."""
    return Gate(root)


@pytest.fixture
def judge(gate: Gate) -> Callable[[str], Report]:
    """Judges Turtle text with the usual prefixes; line 1 is the first line of the text."""

    def judged(turtle: str) -> Report:
        one_line = " ".join(PREFIXES.split("\n"))
        return gate.judge_bytes((one_line + turtle).encode(), "text/turtle", name="mine.ttl")

    return judged


@pytest.fixture
def statement() -> str:
    """A valid statement in Turtle, for tests that spoil it."""
    return STATEMENT
