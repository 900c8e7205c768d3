"""What every request works with, kept on the application instead of in globals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from flask import current_app

if TYPE_CHECKING:
    from astropact.catalog.manifest import Manifest
    from astropact.catalog.questions import Question
    from astropact.protocol.query_text import Limits
    from astropact.store.base import Store

EXTENSION: Final = "astropact"


@dataclass(frozen=True)
class Context:
    """The store with the record in it, and the settings of the server."""

    store: Store
    manifest: Manifest
    version: str
    """Names the exact content of the store."""
    limits: Limits
    description_limit: int
    questions: tuple[Question, ...]

    def question(self, slug: str) -> Question | None:
        """The competency question of that slug."""
        return next((q for q in self.questions if q.slug == slug), None)


def context() -> Context:
    """The context of the application that answers the current request."""
    return cast("Context", current_app.extensions[EXTENSION])
