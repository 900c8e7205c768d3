"""Opening a store that equals the shipped record."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from astropact.catalog.record import STATE_FILE
from astropact.cli.workspace import note_local, open_for_reading, open_workspace
from astropact.errors import RecordFault, StoreFault
from astropact.namespaces import INFERRED_GRAPH, graph
from astropact.store import OxigraphStore

from ..records import small_record

if TYPE_CHECKING:
    from pathlib import Path

MOON = graph("participation/acts/moon-agreement")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that holds a small record, which is the one in use."""
    monkeypatch.setenv("ASTROPACT_RECORD", str(small_record(tmp_path / "record")))
    open_workspace(tmp_path / "own").store.close()
    return tmp_path / "own"


def forget(note: Path, name: str) -> None:
    content = json.loads(note.read_text())
    content["graphs"][name] = "of an older release"
    note.write_text(json.dumps(content))


def test_a_change_is_loaded_and_what_follows_is_derived_again(own: Path) -> None:
    with open_workspace(own).store as store:
        size, inferred = store.size(), store.size(INFERRED_GRAPH)
        assert inferred > 100
        store.update(f"DROP GRAPH <{MOON}> ; DROP GRAPH <{INFERRED_GRAPH}>")
        assert store.size() < size
    forget(own / STATE_FILE, MOON)
    with open_workspace(own).store as store:
        assert (store.size(), store.size(INFERRED_GRAPH)) == (size, inferred)


def test_a_changed_rule_derives_again_without_loading(own: Path) -> None:
    with open_workspace(own).store as store:
        inferred = store.size(INFERRED_GRAPH)
        store.update(f"DROP GRAPH <{INFERRED_GRAPH}>")
    forget(own / STATE_FILE, "rules")
    with open_workspace(own).store as store:
        assert store.size(INFERRED_GRAPH) == inferred


def test_graphs_a_user_loaded_stay(own: Path) -> None:
    with open_workspace(own).store as store:
        store.update("INSERT DATA { GRAPH <http://e/mine> { <http://e/a> <http://e/b> 1 } }")
    forget(own / STATE_FILE, MOON)
    with open_workspace(own).store as store:
        assert store.size("http://e/mine") == 1


def test_what_a_user_loads_is_part_of_the_version(own: Path) -> None:
    versions = []
    for digest in ("", "x", "y"):
        if digest:
            note_local(own, {"http://e/mine": digest})
        workspace = open_workspace(own)
        workspace.store.close()
        versions.append(workspace.version)
    assert len(set(versions)) == 3
    with open_for_reading(own).store:
        assert open_for_reading(own).version == versions[-1]


def test_readers_beside_a_writer_and_after_an_upgrade(own: Path) -> None:
    with open_workspace(own).store as writer:
        with open_for_reading(own).store as reader:
            assert reader.size() == writer.size()
        forget(own / STATE_FILE, MOON)
        with pytest.raises(StoreFault, match="does not hold the present record"):
            open_for_reading(own)


def test_a_broken_record_gives_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "manifest.ttl").write_text(
        f'<{graph("a")}> <http://purl.org/dc/terms/identifier> "data/a.ttl" .'
    )
    (tmp_path / "data" / "a.ttl").write_text("<http://e/a> <http://e/b> .")
    monkeypatch.setenv("ASTROPACT_RECORD", str(tmp_path))
    with pytest.raises(RecordFault, match=r"data/a\.ttl:1"):
        open_workspace(tmp_path / "store")
    assert not (tmp_path / "store" / STATE_FILE).exists()


def test_a_note_beside_an_emptied_store_is_not_believed(own: Path) -> None:
    with open_workspace(own).store as store:
        size = store.size()
    for way in (open_workspace, open_for_reading):
        shutil.rmtree(own / "quads")
        with way(own).store as store:
            assert store.size() == size
        # As when files were deleted and something made an empty store in their place.
        with OxigraphStore.open(own / "quads") as emptied:
            emptied.update("DROP ALL")
        with way(own).store as store:
            assert store.size() == size


def test_a_note_that_cannot_be_written_is_told(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASTROPACT_RECORD", str(small))
    (tmp_path / STATE_FILE).mkdir()
    with pytest.raises(StoreFault, match="cannot be written"):
        open_workspace(tmp_path)
