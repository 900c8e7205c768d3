"""``astropact validate`` and ``astropact check``: the commands that judge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from astropact.cli.options import GRAPH_FORMATS
from astropact.cli.terminal import say, write
from astropact.config import record_root

if TYPE_CHECKING:
    from collections.abc import Iterable

_RECORD = click.option(
    "--record",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the record.  [default: the shipped one]",
)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "-o",
    "output",
    type=click.Choice(["text", "json", "turtle"]),
    default="text",
    show_default=True,
)
@click.option(
    "--input",
    "-i",
    "given",
    type=click.Choice(list(GRAPH_FORMATS)),
    help="Format of the files.  [default: by their ending]",
)
@_RECORD
def validate(files: tuple[Path, ...], output: str, given: str | None, root: Path | None) -> int:
    """Judge FILES against the shapes, together with the record.

    Reads Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD; fetches nothing, stores nothing.
    Tells for each fault the file and line, the triple, what is wrong and how to mend it.

    \b
    astropact validate my-facts.ttl
    astropact validate -o json my-facts.jsonld > report.json
    """
    from astropact.validation.gate import validate_files

    report = validate_files(
        files, root or record_root(), media_type=GRAPH_FORMATS[given] if given else None
    )
    if output == "json":
        write(report.to_json())
    elif output == "turtle":
        write(report.to_turtle())
    else:
        say(report.to_text())
    return 0 if report.conforms else 1


@click.command()
@click.option(
    "--reasoner", is_flag=True, help="Also prove the ontology consistent (needs owlready2, Java)."
)
@_RECORD
def check(reasoner: bool, root: Path | None) -> int:
    """Judge the record itself: form, ontology, shapes, and what is generated.

    \b
    astropact check --record .
    """
    from astropact.catalog.form import find_form_faults
    from astropact.reasoning.reconcile import reconcile_record
    from astropact.validation.gate import validate_record
    from astropact.validation.hygiene import check_hygiene

    place = root or record_root()
    faults = _tell("files and manifest", find_form_faults(place))
    faults += _tell("ontology hygiene", map(str, check_hygiene(place)))
    stale = (
        f"{name}: differs from what the statements give; run astropact reconcile"
        for name, text in reconcile_record(place).items()
        if not (place / name).is_file() or (place / name).read_text("utf-8") != text
    )
    faults += _tell("acts follow from statements", stale)
    report = validate_record(place)
    for result in report.warnings:
        say(f"  warning: {result.place} {result.what}. {result.mend}")
    faults += _tell(
        "shapes", (f"{result.place} {result.what}. {result.mend}" for result in report.violations)
    )
    if reasoner:
        faults += _tell("consistency", _contradictions(place))
    say("The record is sound." if not faults else f"{faults} faults.")
    return 1 if faults else 0


def _contradictions(root: Path) -> list[str]:
    from astropact.validation.consistency import check_consistency, merge, ontology_files

    verdict = check_consistency(merge(ontology_files(root)))
    if not verdict.consistent:
        return ["the ontology contradicts itself"]
    return [f"{name} can have no instance" for name in verdict.unsatisfiable]


def _tell(what: str, faults: Iterable[str]) -> int:
    """Prints one part of the check and returns how many faults it has."""
    found = list(faults)
    say(f"{what}: {'ok' if not found else f'{len(found)} faults'}")
    for fault in found:
        say(f"  {fault}")
    return len(found)
