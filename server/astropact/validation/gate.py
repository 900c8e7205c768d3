"""The gate: judges submitted triples together with the record, or the record as a whole.

A submission is read within limits, merged in memory with the shipped record and its ontology, and
judged by the shapes: the nodes it describes and those that it affects, not the whole record. What
was wrong before is not held against it. Nothing is stored and nothing is fetched.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rdflib import Graph, URIRef

from astropact.validation.affected import Footprint
from astropact.validation.checks import (
    BLANK_NODE,
    LITERAL,
    OWN_TERM,
    check,
    located,
    on_blank,
    triple,
)
from astropact.validation.engine import COMPARISONS, Engine, Finding
from astropact.validation.explain import what
from astropact.validation.literals import exact_literals
from astropact.validation.recorded import Recorded, record_files, without_collection
from astropact.validation.report import Report, Result
from astropact.validation.shapes import load_shapes
from astropact.validation.submission import Limits, read_bytes, read_file
from astropact.validation.trace import trace
from astropact.validation.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from astropact.validation.affected import Triple
    from astropact.validation.locate import SubmittedFile

# The record itself is not measured by the limits for what strangers hand in.
_UNLIMITED: Final = Limits(file_bytes=2**40, literal_bytes=2**40, triples=2**40)


class Gate:
    """The record of one folder, loaded once, and the judgement of submissions against it."""

    def __init__(self, root: Path) -> None:
        """Loads the record (``data/`` and ``ontology/``) and the shapes in ``root``.

        Raises:
            RecordFault: a file of it is missing or broken.
        """
        self._lock = threading.Lock()
        self._recorded = Recorded(root)
        self._vocabulary = Vocabulary(self._recorded.graph)
        self._engine = Engine(load_shapes(root / "shapes"))
        self._footprint = Footprint(self._engine.shapes)

    def judge_files(
        self, paths: Sequence[Path], *, media_type: str | None = None, limits: Limits | None = None
    ) -> Report:
        """Judges files; one that is part of the record is judged in place of itself.

        Raises:
            InputError: a file cannot be read, is too large, or is not well-formed.
        """
        bounds = limits or Limits.configured()
        submitted = [read_file(path, media_type, bounds) for path in paths]
        own = self._recorded.among(paths)
        base = self._recorded.without(own) if own else self._recorded.graph
        return self._judge(submitted, base)

    def judge_bytes(
        self,
        content: bytes,
        media_type: str,
        *,
        name: str = "input",
        limits: Limits | None = None,
    ) -> Report:
        """Judges one document; same errors as :meth:`judge_files`."""
        submitted = read_bytes(content, media_type, name, limits or Limits.configured())
        return self._judge([submitted], self._recorded.graph)

    def _judge(self, submitted: Sequence[SubmittedFile], base: Graph) -> Report:
        with self._lock, exact_literals(), without_collection():
            results = [
                result
                for file in submitted
                for result in check(file, self._vocabulary, self._recorded.graph)
            ]
            triples = {triple(quad) for file in submitted for quad in file.quads}
            new = [added for added in triples if added not in base]
            subjects = {subject for subject, _, _ in triples}
            with _added(base, new):
                focus = subjects | self._footprint.affected(base, new)
                findings = self._engine.validate(base, focus)
            elsewhere = {f.focus for f in findings} - subjects
            # What was wrong with things of the record before is not the submission's fault.
            before = set(self._engine.validate(base, elsewhere)) if elsewhere else set()
            with _added(base, new):
                results += _explained(
                    [f for f in findings if f.focus in focus and f not in before],
                    self._engine.shapes,
                    base,
                    submitted,
                    self._vocabulary,
                    results,
                )
        count = sum(len(file.quads) for file in submitted)
        return Report.of(results, (file.name for file in submitted), count)


def validate_files(
    paths: Sequence[Path],
    root: Path,
    *,
    media_type: str | None = None,
    limits: Limits | None = None,
) -> Report:
    """Judges files together with the record in ``root``; see :meth:`Gate.judge_files`."""
    with without_collection():
        return Gate(root).judge_files(paths, media_type=media_type, limits=limits)


def validate_bytes(
    content: bytes,
    media_type: str,
    root: Path,
    *,
    name: str = "input",
    limits: Limits | None = None,
) -> Report:
    """Judges one document together with the record; see :meth:`Gate.judge_bytes`."""
    with without_collection():
        return Gate(root).judge_bytes(content, media_type, name=name, limits=limits)


def validate_record(root: Path) -> Report:
    """Judges every file of the record in ``root``, and the record as a whole.

    Raises:
        RecordFault: a file is missing or not well-formed.
    """
    recorded = Recorded(root)
    vocabulary = Vocabulary(recorded.graph)
    engine = Engine(load_shapes(root / "shapes", whole_record=True))
    with exact_literals():
        files = [
            read_bytes(path.read_bytes(), "text/turtle", _name(path, root), _UNLIMITED)
            for path in record_files(root)
        ]
        results = [
            result
            for file in files
            for result in check(file, vocabulary, recorded.graph)
            if not (_ontological(file) and result.rule in (BLANK_NODE, OWN_TERM))
        ]
        results += _explained(
            engine.validate(recorded.graph),
            engine.shapes,
            recorded.graph,
            files,
            vocabulary,
            results,
        )
    return Report.of(results, (f.name for f in files), sum(len(f.quads) for f in files))


def _explained(
    findings: Iterable[Finding],
    shapes: Graph,
    data: Graph,
    files: Sequence[SubmittedFile],
    vocabulary: Vocabulary,
    already: Iterable[Result],
) -> list[Result]:
    """The findings in words and with places, without those that ``already`` tell the same."""
    told = {(r.focus, r.value) for r in already if r.rule == LITERAL}
    # A value that is not of its datatype cannot be compared either: once told is enough.
    misspelt = {focus for focus, _ in told}
    return [
        _in_words(finding, shapes, data, files, vocabulary)
        for finding in findings
        if (finding.focus, finding.value) not in told
        and not (finding.focus in misspelt and finding.component in COMPARISONS)
        and not on_blank(finding.focus, finding.value)
    ]


def _in_words(
    finding: Finding,
    shapes: Graph,
    data: Graph,
    files: Sequence[SubmittedFile],
    vocabulary: Vocabulary,
) -> Result:
    advice = [finding.message, vocabulary.suggestion(finding.value or finding.focus)]
    result = Result(
        rule=str(finding.shape) if isinstance(finding.shape, URIRef) else "",
        component=finding.component,
        severity=finding.severity,
        focus=finding.focus,
        path=finding.path,
        value=finding.value,
        what=what(finding, shapes, data),
        mend=" ".join(part for part in advice if part),
    )
    found = trace(finding, files, shapes)
    return result if found is None else located(result, *found)


@contextmanager
def _added(graph: Graph, triples: Iterable[Triple]) -> Iterator[None]:
    """While inside, ``graph`` holds ``triples`` as well, none of which it held before."""
    kept = list(triples)
    try:
        for added in kept:
            graph.add(added)
        yield
    finally:
        for added in kept:
            graph.remove(added)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _ontological(file: SubmittedFile) -> bool:
    # The ontology describes its own terms, and its unions have no IRIs.
    return file.name.startswith("ontology/")
