"""Reads the manifests of the W3C SPARQL test suites into plain test cases.

Manifest vocabulary: https://www.w3.org/2001/sw/DataAccess/tests/README. Every file of a suite is
known by the address under which the W3C publishes it, so that relative IRIs in data and queries
resolve as their authors meant, wherever the suite lies on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, BNode, Graph, Namespace, URIRef
from rdflib.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node

PUBLISHED = "https://w3c.github.io/rdf-tests/"
_MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
_QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
_UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")


@dataclass(frozen=True)
class Document:
    """A file of a suite: where it is on disk and the IRI that stands for it."""

    path: Path
    iri: str


@dataclass(frozen=True)
class DatasetFiles:
    """A default graph merged from files, and named graphs with one file each."""

    default: tuple[Document, ...] = ()
    named: tuple[tuple[str, Document], ...] = ()


@dataclass(frozen=True)
class Case:
    """One manifest entry."""

    iri: str
    suite: str
    kind: str
    name: str
    request: Document | None
    data: DatasetFiles
    result: Document | None
    result_data: DatasetFiles

    @property
    def key(self) -> str:
        """Suite and fragment of the entry's IRI: short, unique, and stable between releases."""
        return f"{self.suite}#{self.iri.partition('#')[2]}"


class Suite:
    """A checkout of the test suites, addressed by the IRIs under which they are published."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def document(self, node: Node | None) -> Document | None:
        """The file that an IRI stands for; None for no node or a node that is no file."""
        if node is None or isinstance(node, BNode):
            return None
        return Document(self._path(str(node)), str(node))

    def cases(self, manifest: str) -> Iterator[Case]:
        """The entries of a manifest and of all that it includes, in their order.

        ``manifest`` is a path below the checkout, for example ``sparql/sparql11/manifest-all.ttl``.
        """
        iri = URIRef(PUBLISHED + manifest)
        graph = Graph()
        graph.parse(self._path(iri), publicID=iri, format="turtle")
        for included in graph.objects(iri, _MF.include):
            for item in Collection(graph, included):
                yield from self.cases(str(item).removeprefix(PUBLISHED))
        # graph-store-protocol says <manifest> of itself, so the manifest is found by its type.
        for node in graph.subjects(RDF.type, _MF.Manifest):
            for entries in graph.objects(node, _MF.entries):
                for entry in Collection(graph, entries):
                    yield self._case(graph, entry, manifest.split("/")[-2])

    def _path(self, iri: str) -> Path:
        if not iri.startswith(PUBLISHED):
            raise ValueError(f"{iri} is not a file of the suites")
        return self._root / iri.removeprefix(PUBLISHED)

    def _case(self, graph: Graph, entry: Node, suite: str) -> Case:
        action = graph.value(entry, _MF.action)
        result = graph.value(entry, _MF.result)
        kind = graph.value(entry, RDF.type)
        request: Document | None = None
        if isinstance(action, URIRef):
            request = self.document(action)
        elif action is not None:
            query = graph.value(action, _QT.query) or graph.value(action, _UT.request)
            request = self.document(query)
        return Case(
            iri=str(entry),
            suite=suite,
            kind=str(kind).partition("#")[2],
            name=str(graph.value(entry, _MF.name)),
            request=request,
            data=self._dataset(graph, action),
            result=self.document(result),
            result_data=self._dataset(graph, result),
        )

    def _dataset(self, graph: Graph, node: Node | None) -> DatasetFiles:
        if node is None:
            return DatasetFiles()
        default = [*graph.objects(node, _QT.data), *graph.objects(node, _UT.data)]
        named = []
        for item in (*graph.objects(node, _QT.graphData), *graph.objects(node, _UT.graphData)):
            if isinstance(item, BNode):
                file, label = graph.value(item, _UT.graph), graph.value(item, RDFS.label)
            else:
                file = label = item
            document = self.document(file)
            if document is not None:
                named.append((str(label), document))
        files = [document for document in map(self.document, default) if document is not None]
        return DatasetFiles(tuple(files), tuple(sorted(named)))
