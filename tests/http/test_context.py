"""Each application has a context of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.namespaces import thing
from astropact.protocol.query_text import examine
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


def test_what_is_computed_is_kept(workspace: Workspace) -> None:
    app = create_app(workspace.store, workspace.manifest, version="v")
    with app.app_context():
        assert context().claims is context().claims
        assert context().totals is context().totals
        assert context().link_findings is context().link_findings
        assert context().sssom is context().sssom
        assert {claim.check.iri for claim in context().claims if claim.check} <= set(
            context().checks
        )


def test_only_the_record_s_own_checks_may_be_large(workspace: Workspace) -> None:
    app = create_app(workspace.store, workspace.manifest, version="v")
    with app.app_context():
        usual = context().limits
        for check in context().checks.values():
            one = f"{check.text}\r\nVALUES ?claim {{ <{thing('claim', 'x')}> }}\r\n"
            for text in (check.text, one):
                assert context().limits_of(text).patterns > usual.patterns
                examine(text, context().limits_of(text))
            assert context().limits_of(check.text + "OFFSET 1") == usual
            assert context().limits_of(one + one) == usual


def test_questions_by_slug(workspace: Workspace) -> None:
    app = create_app(workspace.store, workspace.manifest, version="v")
    with app.app_context():
        first = context().questions[0]
        assert context().question(first.slug) is first
        assert context().question("none") is None
