"""The manifest: which file of the record goes into which named graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.manifest import read_manifest
from astropact.errors import RecordFault, SyntaxFault

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://w3id.org/astropact/dataset> a dcat:Catalog ; dcat:version "7" .
"""


def record(folder: Path, *entries: tuple[str, str]) -> Path:
    (folder / "data").mkdir()
    lines = [
        f'<https://w3id.org/astropact/graph/{g}> a dcat:Dataset ; dcterms:identifier "{file}" .'
        for g, file in entries
    ]
    (folder / "data" / "manifest.ttl").write_text(HEAD + "\n".join(lines))
    return folder


def test_the_shipped_manifest_names_every_file_of_the_record(root: Path) -> None:
    manifest = read_manifest(root)
    named = {entry.file for entry in manifest.entries}
    there = {
        path.relative_to(root).as_posix()
        for folder in ("data", "ontology")
        for path in (root / folder).rglob("*.ttl")
    }
    assert named == there


def test_each_shipped_file_has_the_graph_of_its_path_and_is_described(root: Path) -> None:
    for entry in read_manifest(root).entries[1:]:
        path = entry.file.removesuffix(".ttl").removeprefix("data/")
        assert entry.graph == f"https://w3id.org/astropact/graph/{path}"
        assert entry.title, entry.file
        assert entry.licence.startswith("https://creativecommons.org/"), entry.file
        assert entry.modified, entry.file


def test_digests_follow_the_bytes(tmp_path: Path) -> None:
    place = record(tmp_path, ("a", "data/a.ttl"))
    (place / "data" / "a.ttl").write_text("")
    before = read_manifest(place).digests()
    assert read_manifest(place).digests() == before
    (place / "data" / "a.ttl").write_text("# changed\n")
    after = read_manifest(place).digests()
    assert [g for g in after if after[g] != before[g]] == ["https://w3id.org/astropact/graph/a"]


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([("a", "data/a.ttl"), ("b", "data/a.ttl")], "more than one graph"),
        ([("a", "../../etc/passwd")], "does not name one file inside"),
    ],
)
def test_a_wrong_manifest_is_told(
    tmp_path: Path, entries: list[tuple[str, str]], message: str
) -> None:
    with pytest.raises(RecordFault, match=message):
        read_manifest(record(tmp_path, *entries))


def test_a_missing_or_broken_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordFault, match="cannot be read"):
        read_manifest(tmp_path)
    place = record(tmp_path, ("a", "data/a.ttl"))
    with pytest.raises(RecordFault, match=r"data/a\.ttl"):
        read_manifest(place).digests()
    (place / "data" / "manifest.ttl").write_text("<a")
    with pytest.raises(SyntaxFault, match=r"manifest\.ttl:1"):
        read_manifest(place)
