"""The record as it was at its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.errors import InputError
from astropact.namespaces import thing
from astropact.reasoning.versions import read_versions
from astropact.web.recalled import Recalled

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.store import Store

CHINA = thing("state", "chn")
APSCO = thing("instrument", "apsco-convention")


def test_a_version_knows_what_was_known_then(store: Store, root: Path) -> None:
    recalled = Recalled(store, root)
    numbers = [version.number for version in read_versions(store)]
    old, standings = recalled.at(numbers[0])
    assert standings.standing(CHINA, APSCO, "2010-01-01") == "contested"
    assert recalled.at(numbers[0])[0] is old, "it is kept"
    _new, later = recalled.at(numbers[1])
    assert later.standing(CHINA, APSCO, "2010-01-01") == "bound"


def test_a_version_that_never_was_is_told(store: Store, root: Path) -> None:
    with pytest.raises(InputError, match="no version") as caught:
        Recalled(store, root).at("99.0.0")
    assert caught.value.hint
