"""Reads RDF that may come from anyone.

The engine's parsers keep every literal's lexical form, open no file or connection (remote JSON-LD
contexts and XML entities are errors), and are fed a line at a time, so that each quad is known by
the line on which it was complete. What would crash or exhaust them is refused before.
"""

from __future__ import annotations

import io
from codecs import BOM_UTF8
from typing import IO, TYPE_CHECKING, NamedTuple, cast

import pyoxigraph as ox

from astropact.errors import InputError, LimitExceeded, SyntaxFault, UnsupportedFormat
from astropact.store.shield import inspect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store.base import Term

RDF_FORMATS: dict[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
EXTENSIONS: dict[str, str] = {
    ".ttl": "text/turtle",
    ".trig": "application/trig",
    ".nt": "application/n-triples",
    ".nq": "application/n-quads",
    ".rdf": "application/rdf+xml",
    ".owl": "application/rdf+xml",
    ".xml": "application/rdf+xml",
    ".jsonld": "application/ld+json",
    ".json": "application/ld+json",
}
_MAX_LINE = 1_048_576


class Located(NamedTuple):
    """A quad and the line (from 1) on which it was complete; graph None is the default graph.

    For JSON-LD, which the parser reads ahead, the line is that of the end of the input.
    """

    subject: Term
    predicate: Term
    object: Term
    graph: Term | None
    line: int


def media_type_of(path: Path) -> str:
    """The RDF media type that the file's ending stands for.

    Raises:
        UnsupportedFormat: the ending is not one of those read here.
    """
    try:
        return EXTENSIONS[path.suffix.lower()]
    except KeyError:
        raise UnsupportedFormat(
            f"the file ending {path.suffix or '(none)'!r} is not that of an RDF format",
            hint="Use one of " + ", ".join(EXTENSIONS) + ", or name the format.",
            path=str(path),
        ) from None


def read_limited(path: Path, max_bytes: int) -> bytes:
    """The bytes of a file that is at most ``max_bytes`` long.

    Raises:
        InputError: the file cannot be read.
        LimitExceeded: the file is larger.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(max_bytes + 1)
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", hint="Check the name.", path=str(path)
        ) from error
    if len(content) > max_bytes:
        raise LimitExceeded(
            f"is larger than {max_bytes} bytes", hint="Split the file.", path=str(path)
        )
    return content


def parse(
    content: bytes,
    media_type: str,
    *,
    name: str = "",
    base_iri: str | None = None,
    max_quads: int | None = None,
) -> Iterator[Located]:
    """The quads of ``content``, each with its line.

    ``name`` is what errors call the input. Blank node labels are kept as written where the format
    has labels.

    Raises:
        UnsupportedFormat: ``media_type`` is not one of :data:`RDF_FORMATS`.
        SyntaxFault: not well-formed, with line and column.
        LimitExceeded: more than ``max_quads`` quads.
    """
    from astropact.store.convert import to_term

    content = content.removeprefix(BOM_UTF8)  # editors on Windows put it there
    inspect(content, media_type, name)
    lines = _Lines(content)
    graph: Term | None
    quads = _engine_quads(cast("IO[bytes]", lines), media_type, name, base_iri)
    for count, quad in enumerate(quads, 1):
        if max_quads is not None and count > max_quads:
            raise LimitExceeded(
                f"holds more than {max_quads} triples", hint="Split the file.", path=name
            )
        graph = None if isinstance(quad.graph_name, ox.DefaultGraph) else to_term(quad.graph_name)
        yield Located(
            to_term(quad.subject), to_term(quad.predicate), to_term(quad.object), graph, lines.count
        )


def parse_quads(
    content: bytes, media_type: str, *, name: str = "", base_iri: str | None = None
) -> Iterator[ox.Quad]:
    """The engine's own quads, for loading; same errors as :func:`parse`."""
    content = content.removeprefix(BOM_UTF8)
    inspect(content, media_type, name)
    return _engine_quads(io.BytesIO(content), media_type, name, base_iri)


def _engine_quads(
    stream: IO[bytes], media_type: str, name: str, base_iri: str | None
) -> Iterator[ox.Quad]:
    rdf_format = RDF_FORMATS.get(media_type)
    if rdf_format is None:
        raise UnsupportedFormat(
            f"{media_type!r} is not an RDF format that is read here",
            hint="Use one of " + ", ".join(RDF_FORMATS) + ".",
            path=name,
        )
    try:
        yield from ox.parse(input=stream, format=rdf_format, base_iri=base_iri)
    except SyntaxError as error:
        raise SyntaxFault(
            _reason(error), path=name, line=error.lineno, column=error.offset, hint=_hint(error)
        ) from error
    except ValueError as error:
        raise SyntaxFault(str(error), path=name) from error


def _reason(error: SyntaxError) -> str:
    text = error.msg or str(error)
    # The place is given by the fault itself; the engine repeats it in the text.
    return text.partition(": ")[2] if text.startswith("Parser error ") else text


def _hint(error: SyntaxError) -> str:
    if "LoadDocumentCallback" in (error.msg or ""):
        return "Remote contexts are never fetched; write the @context into the document."
    return ""


class _Lines(io.RawIOBase):
    """Hands out one line a read, counting them; very long lines come in pieces."""

    def __init__(self, content: bytes) -> None:
        self._stream = io.BytesIO(content)
        self._inside = False
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        limit = _MAX_LINE if size < 0 else min(size, _MAX_LINE)
        line = self._stream.readline(limit)
        if line and not self._inside:
            self.count += 1
        self._inside = bool(line) and not line.endswith(b"\n")
        return line
