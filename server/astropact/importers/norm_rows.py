"""The collected table of norms, with what re-reading each against its text brought.

Beside the package stand the tables of ``norm_readings``: one for each instrument with a row for
every norm (the events that call it up, narrower subjects, cells that the collected table has
wrong), ``added.csv`` with norms that it lacks, and ``roles.csv`` with what the words for bearers
and counterparties mean.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from astropact.importers.tables import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

NORM_COLUMNS: Final = (
    "id",
    "instrument",
    "article",
    "paragraph",
    "kind",
    "bearer",
    "counterparty",
    "action",
    "condition_or_trigger",
    "subject",
    "paraphrase",
    "note",
)
READINGS: Final = Path(__file__).with_name("norm_readings")
# Cells of the collected table that a re-reading may correct. The last three have a column only
# in tables that need it.
_CORRECTED: Final = (
    "kind",
    "bearer",
    "counterparty",
    "action",
    "condition_or_trigger",
    "paraphrase",
    "subject",
    "note",
    "hortatory",
)
_READING_COLUMNS: Final = ("id", "triggers", "subjects", *_CORRECTED[:6], "reason")


@dataclass(frozen=True, slots=True)
class NormRow:
    """One norm as read: its corrected row, the events that call it up, all its subjects."""

    row: Row
    triggers: tuple[str, ...]
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What the words for a bearer or counterparty mean: roles, and actors that they name."""

    roles: tuple[str, ...]
    actors: tuple[str, ...]


class Parts:
    """Words for bearers and counterparties, from ``roles.csv`` in ``folder``.

    A line that names an instrument goes before one for all instruments.
    """

    def __init__(self, folder: Path = READINGS) -> None:
        self._known = {
            (row["text"], row["instrument"]): Part(_slugs(row["roles"]), _slugs(row["actors"]))
            for row in read_table(folder / "roles.csv", ("text", "instrument", "roles", "actors"))
        }

    def of(self, row: Row, column: str) -> Part:
        """Return what the words in ``column`` of a norm mean.

        Raises InputError when ``roles.csv`` does not know them.
        """
        words = row[column]
        if not words:
            return Part((), ())
        for key in ((words, row["instrument"]), (words, "")):
            if key in self._known:
                return self._known[key]
        raise row.fault(
            f"“{words}” is no known {column} of a norm.",
            hint="Say in norm_readings/roles.csv which roles it means.",
        )


def read_norms(table: Path, folder: Path = READINGS) -> Iterator[NormRow]:
    """Yield the norms of the collected ``table`` and then those that it lacks.

    ``folder`` holds the tables of re-readings. Raises InputError for a row that cannot be read,
    a norm that stands twice, and a norm that was not re-read.
    """
    seen: set[str] = set()
    readings: dict[str, dict[str, Row]] = {}
    for path in (table, folder / "added.csv"):
        for row in read_table(path, NORM_COLUMNS):
            if row["id"] in seen:
                raise row.fault(f"The norm “{row['id']}” stands twice.")
            seen.add(row["id"])
            instrument = row["instrument"]
            if instrument not in readings:
                readings[instrument] = _readings(folder / f"{instrument}.csv", row)
            reading = readings[instrument].get(row["id"])
            if reading is None:
                raise row.fault(
                    f"The norm “{row['id']}” was not read again against its text.",
                    hint=f"Add its row to norm_readings/{instrument}.csv.",
                )
            yield _corrected(row, reading)


def _readings(path: Path, row: Row) -> dict[str, Row]:
    if not path.is_file():
        raise row.fault(
            f"The norms of “{row['instrument']}” were not read again against their text.",
            hint=f"Add the table norm_readings/{path.name}.",
        )
    found: dict[str, Row] = {}
    for reading in read_table(path, _READING_COLUMNS):
        if reading["id"] in found:
            raise reading.fault(f"The norm “{reading['id']}” has two rows.")
        found[reading["id"]] = reading
    return found


def _corrected(row: Row, reading: Row) -> NormRow:
    changes = {column: reading.cells[column] for column in _CORRECTED if reading.cells.get(column)}
    if changes and not reading["reason"]:
        raise reading.fault(
            "A correction without a reason.", hint="Say in the column reason what the text says."
        )
    whole = dataclasses.replace(row, cells={"hortatory": "", **row.cells, **changes})
    subjects = dict.fromkeys((whole["subject"], *_slugs(reading["subjects"])))
    return NormRow(whole, _slugs(reading["triggers"]), tuple(subjects))


def _slugs(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
