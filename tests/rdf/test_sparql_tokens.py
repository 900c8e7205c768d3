"""The tokens of a SPARQL text."""

from __future__ import annotations

import pytest

from astropact.rdf.sparql_tokens import names_dataset, tokens, unescape


def test_strings_iris_and_comments_hide_nothing() -> None:
    text = """SELECT ?a # FROM here
    { ?a <http://e/FROM#x> "FROM \\" it", '''FROM 'that' ''' ; from:x 1.5e3 }"""
    found = [(token.kind, token.text) for token in tokens(text)]
    assert ("iri", "<http://e/FROM#x>") in found
    assert ("string", '"FROM \\" it"') in found
    assert ("string", "'''FROM 'that' '''") in found
    assert ("name", "from:x") in found
    assert ("number", "1.5e3") in found
    assert not any(text.startswith("#") for _, text in found)


def test_each_token_knows_where_it_ends() -> None:
    text = "ASK  { ?s ?p ?o }"
    assert all(text[: token.end].endswith(token.text) for token in tokens(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * FROM <http://e/g> { ?s ?p ?o }", True),
        ("select * from named <http://e/g> { ?s ?p ?o }", True),
        ("SELECT * \\u0046ROM <http://e/g> { ?s ?p ?o }", True),
        ("SELECT ?from { ?from from:from 'FROM <http://e/g>' } # FROM <x>", False),
        ("ASK { ?s <http://e/FROM> _:FROM }", False),
    ],
)
def test_a_dataset_clause_is_seen_and_not_imagined(text: str, expected: bool) -> None:
    assert names_dataset(text) is expected


def test_escapes_are_replaced_and_impossible_ones_kept() -> None:
    assert unescape("SERV\\u0049CE \\U0001F680") == "SERVICE \U0001f680"
    assert unescape("\\UFFFFFFFF") == "\\UFFFFFFFF"
