"""The competency questions: SPARQL files in ``ontology/questions/`` that say what they answer.

A file begins with comment lines: the first is the question, the others explain it. A line
``# competency: cq-001`` names the entry of ``tests/ontology/competency.csv`` that the answer is
held against, and is no part of the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_KEY: Final = re.compile(r"^(title|question|description)\s*:\s*", re.IGNORECASE)
_COMPETENCY: Final = re.compile(r"^competency\s*:\s*(\S+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """One question: its number, words and query."""

    slug: str
    title: str
    explanation: str
    query: str
    competency: str = ""

    @property
    def number(self) -> str:
        """Its place among the questions, as its file name begins: ``01``."""
        return self.slug.partition("-")[0]


def read_questions(root: Path) -> tuple[Question, ...]:
    """All questions of the record in ``root``, by number."""
    files = (root / "ontology" / "questions").glob("*.rq")
    questions = (parse_question(path.stem, path.read_text("utf-8")) for path in files)
    return tuple(sorted(questions, key=lambda question: (question.number.zfill(3), question.slug)))


def parse_question(slug: str, text: str) -> Question:
    """A question from the text of its file; without a comment its slug is its title."""
    lines = text.strip().splitlines()
    comments = []
    competency = ""
    while lines and (lines[0].startswith("#") or not lines[0].strip()):
        comment = lines.pop(0).lstrip("# ").strip()
        if named := _COMPETENCY.fullmatch(comment):
            competency = named[1]
        elif comment:
            comments.append(_KEY.sub("", comment))
    fallback = slug.partition("-")[2].replace("-", " ") or slug
    return Question(
        slug=slug,
        title=comments[0] if comments else fallback,
        explanation=" ".join(comments[1:]),
        query="\n".join(lines).strip() + "\n",
        competency=competency,
    )
