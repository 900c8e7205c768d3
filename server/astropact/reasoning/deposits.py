"""Where an act was done: at which of several depositaries, and how far the record knows.

A list that one depositary keeps dates what was done there. It does not say that nothing was done
elsewhere: the United States, a depositary itself, deposited with each of the three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.namespaces import thing
from astropact.reasoning import wording
from astropact.reasoning.conclusion import Role

if TYPE_CHECKING:
    from astropact.reasoning.conclusion import Conclusion
    from astropact.reasoning.model import Instrument

# Lists of one depositary; their place is that of the whole list, not named for each act.
ONE_DEPOSITARY: Final = frozenset({thing("source", "ecolex")})


def received_by(conclusion: Conclusion, instrument: Instrument) -> tuple[str, ...]:
    """Who received the deposit: the only depositary, or those that a source names for this act."""
    if conclusion.on is None or conclusion.kind == "signature":
        return ()
    if len(instrument.depositaries) == 1:
        return instrument.depositaries
    named = {
        one
        for statement in conclusion.statements(Role.EXACT)
        if statement.source.iri not in ONE_DEPOSITARY
        for one in statement.depositaries
    }
    return tuple(sorted(named))


def words(conclusion: Conclusion) -> str:
    """A sentence on the place of the date, where the sources know the date of one place only."""
    exact = conclusion.statements(Role.EXACT)
    if not exact or not all(s.depositaries for s in exact):
        return ""
    places = wording.cities({one for s in exact for one in s.depositaries})
    if not places:
        return ""
    done = "signature" if conclusion.kind == "signature" else "deposit"
    text = f"The day is that of the {places} {done}"
    if not conclusion.statements(Role.ELSEWHERE):
        text += "; no source in the record dates another"
    return text
