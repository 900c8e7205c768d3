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


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", "many"), ("port", ""), ("port", "65536"), ("port", "1_8"), ("port", "١٢"),
     ("threads", "0"), ("threads", "1000000"), ("description_limit", "-1"),
     ("max_query_bytes", "0")],
)  # fmt: skip
def test_a_number_out_of_bounds_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"ASTROPACT_{name.upper()}", value)
    with pytest.raises(InputError, match=f"ASTROPACT_{name.upper()}: '{value}' is not a whole"):
        setting(name)


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
