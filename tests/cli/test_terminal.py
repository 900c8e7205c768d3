"""What goes to the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from astropact.cli.terminal import fold, visible

FULL = Path("/dev/full")


def test_control_characters_are_shown_and_not_sent() -> None:
    assert visible("a\x1b[31mb\x00\u202ec\r") == r"a\x1b[31mb\x00\u202ec\r"
    assert visible("Türkiye\n\t中") == "Türkiye\n\t中"


def test_a_paragraph_is_folded_between_words() -> None:
    text = (
        "  1. Saudi Arabia: accession, Moon Agreement, on 2012-07-18, by a long-winded-instrument."
    )
    assert fold(text, 40, 5).splitlines() == [
        "  1. Saudi Arabia: accession, Moon",
        "     Agreement, on 2012-07-18, by a",
        "     long-winded-instrument.",
    ]
    assert fold("short", 80, 2) == "short"


@pytest.fixture(autouse=True)
def _few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is loaded for one command is a small record."""
    if "--memory" in request.node.name:
        monkeypatch.setenv("ASTROPACT_RECORD", str(request.getfixturevalue("small")))


def piped(*words: str, lines: int) -> tuple[int, str]:
    """Exit code and error text of a command whose reader leaves after some lines."""
    with subprocess.Popen(
        [sys.executable, "-m", "astropact", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    return process.returncode, errors


@pytest.mark.parametrize("words", ["dump --memory", "query --memory -o csv SELECT*{?s?p?o}"])
def test_a_reader_that_leaves_is_no_fault(words: str) -> None:
    assert piped(*words.split(), lines=1) == (0, "")


def test_a_verdict_survives_a_reader_that_leaves(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("<http://e/a> a <https://w3id.org/astropact/ns#Statment> .")
    assert piped("validate", str(bad), lines=0) == (1, "")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", ["dump --memory", "query --memory ASK{}", "query --list"])
def test_an_answer_that_cannot_be_written_is_told(words: str) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "astropact", *words.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {os.strerror(28)}"), done.stderr
