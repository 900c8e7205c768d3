"""Form of the ontology files: one subject per file, one IRI per file, one way to write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef

from astropact.config import record_root
from astropact.namespaces import AP, CONCEPT, ONTOLOGY, PREFIXES
from astropact.rdf.canonical import to_turtle
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph

FOLDER = record_root() / "ontology"
MODULES = sorted(FOLDER.glob("*.ttl"))
ALIGNMENTS = sorted((FOLDER / "alignments").glob("*.ttl"))
SCHEMES = sorted((FOLDER / "concepts").glob("*.ttl"))
FILES = [*MODULES, *ALIGNMENTS, *SCHEMES]
KNOWN_MODULES = {
    "core", "actors", "instruments", "participation", "totals", "norms", "activities", "voting",
    "offices", "documents", "claims", "effects", "readings", "versions",
}  # fmt: skip
# Standards that the modules and the alignments of the first slice lean on.
NEEDED_ALIGNMENTS = {"prov", "org", "eli", "skos", "schema", "wikidata"}
NEEDED_SCHEMES = {
    "act-kind", "rank", "evidence-kind", "binding-force", "effect-rule", "succession-kind",
}  # fmt: skip


def _id(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


def _parse(path: Path) -> Graph:
    # rdflib's own parser would rewrite the lexical form of dates.
    return to_rdflib(parse(path.read_bytes(), "text/turtle", name=str(path)))


def _terms(graph: Graph) -> set[URIRef]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    found = {s for kind in kinds for s in graph.subjects(RDF.type, kind)}
    return {s for s in found if isinstance(s, URIRef) and s.startswith(AP)}


def test_expected_files_are_there() -> None:
    modules = {path.stem for path in MODULES}
    assert modules == KNOWN_MODULES
    assert {path.stem for path in ALIGNMENTS} >= NEEDED_ALIGNMENTS
    assert {path.stem for path in SCHEMES} >= NEEDED_SCHEMES


def test_no_turtle_lies_elsewhere() -> None:
    assert sorted(FOLDER.rglob("*.ttl")) == sorted(FILES)


@pytest.mark.parametrize("path", FILES, ids=_id)
def test_file_is_in_canonical_form(path: Path) -> None:
    assert path.read_bytes().decode("utf-8") == to_turtle(_parse(path))


@pytest.mark.parametrize("path", FILES, ids=_id)
def test_file_name_is_lower_case(path: Path) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*\.ttl", path.name)


@pytest.mark.parametrize("path", [*MODULES, *ALIGNMENTS], ids=_id)
def test_path_gives_the_iri_of_the_ontology(path: Path) -> None:
    graph = _parse(path)
    assert set(graph.subjects(RDF.type, OWL.Ontology)) == {URIRef(ONTOLOGY + _id(path))}


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_module_defines_every_term_it_declares_and_no_other(path: Path) -> None:
    graph = _parse(path)
    here = URIRef(ONTOLOGY + path.stem)
    assert _terms(graph)
    assert set(graph.subjects(RDFS.isDefinedBy, here)) == _terms(graph)
    assert set(graph.subjects(RDFS.isDefinedBy)) == _terms(graph)


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_module_is_labelled_by_its_stem(path: Path) -> None:
    graph = _parse(path)
    assert graph.value(URIRef(ONTOLOGY + path.stem), RDFS.label) == Literal(
        f"{path.stem} module", lang="en"
    )


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_names_follow_their_kind(path: Path) -> None:
    """Classes are singular nouns in CamelCase, properties start with a small letter."""
    graph = _parse(path)
    for term in _terms(graph):
        name = term.removeprefix(AP)
        is_class = (term, RDF.type, OWL.Class) in graph
        assert re.fullmatch(r"[A-Z][A-Za-z]+" if is_class else r"[a-z][A-Za-z0-9]*", name)


@pytest.mark.parametrize("path", ALIGNMENTS, ids=_id)
def test_alignment_adds_no_term_of_ours(path: Path) -> None:
    graph = _parse(path)
    assert _terms(graph) == set()
    assert set(graph.subjects(RDFS.isDefinedBy)) == set()


@pytest.mark.parametrize("path", ALIGNMENTS, ids=_id)
def test_alignment_copies_nothing_about_outside_terms(path: Path) -> None:
    """Of an outside term only its kind is said (and, within SKOS, what the DL needs)."""
    allowed = {RDF.type, RDFS.subPropertyOf}
    for subject, predicate, _ in _parse(path):
        ours = str(subject).startswith((AP, CONCEPT, ONTOLOGY))
        assert ours or predicate in allowed, (subject, predicate)


@pytest.mark.parametrize("path", SCHEMES, ids=_id)
def test_path_gives_the_iri_of_the_scheme_and_its_concepts(path: Path) -> None:
    graph = _parse(path)
    scheme = URIRef(CONCEPT + path.stem)
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == {scheme}
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert concepts
    assert set(graph.subjects()) == concepts | {scheme}
    for concept in concepts:
        assert str(concept).startswith(f"{scheme}/")


@pytest.mark.parametrize("path", FILES, ids=_id)
def test_file_uses_the_shared_prefixes(path: Path) -> None:
    declared = re.findall(r"^@prefix ([\w-]*): <([^>]*)> \.$", path.read_text("utf-8"), re.M)
    assert declared
    for prefix, iri in declared:
        assert PREFIXES[prefix] == iri


def test_every_import_is_a_file() -> None:
    for path in [*MODULES, *ALIGNMENTS]:
        for target in _parse(path).objects(None, OWL.imports):
            assert (FOLDER / f"{str(target).removeprefix(ONTOLOGY)}.ttl").is_file()
