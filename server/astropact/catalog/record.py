"""Keeps a store equal to the shipped record, loading only what changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from astropact.errors import RecordFault, StoreFault, SyntaxFault
from astropact.store.base import GraphFile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from astropact.catalog.manifest import Manifest
    from astropact.store.base import Store

STATE_FILE: Final = "loaded.json"
_FORMAT: Final = 1


@dataclass(frozen=True)
class Change:
    """Which graphs have to be loaded and which to go, to equal a manifest."""

    load: tuple[str, ...]
    drop: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.load or self.drop)


@dataclass(frozen=True)
class Held:
    """What a store holds: SHA-256 by graph, of the record and of what a user loaded beside it."""

    record: Mapping[str, str] = field(default_factory=dict)
    local: Mapping[str, str] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """A short name of the exact content: equal digests, equal version."""
        both = sorted({**self.record, **self.local}.items())
        joined = "\n".join(f"{graph} {digest}" for graph, digest in both)
        return hashlib.sha256(joined.encode()).hexdigest()[:12]


def read_held(state: Path) -> Held:
    """What a store holds according to its note; nothing when that is not known."""
    try:
        content = json.loads(state.read_text("utf-8"))
        if content["format"] != _FORMAT:
            return Held()
        record, local = (
            {str(graph): str(digest) for graph, digest in content[part].items()}
            for part in ("graphs", "local")
        )
        return Held(record, local)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Unknown means: load everything again, which is always right.
        return Held()


def write_held(state: Path, held: Held) -> None:
    """Notes what the store now holds; the file is replaced in one step.

    Raises:
        StoreFault: the file cannot be written.
    """
    content = {
        "format": _FORMAT,
        "graphs": dict(sorted(held.record.items())),
        "local": dict(sorted(held.local.items())),
    }
    text = json.dumps(content, indent=1)
    draft = state.with_suffix(".new")
    try:
        draft.write_text(text + "\n", "utf-8")
        draft.replace(state)
    except OSError as error:
        raise StoreFault(
            f"{state} cannot be written: {error.strerror}",
            hint="Check the free space and the rights of the store's directory.",
        ) from error


def compare(held: Mapping[str, str], wanted: Mapping[str, str]) -> Change:
    """The difference between the digests a store holds and those it should hold."""
    return Change(
        load=tuple(sorted(g for g, digest in wanted.items() if held.get(g) != digest)),
        drop=tuple(sorted(set(held) - set(wanted))),
    )


def apply(
    store: Store,
    manifest: Manifest,
    change: Change,
    progress: Callable[[str], None] | None = None,
) -> int:
    """Carries the change out in one transaction; returns the number of quads written.

    Raises:
        RecordFault: a shipped file is missing or not Turtle; the store is as it was.
    """
    entries = {entry.graph: entry for entry in manifest.entries}
    files = {
        graph: GraphFile(manifest.content(entries[graph]), name=entries[graph].file)
        for graph in change.load
    }
    try:
        return store.replace_graphs(files, drop=change.drop, progress=progress)
    except SyntaxFault as error:
        raise RecordFault(str(error), hint=error.hint) from error
