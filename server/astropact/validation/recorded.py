"""The shipped record as graphs in memory, for judging against."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rdflib import Graph

from astropact.errors import InputError, RecordFault
from astropact.store.files import read_triples
from astropact.validation.literals import exact_literals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from rdflib.term import Node

    from astropact.validation.affected import Triple


def record_files(root: Path) -> list[Path]:
    """The Turtle files of ``data/`` and ``ontology/``, in order of their names.

    Raises:
        RecordFault: there are none.
    """
    files = [p for folder in ("data", "ontology") for p in (root / folder).rglob("*.ttl")]
    if not files:
        raise RecordFault(f"there is no record in {root}")
    return sorted(files)


class Recorded:
    """The triples of the record by file, and all of them as one graph."""

    def __init__(self, root: Path) -> None:
        """Reads the files.

        Raises:
            RecordFault: there is no record, or a file of it is not well-formed.
        """
        self._nodes: dict[object, Node] = {}
        with exact_literals(), without_collection():
            self._files = {p.resolve(): self._triples(p, root) for p in record_files(root)}
            self.graph = self._merged(())

    def among(self, paths: Collection[Path]) -> set[Path]:
        """Those of ``paths`` that are files of the record."""
        return {path.resolve() for path in paths} & self._files.keys()

    def without(self, files: Collection[Path]) -> Graph:
        """The record without what only ``files`` say."""
        return self._merged(files)

    def _merged(self, left_out: Collection[Path]) -> Graph:
        graph = Graph(bind_namespaces="none")
        for path, triples in self._files.items():
            if path not in left_out:
                for triple in triples:
                    # Graph.add would look again at what kind of term each one is.
                    graph.store.add(triple, graph)
        return graph

    def _triples(self, path: Path, root: Path) -> list[Triple]:
        name = path.relative_to(root).as_posix()
        try:
            return read_triples(path.read_bytes(), name, self._nodes)
        except InputError as error:
            raise RecordFault(f"the record is broken: {error}", hint=error.hint) from error


@contextmanager
def without_collection() -> Iterator[None]:
    """No search for garbage while a great many objects are made that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
