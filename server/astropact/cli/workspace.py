"""Opens a store that equals the shipped record, with what follows from it derived."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from astropact import __version__
from astropact.catalog.manifest import Manifest, read_manifest
from astropact.catalog.record import (
    STATE_FILE,
    Change,
    Held,
    apply,
    compare,
    read_held,
    write_held,
)
from astropact.catalog.statistics import write_statistics
from astropact.config import default_store_directory, record_root
from astropact.errors import StoreFault
from astropact.linking.datasets import DATASETS
from astropact.namespaces import INFERRED_GRAPH, STATISTICS_GRAPH
from astropact.store import OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from astropact.store import Store


_RULES = "ontology/rules"
_CHECKS = "ontology/questions/checks"


@dataclass(frozen=True)
class Workspace:
    """An open store, the manifest it was loaded from, and the version of its content."""

    store: Store
    manifest: Manifest
    version: str


def open_workspace(directory: Path | None, *, memory: bool = False) -> Workspace:
    """A writable store that holds the record as shipped.

    Only files that changed since the last start are loaded; the rules run again only then.

    Raises:
        StoreFault: the directory cannot be used or is in use.
        RecordFault: a shipped file is broken; the store is as it was.
    """
    manifest = read_manifest(record_root())
    place = None if memory else directory or default_store_directory()
    wanted = _wanted(manifest)
    if place is None:
        store = OxigraphStore.in_memory()
        held = Held()
    else:
        store = OxigraphStore.open(place / "quads")
        held = _really_held(place, store)
    try:
        if compare(held.record, wanted):
            _load(store, manifest, wanted, held.record)
            if place is not None:
                store.optimize()
                write_held(place / STATE_FILE, Held(wanted, held.local))
    except BaseException:
        store.close()
        raise
    return Workspace(store, manifest, Held(wanted, held.local).version)


def open_for_reading(directory: Path | None, *, memory: bool = False) -> Workspace:
    """A store to query: the one a running server holds is read beside it.

    Raises:
        StoreFault, RecordFault: as for :func:`open_workspace`.
    """
    if memory:
        return open_workspace(None, memory=True)
    manifest = read_manifest(record_root())
    place = directory or default_store_directory()
    wanted = _wanted(manifest)
    if not compare(read_held(place / STATE_FILE).record, wanted) and (place / "quads").is_dir():
        store = OxigraphStore.open_read_only(place / "quads")
        held = _really_held(place, store)
        if not compare(held.record, wanted):
            return Workspace(store, manifest, held.version)
        store.close()
    try:
        return open_workspace(place)
    except StoreFault as error:
        if "in use" not in error.message:
            raise
        raise StoreFault(
            f"the store in {place} does not hold the present record, and another process uses it",
            hint="Wait when it is filling the store, restart it when it serves an older record, or "
            "use --memory.",
        ) from error


def note_local(directory: Path | None, digests: Mapping[str, str]) -> None:
    """Notes the SHA-256 of graphs that a user loaded, so that the version tells them apart."""
    state = (directory or default_store_directory()) / STATE_FILE
    held = read_held(state)
    write_held(state, Held(held.record, {**held.local, **digests}))


def _really_held(place: Path, store: Store) -> Held:
    """What the note says, unless a graph that it names is not there: then nothing is known."""
    held = read_held(place / STATE_FILE)
    named = held.record.keys() - {"rules"}
    return held if named <= set(store.graphs()) else Held(local=held.local)


def _wanted(manifest: Manifest) -> dict[str, str]:
    from astropact.reasoning.rules import read_rules
    from astropact.reasoning.verdicts import read_checks

    # The derived graph depends on rules and checks as much as on the data: a change of one is a
    # change of the record. It also depends on the code that runs them.
    texts = [__version__]
    texts += [f"{rule.iri}\n{rule.text}" for rule in read_rules(manifest.root / _RULES)]
    texts += [f"{check.iri}\n{check.text}" for check in read_checks(manifest.root / _CHECKS)]
    rules = "\n".join(texts)
    return {**manifest.digests(), "rules": hashlib.sha256(rules.encode()).hexdigest()}


def _load(
    store: Store, manifest: Manifest, wanted: Mapping[str, str], held: Mapping[str, str]
) -> None:
    from astropact.reasoning.rules import derive

    digests = {graph: digest for graph, digest in wanted.items() if graph != "rules"}
    known = {graph: digest for graph, digest in held.items() if graph != "rules"}
    found = compare(known, digests)
    # What was inferred from the old files goes with them, in the same transaction.
    change = Change(found.load, (*found.drop, INFERRED_GRAPH, STATISTICS_GRAPH))
    with _bar("Loading the record", len(change.load) + 2) as advance:
        apply(store, manifest, change, lambda _graph: advance())
        derive(store, manifest.root / _RULES)
        advance()
        write_statistics(store, {item.slug: item.home for item in DATASETS.values()})
        advance()


class _bar:  # noqa: N801 - a context manager read as a verb
    """A progress bar on standard error; nothing where that is not a terminal."""

    def __init__(self, label: str, length: int) -> None:
        self._bar = click.progressbar(
            length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
        )

    def __enter__(self) -> Callable[[], None]:
        bar = self._bar.__enter__()
        return lambda: bar.update(1)

    def __exit__(self, *_error: object) -> None:
        self._bar.__exit__(None, None, None)
