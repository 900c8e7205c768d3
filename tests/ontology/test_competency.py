"""Questions that readers asked: the answers hold what was expected, or the table says why not.

``competency.csv`` has one line for each part of an expected answer: the question, the condition on
its rows (``column=value``, several joined by ``|``), the column, and the different values of that
column as expected and as given, joined by ``;``. Where the two differ a reason stands beside them,
and where they agree none may. That the stored answers are those of the record is tested in
``test_questions.py``.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from astropact.catalog.questions import read_questions
from astropact.config import record_root

FOLDER = record_root() / "ontology" / "questions"
with Path(__file__).with_name("competency.csv").open(encoding="utf-8", newline="") as table:
    PARTS = list(csv.DictReader(table))


def _values(part: dict[str, str]) -> set[str]:
    """The different values, blank ones left out, of the column that ``part`` names."""
    conditions = [one.partition("=") for one in part["where"].split("|") if one]
    with (FOLDER / f"{part['file']}.csv").open(encoding="utf-8", newline="") as stored:
        answer = csv.DictReader(stored)
        assert answer.fieldnames is not None
        assert {part["column"], *(name for name, _, _ in conditions)} <= set(answer.fieldnames)
        rows = [row for row in answer if all(row[name] == value for name, _, value in conditions)]
    assert rows, "no row of the answer meets the condition"
    return {row[part["column"]] for row in rows} - {""}


def _set(cell: str) -> set[str]:
    return {value for value in cell.split(";") if value}


@pytest.mark.parametrize(
    "part", PARTS, ids=lambda part: "-".join((part["id"], part["column"], part["where"]))
)
def test_answer_is_as_the_table_says(part: dict[str, str]) -> None:
    assert _values(part) == _set(part["answer"])


@pytest.mark.parametrize(
    "part", PARTS, ids=lambda part: "-".join((part["id"], part["column"], part["where"]))
)
def test_difference_has_a_reason_and_agreement_has_none(part: dict[str, str]) -> None:
    differs = _set(part["expected"]) != _set(part["answer"])
    assert bool(part["difference"]) == differs


def test_every_question_that_was_asked_is_in_the_table() -> None:
    asked = {one.slug: one.competency for one in read_questions(record_root()) if one.competency}
    assert len(set(asked.values())) == len(asked) >= 40
    assert {part["file"]: part["id"] for part in PARTS} == asked
