"""To which day the record knows all participants of an instrument.

Where nothing is on record of an actor, that means something only if the record has everybody whom
an official total counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.namespaces import AP, PROV, RDF, RDFS, XSD, thing
from astropact.reasoning.totals import compare_totals

if TYPE_CHECKING:
    from astropact.store.base import Store

# What a total has to count for the members to be whole.
_WHOLE: Final = frozenset({"parties", "signatories", "participants", "committed-states"})
_POLITICAL: Final = frozenset({"signatories", "participants", "committed-states"})
_RULE: Final = thing("rule", "participation-complete")
_LABEL: Final = "the record knows all participants up to the newest official total that it reaches"


def complete_to(store: Store) -> set[str]:
    """Lines of N-Triples that give each instrument ``ap:participationCompleteTo``.

    The newest day for which an official total of parties (of signatories or participants, where
    there are no parties) is not above the number that the record counts for certain.
    """
    totals = compare_totals(store)
    with_parties = {total.instrument for total in totals if total.kind == "parties"}
    reached: dict[str, str] = {}
    for total in totals:
        if total.kind not in _WHOLE or total.derived < total.official:
            continue
        if total.instrument in with_parties and total.kind in _POLITICAL:
            continue
        reached[total.instrument] = max(total.as_of, reached.get(total.instrument, ""))
    if not reached:
        return set()
    days = {
        f'<{instrument}> <{AP}participationCompleteTo> "{day}"^^<{XSD}date> .'
        for instrument, day in reached.items()
    }
    return days | {
        f"<{_RULE}> <{RDF}type> <{PROV}Activity> .",
        f'<{_RULE}> <{RDFS}label> "{_LABEL}"@en .',
    }
