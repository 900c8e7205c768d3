"""Runs the command line as its users do: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ..records import copy_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path, filled: Path) -> Path:
    """A store of the test's own that holds the record."""
    return copy_of(filled, tmp_path / "own")


@pytest.fixture
def run(tmp_path: Path, filled: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """``run("query", "--list")`` with a store of its own that holds the record."""
    copy_of(filled, tmp_path / "store")

    def run(*words: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "astropact", *words],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
            env={**os.environ, "ASTROPACT_STORE": str(tmp_path / "store"), **env},
        )

    return run
