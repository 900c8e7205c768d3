"""No query makes the server open a connection, however the wish is disguised."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .client import Client

CALL = "SERVICE <http://HOST/> { ?a ?b ?c }"
P = "PREFIX : <http://HOST/> PREFIX ex: <http://HOST/> "
DISGUISES = [
    "SELECT * { SERVICE <http://HOST/> { ?a ?b ?c } }",
    "SELECT * { service silent <http://HOST/> { ?a ?b ?c } }",
    "SELECT * { SERV\\u0049CE <http://HOST/> { ?a ?b ?c } }",
    "SELECT * { BIND(<http://HOST/> AS ?x) SERVICE ?x { ?a ?b ?c } }",
    "SELECT * { VALUES ?x { <http://HOST/> } SERVICE ?x { ?a ?b ?c } }",
    "SELECT * { { SELECT * { SERVICE <http://HOST/> { ?a ?b ?c } } } }",
    "SELECT * { FILTER EXISTS { SERVICE <http://HOST/> { ?a ?b ?c } } }",
    "CONSTRUCT { ?a ?b ?c } WHERE { SERVICE <http://HOST/> { ?a ?b ?c } }",
    "DESCRIBE ?a { SERVICE <http://HOST/> { ?a ?b ?c } }",
    P + "SELECT * {SERVICE:a{?a ?b ?c}}",
    P + "SELECT * {SERVICEex:a{?a ?b ?c}}",
    P + "SELECT * {SERVICESILENT:a{?a ?b ?c}}",
    P + "SELECT * {FILTER(1<2&&'>'>'')SERVICE:a{}#'\n}",
    P + "SELECT * {FILTER(?a<1||1<2)#>'''\nSERVICE:a{}#'''\n}",
    P + "SELECT * {FILTER(1<:b||'>'!='')SERVICE:a{}#'\n}",
    "SELECT * FROM <http://HOST/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://HOST/> { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <http://HOST/>",
    "LO\\u0041D <http://HOST/>",
]


@pytest.fixture
def listener() -> Iterator[tuple[str, list[object]]]:
    """An address that notes who connects."""
    calls: list[object] = []
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(50)
        door.settimeout(0.1)
        done = threading.Event()

        def accept() -> None:
            while not done.is_set():
                try:
                    connection, peer = door.accept()
                except TimeoutError:
                    continue
                calls.append(peer)
                connection.close()

        thread = threading.Thread(target=accept)
        thread.start()
        host, port = door.getsockname()
        yield f"{host}:{port}", calls
        done.set()
        thread.join()


def test_no_query_reaches_the_network(http: Client, listener: tuple[str, list[object]]) -> None:
    host, calls = listener
    for query in DISGUISES:
        answer = http.ask(query.replace("HOST", host))
        assert calls == [], query
        # Only FROM is allowed: it names a graph of the store, and is never fetched.
        assert answer.status == (200 if "FROM" in query else 400), query


def test_the_listener_would_notice(listener: tuple[str, list[object]]) -> None:
    host, calls = listener
    with socket.create_connection((host.partition(":")[0], int(host.partition(":")[2]))) as call:
        call.settimeout(5)
        assert call.recv(1) == b""
    assert len(calls) == 1
