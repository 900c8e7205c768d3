"""What the source files of the project say, read without importing them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "server" / "astropact"


@dataclass(frozen=True)
class Import:
    """One imported name, as an absolute dotted path, and whether it is for type checkers only."""

    target: str
    line: int
    typing_only: bool


@dataclass(frozen=True)
class Module:
    """A module of the package: its dotted name, file and syntax tree."""

    name: str
    path: Path

    @property
    def room(self) -> str:
        """The folder or file directly below the package; empty for the package itself."""
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def tree(self) -> ast.Module:
        """The parsed source."""
        return _parse(self.path)

    def imports(self) -> Iterator[Import]:
        """Every import, those inside functions and under TYPE_CHECKING as well."""
        yield from _imports(self, self.tree, typing_only=False)


def modules() -> list[Module]:
    """All modules of the package, in the order of their names."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found.append(Module(".".join(parts).removesuffix(".__init__"), path))
    return sorted(found, key=lambda module: module.name)


@cache
def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def _imports(module: Module, node: ast.AST, *, typing_only: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield Import(alias.name, node.lineno, typing_only)
    elif isinstance(node, ast.ImportFrom):
        base = _absolute(module, node)
        for alias in node.names:
            yield Import(f"{base}.{alias.name}", node.lineno, typing_only)
    elif isinstance(node, ast.Call) and _name(node.func) in ("import_module", "__import__"):
        argument = node.args[0] if node.args else None
        constant = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        target = str(argument.value) if constant else "<computed>"
        yield Import(target, node.lineno, typing_only)
    inside = isinstance(node, ast.If) and _name(node.test) == "TYPE_CHECKING"
    # What stands under "else:" of TYPE_CHECKING does run.
    body = node.body if isinstance(node, ast.If) else []
    for child in ast.iter_child_nodes(node):
        only = typing_only or (inside and child in body)
        yield from _imports(module, child, typing_only=only)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    is_package = module.path.name == "__init__.py"
    parts = module.name.split(".")
    kept = parts[: len(parts) - node.level + is_package]
    return ".".join([*kept, node.module] if node.module else kept)


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
