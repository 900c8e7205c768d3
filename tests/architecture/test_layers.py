"""The rooms of the package and who may know whom.

The order is the one drawn in CONTRIBUTING.md; every import counts, wherever in a file it stands.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .source_tree import PACKAGE, REPOSITORY, Module, modules

# A room imports only what stands in a line above its own.
ORDER = (
    ("errors",),
    ("namespaces",),
    ("config",),
    ("rdf",),
    ("store", "protocol"),
    ("catalog", "validation", "reasoning", "importers", "linking"),
    ("contribute",),
    ("web", "mcp"),
    ("cli",),
)
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
ENTRY_POINT = "__main__"
# Libraries that one room alone may know.
DOORS = {
    "pyoxigraph": "store",
    "flask": "web",
    "werkzeug": "web",
    "pyshacl": "validation",
    "owlready2": "validation",
}
# What a running server needs; these rooms load the slow libraries only when a task asks for them.
START_UP = ("errors", "namespaces", "config", "store", "protocol", "catalog", "web", "cli")
SLOW = ("rdflib", "pyshacl", "owlready2")
VAGUE = {"utils", "util", "helpers", "helper", "misc"}
LONGEST = 399
# Folders of tests/ where the test module of a room may stand instead of the room's own.
BESIDES = {"errors.py": ("architecture",), "web": ("http",)}
# Modules that have no meaning alone: tables and steps of the module whose tests exercise them.
PART_OF = {
    "importers.actor_graphs": "test_actors.py",
    "importers.actor_sources": "test_actors.py",
    "importers.corrections": "test_actors.py",
    "importers.organisation_corrections": "test_actors.py",
    "importers.organisations": "test_actors.py",
    "importers.states": "test_actors.py",
    "importers.tables": "test_actors.py",
    "importers.final_clause_details": "test_final_clauses.py",
    "importers.instrument_details": "test_instruments.py",
    "importers.instrument_sources": "test_instruments.py",
    "importers.norm_details": "test_norms.py",
    "importers.participation_actors": "test_participation.py",
    "importers.participation_dates": "test_participation.py",
    "importers.participation_known": "test_participation.py",
    "importers.participation_notes": "test_participation.py",
    "importers.participation_official": "test_participation.py",
    "importers.participation_rows": "test_participation.py",
    "importers.participation_secondary": "test_participation.py",
    "importers.participation_sources": "test_participation.py",
    "importers.reading_details": "test_readings.py",
    "store.base": "test_oxigraph.py",
}

MODULES = modules()
SOURCES = sorted(
    path for folder in ("server", "tests", "bench") for path in (REPOSITORY / folder).rglob("*.py")
)


def by_name(module: Module) -> str:
    return module.name


def by_path(path: Path) -> str:
    return str(path).removeprefix(f"{REPOSITORY}/")


def test_every_room_has_its_place() -> None:
    rooms = {module.room for module in MODULES} - {"", ENTRY_POINT}
    assert rooms <= LEVEL.keys()


def test_the_order_is_the_documented_one() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    drawn = next(part for part in re.split(r"\n\s*\n", text) if part.startswith("`errors` <"))
    levels = [tuple(re.findall(r"`(\w+)`", level)) for level in drawn.split("<")]
    assert tuple(levels) == ORDER


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_imports_point_to_the_left(module: Module) -> None:
    faults = []
    for found in module.imports():
        first, *rest = found.target.split(".")
        if first != "astropact":
            continue
        target = rest[0] if rest else ""
        if target not in LEVEL or module.room == ENTRY_POINT:
            continue  # a name of the package itself, such as __version__
        allowed = module.room == target or (
            module.room in LEVEL and LEVEL[target] < LEVEL[module.room]
        )
        if not allowed:
            faults.append(f"line {found.line}: {module.room or 'astropact'} imports {found.target}")
    assert faults == []


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_one_door_to_each_library(module: Module) -> None:
    faults = [
        f"line {found.line}: only {door}/ imports {library}"
        for found in module.imports()
        for library, door in DOORS.items()
        if found.target.split(".")[0] == library and module.room != door
    ]
    # An import by a computed name would slip through; only the last room, which may import
    # everything, uses one (for commands that load when called).
    faults += [
        f"line {found.line}: import by a computed name"
        for found in module.imports()
        if found.target == "<computed>" and module.room != "cli"
    ]
    assert faults == []


def test_no_import_cycles() -> None:
    names = {module.name for module in MODULES}
    edges = {
        module.name: sorted(
            {_owner(found.target, names) for found in module.imports() if not found.typing_only}
            - {module.name, ""}
        )
        for module in MODULES
    }
    assert _cycle(edges) == []


@pytest.mark.parametrize("room", START_UP)
def test_start_up_leaves_slow_libraries_alone(room: str) -> None:
    wanted = [module.name for module in MODULES if module.room == room]
    assert wanted, f"there is no room {room}"
    code = (
        "import importlib, sys\n"
        f"for name in {wanted!r}:\n"
        "    importlib.import_module(name)\n"
        f"    early = [slow for slow in {SLOW!r} if slow in sys.modules]\n"
        "    if early:\n"
        "        sys.exit(f'{name} imports ' + ', '.join(early))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("path", SOURCES, ids=by_path)
def test_modules_are_short_and_named_for_what_they_do(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST
    words = {
        word
        for part in path.relative_to(REPOSITORY).with_suffix("").parts
        for word in part.split("_")
    }
    assert VAGUE.isdisjoint(words)


@pytest.mark.parametrize(
    "module",
    [m for m in MODULES if m.path.name not in ("__init__.py", "__main__.py")],
    ids=by_name,
)
def test_every_module_has_a_test_module(module: Module) -> None:
    parts = module.path.relative_to(PACKAGE).parts
    own = f"test_{module.path.name}"
    places = [Path(*parts[:-1], own), *(Path(room, own) for room in BESIDES.get(parts[0], ()))]
    listed = PART_OF.get(module.name.removeprefix("astropact."))
    if listed:
        places = [Path(parts[0], listed)]
    tests = REPOSITORY / "tests"
    assert any((tests / place).is_file() for place in places), f"no tests/{places[0]}"


def test_no_stale_entries_in_the_list_of_parts() -> None:
    names = {module.name.removeprefix("astropact.") for module in MODULES}
    assert PART_OF.keys() - names == set()


def _owner(target: str, names: set[str]) -> str:
    """The module that an imported name belongs to; empty for foreign ones."""
    while target and target not in names:
        target = target.rpartition(".")[0]
    return target


def _cycle(edges: dict[str, list[str]]) -> list[str]:
    """A cycle in the graph as the names on it, or nothing."""
    done: set[str] = set()

    def visit(name: str, trail: list[str]) -> list[str]:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return []
        for target in edges.get(name, []):
            found = visit(target, [*trail, name])
            if found:
                return found
        done.add(name)
        return []

    for name in edges:
        found = visit(name, [])
        if found:
            return found
    return []
