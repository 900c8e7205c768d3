"""Problem details: one kind for every error, and nothing of the server's inside."""

from __future__ import annotations

import json

import pytest

from astropact import errors
from astropact.protocol.problem import KINDS, internal, of_error, of_status


def subclasses(of: type[Exception]) -> list[type[Exception]]:
    found = [of, *(c for s in of.__subclasses__() for c in subclasses(s))]
    # Other tests derive errors of their own.
    return [error for error in found if error.__module__ == errors.__name__]


@pytest.mark.parametrize("error", sorted(subclasses(errors.AstropactError), key=str))
def test_every_error_has_a_kind_of_its_own_choice(error: type[errors.AstropactError]) -> None:
    found = of_error(error("the secret text", hint="try again"))
    if found.kind.slug == "internal":
        assert error in (errors.AstropactError, errors.StoreFault, errors.RecordFault)
        assert b"secret" not in found.to_json()
    else:
        assert json.loads(found.to_json())["detail"] == "the secret text"


def test_line_and_column_are_members() -> None:
    error = errors.QuerySyntaxFault("expected }", hint="close it", line=3, column=7)
    document = json.loads(of_error(error, "/sparql").to_json("http://x"))
    assert document == {
        "type": "http://x/problem/query-syntax",
        "title": "The query is not SPARQL",
        "status": 400,
        "detail": "expected }",
        "instance": "/sparql",
        "hint": "close it",
        "line": 3,
        "column": 7,
    }


def test_a_status_without_an_error() -> None:
    assert of_status(405).kind is KINDS["method-not-allowed"]
    assert of_status(418).status == 418
    assert of_status(502, "the secret text").detail == internal().detail
