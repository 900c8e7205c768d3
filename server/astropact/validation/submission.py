"""Reading what somebody hands in, within limits and without touching anything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.config import number
from astropact.errors import InputError, LimitExceeded, SyntaxFault
from astropact.store.parsing import media_type_of, parse, read_limited
from astropact.validation.locate import SubmittedFile

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.store.base import Term
    from astropact.store.parsing import Located

# Relative IRIs have no meaning in a contribution; this base makes them visible as faults.
BASE_IRI: Final = "urn:astropact:relative:/"
_MAX_IRI: Final = 2_048
_READ_AHEAD: Final = "application/ld+json"


@dataclass(frozen=True)
class Limits:
    """The largest input that is read."""

    file_bytes: int
    literal_bytes: int
    triples: int

    @classmethod
    def configured(cls) -> Limits:
        """The limits that the settings give."""
        return cls(number("max_file_bytes"), number("max_literal_bytes"), number("max_triples"))


def read_file(path: Path, media_type: str | None, limits: Limits) -> SubmittedFile:
    """The quads of a file.

    Raises:
        InputError: it cannot be read, is too large, of an unknown format or not well-formed.
    """
    kind = media_type or media_type_of(path)
    return read_bytes(read_limited(path, limits.file_bytes), kind, str(path), limits)


def read_bytes(content: bytes, media_type: str, name: str, limits: Limits) -> SubmittedFile:
    """The quads of ``content``; same errors as :func:`read_file`."""
    if len(content) > limits.file_bytes:
        raise LimitExceeded(
            f"is larger than {limits.file_bytes} bytes", hint="Split the file.", path=name
        )
    quads = []
    parsed = parse(content, media_type, name=name, base_iri=BASE_IRI, max_quads=limits.triples)
    for quad in parsed:
        _check(quad, name, limits)
        quads.append(quad)
    return SubmittedFile(name, content, quads, exact=media_type != _READ_AHEAD)


def _check(quad: Located, name: str, limits: Limits) -> None:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph):
        if term is None:
            continue
        if term.kind == "triple":
            raise SyntaxFault(
                "a triple stands inside another triple",
                hint="Say it with an ap:Statement, which has an IRI of its own.",
                path=name,
                line=quad.line,
            )
        if term.kind == "iri":
            _check_iri(term, name, quad.line)
        elif term.kind == "literal" and len(term.value.encode()) > limits.literal_bytes:
            raise LimitExceeded(
                f"a literal is longer than {limits.literal_bytes} bytes",
                hint="Point to the text with an IRI instead of copying it.",
                path=name,
                line=quad.line,
            )


def _check_iri(term: Term, name: str, line: int) -> None:
    if term.value.startswith(BASE_IRI):
        relative = term.value.removeprefix(BASE_IRI)
        raise InputError(
            f"<{relative}> is a relative IRI",
            hint="Write it whole, or set @base in the file.",
            path=name,
            line=line,
        )
    if len(term.value) > _MAX_IRI:
        raise LimitExceeded(
            f"an IRI is longer than {_MAX_IRI} characters",
            hint="Shorten it.",
            path=name,
            line=line,
        )
