"""Every Turtle file of the record: well-formed, canonical, free of surprises, and declared."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Literal, URIRef

from astropact.config import record_root
from astropact.errors import AstropactError, RecordFault
from astropact.namespaces import EDTF, XSD
from astropact.rdf.canonical import to_turtle
from astropact.rdf.dates import bounds
from astropact.store import GraphFile, OxigraphStore
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable

TURTLE = "text/turtle"
GRAPH_BASE = "https://w3id.org/astropact/graph/"
DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
MANIFEST = "data/manifest.ttl"
OWN_SOURCE = "https://w3id.org/astropact/id/source/"
DERIVED_FROM = "http://www.w3.org/ns/prov#wasDerivedFrom"


def files() -> list[str]:
    """The paths of the record's Turtle files; none when there is no record yet."""
    try:
        root = record_root()
    except RecordFault:
        return []
    return sorted(
        path.relative_to(root).as_posix()
        for folder in ("data", "ontology", "shapes")
        for path in (root / folder).rglob("*.ttl")
    )


FILES = files()
NAMED_ONLY = ("data/", "ontology/concepts/")
LOADED = [file for file in FILES if not file.startswith("shapes/")]


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def content(file: str) -> bytes:
    return (record_root() / file).read_bytes()


@cache
def manifest() -> Graph:
    """The manifest as an independent reader sees it."""
    return Graph().parse(record_root() / MANIFEST, format="turtle")


def test_there_is_a_record() -> None:
    assert (record_root() / MANIFEST).is_file()
    for folder in ("data", "ontology", "shapes"):
        assert any(file.startswith(f"{folder}/") for file in FILES), folder


def test_file_is_canonical(file: str) -> None:
    found = content(file)
    head = []
    for line in found.decode("utf-8").splitlines():
        if not line.startswith("#"):
            break
        head.append(line.removeprefix("#").removeprefix(" "))
    graph = to_rdflib(parse(found, TURTLE, name=file))
    assert len(graph), "a file without triples says nothing"
    canonical = to_turtle(graph, comment="\n".join(head))
    # Compared by lines first, so that a failure shows the first line that differs.
    assert found.decode("utf-8").splitlines() == canonical.splitlines()
    assert found == canonical.encode("utf-8")


def test_literals_are_as_they_must_be(file: str) -> None:
    faults = []
    for quad in parse(content(file), TURTLE, name=file):
        if quad.object.kind == "literal":
            value, datatype, language = quad.object[1:]
            fault = literal_fault(value, datatype, language)
            if fault:
                faults.append(f"line {quad.line}: {value!r} {fault}")
    assert faults == []


@pytest.mark.parametrize("file", [f for f in FILES if f.startswith(NAMED_ONLY)])
def test_data_has_no_blank_nodes(file: str) -> None:
    lines = {
        quad.line
        for quad in parse(content(file), TURTLE, name=file)
        if "bnode" in (quad.subject.kind, quad.object.kind)
    }
    assert sorted(lines) == []


def test_iris_are_absolute_and_plain(file: str) -> None:
    iris = {
        term.value
        for quad in parse(content(file), TURTLE, name=file)
        for term in (quad.subject, quad.predicate, quad.object)
        if term.kind == "iri"
    }
    assert [iri for iri in sorted(iris) if not re.match(r"(https?|urn|mailto):", iri)] == []


@pytest.mark.parametrize("file", LOADED)
def test_the_store_gives_back_what_it_was_given(file: str) -> None:
    quads = list(parse(content(file), TURTLE, name=file))
    blank = any("bnode" in (quad.subject.kind, quad.object.kind) for quad in quads)
    graph = GRAPH_BASE + "test"
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({graph: GraphFile(content(file), TURTLE, file)})
        out = io.BytesIO()
        store.dump(out, "application/n-triples", graph=graph)
    back = list(parse(out.getvalue(), "application/n-triples"))
    if blank:
        assert len(back) == len({quad[:3] for quad in quads})
        assert {q.object for q in back if q.object.kind == "literal"} == {
            q.object for q in quads if q.object.kind == "literal"
        }
    else:
        assert {quad[:3] for quad in back} == {quad[:3] for quad in quads}


@pytest.mark.parametrize("file", [file for file in LOADED if file != MANIFEST])
def test_the_manifest_describes_the_file(file: str) -> None:
    path = file.removesuffix(".ttl").removeprefix("data/")
    entries = list(manifest().subjects(URIRef(DCTERMS + "identifier"), Literal(file)))
    assert entries == [URIRef(GRAPH_BASE + path)]
    (graph,) = entries
    (licence,) = manifest().objects(graph, URIRef(DCTERMS + "license"))
    assert str(licence).startswith("https://")
    (modified,) = manifest().objects(graph, URIRef(DCTERMS + "modified"))
    assert isinstance(modified, Literal)
    assert not literal_fault(str(modified), str(modified.datatype), "")
    assert str(modified.datatype) == XSD + "date"
    assert len(list(manifest().objects(graph, URIRef(DCTERMS + "title")))) == 1
    sources = {
        str(source)
        for name in (DCTERMS + "source", DERIVED_FROM)
        for source in manifest().objects(graph, URIRef(name))
    }
    if file.startswith("data/") and not file.startswith("data/sources"):
        assert sources, "a file of facts names where they come from"
    assert sources <= known_things(), "each source is described in the record"


@cache
def known_things() -> frozenset[str]:
    """Every subject of the record, and its graphs."""
    return frozenset(
        quad.subject.value for file in LOADED for quad in parse(content(file), TURTLE, name=file)
    )


def test_the_manifest_names_no_file_that_is_not_there() -> None:
    named = {str(name) for name in manifest().objects(None, URIRef(DCTERMS + "identifier"))}
    assert named - set(LOADED) == set()


def test_the_manifest_is_a_catalog_of_datasets() -> None:
    rdf_type = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    (catalog,) = manifest().subjects(rdf_type, URIRef(DCAT + "Catalog"))
    listed = set(manifest().objects(catalog, URIRef(DCAT + "dataset")))
    described = set(manifest().subjects(URIRef(DCTERMS + "identifier"), None))
    assert described <= listed
    for graph in described:
        assert (graph, rdf_type, URIRef(DCAT + "Dataset")) in manifest()


def literal_fault(value: str, datatype: str, language: str) -> str:
    """Why the record must not hold a literal; empty when it may."""
    if language:
        if not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", language):
            return f"has the tag {language!r}, which is not in lower case"
        return "" if value.strip() == value and value else "is empty or has space at its ends"
    check = LEXICAL.get(datatype)
    if check is None:
        return f"has the datatype {datatype}, which is not one of the record's"
    return "" if check(value) else f"is not a canonical {datatype}"


def pattern(text: str) -> Callable[[str], bool]:
    compiled = re.compile(text)
    return lambda value: compiled.fullmatch(value) is not None


def is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_moment(value: str) -> bool:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return False
    whole = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d*[1-9])?Z", value)
    return moment.tzinfo is not None and whole is not None


def is_edtf(value: str) -> bool:
    try:
        bounds(value)
    except AstropactError:
        return False
    return True


LEXICAL: dict[str, Callable[[str], bool]] = {
    XSD + "string": lambda value: bool(value) and value.strip() == value,
    XSD + "date": is_day,
    XSD + "gYear": pattern(r"\d{4}"),
    XSD + "gYearMonth": pattern(r"\d{4}-(0[1-9]|1[0-2])"),
    XSD + "dateTime": is_moment,
    XSD + "integer": pattern(r"0|-?[1-9]\d*"),
    XSD + "decimal": pattern(r"0|-?(0|[1-9]\d*)\.\d*[1-9]|-?[1-9]\d*"),
    XSD + "boolean": pattern(r"true|false"),
    XSD + "anyURI": pattern(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+"),
    EDTF: is_edtf,
}


@pytest.mark.parametrize(
    ("value", "datatype", "language"),
    [
        ("01", XSD + "integer", ""),
        ("+1", XSD + "integer", ""),
        ("-0", XSD + "integer", ""),
        ("1.10", XSD + "decimal", ""),
        ("1.0", XSD + "decimal", ""),
        ("-0.0", XSD + "decimal", ""),
        ("1", XSD + "boolean", ""),
        ("1967-01-27Z", XSD + "date", ""),
        ("1967-02-30", XSD + "date", ""),
        ("19670127", XSD + "date", ""),
        ("67", XSD + "gYear", ""),
        ("1967-13", XSD + "gYearMonth", ""),
        ("2024-01-05T12:00:00+00:00", XSD + "dateTime", ""),
        ("2024-01-05T12:00:00.000Z", XSD + "dateTime", ""),
        ("example.org", XSD + "anyURI", ""),
        ("circa 1967", EDTF, ""),
        ("", XSD + "string", ""),
        ("1", XSD + "int", ""),
        ("colour", "", "en-GB"),
    ],
)
def test_the_check_of_literals_refuses(value: str, datatype: str, language: str) -> None:
    assert literal_fault(value, datatype, language)
