"""No ``ap:`` term is used that the ontology does not declare."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from astropact.config import record_root
from astropact.errors import RecordFault
from astropact.namespaces import AP
from astropact.store.parsing import parse

from .source_tree import REPOSITORY, Module, modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWN = re.compile(r"(?<![\w:/#-])ap:([A-Za-z][\w-]*)|" + re.escape(AP) + r"([A-Za-z][\w-]*)")
STRING_METHODS = set(dir(str))


def record_files(*suffixes: str) -> list[Path]:
    """The record's files of these kinds; none when there is no record yet."""
    try:
        root = record_root()
    except RecordFault:
        return []
    return sorted(
        path
        for folder in ("ontology", "data", "shapes")
        for path in (root / folder).rglob("*")
        if path.suffix in suffixes
    )


def by_path(path: Path) -> str:
    return "/".join(path.parts[-3:])


@cache
def declared() -> frozenset[str]:
    """The local names of all declared terms."""
    terms = set()
    for path in record_files(".ttl"):
        if "ontology" in path.parts:
            for quad in parse(path.read_bytes(), "text/turtle", name=str(path)):
                if quad.subject.value.startswith(AP) and quad.predicate.value.endswith("#type"):
                    terms.add(quad.subject.value.removeprefix(AP))
    return frozenset(terms)


def test_there_is_an_ontology() -> None:
    assert record_root()
    assert {"Statement", "ParticipationAct", "statedIn"} <= declared()


@pytest.mark.parametrize("path", record_files(".ttl"), ids=by_path)
def test_terms_in_graphs(path: Path) -> None:
    used = {
        (term.value.removeprefix(AP), quad.line)
        for quad in parse(path.read_bytes(), "text/turtle", name=str(path))
        for term in (quad.subject, quad.predicate, quad.object)
        if term.kind == "iri" and term.value.startswith(AP) and term.value != AP
    }
    unknown = sorted(f"line {line}: ap:{name}" for name, line in used if name not in declared())
    assert unknown == []


@pytest.mark.parametrize("path", record_files(".rq"), ids=by_path)
def test_terms_in_queries(path: Path) -> None:
    assert undeclared(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "path",
    [
        *sorted(REPOSITORY.glob("*.md")),
        *sorted((REPOSITORY / "docs").rglob("*.md")),
        *sorted((REPOSITORY / "server").rglob("*.html")),
        *sorted((REPOSITORY / "server").rglob("*.js")),
    ],
    ids=by_path,
)
def test_terms_in_pages(path: Path) -> None:
    assert undeclared(path.read_text("utf-8")) == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_terms_in_python(module: Module) -> None:
    used = set(python_terms(module.tree))
    unknown = sorted(f"line {line}: ap:{name}" for name, line in used if name not in declared())
    assert unknown == []


def undeclared(text: str) -> list[str]:
    return sorted({name for name in own_names(text) if name not in declared()})


def own_names(text: str) -> Iterator[str]:
    for short, full in OWN.findall(text):
        yield short or full


def python_terms(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Terms in string constants, AP.name, AP["name"], AP + "name", f"{AP}name", term("name").

    ``term`` stands for any function of the module that adds its argument to AP.
    """
    makers = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and len(node.args.args) == 1
        and any(
            isinstance(part, ast.BinOp)
            and is_ap(part.left)
            and isinstance(part.right, ast.Name)
            and part.right.id == node.args.args[0].arg
            for part in ast.walk(node)
        )
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for name in own_names(node.value):
                yield name, node.lineno
        elif isinstance(node, ast.Attribute) and is_ap(node.value):
            if node.attr not in STRING_METHODS:
                yield node.attr, node.lineno
        elif isinstance(node, ast.Subscript) and is_ap(node.value):
            yield from constant(node.slice)
        elif isinstance(node, ast.BinOp) and is_ap(node.left):
            yield from constant(node.right)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in makers and node.args:
                yield from constant(node.args[0])
        elif isinstance(node, ast.JoinedStr):
            for before, after in zip(node.values, node.values[1:], strict=False):
                if isinstance(before, ast.FormattedValue) and is_ap(before.value):
                    yield from constant(after)


def is_ap(node: ast.AST) -> bool:
    """Whether a node is the name AP, alone or of a module."""
    return (isinstance(node, ast.Name) and node.id == "AP") or (
        isinstance(node, ast.Attribute) and node.attr == "AP"
    )


def constant(node: ast.AST) -> Iterator[tuple[str, int]]:
    """The term that a string constant starts with."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        match = re.match(r"[A-Za-z][\w-]*", node.value)
        if match:
            yield match[0], node.lineno
