"""What the record says of final clauses beyond the tables: names of instruments and sources."""

from __future__ import annotations

from typing import Final

from astropact.importers.instrument_details import SLUGS, TEXT_SOURCES
from astropact.importers.instrument_sources import TEXTS
from astropact.importers.norm_details import ARTEMIS_SOURCES
from astropact.importers.organisation_corrections import JAXA_ARABSAT
from astropact.importers.sources import Source

# Name in the table of effect rules -> slug of the instrument.
INSTRUMENTS: Final[dict[str, str]] = {
    **SLUGS,
    "PTBT": "partial-test-ban-treaty",
    "EUMETSAT": "eumetsat-convention",
    "EUTELSAT": "eutelsat-convention",
    "INTERSPUTNIK": "intersputnik-agreement",
    "ARABSAT": "arabsat-agreement",
}
KINDS: Final[tuple[str, ...]] = (
    "signature-period",
    "who-may-join",
    "entry-into-force",
    "effect-for-later-party",
    "depositary",
    "amendment",
    "withdrawal-notice",
    "withdrawal-effect",
    "declaration-by-organisation",
    "declaration-condition",
    "declaration-duty",
    "provisional-application",
    "signatory-rights",
    "succession-practice",
    "financial-year",
)

_VILP: Final = "https://vilp.de/compare_article?lid=en&aid="
_SWISS: Final = "https://www.droit-bilingue.ch/"
_SOURCES: Final = (
    TEXTS,
    JAXA_ARABSAT,
    ARTEMIS_SOURCES["Section 1"],
    *(TEXT_SOURCES[name][0] for name in ("ESA", "ARTEMIS", "INTR", "BRS", "APSCO")),
    Source(
        "vilp-esa-article-20",
        "Viadrina International Law Project: ESA Convention, Article XX (English)",
        4,
        f"{_VILP}36337&cid=2405&bid=treaty_full",
    ),
    Source(
        "vilp-esa-article-24",
        "Viadrina International Law Project: ESA Convention, Article XXIV (French)",
        4,
        f"{_VILP}36368&cid=2406&bid=treaty_full",
    ),
    Source(
        "inview-esa-annex-2",
        "Inview: ESA Convention, Annex II, financial provisions (Tractatenblad 2004, 286)",
        4,
        "https://inview.nl/openCitation/id97587685ca2c1052faf590bf72aa8fd6/"
        "convention-for-the-establishment-of-a-european-space-agency-bijlage-ii",
        note="The financial year is that of Article I, paragraph 1, as in force since 1997.",
    ),
    Source(
        "zakonbase-brussels-article-9",
        "Zakonbase: Brussels Satellite Convention, Article 9 (Russian)",
        5,
        "https://zakonbase.ru/content/part/174433",
        note="The last words of paragraph 3 were not read.",
    ),
    Source(
        "droit-bilingue-brussels-10",
        "Droit bilingue: Brussels Satellite Convention, Article 10 (Swiss compilation 0.231.173)",
        4,
        f"{_SWISS}de-it/0.2/0.23/0.231.173-10-13.html",
    ),
    Source(
        "droit-bilingue-brussels-11",
        "Droit bilingue: Brussels Satellite Convention, Article 11 (Swiss compilation 0.231.173)",
        4,
        f"{_SWISS}fr-de/0.2/0.23/0.231.173-11-14.html",
    ),
    Source(
        "fabao365-apsco-28",
        "Fabao: APSCO Convention, Articles 27 to 30 (English, from notice 9/2008 of Macao)",
        5,
        "https://code.fabao365.com/law_66080_6.html",
        note="The end of Article 27, Articles 28 and 29 and the first words of Article 30.",
    ),
    Source(
        "fsou-apsco-31",
        "Fsou: APSCO Convention, Articles 31 to 35 (Chinese)",
        5,
        "http://fsou.com/html/text/eag/1006673/100667312_7.html",
    ),
    Source(
        "garant-intersputnik-protocol",
        "Garant: Protocol of 1996 to the Intersputnik Agreement, final article (English)",
        5,
        "https://base.garant.ru/502541603",
    ),
    Source(
        "ilm-2023-artemis-note",
        "B. Bartóki-Gönczy and B. Nagy, The Artemis Accords: introductory note, International "
        "Legal Materials (2023)",
        5,
        "https://www.cambridge.org/core/product/5874DB518591888E52CF2B816E4593F0",
        note="Read in a copy of its opening paragraphs.",
    ),
    Source(
        "africanlii-afsa-statute",
        "AfricanLII: Statute of the African Space Agency",
        4,
        "https://africanlii.org/akn/aa-au/act/statute/2018/african-space-agency/eng@2018-01-29",
    ),
    # Described with the statements on participation.
    Source(
        "untc-xxv-1",
        "Multilateral Treaties Deposited with the Secretary-General, chapter XXV-1",
        2,
        "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XXV/XXV-1.en.xml",
    ),
    Source(
        "unesco-brussels-parties",
        "UNESCO: states parties to the Brussels Satellite Convention",
        2,
        "https://webarchive.unesco.org",
    ),
    Source(
        "huggo-reconciled",
        "HUGGO: memberships of environmental agreements",
        3,
        "https://github.com/globalgov/manytreaties/blob/"
        "9ef244209e522decb254fbb76f171c67cae87a18/data-raw/parties/GGO/"
        "HUGGO_MEM_env_reconciled.csv",
    ),
)
SOURCES: Final[dict[str, Source]] = {source.slug: source for source in _SOURCES}
