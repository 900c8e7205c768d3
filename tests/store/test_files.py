"""Reading files of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.errors import RecordFault
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from pathlib import Path


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
