"""Collected tables (CSV) read with their line numbers, and the literals made from their cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import XSD, Literal, URIRef

from astropact.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_DATATYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column name, and where it stands."""

    cells: dict[str, str]
    path: str
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def key(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Return the cells of these columns."""
        return tuple(self.cells[column] for column in columns)

    def fault(self, message: str, *, hint: str = "") -> InputError:
        """Return the error that points at this row."""
        return InputError(message, hint=hint, path=self.path, line=self.line)


def read_table(path: Path, columns: tuple[str, ...]) -> list[Row]:
    """Read the CSV file at ``path``.

    Raises InputError when the file cannot be read or one of ``columns`` is missing.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            present = reader.fieldnames or []
            missing = [name for name in columns if name not in present]
            if missing:
                raise InputError(
                    f"The table has no column {', '.join(missing)}.",
                    hint=f"It must have the columns {', '.join(columns)}.",
                    path=str(path),
                    line=1,
                )
            return [
                Row(
                    {name: (value or "").strip() for name, value in row.items() if name},
                    str(path),
                    reader.line_num,
                )
                for row in reader
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"The table cannot be read: {error}", path=str(path)) from error


def pair_up(
    rows: Iterable[Row],
    lines: Iterable[Row],
    columns: tuple[str, ...],
    name: Callable[[Row], str],
    *,
    file: str,
) -> None:
    """See that every row of a collected table was read again, and that nothing else was.

    ``rows`` and ``lines`` (of the table of re-readings, ``file``) belong together one by one where
    they have the same in ``columns``; ``name`` tells in words what a row is. Raises InputError at
    the first that has no counterpart.
    """
    lines = list(lines)
    waiting = Counter(line.key(columns) for line in lines)
    for row in rows:
        if not waiting[row.key(columns)]:
            words = name(row)
            raise row.fault(
                f"{words[:1].upper()}{words[1:]} was not read again.",
                hint=f"Add a line for it to {file}.",
            )
        waiting[row.key(columns)] -= 1
    for line in lines:
        if waiting[line.key(columns)]:
            raise line.fault(
                f"No row tells {name(line)}.", hint="Mark the line as added, or take it out."
            )


def has_column(path: Path, column: str) -> bool:
    """Whether the CSV file at ``path`` has a column of that name: which kind of table it is.

    Raises InputError when the file cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return column in (csv.DictReader(stream).fieldnames or ())
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"The table cannot be read: {error}", path=str(path)) from error


def is_date(text: str) -> bool:
    """Whether ``text`` is a year, a month or a day in ISO 8601 form."""
    return _DATE.fullmatch(text) is not None


def date_literal(text: str) -> Literal:
    """Return a day, month or year as the XSD type of its own precision."""
    return Literal(text, datatype=_DATATYPES[len(text)])


def text_literal(text: str) -> Literal:
    """Return English text."""
    return Literal(text, lang="en")


def address_literal(url: str) -> Literal:
    """Return a web address as ``xsd:anyURI``."""
    return Literal(url, datatype=XSD.anyURI)


def node(iri: str) -> URIRef:
    """Return ``iri`` as an RDF term."""
    return URIRef(iri)
