"""Runs the W3C test suites: one pytest case per manifest entry.

A module of this folder asks for the argument ``w3c_case`` and offers a function
``cases(root: Path)`` that returns one ``pytest.param(..., id=<entry IRI or name>)`` per entry.

The folder of the suites is given by ``--w3c DIR`` (registered in ``tests/conftest.py``) or the
environment variable ``ASTROPACT_W3C``; without either, ``../shared/w3c`` beside the checkout is
tried. Where there is none the cases are skipped visibly, but in CI (``CI=true``) they fail.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_FALLBACK = Path(__file__).resolve().parents[2].parent / "shared" / "w3c"
_ABSENT = "W3C test suites not found: give --w3c DIR or set ASTROPACT_W3C"


def w3c_root(config: pytest.Config) -> Path | None:
    """The folder that holds ``data-shapes/`` and ``rdf-tests/``, or None when there is none."""
    given = config.getoption("--w3c", default=None) or os.environ.get("ASTROPACT_W3C")
    root = Path(given) if given else _FALLBACK
    if root.is_dir():
        return root
    if given:
        raise pytest.UsageError(f"the W3C test suites are not at {root}")
    return None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Gives every manifest entry of the module's suite a case of its own."""
    if "w3c_case" not in metafunc.fixturenames:
        return
    root = w3c_root(metafunc.config)
    found = [] if root is None else metafunc.module.cases(root)
    metafunc.parametrize("w3c_case", found or [pytest.param(None, id="suite-absent")])


@pytest.fixture(autouse=True)
def _suite_is_there(request: pytest.FixtureRequest) -> None:
    """Skips, or in CI fails, the one case that stands for an absent suite."""
    if "w3c_case" in request.fixturenames and request.getfixturevalue("w3c_case") is None:
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(_ABSENT)
        pytest.skip(_ABSENT)


@pytest.fixture(scope="session")
def w3c(pytestconfig: pytest.Config) -> Path:
    """The suites' folder, for tests that are not generated; skips or fails where absent."""
    root = w3c_root(pytestconfig)
    if root is None:
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(_ABSENT)
        pytest.skip(_ABSENT)
    return root
