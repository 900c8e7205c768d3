"""How far the record knows everybody, held against the official totals that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.reasoning.completeness import complete_to
from astropact.reasoning.totals import compare_totals

if TYPE_CHECKING:
    from astropact.store.base import Store

DAYS = """
SELECT ?name ?day { VALUES ?p { ap:participationCompleteTo ap:signatoriesCompleteTo }
  ?instrument ?p ?day BIND(CONCAT(STRAFTER(STR(?instrument), "instrument/"), " ",
    STRAFTER(STR(?p), "#")) AS ?name) }
"""


def days(store: Store) -> dict[str, str]:
    text = "PREFIX ap: <https://w3id.org/astropact/ns#>" + DAYS
    return {str(row["name"]): str(row["day"]) for row in store.query(text).rows()}


def test_the_record_reaches_the_official_numbers_of_some_texts_and_not_of_others(
    store: Store,
) -> None:
    found = days(store)
    assert found["moon-agreement participationCompleteTo"] == "2024-01-31", "17 of 17"
    assert found["outer-space-treaty participationCompleteTo"] >= "2025-05-31"
    assert "rescue-agreement participationCompleteTo" not in found, "parties are missing"
    assert "rescue-agreement signatoriesCompleteTo" not in found


def test_each_day_is_that_of_a_total_that_is_reached(store: Store) -> None:
    totals = compare_totals(store)
    for line in complete_to(store):
        subject, predicate, rest = line.split(" ", 2)
        if "participationCompleteTo" in predicate:
            day = rest.split('"')[1]
            reached = [
                total
                for total in totals
                if f"<{total.instrument}>" == subject and total.as_of == day
            ]
            assert any(total.derived >= total.official for total in reached), line
