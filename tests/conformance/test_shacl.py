"""The W3C SHACL test suite (core and SPARQL) through our own validation.

One case for each entry of the manifests, compared strictly: ``sh:conforms`` and the multiset of
results by focus node, path, value, component and severity
(https://w3c.github.io/data-shapes/data-shapes-test-suite/). Known failures are listed with their
reasons in ``known_failures_shacl.toml``; one that passes must leave the list.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from rdflib import XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from astropact.errors import RecordFault
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse
from astropact.validation import paths
from astropact.validation.engine import Engine
from astropact.validation.literals import exact_literals
from astropact.validation.paths import SH

if TYPE_CHECKING:
    from rdflib.term import Node

pytestmark = pytest.mark.w3c

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
KNOWN = tomllib.loads(
    (Path(__file__).parent / "known_failures_shacl.toml").read_text(encoding="utf-8")
)["known_failures"]
# IRIs of entries are relative to this in the published suite; ids must not name local folders.
PUBLISHED = "https://w3c.github.io/data-shapes/data-shapes-test-suite/tests/"


class Entry(NamedTuple):
    """One test: its manifest graph, its node in it, and where files are."""

    iri: str
    manifest: Graph
    folder: Path


class Row(NamedTuple):
    """What is compared of one result; blank nodes are alike, paths are compared by structure."""

    focus: Node | None
    path: paths.Path | None
    value: Node | None
    component: Node | None
    severity: Node | None


def cases(root: Path) -> list[object]:
    """One parameter for each entry of the suite."""
    tests = root / "data-shapes" / "data-shapes-test-suite" / "tests"
    return [
        pytest.param(entry, id=_name(entry), marks=_marks(entry))
        for entry in _entries(tests / "manifest.ttl", tests)
    ]


def _name(entry: Entry) -> str:
    return entry.iri.removeprefix(PUBLISHED)


def _marks(entry: Entry) -> list[pytest.MarkDecorator]:
    reason = KNOWN.get(_name(entry))
    return [] if reason is None else [pytest.mark.xfail(reason=reason, strict=True)]


def _entries(manifest: Path, tests: Path) -> list[Entry]:
    graph = _graph(manifest, tests)
    this = URIRef(_iri(manifest, tests))
    found = [
        Entry(str(node), graph, tests)
        for head in graph.objects(this, MF.entries)
        for node in Collection(graph, head)
    ]
    for included in sorted(graph.objects(this, MF.include)):
        found += _entries(tests / str(included).removeprefix(PUBLISHED), tests)
    return found


def _iri(path: Path, tests: Path) -> str:
    return PUBLISHED + path.relative_to(tests).as_posix()


@cache
def _graph(path: Path, tests: Path) -> Graph:
    with exact_literals():
        return to_rdflib(
            parse(path.read_bytes(), "text/turtle", name=path.name, base_iri=_iri(path, tests))
        )


def _rows(graph: Graph, report: Node) -> Counter[Row]:
    rows: Counter[Row] = Counter()
    for result in graph.objects(report, SH.result):
        path = graph.value(result, SH.resultPath)
        rows[
            Row(
                _alike(graph.value(result, SH.focusNode)),
                None if path is None else paths.read(graph, path),
                _alike(graph.value(result, SH.value)),
                graph.value(result, SH.sourceConstraintComponent),
                graph.value(result, SH.resultSeverity),
            )
        ] += 1
    return rows


def _alike(node: Node | None) -> Node | None:
    return BNode("blank") if isinstance(node, BNode) else node


def test_w3c_shacl(w3c_case: Entry) -> None:
    manifest, node, folder = w3c_case.manifest, URIRef(w3c_case.iri), w3c_case.folder
    action, expected = manifest.value(node, MF.action), manifest.value(node, MF.result)
    data, shapes = (
        _graph(folder / str(manifest.value(action, part)).removeprefix(PUBLISHED), folder)
        for part in (SHT.dataGraph, SHT.shapesGraph)
    )
    engine = Engine(shapes)
    if expected == SHT.Failure:
        with pytest.raises(RecordFault):
            engine.validate(data)
        return
    findings = engine.validate(data)
    got = Counter(
        Row(_alike(f.focus), f.path, _alike(f.value), URIRef(f.component), URIRef(f.severity))
        for f in findings
    )
    conforms = Literal("false" if findings else "true", datatype=XSD.boolean)
    assert got == _rows(manifest, expected)
    assert conforms == manifest.value(expected, SH.conforms)


def test_known_failures_are_entries_of_the_suite(w3c: Path) -> None:
    tests = w3c / "data-shapes" / "data-shapes-test-suite" / "tests"
    names = {_name(entry) for entry in _entries(tests / "manifest.ttl", tests)}
    assert len(names) == 120
    assert set(KNOWN) <= names
    assert len(KNOWN) <= 2
