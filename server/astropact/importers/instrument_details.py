"""What the record says about instruments beyond the collected table: slugs, notes, provisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from astropact.importers.instrument_sources import TEXTS
from astropact.importers.organisation_corrections import JAXA_ARABSAT
from astropact.importers.sources import Source

SLUGS: Final[dict[str, str]] = {
    "OST": "outer-space-treaty",
    "ARRA": "rescue-agreement",
    "LIAB": "liability-convention",
    "REG": "registration-convention",
    "MOON": "moon-agreement",
    "NTB": "partial-test-ban-treaty",
    "BRS": "brussels-satellite-convention",
    "ITSO": "itso-agreement",
    "INTR": "intersputnik-agreement",
    "ESA": "esa-convention",
    "ARB": "arabsat-agreement",
    "INTC": "intercosmos-agreement",
    "IMSO": "imso-convention",
    "EUTL": "eutelsat-convention",
    "EUM": "eumetsat-convention",
    "ITU": "itu-constitution",
    "ISS_IGA": "iss-intergovernmental-agreement",
    "APSCO": "apsco-convention",
    "AFSA": "afsa-statute",
    "ARTEMIS": "artemis-accords",
    "USCN_ST_1979": "us-china-science-agreement-1979",
    "USCN_LIAB_1988": "us-china-launch-liability-1988",
    "SPD1": "space-policy-directive-1",
    "WOLF_2011": "wolf-amendment/2011",
    "WOLF_2012": "wolf-amendment/2012",
    "WOLF_2013": "wolf-amendment/2013",
    "WOLF_2014": "wolf-amendment/2014",
    "WOLF_2018": "wolf-amendment/2018",
    "HR4360_2025": "wolf-space-security-bill-2025",
}

# The table of effect rules calls some instruments by other names.
RULE_NAMES: Final[dict[str, str]] = {
    "PTBT": "NTB",
    "EUMETSAT": "EUM",
    "EUTELSAT": "EUTL",
    "INTERSPUTNIK": "INTR",
    "ARABSAT": "ARB",
}

PARTIES: Final[dict[str, tuple[str, ...]]] = {
    "USCN_ST_1979": ("usa", "chn"),
    "USCN_LIAB_1988": ("usa", "chn"),
}

# Depositary as printed -> its IRI below the id base, and the office through which it acts.
DEPOSITARIES: Final[dict[str, tuple[str, str]]] = {
    "Russian Federation": ("state/rus", ""),
    "United Kingdom": ("state/gbr", ""),
    "United States of America": ("state/usa", ""),
    "Secretary-General of the United Nations": (
        "org/un",
        "The Secretary-General of the United Nations acts as depositary.",
    ),
    "France": ("state/fra", ""),
    "Union of Soviet Socialist Republics": ("state/sun", ""),
    "IMO Secretary-General": (
        "org/imo",
        "The Secretary-General of the International Maritime Organization acts as depositary.",
    ),
    "Switzerland": ("state/che", ""),
    "ITU Secretary-General": (
        "org/itu",
        "The Secretary-General of the Union acts as depositary.",
    ),
    "China": ("state/chn", ""),
    "African Union": ("org/au", ""),
}

# Depositaries that the table lacks and the text of the instrument names.
DEPOSITARIES_FROM_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "INTR": (
        "state/rus",
        "Article 20(1) names the Government of the Soviet Union as depositary; the Russian "
        "Federation took its place.",
    ),
    "ARB": ("org/las", "Article 20(1) names the League of Arab States as depositary."),
    "EUTL": ("state/fra", "Article XXI(a) names the Government of France as depositary."),
    "ISS_IGA": (
        "state/usa",
        "Article 25(2) names the Government of the United States as depositary.",
    ),
}

_DUTCH: Final = Source(
    "dutch-treaty-series",
    "Dutch treaty series (Tractatenblad), texts of treaties",
    2,
    "https://github.com/statengeneraal/laws-markdown",
    note="Read in a public copy of wetten.overheid.nl.",
)
# Where the clauses on depositary, joining and leaving were read.
TEXT_SOURCES: Final[dict[str, tuple[Source, ...]]] = {
    **dict.fromkeys(("OST", "ARRA", "LIAB", "REG", "MOON"), (TEXTS,)),
    **dict.fromkeys(("NTB", "ITSO", "IMSO", "EUM", "EUTL", "ITU", "ESA", "ISS_IGA"), (_DUTCH,)),
    "ARB": (JAXA_ARABSAT,),
    "INTR": (
        Source(
            "garant-intersputnik",
            "Garant: Intersputnik Agreement, article 20",
            5,
            "https://base.garant.ru/2540420",
        ),
    ),
    "BRS": (
        Source(
            "zakonbase-brussels",
            "Zakonbase: status note on the Brussels Satellite Convention",
            5,
            "https://zakonbase.ru/content/part/174446",
        ),
    ),
    "APSCO": (
        Source(
            "macao-aviso-9-2008",
            "Official Gazette of Macao: notice 9/2008 on the APSCO Convention",
            2,
            "https://bo.io.gov.mo/bo/ii/2008/11/aviso09_cn.asp",
        ),
    ),
    "WOLF_2011": (
        Source(
            "public-law-112-10",
            "Public Law 112-10: Department of Defense and Full-Year Continuing Appropriations "
            "Act, 2011",
            1,
            "https://api.fdsys.gov/link?collection=plaw&congress=112&lawtype=public&lawnum=10"
            "&link-type=html",
        ),
    ),
    "WOLF_2013": (
        Source(
            "public-law-113-6",
            "Public Law 113-6: Consolidated and Further Continuing Appropriations Act, 2013",
            1,
            "http://api.fdsys.gov/link?collection=plaw&congress=113&lawtype=public&lawnum=6"
            "&link-type=html",
        ),
    ),
    "ARTEMIS": (
        Source(
            "findatwiki-artemis",
            "Findatwiki (mirror): Artemis Accords",
            6,
            "https://findatwiki.com/Artemis_Accords",
        ),
    ),
}
# Rules that the table lacks and a clause fixes: Article 11(2) of the Brussels Satellite Convention.
MORE_RULES: Final[dict[str, tuple[str, ...]]] = {"BRS": ("one-year-after-notification",)}
# Dates that the table lacks and one of the sources above gives.
LATER_DATES: Final[dict[str, dict[str, str]]] = {"APSCO": {"enteredIntoForceOn": "2006-10-12"}}
# Days that the table gives less exactly than one of the sources above.
EXACT_DATES: Final[dict[str, dict[str, str]]] = {
    "WOLF_2011": {"adopted": "2011-04-15"},
    "WOLF_2013": {"adopted": "2013-03-26"},
}

_SOVIET_DEPOSITARY: Final = (
    "The text names the Soviet Union among the three depositaries; the Russian Federation took "
    "its place."
)

NOTES: Final[dict[str, str]] = {
    "OST": _SOVIET_DEPOSITARY,
    "ARRA": _SOVIET_DEPOSITARY,
    "LIAB": _SOVIET_DEPOSITARY,
    "NTB": _SOVIET_DEPOSITARY,
    "MOON": "Saudi Arabia withdrew with effect from 2024-01-05.",
    "ITSO": "Amended on 2000-11-17; the amendments have been in force since 2004-11-30.",
    "ESA": "Sources disagree on the page in the treaty series: 1297 UNTS 161 here, 1297 UNTS 186 "
    "according to spacelawcentre.org.",
    "ARB": "A new agreement was made at Algiers on 1990-05-13, to which a decree of Oman of 1991 "
    "refers.",
    "INTC": "The JAXA page prints 1973 for the year of signature by mistake.",
    "EUTL": "Sources disagree on the day of conclusion: 1982-07-15 here, 1982-05-14 in the Swiss "
    "compilation. Amended at Cardiff in 1999; the amendments have been in force since 2002-11-28.",
    "EUM": "Amended by a protocol of 1991-06-05, which has been in force since 2000-11-19.",
    "ITU": "Provisionally applied from 1993-03-01.",
    "ISS_IGA": "In force for the European Partner since 2005-06-28. Replaces an agreement of "
    "1988-09-29.",
    "APSCO": "Needed five ratifications to enter into force; the day is that of a notice in "
    "the Official Gazette of Macao.",
    "AFSA": "Adopted by the Assembly of the African Union; no clause on ratification was read. "
    "Sources disagree on the day of adoption: 2018-01-29 here, 2018-01-28 according to "
    "spaceinafrica.com.",
    "ARTEMIS": "Not binding in law. Eight founding signatories; 52 signatories on 2024-12-20. "
    "That it takes effect by signature rests on secondary sources; the clause itself was not read.",
    "USCN_ST_1979": "Extended by six months in August 2023 and in February 2024; lapsed on "
    "2024-08-27. A protocol signed at Beijing on 2024-12-13 amends it and extends it by five "
    "years from 2024-08-27.",
    "USCN_LIAB_1988": "Concerns the launches of AUSSAT and ASIASAT.",
    "WOLF_2011": "The first version; covers funds from 2011-04-25 on.",
    "WOLF_2012": "Sources disagree on the section: 539 here, 536 in the NASA clause 1852.225-72.",
    "WOLF_2013": "The source of the section number does not give the number of the act.",
    "WOLF_2014": "",
    "WOLF_2018": "No section number was found. Such a provision is said to have been renewed in "
    "every yearly act since 2011.",
    "HR4360_2025": "Introduced on 2025-07-10; a bill, not law.",
    "SPD1": "Amends Presidential Policy Directive 4.",
}

WOLF: Final = (
    "wolf-amendment",
    "Wolf Amendment",
    "Provision of United States appropriations acts that limits spending by NASA on bilateral "
    "cooperation with China, renewed act by act",
    "A continuing measure: each appropriations act carries its own wording, recorded as a version.",
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A final clause that says when an act of joining or leaving takes effect."""

    instrument: str
    slug: str
    label: str
    note: str


_JOINING: Final = "A state that joins after the entry into force is bound from the day on which it "
_LEAVING: Final = (
    "A party may give notice of withdrawal once the instrument has been in force for a year; the "
    "withdrawal takes effect one year after the notice is received."
)
CLAUSES: Final[tuple[Clause, ...]] = (
    Clause(
        "OST",
        "art-14-4",
        "Outer Space Treaty, Article XIV, paragraph 4",
        _JOINING + "deposits its instrument.",
    ),
    Clause("OST", "art-16", "Outer Space Treaty, Article XVI", _LEAVING),
    Clause(
        "ARRA",
        "art-7-4",
        "Rescue Agreement, Article 7, paragraph 4",
        _JOINING + "deposits its instrument.",
    ),
    Clause("ARRA", "art-9", "Rescue Agreement, Article 9", _LEAVING),
    Clause(
        "LIAB",
        "art-24-4",
        "Liability Convention, Article XXIV, paragraph 4",
        _JOINING + "deposits its instrument.",
    ),
    Clause("LIAB", "art-27", "Liability Convention, Article XXVII", _LEAVING),
    Clause(
        "REG",
        "art-8-4",
        "Registration Convention, Article VIII, paragraph 4",
        _JOINING + "deposits its instrument with the Secretary-General.",
    ),
    Clause("REG", "art-11", "Registration Convention, Article XI", _LEAVING),
    Clause(
        "MOON",
        "art-19-4",
        "Moon Agreement, Article 19, paragraph 4",
        "A state that joins after the entry into force is bound from the thirtieth day following "
        "the day on which it deposits its instrument; the day of deposit does not count.",
    ),
    Clause("MOON", "art-20", "Moon Agreement, Article 20", _LEAVING),
)
