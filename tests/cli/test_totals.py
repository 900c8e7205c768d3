"""``astropact totals``."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]


def test_text_gives_both_numbers_and_the_places_nobody_holds(run: Run) -> None:
    done = run("totals", "--instrument", "artemis-accords")
    assert done.returncode == 0, done.stderr
    assert "Artemis Accords, 2024-12-20, signatories: agrees" in done.stdout
    assert "76; the record: 72" in done.stdout
    assert "Known difference +4: Numbers 64 and 66 are not known" in done.stdout
    assert "without a known holder: 64, 66, 1 of 69, 70, 1 of 73, 74, 75" in done.stdout
    assert "totals, 0 unexplained)" in done.stderr


def test_json_and_csv_say_the_same(run: Run) -> None:
    data = json.loads(run("totals", "-i", "registration-convention", "-o", "json").stdout)
    answer = run("totals", "-i", "registration-convention", "-o", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(answer)))
    keys = ("as_of", "kind", "official", "derived", "status")
    assert [[str(one[key]) for key in keys] for one in data] == [
        [row[key] for key in keys] for row in rows
    ]
    printed = {row["official"] for row in rows if row["as_of"] == "2026-01-01"}
    assert printed == {"77", "78"}


def test_a_name_that_nothing_can_bear_is_told(run: Run) -> None:
    done = run("totals", "-i", "a:b> ?p ?o . #")
    assert done.returncode == 2
    assert "characters that no IRI has" in done.stderr


def test_faults_alone_are_none_in_the_shipped_record(run: Run) -> None:
    done = run("totals", "--faults", "-o", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
