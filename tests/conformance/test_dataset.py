"""The dataset of a query (SPARQL 1.1 Query, 13.2), which the W3C suites hardly touch.

The endpoint answers over the union of all graphs, but only when neither the request nor the
query says otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.store import GraphFile, OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from astropact.store import Store

A, B, C = (f"http://example.org/graph/{name}" for name in "abc")
PLAIN = "?s ?p ?o"
NAMED = "GRAPH ?g { ?s ?p ?o }"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """Three graphs of one triple each, whose object is the graph's letter."""
    with OxigraphStore.in_memory() as store:
        files = {
            graph: GraphFile(
                f'<http://example.org/s> <http://example.org/p> "{graph[-1]}" .'.encode()
            )
            for graph in (A, B, C)
        }
        store.replace_graphs(files)
        yield store


@pytest.mark.parametrize(
    ("clause", "pattern", "expected"),
    [
        ("", PLAIN, "abc"),
        ("", NAMED, "abc"),
        (f"FROM <{A}>", PLAIN, "a"),
        (f"FROM <{A}>", NAMED, ""),
        (f"FROM <{A}> FROM <{B}>", PLAIN, "ab"),
        (f"from<{A}>", PLAIN, "a"),
        (f"FROM NAMED <{A}>", NAMED, "a"),
        (f"FROM NAMED <{A}>", PLAIN, ""),
        (f"FROM <{A}> FROM NAMED <{B}>", f"{{ {PLAIN} }} UNION {{ {NAMED} }}", "ab"),
        (f"FROM <{A}> FROM NAMED <{B}>", f"{PLAIN} FILTER EXISTS {{ GRAPH ?g {{}} }}", "a"),
        ("FROM <http://example.org/graph/none>", PLAIN, ""),
        # Words that look like a dataset clause but are none.
        (f"# FROM <{A}>\n", PLAIN, "abc"),
        ("", f'{PLAIN} FILTER("FROM <{A}>" != ?o)', "abc"),
        ("", f"{PLAIN} FILTER(?from != ?o || !BOUND(?from))", "abc"),
    ],
)
def test_dataset_of_the_query(store: Store, clause: str, pattern: str, expected: str) -> None:
    result = store.query(f"SELECT ?o {clause} WHERE {{ {pattern} }}")
    assert "".join(sorted(row["o"].value for row in result.rows())) == expected


@pytest.mark.parametrize(
    ("default", "named", "pattern", "expected"),
    [
        ([B], None, PLAIN, "b"),
        ([B, C], None, PLAIN, "bc"),
        ([B], None, NAMED, ""),
        (None, [B], NAMED, "b"),
        (None, [B], PLAIN, ""),
    ],
)
def test_dataset_of_the_request_replaces_that_of_the_query(
    store: Store, default: list[str], named: list[str], pattern: str, expected: str
) -> None:
    clause = f"FROM <{A}> FROM NAMED <{A}>"
    result = store.query(
        f"SELECT ?o {clause} WHERE {{ {pattern} }}",
        default_graphs=default,
        named_graphs=named,
    )
    assert "".join(sorted(row["o"].value for row in result.rows())) == expected
