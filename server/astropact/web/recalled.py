"""The record as it was at a numbered version, kept for the next question about it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final

from astropact.catalog.standings import Standings, read_standings

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.store.base import Store

_KEPT: Final = 3


class Recalled:
    """The states of the record at its versions; at most three are held in memory."""

    def __init__(self, store: Store, root: Path) -> None:
        self._store = store
        self._rules = root / "ontology" / "rules"
        self._held: dict[str, tuple[Store, Standings]] = {}
        self._lock = Lock()

    def at(self, version: str) -> tuple[Store, Standings]:
        """The store as the record stood at a version, with the index of its standings.

        Raises:
            InputError: there is no such version.
        """
        from astropact.reasoning.versions import store_at

        with self._lock:
            held = self._held.pop(version, None)
            if held is None:
                store = store_at(self._store, version, self._rules)
                held = (store, read_standings(store))
            self._held[version] = held
            if len(self._held) > _KEPT:
                # Whoever still reads it holds it; it goes when the last reader has ended.
                del self._held[next(iter(self._held))]
            return held
