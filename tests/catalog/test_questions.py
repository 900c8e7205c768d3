"""Competency questions as the pages and the command line read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.questions import parse_question, read_questions

if TYPE_CHECKING:
    from pathlib import Path


def test_words_and_query_are_told_apart() -> None:
    text = "# title: Who?\n# description: All of them,\n# by name.\n\nASK {}\n# end\n"
    found = parse_question("07-who", text)
    assert (found.slug, found.number, found.title) == ("07-who", "07", "Who?")
    assert found.explanation == "All of them, by name."
    assert found.query == "ASK {}\n# end\n"


def test_without_a_comment_the_slug_is_the_title() -> None:
    assert parse_question("07-who-did-it", "ASK {}").title == "who did it"


def test_a_competency_line_is_no_part_of_the_words() -> None:
    found = parse_question(
        "07-who", "# title: Who?\n# description: All.\n# competency: cq-001\nASK {}"
    )
    assert (found.explanation, found.competency) == ("All.", "cq-001")
    assert parse_question("07-who", "# title: Who?\nASK {}").competency == ""


def test_questions_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "ontology" / "questions"
    folder.mkdir(parents=True)
    for name in ("100-last", "11-next", "09-first"):
        (folder / f"{name}.rq").write_text("ASK {}", "utf-8")
    assert [question.number for question in read_questions(tmp_path)] == ["09", "11", "100"]


def test_every_question_of_the_record_has_words(root: Path) -> None:
    questions = read_questions(root)
    assert len(questions) >= 10
    assert len({question.title for question in questions}) == len(questions)
    for question in questions:
        assert question.title.endswith("?"), question.slug
        assert question.explanation, question.slug
        assert not question.query.startswith("#")
