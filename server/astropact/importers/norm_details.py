"""What the record says of norms beyond the tables: names, sources, exceptions, cited texts."""

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
_SHARING_IS_BAD: Final = Source(
    "danmcewan-sharing-is-bad",
    "Dan McEwan: Sharing is bad! (2013)",
    6,
    "https://danmcewan.com/sharing-is-bad/",
    note="Quotes section 535(a) and (b) of the law for fiscal year 2013.",
)
_SPACE_POLICY_ONLINE: Final = Source(
    "spacepolicyonline-culberson",
    "Space Policy Online: Culberson on the certifications of NASA for meetings with China",
    6,
    "https://spacepolicyonline.com/news/nasa-letters-to-culberson-provide-some-information-on-"
    "september-bilateral-china-meeting/",
    note="Quotes the beginning of section 532 of the law for fiscal year 2015.",
)

_DUTCH_SERIES: Final = Source(
    "dutch-treaty-series",
    "Dutch treaty series (Tractatenblad), texts of treaties",
    2,
    "https://github.com/statengeneraal/laws-markdown",
)
_DEBRIS: Final = Source(
    "copuos-debris-guidelines-2007",
    "Space Debris Mitigation Guidelines of COPUOS (A/62/20, annex)",
    2,
    "https://github.com/dacheah/space-law-corpus/tree/main/authoritative/un/softlaw/"
    "copuos-debris-mitigation-2007",
)
_SPACEREF: Final = Source(
    "spaceref-asat-resolution",
    "Excerpt of a press release of the United Nations",
    6,
    "https://spaceref.com/newspace-and-tech/"
    "united-nations-general-assembly-adopts-draft-resolution-regarding-space-weapons",
)

TREATIES: Final[dict[str, Text]] = {
    "outer-space-treaty": Text("outer-space-treaty", "Outer Space Treaty", (TEXTS,)),
    "rescue-agreement": Text("rescue-agreement", "Rescue Agreement", (TEXTS,)),
    "registration-convention": Text("registration-convention", "Registration Convention", (TEXTS,)),
    "moon-agreement": Text("moon-agreement", "Moon Agreement", (TEXTS,)),
    "liability-convention": Text("liability-convention", "Liability Convention", (TEXTS,)),
    "partial-test-ban-treaty": Text(
        "partial-test-ban-treaty", "Partial Test Ban Treaty", (_DUTCH_SERIES,)
    ),
    "iss-intergovernmental-agreement": Text(
        "iss-intergovernmental-agreement",
        "ISS Intergovernmental Agreement",
        (_DUTCH_SERIES,),
        "The main duties were taken up, not every rule of the text.",
    ),
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
# What binds in politics only, besides the Accords.
COMMITMENTS: Final[dict[str, Text]] = {
    "copuos-debris-mitigation-guidelines-2007": Text(
        "debris-mitigation-guidelines-2007", "Debris mitigation guidelines", (_DEBRIS,)
    ),
    "unga-77-41": Text(
        "unga-77-41",
        "Resolution 77/41",
        (_SPACEREF,),
        "The text was not read; a press release sums it up.",
    ),
    "asat-test-pledges": Text(
        "asat-test-commitment",
        "Commitment not to test destructive anti-satellite missiles",
        (),
        "The words of each pledge were not read.",
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
    "pl-113-6": Text(
        "wolf-amendment/2013",
        "Wolf Amendment (FY2013)",
        (_SHARING_IS_BAD,),
        "Only subsections (a) and (b) were read.",
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
    "pl-113-6/s-535-a": ("s-535-a", "s. 535(a)"),
    "pl-113-6/s-535-b": ("s-535-b", "s. 535(b)"),
    "fy2015/s-532-bar": ("s-532", "s. 532"),
    "fy2018/bar": ("china-provision", "section not read"),
    "fy2018/hosting": ("china-provision", "section not read"),
    "fy2018/cert-1": ("china-provision", "section not read"),
    "fy2018/cert-2": ("china-provision", "section not read"),
    "fy2018/notice": ("china-provision", "section not read"),
}
_EVERY_LIABILITY: Final = tuple(
    f"liability-convention/{rule}"
    for rule in ("art-2", "art-3", "art-4-1/a", "art-4-1/b", "art-5-1")
)
# What takes something out of the reach of what, by norm.
EXCEPTIONS: Final[dict[str, tuple[str, ...]]] = {
    "artemis-accords/sec-8-3": ("artemis-accords/sec-8-2/a",),
    "iss-intergovernmental-agreement/art-16-3/a": ("iss-intergovernmental-agreement/art-17-1",),
    "iss-intergovernmental-agreement/art-16-3/d": (
        "iss-intergovernmental-agreement/art-16-3/a",
        "iss-intergovernmental-agreement/art-16-3/b",
    ),
    "liability-convention/art-6-1": ("liability-convention/art-2",),
    "liability-convention/art-6-2": ("liability-convention/art-6-1",),
    "liability-convention/art-7/a": _EVERY_LIABILITY,
    "liability-convention/art-7/b": _EVERY_LIABILITY,
    "liability-convention/art-10-2": ("liability-convention/art-10-1",),
    "moon-agreement/art-3-4/d": ("moon-agreement/art-3-4/a",),
    "moon-agreement/art-3-4/e": ("moon-agreement/art-3-4/a",),
    "outer-space-treaty/art-4-2/e": ("outer-space-treaty/art-4-2/b",),
    "outer-space-treaty/art-4-2/f": ("outer-space-treaty/art-4-2/b",),
    "rescue-agreement/art-5-4/a": ("rescue-agreement/art-5-2", "rescue-agreement/art-5-3/a"),
    "wolf-amendment/2012/s-539-c": (
        "wolf-amendment/2012/s-539-a",
        "wolf-amendment/2012/s-539-b",
    ),
    "wolf-amendment/2018/cert-1": ("wolf-amendment/2018/bar", "wolf-amendment/2018/hosting"),
}
_UN_TREATIES: Final = (
    "outer-space-treaty",
    "rescue-agreement",
    "liability-convention",
    "registration-convention",
)
# Instruments that a text or a provision (below provision/) names.
CITES: Final[dict[str, tuple[str, ...]]] = {
    "artemis-accords": _UN_TREATIES,
    "artemis-accords/sec-1": ("outer-space-treaty",),
    "artemis-accords/sec-7": ("registration-convention",),
    "artemis-accords/sec-10-2": ("outer-space-treaty",),
    "artemis-accords/sec-11-7": ("outer-space-treaty",),
    "iss-intergovernmental-agreement": _UN_TREATIES,
    "iss-intergovernmental-agreement/art-2-1": _UN_TREATIES,
    "iss-intergovernmental-agreement/art-5-1": ("registration-convention",),
    "iss-intergovernmental-agreement/art-5-2": ("outer-space-treaty", "registration-convention"),
    "iss-intergovernmental-agreement/art-16-3": ("liability-convention",),
    "iss-intergovernmental-agreement/art-17-1": ("liability-convention",),
    "iss-intergovernmental-agreement/art-17-2": ("liability-convention",),
    "iss-intergovernmental-agreement/art-17-3": ("liability-convention",),
    "liability-convention": ("outer-space-treaty",),
    "liability-convention/art-6-2": ("outer-space-treaty",),
    "liability-convention/art-22-1": ("outer-space-treaty",),
    "moon-agreement": _UN_TREATIES,
    "moon-agreement/art-9-2": ("outer-space-treaty",),
    "moon-agreement/art-10-1": ("outer-space-treaty", "rescue-agreement"),
    "moon-agreement/art-12-2": ("rescue-agreement",),
    "moon-agreement/art-14-2": ("outer-space-treaty", "liability-convention"),
    "moon-agreement/art-16": ("outer-space-treaty",),
    "registration-convention/art-7-1": ("outer-space-treaty",),
    "rescue-agreement": ("outer-space-treaty",),
    "rescue-agreement/art-6": ("outer-space-treaty",),
}
