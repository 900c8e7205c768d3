"""The form of an answer as plain data."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

from astropact.catalog.bound_model import (
    STANDING_WORDS,
    BoundNorm,
    Cited,
    Dispute,
    Standing,
    Step,
    Verdict,
)
from astropact.catalog.labels import Name
from astropact.namespaces import STANDINGS


def test_every_standing_has_its_word() -> None:
    assert STANDING_WORDS.keys() == set(get_args(Standing)) == set(STANDINGS)


def test_a_step_names_its_query_only_where_it_has_one() -> None:
    backed = Step("act", "A did.", "urn:a", (("<urn:a>", "<urn:b>", '"c"'),))
    assert backed.to_json() == {
        "kind": "act",
        "sentence": "A did.",
        "iri": "urn:a",
        "triples": [["<urn:a>", "<urn:b>", '"c"']],
        "sources": [],
    }
    assert Step("list", "A did not.", "urn:a", query="ASK {}").to_json()["query"] == "ASK {}"


def test_what_is_not_known_is_null() -> None:
    name = Name("urn:a", "A")
    data = Verdict(name, name, "2020-01-01", "unknown", "Whether.").to_json()
    for key in ("from", "until", "begin", "provision", "confidence"):
        assert data[key] is None
    assert "caveat" not in data
    begun = Verdict(name, name, "2020-01-01", "bound", "It is.", not_after="2019-01-01").to_json()
    assert begun["begin"] == {"not_before": None, "not_after": "2019-01-01"}
    assert Cited("urn:a", "A", 1, "", "").to_json()["url"] is None
    norm = BoundNorm("urn:n", name, "obligation", "", "", "do", "", "", "law", hortatory=False)
    assert norm.to_json()["bearer"] is None


def test_a_dispute_tells_all_it_has() -> None:
    dispute = Dispute("urn:s", Name("urn:a", "A"), 6, "normal", "accession on 2020-01-01")
    assert dispute.to_json().keys() == {field.name for field in fields(Dispute)}
