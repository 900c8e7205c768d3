"""``astropact conflicts``."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]


def test_text_says_who_says_what_and_why(run: Run) -> None:
    done = run("conflicts", "--actor", "BHS", "--instrument", "outer-space-treaty")
    assert done.returncode == 0, done.stderr
    assert "Outer Space Treaty: Bahamas, consent to be bound" in done.stdout
    assert "differ in the act; open" in done.stdout
    assert "trusted more" in done.stdout
    assert "(1 conflicts)" in done.stderr


def test_json_and_csv_say_the_same(run: Run) -> None:
    data = json.loads(run("conflicts", "-i", "moon-agreement", "-o", "json").stdout)
    rows = list(
        csv.DictReader(io.StringIO(run("conflicts", "-i", "moon-agreement", "-o", "csv").stdout))
    )
    assert {item["instrument"]["label"] for item in data} == {"Moon Agreement"}
    assert len(rows) == sum(len(item["readings"]) for item in data)
    assert {row["statement"] for row in rows} == {
        reading["statement"] for item in data for reading in item["readings"]
    }


def test_an_outcome_limits_what_is_shown(run: Run) -> None:
    data = json.loads(run("conflicts", "--outcome", "open", "-o", "json").stdout)
    assert data
    assert {item["outcome"] for item in data} == {"open"}
    assert run("conflicts", "--outcome", "odd").returncode == 2
