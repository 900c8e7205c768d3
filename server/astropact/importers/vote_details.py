"""What tables of votes leave out: names, texts, organs, and reasons for choosing between sources.

A *text* is what was voted on. A *ballot* is one vote, keyed by the words of the table. A draft
that a committee recommended and the plenary adopted is one text with two ballots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ASSEMBLY: Final = "un-general-assembly"
COMMITTEE: Final = "un-first-committee"
COUNCIL: Final = "un-security-council"
ORGANS: Final = {
    ASSEMBLY: "General Assembly",
    COMMITTEE: "First Committee",
    COUNCIL: "Security Council",
}

ARMS_RACE: Final = "Prevention of an arms race in outer space"
NO_FIRST: Final = "No first placement of weapons in outer space"
FURTHER: Final = "Further practical measures for the prevention of an arms race in outer space"
TRANSPARENCY: Final = "Transparency and confidence-building measures in outer space activities"
THREATS: Final = (
    "Reducing space threats through norms, rules and principles of responsible behaviours"
)
DESTRUCTIVE: Final = "Destructive direct-ascent anti-satellite missile testing"
WEAPONS: Final = "Weapons of mass destruction in outer space"


@dataclass(frozen=True, slots=True)
class Text:
    """A resolution or a draft: its names, who put it forward, and who says so."""

    slug: str
    title: str
    label: str
    symbols: tuple[str, ...] = ()
    draft: bool = False
    sponsors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote: the words of the table, the text, the organ, the outcome."""

    key: str
    slug: str
    text: str
    forum: str
    name: str
    """Short name for labels, a symbol where there is one."""
    adopted: bool = True
    totals: tuple[int, int, int] | None = None
    """For, against, abstaining; None where the table has a row for them."""
    sources: tuple[str, ...] = ()
    note: str = ""


def _resolution(number: str, title: str, **more: tuple[str, ...] | str) -> Text:
    session, _, item = number.partition("/")
    sources = more.pop("sources", ("un-votes-voeten",))
    symbols = more.pop("symbols", ())
    return Text(
        f"unga-{session}-{item}",
        title,
        f"Resolution {number}, {title[0].lower()}{title[1:]}",
        (f"A/RES/{number}", *symbols),
        sources=tuple(sources),
        **more,  # type: ignore[arg-type]
    )


_VOETEN: Final = "un-votes-voeten"
_RUSSIAN_2019: Final = (_VOETEN, "urdupoint-three-resolutions-2019")
TEXTS: Final = (
    _resolution("68/29", ARMS_RACE),
    _resolution("69/31", ARMS_RACE),
    _resolution(
        "69/32", NO_FIRST, sponsors=("rus",), sources=(_VOETEN, "mid-no-first-placement-2014")
    ),
    _resolution("70/26", ARMS_RACE),
    _resolution(
        "70/27",
        NO_FIRST,
        sponsors=("rus", "bra", "chn"),
        sources=(_VOETEN, "global-network-no-first-placement-2015"),
    ),
    _resolution("71/31", ARMS_RACE),
    _resolution("71/32", NO_FIRST),
    _resolution("72/26", ARMS_RACE),
    _resolution("72/27", NO_FIRST),
    _resolution("72/250", FURTHER),
    _resolution("73/30", ARMS_RACE),
    _resolution("73/31", NO_FIRST),
    _resolution("73/72", TRANSPARENCY),
    _resolution("74/32", ARMS_RACE),
    _resolution("74/33", NO_FIRST, sponsors=("rus",), sources=_RUSSIAN_2019),
    _resolution("74/34", FURTHER, sponsors=("rus",), sources=_RUSSIAN_2019),
    _resolution("74/67", TRANSPARENCY, sponsors=("rus",), sources=_RUSSIAN_2019),
    _resolution("75/35", ARMS_RACE),
    _resolution("75/36", THREATS, sponsors=("gbr",), sources=(_VOETEN, "ploughshares-75-36")),
    _resolution("75/37", NO_FIRST),
    _resolution("75/69", TRANSPARENCY),
    Text(
        "first-committee-76-no-first-placement",
        NO_FIRST,
        "First Committee draft of 2021, no first placement of weapons in outer space",
        draft=True,
        sponsors=("rus", "chn"),
        sources=("silkway-no-first-placement-2021", "vpk-three-resolutions-2021"),
    ),
    _resolution(
        "77/41",
        DESTRUCTIVE,
        symbols=("A/C.1/77/L.62",),
        sponsors=("usa",),
        sources=("un-press-ga-12478", "spaceref-asat-resolution", "un-press-gadis-3698"),
    ),
    Text(
        "unga-77-no-first-placement",
        NO_FIRST,
        "General Assembly resolution of 2022, no first placement of weapons in outer space",
        sponsors=("rus",),
        sources=("sputnik-no-first-placement-2022", "absatz-no-first-placement-2022"),
        note="None of the sources read gives the number of the resolution.",
    ),
    _resolution(
        "78/20",
        THREATS,
        symbols=("A/C.1/78/L.15/Rev.1",),
        sponsors=("gbr",),
        sources=("un-press-gadis-3730", "un-press-gadis-3756"),
    ),
    _resolution(
        "78/238",
        FURTHER,
        symbols=("A/C.1/78/L.55",),
        sponsors=("rus",),
        sources=("un-press-gadis-3730", "un-press-gadis-3756"),
    ),
    Text(
        "unga-78-no-first-placement",
        NO_FIRST,
        "General Assembly resolution of 2023, no first placement of weapons in outer space",
        sponsors=("rus", "blr", "chn", "cub", "prk", "egy"),
        sources=("islam-times-no-first-placement-2023",),
        note="None of the sources read gives the number of the resolution.",
    ),
    Text(
        "first-committee-79-l-75",
        THREATS,
        "Draft A/C.1/79/L.75, reducing space threats",
        ("A/C.1/79/L.75",),
        draft=True,
        sources=("un-press-gadis-3756",),
    ),
    Text(
        "unga-79-wmd-in-outer-space",
        WEAPONS,
        "General Assembly resolution of 2024, weapons of mass destruction in outer space",
        ("A/C.1/79/L.7/Rev.1",),
        sources=("un-press-ga-12660",),
        note="None of the sources read gives the number of the resolution.",
    ),
    Text(
        "security-council-draft-2024-302",
        "Draft resolution of Japan and the United States on weapons of mass destruction in outer"
        " space",
        "Draft S/2024/302, weapons of mass destruction in outer space",
        ("S/2024/302",),
        draft=True,
        sponsors=("usa", "jpn"),
        sources=("un-press-sc-15678", "dpa-veto-2024", "xinhua-veto-2024"),
    ),
    Text(
        "security-council-draft-2024-323",
        "Amendment of China and the Russian Federation to draft resolution S/2024/302",
        "Draft amendment S/2024/323, weapons of any kind in outer space",
        ("S/2024/323",),
        draft=True,
        sponsors=("chn", "rus"),
        sources=("tass-amendment-2024", "un-project-s-2024-323"),
        note="It would have widened draft S/2024/302 from weapons of mass destruction to all.",
    ),
    Text(
        "security-council-draft-2024-05-20",
        "Draft resolution of Russia on weapons in outer space",
        "Security Council draft of 20 May 2024, weapons in outer space",
        draft=True,
        sponsors=("rus", "chn"),
        sources=("sputnik-draft-2024", "xinhua-draft-2024"),
        note="None of the sources read gives the symbol of the draft.",
    ),
)


def _plenary(number: str, *totals: int, note: str = "", sources: tuple[str, ...] = ()) -> Ballot:
    slug = "unga-" + number.replace("/", "-")
    favour, against, abstaining = totals
    return Ballot(
        f"A/RES/{number}",
        slug,
        slug,
        ASSEMBLY,
        f"A/RES/{number}",
        totals=(favour, against, abstaining),
        sources=(_VOETEN, *sources),
        note=note,
    )


_NO_COLUMN: Final = (
    "The source leaves the number of abstentions open; no position that it gives is one."
)
_ONE_SHORT: Final = (
    "The pairs of states in the source account for one vote in favour fewer than the total that "
    "it prints, so no position is taken from it."
)
_APRIL: Final = "S/2024/302 (Security Council draft, USA and Japan)"
BALLOTS: Final = (
    _plenary("68/29", 180, 0, 2),
    _plenary("69/31", 178, 0, 2),
    _plenary("69/32", 126, 4, 46, sources=("mid-no-first-placement-2014",)),
    _plenary("70/26", 179, 0, 2),
    _plenary("70/27", 129, 4, 46, sources=("global-network-no-first-placement-2015",)),
    _plenary("72/26", 182, 0, 3),
    _plenary("72/27", 131, 4, 48),
    _plenary("72/250", 108, 5, 47),
    _plenary("73/30", 178, 2, 0),
    _plenary("73/31", 128, 12, 40),
    _plenary("73/72", 180, 2, 1),
    _plenary("74/32", 183, 2, 0, note=_NO_COLUMN),
    _plenary("74/33", 128, 14, 38),
    _plenary("74/34", 131, 6, 45),
    _plenary("74/67", 173, 2, 6),
    _plenary("75/35", 185, 2, 0, note=_NO_COLUMN),
    _plenary("75/36", 164, 12, 6),
    _plenary("75/37", 132, 34, 21),
    _plenary("75/69", 176, 2, 6),
    Ballot("A/RES/77/41", "unga-77-41", "unga-77-41", ASSEMBLY, "A/RES/77/41"),
    Ballot(
        "A/C.1/77/L.62 (First Committee)",
        "first-committee-77-l-62",
        "unga-77-41",
        COMMITTEE,
        "A/C.1/77/L.62",
    ),
    Ballot(
        "A/C.1/78/L.15/Rev.1 (First Committee; became 78/20)",
        "first-committee-78-l-15-rev-1",
        "unga-78-20",
        COMMITTEE,
        "A/C.1/78/L.15/Rev.1",
    ),
    Ballot(
        "A/C.1/78/L.55 (First Committee; became 78/238)",
        "first-committee-78-l-55",
        "unga-78-238",
        COMMITTEE,
        "A/C.1/78/L.55",
    ),
    Ballot(
        "General Assembly 78, no first placement of weapons in outer space",
        "unga-78-no-first-placement",
        "unga-78-no-first-placement",
        ASSEMBLY,
        "no first placement of weapons (2023)",
    ),
    Ballot(
        "General Assembly 77, no first placement of weapons in outer space",
        "unga-77-no-first-placement",
        "unga-77-no-first-placement",
        ASSEMBLY,
        "no first placement of weapons (2022)",
    ),
    Ballot(
        "First Committee 76, no first placement of weapons in outer space",
        "first-committee-76-no-first-placement",
        "first-committee-76-no-first-placement",
        COMMITTEE,
        "no first placement of weapons (2021)",
    ),
    Ballot(
        "A/C.1/79/L.75 (First Committee)",
        "first-committee-79-l-75",
        "first-committee-79-l-75",
        COMMITTEE,
        "A/C.1/79/L.75",
    ),
    Ballot(
        "GA vote on A/C.1/79/L.7/Rev.1 (weapons of mass destruction in outer space)",
        "unga-79-wmd-in-outer-space",
        "unga-79-wmd-in-outer-space",
        ASSEMBLY,
        "A/C.1/79/L.7/Rev.1",
    ),
    Ballot(
        _APRIL,
        "security-council-2024-04-24",
        "security-council-draft-2024-302",
        COUNCIL,
        "S/2024/302",
        adopted=False,
    ),
    Ballot(
        "S/2024/323 (Russia-China amendment)",
        "security-council-2024-04-24-amendment",
        "security-council-draft-2024-323",
        COUNCIL,
        "S/2024/323",
        adopted=False,
    ),
    Ballot(
        "Security Council draft by Russia on weapons in space",
        "security-council-2024-05-20",
        "security-council-draft-2024-05-20",
        COUNCIL,
        "draft of 20 May 2024",
        adopted=False,
    ),
)
# Votes without positions: the source prints totals, and its pairs do not add up to them.
BARE: Final = (
    (_plenary("71/31", 182, 0, 4, note=_ONE_SHORT), "2016-12-05"),
    (_plenary("71/32", 130, 4, 48, note=_ONE_SHORT), "2016-12-05"),
)

# Rows of the table of events -> the ballot that they are about.
EVENTS: Final = {
    "First Committee: no first placement of weapons in outer space (draft)": (
        "first-committee-76-no-first-placement"
    ),
    "First Committee vote on destructive direct-ascent ASAT testing": "first-committee-77-l-62",
    "General Assembly A/RES/77/41 on destructive direct-ascent ASAT testing": "unga-77-41",
    "General Assembly: no first placement of weapons in outer space": "unga-77-no-first-placement",
    "General Assembly resolution on weapons of mass destruction in outer space"
    " (A/C.1/79/L.7/Rev.1)": "unga-79-wmd-in-outer-space",
    "Security Council draft (US, Japan) on nuclear weapons in outer space vetoed by Russia": (
        "security-council-2024-04-24"
    ),
    "Security Council rejects Russian draft on weapons in outer space": (
        "security-council-2024-05-20"
    ),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Why one of several rival reports on a vote or a position is followed.

    ``preferred`` is the position or the total that the record follows.
    """

    preferred: str
    because: str
    against: str
    """What is said of the reports that are not followed."""
    more: tuple[str, ...] = ()
    """Further sources, besides those of the table, that say what is preferred."""


# (ballot, state) or (ballot, "") for the totals.
CHOICES: Final = {
    ("security-council-2024-04-24", "chn"): Choice(
        "abstain",
        "The press release of the United Nations counts 13 for, 1 against and 1 abstention, which "
        "leaves no second vote against; news agencies of Germany and China agree.",
        "A second vote against contradicts the official count of 13 for, 1 against and 1 "
        "abstention.",
        ("xinhua-veto-2024",),
    ),
    ("first-committee-76-no-first-placement", ""): Choice(
        "125-35-22",
        "The report names the draft by its title, and its numbers fit the votes of the years "
        "before and after.",
        "The report describes, with the same co-sponsors, what another report calls a different "
        "draft approved on that day, on further practical measures against an arms race.",
    ),
}
# Rival days: ballot, source, day as stated, why it is not followed.
RIVAL_DAYS: Final = (
    (
        "unga-77-41",
        "universe-magazine-asat-resolution",
        "2022-12-13",
        "The press release of the United Nations and reports of the same day give 7 December.",
    ),
)
DERIVED: Final = (
    "No list of the thirteen that were in favour was read. The count leaves no other choice for a "
    "member of the Council of 2024, which a report of its next vote on outer space names in full."
)
