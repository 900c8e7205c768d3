from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import URIRef

from astropact.errors import RecordFault
from astropact.namespaces import AP, thing
from astropact.validation.recorded import Recorded, record_files

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, name: str, turtle: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(turtle, "utf-8")
    return path


def test_only_turtle_of_data_and_ontology_counts(tmp_path: Path) -> None:
    a = write(tmp_path, "data/b/a.ttl", "")
    o = write(tmp_path, "ontology/core.ttl", "")
    write(tmp_path, "ontology/questions/1.rq", "")
    write(tmp_path, "shapes/core.ttl", "")
    assert record_files(tmp_path) == [a, o]


def test_a_file_can_be_left_out(tmp_path: Path) -> None:
    one = write(tmp_path, "data/1.ttl", "<urn:a> <urn:p> 1 . <urn:a> <urn:p> 2 .")
    write(tmp_path, "data/2.ttl", "<urn:a> <urn:p> 2 .")
    recorded = Recorded(tmp_path)
    assert len(recorded.graph) == 2
    assert recorded.among([one, tmp_path / "elsewhere.ttl"]) == {one.resolve()}
    assert len(recorded.without({one.resolve()})) == 1


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, "data/1.ttl", "\nnonsense")
    with pytest.raises(RecordFault, match=r"data/1\.ttl:2"):
        Recorded(tmp_path)


def test_no_record_at_all(tmp_path: Path) -> None:
    with pytest.raises(RecordFault):
        record_files(tmp_path)


def test_the_shipped_record_is_read_with_exact_literals(root: Path) -> None:
    graph = Recorded(root).graph
    codes = set(graph.objects(URIRef(thing("state", "afg")), URIRef(AP + "isoNumeric")))
    assert {str(code) for code in codes} == {"004"}
