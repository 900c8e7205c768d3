"""``astropact bound``."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

MOON = ("bound", "SAU", "--to", "moon-agreement", "--on", "2023-06-01")


def test_text_tells_the_verdict_first_and_then_why(run: Run) -> None:
    done = run(*MOON)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "BOUND  Saudi Arabia, Moon Agreement, 2023-06-01"
    assert "  since  2012-08-17" in lines
    assert lines.index("Why") > 3
    assert any(line.startswith("  1. By its accession") for line in lines)
    assert any("row Saudi Arabia (tier 2)" in line for line in lines)
    assert any("party must not " in line for line in lines)
    assert "https://" not in done.stdout


def test_all_formats_say_the_same(run: Run) -> None:
    data = json.loads(run(*MOON, "-o", "json").stdout)
    (row,) = csv.DictReader(io.StringIO(run(*MOON, "-o", "csv").stdout))
    assert (data["verdict"], row["verdict"]) == ("bound", "bound")
    assert data["summary"] == row["summary"]
    assert "ap:BoundVerdict" in run(*MOON, "-o", "turtle").stdout
    assert json.loads(run(*MOON, "-o", "jsonld").stdout)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--to", "moon-agreement", "--on", "2024-01-31"), "printed total: 17 parties"),
        (("SAU", "--on", "2023-06-01"), "What binds Saudi Arabia on 2023-06-01"),
        (("CHN", "--with", "USA", "--on", "2020-11-01"), "(between the two)"),
        (("SAU", "--from", "2022-01-01", "--until", "2024-12-31"), "not-bound from 2024-01-05"),
        (("CHN", "--subject", "registration"), "Registration Convention"),
        (("--trigger", "breakup", "--on", "2020-01-01"), " bound"),
        (("CHN", "--provision", "outer-space-treaty/art-4-1"), "party must not place WMD"),
        (("USA", "--to", "moon-agreement", "--on", "2020-01-01"), "NOT-BOUND  United States"),
    ],
)
def test_plural_questions_are_told(run: Run, words: tuple[str, ...], told: str) -> None:
    done = run("bound", *words)
    assert done.returncode == 0, done.stderr
    assert told in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("XXX",),
        ("SAU", "--to", "no-treaty"),
        ("SAU", "--on", "yesterday"),
        ("SAU", "--from", "2020-01-01"),
        ("SAU", "--version", "99.0.0"),
    ],
)
def test_a_wrong_question_ends_with_2_and_a_hint(run: Run, words: tuple[str, ...]) -> None:
    done = run("bound", *words)
    assert done.returncode == 2
    assert "hint:" in done.stderr
    assert done.stdout == ""


def test_a_terminal_gets_lines_of_its_width(own: Path) -> None:
    reader, writer = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "astropact", *MOON, "--store", str(own)],
        stdout=writer,
        env={**os.environ, "COLUMNS": "80"},
    ) as process:
        os.close(writer)
        told = b""
        with suppress(OSError):  # The end of a terminal is an error.
            while part := os.read(reader, 65536):
                told += part
    os.close(reader)
    assert process.returncode == 0
    lines = told.decode().splitlines()
    assert len(lines) > 50
    assert [line for line in lines if len(line) > 80] == []
