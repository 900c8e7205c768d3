"""``astropact link``."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from astropact.config import record_root

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]


def test_the_report_is_clean_for_the_shipped_record(run: Run) -> None:
    done = run("link", "report")
    assert done.returncode == 0, done.stdout
    assert "shared: 0" in done.stdout
    assert "unsupported: 0" in done.stdout
    assert isinstance(json.loads(run("link", "report", "-o", "json").stdout), list)


def test_sssom_is_written(run: Run) -> None:
    done = run("link", "sssom")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("#curie_map:")
    assert "\nstate:sau\tSaudi Arabia\tskos:exactMatch\twikidata:Q851\t" in done.stdout


def test_a_table_is_compared_and_kept_as_evidence(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "record"
    for folder in ("data", "ontology", "shapes"):
        shutil.copytree(record_root() / folder, root / folder)
    table = tmp_path / "eu.csv"
    table.write_text("code,uri\nSAU,http://publications.europa.eu/resource/authority/country/SAU\n")
    columns = ["--identifier", "uri", "--key", "code", "--field", "ap:iso3", "--source", "wikidata"]
    done = run("link", "confirm", "eu-authority", str(table), *columns, "--record", str(root))
    assert done.returncode == 0, done.stderr
    assert "1 confirmed, 0 proposed, 0 contradicted." in done.stdout
    kept = (root / "data" / "links" / "evidence-eu-authority.ttl").read_text("utf-8")
    assert "eu-authority/state/sau/wikidata-code" in kept
    table.write_text("code,uri\nSAU,http://publications.europa.eu/resource/authority/country/SAX\n")
    wrong = run("link", "confirm", "eu-authority", str(table), *columns)
    assert wrong.returncode == 1
    assert "contradicted" in wrong.stdout
