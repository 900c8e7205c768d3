"""The embedded engine: Oxigraph, in memory or in a directory."""

from __future__ import annotations

import re
import time
from itertools import chain, islice
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, NoReturn, TypeVar, cast

import pyoxigraph as ox

from astropact.errors import (
    InputError,
    NotFound,
    QueryFault,
    QuerySyntaxFault,
    StoreFault,
    UnsupportedFormat,
)
from astropact.namespaces import PREFIXES
from astropact.rdf.sparql_tokens import names_dataset, tokens
from astropact.store.base import GraphFile, QueryKind, QueryResult, Store, Term
from astropact.store.convert import to_term
from astropact.store.parsing import RDF_FORMATS, parse_quads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

RESULT_FORMATS: dict[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_QUADS = ("application/trig", "application/n-quads", "application/ld+json")
_IN_MEMORY = 8_388_608
_ATTEMPTS = 5
_Format = TypeVar("_Format", ox.RdfFormat, ox.QueryResultsFormat)
# Names under these have slashes, which a prefixed name would have to escape.
_UNWIELDY = ("act", "concept", "graph", "period", "provision", "shapes")
_PREFIXES = {name: iri for name, iri in PREFIXES.items() if name not in _UNWIELDY}
# An answer up to this many triples declares only the prefixes it needs.
_PEEK = 10_000
_Subject = ox.NamedNode | ox.BlankNode | ox.Triple
_Node = TypeVar("_Node", _Subject, _Subject | ox.Literal)
_SENTENCE = re.compile(r"\b[A-Z]\w* [a-zA-Z][^,]*")
_PLACE = re.compile(r"error at (\d+):(\d+): ")


class OxigraphStore(Store):
    """Oxigraph behind the :class:`Store` interface."""

    def __init__(self, engine: ox.Store, *, writable: bool = True) -> None:
        self._engine: ox.Store | None = engine
        self._writable = writable

    @classmethod
    def in_memory(cls) -> OxigraphStore:
        """A store that is gone when the process ends."""
        return cls(ox.Store())

    @classmethod
    def open(cls, directory: Path) -> OxigraphStore:
        """The store in ``directory``, made when absent; one process at a time may hold it.

        Raises:
            StoreFault: not a store, damaged, no rights, or another process holds it.
        """
        try:
            directory.mkdir(parents=True, exist_ok=True)
            return cls(ox.Store(str(directory)))
        except (OSError, RuntimeError, ValueError) as error:
            raise _store_fault(directory, error) from error

    @classmethod
    def open_read_only(cls, directory: Path) -> OxigraphStore:
        """The store in ``directory`` as it is now; any number of processes may read it.

        Raises:
            StoreFault: there is no store, or it is damaged.
        """
        attempts = 0
        while True:
            attempts += 1
            try:
                return cls(ox.Store.read_only(str(directory)), writable=False)
            except (OSError, RuntimeError, ValueError) as error:
                # A writer that packs its files may remove one while this lists and opens them.
                if "No such file" not in str(error) or attempts == _ATTEMPTS:
                    raise _store_fault(directory, error) from error
                time.sleep(0.05)

    @property
    def _store(self) -> ox.Store:
        if self._engine is None:
            raise StoreFault("the store is closed")
        return self._engine

    def query(
        self,
        text: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base_iri: str | None = None,
    ) -> QueryResult:
        """See :meth:`Store.query`."""
        given = default_graphs is not None or named_graphs is not None
        options: dict[str, object] = {"base_iri": base_iri}
        try:
            if given:
                options["default_graph"] = [ox.NamedNode(g) for g in default_graphs or ()]
                options["named_graphs"] = [ox.NamedNode(g) for g in named_graphs or ()]
            else:
                # Asked for the union, the engine would pass over the query's own FROM clauses.
                options["use_default_graph_as_union"] = not names_dataset(text)
            return _OxigraphResult(self._store.query(text, **options))  # type: ignore[arg-type]
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            _raise_query_fault(error, text)

    def update(self, text: str, *, base_iri: str | None = None) -> None:
        """See :meth:`Store.update`."""
        try:
            self._store.update(text, base_iri=base_iri)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            _raise_query_fault(error, text)

    def replace_graphs(
        self,
        graphs: Mapping[str, GraphFile],
        *,
        drop: Iterable[str] = (),
        progress: Callable[[str], None] | None = None,
    ) -> int:
        """See :meth:`Store.replace_graphs`."""
        old = {_named(name) for name in (*graphs, *drop)}
        new: list[ox.Quad] = []
        for name, file in graphs.items():
            node = _named(name)
            # Blank nodes of two files may bear the same label; each file gets its own.
            fresh: dict[str, ox.BlankNode] = {}
            for quad in parse_quads(file.content, file.media_type, name=file.name or name):
                if not isinstance(quad.graph_name, ox.DefaultGraph):
                    raise UnsupportedFormat(
                        "names a graph, but the graph is given by where it is loaded",
                        hint="Load each graph from a file of its own, such as Turtle.",
                        path=file.name or name,
                    )
                subject, target = _own(quad.subject, fresh), _own(quad.object, fresh)
                new.append(ox.Quad(subject, quad.predicate, target, node))
            if progress is not None:
                progress(name)
        try:
            if not any(self._store.contains_named_graph(node) for node in old):
                # One bulk load is atomic and several times faster than an update's text.
                self._store.bulk_extend(new)
            else:
                self._store.update(_replacement(old, new))
        except (RuntimeError, OSError, ValueError) as error:
            raise StoreFault(
                "the graphs could not be written; nothing was changed",
                hint="Check the free space and the rights of the store's directory.",
            ) from error
        return len(new)

    def copy(self, *, without: Iterable[str] = ()) -> OxigraphStore:
        """See :meth:`Store.copy`."""
        left_out = {_named(name) for name in without}
        engine = ox.Store()
        engine.bulk_extend(quad for quad in self._store if quad.graph_name not in left_out)
        return OxigraphStore(engine)

    def graphs(self) -> list[str]:
        """See :meth:`Store.graphs`."""
        found = self._store.named_graphs()
        return sorted(
            node.value
            for node in found
            if isinstance(node, ox.NamedNode)
            and next(self._store.quads_for_pattern(None, None, None, node), None) is not None
        )

    def size(self, graph: str | None = None) -> int:
        """See :meth:`Store.size`."""
        if graph is None:
            return len(self._store)
        node = _named(graph)
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, node))

    def dump(self, out: BinaryIO, media_type: str, *, graph: str | None = None) -> None:
        """See :meth:`Store.dump`."""
        rdf_format = RDF_FORMATS.get(media_type)
        if rdf_format is None or (graph is None and media_type not in _QUADS):
            raise UnsupportedFormat(
                f"{media_type!r} cannot hold {'a graph' if graph else 'a whole store'}",
                hint="Use " + (", ".join(RDF_FORMATS if graph else _QUADS)) + ".",
            )
        if graph is None:
            self._store.dump(output=out, format=rdf_format, prefixes=_PREFIXES)
            return
        if self.size(graph) == 0:
            raise NotFound(
                f"there is no graph {graph}",
                hint="data/manifest.ttl, which is /dataset, lists the graphs of the record.",
            )
        self._store.dump(out, rdf_format, from_graph=_named(graph), prefixes=_PREFIXES)

    def optimize(self) -> None:
        """Packs the files on disk; worth it after a large load."""
        self._store.optimize()

    def close(self) -> None:
        """See :meth:`Store.close`."""
        if self._engine is not None:
            if self._writable:
                self._engine.flush()
            self._engine = None


class _OxigraphResult(QueryResult):
    """The engine's lazy answer; not to be moved between threads."""

    def __init__(self, answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> None:
        self._answer = answer
        self.kind: QueryKind
        self.variables: tuple[str, ...] = ()
        if isinstance(answer, ox.QuerySolutions):
            self.kind = "solutions"
            self.variables = tuple(v.value for v in answer.variables)
        elif isinstance(answer, ox.QueryBoolean):
            self.kind = "boolean"
        else:
            self.kind = "graph"

    def complete(self, media_type: str) -> BinaryIO:
        """See :meth:`QueryResult.complete`."""
        # Large answers go to a file, so memory stays flat.
        out = cast("BinaryIO", SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
        try:
            self.write(out, media_type)
        except BaseException:
            out.close()
            raise
        out.seek(0)
        return out

    def write(self, out: BinaryIO, media_type: str) -> None:
        """See :meth:`QueryResult.write`."""
        try:
            if isinstance(self._answer, ox.QueryTriples):
                rdf_format = self._format(RDF_FORMATS, media_type)
                head = list(islice(self._answer, _PEEK))
                prefixes = _used(head) if len(head) < _PEEK else _PREFIXES
                ox.serialize(chain(head, self._answer), out, rdf_format, prefixes=prefixes)
            else:
                self._answer.serialize(output=out, format=self._format(RESULT_FORMATS, media_type))
        except (RuntimeError, ValueError) as error:
            raise QueryFault(f"the answer could not be completed: {error}") from error

    def _format(self, formats: Mapping[str, _Format], media_type: str) -> _Format:
        found = formats.get(media_type)
        if found is None:
            raise UnsupportedFormat(
                f"{media_type!r} cannot hold the answer of this kind of query",
                hint="Use " + ", ".join(formats) + ".",
            )
        return found

    def rows(self) -> Iterator[dict[str, Term]]:
        """See :meth:`QueryResult.rows`."""
        try:
            if isinstance(self._answer, ox.QuerySolutions):
                for solution in self._answer:
                    values = zip(self.variables, solution, strict=True)
                    yield {name: to_term(v) for name, v in values if v is not None}
            elif isinstance(self._answer, ox.QueryTriples):
                for s, p, o in self._answer:
                    yield {"s": to_term(s), "p": to_term(p), "o": to_term(o)}
        except (RuntimeError, ValueError) as error:
            raise QueryFault(f"the answer could not be completed: {error}") from error

    def __bool__(self) -> bool:
        return bool(self._answer) if isinstance(self._answer, ox.QueryBoolean) else True


def _named(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise InputError(
            f"{iri!r} is not an IRI", hint="Name a graph by an absolute IRI."
        ) from error


def _own(term: _Node, fresh: dict[str, ox.BlankNode]) -> _Node:
    if isinstance(term, ox.BlankNode):
        return fresh.setdefault(term.value, ox.BlankNode())
    return term


def _replacement(old: Iterable[ox.NamedNode], new: Iterable[ox.Quad]) -> str:
    """One SPARQL update, hence one transaction, that swaps the content of graphs."""
    parts = [f"DROP SILENT GRAPH {node} ;" for node in old]
    parts.append("INSERT DATA {")
    parts += [f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in new]
    parts.append("}")
    return "\n".join(parts)


def _used(triples: Iterable[ox.Triple]) -> dict[str, str]:
    """The prefixes that stand for some IRI of the triples."""
    iris = set()
    for triple in triples:
        for term in triple:
            if isinstance(term, ox.NamedNode):
                iris.add(term.value)
            elif isinstance(term, ox.Literal):
                iris.add(term.datatype.value)
    return {n: base for n, base in _PREFIXES.items() if any(i.startswith(base) for i in iris)}


def _store_fault(directory: Path, error: Exception) -> StoreFault:
    if any(words in str(error).lower() for words in ("lock hold by", "while lock file")):
        return StoreFault(
            f"the store in {directory} is in use by another process",
            hint="Stop the other server, or name another directory with --store.",
        )
    if isinstance(error, RuntimeError):
        return StoreFault(
            f"the store in {directory} is damaged",
            hint="Move the directory away: the next start makes it anew from the record. What you "
            "loaded yourself has to be loaded again.",
        )
    return StoreFault(
        f"the store in {directory} cannot be opened",
        hint="Check the rights and the free space, or name another directory with --store.",
    )


def _raise_query_fault(error: Exception, text: str) -> NoReturn:
    message = error.msg if isinstance(error, SyntaxError) and error.msg else str(error)
    if isinstance(error, SyntaxError):
        place = _PLACE.search(message)
        raise QuerySyntaxFault(
            _readable(_PLACE.sub("", message, count=1), text),
            line=int(place[1]) if place else error.lineno,
            column=int(place[2]) if place else error.offset,
        ) from error
    raise QueryFault(message) from error


def _readable(message: str, text: str) -> str:
    """What the engine says about a syntax error, as far as it helps.

    Its list of what it expected is that of the furthest place it came to, on whichever way: for
    ``SELECT ?s {?s}`` it is FROM and REDUCED. Only a sentence in it tells what is wrong.
    """
    if next(tokens(text), None) is None:
        return "the query is empty"
    if "IRI parsing failed" in message:
        return "an IRI is relative or not well-formed; write it whole, or declare BASE"
    if not message.startswith("expected "):
        return message
    sentence = _SENTENCE.search(message)
    if "Prefix not found" in message:
        return "a prefix is not declared"
    return sentence[0] if sentence else "the text is not SPARQL at or shortly before this place"
