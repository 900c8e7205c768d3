"""What the gate answers: for each fault the place, the triple, what is wrong, how to mend it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef

from astropact.namespaces import PREFIXES, shorten
from astropact.validation import paths
from astropact.validation.paths import SH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

VIOLATION: Final = str(SH.Violation)
WARNING: Final = str(SH.Warning)
_SEVERITY_ORDER: Final = {VIOLATION: 0, WARNING: 1}


@dataclass(frozen=True)
class Result:
    """One fault.

    ``rule`` is the IRI of the shape, or of the gate's own rule, that found it; ``line`` and
    ``column`` count from 1 and are 0 when the place is not known.
    """

    rule: str
    component: str
    severity: str
    focus: Node
    what: str
    mend: str
    path: paths.Path | None = None
    value: Node | None = None
    file: str = ""
    line: int = 0
    column: int = 0
    triple: str = ""

    @property
    def place(self) -> str:
        """``file:line:column`` as far as known."""
        parts = [self.file] if self.file else []
        if self.line:
            parts += [str(self.line), str(self.column)] if self.column else [str(self.line)]
        return ":".join(parts)

    def as_dict(self) -> dict[str, Any]:
        """The result for JSON; what is not known is left out."""
        entries: dict[str, Any] = {
            "severity": self.severity.rpartition("#")[2].lower(),
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "triple": self.triple,
            "what": self.what,
            "mend": self.mend,
            "focus": str(self.focus),
            "path": "" if self.path is None else paths.text(self.path),
            "value": "" if self.value is None else str(self.value),
            "component": self.component,
            "rule": self.rule,
        }
        return {key: value for key, value in entries.items() if value}


@dataclass(frozen=True)
class Report:
    """The answer on one submission or on the whole record."""

    results: tuple[Result, ...]
    files: tuple[str, ...] = ()
    triples: int = 0

    @classmethod
    def of(cls, results: Iterable[Result], files: Iterable[str], triples: int) -> Report:
        """A report with its results in order of severity and place."""
        ordered = sorted(
            set(results),
            key=lambda r: (
                _SEVERITY_ORDER.get(r.severity, 2),
                r.file,
                r.line,
                r.column,
                str(r.focus),
                r.what,
            ),
        )
        return cls(tuple(ordered), tuple(files), triples)

    @property
    def violations(self) -> tuple[Result, ...]:
        """The results that make the input unacceptable."""
        return tuple(r for r in self.results if r.severity == VIOLATION)

    @property
    def warnings(self) -> tuple[Result, ...]:
        """The results that deserve a look."""
        return tuple(r for r in self.results if r.severity != VIOLATION)

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings do not count."""
        return not self.violations

    def to_text(self) -> str:
        """The report for a person at a terminal, ending in a line that sums up."""
        blocks = [_block(result) for result in self.results]
        return "\n".join([*blocks, self.summary()])

    def summary(self) -> str:
        """One line: the verdict and the numbers."""
        faults, warnings = len(self.violations), len(self.warnings)
        noted = f", {_count(warnings, 'warning')}" if warnings else ""
        checked = f"{_count(self.triples, 'triple')} in {_count(len(self.files), 'file')}"
        if self.conforms:
            return f"Valid: {checked}{noted}."
        return f"Not valid: {_count(faults, 'fault')}{noted} in {checked}."

    def as_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "conforms": self.conforms,
            "files": list(self.files),
            "triples": self.triples,
            "violations": len(self.violations),
            "warnings": len(self.warnings),
            "results": [result.as_dict() for result in self.results],
        }

    def to_json(self) -> str:
        """The report as JSON text."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=2) + "\n"

    def to_graph(self) -> Graph:
        """The report as https://www.w3.org/TR/shacl/#validation-report.

        As the standard has it, ``sh:conforms`` is false when there is any result, be it a warning.
        """
        graph = Graph(bind_namespaces="none")
        for prefix, base in PREFIXES.items():
            graph.bind(prefix, base)
        report = BNode()
        graph.add((report, RDF.type, SH.ValidationReport))
        conforms = "false" if self.results else "true"
        graph.add((report, SH.conforms, Literal(conforms, datatype=XSD.boolean)))
        for result in self.results:
            node = BNode()
            graph.add((report, SH.result, node))
            graph.add((node, RDF.type, SH.ValidationResult))
            graph.add((node, SH.focusNode, result.focus))
            graph.add((node, SH.resultSeverity, URIRef(result.severity)))
            graph.add((node, SH.sourceConstraintComponent, URIRef(result.component)))
            if result.rule:
                graph.add((node, SH.sourceShape, URIRef(result.rule)))
            if result.value is not None:
                graph.add((node, SH.value, result.value))
            if result.path is not None:
                graph.add((node, SH.resultPath, paths.write(result.path, graph)))
            place = f"{result.place}: " if result.place else ""
            words = f"{place}{result.what}. {result.mend}".strip()
            graph.add((node, SH.resultMessage, Literal(words, lang="en")))
        return graph

    def to_turtle(self) -> str:
        """The standard report in Turtle."""
        return self.to_graph().serialize(format="turtle")


def _block(result: Result) -> str:
    severity = "error" if result.severity == VIOLATION else result.severity.rpartition("#")[2]
    head = f"{result.place or shorten(str(result.focus))}: {severity.lower()}: {result.what}"
    lines = [head]
    if result.triple:
        lines.append(f"    {result.triple}")
    lines.append(f"    Mend: {result.mend}")
    if result.rule:
        lines.append(f"    Rule: {shorten(result.rule)}")
    return "\n".join(lines) + "\n"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
