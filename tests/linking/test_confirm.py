"""Tables of other data sets are compared with the links of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, URIRef

from astropact.errors import InputError
from astropact.linking.confirm import NAME, Table, compare, to_evidence
from astropact.linking.datasets import DATASETS
from astropact.namespaces import SSSOM, thing

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.store import Store


def table(path: Path, dataset: str, key: str, field: str, identifier: str = "id") -> Table:
    return Table(path, DATASETS[dataset], identifier, key, field, "wikidata")


def test_confirmed_proposed_and_contradicted_are_told_apart(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "countries.csv"
    path.write_text("code,id\nSAU,http://www.wikidata.org/entity/Q851\nCHN,Q1\nXXX,Q2\n", "utf-8")
    found = compare(store, table(path, "wikidata", "code", "ap:iso3"))
    assert [(link.identifier, row.thing) for link, row in found.confirmed] == [
        ("Q851", thing("state", "sau"))
    ]
    assert [(link.identifier, row.identifier) for link, row in found.contradicted] == [
        ("Q148", "Q1")
    ]
    assert found.proposed == []


def test_a_company_with_the_old_name_is_only_proposed(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "operators.csv"
    path.write_text("operator,id\nIntelsat,Q778126\n", "utf-8")
    found = compare(store, table(path, "wikidata", "operator", NAME))
    assert {row.thing for row in found.proposed} == {thing("org", "itso")}
    assert found.confirmed == []


def test_names_are_compared_without_case_and_accents(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,id\nCOTE D'IVOIRE,Q1008\n", "utf-8")
    found = compare(store, table(path, "wikidata", "name", NAME))
    assert [row.thing for _link, row in found.confirmed] == [thing("state", "civ")]


def test_rows_of_a_namesake_do_not_contradict(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "bodies.tsv"
    path.write_text('Code\tName\nNASA\tNASA\nNASAHQ\tNASA\nX\t"NASA\n', "utf-8")
    found = compare(store, table(path, "gcat", "Name", NAME, "Code"))
    assert [row.identifier for _link, row in found.confirmed] == ["NASA"]
    assert found.contradicted == []


def test_evidence_names_link_source_and_fields(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "countries.csv"
    path.write_text("code,id\nSAU,Q851\n", "utf-8")
    graph = to_evidence([compare(store, table(path, "wikidata", "code", "ap:iso3"))])
    node = URIRef(thing("link", "wikidata/state/sau/wikidata-code"))
    assert graph.value(node, OWL.annotatedSource) == URIRef(thing("state", "sau"))
    assert str(graph.value(node, URIRef(SSSOM + "object_match_field"))) == "code"
    assert str(graph.value(node, URIRef(SSSOM + "match_string"))) == "SAU"


def test_a_missing_column_is_told_with_those_there_are(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "countries.csv"
    path.write_text("code,qid\nSAU,Q851\n", "utf-8")
    with pytest.raises(InputError, match="has no column id") as caught:
        compare(store, table(path, "wikidata", "code", "ap:iso3"))
    assert "code, qid" in caught.value.hint


def test_an_unknown_field_is_told(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "countries.csv"
    path.write_text("code,id\nSAU,Q851\n", "utf-8")
    with pytest.raises(InputError, match="not a property"):
        compare(store, table(path, "wikidata", "code", "iso3"))
