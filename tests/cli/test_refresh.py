"""``astropact refresh`` brings generated files up to date."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from click.testing import CliRunner

from astropact.cli import cli
from astropact.config import record_root

from ..records import small_record

if TYPE_CHECKING:
    from pathlib import Path


def test_refresh_tells_and_mends_what_does_not_follow(tmp_path: Path) -> None:
    question = "ontology/questions/03-withdrawals.rq"
    root = small_record(tmp_path / "record", question)
    options = ["refresh", "--record", str(root), "--only", "answers"]
    made = CliRunner().invoke(cli, options, standalone_mode=False)
    assert "03-withdrawals.csv: written" in made.output
    answer = (root / question).with_suffix(".csv")
    right = answer.read_text("utf-8")
    assert "Saudi Arabia" in right
    answer.write_text("name\nnobody\n")
    orphan = answer.with_name("00-no-question.csv")
    orphan.write_text("name\n")
    told = CliRunner().invoke(cli, [*options, "--check"], standalone_mode=False)
    assert told.return_value == 1
    assert "03-withdrawals.csv: differs" in told.output
    assert "00-no-question.csv: differs" in told.output
    assert "nobody" in answer.read_text("utf-8")
    assert orphan.exists()
    mended = CliRunner().invoke(cli, options, standalone_mode=False)
    assert mended.return_value == 0
    assert "03-withdrawals.csv: written" in mended.output
    assert "00-no-question.csv: removed" in mended.output
    assert answer.read_text("utf-8") == right
    assert not orphan.exists()
    again = CliRunner().invoke(cli, options, standalone_mode=False)
    assert "Nothing to do" in again.output


def test_a_new_statement_goes_to_the_version_that_is_not_released(tmp_path: Path) -> None:
    root = tmp_path / "record"
    for folder in ("data/versions", "data/participation"):
        shutil.copytree(record_root() / folder, root / folder)
    released = (root / "data" / "versions" / "0-2-0.ttl").read_bytes()
    statements = root / "data" / "participation" / "moon-agreement.ttl"
    statements.write_text(
        statements.read_text("utf-8") + "\nstatement:new-one a ap:Statement .\n", "utf-8"
    )
    options = ["refresh", "--record", str(root), "--only", "versions"]
    told = CliRunner().invoke(cli, options, standalone_mode=False)
    (written,) = [line for line in told.output.splitlines() if line.endswith(": written")]
    assert "statement:new-one" in (root / written.removesuffix(": written")).read_text("utf-8")
    assert (root / "data" / "versions" / "0-2-0.ttl").read_bytes() == released
