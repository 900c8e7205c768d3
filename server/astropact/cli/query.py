"""``astropact query``."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, BinaryIO

import click

from astropact.catalog.questions import read_questions
from astropact.cli.options import store_options
from astropact.cli.terminal import say, visible
from astropact.config import number, record_root
from astropact.errors import InputError, QuerySyntaxFault, SyntaxFault
from astropact.namespaces import PREFIXES, shorten
from astropact.protocol.formats import GRAPHS, RESULTS, by_name
from astropact.protocol.query_text import Limits, examine
from astropact.rdf.sparql_tokens import tokens

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.catalog.questions import Question
    from astropact.store import QueryResult, Store, Term

_FORMATS = ("table", *(offer.name for offer in (*RESULTS, *GRAPHS)))
_WIDEST_CELL = 60


@click.command()
@click.argument("text", required=False)
@click.option(
    "--file",
    "-f",
    "file",
    type=click.File("rb"),
    help="Read the query from a file; - is standard input.",
)
@click.option("--question", "-q", metavar="NN", help="Ask a competency question by its number.")
@click.option("--list", "list_questions", is_flag=True, help="List the competency questions.")
@click.option(
    "--format", "-o", "output", type=click.Choice(_FORMATS), default="table", show_default=True
)
@store_options
def query(
    text: str | None,
    file: BinaryIO | None,
    question: str | None,
    list_questions: bool,
    output: str,
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
        for entry in read_questions(record_root()):
            click.echo(f"{entry.number}  {entry.title}")
        return
    given = [value for value in (text, file, question) if value is not None]
    if len(given) != 1:
        raise click.UsageError("give one query: as TEXT, with --file, or with --question")
    if question is not None:
        wanted = _question(question).query
    else:
        wanted = _read(file) if file is not None else text or ""
    # The same limits as over HTTP: no network, and nothing that overflows the engine's stack.
    examine(wanted, Limits(number("max_query_bytes"), number("max_query_depth")))
    from astropact.cli.workspace import open_for_reading

    workspace = open_for_reading(directory, memory=memory)
    with workspace.store as store:
        _write(_ask(store, wanted), output)


def _read(file: BinaryIO) -> str:
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "is not UTF-8", hint="Save the query in UTF-8.", path=file.name
        ) from error


def _ask(store: Store, wanted: str) -> QueryResult:
    prefixes = _prefixes(wanted)
    try:
        return store.query(prefixes + wanted)
    except QuerySyntaxFault as error:
        # The prefixes stand on the first line, before the query as it was given.
        ahead = len(prefixes) if error.line == 1 else 0
        raise SyntaxFault(
            error.message,
            hint=error.hint,
            path="query",
            line=error.line,
            column=max(1, error.column - ahead) if error.column else None,
        ) from error


def _write(result: QueryResult, output: str) -> None:
    if output == "table":
        if result.kind == "boolean":
            click.echo("true" if result else "false")
        elif result.kind == "graph":
            result.write(sys.stdout.buffer, "text/turtle")
        else:
            _table(result)
        return
    offers = GRAPHS if result.kind == "graph" else RESULTS
    result.write(sys.stdout.buffer, by_name(output, offers).media_type)
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
        say(line.rstrip())
    say(f"({len(rows)} {'row' if len(rows) == 1 else 'rows'})", error=True)


def _cell(term: Term) -> str:
    text = shorten(term.value) if term.kind == "iri" else term.value
    return visible(re.sub(r"[\t\n]", " ", text))


def _prefixes(text: str) -> str:
    """The record's prefixes to stand before a query, those it declares itself left out."""
    declared = {
        name.text
        for word, name in pairwise(tokens(text))
        if word.kind == "word" and word.text.upper() == "PREFIX"
    }
    lines = [
        f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if f"{name}:" not in declared
    ]
    # All on one line: the lines that syntax errors name stay those of the query as given.
    return " ".join(lines) + " "


def _question(wanted: str) -> Question:
    for entry in read_questions(record_root()):
        if wanted == entry.slug or wanted.zfill(2) == entry.number:
            return entry
    raise InputError(
        f"there is no question {wanted!r}",
        hint="astropact query --list shows all.",
        path="--question",
    )
