"""One version: the package's, the changelog's top entry, and what is built."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version

import astropact

from .source_tree import PACKAGE, REPOSITORY

ENTRY = re.compile(r"^## \[?(?P<version>[^\s\]]+)\]? - (?P<date>\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def test_the_package_is_the_one_place_of_the_version() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    assert "version" not in settings["project"]
    assert settings["project"]["dynamic"] == ["version"]
    place = REPOSITORY / settings["tool"]["hatch"]["version"]["path"]
    assert place == PACKAGE / "__init__.py"
    assert f'__version__ = "{astropact.__version__}"' in place.read_text("utf-8")
    assert version("astropact") == astropact.__version__


def test_the_changelog_starts_with_this_version() -> None:
    text = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## .*$", text, re.MULTILINE)
    entries = [match["version"] for match in ENTRY.finditer(text)]
    assert len(entries) == len(headings), "each heading is '## <version> - <date>'"
    assert entries[0] == astropact.__version__
    assert len(set(entries)) == len(entries)
