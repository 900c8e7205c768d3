"""A client that hides nothing, of a real server process."""

from __future__ import annotations

import pytest

from .client import Client


@pytest.fixture
def http(server: str) -> Client:
    """A client of the server."""
    return Client(server)
