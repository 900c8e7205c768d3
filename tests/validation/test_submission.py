from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from astropact.errors import InputError, LimitExceeded, SyntaxFault
from astropact.validation.submission import Limits, read_bytes, read_file

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = Limits(file_bytes=100_000, literal_bytes=1_000, triples=100)
TRIPLE = b"<https://example.org/a> <https://example.org/b> "


def read(content: bytes, media_type: str = "text/turtle") -> int:
    return len(read_bytes(content, media_type, "input", LIMITS).quads)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("parsing opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_limits_are_kept() -> None:
    assert read(TRIPLE + b'"x" .') == 1
    with pytest.raises(LimitExceeded, match="larger than 100000 bytes"):
        read(b" " * 100_001)
    with pytest.raises(LimitExceeded, match="more than 100 triples"):
        read(b"".join(TRIPLE + b'"%d" .\n' % n for n in range(101)))
    with pytest.raises(LimitExceeded, match="literal is longer") as caught:
        read(b"\n\n" + TRIPLE + b'"' + b"x" * 1_001 + b'" .')
    assert caught.value.line == 3
    with pytest.raises(LimitExceeded, match="IRI is longer"):
        read(TRIPLE + b"<https://example.org/" + b"x" * 3_000 + b"> .")


def test_a_file_is_not_read_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.ttl"
    path.write_bytes(b"#" * 200_000)
    with pytest.raises(LimitExceeded):
        read_file(path, None, LIMITS)


def test_configured_limits_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Limits.configured().file_bytes == 16 * 1024 * 1024
    monkeypatch.setenv("ASTROPACT_MAX_FILE_BYTES", "5")
    assert Limits.configured().file_bytes == 5


@pytest.mark.parametrize(
    "content",
    [
        b'{"@context": "http://127.0.0.1:9/context", "name": "x"}',
        b'{"@context": ["http://127.0.0.1:9/context"], "name": "x"}',
        b'{"@context": {"@import": "http://127.0.0.1:9/context"}, "name": "x"}',
    ],
)
def test_remote_contexts_are_never_fetched(content: bytes) -> None:
    with pytest.raises(SyntaxFault):
        read(content, "application/ld+json")


def test_quoted_triples_are_refused() -> None:
    with pytest.raises(SyntaxFault) as caught:
        read(TRIPLE + b"<<( " + TRIPLE + b"<https://example.org/c> )>> .")
    assert caught.value.line == 1


def test_relative_iris_are_refused() -> None:
    with pytest.raises(InputError, match="relative IRI") as caught:
        read(b"\n<state/sau> <https://example.org/b> 1 .")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "content",
    [
        TRIPLE + b"<https://example.org/\x01> .",
        TRIPLE + b"<https://example.org/a b> .",
        TRIPLE + b"<https://example.org/\\u0000> .",
        TRIPLE + b'"\xff\xfe" .',
        TRIPLE + b'"unterminated .',
        b"\x00\x01\x02",
    ],
)
def test_malformed_input_is_a_syntax_fault(content: bytes) -> None:
    with pytest.raises(SyntaxFault):
        read(content)
