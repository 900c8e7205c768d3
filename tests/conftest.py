"""Options and fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from astropact.cli.workspace import Workspace, open_workspace
from astropact.config import record_root

from .serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from astropact.store import Store


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--w3c", metavar="DIR", help="folder of the W3C test suites")
    parser.addoption("--earl", metavar="FILE", help="write an EARL report of the W3C suites")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout: tests/ and the files of the project that are not installed."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the record under test."""
    return record_root()


@pytest.fixture(scope="session")
def workspace() -> Iterator[Workspace]:
    """The shipped record, loaded and derived, in memory; tests must not change it."""
    workspace = open_workspace(None, memory=True)
    with workspace.store:
        yield workspace


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server process that holds the shipped record in memory."""
    with serving("--memory") as address:
        yield address


@pytest.fixture(scope="session")
def store(workspace: Workspace) -> Store:
    """The store of the shipped record; tests must not change it."""
    return workspace.store
