"""``astropact refresh``: everything in the record that is generated, generated again."""

from __future__ import annotations

from pathlib import Path

import click

from astropact.cli.make import (
    ACTS,
    ANSWERS,
    changed_files,
    left_over,
    remove_files,
    write_files,
)
from astropact.config import record_root

_PARTS = ("acts", "versions", "manifest", "answers")


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if files differ.")
@click.option(
    "--only",
    "parts",
    multiple=True,
    type=click.Choice(_PARTS),
    help="One part, may be repeated.  [default: all]",
)
@click.option(
    "--record",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the record.  [default: the shipped one]",
)
def refresh(only_check: bool, parts: tuple[str, ...], root: Path | None) -> int:
    """Generate again what follows from the files of the record.

    \b
    acts      data/participation/acts/, from the statements (as astropact reconcile does)
    versions  data/versions/: what the version that is not released yet is the first to know
    manifest  data/manifest.ttl: which files there are and which sources they cite
    answers   ontology/questions/*.csv: the stored answers of the competency questions

    Run it after a change of the record, and review what it changed as a diff.

    \b
    astropact refresh --record .
    git diff --stat
    """
    from astropact.catalog.refresh import refreshed_answers, refreshed_manifest
    from astropact.reasoning.reconcile import reconcile_record
    from astropact.reasoning.rules import derive
    from astropact.reasoning.versions import refreshed_versions
    from astropact.validation.hygiene import load_files

    place = root or record_root()
    wanted = parts or _PARTS
    done: dict[str, str] = {}

    def settle(made: dict[str, str], pattern: str = "") -> None:
        changed = changed_files(place, made)
        gone = left_over(place, made, pattern) if pattern else []
        done.update(dict.fromkeys(changed, "written"))
        done.update(dict.fromkeys(gone, "removed"))
        if not only_check:
            write_files(place, {name: made[name] for name in changed})
            remove_files(place, gone)

    if "acts" in wanted:
        settle(dict(reconcile_record(place)), ACTS)
    if "versions" in wanted:
        with load_files(place) as store:
            settle(refreshed_versions(place, store))
    if "manifest" in wanted:
        settle({"data/manifest.ttl": refreshed_manifest(place)})
    if "answers" in wanted:
        with load_files(place) as store:
            derive(store, place / "ontology" / "rules")
            settle(refreshed_answers(place, store), ANSWERS)
    for name, deed in done.items():
        click.echo(f"{name}: {'differs; run astropact refresh' if only_check else deed}")
    if not done:
        click.echo("Nothing to do: all that is generated follows from the files.")
    return 1 if only_check and done else 0
