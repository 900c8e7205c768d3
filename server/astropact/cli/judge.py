"""``astropact validate``: files judged against the shapes."""

from __future__ import annotations

from pathlib import Path

import click

from astropact.cli.options import GRAPH_FORMATS
from astropact.cli.terminal import say, write
from astropact.config import record_root


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
@click.option(
    "--record",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the record.  [default: the shipped one]",
)
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
