"""The application factory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.errors import InputError
from astropact.web.app import create_app

if TYPE_CHECKING:
    from astropact.cli.workspace import Workspace


def test_the_server_works_below_a_prefix(workspace: Workspace) -> None:
    app = create_app(workspace.store, workspace.manifest, version=workspace.version)
    client = app.test_client()
    base = "https://example.org/astropact"
    page = client.get("/id/state/sau", base_url=base, headers={"Accept": "text/html"}).text
    assert 'href="/astropact/id/instrument/moon-agreement"' in page
    assert 'href="/astropact/static/astropact.css"' in page
    assert 'href="/id/' not in page
    data = client.get("/id/state/sau", base_url=base)
    assert data.headers["Content-Location"] == "/astropact/id/state/sau.ttl"
    described = client.get("/sparql", base_url=base).text
    assert f"{base}/sparql" in described
    cut = client.get("/concept/rank/normal.nt", base_url=base).text
    assert f"<{base}/sparql?query=" in cut


def test_limits_are_settings(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASTROPACT_MAX_QUERY_BYTES", "20")
    monkeypatch.setenv("ASTROPACT_DESCRIPTION_LIMIT", "2")
    client = create_app(workspace.store, workspace.manifest, version="v").test_client()
    assert client.get("/sparql?query=ASK%7B%7D").status_code == 200
    assert client.get("/sparql?query=ASK%7B%7D" + "%20" * 20).status_code == 413
    assert "Only 2 of the" in client.get("/id/state/sau.nt").text
    monkeypatch.setenv("ASTROPACT_MAX_QUERY_BYTES", "many")
    with pytest.raises(InputError):
        create_app(workspace.store, workspace.manifest, version="v")


def test_another_version_is_another_answer(workspace: Workspace) -> None:
    tags = {
        create_app(workspace.store, workspace.manifest, version=version)
        .test_client()
        .get("/id/state/sau")
        .headers["ETag"]
        for version in ("1", "2")
    }
    assert len(tags) == 2
