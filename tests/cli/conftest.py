"""Runs the command line as its users do: in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from astropact.cli.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the shipped record, filled once; tests work on copies of it."""
    place = tmp_path_factory.mktemp("filled") / "store"
    open_workspace(place).store.close()
    return place


@pytest.fixture
def own(tmp_path: Path, filled: Path) -> Path:
    """A store of the test's own that holds the record."""
    shutil.copytree(filled, tmp_path / "own", copy_function=_link_or_copy)
    return tmp_path / "own"


@pytest.fixture
def run(tmp_path: Path, filled: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """``run("query", "--list")`` with a store of its own that holds the record."""
    shutil.copytree(filled, tmp_path / "store", copy_function=_link_or_copy)

    def run(*words: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "astropact", *words],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            env={**os.environ, "ASTROPACT_STORE": str(tmp_path / "store"), **env},
        )

    return run


def _link_or_copy(source: str, target: str) -> None:
    """The engine never changes a table file once it is written, so such a file may be shared."""
    if source.endswith(".sst"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)
