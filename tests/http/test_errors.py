"""A fault of the server says nothing of its inside, on any page."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from astropact.store import OxigraphStore
from astropact.web.app import create_app

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from astropact.cli.workspace import Workspace

    from .client import Client


@pytest.fixture
def broken(workspace: Workspace, caplog: pytest.LogCaptureFixture) -> FlaskClient:
    """A client of a server whose store has been closed under it."""
    caplog.set_level(logging.CRITICAL)
    store = OxigraphStore.in_memory()
    app = create_app(store, workspace.manifest, version="broken")
    store.close()
    return app.test_client()


@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK%7B%7D", "/id/state/sau", "/ns"])
@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_a_fault_is_a_500_without_details(broken: FlaskClient, path: str, accept: str) -> None:
    answer = broken.get(path, headers={"Accept": accept})
    assert answer.status_code == 500
    assert b"closed" not in answer.data
    assert b"Traceback" not in answer.data
    assert b"Something went wrong on our side" in answer.data


def test_a_body_that_is_too_long_is_told_with_the_limit(http: Client) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = http.send("POST", "/sparql", form, b"query=" + b"a" * 1_000_000)
    assert (answer.status, answer.type) == (413, "application/problem+json")
    assert answer.json()["detail"] == "the body is longer than 400,000 bytes"
