"""The sources that the table of instruments names, under one name each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from astropact.importers.sources import Source, SourceRegistry, split_sources

if TYPE_CHECKING:
    from rdflib import URIRef

    from astropact.importers.tables import Row

TEXTS: Final = Source(
    "unoosa-treaty-texts",
    "United Nations treaties on outer space: official English texts",
    2,
    "https://github.com/dacheah/space-law-corpus",
    note="Texts of the treaty pages of UNOOSA, read in a public copy and compared with the Dutch "
    "treaty series.",
)
_CIL = "https://cil.nus.edu.sg"

# Start of the name in the table -> source. Addresses without an entry are named by themselves.
_NAMED: Final[tuple[tuple[str, Source], ...]] = (
    (
        r"https://studylib\.es/doc/9191639",
        Source(
            "unoosa-crp10-2022",
            "UNOOSA: status of international agreements relating to activities in outer space as "
            "at 1 January 2022 (A/AC.105/C.2/2022/CRP.10)",
            1,
            "https://studylib.es/doc/9191639",
        ),
    ),
    (
        r"https://treaties\.fcdo\.gov\.uk/data/Library2/html/2444",
        Source(
            "uk-treaties-online-2444",
            "UK Treaties Online: Partial Test Ban Treaty",
            2,
            "https://treaties.fcdo.gov.uk/data/Library2/html/2444.html",
        ),
    ),
    (
        r"https://treaties\.fcdo\.gov\.uk/data/Library2/html/2945",
        Source(
            "uk-treaties-online-2945",
            "UK Treaties Online: ESA Convention",
            2,
            "https://treaties.fcdo.gov.uk/data/Library2/html/2945.html",
        ),
    ),
    (
        r"https://docslib\.org/doc/8443597",
        Source(
            "unts-1220-21",
            "United Nations Treaty Series 1220, no. 19677: Agreement relating to INTELSAT",
            2,
            "https://docslib.org/doc/8443597",
        ),
    ),
    (
        r"https://www\.ciela\.net",
        Source("ciela-intersputnik", "Ciela: Intersputnik Agreement", 5, "https://www.ciela.net"),
    ),
    (
        r"https://www\.lawmix\.ru/abro/433",
        Source(
            "lawmix-intersputnik",
            "Lawmix: Intersputnik Agreement",
            5,
            "https://www.lawmix.ru/abro/433",
        ),
    ),
    (
        r"https://www\.jaxa\.jp/library/space_law/chapter_2/2-2-2-15_e",
        Source(
            "jaxa-arabsat",
            "JAXA space law collection: Arabsat Agreement",
            4,
            "https://www.jaxa.jp/library/space_law/chapter_2/2-2-2-15_e.html",
        ),
    ),
    (
        r"https://cil\.nus\.edu\.sg",
        Source("cil-nus", "Centre for International Law, Singapore: treaty database", 5, _CIL),
    ),
    (r"https://lawi\.us", Source("lawi-us", "Lawi: encyclopedia of law", 6, "https://lawi.us")),
    (
        r"Swiss RS",
        Source(
            "fedlex",
            "Classified compilation of federal law of Switzerland (Fedlex)",
            2,
            "https://www.fedlex.admin.ch",
        ),
    ),
    (
        r"https://lawsdocbox\.com",
        Source(
            "us-print-itu-constitution",
            "US Government print of the ITU Constitution and Convention",
            3,
            "https://lawsdocbox.com/US_Government_Resources/67093868",
        ),
    ),
    (
        r"https://africanlii\.org",
        Source(
            "africanlii-afsa-statute",
            "AfricanLII: Statute of the African Space Agency",
            4,
            "https://africanlii.org/akn/aa-au/act/statute/2018/african-space-agency/eng@2018-01-29",
        ),
    ),
    (
        r"https://www\.shine\.cn",
        Source(
            "shine-2024-12",
            "Shine: protocol of December 2024 to the US-China science agreement",
            6,
            "https://www.shine.cn/biz/tech/2412130946",
        ),
    ),
    (
        r"bastillepost\.com",
        Source("bastille-post", "Bastille Post", 6, "https://www.bastillepost.com"),
    ),
    (
        r"https://www\.fsou\.com",
        Source(
            "fsou-1988-launch-liability",
            "Fsou: memorandum of 1988 on liability for satellite launches",
            5,
            "https://www.fsou.com/html/text/eag/1006666/100666605.html",
        ),
    ),
    (
        r"UNOOSA china_usa_001",
        Source("unoosa-china-usa", "UNOOSA: agreements between China and the United States", 2),
    ),
    (
        r"NASA GIC 11 series",
        Source("nasa-gic-11", "NASA Grant Information Circulars of 2011 (mirrors)", 3),
    ),
    (
        r"NASA GIC 12-01",
        Source("nasa-gic-12-01", "NASA Grant Information Circular 12-01 (mirrors)", 3),
    ),
    (
        r"https://danmcewan\.com",
        Source(
            "danmcewan-wolf",
            "Dan McEwan: on the provision of 2013",
            6,
            "https://danmcewan.com/tag/ridiculous",
        ),
    ),
    (r"K2 GO pages", Source("k2-go-wolf", "K2 GO: pages on the provision of 2014", 6)),
    (
        r"public code file #230736012",
        Source(
            "appropriations-text-file",
            "Text of the Consolidated Appropriations Act, 2014 (public data file)",
            5,
        ),
    ),
    (
        r"https?://parabolicarc\.com 2018-03-24",
        Source(
            "parabolic-arc-2018-03-24",
            "Parabolic Arc, 24 March 2018: China cooperation restriction remains",
            6,
            "http://parabolicarc.com/2018/03/24/"
            "china-cooperation-restriction-remains-place-nasa-ostp/",
        ),
    ),
    (
        r"congress\.gov mirror",
        Source("congress-hr-4360", "Congress.gov (mirror): H.R. 4360, 119th Congress", 3),
    ),
    (r"https://spaceref\.com", Source("spaceref", "SpaceRef", 6, "https://spaceref.com")),
    (
        r"https://parabolicarc\.com",
        Source("parabolic-arc", "Parabolic Arc", 6, "https://parabolicarc.com"),
    ),
    (r"scritub\.com", Source("scritub", "Scritub: Liability Convention", 6, "https://scritub.com")),
)
_ADDRESS: Final = re.compile(r"https?://[^\s)]+")


def instrument_source_iris(text: str, registry: SourceRegistry, row: Row) -> list[URIRef]:
    """Return the sources that the cell ``text`` names.

    Raises InputError when a part names a source that is neither known nor an address.
    """
    return [_source_iri(name, registry, row) for name in split_sources(text, ";")]


def _source_iri(name: str, registry: SourceRegistry, row: Row) -> URIRef:
    for pattern, source in _NAMED:
        if re.match(pattern, name):
            return registry.add(source)
    address = _ADDRESS.search(name)
    if address:
        return registry.add_address(address.group(), tier=6)
    raise row.fault(
        f"The source “{name}” is not known and has no address.",
        hint="Give its address, or name it in the list of known sources.",
    )
