"""What the record says of norms beyond the collected table: names, sources, narrower subjects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from astropact.importers.instrument_sources import TEXTS
from astropact.importers.sources import Source


@dataclass(frozen=True, slots=True)
class Text:
    """An instrument whose norms are imported.

    ``missing`` is empty when the table holds every rule of the text; otherwise it says what was
    not read.
    """

    slug: str
    name: str
    sources: tuple[Source, ...]
    missing: str = ""


_NEWSPACE: Final = Source(
    "newspaceeconomy-artemis-overview",
    "New Space Economy, 7 January 2023: The Artemis Accords, a quick overview",
    6,
    "https://newspaceeconomy.ca/2023/01/07/the-artemis-accords-a-quick-overview",
)
_HELIUM3: Final = Source(
    "helium3-artemis-accords",
    "Helium3: Artemis Accords, laying the foundation to move forward",
    6,
    "https://helium3.space/artemis-accords-laying-the-foundation-to-move-forward",
    note="A summary, not the text of the Accords.",
)
_WIKISOURCE: Final = Source(
    "wikisource-artemis-accords",
    "Wikisource: scan of the Artemis Accords",
    4,
    "https://en.wikisource.org/wiki/Page:Artemis_Accords.pdf/8",
    note="Pages 3, 6 and 8 were read, each cut near its end.",
)
_FEDERAL_TIMES: Final = Source(
    "federal-times-2011-04-25",
    "Federal Times, 25 April 2011: NASA's budget prohibits work with, visitors from China",
    5,
    "https://fedline.federaltimes.com/2011/04/25/nasas-budget-prohibits-work-with-visitors-from-china/",
    note="Quotes section 1340 in full.",
)
_PARABOLIC_ARC: Final = Source("parabolic-arc", "Parabolic Arc", 6, "https://parabolicarc.com")
_PARABOLIC_ARC_2018: Final = Source(
    "parabolic-arc-2018-03-24",
    "Parabolic Arc, 24 March 2018: China cooperation restriction remains",
    6,
    "http://parabolicarc.com/2018/03/24/china-cooperation-restriction-remains-place-nasa-ostp/",
)
_SPACE_POLICY_ONLINE: Final = Source(
    "spacepolicyonline-culberson",
    "Space Policy Online: Culberson on the certifications of NASA for meetings with China",
    6,
    "https://spacepolicyonline.com/news/nasa-letters-to-culberson-provide-some-information-on-"
    "september-bilateral-china-meeting/",
    note="Quotes the beginning of section 532 of the law for fiscal year 2015.",
)

TREATIES: Final[dict[str, Text]] = {
    "outer-space-treaty": Text("outer-space-treaty", "Outer Space Treaty", (TEXTS,)),
    "rescue-agreement": Text("rescue-agreement", "Rescue Agreement", (TEXTS,)),
    "registration-convention": Text("registration-convention", "Registration Convention", (TEXTS,)),
    "moon-agreement": Text("moon-agreement", "Moon Agreement", (TEXTS,)),
}
ARTEMIS: Final = Text(
    "artemis-accords",
    "Artemis Accords",
    (_WIKISOURCE,),
    "Sections 2 and 13 and parts of sections 10 and 11 were not read; sections 3 to 7 and 12 are "
    "known from a summary.",
)
# Sections of the Accords that were not read in the scan.
ARTEMIS_SOURCES: Final[dict[str, Source]] = {
    "Section 1": _NEWSPACE,
    **dict.fromkeys(
        ("Section 3", "Section 4", "Section 5", "Section 6", "Section 7", "Section 12"), _HELIUM3
    ),
}
# Second part of the identifier in the table -> version of the Wolf Amendment.
WOLF: Final[dict[str, Text]] = {
    "pl-112-10": Text("wolf-amendment/2011", "Wolf Amendment (2011)", (_FEDERAL_TIMES,)),
    "pl-112-55": Text(
        "wolf-amendment/2012",
        "Wolf Amendment (FY2012)",
        (_PARABOLIC_ARC,),
        "Subsection (c) was read in part only.",
    ),
    "fy2015": Text(
        "wolf-amendment/2015",
        "Wolf Amendment (FY2015)",
        (_SPACE_POLICY_ONLINE,),
        "Only the beginning of the section was read.",
    ),
    "fy2018": Text(
        "wolf-amendment/2018",
        "Wolf Amendment (FY2018)",
        (_PARABOLIC_ARC_2018,),
        "Known from a news report that quotes part of it.",
    ),
}
# Norm in the table -> slug of its provision and the number under which it is cited.
WOLF_PROVISIONS: Final[dict[str, tuple[str, str]]] = {
    "pl-112-10/s-1340-a": ("s-1340-a", "s. 1340(a)"),
    "pl-112-10/s-1340-a-ostp": ("s-1340-a", "s. 1340(a)"),
    "pl-112-10/s-1340-b": ("s-1340-b", "s. 1340(b)"),
    "pl-112-55/s-539-a": ("s-539-a", "s. 539(a)"),
    "pl-112-55/s-539-b": ("s-539-b", "s. 539(b)"),
    "pl-112-55/s-539-c": ("s-539-c", "s. 539(c)"),
    "pl-112-55/s-539-d": ("s-539-d", "s. 539(d)"),
    "fy2015/s-532-bar": ("s-532", "s. 532"),
    "fy2018/bar": ("china-provision", "section not read"),
    "fy2018/hosting": ("china-provision", "section not read"),
    "fy2018/cert-1": ("china-provision", "section not read"),
    "fy2018/cert-2": ("china-provision", "section not read"),
    "fy2018/notice": ("china-provision", "section not read"),
}
# What takes something out of the reach of what, by norm below norm/wolf-amendment/.
EXCEPTIONS: Final[dict[str, tuple[str, ...]]] = {
    "2012/s-539-c": ("2012/s-539-a", "2012/s-539-b"),
    "2018/cert-1": ("2018/bar", "2018/hosting"),
    "2018/cert-2": ("2018/bar", "2018/hosting"),
}
# Instruments that a text or a provision (below provision/) names.
CITES: Final[dict[str, tuple[str, ...]]] = {
    "artemis-accords": (
        "outer-space-treaty",
        "rescue-agreement",
        "liability-convention",
        "registration-convention",
    ),
    "artemis-accords/sec-1": ("outer-space-treaty",),
    "artemis-accords/sec-7": ("registration-convention",),
    "artemis-accords/sec-10-2": ("outer-space-treaty",),
    "artemis-accords/sec-11-7": ("outer-space-treaty",),
    "rescue-agreement": ("outer-space-treaty",),
    "rescue-agreement/art-6": ("outer-space-treaty",),
    "registration-convention/art-7-1": ("outer-space-treaty",),
    "moon-agreement/art-10-1": ("outer-space-treaty", "rescue-agreement"),
    "moon-agreement/art-12-2": ("rescue-agreement",),
}

_MASS_DESTRUCTION: Final = ("weapons-of-mass-destruction", "nuclear-weapons-in-space")
_INTERFERENCE: Final = ("harmful-interference",)
_CHINA: Final = ("bilateral-cooperation-with-china",)
_VISITORS: Final = ("bilateral-cooperation-with-china", "hosting-of-visitors")
# Norm -> narrower subjects, given besides the broad one of the table.
SUBJECTS: Final[dict[str, tuple[str, ...]]] = {
    "outer-space-treaty/art-1-1/b": ("province-of-mankind",),
    "outer-space-treaty/art-4-1/a": _MASS_DESTRUCTION,
    "outer-space-treaty/art-4-1/b": _MASS_DESTRUCTION,
    "outer-space-treaty/art-4-1/c": _MASS_DESTRUCTION,
    "outer-space-treaty/art-4-2/c": ("weapon-testing-on-celestial-bodies",),
    "outer-space-treaty/art-9/f": _INTERFERENCE,
    "outer-space-treaty/art-9/g": _INTERFERENCE,
    "moon-agreement/art-3-3/a": _MASS_DESTRUCTION,
    "moon-agreement/art-3-3/b": _MASS_DESTRUCTION,
    "moon-agreement/art-3-4/b": ("weapon-testing-on-celestial-bodies",),
    "moon-agreement/art-4-1/a": ("province-of-mankind",),
    "moon-agreement/art-8-3/b": _INTERFERENCE,
    "moon-agreement/art-11-3/a": ("resources",),
    "moon-agreement/art-11-5": ("resource-regime", "resource-extraction"),
    "moon-agreement/art-11-7/a": ("resource-regime",),
    "moon-agreement/art-11-7/b": ("resource-regime",),
    "moon-agreement/art-11-7/c": ("resource-regime",),
    "moon-agreement/art-11-7/d": ("resource-regime", "resources"),
    "moon-agreement/art-11-8": ("resource-regime",),
    "moon-agreement/art-15-2/a": _INTERFERENCE,
    "moon-agreement/art-18/b": ("resource-regime",),
    "artemis-accords/sec-10-2": ("resource-extraction", "international-law"),
    "artemis-accords/sec-11-10": _INTERFERENCE,
    **dict.fromkeys(
        (
            "wolf-provisions/pl-112-10/s-1340-a",
            "wolf-provisions/pl-112-10/s-1340-a-ostp",
            "wolf-provisions/pl-112-55/s-539-a",
            "wolf-provisions/pl-112-55/s-539-c",
            "wolf-provisions/pl-112-55/s-539-d",
            "wolf-provisions/fy2015/s-532-bar",
            "wolf-provisions/fy2018/bar",
            "wolf-provisions/fy2018/cert-2",
            "wolf-provisions/fy2018/notice",
        ),
        _CHINA,
    ),
    **dict.fromkeys(
        (
            "wolf-provisions/pl-112-10/s-1340-b",
            "wolf-provisions/pl-112-55/s-539-b",
            "wolf-provisions/fy2018/hosting",
        ),
        _VISITORS,
    ),
    "wolf-provisions/fy2018/cert-1": (*_CHINA, "fbi-consultation"),
}
# Norms whose broad subject the table gives wrongly.
SUBJECT_CORRECTIONS: Final[dict[str, tuple[str, ...]]] = {
    "moon-agreement/art-11-1": ("common-heritage", "resources"),
}
# Bearer or counterparty in the table -> actors of the record.
ACTORS: Final[dict[str, tuple[str, ...]]] = {
    "NASA": ("org/nasa",),
    "OSTP": ("org/us-ostp",),
    "NASA and OSTP": ("org/nasa", "org/us-ostp"),
    "China": ("state/chn",),
    "Congress": ("org/us-congress",),
}
