"""``astropact reconcile`` and ``astropact import``: the commands that write Turtle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from astropact.config import record_root
from astropact.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rdflib import Graph

# Files that are generated, and nothing else: what is no longer made is removed.
ACTS = "data/participation/acts/*.ttl"
ANSWERS = "ontology/questions/*.csv"

_DIRECTORY = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_KINDS = [
    "actors",
    "artemis",
    "clauses",
    "ilrs",
    "instruments",
    "norms",
    "participation",
    "pledges",
    "readings",
    "totals",
    "votes",
]


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if files differ.")
@click.option(
    "--record", "root", type=_DIRECTORY, help="Folder of the record.  [default: the shipped one]"
)
def reconcile(only_check: bool, root: Path | None) -> int:
    """Conclude participation acts from what the sources state.

    Regenerates every file in data/participation/acts/ from the statements, sources, actors and
    instruments of the record, by the order of trust that docs/reconciliation.md states. The files
    are never edited by hand; review the change as a diff.

    \b
    astropact reconcile --record .
    git diff data/participation/acts
    """
    from astropact.reasoning.reconcile import reconcile_record

    place = root or record_root()
    made = reconcile_record(place)
    stale = left_over(place, made, ACTS)
    changed = changed_files(place, made)
    if only_check:
        for name in [*changed, *stale]:
            click.echo(f"{name}: differs from what the statements give; run astropact reconcile")
        return 1 if changed or stale else 0
    write_files(place, {name: made[name] for name in changed})
    remove_files(place, stale)
    click.echo(f"{len(made)} files, {len(changed)} written, {len(stale)} removed.")
    return 0


@click.command("import")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--out",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder of the record to write into, for example . in a checkout.",
)
def import_(kind: str, files: tuple[Path, ...], root: Path) -> None:
    """Turn collected tables (CSV) into Turtle of the record.

    \b
    actors         two files: states, then agencies
    artemis        one or more lists of signatories of the Artemis Accords
    clauses        one file: the rules on joining, effect, change and leaving
    ilrs           one or more lists of participants in the lunar research station
    instruments    the instruments, then optionally their effect rules
    norms          one file: the rules that instruments lay down
    participation  one or more files of what sources state about states and treaties
    pledges        one or more lists of pledges not to test anti-satellite missiles, or of events
    readings       one file: rival interpretations and who holds them
    totals         one or more tables of official numbers of parties and signatories
    votes          one or more files of positions in votes, or of events

    All files are read before anything is written; a bad row is told with its file and line.

    \b
    astropact import participation participation.csv --out .
    """
    from astropact.importers.sources import described_elsewhere
    from astropact.rdf.canonical import to_turtle

    described = described_elsewhere(root, f"data/sources/{kind}.ttl")
    if kind == "participation":
        from astropact.importers.participation import import_participation

        made, report = import_participation(files, root=root, described=described)
        click.echo(f"{report.rows} rows, {report.statements} statements.")
    elif kind == "actors":
        from astropact.importers.actors import import_actors

        if len(files) != 2:
            raise click.UsageError("actors takes two files: states.csv agencies.csv")
        made = import_actors(*files, elsewhere=described)
    elif kind in ("artemis", "ilrs", "pledges"):
        made = _import_list(kind, files, root, described)
    elif kind == "totals":
        from astropact.importers.totals import import_totals

        made, rows = import_totals(files, described=described)
        click.echo(f"{rows} rows.")
    elif kind == "clauses":
        from astropact.importers.final_clauses import import_clauses

        if len(files) != 1:
            raise click.UsageError("clauses takes one file: the table of effect rules")
        made = import_clauses(*files, elsewhere=[*described, *_provisions(root)])
    elif kind == "readings":
        from astropact.importers.readings import SOURCES_FILE, import_readings
        from astropact.store.files import read_turtle

        if len(files) != 1:
            raise click.UsageError("readings takes one file: the table of readings")
        folders = ("data/actors", "data/sources")
        paths = [path for name in folders for path in sorted(root.glob(f"{name}/*.ttl"))]
        named = [read_turtle([path]) for path in paths if path != root / SOURCES_FILE]
        made = import_readings(*files, elsewhere=[*named, *_provisions(root)])
    elif kind == "norms":
        from astropact.importers.norms import import_norms
        from astropact.store.files import read_turtle

        # Provisions, pledges, and sources that files not made from tables describe.
        described_in = (
            "instruments/*",
            "participation/asat-*",
            "sources/agreements",
            "sources/votes",
        )
        known = sorted(path for name in described_in for path in root.glob(f"data/{name}.ttl"))
        clauses = [read_turtle([path]) for path in known]
        made = {}
        for path in files:
            made.update(import_norms(path, elsewhere=[*described, *clauses]))
    elif kind == "votes":
        from astropact.importers.votes import import_votes

        made = import_votes(files, root=root, elsewhere=described)
    else:
        from astropact.importers.instruments import import_instruments

        made = import_instruments(*files, elsewhere=described)
    texts = {name: to_turtle(graph) for name, graph in made.items()}
    changed = changed_files(root, texts)
    write_files(root, {name: texts[name] for name in changed})
    click.echo(f"{len(texts)} files, {len(changed)} written.")


def _provisions(root: Path) -> list[Graph]:
    """Reads the files of the record that describe instruments and provisions."""
    from astropact.store.files import read_turtle

    folders = ("data/instruments", "data/norms")
    return [read_turtle([path]) for name in folders for path in sorted(root.glob(f"{name}/*.ttl"))]


def _import_list(
    kind: str, files: tuple[Path, ...], root: Path, described: list[Graph]
) -> dict[str, Graph]:
    """Imports a list of single acts and tells how many rows make no statement."""
    if kind == "artemis":
        from astropact.importers.artemis import import_artemis as run
    elif kind == "ilrs":
        from astropact.importers.ilrs import import_ilrs as run
    else:
        from astropact.importers.pledges import import_pledges as run
    made, rows, left_out = run(files, root=root, described=described)
    click.echo(f"{rows} rows, {left_out} of them without a statement.")
    return made


def changed_files(root: Path, made: Mapping[str, str]) -> list[str]:
    """Names of the files below ``root`` whose text is not the one in ``made``."""
    return [
        name
        for name, text in sorted(made.items())
        if not (root / name).is_file() or (root / name).read_text("utf-8") != text
    ]


def left_over(root: Path, made: Mapping[str, str], pattern: str) -> list[str]:
    """Names of the files below ``root`` that match ``pattern`` and are not in ``made``."""
    names = (path.relative_to(root).as_posix() for path in sorted(root.glob(pattern)))
    return [name for name in names if name not in made]


def write_files(root: Path, texts: Mapping[str, str]) -> None:
    """Writes all drafts first, so that a full disk leaves the old files as they were."""
    drafts: list[tuple[Path, Path]] = []
    try:
        for name, text in texts.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(path.name + ".new")
            drafts.append((draft, path))
            draft.write_text(text, "utf-8")
        for draft, path in drafts:
            draft.replace(path)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}", hint="Check rights and space.", path=str(root)
        ) from error
    finally:
        for draft, _path in drafts:
            draft.unlink(missing_ok=True)


def remove_files(root: Path, names: Iterable[str]) -> None:
    """Removes files of the record."""
    try:
        for name in names:
            (root / name).unlink()
    except OSError as error:
        raise InputError(
            f"cannot be removed: {error.strerror}", hint="Check rights.", path=str(root)
        ) from error
