"""Methods and headers that every address shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .addresses import OTHERS, PATHS

if TYPE_CHECKING:
    from .client import Client


@pytest.mark.parametrize("path", [*PATHS, *OTHERS, "/sparql"])
def test_methods_and_headers_of_every_page(http: Client, path: str) -> None:
    got, head = http.get(path, "text/html"), http.send("HEAD", path, {"Accept": "text/html"})
    assert (head.status, head.body) == (got.status, b"")
    assert head.headers["Content-Type"] == got.headers["Content-Type"]
    options = http.send("OPTIONS", path)
    assert options.status == 200
    assert "GET" in options.headers["Allow"]
    refused = http.send("DELETE", path)
    assert (refused.status, refused.type) == (405, "application/problem+json")
    assert "GET" in refused.headers["Allow"]
    for answer in (got, head, options, refused):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"]
        assert "Server" not in answer.headers or "waitress" not in answer.headers["Server"]
