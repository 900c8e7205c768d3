"""Each application has a context of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.store import OxigraphStore
from astropact.web.app import create_app
from astropact.web.context import context

if TYPE_CHECKING:
    from astropact.cli.workspace import Workspace


def test_two_applications_share_nothing(workspace: Workspace) -> None:
    with OxigraphStore.in_memory() as empty:
        apps = [
            create_app(workspace.store, workspace.manifest, version="full"),
            create_app(empty, workspace.manifest, version="empty"),
        ]
        found = []
        for app in apps:
            with app.app_context():
                found.append((context().store, context().version))
        assert found == [(workspace.store, "full"), (empty, "empty")]
        assert apps[1].test_client().get("/id/state/sau").status_code == 404


def test_questions_by_slug(workspace: Workspace) -> None:
    app = create_app(workspace.store, workspace.manifest, version="v")
    with app.app_context():
        first = context().questions[0]
        assert context().question(first.slug) is first
        assert context().question("none") is None
