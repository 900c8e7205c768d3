"""The manifest: which file of the record goes into which named graph.

``data/manifest.ttl`` is a DCAT catalog (https://www.w3.org/TR/vocab-dcat-3/): one ``dcat:Dataset``
for each file, whose IRI is the graph's and whose ``dcterms:identifier`` is the file's path from
the root of the record.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from astropact.errors import RecordFault
from astropact.namespaces import DATASET, DCTERMS, GRAPH, MANIFEST_GRAPH
from astropact.store.parsing import parse

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST_FILE: Final = "data/manifest.ttl"
_DCAT: Final = "http://www.w3.org/ns/dcat#"


@dataclass(frozen=True)
class Entry:
    """One file of the record."""

    graph: str
    file: str
    title: str = ""
    licence: str = ""
    modified: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """All files of the record, by graph IRI, and the version it calls itself."""

    root: Path
    version: str
    entries: tuple[Entry, ...] = field(repr=False)

    @property
    def modified(self) -> str:
        """The latest day on which a file was changed."""
        return max(entry.modified for entry in self.entries)

    def content(self, entry: Entry) -> bytes:
        """The bytes of an entry's file.

        Raises:
            RecordFault: the file is missing.
        """
        try:
            return (self.root / entry.file).read_bytes()
        except OSError as error:
            raise RecordFault(
                f"{entry.file} is named in {MANIFEST_FILE} but cannot be read",
                hint="Restore the file, or take its entry out of the manifest.",
            ) from error

    def digests(self) -> dict[str, str]:
        """The SHA-256 of each graph's file, by graph IRI."""
        return {e.graph: hashlib.sha256(self.content(e)).hexdigest() for e in self.entries}


def read_manifest(root: Path) -> Manifest:
    """The manifest of the record in ``root``; the manifest's own graph is its first entry.

    Raises:
        RecordFault: there is no manifest, or an entry is not usable.
        SyntaxFault: it is not Turtle.
    """
    path = root / MANIFEST_FILE
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RecordFault(f"{path} cannot be read") from error
    values: dict[str, dict[str, list[str]]] = {}
    for quad in parse(content, "text/turtle", name=MANIFEST_FILE):
        by_predicate = values.setdefault(quad.subject.value, {})
        by_predicate.setdefault(quad.predicate.value, []).append(quad.object.value)
    entries = [Entry(MANIFEST_GRAPH, MANIFEST_FILE, "Manifest of the record")]
    for graph in sorted(values):
        if graph.startswith(GRAPH) and graph != MANIFEST_GRAPH:
            entry = _entry(graph, values[graph], root)
            if entry.file != MANIFEST_FILE:
                entries.append(entry)
    version = values.get(DATASET, {}).get(_DCAT + "version", [""])[0]
    files = [entry.file for entry in entries]
    doubled = sorted({file for file in files if files.count(file) > 1})
    if doubled:
        raise RecordFault(
            f"{MANIFEST_FILE} names {', '.join(doubled)} for more than one graph",
            hint="One file is one graph: take one of the entries out.",
        )
    return Manifest(root, version, tuple(entries))


def _entry(graph: str, values: dict[str, list[str]], root: Path) -> Entry:
    files = values.get(DCTERMS + "identifier", [])
    if len(files) != 1 or not (root / files[0]).resolve().is_relative_to(root.resolve()):
        raise RecordFault(
            f"the entry of {graph} in {MANIFEST_FILE} does not name one file inside the record",
            hint='Give it one dcterms:identifier such as "data/actors/states.ttl".',
        )

    def first(name: str) -> str:
        return values.get(DCTERMS + name, [""])[0]

    return Entry(
        graph=graph,
        file=files[0],
        title=first("title"),
        licence=first("license"),
        modified=first("modified"),
        sources=tuple(sorted(values.get(DCTERMS + "source", []))),
    )
