"""Tables as comma-separated values (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The rows with their header, which stands there even when there are no rows.

    Lines end with CRLF (RFC 4180, section 2), as in the answers of the SPARQL endpoint.

    Raises:
        ValueError: a row has a value for which there is no column.
    """
    out = io.StringIO()
    table = csv.DictWriter(out, columns)
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()
