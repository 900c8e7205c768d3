"""The SSSOM table of the shipped links, read as its specification says."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.labels import labels
from astropact.linking.links import read_links
from astropact.linking.sssom import COLUMNS, to_sssom

if TYPE_CHECKING:
    from astropact.store import Store


@pytest.fixture(scope="module")
def text(store: Store) -> str:
    links = read_links(store)
    named = labels(store, {link.subject for link in links})
    return to_sssom(links, named, version="0.1.0", modified="2026-11-23")


def rows(text: str) -> list[dict[str, str]]:
    body = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(body, delimiter="\t"))


def test_rows_cover_every_link(text: str, store: Store) -> None:
    table = rows(text)
    assert tuple(table[0]) == COLUMNS
    assert len(table) == sum(max(1, len(link.evidence)) for link in read_links(store))
    (row, *_more) = [
        row
        for row in table
        if row["subject_id"] == "state:sau" and row["object_id"].startswith("wikidata:")
    ]
    assert row["object_id"] == "wikidata:Q851"
    assert row["predicate_id"] == "skos:exactMatch"
    assert row["subject_label"] == "Saudi Arabia"
    assert row["mapping_justification"].startswith("semapv:")


def test_every_prefix_is_declared(text: str) -> None:
    declared = set(re.findall(r'^#  (\S+): "', text, re.MULTILINE))
    used = {
        row[column].partition(":")[0]
        for row in rows(text)
        for column in ("subject_id", "predicate_id", "object_id", "mapping_justification")
        if row[column]
    }
    assert used <= declared


def test_metadata_names_the_set_and_its_licence(text: str) -> None:
    assert '#mapping_set_id: "https://w3id.org/astropact/links.sssom.tsv"' in text
    assert '#license: "https://creativecommons.org/licenses/by/4.0/"' in text
    assert '#mapping_set_version: "0.1.0"' in text
