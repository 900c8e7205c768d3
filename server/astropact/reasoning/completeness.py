"""To which day the record knows all participants of an instrument.

Where nothing is on record of an actor, that means something only if the record has everybody whom
an official total counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.namespaces import AP, PROV, RDF, RDFS, XSD, thing
from astropact.reasoning.totals import compare_totals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.store.base import Store

# What a total has to count for the members to be whole.
_WHOLE: Final = frozenset({"parties", "signatories", "participants", "committed-states"})
_SIGNED_ONLY: Final = "signatories-without-consent"
RULE: Final = thing("rule", "participation-complete")
_LABEL: Final = "the record knows all participants up to the newest official total that it reaches"


def complete_to(store: Store, instruments: Iterable[str] = ("",)) -> set[str]:
    """How far the record is whole, as lines of N-Triples, for all or some instruments (IRIs).

    ``ap:participationCompleteTo`` is the newest day for which an official total of parties (of
    signatories or participants, where there are no parties) is not above the number that the
    record counts for certain. ``ap:signatoriesCompleteTo`` is the newest day for which the record
    has not more signatories without consent than an official total: each of them is then known to
    have gone no further.
    """
    totals = [one for iri in instruments for one in compare_totals(store, instrument=iri)]
    with_parties = {total.instrument for total in totals if total.kind == "parties"}
    whole: dict[str, str] = {}
    signed: dict[str, str] = {}
    for total in totals:
        if total.kind == _SIGNED_ONLY and total.derived <= total.official:
            signed[total.instrument] = max(total.as_of, signed.get(total.instrument, ""))
        elif (
            total.kind in _WHOLE
            and total.derived >= total.official
            and (total.kind == "parties" or total.instrument not in with_parties)
        ):
            whole[total.instrument] = max(total.as_of, whole.get(total.instrument, ""))
    lines = {
        f'<{instrument}> <{AP}{name}> "{day}"^^<{XSD}date> .'
        for name, days in (("participationCompleteTo", whole), ("signatoriesCompleteTo", signed))
        for instrument, day in days.items()
    }
    if not lines:
        return set()
    return lines | {
        f"<{RULE}> <{RDF}type> <{PROV}Activity> .",
        f'<{RULE}> <{RDFS}label> "{_LABEL}"@en .',
    }
