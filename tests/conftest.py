"""Options and fixtures that every test may use."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from astropact.cli.workspace import Workspace, open_for_reading, open_workspace
from astropact.config import record_root

from .records import copy_of, small_record
from .serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from astropact.store import Store

_PATIENCE = 600  # seconds that a worker waits for what another one makes


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--w3c", metavar="DIR", help="folder of the W3C test suites")
    parser.addoption("--earl", metavar="FILE", help="write an EARL report of the W3C suites")


@pytest.fixture(scope="session", autouse=True)
def _nobodys_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches the store of whoever runs the tests, nor that of another worker."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASTROPACT_STORE", str(tmp_path_factory.mktemp("default") / "store"))
        yield


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout: tests/ and the files of the project that are not installed."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the record under test."""
    return record_root()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small record, for tests of what does not depend on how much the record holds."""
    return small_record(tmp_path_factory.mktemp("small") / "record")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the shipped record, filled once for all workers; tests copy it."""
    own = tmp_path_factory.getbasetemp()
    # Workers of pytest-xdist have folders of their own in that of the run.
    place = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "filled"
    done = place / "done"
    try:
        place.mkdir()
    except FileExistsError:
        end = time.monotonic() + _PATIENCE
        while not done.exists() and time.monotonic() < end:
            time.sleep(0.1)
        assert done.exists(), "another worker does not come to an end filling the store"
    else:
        try:
            open_workspace(place / "store").store.close()
        finally:
            done.touch()
    return place / "store"


@pytest.fixture(scope="session")
def workspace(filled: Path) -> Iterator[Workspace]:
    """The shipped record, loaded and derived, in memory; tests must not change it."""
    held = open_for_reading(filled)
    with held.store, held.store.copy() as store:
        yield Workspace(store, held.manifest, held.version)


@pytest.fixture(scope="session")
def server(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server process that holds the shipped record."""
    place = copy_of(filled, tmp_path_factory.mktemp("served") / "store")
    with serving("--store", str(place)) as address:
        yield address


@pytest.fixture(scope="session")
def store(workspace: Workspace) -> Store:
    """The store of the shipped record; tests must not change it."""
    return workspace.store
