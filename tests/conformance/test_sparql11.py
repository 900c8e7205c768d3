"""SPARQL 1.1 query, update, syntax and result formats, from the W3C's own manifests.

Every manifest entry is one test case, run through our store and its serialisers. What the engine
is known to get wrong stands with its reason in ``known_failures_sparql11.toml``; an entry of that
list that passes fails the run, so the list cannot grow stale.

``pytest tests/conformance --earl report.ttl`` also writes what happened as an EARL report.
"""

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from astropact.errors import AstropactError, QueryFault, QuerySyntaxFault
from astropact.store import GraphFile, OxigraphStore
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse

from .earl import Report
from .sparql_answers import (
    Answer,
    Solutions,
    difference,
    is_ordered,
    read_answer,
    read_graph,
)
from .w3c_manifest import Case, DatasetFiles, Document, Suite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from astropact.store import QueryResult, Store

MANIFEST = "sparql/sparql11/manifest-all.ttl"
KNOWN_FAILURES = Path(__file__).with_name("known_failures_sparql11.toml")
JSON = "application/sparql-results+json"
NTRIPLES = "application/n-triples"
NQUADS = "application/n-quads"
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


def known_failures() -> dict[str, str]:
    """Entry key -> why the engine gets it wrong."""
    groups = tomllib.loads(KNOWN_FAILURES.read_text("utf-8"))["group"]
    return {entry: group["reason"] for group in groups for entry in group["entries"]}


def entries(root: Path) -> list[Case]:
    """All entries of the SPARQL 1.1 manifests; none where there are no manifests."""
    if not (root / "rdf-tests" / MANIFEST).is_file():
        return []
    return list(Suite(root / "rdf-tests").cases(MANIFEST))


def cases(root: Path) -> list[object]:
    """One parameter per manifest entry, marked as out of scope or as a known failure."""
    failures = known_failures()
    params: list[object] = []
    for case in entries(root):
        marks = [pytest.mark.w3c]
        if case.suite in OUT_OF_SCOPE:
            marks.append(pytest.mark.skip(reason=OUT_OF_SCOPE[case.suite]))
        elif case.key in failures:
            reason = failures[case.key]
            marks.append(pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError))
        params.append(pytest.param(case, id=case.key, marks=marks))
    return params


@pytest.fixture(scope="module")
def report(pytestconfig: pytest.Config, w3c: Path) -> Iterator[Report]:
    """Takes the outcome of each case; written out at the end when --earl asks for it."""
    report = Report()
    yield report
    target = pytestconfig.getoption("--earl", default=None)
    if target:
        for case in entries(w3c):
            if case.suite in OUT_OF_SCOPE:
                report.add(case.iri, "inapplicable", OUT_OF_SCOPE[case.suite])
        report.write(Path(target))


def test_nothing_is_lost(w3c: Path) -> None:
    # Guards against a manifest reader that silently finds less than there is.
    run = [case for case in entries(w3c) if case.suite not in OUT_OF_SCOPE]
    assert len(run) >= 498
    assert len({case.key for case in run}) == len(run)


def test_known_failures_name_entries(w3c: Path) -> None:
    assert known_failures().keys() <= {case.key for case in entries(w3c)}


def test_entry(w3c_case: Case, report: Report) -> None:
    try:
        RUNNERS[w3c_case.kind](w3c_case)
    except (AssertionError, pytest.fail.Exception, AstropactError) as error:
        report.add(w3c_case.iri, "failed", str(error).partition("\n")[0])
        raise
    report.add(w3c_case.iri, "passed")


def test_earl_report(tmp_path: Path) -> None:
    report = Report()
    report.add("http://example.org/tests#good", "passed")
    report.add("http://example.org/tests#bad", "failed", "rows differ")
    report.write(tmp_path / "report.ttl")
    answer = (
        Graph()
        .parse(tmp_path / "report.ttl")
        .query(
            "PREFIX earl: <http://www.w3.org/ns/earl#> SELECT ?test ?outcome ?info WHERE "
            "{ ?a earl:test ?test ; earl:result ?r . ?r earl:outcome ?outcome . "
            "OPTIONAL { ?r earl:info ?info } } ORDER BY ?test"
        )
    )
    assert [tuple(str(term) for term in row if term) for row in answer] == [
        ("http://example.org/tests#bad", "http://www.w3.org/ns/earl#failed", "rows differ"),
        ("http://example.org/tests#good", "http://www.w3.org/ns/earl#passed"),
    ]


def query_evaluation(case: Case) -> None:
    _assert_same(case, *_query(case))


def csv_result(case: Case) -> None:
    actual, expected = _query(case)
    assert isinstance(actual, Solutions)
    assert isinstance(expected, Solutions)
    # Readers of CSV may know the columns by their order alone.
    assert actual.variables == expected.variables
    _assert_same(case, actual, expected)


def update_evaluation(case: Case) -> None:
    with OxigraphStore.in_memory() as store:
        store.update(_insertion(case.data))
        store.update(_text(case.request), base_iri=_iri(case.request))
        actual = _content(store)
    expected = {name: _merged(files) for name, files in _by_graph(case.result_data).items()}
    # A store need not remember empty graphs (SPARQL 1.1 Update, 3.2.1).
    expected = {name: graph for name, graph in expected.items() if len(graph)}
    assert sorted(actual) == sorted(expected)
    for name, graph in expected.items():
        _assert_same(case, actual[name], graph)


def query_syntax_good(case: Case) -> None:
    with OxigraphStore.in_memory() as store:
        try:
            store.query(_text(case.request), base_iri=_iri(case.request))
        except QuerySyntaxFault as fault:
            pytest.fail(f"refused: {fault}")
        except QueryFault:
            pass  # sound syntax may still call a function that nobody has defined


def query_syntax_bad(case: Case) -> None:
    # Some entries of this kind hold an update.
    if case.request is not None and case.request.path.suffix == ".ru":
        update_syntax_bad(case)
        return
    with OxigraphStore.in_memory() as store, pytest.raises(QuerySyntaxFault):
        store.query(_text(case.request), base_iri=_iri(case.request))


def update_syntax_good(case: Case) -> None:
    try:
        _update_offline(case)
    except QuerySyntaxFault as fault:
        pytest.fail(f"refused: {fault}")
    except QueryFault:
        pass  # sound syntax may still drop a graph that is not there


def update_syntax_bad(case: Case) -> None:
    with pytest.raises(QuerySyntaxFault):
        _update_offline(case)


RUNNERS = {
    "QueryEvaluationTest": query_evaluation,
    "CSVResultFormatTest": csv_result,
    "UpdateEvaluationTest": update_evaluation,
    "PositiveSyntaxTest11": query_syntax_good,
    "NegativeSyntaxTest11": query_syntax_bad,
    "PositiveUpdateSyntaxTest11": update_syntax_good,
    "NegativeUpdateSyntaxTest11": update_syntax_bad,
}


def _update_offline(case: Case) -> None:
    """Runs an update on an empty store; it is parsed whole, but fails just before a first LOAD."""
    present = "<urn:x-astropact:present>"
    guarded = re.sub(
        r"\bLOAD\b", f"CREATE GRAPH {present} ; LOAD", _text(case.request), count=1, flags=re.I
    )
    with OxigraphStore.in_memory() as store:
        store.update(f"CREATE GRAPH {present}")
        store.update(guarded, base_iri=_iri(case.request))


def _query(case: Case) -> tuple[Answer, Answer]:
    """The answer to the query of ``case`` over its dataset, and the expected one."""
    text = _text(case.request)
    default: list[str] | None = [document.iri for document in case.data.default]
    named: list[str] | None = [name for name, _ in case.data.named]
    if re.search(r"\bFROM\b", text, re.I):
        # The query names its dataset itself; one given beside it would replace that.
        default = named = None
    graphs = {document.iri: document for document in case.data.default} | dict(case.data.named)
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({name: _graph_file(document) for name, document in graphs.items()})
        result = store.query(
            text, default_graphs=default, named_graphs=named, base_iri=_iri(case.request)
        )
        return _answers(case, result)


def _assert_same(case: Case, actual: Answer, expected: Answer) -> None:
    found = difference(expected, actual, ordered=is_ordered(_text(case.request)))
    if found:
        # Not an assert: pytest would explain it with pages of term reprs.
        raise AssertionError(found)


def _graph_file(document: Document) -> GraphFile:
    """The file read by our parser with its own address as base, in a form without relative IRIs."""
    media_type = RDF_FORMATS[document.path.suffix]
    quads = parse(document.path.read_bytes(), media_type, base_iri=document.iri)
    content = to_rdflib(quads).serialize(format="nt", encoding="utf-8")
    return GraphFile(content, NTRIPLES, document.path.name)


def _answers(case: Case, result: QueryResult) -> tuple[Answer, Answer]:
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
    store.dump(out, NQUADS)
    default = to_rdflib(q for q in parse(out.getvalue(), NQUADS) if q.graph is None)
    return {"": default, **content} if len(default) else content


def _text(document: Document | None) -> str:
    assert document is not None
    return document.path.read_bytes().decode("utf-8")


def _iri(document: Document | None) -> str:
    assert document is not None
    return document.iri
