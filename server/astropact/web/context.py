"""What every request works with, kept on the application instead of in globals."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from flask import current_app

from astropact.catalog.claims import find_claims
from astropact.catalog.conflicts import find_conflicts
from astropact.catalog.labels import labels
from astropact.catalog.standings import read_standings
from astropact.linking.links import read_links
from astropact.linking.report import find_problems
from astropact.linking.sssom import to_sssom
from astropact.reasoning.totals import compare_totals
from astropact.reasoning.verdicts import read_checks
from astropact.web.recalled import Recalled

if TYPE_CHECKING:
    from astropact.catalog.claims import Claim
    from astropact.catalog.conflicts import Conflict
    from astropact.catalog.manifest import Manifest
    from astropact.catalog.questions import Question
    from astropact.catalog.standings import Standings
    from astropact.linking.links import Link
    from astropact.linking.report import Finding
    from astropact.protocol.query_text import Limits
    from astropact.reasoning.totals import TotalComparison
    from astropact.reasoning.verdicts import Check
    from astropact.store.base import Store

EXTENSION: Final = "astropact"
# What limits a check to one claim, as the page of the claim writes it.
_ONE_CLAIM: Final = re.compile(r" VALUES \?claim \{ <[^<>\s]+> \}$")
_PATTERNS_OF_CHECKS: Final = 1_000


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

    def limits_of(self, text: str) -> Limits:
        """The limits for a query: the record's own checks are trusted and may be large."""
        words = _ONE_CLAIM.sub("", " ".join(text.split()))
        if words in self._texts_of_checks:
            return replace(self.limits, patterns=_PATTERNS_OF_CHECKS)
        return self.limits

    # What follows is computed once: the content of the store is fixed, ``version`` names it.

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims with their verdicts, by document and paragraph."""
        return tuple(find_claims(self.store))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Every conflict of sources, by instrument, actor and step."""
        return find_conflicts(self.store)

    @cached_property
    def standings(self) -> Standings:
        """Who stands how under what, from when until when."""
        return read_standings(self.store)

    @cached_property
    def recalled(self) -> Recalled:
        """The record as it was at its versions."""
        return Recalled(self.store, self.manifest.root, lambda: self.standings)

    @cached_property
    def totals(self) -> tuple[TotalComparison, ...]:
        """All official totals, each beside the record's own count."""
        return tuple(compare_totals(self.store))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links to other data sets, each with its evidence."""
        return tuple(read_links(self.store))

    @cached_property
    def link_findings(self) -> tuple[Finding, ...]:
        """What is wrong or doubtful about links and names."""
        return tuple(find_problems(self.store))

    @cached_property
    def sssom(self) -> str:
        """All links as a table in the Simple Standard for Sharing Ontology Mappings."""
        named = labels(self.store, {link.subject for link in self.links})
        manifest = self.manifest
        return to_sssom(self.links, named, version=manifest.version, modified=manifest.modified)

    @cached_property
    def checks(self) -> dict[str, Check]:
        """The checks that judge claims, by IRI."""
        folder = self.manifest.root / "ontology" / "questions" / "checks"
        return {check.iri: check for check in read_checks(folder)}

    @cached_property
    def _texts_of_checks(self) -> frozenset[str]:
        return frozenset(" ".join(check.text.split()) for check in self.checks.values())


def context() -> Context:
    """The context of the application that answers the current request."""
    return cast("Context", current_app.extensions[EXTENSION])
