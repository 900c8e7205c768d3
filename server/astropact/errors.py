"""Every exception that Astropact raises on purpose.

::

    AstropactError
    ├── InputError            what a person handed in is wrong (exit code 2, HTTP 400)
    │   ├── SyntaxFault       not well-formed in its format
    │   ├── LimitExceeded     larger than a stated limit (HTTP 413)
    │   └── UnsupportedFormat media type or file ending not known (HTTP 415)
    ├── QueryFault            a SPARQL request that cannot be answered
    │   ├── QuerySyntaxFault  not SPARQL (HTTP 400)
    │   └── QueryRefused      SPARQL, but not allowed here (HTTP 400)
    ├── NotFound              no such thing, graph or file (HTTP 404)
    ├── Busy                  what is asked for is being made (HTTP 503)
    ├── StoreFault            the store directory cannot be used
    └── RecordFault           the shipped record itself is broken

Foreign exceptions are translated where they enter (the store, the parsers, the SHACL engine), so
that a caller needs to know this module only.
"""

from __future__ import annotations


class AstropactError(Exception):
    """Base of all errors; ``message`` says what is wrong, ``hint`` how to mend it."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(AstropactError):
    """Something handed in is wrong; says in which file, line and column (from 1) when known."""

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        path: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.path = path
        self.line = line
        self.column = column

    @property
    def place(self) -> str:
        """``file:line:column`` as far as known, in the form editors jump to."""
        parts = [self.path or "input"]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class SyntaxFault(InputError):
    """The input is not well-formed in its format."""


class LimitExceeded(InputError):
    """The input is larger than a stated limit."""


class UnsupportedFormat(InputError):
    """The media type or file ending is not one that is read or written here."""


class QueryFault(AstropactError):
    """A SPARQL request that cannot be answered."""


class QuerySyntaxFault(QueryFault):
    """The text is not SPARQL; ``line`` and ``column`` count from 1 when known."""

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.line = line
        self.column = column


class QueryRefused(QueryFault):
    """Valid SPARQL that this service does not run (an update, SERVICE, a limit)."""


class NotFound(AstropactError):
    """No thing, graph or file of that name."""


class Busy(AstropactError):
    """What is asked for takes long to make, and something of its kind is being made just now."""


class StoreFault(AstropactError):
    """The store directory cannot be opened, read or written."""


class RecordFault(AstropactError):
    """A file of the shipped record is missing or broken."""
