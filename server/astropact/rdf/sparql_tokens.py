"""The tokens of a SPARQL text, for what must be known about a query before an engine parses it.

SPARQL 1.1 Query Language, 19.8 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar). Comments,
strings and IRIs are tokens of their own, so that nothing inside them is taken for a keyword.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKENS: Final = re.compile(
    r"""
      (?P<space>   \s+ | \#[^\n\r]* )
    | (?P<string>  (?: \"\"\" (?: [^"\\] | \\. | \"{1,2}(?!\") )* \"\"\"
                     | \'\'\' (?: [^'\\] | \\. | '{1,2}(?!') )* \'\'\'
                     | \"(?: [^"\\\n\r] | \\. )*\"
                     | '(?: [^'\\\n\r] | \\. )*' )
                   (?: @[A-Za-z]+(?:-[A-Za-z0-9]+)* )? )
    | (?P<iri>     <(?: [^<>"{}|^`\\\x00-\x20] | \\[uU][0-9A-Fa-f]+ )*> )
    | (?P<name>    (?: [^\W\d][\w.-]* )? : (?: [\w:%.-] | \\. )* (?<!\.) )
    | (?P<var>     [?$]\w+ )
    | (?P<word>    [^\W\d]\w* )
    | (?P<number>  (?: \d+ (?: \.\d+ )? | \.\d+ ) (?: [eE][+-]?\d+ )? )
    | (?P<mark>    \|\| | && | \^\^ | \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """One token: its kind (string, iri, name, var, word, number, mark), text, and end offset."""

    kind: str
    text: str
    end: int = 0


def tokens(text: str) -> Iterator[Token]:
    """The tokens of ``text``, white space and comments left out."""
    for match in _TOKENS.finditer(text):
        if match.lastgroup != "space":
            yield Token(match.lastgroup or "", match[0], match.end())


def unescape(text: str) -> str:
    r"""``text`` with its ``\uXXXX`` and ``\UXXXXXXXX`` escapes replaced (19.2)."""
    return _ESCAPE.sub(_character, text)


def names_dataset(text: str) -> bool:
    """Whether a query has FROM clauses (13.2)."""
    return any(
        token.kind == "word" and token.text.upper().startswith("FROM")
        for token in tokens(unescape(text))
    )


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else match[0]
