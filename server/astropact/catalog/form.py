"""Checks the files of a record: canonical form, and agreement with the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.catalog.manifest import MANIFEST_FILE, read_manifest
from astropact.errors import InputError
from astropact.namespaces import AP, DCTERMS, thing
from astropact.rdf.canonical import leading_comment, to_turtle
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store.parsing import Located

_CITING: Final = (DCTERMS + "source", AP + "statedIn")
_SOURCE: Final = thing("source", "")


def find_form_faults(root: Path) -> Iterator[str]:
    """What is wrong with the files in ``root``, each as ``file: what and how to mend it``.

    Raises:
        RecordFault: there is no usable manifest.
    """
    entries = {entry.file: entry for entry in read_manifest(root).entries}
    for folder in ("data", "ontology", "shapes"):
        for path in sorted((root / folder).rglob("*.ttl")):
            name = path.relative_to(root).as_posix()
            entry = entries.pop(name, None)
            content = path.read_bytes()
            try:
                quads = list(parse(content, "text/turtle", name=name))
                comment = leading_comment(content.decode())
                form = to_turtle(to_rdflib(quads), comment=comment)
            except InputError as error:
                yield f"{error} {error.hint}".strip()
                continue
            if form.encode() != content:
                yield f"{name}: not in canonical form; write it with astropact.rdf.canonical"
            if folder == "shapes":
                continue
            if entry is None:
                yield f"{name}: not in {MANIFEST_FILE}; add its entry, or remove the file"
            elif name != MANIFEST_FILE:
                for source in sorted(_cited(quads) - set(entry.sources)):
                    yield f"{MANIFEST_FILE}: the entry of {name} lacks the source {source}"
    for name in sorted(entries):
        yield f"{MANIFEST_FILE}: names {name}, which does not exist"


def _cited(quads: list[Located]) -> set[str]:
    return {
        quad.object.value
        for quad in quads
        if quad.predicate.value in _CITING and quad.object.value.startswith(_SOURCE)
    }
