"""The embedded engine behind the Store interface."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from astropact.errors import (
    NotFound,
    QueryFault,
    QuerySyntaxFault,
    StoreFault,
    SyntaxFault,
    UnsupportedFormat,
)
from astropact.store import GraphFile, OxigraphStore, QueryResult, Store, Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A, B = "http://e/graph/a", "http://e/graph/b"
ONE = GraphFile(b'@prefix e: <http://e/> . e:a e:p "one"@en .', name="one.ttl")
TWO = GraphFile(b'@prefix e: <http://e/> . e:a e:p "two" ; e:q [ e:r 1 ] .', name="two.ttl")
BROKEN = GraphFile(b"@prefix e: <http://e/> .\ne:a e:p .", name="broken.ttl")


@pytest.fixture
def small() -> Iterator[OxigraphStore]:
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({A: ONE, B: TWO})
        yield store


def objects(store: OxigraphStore, text: str, **options: object) -> list[str]:
    return sorted(row["o"].value for row in store.query(text, **options).rows())  # type: ignore[arg-type]


def whole(result: QueryResult, media_type: str) -> bytes:
    with result.complete(media_type) as written:
        return written.read()


def test_the_default_graph_is_the_union() -> None:
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({A: ONE, B: TWO})
        assert objects(store, "SELECT ?o { <http://e/a> <http://e/p> ?o }") == ["one", "two"]


def test_the_dataset_of_the_request_restricts_what_is_seen(small: OxigraphStore) -> None:
    text = "SELECT ?o { <http://e/a> <http://e/p> ?o }"
    assert objects(small, text) == ["one", "two"]
    assert objects(small, text, default_graphs=[A]) == ["one"]
    assert objects(small, text, named_graphs=[A]) == []
    named = "SELECT ?o { GRAPH ?g { <http://e/a> <http://e/p> ?o } }"
    assert objects(small, named, named_graphs=[B]) == ["two"]
    assert objects(small, f"SELECT ?o FROM <{A}> {{ ?s ?p ?o }}") == ["one"]


def test_replacing_a_graph_leaves_the_others(small: OxigraphStore) -> None:
    small.replace_graphs({A: TWO})
    assert (small.size(A), small.size(B)) == (3, 3)
    small.replace_graphs({}, drop=[B])
    assert small.graphs() == [A]


def test_a_copy_stands_alone(small: OxigraphStore) -> None:
    size = small.size()
    with small.copy(without=[A]) as copy:
        assert copy.graphs() == [graph for graph in small.graphs() if graph != A]
        copy.replace_graphs({}, drop=copy.graphs())
    assert small.size() == size


def test_a_broken_file_changes_nothing(small: OxigraphStore) -> None:
    before = small.size()
    with pytest.raises(SyntaxFault, match=r"broken\.ttl:2:"):
        small.replace_graphs({A: TWO, B: BROKEN})
    assert small.size() == before
    assert objects(small, f"SELECT ?o {{ GRAPH <{A}> {{ ?s ?p ?o }} }}") == ["one"]


def test_a_replaced_graph_keeps_awkward_literals(small: OxigraphStore) -> None:
    text = 'quote " backslash \\ line\nfeed \u00e9 \U0001f680 } ; DROP ALL'
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    file = GraphFile(f'<http://e/a> <http://e/p> "{escaped}" .'.encode())
    small.replace_graphs({A: file})
    small.replace_graphs({A: file})
    assert objects(small, f"SELECT ?o {{ GRAPH <{A}> {{ ?s ?p ?o }} }}") == [text]


def test_results_in_each_format_say_the_same(small: OxigraphStore) -> None:
    text = "SELECT ?o { ?s <http://e/p> ?o } ORDER BY ?o"
    result = small.query(text)
    assert (result.kind, result.variables) == ("solutions", ("o",))
    found = json.loads(whole(result, "application/sparql-results+json"))
    assert [b["o"]["value"] for b in found["results"]["bindings"]] == ["one", "two"]
    out = io.BytesIO()
    small.query(text).write(out, "text/csv")
    assert [row["o"] for row in csv.DictReader(io.StringIO(out.getvalue().decode()))] == [
        "one",
        "two",
    ]
    assert next(small.query(text).rows()) == {"o": Term("literal", "one", RDF_LANG, "en")}


RDF_LANG = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def test_ask_and_construct(small: OxigraphStore) -> None:
    assert not small.query("ASK { <http://e/none> ?p ?o }")
    answer = small.query("CONSTRUCT { ?o <http://e/of> ?s } WHERE { ?s <http://e/q> ?o }")
    assert answer.kind == "graph"
    assert b"<http://e/of>" in whole(answer, "application/n-triples")
    with pytest.raises(UnsupportedFormat):
        small.query("ASK {}").complete("text/turtle")
    with pytest.raises(UnsupportedFormat):
        small.query("SELECT * {}").complete("text/turtle")


def test_graphs_are_written_with_the_prefixes_they_need(store: Store) -> None:
    text = "CONSTRUCT WHERE { <https://w3id.org/astropact/id/state/sau> ?p ?o }"
    written = whole(store.query(text), "text/turtle").decode()
    assert re.search(r"\ba ap:\w+", written)
    assert "@prefix geonames:" not in written or "geonames:1" in written
    assert "@prefix instrument:" not in written


def test_wrong_queries_are_told_with_their_place(small: OxigraphStore) -> None:
    with pytest.raises(QuerySyntaxFault) as caught:
        small.query("SELECT ?s\nWHERE { ?s }")
    assert (caught.value.line, caught.value.column) == (2, 13)
    with pytest.raises(QueryFault):
        small.query("SELECT * {}", default_graphs=["not an iri"])


def test_a_failing_update_is_undone(small: OxigraphStore) -> None:
    before = small.size()
    with pytest.raises(QueryFault):
        small.update(f"INSERT DATA {{ <http://e/x> <http://e/p> 1 }} ; CREATE GRAPH <{A}>")
    assert small.size() == before


def test_dumps_read_back(small: OxigraphStore) -> None:
    out = io.BytesIO()
    small.dump(out, "text/turtle", graph=B)
    with OxigraphStore.in_memory() as copy:
        copy.replace_graphs({B: GraphFile(out.getvalue())})
        assert copy.size() == small.size(B)
    with pytest.raises(NotFound):
        small.dump(out, "text/turtle", graph="http://e/none")
    with pytest.raises(UnsupportedFormat):
        small.dump(out, "text/turtle")


def test_a_directory_keeps_its_content_and_has_one_writer(tmp_path: Path) -> None:
    with OxigraphStore.open(tmp_path / "q") as store:
        store.replace_graphs({A: ONE})
        with pytest.raises(StoreFault, match="in use"):
            OxigraphStore.open(tmp_path / "q")
        with OxigraphStore.open_read_only(tmp_path / "q") as reader:
            assert reader.size() == 1
    with OxigraphStore.open(tmp_path / "q") as store:
        assert store.size() == 1
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreFault):
        OxigraphStore.open(tmp_path / "file")


def test_a_damaged_directory_is_told_as_such(tmp_path: Path) -> None:
    with OxigraphStore.open(tmp_path) as store:
        store.update("INSERT DATA { GRAPH <http://e/g> { <http://e/a> <http://e/b> 1 } }")
    (tmp_path / "CURRENT").write_text("junk")
    for way in (OxigraphStore.open, OxigraphStore.open_read_only):
        with pytest.raises(StoreFault, match="is damaged"):
            way(tmp_path)


def test_a_name_with_lock_in_it_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "block").write_text("a file")
    with pytest.raises(StoreFault, match="cannot be opened"):
        OxigraphStore.open(tmp_path / "block")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" # nothing", "the query is empty"),
        ("ASK { ?s", "the text is not SPARQL at or shortly before this place"),
        ("ASK { ?s a no:where }", "a prefix is not declared"),
        ("DESCRIBE <here>", "an IRI is relative"),
        ("SELECT ?s (COUNT(*) AS ?n) {?s ?p ?o}", "contains a variable that is unbound"),
    ],
)
def test_syntax_errors_are_told_without_the_inside_of_the_parser(
    small: OxigraphStore, text: str, message: str
) -> None:
    with pytest.raises(QuerySyntaxFault, match=message) as caught:
        small.query(text)
    assert "expected" not in caught.value.message
