from __future__ import annotations

import json

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from astropact.namespaces import AP, SHAPES, thing
from astropact.validation.engine import Engine
from astropact.validation.paths import SH, Inverse, Predicate, Sequence
from astropact.validation.report import VIOLATION, WARNING, Report, Result

PATH = Sequence((Inverse(Predicate(AP + "actor")), Predicate(AP + "actionOn")))


def result(**changes: object) -> Result:
    entries: dict[str, object] = {
        "rule": SHAPES + "act-before-actor-ended",
        "component": str(SH.LessThanOrEqualsConstraintComponent),
        "severity": VIOLATION,
        "focus": URIRef(thing("state", "sun")),
        "path": PATH,
        "value": Literal("1999-01-01"),
        "what": "It is too late",
        "mend": "Correct it.",
        "file": "mine.ttl",
        "line": 12,
        "column": 3,
        "triple": "act:a ap:actionOn 1 .",
    }
    return Result(**(entries | changes))  # type: ignore[arg-type]


@pytest.fixture
def report() -> Report:
    results = [result(severity=WARNING, what="Odd", line=1), result(), result(line=4), result()]
    return Report.of(results, ["mine.ttl"], 1_234)


def test_results_are_ordered_by_weight_and_place_without_doubles(report: Report) -> None:
    assert [(r.severity, r.line) for r in report.results] == [
        (VIOLATION, 4),
        (VIOLATION, 12),
        (WARNING, 1),
    ]
    assert (len(report.violations), len(report.warnings)) == (2, 1)
    assert not report.conforms


def test_warnings_alone_conform() -> None:
    report = Report.of([result(severity=WARNING)], ["a.ttl"], 1)
    assert report.conforms
    assert report.summary() == "Valid: 1 triple in 1 file, 1 warning."


def test_text_has_what_a_person_needs(report: Report) -> None:
    text = report.to_text()
    assert "mine.ttl:4:3: error: It is too late\n    act:a ap:actionOn 1 .\n" in text
    assert "    Mend: Correct it.\n    Rule: shapes:act-before-actor-ended\n" in text
    assert "mine.ttl:1:3: warning: Odd" in text
    assert text.endswith("Not valid: 2 faults, 1 warning in 1,234 triples in 1 file.")


def test_an_unknown_place_is_replaced_by_the_thing() -> None:
    text = Report.of([result(file="", line=0, column=0, triple="")], [], 0).to_text()
    assert text.startswith("state:sun: error: It is too late\n    Mend:")
    assert result(column=0).place == "mine.ttl:12"


def test_json(report: Report) -> None:
    data = json.loads(report.to_json())
    assert data["conforms"] is False
    assert (data["violations"], data["warnings"], data["triples"]) == (2, 1, 1234)
    assert data["results"][0] == {
        "severity": "violation",
        "file": "mine.ttl",
        "line": 4,
        "column": 3,
        "triple": "act:a ap:actionOn 1 .",
        "what": "It is too late",
        "mend": "Correct it.",
        "focus": thing("state", "sun"),
        "path": "^ap:actor/ap:actionOn",
        "value": "1999-01-01",
        "component": str(SH.LessThanOrEqualsConstraintComponent),
        "rule": SHAPES + "act-before-actor-ended",
    }


def test_turtle_is_a_standard_report(report: Report) -> None:
    graph = Graph().parse(data=report.to_turtle(), format="turtle")
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert str(graph.value(node, SH.conforms)) == "false"
    assert len(list(graph.objects(node, SH.result))) == 3
    # Cardinalities of https://www.w3.org/TR/shacl/#validation-report, checked by the engine.
    shapes = Graph().parse(
        data=f"""@prefix sh: <{SH}> . @prefix ex: <https://example.org/> .
        ex:R a sh:NodeShape ; sh:targetClass sh:ValidationResult ;
          sh:property [ sh:path sh:focusNode ; sh:minCount 1 ; sh:maxCount 1 ] ,
            [ sh:path sh:resultSeverity ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
            [ sh:path sh:sourceConstraintComponent ; sh:minCount 1 ; sh:maxCount 1 ] ,
            [ sh:path sh:resultPath ; sh:maxCount 1 ] , [ sh:path sh:value ; sh:maxCount 1 ] ."""
    )
    assert Engine(shapes).validate(graph) == []


def test_an_empty_report_conforms() -> None:
    report = Report.of([], ["a.ttl", "b.ttl"], 3)
    assert report.to_text() == "Valid: 3 triples in 2 files."
    assert (None, SH.conforms, Literal("true", datatype=URIRef(SH_BOOLEAN))) in report.to_graph()


SH_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
