"""Competency questions: each is answered as stored, together they need every term."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, RDF, SKOS, Graph

from astropact.config import record_root
from astropact.namespaces import AP, CONCEPT, PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.store import Store

ONTOLOGY_FOLDER = record_root() / "ontology"
FOLDER = ONTOLOGY_FOLDER / "questions"
QUESTIONS = sorted(FOLDER.glob("*.rq"), key=lambda path: path.stem.partition("-")[0].zfill(3))
RULES = sorted((ONTOLOGY_FOLDER / "rules").glob("*.rq"))
SHAPES = sorted((record_root() / "shapes").glob("*.ttl"))
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def _used(path: Path) -> set[str]:
    """The IRIs in our namespaces that a query or a shapes file names, comments left out."""
    text = re.sub(r"(?m)(^|\s)#.*$", " ", path.read_text("utf-8"))
    prefixes = dict(re.findall(r"(?i)prefix\s+([\w-]*):\s*<([^>]*)>", text))
    body = re.sub(r"(?i)@?prefix\s+[\w-]*:\s*<[^>]*>\s*\.?", " ", text)
    body = re.sub(r'"(?:[^"\\]|\\.)*"', " ", body)
    iris = set(re.findall(r"<([^>\s]*)>", body))
    for prefix, local in re.findall(r"(?<![\w:<])([a-z][\w-]*)?:([\w-]+)", body):
        if prefix in prefixes:
            iris.add(prefixes[prefix] + local)
    return {iri for iri in iris if iri.startswith((AP, CONCEPT))}


@cache
def _declared() -> set[str]:
    graph = Graph()
    for path in ONTOLOGY_FOLDER.glob("*.ttl"):
        graph.parse(path, format="turtle")
    terms = {str(s) for kind in KINDS for s in graph.subjects(RDF.type, kind)}
    return {term for term in terms if term.startswith(AP)}


@cache
def _concepts() -> set[str]:
    graph = Graph()
    for path in (ONTOLOGY_FOLDER / "concepts").glob("*.ttl"):
        graph.parse(path, format="turtle")
    kinds = (SKOS.Concept, SKOS.ConceptScheme)
    return {str(s) for kind in kinds for s in graph.subjects(RDF.type, kind)}


def _answer(store: Store, path: Path) -> list[list[str]]:
    out = io.BytesIO()
    store.query(path.read_text("utf-8")).write(out, "text/csv")
    return list(csv.reader(io.StringIO(out.getvalue().decode("utf-8"), newline="")))


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_store_gives_the_stored_answer(path: Path, store: Store) -> None:
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as stored:
        expected = list(csv.reader(stored))
    assert len(expected) > 1, "an answer without rows shows nothing"
    assert _answer(store, path) == expected


def test_every_term_is_used_by_a_question() -> None:
    used = set().union(*(_used(path) for path in QUESTIONS))
    assert sorted(_declared() - used) == []


def test_every_concept_scheme_is_used_by_a_question() -> None:
    used = set().union(*(_used(path) for path in QUESTIONS))
    schemes = {CONCEPT + path.stem for path in (ONTOLOGY_FOLDER / "concepts").glob("*.ttl")}
    reached = {s for s in schemes if any(iri == s or iri.startswith(s + "/") for iri in used)}
    assert sorted(schemes - reached) == []


@pytest.mark.parametrize(
    "path", [*QUESTIONS, *RULES, *SHAPES], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_only_declared_terms_and_concepts_are_used(path: Path) -> None:
    known = _declared() | _concepts()
    # A shape may name our namespace as a whole; that is not a term.
    assert sorted(iri for iri in _used(path) - known if iri not in (AP, CONCEPT)) == []


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_question_is_headed_and_ordered(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.splitlines()
    assert re.fullmatch(r"# title: [A-Z].*\?", lines[0])
    assert re.fullmatch(r"# description: [A-Z].*\.", lines[1])
    assert "ORDER BY" in text
    for prefix, iri in re.findall(r"PREFIX ([\w-]*): <([^>]*)>", text):
        assert PREFIXES[prefix] == iri
        assert len(re.findall(rf"(?<![\w-]){prefix}:", text)) > 1, f"{prefix}: is not used"


@pytest.mark.parametrize("path", [*QUESTIONS, *RULES], ids=lambda path: path.stem)
def test_correlated_negation_is_avoided(path: Path) -> None:
    """FILTER NOT EXISTS with outer variables was 150 to 200 times slower in the engine."""
    assert not re.search(r"(?i)not\s+exists", path.read_text("utf-8"))


def test_questions_are_numbered_without_gaps_and_titled_apart() -> None:
    numbers = [path.stem.partition("-")[0] for path in QUESTIONS]
    assert numbers == [f"{number:02}" for number in range(1, len(QUESTIONS) + 1)]
    titles = {path.read_text("utf-8").splitlines()[0] for path in QUESTIONS}
    assert len(titles) == len(QUESTIONS)


def test_every_answer_belongs_to_a_question() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == {path.stem for path in QUESTIONS}


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_question_is_not_insensitive_to_the_data(path: Path) -> None:
    """Over an empty store the query must not give its stored answer."""
    from astropact.store import OxigraphStore

    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as stored:
        expected = list(csv.reader(stored))
    with OxigraphStore.in_memory() as empty:
        assert _answer(empty, path) != expected
