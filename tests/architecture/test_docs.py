"""What can be used is documented, and what is documented is there."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING
from urllib.parse import unquote

import click
import pytest

from astropact.catalog.manifest import read_manifest
from astropact.cli import cli
from astropact.config import SETTINGS, record_root
from astropact.store import OxigraphStore

from .source_tree import PACKAGE, REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

SKIPPED = {".git", ".venv", "node_modules"}
PAGES = sorted(
    path
    for path in REPOSITORY.rglob("*.md")
    if not SKIPPED.intersection(path.parts) and not any("cache" in part for part in path.parts)
)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|!\[[^\]]*\]\(\s*([^)\s]+)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Addresses a browser asks for by itself.
UNDOCUMENTED_PATHS = {"/favicon.ico"}


def read(name: str) -> str:
    return (REPOSITORY / name).read_text("utf-8")


def by_path(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def commands(group: click.Group, context: click.Context, path: str) -> list[str]:
    """The full names of all commands below ``group``."""
    names = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        names.append(f"{path} {name}")
        if isinstance(command, click.Group):
            names += commands(command, click.Context(command), f"{path} {name}")
    return names


def test_every_command_is_documented() -> None:
    text = read("docs/cli.md")
    names = commands(cli, click.Context(cli), "astropact")
    assert names
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_documented_command_is_there() -> None:
    known = set(commands(cli, click.Context(cli), "astropact"))
    found = {
        match
        for page in PAGES
        if page.name != "CHANGELOG.md"
        for match in re.findall(r"\bastropact [a-z]+\b", code_of(page.read_text("utf-8")))
    }
    assert found - known == set()


def code_of(text: str) -> str:
    """The parts of a page that are code, in fences or in backticks."""
    return "\n".join(
        [block for _, block in FENCE.findall(text)]
        + re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    )


def test_every_setting_is_documented_as_it_is() -> None:
    rows = {
        cells[1].strip(" `"): [cell.strip() for cell in cells[2:4]]
        for line in read("docs/settings.md").splitlines()
        if len(cells := line.split("|")) >= 4
    }
    documented = {entry.variable: rows.get(entry.variable) for entry in SETTINGS}
    assert documented == {e.variable: [str(e.default), e.help] for e in SETTINGS}


def test_every_variable_is_documented() -> None:
    used = {
        name
        for path in PACKAGE.rglob("*.py")
        for name in re.findall(r"\"(ASTROPACT_[A-Z0-9_]*[A-Z0-9])\"", path.read_text("utf-8"))
    }
    text = read("docs/settings.md")
    assert [name for name in sorted(used) if f"`{name}`" not in text] == []


def test_every_endpoint_is_documented() -> None:
    from astropact.web.app import create_app

    with OxigraphStore.in_memory() as store:
        app = create_app(store, read_manifest(record_root()), version="test")
    text = read("docs/http.md")
    # A rule such as /id/<path:name> is documented as `/id/...`, by what stands before its variable.
    paths = {re.split(r"<", rule.rule)[0] for rule in app.url_map.iter_rules()}
    missing = [
        path
        for path in sorted(paths - UNDOCUMENTED_PATHS)
        if not re.search(rf"`(?:[A-Z]+ )?{re.escape(path)}[^`]*`", text)
    ]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_relative_links_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    broken = []
    for found in LINK.findall(text):
        target = found[0] or found[1]
        if re.match(r"[a-z][a-z0-9+.-]*:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / unquote(name)).resolve() if name else page
        there = file.exists() and file.is_relative_to(REPOSITORY)
        if there and anchor and file.suffix == ".md":
            there = anchor in anchors(file.read_text("utf-8"))
        if not there:
            broken.append(target)
    assert broken == []


def anchors(text: str) -> set[str]:
    """The names that headings get on code hosts."""
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


def test_the_gate_runs_the_commands_of_the_readme() -> None:
    block = next(block for language, block in FENCE.findall(read("README.md")) if "pytest" in block)
    promised = [steps(line) for line in block.splitlines() if line.strip()]
    assert len(promised) == 1, "one line tests everything"
    run = [step for line in read(".ci/run").splitlines() for step in steps(line)]
    places = [run.index(step) if step in run else -1 for step in promised[0]]
    assert -1 not in places, f"{promised[0]} are not all in .ci/run"
    assert places == sorted(places)


def steps(line: str) -> list[tuple[str, ...]]:
    """The commands of a shell line without what only keeps them quiet."""
    if line.lstrip().startswith("#"):
        return []
    try:
        return [
            tuple(word for word in shlex.split(part) if word not in ("-q", "--quiet"))
            for part in line.split("&&")
        ]
    except ValueError:
        return []  # part of a construct of several lines
