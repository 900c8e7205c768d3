from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.claims import KINDS, document_iri, documents, find_claims
from astropact.errors import InputError
from astropact.namespaces import VERDICTS, concept, thing

if TYPE_CHECKING:
    from astropact.store import Store

ARTICLE = "us-china-space-relations-article"


def test_a_claim_comes_with_its_verdict_reason_and_evidence(store: Store) -> None:
    (claim,) = find_claims(store, claim=thing("claim", "asr-nd-p17-02"))
    assert claim.document.iri == thing("source", ARTICLE)
    assert (claim.paragraph, claim.kind, claim.verdict) == (17, "participation", "contradicted")
    assert "Accession on 1983-12-30" in claim.because
    assert "undated" in claim.because
    assert claim.check is not None
    assert claim.check.label == "Did the actor sign?"
    assert {name.label for name in claim.about} == {"China", "Outer Space Treaty"}
    assert ("China: accession, Outer Space Treaty", "1983-12-30") in {
        (one.subject.label, one.value.label) for one in claim.evidence
    }


def test_a_claim_tells_whom_its_document_names(store: Store) -> None:
    every = find_claims(store)
    cited = [claim for claim in every if claim.cites]
    said = [claim for claim in every if claim.said_by]
    assert len(cited) > 15
    assert len(said) > 20
    assert cited[0].to_json()["cites"] == [name._asdict() for name in cited[0].cites]
    assert all(name.iri.startswith(thing("source", "")) for c in cited for name in c.cites)


def test_claims_are_in_the_order_of_the_document(store: Store) -> None:
    found = find_claims(store, document=document_iri(store, ARTICLE))
    assert {c.document.iri for c in found} == {document_iri(store, ARTICLE)}
    assert [c.paragraph for c in found] == sorted(c.paragraph for c in found)
    assert found[0].to_json()["claim"] == found[0].iri


def test_filters_limit(store: Store) -> None:
    every = find_claims(store)
    assert {c.verdict for c in every} == set(VERDICTS)
    assert {c.kind for c in every} <= set(KINDS)
    chosen = find_claims(store, verdict="contradicted", kind="participation")
    assert chosen
    assert [c.iri for c in chosen] == [
        c.iri for c in every if (c.verdict, c.kind) == ("contradicted", "participation")
    ]


@pytest.mark.parametrize(
    "name", ["source/none", "\N{ROCKET}", 'a" ; ?p ?o . #', "https://example.org/>"]
)
def test_an_unknown_document_is_told_with_the_known_ones(store: Store, name: str) -> None:
    with pytest.raises(InputError) as caught:
        document_iri(store, name)
    assert all(one.iri.rpartition("/")[2] in str(caught.value.hint) for one in documents(store))


def test_a_document_goes_by_the_name_of_its_file_too(store: Store) -> None:
    name = "advancing-us-china-space-relations.txt"
    found = find_claims(store, document=document_iri(store, name))
    assert [claim.iri for claim in found] == [
        claim.iri for claim in find_claims(store, document=document_iri(store, ARTICLE))
    ]


def test_lists_are_those_of_the_record(store: Store) -> None:
    for scheme, names in (("claim-kind", KINDS), ("verdict", VERDICTS)):
        rows = store.query(
            f"SELECT ?c {{ ?c <http://www.w3.org/2004/02/skos/core#inScheme> <{concept(scheme)}> }}"
        )
        assert {r["c"].value.rpartition("/")[2] for r in rows.rows()} == set(names)
