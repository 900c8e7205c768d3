"""``astropact serve``: first start, second start, clear errors."""

from __future__ import annotations

import socket
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from ..serving import serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]


def ask(url: str) -> str:
    with urllib.request.urlopen(url + "sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D", timeout=20) as r:
        return str(r.read().decode())


@pytest.fixture
def few(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small record is the shipped one."""
    monkeypatch.setenv("ASTROPACT_RECORD", str(small))


@pytest.mark.usefixtures("few")
def test_the_first_start_loads_and_the_second_loads_nothing(tmp_path: Path) -> None:
    with serving("--store", str(tmp_path / "store")) as url:
        assert "true" in ask(url)
    note = tmp_path / "store" / "loaded.json"
    stamp = note.stat().st_mtime_ns
    started = time.monotonic()
    with serving("--store", str(tmp_path / "store")) as url:
        print(f"second start: {time.monotonic() - started:.2f} s")  # noqa: T201 - shown with -s
        assert "true" in ask(url)
    assert note.stat().st_mtime_ns == stamp


@pytest.mark.usefixtures("few")
def test_a_half_made_store_is_loaded_again(tmp_path: Path) -> None:
    own = tmp_path / "own"
    with serving("--store", str(own)):
        pass
    # As after a crash between loading and noting it.
    (own / "loaded.json").unlink()
    with serving("--store", str(own)) as url:
        assert "true" in ask(url)
    assert (own / "loaded.json").is_file()


def test_queries_run_beside_a_server(run: Run, own: Path) -> None:
    with serving("--store", str(own)):
        done = run("query", "--store", str(own), "ASK { state:sau a ap:State }")
        assert done.stdout == "true\n", done.stderr
        second = run("serve", "--port", "0", "--store", str(own))
        assert second.returncode == 2
        assert "in use by another process" in second.stderr


def test_a_busy_port_is_told_before_anything_is_loaded(run: Run, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", str(taken.getsockname()[1]), "--store", str(tmp_path / "s"))
    assert done.returncode == 2
    assert "choose another with --port" in done.stderr
    assert not (tmp_path / "s").exists()
    assert run("serve", "--host", "no.such.host.invalid").returncode == 2


@pytest.mark.usefixtures("few")
def test_a_host_that_is_none_is_told(run: Run) -> None:
    for host in ("a" * 300, "a..b", "192.0.2.1"):
        done = run("serve", "--memory", "--port", "0", "--host", host)
        assert done.returncode == 2
        assert "error: --host: cannot listen on " in done.stderr
