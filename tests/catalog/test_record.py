"""Keeping a store equal to the record, loading only what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.manifest import Entry, Manifest
from astropact.catalog.record import Held, apply, compare, read_held, write_held
from astropact.errors import RecordFault
from astropact.store import OxigraphStore

if TYPE_CHECKING:
    from pathlib import Path

A, B = "http://e/a", "http://e/b"


def manifest(folder: Path, **files: str) -> Manifest:
    for name, text in files.items():
        (folder / f"{name}.ttl").write_text(text)
    return Manifest(folder, "1", tuple(Entry(f"http://e/{n}", f"{n}.ttl") for n in sorted(files)))


def test_only_what_changed_is_loaded_and_what_left_is_dropped(tmp_path: Path) -> None:
    first = manifest(tmp_path, a="<http://e/1> <http://e/p> 1 .", b="<http://e/2> <http://e/p> 2 .")
    with OxigraphStore.in_memory() as store:
        held = first.digests()
        change = compare({}, held)
        assert (change.load, change.drop) == ((A, B), ())
        assert apply(store, first, change) == 2
        assert not compare(held, first.digests())

        second = manifest(tmp_path, b="<http://e/3> <http://e/p> 3 , 4 .")
        change = compare(held, second.digests())
        assert (change.load, change.drop) == ((B,), (A,))
        apply(store, second, change)
        assert (store.graphs(), store.size()) == ([B], 2)


def test_a_broken_file_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    with OxigraphStore.in_memory() as store:
        good = manifest(tmp_path, a="<http://e/1> <http://e/p> 1 .")
        apply(store, good, compare({}, good.digests()))
        bad = manifest(tmp_path, a="<http://e/1> <http://e/p> 9 .", b="<http://e/2> <http")
        with pytest.raises(RecordFault, match=r"b\.ttl:1"):
            apply(store, bad, compare(good.digests(), bad.digests()))
        assert store.size() == 1
        assert store.query("ASK { <http://e/1> <http://e/p> 1 }")


def test_the_note_of_what_is_loaded_survives_or_counts_as_unknown(tmp_path: Path) -> None:
    note = tmp_path / "loaded.json"
    write_held(note, Held({A: "x"}, {B: "y"}))
    assert read_held(note) == Held({A: "x"}, {B: "y"})
    for text in ("", "[]", '{"format": 99, "graphs": {}}', '{"format": 1}'):
        note.write_text(text)
        assert read_held(note) == Held()
    assert read_held(tmp_path / "none.json") == Held()


def test_equal_content_has_an_equal_version() -> None:
    assert Held({A: "x", B: "y"}).version == Held({B: "y", A: "x"}).version
    versions = {h.version for h in (Held({A: "x"}), Held({A: "y"}), Held({A: "x"}, {B: "y"}))}
    assert len(versions) == 3
