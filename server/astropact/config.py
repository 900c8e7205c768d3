"""Where things are, and every setting with its default.

A setting is given, in order of precedence, by a command-line option or by an environment
variable ``ASTROPACT_<NAME>``; otherwise its default holds. The two folders, whose defaults depend
on the machine, have functions of their own: :func:`record_root` (``ASTROPACT_RECORD``) and
:func:`default_store_directory` (``ASTROPACT_STORE``).
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from astropact.errors import InputError, RecordFault


@dataclass(frozen=True)
class Setting:
    """One setting: its name, default value and what it means."""

    name: str
    default: int | str
    help: str
    least: int = 1
    most: int = 2**40
    """Bounds of a whole number."""

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "ASTROPACT_" + self.name.upper()


SETTINGS: Final[tuple[Setting, ...]] = (
    Setting("host", "127.0.0.1", "Address the server listens on; loopback unless told otherwise."),
    Setting("port", 8041, "Port the server listens on; 0 takes any free one.", 0, 65_535),
    Setting("threads", 8, "Requests answered at the same time.", most=1_000),
    Setting("max_query_bytes", 100_000, "Longest SPARQL query text, in bytes."),
    Setting("max_query_depth", 200, "Deepest nesting of brackets in a query."),
    Setting("max_file_bytes", 16_777_216, "Largest file to `validate` or `load`, in bytes."),
    Setting("max_literal_bytes", 65_536, "Longest literal that `validate` accepts, in bytes."),
    Setting("max_triples", 250_000, "Most triples in one file that `validate` reads."),
    Setting("description_limit", 1_000, "Most incoming links in the description of one thing."),
)


def setting(name: str) -> int | str:
    """The value of a setting: the environment's, else the default.

    Raises:
        KeyError: no setting has this name.
        InputError: the environment holds something else than a whole number within bounds.
    """
    entry = _by_name()[name]
    text = os.environ.get(entry.variable)
    if text is None:
        return entry.default
    if isinstance(entry.default, str):
        return text
    value = int(text) if re.fullmatch(r"-?[0-9]{1,15}", text) else None
    if value is None or not entry.least <= value <= entry.most:
        raise InputError(
            f"{text!r} is not a whole number from {entry.least} to {entry.most}",
            hint=f"Set it to a number, for example {entry.default}, or unset it.",
            path=entry.variable,
        )
    return value


def number(name: str) -> int:
    """The value of a setting that is a whole number."""
    return int(setting(name))


def text(name: str) -> str:
    """The value of a setting as text."""
    return str(setting(name))


@cache
def _by_name() -> dict[str, Setting]:
    return {entry.name: entry for entry in SETTINGS}


def record_root() -> Path:
    """The folder that holds ``ontology/``, ``data/`` and ``shapes/``.

    ``ASTROPACT_RECORD`` names another one; else it is the copy inside the installed package, or,
    when run from a checkout, the checkout.

    Raises:
        RecordFault: none of these places holds a record.
    """
    given = os.environ.get("ASTROPACT_RECORD")
    package = Path(__file__).resolve().parent
    places = [Path(given)] if given else [package / "record", package.parent.parent]
    for place in places:
        if (place / "data" / "manifest.ttl").is_file():
            return place
    raise RecordFault(
        f"no record found in {' or '.join(str(place) for place in places)}",
        hint="Install the package again, or set ASTROPACT_RECORD to a folder with data/, "
        "ontology/ and shapes/.",
    )


def default_store_directory() -> Path:
    """The store in the user's data directory (``ASTROPACT_STORE`` names another)."""
    given = os.environ.get("ASTROPACT_STORE")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("astropact", appauthor=False) / "store"
