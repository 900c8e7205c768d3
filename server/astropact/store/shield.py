"""Looks at a document before the parsers do, for what would crash or exhaust them.

Measured with the embedded engine: brackets 20,000 deep in JSON-LD or in quoted triples overflow
its stack and end the process, and entities that name entities grow without bound. So nesting is
limited for every format, and XML may not declare entities.
"""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

from astropact.errors import LimitExceeded, SyntaxFault

MAX_DEPTH: Final = 64
_JSON: Final = "application/ld+json"
_XML: Final = "application/rdf+xml"
_OPENING: Final = (b"[", b"(", b"{", b"<<")
_JSON_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\Z)|(?P<open>[\[{])|(?P<close>[\]}])', re.DOTALL)
_TURTLE_TOKEN = re.compile(
    rb'"""(?:[^"\\]|\\.|"(?!""))*+"""'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*+'''"
    rb'|"(?:[^"\\\n]|\\.)*+"'
    rb"|'(?:[^'\\\n]|\\.)*+'"
    rb"|<[^<>\"{}|^`\s]*>"
    rb"|\#[^\n]*"
    rb"|\\."
    rb"|(?P<open><<\(?|\{\||[\[({])|(?P<close>\)?>>|\|\}|[\])}])",
    re.DOTALL,
)


def inspect(content: bytes, media_type: str, name: str) -> None:
    """Passes a document on which the parsers are safe.

    Raises:
        LimitExceeded: it is nested deeper than :data:`MAX_DEPTH`.
        SyntaxFault: it is XML that declares entities, or not well-formed.
    """
    if media_type == _XML:
        _inspect_xml(content, name)
    else:
        _inspect_brackets(content, _JSON_TOKEN if media_type == _JSON else _TURTLE_TOKEN, name)


def _inspect_brackets(content: bytes, token: re.Pattern[bytes], name: str) -> None:
    # Most documents have too few brackets to be nested too deep; counting is 30 times faster.
    if sum(map(content.count, _OPENING)) <= MAX_DEPTH:
        return
    depth = 0
    for match in token.finditer(content):
        if match["open"]:
            depth += 1
            if depth > MAX_DEPTH:
                raise _too_deep(name, content.count(b"\n", 0, match.start()) + 1)
        elif match["close"]:
            depth = max(0, depth - 1)


def _inspect_xml(content: bytes, name: str) -> None:
    parser = expat.ParserCreate()
    depth = 0

    def start(_tag: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise _too_deep(name, parser.CurrentLineNumber)

    def end(_tag: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(*_declared: object) -> None:
        raise SyntaxFault(
            "the document declares an XML entity",
            hint="Entities are not expanded here: write the text or the IRI out.",
            path=name,
            line=parser.CurrentLineNumber,
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise SyntaxFault(
            f"is not well-formed XML: {expat.ErrorString(error.code)}",
            path=name,
            line=error.lineno,
            column=error.offset + 1,
        ) from error


def _too_deep(name: str, line: int) -> LimitExceeded:
    return LimitExceeded(
        f"is nested deeper than {MAX_DEPTH} levels",
        hint="Give the inner things IRIs of their own and describe them one by one.",
        path=name,
        line=line,
    )
