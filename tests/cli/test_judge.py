"""``astropact validate``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from astropact.store.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

GOOD = """@prefix act-kind: <https://w3id.org/astropact/concept/act-kind/> .
@prefix ap: <https://w3id.org/astropact/ns#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/EDTF> .
@prefix evidence-kind: <https://w3id.org/astropact/concept/evidence-kind/> .
@prefix instrument: <https://w3id.org/astropact/id/instrument/> .
@prefix source: <https://w3id.org/astropact/id/source/> .
@prefix state: <https://w3id.org/astropact/id/state/> .
@prefix statement: <https://w3id.org/astropact/id/statement/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

statement:example-sau-accession a ap:Statement ;
  ap:actKind act-kind:accession ;
  ap:actor state:sau ;
  ap:asOf "2023-12-31"^^xsd:date ;
  ap:evidenceKind evidence-kind:stated ;
  ap:instrument instrument:moon-agreement ;
  ap:locator "row Saudi Arabia" ;
  ap:notAfter "2012-07-18"^^xsd:date ;
  ap:notBefore "2012-07-18"^^xsd:date ;
  ap:statedDate "2012-07-18"^^edtf: ;
  ap:statedIn source:untc-xxiv-2 .
"""


@pytest.fixture
def facts(tmp_path: Path) -> Callable[[str], str]:
    """Writes a Turtle file and returns its name."""

    def facts(text: str) -> str:
        path = tmp_path / "facts.ttl"
        path.write_text(text, "utf-8")
        return str(path)

    return facts


def test_a_sound_statement_is_valid(run: Run, facts: Callable[[str], str]) -> None:
    done = run("validate", facts(GOOD))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("Valid: 11 triples in 1 file")


def test_each_fault_is_told_with_its_line_and_how_to_mend_it(
    run: Run, facts: Callable[[str], str]
) -> None:
    wrong = GOOD.replace("state:sau ;", "state:saud ;").replace("ap:asOf", "ap:asof")
    done = run("validate", facts(wrong))
    assert done.returncode == 1
    assert "facts.ttl:13:" in done.stdout
    assert "Did you mean state:sau" in done.stdout
    assert "facts.ttl:14:" in done.stdout
    assert "ap:asOf" in done.stdout


def test_the_report_is_also_for_programs(run: Run, facts: Callable[[str], str]) -> None:
    name = facts(GOOD.replace('"2012-07-18"^^xsd:date', '"18 July 2012"^^xsd:date'))
    report = json.loads(run("validate", "-o", "json", name).stdout)
    assert report["conforms"] is False
    assert {18, 19} <= {result.get("line") for result in report["results"]}
    turtle = run("validate", "-o", "turtle", name).stdout
    found = {quad.predicate.value for quad in parse(turtle.encode(), "text/turtle")}
    assert "http://www.w3.org/ns/shacl#resultMessage" in found


def test_wrong_input_exits_2(
    run: Run, facts: Callable[[str], str], tmp_path: Path, small: Path
) -> None:
    few = {"ASTROPACT_RECORD": str(small)}
    broken = run("validate", facts("state:sau a <http://e/X> ."), **few)
    assert broken.returncode == 2
    assert "facts.ttl:1" in broken.stderr
    assert run("validate", str(tmp_path / "none.ttl"), **few).returncode == 2
    unknown = tmp_path / "facts.txt"
    unknown.write_text(GOOD, "utf-8")
    assert run("validate", str(unknown), **few).returncode == 2
    assert run("validate", "-i", "turtle", str(unknown)).returncode == 0
