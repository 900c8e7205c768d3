"""Participation tables (CSV) read and checked, row by row.

Each row is what one or several sources say about one actor and one instrument; see
:data:`COLUMNS`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from astropact.errors import InputError
from astropact.importers.participation_sources import Citation, recognise
from astropact.importers.tables import Row, read_table
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterable
    from pathlib import Path

COLUMNS = (
    "state",
    "iso3",
    "instrument_id",
    "act",
    "date",
    "status_code",
    "as_of",
    "source_url",
    "note",
)

INSTRUMENTS = {
    "AFSA": "afsa-statute",
    "APSCO": "apsco-convention",
    "ARB": "arabsat-agreement",
    "ARRA": "rescue-agreement",
    "ARTEMIS": "artemis-accords",
    "BRS": "brussels-satellite-convention",
    "ESA": "esa-convention",
    "EUM": "eumetsat-convention",
    "EUTL": "eutelsat-convention",
    "IMSO": "imso-convention",
    "INTC": "intercosmos-agreement",
    "INTR": "intersputnik-agreement",
    "ISS_IGA": "iss-intergovernmental-agreement",
    "ITSO": "itso-agreement",
    "ITU": "itu-constitution",
    "LIAB": "liability-convention",
    "MOON": "moon-agreement",
    "NTB": "partial-test-ban-treaty",
    "OST": "outer-space-treaty",
    "REG": "registration-convention",
}

SHORT_NAMES = {slug: code.lower().replace("_", "-") for code, slug in INSTRUMENTS.items()}
"""The table's code of each instrument as part of a name."""

CONSENT = "consent-to-be-bound"
MEMBERSHIP = "membership"
"""The kind of a row whose source counts the actor among the members and names no act."""
NO_ACT = "no-act"
"""The kind of a row that says there is no act, for example of a state that only cooperates."""

_KINDS = {
    "R": {
        "": CONSENT,
        "acceptance": "acceptance",
        "accession": "accession",
        "approval": "approval",
        "ratification": "ratification",
        "succession": "succession",
    },
    "S": {"": "signature", "signature": "signature"},
    "D": {
        "": "declaration-of-acceptance",
        "declaration of acceptance": "declaration-of-acceptance",
    },
    "W": {"": "withdrawal", "withdrawal": "withdrawal"},
    "": {"": NO_ACT},
}


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """One checked row."""

    row: Row
    state: str
    iso3: str
    instrument: str
    kind: str
    stated_date: str
    as_of: date | None
    """None when neither the source nor the collector dates the list; the act is dated then."""
    citations: tuple[Citation, ...]
    note: str

    @property
    def short_instrument(self) -> str:
        """The table's code of the instrument as part of a name."""
        return SHORT_NAMES[self.instrument]


def read_participation(paths: Iterable[Path]) -> list[ParticipationRow]:
    """Read and check every row of the tables at ``paths``.

    Raises InputError naming file, line and column of the first cell that cannot be used.
    """
    rows: list[ParticipationRow] = []
    for path in paths:
        table = read_table(path, COLUMNS)
        _require_full_lines(path)
        rows.extend(_checked(row) for row in table)
    return rows


def _require_full_lines(path: Path) -> None:
    """Refuse lines with too few or too many cells, which a reader by names would hide."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader: Reader = csv.reader(stream)
        width = len(next(reader, []))
        for cells in reader:
            if cells and len(cells) != width:
                raise InputError(
                    f"The line has {len(cells)} cells where the table has {width} columns.",
                    hint="Put quotation marks around a cell that contains a comma.",
                    path=str(path),
                    line=reader.line_num,
                    column=min(len(cells), width) + 1,
                )


def _checked(row: Row) -> ParticipationRow:
    if not row["state"]:
        raise fault(row, "state", "is empty", "Name the state or organisation.")
    instrument = INSTRUMENTS.get(row["instrument_id"])
    if instrument is None:
        raise fault(
            row,
            "instrument_id",
            f"names no known instrument: “{row['instrument_id']}”",
            f"Use one of {', '.join(INSTRUMENTS)}.",
        )
    kinds = _KINDS.get(row["status_code"])
    if kinds is None:
        raise fault(
            row,
            "status_code",
            f"is not a code of an act: “{row['status_code']}”",
            "Use R (consent to be bound), S (signature), D (declaration) or W (withdrawal).",
        )
    if row["act"] not in kinds:
        raise fault(
            row,
            "act",
            f"“{row['act']}” does not go with status_code “{row['status_code']}”",
            f"Use one of {', '.join(name or '(empty)' for name in kinds)}.",
        )
    as_of = _day(row)
    if row["date"] and as_of is not None and _bounds(row)[0] > as_of:
        raise fault(
            row,
            "date",
            f"is {row['date']}, later than the list that gives it ({as_of.isoformat()})",
            "Correct the date or as_of.",
        )
    return ParticipationRow(
        row,
        row["state"],
        row["iso3"],
        instrument,
        kinds[row["act"]],
        row["date"],
        as_of,
        _citations(row),
        row["note"],
    )


def _day(row: Row) -> date | None:
    if row["date"] and not row["as_of"]:
        _bounds(row)
        return None
    try:
        return date.fromisoformat(row["as_of"])
    except ValueError as error:
        raise fault(
            row,
            "as_of",
            f"is not a day: “{row['as_of']}”",
            "Write the date of the source's list as 2024-12-31.",
        ) from error


def _bounds(row: Row) -> tuple[date, date]:
    try:
        return bounds(row["date"])
    except InputError as error:
        raise fault(row, "date", f"cannot be read: {error.message}", error.hint) from error


def _citations(row: Row) -> tuple[Citation, ...]:
    texts = [text.strip() for text in row["source_url"].split(" ; ")]
    found = [recognise(text) for text in texts]
    for text, citation in zip(texts, found, strict=True):
        if citation is None:
            raise fault(
                row,
                "source_url",
                f"cites no address and no known source: “{text}”" if text else "is empty",
                "Give the address of each source, sources separated by “ ; ”.",
            )
    return tuple(citation for citation in found if citation is not None)


def fault(row: Row, column: str, what: str, hint: str) -> InputError:
    """The error that points at one cell of ``row``."""
    return InputError(
        f"The cell {column} {what}.",
        hint=hint,
        path=row.path,
        line=row.line,
        column=COLUMNS.index(column) + 1,
    )
