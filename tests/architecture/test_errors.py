"""One exception tree: nothing of ours is outside it, and nothing foreign comes through a border."""

from __future__ import annotations

import ast
import builtins
import importlib
import inspect
import io
import random
from typing import TYPE_CHECKING

import pytest

from astropact import errors
from astropact.cli import main
from astropact.errors import AstropactError
from astropact.rdf.dates import bounds
from astropact.store import GraphFile, OxigraphStore
from astropact.store.parsing import RDF_FORMATS, media_type_of, parse, read_limited

from .source_tree import PACKAGE, Module, modules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MODULES = modules()
BUILTIN = {
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
}
# A TypeError tells a programmer, not a user; SystemExit ends the command line.
ALLOWED = {"TypeError", "SystemExit"}

GRAPH = "http://example.org/g"
DATA = b"""<http://example.org/a> <http://example.org/p> "one"@en .
<http://example.org/a> <http://example.org/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/a> <http://example.org/q> _:b .
_:b <http://example.org/q> "line\\none \\u00e9" .
"""
QUERY = """PREFIX e: <http://example.org/>
SELECT ?s (COUNT(DISTINCT ?o) AS ?n) WHERE {
  { ?s e:p/e:q* ?o FILTER(LANG(?o) = "en" || ?o > 1) } UNION { GRAPH ?g { ?s e:q ?o } }
  OPTIONAL { ?o e:q "x"@en } BIND(CONCAT("a", STR(?o)) AS ?t)
} GROUP BY ?s HAVING (COUNT(?o) > 0) ORDER BY DESC(?n) LIMIT 5
"""
UPDATE = """PREFIX e: <http://example.org/>
DELETE { ?s e:p ?o } INSERT { GRAPH e:g { ?s e:q [ e:r "v"@en, 1.5 ] } } WHERE { ?s e:p ?o } ;
CREATE SILENT GRAPH e:h ; CLEAR DEFAULT
"""


def by_name(module: Module) -> str:
    return module.name


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_exceptions_are_of_our_tree_and_in_one_file(module: Module) -> None:
    if module.room == "__main__":
        return  # importing it runs the command
    loaded = importlib.import_module(module.name)
    for name, value in inspect.getmembers(loaded, inspect.isclass):
        if issubclass(value, BaseException) and value.__module__.startswith("astropact"):
            assert issubclass(value, AstropactError), name
            assert value.__module__ == errors.__name__, name


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_no_foreign_exception_is_raised(module: Module) -> None:
    made = {
        f"line {node.lineno}: {node.id}"
        for parent in ast.walk(module.tree)
        if isinstance(parent, ast.Call | ast.Raise)
        for node in [parent.func if isinstance(parent, ast.Call) else parent.exc]
        if isinstance(node, ast.Name) and node.id in BUILTIN - ALLOWED
    }
    assert made == set()


def test_the_tree_is_drawn_at_the_top_of_its_file() -> None:
    drawn = errors.__doc__ or ""
    for name, value in inspect.getmembers(errors, inspect.isclass):
        if value.__module__ == errors.__name__:
            assert name in drawn


def damaged(content: bytes, seed: int) -> bytes:
    """``content`` with a few bytes cut, changed or doubled; the same for the same seed."""
    chance = random.Random(seed)
    text = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(text))
        change = chance.randrange(4)
        if change == 0:
            del text[place:]
        elif change == 1:
            text[place] = chance.randrange(256)
        elif change == 2:
            del text[place : place + chance.randint(1, 8)]
        else:
            text[place:place] = text[place : place + chance.randint(1, 20)]
        if not text:
            break
    return bytes(text)


@pytest.mark.parametrize("media_type", RDF_FORMATS)
def test_damaged_files_raise_our_errors_alone(media_type: str) -> None:
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({GRAPH: GraphFile(DATA, "application/n-triples")})
        out = io.BytesIO()
        store.dump(out, media_type, graph=GRAPH)
        refused: list[str] = []
        for seed in range(300):
            content = damaged(out.getvalue(), seed)
            for read in (
                lambda data: list(parse(data, media_type, name="damaged")),
                lambda data: store.replace_graphs({GRAPH: GraphFile(data, media_type)}),
            ):
                try:
                    read(content)
                except AstropactError as error:
                    refused.append(error.message)
    assert all(refused)
    assert len(refused) > 100


def test_damaged_queries_raise_our_errors_alone() -> None:
    refused: list[str] = []
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({GRAPH: GraphFile(DATA, "application/n-triples")})
        assert list(store.query(QUERY).rows())
        for seed in range(600):
            try:
                list(store.query(damaged(QUERY.encode(), seed).decode("utf-8", "replace")).rows())
            except AstropactError as error:
                refused.append(error.message)
    assert all(refused)
    assert len(refused) > 100


def test_damaged_updates_raise_our_errors_alone() -> None:
    refused: list[str] = []
    with OxigraphStore.in_memory() as store:
        for seed in range(300):
            try:
                store.update(damaged(UPDATE.encode(), seed).decode("utf-8", "replace"))
            except AstropactError as error:
                refused.append(error.message)
    assert all(refused)
    assert len(refused) > 50


BORDERS: dict[str, Callable[[OxigraphStore, Path], object]] = {
    "query with a surrogate": lambda store, _: store.query('ASK { ?s ?p "\ud800" }'),
    "query with a base that is no IRI": lambda store, _: store.query("ASK {}", base_iri="no iri"),
    "query over a graph that is no IRI": lambda s, _: s.query("ASK {}", default_graphs=["no iri"]),
    "query over a named graph that is no IRI": lambda s, _: s.query("ASK {}", named_graphs=["<>"]),
    "query calling an unknown function": lambda store, _: list(
        store.query("SELECT (<http://example.org/f>(1) AS ?x) {}").rows()
    ),
    "answer in an unknown format": lambda store, _: store.query("ASK {}").write(
        io.BytesIO(), "text/html"
    ),
    "graph in a table's format": lambda store, _: store.query("CONSTRUCT WHERE {}").write(
        io.BytesIO(), "text/csv"
    ),
    "table in a graph's format": lambda store, _: store.query("SELECT * {}").complete(
        "text/turtle"
    ),
    "update that is none": lambda store, _: store.update("SELECT * {}"),
    "update that creates what is there": lambda store, _: store.update(
        "CREATE GRAPH <http://example.org/g> ; CREATE GRAPH <http://example.org/g>"
    ),
    "graph named by no IRI": lambda store, _: store.replace_graphs({"no iri": GraphFile(DATA)}),
    "drop of a graph named by no IRI": lambda store, _: store.replace_graphs({}, drop=["no iri"]),
    "file of an unknown type": lambda store, _: store.replace_graphs(
        {GRAPH: GraphFile(DATA, "text/html")}
    ),
    "file that is not UTF-8": lambda store, _: store.replace_graphs({GRAPH: GraphFile(b"\xff")}),
    "parse with a base that is no IRI": lambda *_: list(
        parse(DATA, "text/turtle", base_iri="no iri")
    ),
    "dump of an absent graph": lambda store, _: store.dump(
        io.BytesIO(), "text/turtle", graph="http://example.org/none"
    ),
    "dump of a graph named by no IRI": lambda store, _: store.dump(
        io.BytesIO(), "text/turtle", graph="no iri"
    ),
    "dump of the store as triples": lambda store, _: store.dump(io.BytesIO(), "text/turtle"),
    "size of a graph named by no IRI": lambda store, _: store.size("no iri"),
    "store in a file": lambda _, path: OxigraphStore.open(path),
    "store below a file": lambda _, path: OxigraphStore.open(path / "below"),
    "store that is not there": lambda _, path: OxigraphStore.open_read_only(path / "none"),
    "file ending that means nothing": lambda _, path: media_type_of(path),
    "file that is not there": lambda _, path: read_limited(path / "none", 10),
    "file that is too long": lambda _, path: read_limited(path, 1),
    "date that is none": lambda *_: bounds("1967-13-01"),
}


@pytest.mark.parametrize("name", BORDERS)
def test_borders_translate_foreign_exceptions(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("no store", "utf-8")
    with OxigraphStore.in_memory() as store, pytest.raises(AstropactError) as caught:
        BORDERS[name](store, path)
    assert caught.value.message


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["query", "--memory", "SELECT"],
        ["query", "--memory", "--question", "no such question"],
        ["validate", "no-such-file.ttl"],
        ["validate", str(PACKAGE / "py.typed")],
        ["load", "no-such-file.ttl"],
        ["dump", "--memory", "--graph", "no such graph"],
        ["serve", "--memory", "--host", "no such host"],
        ["import", "no-such-kind"],
    ],
    ids=" ".join,
)
def test_command_line_says_what_is_wrong_and_ends_with_2(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    small: Path,
) -> None:
    monkeypatch.setenv("ASTROPACT_RECORD", str(small))
    monkeypatch.setenv("ASTROPACT_STORE", str(tmp_path / "store"))
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.strip()
