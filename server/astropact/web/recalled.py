"""The record as it was at a numbered version, kept for the next question about it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final

from astropact.catalog.standings import Standings, read_standings
from astropact.errors import Busy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from astropact.store.base import Store

_KEPT: Final = 3


class Recalled:
    """The states of the record at its versions.

    A former state takes seconds of computing and some hundred megabytes. So at most three are
    held, and one is made at a time; meanwhile whoever wants one that is not held is sent away
    instead of keeping a thread of the server waiting.
    """

    def __init__(self, store: Store, root: Path, present: Callable[[], Standings]) -> None:
        self._store = store
        self._rules = root / "ontology" / "rules"
        self._present = present
        self._held: dict[str, tuple[Store, Standings]] = {}
        self._making = Lock()

    def at(self, version: str) -> tuple[Store, Standings]:
        """The store as the record stood at a version, with the index of its standings.

        Raises:
            InputError: there is no such version.
            Busy: it would have to be made, and one is being made already.
        """
        from astropact.reasoning.versions import store_at, versions_after

        if not versions_after(self._store, version):
            return self._store, self._present()
        held = self._held.get(version)
        if held is not None:
            return held
        if not self._making.acquire(blocking=False):
            raise Busy(
                "a former state of the record is being put together",
                hint="Ask again in some seconds.",
            )
        try:
            held = self._held.get(version)
            if held is None:
                store = store_at(self._store, version, self._rules)
                held = (store, read_standings(store))
                if len(self._held) == _KEPT:
                    # Whoever still reads it holds it; it goes when the last reader has ended.
                    del self._held[next(iter(self._held))]
                self._held[version] = held
            return held
        finally:
            self._making.release()
