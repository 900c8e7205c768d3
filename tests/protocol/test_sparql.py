"""Requests of the SPARQL 1.1 Protocol, well and badly formed."""

from __future__ import annotations

import pytest

from astropact.errors import InputError, LimitExceeded, QueryRefused, UnsupportedFormat
from astropact.protocol.sparql import FORM, QUERY, UPDATE, decode, form_parameters

ASK = b"query=ASK%20%7B%7D"


@pytest.mark.parametrize(
    ("method", "query_string", "content_type", "body"),
    [
        ("GET", ASK, None, b""),
        ("HEAD", ASK, None, b""),
        ("POST", b"", FORM, ASK),
        ("POST", b"", FORM + "; charset=UTF-8", b"query=ASK+%7B%7D"),
        ("POST", b"", QUERY, b"ASK {}"),
        ("POST", b"", QUERY + ';charset="utf-8"', b"ASK {}"),
    ],
)
def test_the_three_forms(
    method: str, query_string: bytes, content_type: str | None, body: bytes
) -> None:
    asked = decode(method, query_string, content_type, body)
    assert asked is not None
    assert asked.text == "ASK {}"
    assert not asked.names_dataset


def test_the_dataset_of_a_request() -> None:
    graphs = b"default-graph-uri=http%3A%2F%2Fx%2Fa&default-graph-uri=http%3A%2F%2Fx%2Fb"
    asked = decode("POST", graphs + b"&named-graph-uri=http://x/c", QUERY, b"ASK {}")
    assert asked is not None
    assert asked.default_graphs == ("http://x/a", "http://x/b")
    assert asked.named_graphs == ("http://x/c",)


def test_a_request_without_query_asks_for_the_description() -> None:
    assert decode("GET", b"", None, b"") is None
    assert decode("GET", b"format=turtle", None, b"") is None


@pytest.mark.parametrize(
    ("query_string", "content_type", "body", "error"),
    [
        (ASK + b"&" + ASK, None, b"", InputError),
        (b"query=%ZZ", None, b"", InputError),
        (b"query=%4", None, b"", InputError),
        (b"query=%FF", None, b"", InputError),
        (ASK + b"&default-graph-uri=relative", None, b"", InputError),
        (ASK + b"&named-graph-uri=http://x/%3E", None, b"", InputError),
        (b"update=CLEAR+ALL", None, b"", QueryRefused),
        (b"&".join([b"a=b"] * 2_000), None, b"", LimitExceeded),
        (b"", FORM, b"", InputError),
        (ASK, QUERY, b"ASK {}", InputError),
        (b"", QUERY, b"ASK { \xff }", InputError),
        (b"", QUERY + "; charset=utf-16", b"ASK {}", UnsupportedFormat),
        (b"", FORM + "; charset=latin-1", ASK, UnsupportedFormat),
        (b"", UPDATE, b"CLEAR ALL", QueryRefused),
        (b"", FORM, b"update=CLEAR+ALL", QueryRefused),
        (b"", "text/plain", b"ASK {}", UnsupportedFormat),
        (b"", "", b"ASK {}", UnsupportedFormat),
    ],
)
def test_bad_requests(
    query_string: bytes, content_type: str | None, body: bytes, error: type[Exception]
) -> None:
    method = "GET" if content_type is None else "POST"
    with pytest.raises(error) as caught:
        decode(method, query_string, content_type, body)
    assert type(caught.value) is error


def test_parameters_are_decoded_strictly_and_in_order() -> None:
    pairs = form_parameters(b"a=1+2&b=%C3%A9&&c&a=%2B")
    assert pairs == [("a", "1 2"), ("b", "é"), ("c", ""), ("a", "+")]
