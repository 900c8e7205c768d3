"""Records and stores that tests make for themselves."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from astropact.catalog.refresh import refreshed_manifest
from astropact.config import record_root

if TYPE_CHECKING:
    from pathlib import Path

# A record that is loaded in a moment: who is party to the Moon Agreement, and the rules.
SMALL = (
    "data/manifest.ttl",
    "data/actors/states.ttl",
    "data/instruments/moon-agreement.ttl",
    "data/participation/moon-agreement.ttl",
    "data/participation/acts/moon-agreement.ttl",
    "data/sources/participation.ttl",
    "ontology/concepts/act-kind.ttl",
    "ontology/concepts/doubt.ttl",
    "ontology/concepts/standing.ttl",
    "ontology/core.ttl",
    "ontology/rules",
    "shapes/core.ttl",
)
# With these it is also sound: nothing is named that it does not describe.
WHOLE = ("data/actors", "data/sources", "ontology", "shapes")


def small_record(place: Path, *more: str) -> Path:
    """A small record at ``place``; ``more`` are further files or folders of the shipped one."""
    for name in (*SMALL, *more):
        if (record_root() / name).is_dir():
            shutil.copytree(record_root() / name, place / name, dirs_exist_ok=True)
        else:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(record_root() / name, place / name)
    (place / "data" / "manifest.ttl").write_text(refreshed_manifest(place), "utf-8")
    return place


def copy_of(store: Path, place: Path) -> Path:
    """A copy of the store of a directory, which may be changed, at ``place``."""
    shutil.copytree(store, place, copy_function=_link_or_copy)
    return place


def _link_or_copy(source: str, target: str) -> None:
    """The engine never changes a table file once it is written, so such a file may be shared."""
    if source.endswith(".sst"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)
