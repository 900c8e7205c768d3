"""``astropact reconcile`` and ``astropact import``."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from ..records import small_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

SAUDI = "https://w3id.org/astropact/id/act/moon-agreement/sau/withdrawal"


def record(root: Path, target: Path) -> Path:
    for name in ("data", "ontology", "shapes"):
        shutil.copytree(root / name, target / name)
    return target


def test_the_shipped_acts_are_what_the_statements_give(run: Run) -> None:
    done = run("reconcile", "--check")
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_an_edited_or_stale_result_is_found_and_made_right(run: Run, tmp_path: Path) -> None:
    place = small_record(tmp_path / "record")
    acts = place / "data" / "participation" / "acts"
    shipped = (acts / "moon-agreement.ttl").read_text("utf-8")
    assert SAUDI in shipped
    (acts / "moon-agreement.ttl").write_text(shipped.replace("2023-01-05", "2023-01-06"), "utf-8")
    (acts / "no-such-treaty.ttl").write_text("", "utf-8")
    done = run("reconcile", "--check", "--record", str(place))
    assert done.returncode == 1
    assert done.stdout.count("differs from what the statements give") == 2
    assert run("reconcile", "--record", str(place)).returncode == 0
    assert (acts / "moon-agreement.ttl").read_text("utf-8") == shipped
    assert not (acts / "no-such-treaty.ttl").exists()


def test_a_statement_changes_the_act_that_rests_on_it(run: Run, tmp_path: Path) -> None:
    place = small_record(tmp_path / "record")
    statements = place / "data" / "participation" / "moon-agreement.ttl"
    text = statements.read_text("utf-8")
    cut = [block for block in text.split("\n\n") if not block.startswith("statement:") or
           "state:sau" not in block or "withdrawal" not in block]
    assert len(cut) < len(text.split("\n\n"))
    statements.write_text("\n\n".join(cut), "utf-8")
    assert run("reconcile", "--record", str(place)).returncode == 0
    acts = (place / "data" / "participation" / "acts" / "moon-agreement.ttl").read_text("utf-8")
    assert SAUDI not in acts


def test_a_bad_row_is_told_and_nothing_is_written(run: Run, root: Path, tmp_path: Path) -> None:
    place = record(root, tmp_path / "record")
    table = tmp_path / "rows.csv"
    table.write_text(
        "state,iso3,instrument_id,act,date,status_code,as_of,source_url,note\n"
        "Chile,CHL,MOON,signature,1980-01-03,S,2023-12-31,https://treaties.un.org/x,\n"
        "Chile,CHL,MOON,signature,1980-02-31,S,2023-12-31,https://treaties.un.org/x,\n"
    )
    before = {p: p.read_bytes() for p in sorted(place.rglob("*.ttl"))}
    done = run("import", "participation", str(table), "--out", str(place))
    assert done.returncode == 2
    assert "rows.csv:3" in done.stderr
    assert {p: p.read_bytes() for p in sorted(place.rglob("*.ttl"))} == before
    assert run("import", "participation", "none.csv", "--out", str(place)).returncode == 2
    assert run("import", "actors", str(table), "--out", str(place)).returncode == 2


def test_lists_of_single_acts_and_totals_are_imported(
    run: Run, root: Path, repository: Path, tmp_path: Path
) -> None:
    place = record(root, tmp_path / "record")
    samples = repository / "tests/importers/samples"
    for kind, table, file in (
        ("artemis", "artemis.csv", "participation/artemis-accords-signatories.ttl"),
        ("ilrs", "ilrs.csv", "participation/ilrs-memorandum.ttl"),
        ("pledges", "pledges.csv", "participation/asat-test-commitment.ttl"),
        ("totals", "totals.csv", "totals/moon-agreement.ttl"),
    ):
        done = run("import", kind, str(samples / table), "--out", str(place))
        assert done.returncode == 0, done.stderr
        assert "rows" in done.stdout
        assert (place / "data" / file).is_file()
        assert (place / "data/sources" / f"{kind}.ttl").is_file()
