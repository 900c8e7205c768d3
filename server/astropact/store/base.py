"""What every engine offers: load, query, update, dump.

Terms in rows are :class:`Term` values, so that no caller sees an engine's own classes.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from astropact.namespaces import XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType
    from typing import Self


class Term(NamedTuple):
    """An RDF term: its kind, text, and for literals datatype IRI and language tag."""

    kind: Literal["iri", "literal", "bnode", "triple"]
    value: str
    datatype: str = ""
    language: str = ""

    def __str__(self) -> str:
        return self.value


def ntriples(term: Term) -> str:
    """An IRI or a literal as N-Triples and SPARQL write it (RDF 1.1 N-Triples, section 2)."""
    if term.kind == "iri":
        return f"<{term.value}>"
    # JSON escapes quotes, backslashes and control characters as N-Triples does.
    text = json.dumps(term.value, ensure_ascii=False)
    if term.language:
        return f"{text}@{term.language}"
    return text if term.datatype in ("", f"{XSD}string") else f"{text}^^<{term.datatype}>"


class GraphFile(NamedTuple):
    """The content of one named graph: bytes in the format of ``media_type``.

    ``name`` is the file's name for error messages; quads formats are refused, since the graph is
    named by whoever loads it.
    """

    content: bytes
    media_type: str = "text/turtle"
    name: str = ""


QueryKind = Literal["solutions", "boolean", "graph"]


class QueryResult(ABC):
    """The answer to one query.

    It is bound to the thread that made the query, reads one state of the store to its end, and
    can be consumed once, by one of its methods.
    """

    kind: QueryKind
    variables: tuple[str, ...]

    @abstractmethod
    def complete(self, media_type: str) -> BinaryIO:
        """The serialised answer, whole, as a file that stands at its beginning.

        Raises:
            UnsupportedFormat: the media type does not fit this kind of answer.
        """

    @abstractmethod
    def write(self, out: BinaryIO, media_type: str) -> None:
        """Writes the serialised answer to ``out``; same errors as :meth:`complete`."""

    @abstractmethod
    def rows(self) -> Iterator[dict[str, Term]]:
        """The solutions, unbound variables left out; for a graph its s, p, o."""

    @abstractmethod
    def __bool__(self) -> bool:
        """The answer of an ASK; true for any other kind of answer."""


class Store(ABC):
    """A quad store. Readers see one state per query; one writer at a time."""

    @abstractmethod
    def query(
        self,
        text: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base_iri: str | None = None,
    ) -> QueryResult:
        """Answers a SPARQL 1.1 query.

        ``default_graphs`` and ``named_graphs`` are the dataset of the request (SPARQL 1.1
        Protocol, 2.1.4) and replace the query's own FROM clauses. Where neither names a dataset,
        the default graph is the union of all graphs.
        A triple that stands in two graphs may be counted twice in their union: the record keeps
        each triple in one graph only.

        Raises:
            QuerySyntaxFault: not SPARQL, with line and column where the engine gives them.
            QueryFault: the engine cannot evaluate it.
        """

    @abstractmethod
    def update(self, text: str, *, base_iri: str | None = None) -> None:
        """Runs a SPARQL 1.1 update as one transaction: all of it or nothing.

        Raises:
            QuerySyntaxFault: not SPARQL.
            QueryFault: an operation failed; nothing was changed.
        """

    @abstractmethod
    def replace_graphs(
        self,
        graphs: Mapping[str, GraphFile],
        *,
        drop: Iterable[str] = (),
        progress: Callable[[str], None] | None = None,
    ) -> int:
        """Makes each named graph hold exactly the given content, and drops others, at once.

        Everything is parsed before anything is changed; ``progress`` is called with the IRI of
        each graph that was parsed. Returns the number of quads written.

        Raises:
            SyntaxFault: a file is not well-formed; nothing was changed.
        """

    @abstractmethod
    def copy(self, *, without: Iterable[str] = ()) -> Store:
        """A store in memory with the same named graphs, except those ``without`` names."""

    @abstractmethod
    def graphs(self) -> list[str]:
        """The named graphs that hold at least one triple, sorted."""

    @abstractmethod
    def size(self, graph: str | None = None) -> int:
        """The number of quads, in all or in one named graph."""

    @abstractmethod
    def dump(self, out: BinaryIO, media_type: str, *, graph: str | None = None) -> None:
        """Writes the whole store (a quads format) or one graph (a triples format).

        Raises:
            UnsupportedFormat: the format cannot hold what is asked for.
            NotFound: there is no such graph.
        """

    @abstractmethod
    def close(self) -> None:
        """Gives the store's directory free; the object is not used afterwards."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
