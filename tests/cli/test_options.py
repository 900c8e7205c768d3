"""Options that several commands share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

COMMANDS = ("serve", "query", "validate", "check", "load", "dump", "reconcile", "import")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"astropact {command}" in done.stdout.partition("\n")[2]


def test_the_store_may_be_anywhere_or_nowhere(
    run: Run, tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASTROPACT_RECORD", str(small))
    assert run("query", "--store", str(tmp_path / "here"), "ASK {}").returncode == 0
    assert (tmp_path / "here" / "loaded.json").is_file()
    shutil.rmtree(tmp_path / "store")
    assert run("query", "--memory", "ASK {}").returncode == 0
    assert not (tmp_path / "store").exists()
    (tmp_path / "file").write_text("x")
    assert run("query", "--store", str(tmp_path / "file"), "ASK {}").returncode == 2
