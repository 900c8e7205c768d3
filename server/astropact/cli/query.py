"""``astropact query``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

import click

from astropact.cli.options import store_options
from astropact.config import record_root
from astropact.errors import InputError
from astropact.namespaces import shorten

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.store import QueryResult, Term

_FORMATS = {
    "table": "",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
_GRAPH_FORMATS = {"json": "application/ld+json", "xml": "application/rdf+xml"}
_WIDEST_CELL = 60


@click.command()
@click.argument("text", required=False)
@click.option(
    "--file",
    "-f",
    "file",
    type=click.File("r", encoding="utf-8"),
    help="Read the query from a file; - is standard input.",
)
@click.option("--question", "-q", metavar="NN", help="Ask a competency question by its number.")
@click.option("--list", "list_questions", is_flag=True, help="List the competency questions.")
@click.option(
    "--format", "-o", "output", type=click.Choice(list(_FORMATS)), help="[default: table]"
)
@store_options
def query(
    text: str | None,
    file: TextIO | None,
    question: str | None,
    list_questions: bool,
    output: str | None,
    directory: Path | None,
    memory: bool,
) -> None:
    """Answer a SPARQL query on the record.

    \b
    astropact query --list
    astropact query --question 01
    astropact query 'SELECT ?s WHERE { ?s a ap:State } LIMIT 3'
    astropact query -f parties.rq -o csv > parties.csv

    The prefixes of the record (ap:, state:, instrument:, skos: ...) need not be declared.
    """
    if list_questions:
        for path in _questions():
            click.echo(f"{path.stem[:2]}  {_title(path)}")
        return
    given = [value for value in (text, file, question) if value is not None]
    if len(given) != 1:
        raise click.UsageError("give one query: as TEXT, with --file, or with --question")
    if question is not None:
        wanted = _question(question).read_text("utf-8")
    else:
        wanted = text if text is not None else str(file.read()) if file is not None else ""
    from astropact.cli.workspace import open_for_reading

    workspace = open_for_reading(directory, memory=memory)
    with workspace.store as store:
        result = store.query(_with_prefixes(wanted))
        _write(result, output)


def _write(result: QueryResult, output: str | None) -> None:
    if output in (None, "table"):
        if result.kind == "boolean":
            click.echo("true" if result else "false")
        elif result.kind == "graph":
            result.write(sys.stdout.buffer, "text/turtle")
        else:
            _table(result)
        return
    media_type = _FORMATS[str(output)]
    if result.kind == "graph":
        media_type = _GRAPH_FORMATS.get(str(output), media_type)
    result.write(sys.stdout.buffer, media_type)
    sys.stdout.buffer.flush()


def _table(result: QueryResult) -> None:
    rows = [
        [_cell(row[name]) if name in row else "" for name in result.variables]
        for row in result.rows()
    ]
    header = list(result.variables)
    widths = [
        min(_WIDEST_CELL, max(len(row[i]) for row in [header, *rows])) for i in range(len(header))
    ]
    for row in [header, ["-" * width for width in widths], *rows]:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(line.rstrip())
    click.echo(f"({len(rows)} {'row' if len(rows) == 1 else 'rows'})", err=True)


def _cell(term: Term) -> str:
    text = shorten(term.value) if term.kind == "iri" else term.value
    return text.replace("\n", " ")


def _with_prefixes(text: str) -> str:
    """The query with the record's prefixes before it, those it declares itself left out."""
    import re

    from astropact.namespaces import PREFIXES

    declared = {name.lower() for name in re.findall(r"(?i)\bprefix\s+([\w-]*):", text)}
    lines = [
        f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name.lower() not in declared
    ]
    # All on one line: the lines that syntax errors name stay those of the query as given.
    return " ".join(lines) + " " + text


def _questions() -> list[Path]:
    return sorted((record_root() / "ontology" / "questions").glob("*.rq"))


def _question(number: str) -> Path:
    for path in _questions():
        if path.stem == number or path.stem.split("-")[0] == number.zfill(2):
            return path
    raise InputError(
        f"there is no question {number!r}",
        hint="astropact query --list shows all.",
        path="--question",
    )


def _title(path: Path) -> str:
    for line in path.read_text("utf-8").splitlines():
        if line.lower().startswith("# title:"):
            return line.partition(":")[2].strip()
    return path.stem
