"""How sure a verdict is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound_chain import disputes_of, load_evidence
from astropact.catalog.bound_confidence import of_acts, of_sources
from astropact.catalog.bound_model import Cited
from astropact.catalog.facts import Facts
from astropact.namespaces import thing

if TYPE_CHECKING:
    from astropact.store import Store


@pytest.mark.parametrize(
    ("act", "level", "because"),
    [
        ("moon-agreement/sau/accession", "high", "(tier 2) states it"),
        ("moon-agreement/sau/withdrawal", "low", "only sources of tier 5 or 6"),
        ("outer-space-treaty/col/ratification", "low", "speaks against it"),
    ],
)
def test_the_statements_of_an_act_decide(store: Store, act: str, level: str, because: str) -> None:
    iri = thing("act", act)
    facts = Facts(store)
    load_evidence(facts, [iri])
    found = of_acts(facts, [iri], disputes_of(facts, [iri]), "2024-03-25")
    assert (found.level, because in found.because) == (level, True), found.because


def test_the_weakest_act_decides(store: Store) -> None:
    acts = [thing("act", f"moon-agreement/sau/{kind}") for kind in ("accession", "withdrawal")]
    facts = Facts(store)
    load_evidence(facts, acts)
    assert of_acts(facts, acts, (), "2023-06-01").level == "low"


@pytest.mark.parametrize(("tier", "level"), [(1, "high"), (2, "high"), (3, "medium"), (6, "low")])
def test_a_description_is_as_sure_as_its_best_source(tier: int, level: str) -> None:
    cited = [Cited("urn:a", "A", tier, "", ""), Cited("urn:b", "B", 6, "", "")]
    assert of_sources(cited, "the text").level == level


def test_without_a_source_nothing_is_high() -> None:
    assert of_sources([], "the text").level == "medium"
