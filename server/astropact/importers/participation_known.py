"""How a source that the record names itself is told apart from others and described.

Trust tiers: 1 the official status table of the United Nations; 2 treaty records, gazettes and
pages of the depositaries, governments and organisations concerned; 3 HUGGO, coded by hand;
4 ECOLEX and the IEA Database; 5 printed lists and tables of third parties; 6 mirrors, press and
encyclopedias.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """A source, or a family of pages, that the record names itself.

    ``pattern`` must match the start of the cited text; its named groups fill ``slug`` and
    ``title``, and the group ``locator`` says where in the source the row stands. ``owns`` finds
    the pieces of a row's note that speak of this source. ``locator`` is a template over
    ``{state}``, ``{code}`` (of the state, else its name) and the groups.
    """

    pattern: str
    slug: str
    title: str
    tier: int
    publisher: str = ""
    url: str = ""
    owns: str = ""
    locator: str = ""
    note: str = ""
    as_of: str = ""
    estimated: bool = False
    status_only: bool = False
    """The source says who is bound or has signed, and never when."""
    single_instrument: bool = False
    """Its slug names the instrument already, so statement names need not repeat it."""
