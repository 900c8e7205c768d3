"""Looks at the text of a SPARQL query without parsing it.

The engine parses. This scanner answers what must be known before: which form the query has,
whether it asks for what is refused here (updates, SERVICE), and whether it is of a shape that is
known to hurt the engine. It works on tokens, so comments, strings and IRIs do not mislead it, and
it errs on the side of refusing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.errors import LimitExceeded, QueryRefused
from astropact.rdf.sparql_tokens import Token, tokens, unescape

if TYPE_CHECKING:
    from astropact.protocol.formats import AnswerKind

_GROUP_FOLLOWS: Final = re.compile(r"(?:\s|\#[^\n\r]*)*\{")

_FORMS: Final[dict[str, AnswerKind]] = {
    "SELECT": "solutions",
    "ASK": "boolean",
    "CONSTRUCT": "graph",
    "DESCRIBE": "graph",
}
_UPDATES: Final = frozenset(
    "INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD WITH".split()  # noqa: SIM905
)
_CLAUSES: Final = frozenset({"FILTER", "BIND", "VALUES", "MINUS", "OPTIONAL", "UNION"})
_OPENING: Final = frozenset("{([")
_SIGNS: Final = frozenset({"!", "-", "+", "^", "^^"})
_OPERATORS: Final = frozenset({"||", "&&", "|", "+", "-", "*", "!", "^", "("})


@dataclass(frozen=True)
class Limits:
    """What a query may measure; each bounds a cost that was measured on the engine."""

    text_bytes: int = 100_000
    depth: int = 200
    """Nested brackets: at some thousands the engine's stack overflows."""
    patterns: int = 100
    """Triple patterns, groups and path steps: 200 sharing a variable took 16 s to plan."""
    operators: int = 500
    """Operators, brackets and clauses: 1,500 terms of an "or" took 2 s to plan."""


def examine(text: str, limits: Limits | None = None) -> AnswerKind | None:
    """Judges a query before the engine sees it, and returns what kind of answer it has.

    None means that the text is no query, as far as can be seen; the engine will say why.

    Raises:
        LimitExceeded: the text is longer than is read here.
        QueryRefused: an update, a federated query, or larger than the limits.
    """
    limits = limits or Limits()
    if len(text.encode("utf-8", "surrogatepass")) > limits.text_bytes:
        raise LimitExceeded(
            f"the query is longer than {limits.text_bytes:,} bytes",
            hint="Ask in several smaller queries, or move long value lists into the question.",
        )
    found = _Scan(limits).run(text)
    # Escapes may stand anywhere in a query (19.2), so the text behind them is judged as well.
    plain = unescape(text)
    return _Scan(limits).run(plain) if plain != text else found


class _Scan:
    """One pass over the tokens, counting as it goes."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.form: str | None = None
        self.open: list[str] = []
        self.run_of_signs = 0
        self.patterns = 0
        self.operators = 0
        self.quiet = 0
        """Depth of the group that is not counted (a template, a block of values), else 0."""
        self.awaiting = ""
        """CONSTRUCT or VALUES while their braces have not come yet."""

    def run(self, text: str) -> AnswerKind | None:
        """Reads all tokens; see :func:`examine` for the errors."""
        before = Token("", "")
        for token in tokens(text):
            _check_service(token, text)
            if token.kind == "iri" and self._may_compare(before):
                _refuse_disguise(token.text)
            if token.kind == "word":
                self._keyword(token.text.upper())
            if token.kind == "mark":
                self._mark(token.text)
            else:
                self.run_of_signs = 0
            self.patterns += self._hidden_patterns(before, token)
            before = token
            self._check()
        return _FORMS.get(self.form or "")

    def _keyword(self, word: str) -> None:
        if self.form is None and (word in _FORMS or word in _UPDATES):
            if word in _UPDATES:
                raise QueryRefused(
                    f"{word} is an update, and this endpoint only reads",
                    hint="Send a SELECT, ASK, CONSTRUCT or DESCRIBE query.",
                )
            self.form = word
            self.awaiting = word if word == "CONSTRUCT" else ""
        elif word == "WHERE" and self.awaiting == "CONSTRUCT":
            self.awaiting = ""  # the short form: the pattern is the template
        elif word in _CLAUSES and not self.quiet:
            self.operators += 1
            if word == "VALUES":
                self.awaiting = word

    def _mark(self, mark: str) -> None:
        if mark in _OPENING:
            self.open.append(mark)
            if mark == "{" and self.awaiting and not self.quiet:
                self.quiet = len(self.open)
                self.awaiting = ""
        elif mark in "})]" and self.open:
            if self.quiet == len(self.open):
                self.quiet = 0
            self.open.pop()
        # A run of prefix operators nests as deep as brackets do.
        self.run_of_signs = self.run_of_signs + len(mark) if mark in _SIGNS else 0
        if self.quiet:
            return
        if mark in _OPERATORS:
            self.operators += 1
        if mark in "{[.;/" or (mark == "," and self.open and self.open[-1] != "("):
            self.patterns += 1

    def _may_compare(self, before: Token) -> bool:
        """Whether a ``<`` here can be "less than": after an operand, in round brackets."""
        return (
            bool(self.open)
            and self.open[-1] == "("
            and not self.quiet
            and self.awaiting != "VALUES"
            and _ends_term(before)
        )

    def _hidden_patterns(self, before: Token, token: Token) -> int:
        """How many patterns two neighbouring tokens add that no separator shows."""
        if self.quiet:
            return 0
        pair = before.text + token.text
        if pair == "<<":
            return 3  # a reified triple: itself, its reifier and its place
        if pair == "{|" or token.text == "~":
            return 1  # an annotation and its reifier
        if self.form == "DESCRIBE" and not self.open and _starts_term(token):
            return 1  # each thing described is one more part of a union
        if self._may_compare(before) and (_starts_term(token) or token.text in ("(", "[")):
            return 2  # an item of a list: rdf:first and rdf:rest
        return 0

    def _check(self) -> None:
        limits = self.limits
        if len(self.open) > limits.depth or self.run_of_signs > limits.depth:
            _refuse_size(f"nests deeper than {limits.depth} brackets or signs")
        if self.patterns > limits.patterns:
            _refuse_size(f"has more than {limits.patterns} triple patterns, groups and path steps")
        if self.operators > limits.operators:
            _refuse_size(f"has more than {limits.operators} operators and clauses")


def _starts_term(token: Token) -> bool:
    return token.kind in ("iri", "name", "string", "number", "var") or (
        token.kind == "word" and token.text in ("a", "true", "false")
    )


def _ends_term(token: Token) -> bool:
    return _starts_term(token) or token.text in (")", "]")


def _check_service(token: Token, text: str) -> None:
    """Refuses SERVICE in every place where the engine might read it.

    The engine wants no space around keywords: ``trueSERVICEx:y{`` is a literal, the keyword, a
    name and a group.
    """
    if "SERVICE" not in token.text.upper():
        return
    if token.kind in ("word", "number") or (
        token.kind == "name"
        and "SERVICE" in token.text.upper().partition(":")[0]
        and _GROUP_FOLLOWS.match(text, token.end)
    ):
        raise QueryRefused(
            "SERVICE is refused: this endpoint answers from its own data only",
            hint="Ask the other endpoint yourself and join the answers, or download the data.",
        )


def _refuse_disguise(token: str) -> None:
    """Refuses what looks like an IRI but may be a comparison that hides code.

    Where an expression stands, the engine reads the ``<`` of ``(?a<?b&&'>'>?c)`` as "less than";
    read as an IRI, quotes, brackets and comments in it would put this scanner out of step.
    """
    if any(character in token for character in "#'()[]"):
        raise QueryRefused(
            f"{token[:60]} can be read as an IRI and as a comparison",
            hint="Write spaces around < and >, or a prefixed name for the IRI.",
        )


def _refuse_size(what: str) -> None:
    raise QueryRefused(
        f"the query {what}",
        hint="Split it into smaller queries; VALUES and IN take long lists.",
    )
