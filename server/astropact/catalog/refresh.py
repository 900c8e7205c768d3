"""Writes anew what is generated from the record's files: the manifest and the stored answers.

What people wrote into the manifest (titles, licences, days of change) is kept; what follows from
the files (which files there are, which sources they cite) is made from them.
"""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Final

from astropact.catalog.manifest import MANIFEST_FILE
from astropact.errors import QueryFault, RecordFault
from astropact.namespaces import AP, DATASET, DCTERMS, GRAPH, ID, RDF, RDFS, SKOS, XSD, thing
from astropact.rdf.canonical import to_turtle
from astropact.store.base import Term
from astropact.store.convert import to_rdflib
from astropact.store.parsing import Located, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store.base import Store

_DCAT: Final = "http://www.w3.org/ns/dcat#"
_LICENCE: Final = Term("iri", "https://creativecommons.org/licenses/by/4.0/")
_CITING: Final = (DCTERMS + "source", AP + "statedIn")
_RESTING: Final = (AP + "supportedBy", AP + "disputedBy")
_SOURCE: Final = thing("source", "")
_FOLDERS: Final = ("data", "ontology")


def refreshed_manifest(root: Path, *, today: date | None = None) -> str:
    """The text of the manifest that names exactly the files in ``root``.

    A file that is new to the manifest gets a title from its content or its path, the licence of
    the record, and ``today`` as its day of change.

    Raises:
        RecordFault: there is no manifest.
        SyntaxFault: a file of the record is not Turtle.
    """
    try:
        old = list(parse((root / MANIFEST_FILE).read_bytes(), "text/turtle", name=MANIFEST_FILE))
    except OSError as error:
        raise RecordFault(f"{root / MANIFEST_FILE} cannot be read") from error
    files = {
        name: list(parse(path.read_bytes(), "text/turtle", name=name))
        for name, path in _files(root)
    }
    stated = {
        quad.subject.value: quad.object.value
        for quads in files.values()
        for quad in quads
        if quad.predicate.value == AP + "statedIn"
    }
    day = Term("literal", (today or date.today()).isoformat(), XSD + "date")
    made = [
        quad
        for quad in old
        if quad.subject.value == DATASET and quad.predicate.value != _DCAT + "dataset"
    ]
    for name, quads in files.items():
        entry = GRAPH + name.removesuffix(".ttl").removeprefix("data/")
        made.append(_quad(DATASET, _DCAT + "dataset", Term("iri", entry)))
        made.append(_quad(entry, RDF + "type", Term("iri", _DCAT + "Dataset")))
        made.append(_quad(entry, DCTERMS + "identifier", Term("literal", name)))
        kept = [quad for quad in old if quad.subject.value == entry]
        for key, default in (
            ("title", Term("literal", _title(name, quads), "", "en")),
            ("license", _LICENCE),
            ("modified", day),
        ):
            values = [q.object for q in kept if q.predicate.value == DCTERMS + key] or [default]
            made += [_quad(entry, DCTERMS + key, value) for value in values]
        cited = _cited(quads, stated)
        if name.startswith(("data/links/", "data/labels/")):
            # These name identifiers and names alone; the manifest says where they were found.
            cited |= {q.object.value for q in kept if q.predicate.value == DCTERMS + "source"}
        if name.startswith("data/sources/") or not cited:
            cited = {DATASET}
        made += [_quad(entry, DCTERMS + "source", Term("iri", source)) for source in cited]
    return to_turtle(to_rdflib(made))


def refreshed_answers(root: Path, store: Store) -> dict[str, str]:
    """The stored answer of each competency question, by file name, as ``store`` gives it now.

    ``store`` holds the whole record with its inferred graph.

    Raises:
        RecordFault: a question cannot be asked.
    """
    answers = {}
    for path in sorted((root / "ontology" / "questions").glob("*.rq")):
        out = io.BytesIO()
        try:
            store.query(path.read_text("utf-8")).write(out, "text/csv")
        except QueryFault as error:
            raise RecordFault(f"{path.name} cannot be asked: {error}", hint=error.hint) from error
        name = path.with_suffix(".csv").relative_to(root).as_posix()
        answers[name] = out.getvalue().decode().replace("\r\n", "\n")
    return answers


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*.ttl")):
            name = path.relative_to(root).as_posix()
            if name != MANIFEST_FILE:
                yield name, path


def _quad(subject: str, predicate: str, value: Term) -> Located:
    return Located(Term("iri", subject), Term("iri", predicate), value, None, 0)


def _cited(quads: list[Located], stated: dict[str, str]) -> set[str]:
    """Sources that a file names, or whose statements its conclusions rest on."""
    cited = set()
    for quad in quads:
        if quad.predicate.value in _CITING and quad.object.value.startswith(_SOURCE):
            cited.add(quad.object.value)
        elif quad.predicate.value in _RESTING and quad.object.value in stated:
            cited.add(stated[quad.object.value])
        elif quad.predicate.value == AP + "rank" and quad.subject.value in stated:
            cited.add(stated[quad.subject.value])
    return cited


def _title(name: str, quads: list[Located]) -> str:
    """The name of the file's main thing, or the file's path in words."""
    path = name.removesuffix(".ttl").removeprefix("data/")
    stem = path.rpartition("/")[2]
    schemes = {q.subject.value for q in quads if q.object.value == SKOS + "ConceptScheme"}
    for quad in quads:
        if quad.object.language != "en":
            continue
        subject, predicate = quad.subject.value, quad.predicate.value
        named = subject.startswith(ID) and subject.endswith(f"/{stem}")
        if named and predicate == RDFS + "label":
            return quad.object.value
        if subject in schemes and predicate == SKOS + "prefLabel":
            return f"Concepts: {quad.object.value}"
    words = path.replace("-", " ").split("/")
    return ": ".join([words[0].capitalize(), *words[1:]])
