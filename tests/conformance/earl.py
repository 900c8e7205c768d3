"""Writes the outcome of a conformance run in EARL (https://www.w3.org/TR/EARL10-Schema/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rdflib import RDF, Graph, Namespace, URIRef
from rdflib import Literal as Text

from astropact import __version__
from astropact.rdf.canonical import to_turtle

if TYPE_CHECKING:
    from pathlib import Path

EARL = Namespace("http://www.w3.org/ns/earl#")
DOAP = Namespace("http://usefulinc.com/ns/doap#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
SUBJECT = URIRef("https://w3id.org/astropact/software/astropact")

Outcome = Literal["passed", "failed", "inapplicable"]


class Report:
    """Collects one outcome per test; has no date, so that equal runs give equal files."""

    def __init__(self) -> None:
        self._outcomes: dict[str, tuple[Outcome, str]] = {}

    def add(self, test: str, outcome: Outcome, info: str = "") -> None:
        """Notes what became of the test with that IRI, and why if there is more to say."""
        self._outcomes[test] = (outcome, info)

    def write(self, path: Path) -> None:
        """Writes the report as Turtle."""
        graph = Graph()
        graph.add((SUBJECT, RDF.type, EARL.Software))
        graph.add((SUBJECT, RDF.type, EARL.TestSubject))
        graph.add((SUBJECT, DOAP.name, Text("Astropact")))
        graph.add((SUBJECT, DCTERMS.hasVersion, Text(__version__)))
        for number, test in enumerate(sorted(self._outcomes), 1):
            outcome, info = self._outcomes[test]
            assertion, result = (URIRef(f"{SUBJECT}/{kind}/{number}") for kind in ("run", "result"))
            graph.add((assertion, RDF.type, EARL.Assertion))
            graph.add((assertion, EARL.assertedBy, SUBJECT))
            graph.add((assertion, EARL.subject, SUBJECT))
            graph.add((assertion, EARL.test, URIRef(test)))
            graph.add((assertion, EARL.mode, EARL.automatic))
            graph.add((assertion, EARL.result, result))
            graph.add((result, RDF.type, EARL.TestResult))
            graph.add((result, EARL.outcome, EARL[outcome]))
            if info:
                graph.add((result, EARL.info, Text(info)))
        path.write_text(to_turtle(graph), "utf-8")
