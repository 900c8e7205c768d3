"""List dates learnt from rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from astropact.importers.participation_dates import READ_BY, ListDate, ListDates
from astropact.importers.participation_rows import ParticipationRow, read_participation

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "state,iso3,instrument_id,act,date,status_code,as_of,source_url,note\n"
A, B, C = (f"https://example.org/{name}" for name in "abc")


def rows(folder: Path, *told: tuple[str, str, str]) -> list[ParticipationRow]:
    table = folder / "rows.csv"
    lines = [f"Chad,TCD,OST,accession,2000-01-01,R,{day},{url},{note}\n" for day, url, note in told]
    table.write_text(HEAD + "".join(lines), "utf-8")
    return read_participation([table])


def test_a_row_of_one_source_gives_its_date(tmp_path: Path) -> None:
    dates = ListDates(rows(tmp_path, ("2020-01-01", A, ""), ("2021-01-01", f"{A} ; {B}", "")))
    assert dates.of_source("example-org-a") == ListDate(date(2020, 1, 1))


def test_the_remaining_source_of_a_younger_row_made_it_younger(tmp_path: Path) -> None:
    dates = ListDates(rows(tmp_path, ("2020-01-01", A, ""), ("2021-01-01", f"{A} ; {B}", "")))
    assert dates.of_source("example-org-b") == ListDate(date(2021, 1, 1))


def test_what_cannot_be_learnt_is_bounded(tmp_path: Path) -> None:
    told = rows(
        tmp_path,
        ("2022-01-01", A, ""),
        ("2022-01-01", f"{A} ; {B}", ""),
        ("2021-01-01", f"{B} ; {C}", ""),
    )
    dates = ListDates(told)
    assert dates.of_source("example-org-b") == ListDate(date(2021, 1, 1), True, bound=True)


def test_editions_of_one_page_keep_the_date_of_each_row(tmp_path: Path) -> None:
    told = rows(tmp_path, ("2020-01-01", A, ""), ("2021-01-01", A, ""))
    dates = ListDates(told)
    assert dates.of_source("example-org-a") is None
    assert [dates.of_statement(row, "example-org-a") for row in told] == [
        ListDate(date(2020, 1, 1)),
        ListDate(date(2021, 1, 1)),
    ]


def test_an_estimate_said_once_holds_for_the_list(tmp_path: Path) -> None:
    told = rows(tmp_path, ("2020-01-01", A, "as_of estimated"), ("2020-01-01", A, ""))
    dates = ListDates(told)
    assert dates.estimated == {"example-org-a"}
    assert dates.of_statement(told[1], "example-org-a") == ListDate(date(2020, 1, 1), True)


def test_a_list_without_any_date(tmp_path: Path) -> None:
    told = rows(tmp_path, ("", A, ""))
    read = ListDates(told).of_statement(told[0], "example-org-a")
    assert read == ListDate(READ_BY, estimated=True, bound=True)
