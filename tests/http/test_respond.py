"""Formats that fit or do not, and answers that need not be sent again."""

from __future__ import annotations

from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from .addresses import PATHS

if TYPE_CHECKING:
    from .client import Client


@pytest.mark.parametrize("path", PATHS)
def test_what_cannot_be_had_is_a_406(http: Client, path: str) -> None:
    answer = http.get(path, "image/png")
    assert (answer.status, answer.type) == (406, "application/problem+json")
    assert answer.json()["available"][0] == "text/turtle"
    assert http.get(path + "?format=pdf").status == 406


@pytest.mark.parametrize("path", [*PATHS, "/"])
def test_etags_save_the_answer(http: Client, path: str) -> None:
    tag = http.get(path, "text/html").headers["ETag"]
    again = http.get(path, "text/html", **{"If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")


def test_a_wish_in_the_address_goes_before_the_header(http: Client) -> None:
    assert http.get("/id/state/sau?format=jsonld", "text/html").type == "application/ld+json"
    assert http.get("/id/state/sau.nt?format=jsonld", "text/html").type == "application/n-triples"
    assert http.get("/id/state/sau", "application/json").type == "application/json"


def test_answers_tell_their_length_and_keep_the_connection(http: Client) -> None:
    connection = HTTPConnection(http.netloc, timeout=60)
    sockets = set()
    for method in ("GET", "HEAD", "GET"):
        connection.request(method, "/sparql?query=SELECT*%7B%3Fs%20a%20%3Fc%7D")
        sockets.add(connection.sock)
        answer = connection.getresponse()
        body = answer.read()
        length = int(answer.headers["Content-Length"])
        assert len(body) == (0 if method == "HEAD" else length)
        assert length > 100_000
    connection.close()
    assert len(sockets) == 1
