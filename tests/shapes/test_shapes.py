"""Every constraint of every shape is kept by a valid case and broken by an invalid one.

``tests/shapes/<module>/<shape>-valid.ttl`` and ``<shape>-invalid.ttl`` are found by glob. They
are judged on top of the ontology and ``fixture.ttl``. An invalid case names what it must bring
about, one line each, and nothing else may come about::

    # expect: focus=statement:x path=ap:asOf component=sh:MinCountConstraintComponent

``path=-`` is a constraint on the node itself, ``focus=_`` a blank node. ``shape=`` names the
shape where it is not the one that the file is called after.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from rdflib import RDF, BNode, Graph, URIRef

from astropact.namespaces import SHAPES, shorten
from astropact.rdf.canonical import to_turtle
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse
from astropact.validation.affected import Footprint
from astropact.validation.engine import Engine, Finding
from astropact.validation.literals import exact_literals
from astropact.validation.paths import SH, text
from astropact.validation.shapes import COMPONENTS, TARGETS, constraints, load_shapes, message

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).parent
VALID = sorted(CASES.glob("*/*-valid.ttl"))
INVALID = sorted(CASES.glob("*/*-invalid.ttl"))
MODULES = sorted(path.stem for path in (ROOT / "shapes").glob("*.ttl"))
_EXPECT = re.compile(
    r"^# expect: focus=(?P<focus>\S+) path=(?P<path>\S+) component=(?P<component>\S+)"
    r"(?: shape=(?P<shape>\S+))?$",
    re.MULTILINE,
)


class Expected(NamedTuple):
    focus: str
    path: str
    component: str
    shape: str


def _graph(path: Path) -> Graph:
    with exact_literals():
        return to_rdflib(parse(path.read_bytes(), "text/turtle", name=str(path)))


@cache
def _ground() -> Graph:
    graph = _graph(CASES / "fixture.ttl")
    for path in sorted((ROOT / "ontology").rglob("*.ttl")):
        graph += _graph(path)
    return graph


@cache
def _judge(whole_record: bool) -> tuple[Engine, Footprint]:
    shapes = load_shapes(ROOT / "shapes", whole_record=whole_record)
    return Engine(shapes), Footprint(shapes)


def _judged(case: Path) -> list[Finding]:
    """What the case brings about on top of the ground, judged as the gate judges a change."""
    engine, footprint = _judge(case.parent.name == "dataset")
    ground, added = _ground(), [t for t in _graph(case) if t not in _ground()]
    for triple in added:
        ground.add(triple)
    try:
        return engine.validate(ground, footprint.affected(ground, added))
    finally:
        for triple in added:
            ground.remove(triple)


def _as_expected(finding: Finding) -> Expected:
    return Expected(
        focus="_" if isinstance(finding.focus, BNode) else shorten(str(finding.focus)),
        path="-" if finding.path is None else text(finding.path),
        component=shorten(finding.component),
        shape=shorten(str(finding.shape)),
    )


def _expected(case: Path) -> set[Expected]:
    own = "shapes:" + case.stem.removesuffix("-invalid")
    return {
        Expected(m["focus"], m["path"], m["component"], m["shape"] or own)
        for m in _EXPECT.finditer(case.read_text(encoding="utf-8"))
    }


def _id(case: Path) -> str:
    return f"{case.parent.name}/{case.stem}"


def test_the_ground_itself_is_valid() -> None:
    engine, _ = _judge(True)
    assert engine.validate(_ground()) == []


@pytest.mark.parametrize("case", VALID, ids=_id)
def test_valid_case_is_accepted(case: Path) -> None:
    assert {_as_expected(f) for f in _judged(case)} == set()


@pytest.mark.parametrize("case", INVALID, ids=_id)
def test_invalid_case_brings_about_what_it_names(case: Path) -> None:
    expected = _expected(case)
    assert expected, f"{case} names nothing in '# expect:' lines"
    assert {_as_expected(f) for f in _judged(case)} == expected


@pytest.mark.parametrize("module", MODULES)
def test_every_constraint_has_an_invalid_case(module: str) -> None:
    shapes = _graph(ROOT / "shapes" / f"{module}.ttl")
    stated = {(shorten(c.shape), shorten(c.component)) for c in constraints(shapes)}
    broken = {
        (e.shape, e.component)
        for case in INVALID
        if case.parent.name == module
        for e in _expected(case)
        if e.shape == "shapes:" + case.stem.removesuffix("-invalid")
    }
    assert stated, f"shapes/{module}.ttl states no constraint"
    assert stated - broken == set(), "constraints that no invalid case breaks"


@pytest.mark.parametrize("module", MODULES)
def test_every_shape_with_constraints_has_a_valid_case(module: str) -> None:
    shapes = _graph(ROOT / "shapes" / f"{module}.ttl")
    stated = {c.shape.removeprefix(SHAPES) for c in constraints(shapes)}
    assert stated - {c.stem.removesuffix("-valid") for c in VALID} == set()


def test_every_case_belongs_to_a_shape() -> None:
    shapes = _judge(True)[0].shapes
    for case in (*VALID, *INVALID):
        name = case.stem.removesuffix("-invalid").removesuffix("-valid")
        assert (URIRef(SHAPES + name), None, None) in shapes, case


@pytest.mark.parametrize("module", MODULES)
def test_every_shape_says_what_is_wrong_and_how_bad(module: str) -> None:
    shapes = _graph(ROOT / "shapes" / f"{module}.ttl")
    for constraint in constraints(shapes):
        shape = URIRef(constraint.shape)
        advice = message(shapes, shape)
        assert advice.endswith("."), constraint
        assert len(advice.split()) > 5, constraint
        assert {m.language for m in shapes.objects(shape, SH.message)} == {"en"}, constraint
        assert len(list(shapes.objects(shape, SH.severity))) == 1, constraint


def test_shapes_use_no_property_that_the_engine_would_ignore() -> None:
    """A misspelt ``sh:targetClas`` or ``sh:minCuont`` is silently ignored by the engine."""
    names = "alternativePath description inversePath message name path property select severity"
    known = {*COMPONENTS, *TARGETS, SH.qualifiedValueShape, *(SH[n] for n in names.split())}
    for predicate in set(_judge(True)[0].shapes.predicates()):
        if predicate in SH:
            assert predicate in known, predicate


def test_shapes_name_declared_terms_only() -> None:
    ground, shapes = _ground(), _judge(True)[0].shapes
    ours = "https://w3id.org/astropact/"
    for node in {*shapes.predicates(), *shapes.objects()}:
        if isinstance(node, URIRef) and node.startswith(ours) and not node.startswith(SHAPES):
            assert (node, None, None) in ground, node


def test_shapes_are_named_and_typed() -> None:
    shapes = _judge(True)[0].shapes
    for shape in {s for target in (*TARGETS, SH.property) for s in shapes.subjects(target)}:
        assert isinstance(shape, URIRef), shape
        assert (shape, RDF.type, None) in shapes, shape


@pytest.mark.parametrize(
    "path", [*(ROOT / "shapes").glob("*.ttl"), CASES / "fixture.ttl"], ids=lambda p: p.name
)
def test_file_is_in_canonical_form(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    comment = "\n".join(
        line.removeprefix("# ") for line in written.splitlines() if line.startswith("#")
    )
    assert to_turtle(_graph(path), comment=comment) == written
