"""SPARQL 1.1 query, update, syntax and result formats, from the W3C's own manifests.

Every manifest entry is one test case, run through our store and its serialisers. What the engine
is known to get wrong stands with its reason in ``known_failures_sparql11.toml``; an entry of that
list that passes fails the run, so the list cannot grow stale.

``pytest tests/conformance --earl report.ttl`` also writes what happened as an EARL report.
"""

from __future__ import annotations

import io
import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from astropact.errors import AstropactError, QueryFault, QuerySyntaxFault
from astropact.store import GraphFile, OxigraphStore

from .earl import Report
from .sparql_answers import (
    Solutions,
    difference,
    is_ordered,
    read_answer,
    read_graph,
)
from .w3c_manifest import Case, DatasetFiles, Document, Suite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph

    from astropact.store import QueryResult, Store

MANIFEST = "sparql/sparql11/manifest-all.ttl"
KNOWN_FAILURES = Path(__file__).with_name("known_failures_sparql11.toml")
JSON = "application/sparql-results+json"
NTRIPLES = "application/n-triples"
RESULT_FORMATS = {
    ".srx": "application/sparql-results+xml",
    ".srj": JSON,
    ".tsv": "text/tab-separated-values",
    ".csv": "text/csv",
}
RDF_FORMATS = {".ttl": "text/turtle", ".rdf": "application/rdf+xml", ".nt": NTRIPLES}

# Suites about other things than what a store does; each stays visible as skipped cases.
OUT_OF_SCOPE = {
    "entailment": "the store answers under simple entailment; inference is done by rules",
    "graph-store-protocol": "exercises HTTP; the server has no graph store endpoint yet",
    "protocol": "exercises HTTP; see the tests of the SPARQL endpoint",
    "service": "queries have no network: SERVICE is refused",
    "service-description": "exercises HTTP; see the tests of the SPARQL endpoint",
}


def suite_root(config: pytest.Config) -> Path:
    """The folder with ``rdf-tests``: --w3c, else ASTROPACT_W3C, else beside the checkout."""
    given = config.getoption("--w3c", default=None) or os.environ.get("ASTROPACT_W3C")
    root = Path(given) if given else Path(__file__).parents[3] / "shared" / "w3c"
    return root / "rdf-tests"


def known_failures() -> dict[str, str]:
    """Entry key -> why the engine gets it wrong."""
    groups = tomllib.loads(KNOWN_FAILURES.read_text("utf-8"))["group"]
    return {entry: group["reason"] for group in groups for entry in group["entries"]}


def load_cases(config: pytest.Config) -> list[Case]:
    """All entries of the SPARQL 1.1 manifests; none when the suites are not there."""
    root = suite_root(config)
    return list(Suite(root).cases(MANIFEST)) if (root / MANIFEST).is_file() else []


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" not in metafunc.fixturenames:
        return
    failures = known_failures()
    params = []
    for case in load_cases(metafunc.config):
        marks = [pytest.mark.w3c]
        if case.suite in OUT_OF_SCOPE:
            marks.append(pytest.mark.skip(reason=OUT_OF_SCOPE[case.suite]))
        elif case.key in failures:
            known = (AssertionError, AstropactError)
            marks.append(pytest.mark.xfail(reason=failures[case.key], strict=True, raises=known))
        params.append(pytest.param(case, id=case.key, marks=marks))
    metafunc.parametrize("case", params)


@pytest.fixture(scope="module")
def report(request: pytest.FixtureRequest) -> Iterator[Report]:
    report = Report()
    yield report
    target = request.config.getoption("--earl", default=None)
    if target:
        for case in load_cases(request.config):
            if case.suite in OUT_OF_SCOPE:
                report.add(case.iri, "inapplicable", OUT_OF_SCOPE[case.suite])
        report.write(Path(target))


def test_suites_are_there(pytestconfig: pytest.Config) -> None:
    root = suite_root(pytestconfig)
    if not (root / MANIFEST).is_file():
        message = f"no W3C test suites in {root}; name their folder with --w3c or ASTROPACT_W3C"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    # Guards against a manifest reader that silently finds less than there is.
    run = [case for case in load_cases(pytestconfig) if case.suite not in OUT_OF_SCOPE]
    assert len(run) >= 498
    assert len({case.key for case in run}) == len(run)


def test_known_failures_name_entries(pytestconfig: pytest.Config) -> None:
    cases = load_cases(pytestconfig)
    if not cases:
        pytest.skip("no W3C test suites")
    assert known_failures().keys() <= {case.key for case in cases}


def test_entry(case: Case, report: Report) -> None:
    try:
        RUNNERS[case.kind](case)
    except (AssertionError, AstropactError) as error:
        report.add(case.iri, "failed", str(error).partition("\n")[0])
        raise
    report.add(case.iri, "passed")


def query_evaluation(case: Case) -> None:
    text = _text(case.request)
    store, default, named = _load(case.data)
    with store:
        result = store.query(
            text, default_graphs=default, named_graphs=named, base_iri=_iri(case.request)
        )
        actual, expected = _answers(case, result)
    assert not difference(expected, actual, ordered=is_ordered(text))


def csv_result(case: Case) -> None:
    text = _text(case.request)
    store, default, named = _load(case.data)
    with store:
        result = store.query(
            text, default_graphs=default, named_graphs=named, base_iri=_iri(case.request)
        )
        actual, expected = _answers(case, result)
    assert isinstance(actual, Solutions)
    assert isinstance(expected, Solutions)
    assert actual.variables == expected.variables
    assert not difference(expected, actual, ordered=is_ordered(text))


def update_evaluation(case: Case) -> None:
    with OxigraphStore.in_memory() as store:
        store.update(_insertion(case.data))
        store.update(_text(case.request), base_iri=_iri(case.request))
        actual = _content(store)
    expected = {
        name: _merged(files)
        for name, files in _by_graph(case.result_data).items()
    }
    # A store need not remember empty graphs (SPARQL 1.1 Update, 3.2.1).
    expected = {name: graph for name, graph in expected.items() if len(graph)}
    assert sorted(actual) == sorted(expected)
    for name, graph in expected.items():
        assert not difference(graph, actual[name]), f"in graph {name or '(default)'}"


def query_syntax_good(case: Case) -> None:
    with OxigraphStore.in_memory() as store:
        store.query(_text(case.request), base_iri=_iri(case.request))


def query_syntax_bad(case: Case) -> None:
    # Some entries of this kind hold an update; it must not be a query either way.
    if case.request is not None and case.request.path.suffix == ".ru":
        update_syntax_bad(case)
        return
    with OxigraphStore.in_memory() as store, pytest.raises(QuerySyntaxFault):
        store.query(_text(case.request), base_iri=_iri(case.request))


def update_syntax_good(case: Case) -> None:
    with pytest.raises(QueryFault) as caught:
        _parse_update(case)
    assert not isinstance(caught.value, QuerySyntaxFault), caught.value


def update_syntax_bad(case: Case) -> None:
    with pytest.raises(QuerySyntaxFault):
        _parse_update(case)


RUNNERS = {
    "QueryEvaluationTest": query_evaluation,
    "CSVResultFormatTest": csv_result,
    "UpdateEvaluationTest": update_evaluation,
    "PositiveSyntaxTest11": query_syntax_good,
    "NegativeSyntaxTest11": query_syntax_bad,
    "PositiveUpdateSyntaxTest11": update_syntax_good,
    "NegativeUpdateSyntaxTest11": update_syntax_bad,
}


def _parse_update(case: Case) -> None:
    """Has the update parsed but not run: its syntax is judged before a first operation fails.

    Without this the syntax tests of LOAD would fetch from the network.
    """
    guard = "CREATE GRAPH <urn:x-astropact:present>"
    with OxigraphStore.in_memory() as store:
        store.update(guard)
        store.update(f"{guard} ;\n{_text(case.request)}", base_iri=_iri(case.request))


def _load(files: DatasetFiles) -> tuple[Store, list[str], list[str]]:
    """A store with each file as a graph, and the dataset of the query over these graphs."""
    store = OxigraphStore.in_memory()
    graphs = {document.iri: document for document in files.default} | dict(files.named)
    content = {}
    for name, document in graphs.items():
        media_type = RDF_FORMATS[document.path.suffix]
        content[name] = GraphFile(document.path.read_bytes(), media_type, document.path.name)
    store.replace_graphs(content)
    return store, [document.iri for document in files.default], [name for name, _ in files.named]


def _answers(case: Case, result: QueryResult) -> tuple[object, object]:
    """Our answer, in the format of the expected one where it is a result format, and that one."""
    assert case.result is not None
    suffix = case.result.path.suffix
    fallback = NTRIPLES if result.kind == "graph" else JSON
    media_type = RESULT_FORMATS.get(suffix, fallback)
    out = io.BytesIO()
    result.write(out, media_type)
    expected_type = RESULT_FORMATS.get(suffix) or RDF_FORMATS[suffix]
    expected = read_answer(case.result.path.read_bytes(), expected_type, case.result.iri)
    return read_answer(out.getvalue(), media_type), expected


def _by_graph(files: DatasetFiles) -> dict[str, list[Document]]:
    """Graph name (empty for the default graph) -> the files merged into it."""
    graphs: dict[str, list[Document]] = {"": list(files.default)}
    for name, document in files.named:
        graphs.setdefault(name, []).append(document)
    return graphs


def _merged(documents: list[Document]) -> Graph:
    graph = read_graph(b"", "text/turtle", "")
    for document in documents:
        media_type = RDF_FORMATS[document.path.suffix]
        graph += read_graph(document.path.read_bytes(), media_type, document.iri)
    return graph


def _insertion(files: DatasetFiles) -> str:
    """An update that fills the default graph and the named graphs."""
    blocks = []
    for name, documents in _by_graph(files).items():
        triples = _merged(documents).serialize(format="nt")
        blocks.append(f"GRAPH <{name}> {{ {triples} }}" if name else triples)
    return "INSERT DATA {\n" + "\n".join(blocks) + "\n}"


def _content(store: Store) -> dict[str, Graph]:
    """What the store holds, by graph name (empty for the default graph)."""
    content = {}
    for name in store.graphs():
        out = io.BytesIO()
        store.dump(out, NTRIPLES, graph=name)
        content[name] = read_graph(out.getvalue(), NTRIPLES, "")
    out = io.BytesIO()
    store.query("CONSTRUCT WHERE { ?s ?p ?o }", union_default_graph=False).write(out, NTRIPLES)
    default = read_graph(out.getvalue(), NTRIPLES, "")
    return {"": default, **content} if len(default) else content


def _text(document: Document | None) -> str:
    assert document is not None
    return document.path.read_bytes().decode("utf-8")


def _iri(document: Document | None) -> str:
    assert document is not None
    return document.iri
