"""Reading files of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.errors import RecordFault, SyntaxFault
from astropact.store.files import read_triples, read_turtle

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib.term import Node


def test_files_of_the_record_are_read_as_one_graph(tmp_path: Path) -> None:
    one, two = tmp_path / "one.ttl", tmp_path / "two.ttl"
    one.write_text('<http://e/s> <http://e/p> "01"^^<http://e/d> , "plain" .')
    two.write_text('<http://e/s> <http://e/p> "plain" , "more" .')
    assert len(read_turtle([one, two])) == 3
    two.write_text("<http://e/s> <http://e/p>")
    with pytest.raises(RecordFault, match=r"two\.ttl:1"):
        read_turtle([one, two])
    with pytest.raises(RecordFault, match="No such file"):
        read_turtle([tmp_path / "none.ttl"])


def test_triples_keep_their_lexical_forms_and_share_their_nodes() -> None:
    known: dict[object, Node] = {}
    turtle = b'<http://e/a> <http://e/p> 01 , "1"@fr . <http://e/b> <http://e/p> <http://e/a> .'
    triples = read_triples(turtle, "a.ttl", known)
    assert len(triples) == 3
    assert {str(o) for _s, _p, o in triples} == {"01", "1", "http://e/a"}
    again = read_triples(turtle, "b.ttl", known)
    assert again[0][0] is triples[0][0]


def test_triples_of_a_broken_file_name_it() -> None:
    with pytest.raises(SyntaxFault) as caught:
        read_triples(b"<http://e/a> <http://e/p> .", "broken.ttl", {})
    assert "broken.ttl" in str(caught.value)
