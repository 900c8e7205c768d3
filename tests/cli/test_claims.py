"""``astropact claims``."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]


def test_text_json_and_csv_say_the_same(run: Run) -> None:
    limits = ("claims", "-d", "us-china-space-relations-article", "-v", "contradicted")
    text = run(*limits)
    assert text.returncode == 0, text.stderr
    assert "paragraph 17, contradicted: China, too, is called a signer" in text.stdout
    assert "contradicted)" in text.stderr
    data = json.loads(run(*limits, "-o", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(*limits, "-o", "csv").stdout)))
    assert [item["because"] for item in data] == [row["because"] for row in rows]
    assert all(item["evidence"] for item in data)


def test_what_is_not_there_is_wrong_input(run: Run) -> None:
    assert run("claims", "--verdict", "odd").returncode == 2
    done = run("claims", "--document", "odd")
    assert done.returncode == 2
    assert "us-china-space-relations-article" in done.stderr
