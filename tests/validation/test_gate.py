from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from astropact.errors import InputError, RecordFault, SyntaxFault, UnsupportedFormat
from astropact.validation.gate import Gate, validate_bytes, validate_files, validate_record

from ..records import WHOLE, small_record
from .conftest import PREFIXES, STATEMENT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from astropact.validation.report import Report

    Judge = Callable[[str], Report]

FORMATS = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "nt",
    ".nq": "nquads",
    ".rdf": "xml",
    ".jsonld": "json-ld",
}


def rules(report: Report) -> set[str]:
    return {result.rule.rpartition("/")[2] for result in report.results}


def in_format(turtle: str, ending: str) -> bytes:
    """``turtle`` in the format of the ending; the formats with graphs put it into one."""
    graph_name = "<https://example.org/my-contribution>"
    if ending == ".ttl":
        return (PREFIXES + turtle).encode()
    if ending == ".trig":
        return f"{PREFIXES}{graph_name} {{\n{turtle}}}\n".encode()
    graph = Graph().parse(data=PREFIXES + turtle, format="turtle")
    if ending == ".nq":
        triples = graph.serialize(format="nt").strip().split("\n")
        return "".join(f"{t.removesuffix(' .')} {graph_name} .\n" for t in triples).encode()
    return graph.serialize(format=FORMATS[ending], encoding="utf-8")


def test_a_sound_statement_is_accepted(judge: Judge, statement: str) -> None:
    report = judge(statement)
    assert report.conforms, report.to_text()
    assert report.triples == 11


def test_a_statement_needs_no_rank(judge: Judge, statement: str) -> None:
    """Ranks are the record's own judgement; only the whole record is measured by them."""
    assert "ap:rank" not in statement
    assert judge(statement).conforms


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_read_and_judged(
    root: Path, gate: Gate, tmp_path: Path, statement: str, ending: str
) -> None:
    good, bad = tmp_path / f"good{ending}", tmp_path / f"bad{ending}"
    good.write_bytes(in_format(statement, ending))
    bad.write_bytes(in_format(statement.replace("state:sau", "state:ksa"), ending))
    assert gate.judge_files([good]).conforms
    report = gate.judge_files([bad])
    (result,) = report.violations
    assert result.rule.endswith("/statement-actor")
    assert result.file == str(bad)
    lines = bad.read_text("utf-8").split("\n")
    assert "ksa" in lines[result.line - 1]
    assert lines[result.line - 1][result.column - 1 :].startswith(
        ("state:ksa", "https://w3id.org/astropact/id/state/ksa", "ns1:ksa", "ksa")
    )


def test_a_report_names_place_triple_fault_and_cure(judge: Judge, statement: str) -> None:
    report = judge(statement.replace("state:sau", "state:chm"))
    (result,) = report.results
    assert (result.file, result.line, result.column) == ("mine.ttl", 2, 12)
    assert result.triple == "statement:contributed-sau-accession ap:actor state:chm ."
    assert result.what == "ap:actor names state:chm, which does not exist in the record"
    assert "Did you mean state:chn" in result.mend
    assert "exactly one ap:actor" in result.mend


def test_what_is_missing_is_told_at_the_thing(judge: Judge, statement: str) -> None:
    report = judge(statement.replace('  ap:asOf "2023-12-31"^^xsd:date ;\n', ""))
    (result,) = report.results
    assert result.what == "ap:asOf is missing"
    assert result.line == 1


def test_all_faults_are_told_at_once(judge: Judge, statement: str) -> None:
    broken = statement.replace("ap:actKind", "ap:actkind").replace("state:sau", "state:ksa")
    assert rules(judge(broken)) >= {"statement-actor", "StatementMatter", "declared-term"}


def test_a_misspelt_term_is_told_with_the_right_one(judge: Judge, statement: str) -> None:
    report = judge(statement.replace("ap:locator", "ap:locater"))
    told = next(r for r in report.results if r.rule.endswith("declared-term"))
    assert told.mend == "Did you mean ap:locator?"


def test_blank_nodes_are_refused(judge: Judge, statement: str) -> None:
    report = judge(statement.replace("statement:contributed-sau-accession", "[]") + "\n")
    assert rules(report) == {"no-blank-node"}
    nested = judge(statement.replace("source:untc-xxiv-2", '[ rdfs:label "x"@en ]'))
    assert rules(nested) == {"no-blank-node"}


def test_many_blank_nodes_do_not_flood_the_report(judge: Judge) -> None:
    assert len(judge('[] rdfs:label "x"@en . ' * 500).results) == 20


def test_other_lexical_forms_are_refused_once_with_the_right_one(
    judge: Judge, statement: str
) -> None:
    report = judge(statement.replace('"2023-12-31"', '"2023-12-31Z"'))
    (result,) = report.results
    assert result.rule.endswith("canonical-literal")
    assert 'Write "2023-12-31"^^xsd:date' in result.mend


def test_ontology_terms_cannot_be_redefined(judge: Judge) -> None:
    report = judge('ap:Statement rdfs:label "lie"@en .')
    assert rules(report) == {"own-term"}
    again = judge('ap:Statement rdfs:label "statement"@en .')
    assert again.conforms, "saying what the ontology says already changes nothing"


def test_a_change_is_judged_where_it_has_effect(judge: Judge) -> None:
    """Dates of existence of a state reach its acts, which the file does not mention."""
    report = judge('state:usa ap:existedNotBefore "1990-01-01"^^xsd:date .')
    focus = {str(r.focus).rpartition("/id/")[2] for r in report.violations}
    assert "act/outer-space-treaty/usa/ratification" in focus
    result = report.violations[0]
    assert (result.file, result.line) == ("mine.ttl", 1)
    assert "existedNotBefore" in result.triple


def test_an_added_end_makes_later_acts_wrong(judge: Judge) -> None:
    report = judge('state:usa ap:existedNotAfter "1970-01-01"^^xsd:date .')
    assert "act-before-actor-ended" in rules(report)
    assert report.violations[0].triple.startswith("state:usa ap:existedNotAfter")


def test_a_second_value_of_what_is_single_is_told(judge: Judge) -> None:
    assert rules(judge('state:usa ap:iso3 "USB" .')) == {"state-iso3"}


def test_a_withdrawal_without_consent_is_told(judge: Judge, statement: str) -> None:
    """The statement's act is what the law speaks of: an act of withdrawal, nothing before it."""
    act = """
<https://w3id.org/astropact/id/act/moon-agreement/usa/withdrawal> a ap:ParticipationAct ;
  rdfs:label "Withdrawal of the United States from the Moon Agreement"@en ;
  ap:actor state:usa ; ap:instrument instrument:moon-agreement ; ap:actKind act-kind:withdrawal ;
  ap:actionOn "2023-01-05"^^xsd:date ; ap:effectiveOn "2024-01-05"^^xsd:date ;
  ap:supportedBy statement:contributed-sau-accession ; ap:because "Invented for a test."@en .
"""
    spoilt = statement.replace("state:sau", "state:usa").replace(":accession", ":withdrawal")
    report = judge(spoilt + act)
    assert "withdrawal-after-consent" in rules(report)
    assert "usa/withdrawal" in str(report.violations[0].focus)


def test_a_statement_before_opening_is_only_a_warning(judge: Judge, statement: str) -> None:
    report = judge(statement.replace("2012-07-18", "1979-12-01"))
    assert report.conforms
    assert rules(report) >= {"statement-after-opening"}


def test_the_record_is_the_same_after_judging(gate: Gate, judge: Judge, statement: str) -> None:
    before = set(gate._recorded.graph)
    judge(statement.replace("state:sau", "state:ksa"))
    with pytest.raises(InputError):
        judge("this is not Turtle")
    assert set(gate._recorded.graph) == before


def test_a_file_of_the_record_is_judged_in_its_own_place(gate: Gate, root: Path) -> None:
    path = root / "data" / "actors" / "successions.ttl"
    report = gate.judge_files([path])
    assert report.conforms, report.to_text()
    assert report.triples > 10


def test_an_edited_copy_of_the_record_is_judged(tmp_path: Path) -> None:
    copy = small_record(tmp_path / "record", *WHOLE)
    path = copy / "data" / "actors" / "states.ttl"
    path.write_text(path.read_text("utf-8").replace('ap:iso3 "USA"', 'ap:iso3 "usa"'), "utf-8")
    report = validate_files([path], copy)
    assert {r.rule.rpartition("/")[2] for r in report.results} == {"state-iso3"}
    line = path.read_text("utf-8").split("\n")[report.results[0].line - 1]
    assert 'ap:iso3 "usa"' in line


def test_a_small_file_is_judged_within_five_seconds(root: Path, statement: str) -> None:
    start = time.process_time()
    report = validate_bytes((PREFIXES + statement).encode(), "text/turtle", root)
    assert report.conforms
    assert time.process_time() - start < 5


def test_a_sound_record_is_valid(tmp_path: Path) -> None:
    """The shipped one, too: see ``astropact check`` in ``tests/cli/test_check.py``."""
    report = validate_record(small_record(tmp_path / "record", *WHOLE))
    assert report.conforms, report.to_text()[:4000]
    assert report.triples > 10_000


def test_the_whole_record_needs_ranks(root: Path, tmp_path: Path) -> None:
    """What a contribution may leave out, the record may not."""
    copy = tmp_path / "record"
    shutil.copytree(root / "shapes", copy / "shapes")
    shutil.copytree(root / "ontology", copy / "ontology")
    (copy / "data").mkdir()
    (copy / "data" / "mine.ttl").write_text(PREFIXES + STATEMENT, "utf-8")
    report = validate_record(copy)
    told = {r.rule.rpartition("/")[2]: r for r in report.violations}
    assert "record-statement-rank" in told
    assert told["record-statement-rank"].file == "data/mine.ttl"


def test_unknown_ending_and_missing_file_are_input_errors(gate: Gate, tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat):
        gate.judge_files([tmp_path / "facts.docx"])
    with pytest.raises(InputError) as caught:
        gate.judge_files([tmp_path / "none.ttl"])
    assert "none.ttl" in str(caught.value)


def test_syntax_faults_name_the_line(judge: Judge, statement: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        judge(statement.replace("ap:actor state:sau ;", "ap:actor state:sau ap:x"))
    assert caught.value.line in (2, 3)


def test_a_folder_without_record_is_a_record_fault(tmp_path: Path) -> None:
    with pytest.raises(RecordFault):
        Gate(tmp_path)


def test_imports_are_not_followed(judge: Judge, statement: str) -> None:
    """An import of a closed port would fail at once if it were tried."""
    ontology = (
        "<https://example.org/o> a <http://www.w3.org/2002/07/owl#Ontology> ; "
        "<http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/o.ttl> .\n"
    )
    assert judge(ontology + statement).conforms


def test_the_shipped_record_is_valid_within_a_minute(root: Path) -> None:
    start = time.process_time()
    report = validate_record(root)
    assert report.conforms, report.to_text()[:4000]
    assert time.process_time() - start < 60
    assert report.triples > 30_000
