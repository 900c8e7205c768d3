"""Settings and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.config import SETTINGS, default_store_directory, number, record_root, setting, text
from astropact.errors import InputError, RecordFault

if TYPE_CHECKING:
    from pathlib import Path


def test_every_setting_has_a_default_a_help_and_a_variable() -> None:
    for entry in SETTINGS:
        assert entry.help.endswith(".")
        assert entry.variable == "ASTROPACT_" + entry.name.upper()


def test_the_environment_overrides_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASTROPACT_PORT", "9000")
    monkeypatch.setenv("ASTROPACT_HOST", "::1")
    assert (number("port"), text("host")) == (9000, "::1")
    monkeypatch.setenv("ASTROPACT_PORT", "many")
    with pytest.raises(InputError, match="ASTROPACT_PORT='many' is not a whole number"):
        setting("port")


def test_the_record_is_found_or_told_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert (record_root() / "ontology").is_dir()
    monkeypatch.setenv("ASTROPACT_RECORD", str(tmp_path))
    with pytest.raises(RecordFault, match="no record found"):
        record_root()


def test_the_store_is_in_the_users_data_directory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ASTROPACT_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_store_directory().name == "store"
    monkeypatch.setenv("ASTROPACT_STORE", str(tmp_path / "x"))
    assert default_store_directory() == tmp_path / "x"
