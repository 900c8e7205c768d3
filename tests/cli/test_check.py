"""``astropact check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..records import WHOLE, small_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]


def test_the_shipped_record_is_sound(run: Run) -> None:
    done = run("check")
    assert done.returncode == 0, done.stdout
    assert "The record is sound." in done.stdout
    for part in (
        "files",
        "hygiene",
        "generated",
        "versions",
        "links",
        "totals",
        "claims",
        "shapes",
        "reasoner",
    ):
        assert f"\n{part}: ok (" in f"\n{done.stdout}"


def test_a_spoilt_record_is_judged_bad(run: Run, tmp_path: Path) -> None:
    place = small_record(tmp_path / "record", *WHOLE)
    states = place / "data" / "actors" / "states.ttl"
    text = states.read_text("utf-8")
    states.write_text(text.replace('ap:iso3 "SAU"', 'ap:iso3 "Saudi"'), "utf-8")
    (place / "data" / "actors" / "extra.ttl").write_text("", "utf-8")
    acts = place / "data" / "participation" / "acts"
    (acts / "moon-agreement.ttl").write_text("", "utf-8")
    (acts / "no-such-treaty.ttl").write_text("", "utf-8")
    done = run("check", "--no-reasoner", "--record", str(place))
    assert done.returncode == 1
    assert "extra.ttl: not in data/manifest.ttl" in done.stdout
    assert "moon-agreement.ttl: differs from what the statements give" in done.stdout
    assert "no-such-treaty.ttl: differs from what the statements give" in done.stdout
    assert "states.ttl:" in done.stdout
    assert '"Saudi"' in done.stdout


def test_a_file_that_is_not_turtle_is_told_and_ends_the_check(run: Run, tmp_path: Path) -> None:
    place = small_record(tmp_path / "record", *WHOLE)
    with (place / "data" / "actors" / "states.ttl").open("a", encoding="utf-8") as file:
        file.write("<a> <b> .\n")
    done = run("check", "--no-reasoner", "--record", str(place))
    assert done.returncode == 1
    assert "files: 1 faults" in done.stdout
    assert "data/actors/states.ttl:" in done.stdout
    assert "which does not exist" not in done.stdout
    assert "judged aside: 1 faults" in done.stdout
