"""The curl commands of the documentation work as they stand there."""

from __future__ import annotations

import csv
import io
import os
import re
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTED = "http://127.0.0.1:8041/"


@pytest.fixture(autouse=True)
def curl() -> None:
    if shutil.which("curl") is None:
        assert os.environ.get("CI") != "true", "no curl in CI"
        pytest.skip("curl is not installed")


def test_the_question_of_the_readme(server: str, repository: Path) -> None:
    text = (repository / "README.md").read_text("utf-8")
    command = next(
        block
        for block in re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        if block.startswith("curl")
    )
    words = shlex.split(command.replace(DOCUMENTED, server))
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len({row["state"] for row in rows}) == 17
    assert "Saudi Arabia" not in {row["state"] for row in rows}
    assert ("Armenia", "accession", "2018-01-19", "2018-02-18") in {
        (row["state"], row["act"], row["date"], row["boundFrom"]) for row in rows
    }


def test_the_examples_of_the_documentation(server: str, repository: Path) -> None:
    text = (repository / "docs" / "http.md").read_text("utf-8")
    lines = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]
    assert len(lines) > 15
    answers = {}
    for line in lines:
        words = shlex.split(line.replace(DOCUMENTED, server))
        assert words[0] == "curl"
        write = ["--silent", "--output", os.devnull, "--write-out", "%{http_code}"]
        done = subprocess.run(
            [words[0], *write, *words[1:]], capture_output=True, text=True, check=True, timeout=60
        )
        answers[line] = done.stdout
    # The last one shows an error on purpose.
    assert answers.pop(lines[-1]) == "400"
    assert {line: code for line, code in answers.items() if code != "200"} == {}
