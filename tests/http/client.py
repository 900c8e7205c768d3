"""A small HTTP client: one connection for each request, no redirects, no cleverness."""

from __future__ import annotations

import json
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import Message


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Message
    body: bytes

    @property
    def type(self) -> str:
        """The media type without its parameters."""
        return str(self.headers.get("Content-Type", "")).partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """Asks one server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.netloc = urlsplit(url).netloc

    def send(
        self,
        method: str,
        target: str,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        connection = HTTPConnection(self.netloc, timeout=60)
        try:
            connection.request(method, target, body=body, headers=dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, target: str, accept: str | None = None, **headers: str) -> Answer:
        if accept is not None:
            headers["Accept"] = accept
        return self.send("GET", target, headers)

    def ask(self, query: str, accept: str | None = None, **parameters: str) -> Answer:
        return self.get("/sparql?" + urlencode({"query": query, **parameters}), accept)
