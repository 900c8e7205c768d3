"""An installed Chromium, driven headless."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium: ASTROPACT_CHROMIUM, else the first on the PATH."""
    found = os.environ.get("ASTROPACT_CHROMIUM") or next(
        filter(None, map(shutil.which, _NAMES)), ""
    )
    if not found:
        message = "no Chromium found; install one or set ASTROPACT_CHROMIUM to its path"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS, headless=True)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(server: str) -> str:
    """The server without the last slash."""
    return server.rstrip("/")


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page; fails at the end if a page logged an error or asked another host."""
    contexts = []
    faults: list[str] = []

    def visit(path: str, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda message: (
                faults.append(message.text)
                if message.type in ("error", "warning")
                and "Failed to load resource" not in message.text
                else None
            ),
        )
        page.on(
            "request",
            lambda request: None if request.url.startswith(address) else faults.append(request.url),
        )
        page.goto(address + path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert faults == []
