"""What the notes of a participation row say, and which of its sources each piece speaks of.

A row's note joins pieces with " | ". A piece may be an instruction to this importer (the list's
date is estimated, the act was inferred, the depositary, the day of effect) or a remark; remarks
stay on the statement in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from astropact.importers.participation_sources import Citation

_EFFECT = re.compile(r"\b(?:in force for it|EFFECTIVE) (\d{4}-\d\d-\d\d)")
_EFFECT_ONLY = "date of effect"
# The source dates the entry into force for the actor; that the deposit was then is an inference.
_EFFECT_NOT_ACT = re.compile(r"\bin(?:to)? force for \w+ (?:on )?\d.*\(inference\b")
_EFFECT_IN_WORDS = re.compile(r"^in force (\d{1,2} [A-Z]\w+ \d{4})$")
_ANNOUNCED = re.compile(r"^announced \d{1,2} [A-Z]\w+ \d{4}$")
_ESTIMATED = re.compile(r"\bas_of (?:estimated\b|= end of the gazette year)")
_KIND = re.compile(
    r"\bcalls it (signature|ratification|acceptance|approval|accession|succession)\b"
    r'|^"(acceptance|approval)"(?:;|$)'
)
# Words by which a source counts an actor among the members of an organisation, naming no act.
_MEMBER = re.compile(
    r"^(?:full |founding )?member\b|^shareholder\b|\bthe board\b|^board represents\b|"
    r"\bare shareholders\b|^named as one of \d+ members|^\"among the \d+ members|"
    r"\bmembership inferred$"
)
_YEAR_ONLY = re.compile(r"year (\d{4}) only")
_PRINTED = re.compile(r"row printed under ([^;]+)")
_CITY_PIECE = re.compile(r"(?:London|Moscow|Washington)(?: and (?:London|Moscow|Washington))*")
_PARTICIPANT_AT = re.compile(r"listed as participant at (London|Moscow|Washington)")
_CITY = re.compile(r"London|Moscow|Washington")
# References to the collectors' own papers, which the record does not have.
_WORKING_PAPERS = re.compile(r",? \(?see (?:README|unsourced\.csv)\)?")
_ESTIMATE_REASON = re.compile(r"as_of estimated \((.+)\)")
_ESTIMATE = re.compile(r" ?\(as_of estimated\)|^as_of = end of the gazette year.*")
_GAP = re.compile(r"^CLOSES the gap: [^.]*\. ")
_PARTIES = re.compile(r"^listed under Vertragsparteien with (BGBl\. \d+/\d{4})")
# Parts that the statement says in triples, or that only name the source.
_MECHANICAL = frozenset(
    {
        "ECOLEX",
        "as_of estimated",
        _EFFECT_ONLY,
        "act and date not stated",
        "act and deposit date not given",
        "member",
        "the Factbook text may be older than the file",
    }
)


@dataclass(slots=True)
class Meaning:
    """What the note says about one source's statement."""

    remarks: list[str] = field(default_factory=list)
    evidence: str = "stated"
    estimated: bool = False
    effective_on: str = ""
    date_is_effect: bool = False
    kind: str = ""
    member: bool = False
    """The source counts the actor among the members and names no act."""
    year_only: str = ""
    printed_under: str = ""
    cities: tuple[str, ...] = ()


def pieces_of(note: str) -> list[str]:
    """The pieces of a row's note."""
    return [piece.strip() for piece in note.split(" | ") if piece.strip()]


def attribute(
    note: str, citations: Sequence[Citation], estimated: Collection[str] = ()
) -> list[list[str]]:
    """The pieces of ``note`` that belong to each of ``citations``, in their order.

    ``estimated`` holds the slugs of sources known to have an estimated list date. A piece goes to
    the source that owns such wording; else, when there are as many pieces as sources, to the
    source in the same place; else to the sources that got none; else to all.
    """
    pieces = pieces_of(note)
    shares: list[list[str]] = [[] for _ in citations]
    everyone = list(range(len(citations)))
    open_pieces: list[tuple[int, str]] = []
    for place, piece in enumerate(pieces):
        owners = _owners(piece, citations, estimated)
        if owners:
            for owner in owners:
                shares[owner].append(piece)
        else:
            open_pieces.append((place, piece))
    free = [index for index in everyone if not shares[index]]
    for place, piece in open_pieces:
        if len(pieces) == len(citations) and place in free:
            shares[place].append(piece)
        else:
            for index in free or everyone:
                shares[index].append(piece)
    return shares


def _owners(piece: str, citations: Sequence[Citation], estimated: Collection[str]) -> list[int]:
    owners = [index for index, citation in enumerate(citations) if citation.owns(piece)]
    if owners or len(citations) == 1:
        return owners or [0]
    if piece == "as_of estimated":
        return [i for i, citation in enumerate(citations) if citation.slug in estimated]
    if _YEAR_ONLY.fullmatch(piece):
        return [i for i, citation in enumerate(citations) if not citation.status_only]
    return []


def interpret(pieces: Sequence[str]) -> Meaning:
    """What ``pieces`` say about the statement they belong to."""
    meaning = Meaning()
    for piece in pieces:
        if _EFFECT_NOT_ACT.search(piece):
            meaning.date_is_effect = True
        elif "INFERRED" in piece or "(inference" in piece or piece.endswith("membership inferred"):
            meaning.evidence = "inferred"
        elif "DERIVED" in piece:
            meaning.evidence = "derived"
        elif "source does not name the act" in piece:
            # The day is the source's; what kind of act it was is a conclusion.
            meaning.evidence = "inferred"
        meaning.estimated |= _ESTIMATED.search(piece) is not None
        meaning.date_is_effect |= piece == _EFFECT_ONLY
        if found := _EFFECT.search(piece):
            meaning.effective_on = found[1]
        for part in piece.split("; "):
            if found := _EFFECT_IN_WORDS.fullmatch(part):
                meaning.effective_on = _day_in_words(found[1])
            # Members announce that they leave; the day that counts is that of the effect.
            meaning.date_is_effect |= _ANNOUNCED.fullmatch(part) is not None
        if found := _KIND.search(piece):
            meaning.kind = found[1] or found[2]
        meaning.member |= _MEMBER.search(piece) is not None
        if found := _YEAR_ONLY.fullmatch(piece):
            meaning.year_only = found[1]
        if found := _PRINTED.search(piece):
            meaning.printed_under = found[1]
        if _CITY_PIECE.fullmatch(piece):
            meaning.cities = tuple(_CITY.findall(piece))
            continue
        if found := _PARTICIPANT_AT.search(piece):
            meaning.cities = (found[1],)
        if remark := _remark(piece):
            meaning.remarks.append(remark)
    return meaning


def _remark(piece: str) -> str:
    """What is left of a piece once the statement's triples have said their share."""
    whole = _PARTIES.sub(r"listed among the parties with \1", _GAP.sub("", piece))
    kept = [part for part in whole.split("; ") if part not in _MECHANICAL]
    plain = [_ESTIMATE_REASON.sub(r"\1", _WORKING_PAPERS.sub("", part)) for part in kept]
    return "; ".join(text for part in plain if (text := _ESTIMATE.sub("", part)))


def _day_in_words(text: str) -> str:
    return datetime.strptime(f"{text} +0000", "%d %B %Y %z").date().isoformat()
