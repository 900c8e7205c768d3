"""Sources that the tables of signatories, participants and pledges cite, in words or by address.

What is not named here becomes a source of the lowest trust, named after its address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rdflib import DCTERMS, RDF, XSD, Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.importers.sources import (
    Source,
    SourceRegistry,
    slug_of_address,
    title_of_address,
)

if TYPE_CHECKING:
    from astropact.importers.tables import Row

AP = Namespace(namespaces.AP)
LOWEST_TIER = 6
# A page without a date was read by then.
READ_ON = date(2026, 11, 22)

_NASA = "National Aeronautics and Space Administration"
_PUBLIC_FILE = "Read as a public data file; the publisher's own page was not reached."
_CITED = re.compile(
    r"(?P<url>https?://[^\s;]+)|public code file #(?P<number>\d+)|github:(?P<repo>\S+)"
)


class _Page(NamedTuple):
    pattern: str
    slug: str
    title: str
    tier: int
    publisher: str = ""
    as_of: str = ""
    note: str = ""


_PAGES = (
    _Page(
        r"spacenews\.com/\?p=508892",
        "spacenews-denmark-artemis-2024",
        "SpaceNews: Denmark and the Artemis Accords",
        6,
        "SpaceNews",
    ),
    _Page(
        r"universetoday\.com/162114",
        "universe-today-artemis-2023",
        "Universe Today: 25th, 26th and 27th signatories of the Artemis Accords",
        6,
        "Universe Today",
        "2023-06-26",
    ),
    _Page(
        r"diplomatie\.gouv\.fr",
        "fr-diplomatie-asat-2022",
        "Foreign ministry of France: commitment on anti-satellite missile tests",
        2,
        "Ministry for Europe and Foreign Affairs of France",
        "2022-11-29",
    ),
    _Page(
        r"ua\.usembassy\.gov",
        "us-embassy-kyiv-artemis",
        "US Embassy in Ukraine: ninth country to sign the Artemis Accords",
        2,
        "Embassy of the United States in Ukraine",
    ),
    _Page(
        r"prnewswire\.com/.*nasa-welcomes-liechtenstein",
        "nasa-release-liechtenstein-2024",
        "NASA release: Liechtenstein signs the Artemis Accords",
        2,
        _NASA,
        "2024-12-20",
    ),
    _Page(
        r"sansa\.org\.za",
        "sansa-ilrs-2023",
        "SANSA: South Africa joins the International Lunar Research Station",
        2,
        "South African National Space Agency",
        "2023-09-08",
    ),
    _Page(
        r"sputniknews\.africa/20250429",
        "sputnik-africa-ilrs-2025",
        "Sputnik Africa: countries of the lunar station as told by the head of Roscosmos",
        6,
        "Sputnik Africa",
        "2025-04-29",
    ),
    _Page(
        r"chinatechnews\.com/2023/06/20",
        "chinatechnews-ilrs-2023",
        "China Tech News: partners of the moon base after Ta Kung Pao",
        6,
        "China Tech News",
        "2023-06-20",
    ),
    _Page(
        r"straitstimes\.com/.*lunar-research-station",
        "reuters-ilrs-partners-2023",
        "Reuters table of partner nations of the lunar research station",
        6,
        "Reuters",
        "2023-10-29",
    ),
    _Page(
        r"finanznachrichten\.de/.*artemis",
        "nasa-release-austria-2024",
        "NASA release on the 50th signature of the Artemis Accords (copy)",
        6,
        "finanznachrichten.de",
        "2024-12-11",
    ),
    _Page(
        r"en\.people\.cn/n3/2023/1207",
        "people-daily-egypt-ilrs-2023",
        "People's Daily Online: Egypt and the lunar research station",
        6,
        "People's Daily Online",
        "2023-12-07",
    ),
    _Page(
        r"en\.people\.cn/n3/2024/0509",
        "people-daily-serbia-ilrs-2024",
        "People's Daily Online: joint statement of China and Serbia",
        6,
        "People's Daily Online",
        "2024-05-09",
    ),
    _Page(
        r"en\.people\.cn/n3/2024/0905",
        "people-daily-senegal-ilrs-2024",
        "People's Daily Online: new partners of the lunar research station",
        6,
        "People's Daily Online",
        "2024-09-05",
    ),
    _Page(
        r"spacepolicyonline\.com/news/u-s-led-asat-test-moratorium",
        "spacepolicyonline-asat-moratorium-2022",
        "SpacePolicyOnline.com: US-led ASAT test moratorium",
        6,
        "SpacePolicyOnline.com",
        "2022-11-30",
    ),
    _Page(
        r"spacenews\.com/european-union-nations-join",
        "spacenews-eu-asat-2023",
        "SpaceNews: European Union nations join the ASAT testing ban",
        6,
        "SpaceNews",
        "2023-08-24",
    ),
)

_HOSTS = {
    "channelnewsasia.com": "Channel NewsAsia",
    "globaltimes.cn": "Global Times",
    "parabolicarc.com": "Parabolic Arc",
    "//spacenews.com": "SpaceNews",
    "spacepolicyonline.com": "SpacePolicyOnline.com",
    "swfound-preprod.azurewebsites.net": "Secure World Foundation",
    "//tass.com": "TASS",
    "universetoday.com": "Universe Today",
    "www.space.com": "Space.com",
}

_FILES = {
    "71268484859": (
        "artemis-chart-data-2026",
        "Chart data on the Artemis Accords after NASA and the Department of State",
        "",
    ),
    "59296774209": (
        "artemis-text-may-2026",
        "Text of May 2026 that counts 67 signatories of the Artemis Accords",
        "",
    ),
    "32517444410": ("news-digest-2024-10-13", "News digest of 13 October 2024", "2024-10-13"),
    "37817288957": (
        "artemis-list-without-sources",
        "List of Artemis signatories without sources",
        "",
    ),
    "53300173258": (
        "space-law-dataset-italy",
        "Dataset of national space law, Italy",
        "2026-04-09",
    ),
    "54868936362": ("skytuned-2026-04-23", "SkyTuned newsletter of 23 April 2026", "2026-04-23"),
    "56907859816": (
        "tech-review-africa-2026-06-30",
        "Tech Review Africa, 30 June 2026: Botswana",
        "2026-06-30",
    ),
    "63240316729": (
        "space-com-finland-2025",
        "Space.com on Finland, as quoted in a question record",
        "2025-04-01",
    ),
    "63613233470": (
        "us-releases-mid-2026",
        "Releases of the US government of mid-2026, in a feed",
        "2026-07-31",
    ),
    "68713323567": (
        "artemis-notes-2026-09-13",
        "Research notes on the Artemis Accords, 13 September 2026",
        "2026-09-13",
    ),
    "69596646264": (
        "news-fixture-croatia-2026",
        "News text on Croatia kept in a software test",
        "",
    ),
    "70216893863": (
        "aspex-2026-event-note",
        "Event note on the Africa Space Expo 2026 in Abidjan",
        "",
    ),
    "70929303335": (
        "ilrs-non-state-partners",
        "Notes on non-state partners of the lunar research station",
        "",
    ),
    "70988780067": (
        "nasa-post-san-marino-2026",
        "NASA post on San Marino, quoted in a software test",
        "2026-09-25",
    ),
}


@dataclass(frozen=True, slots=True)
class Cited:
    """One source of a row: its IRI, the day of its text if known, and where in it to look."""

    iri: URIRef
    slug: str
    as_of: date | None
    locator: str = ""


class CommitmentSources:
    """Hands out the sources of one table and describes those that no other file describes."""

    def __init__(self, registry: SourceRegistry) -> None:
        self._registry = registry
        self._publishers: dict[URIRef, tuple[str, date | None]] = {}

    def of_row(self, row: Row, column: str = "source_url") -> list[Cited]:
        """The sources that a cell cites, each once.

        Raises InputError when the cell names none.
        """
        found = self.of_text(row[column])
        if not found:
            raise row.fault(
                f"The cell {column} cites no source: “{row[column]}”.",
                hint="Give the address of each source, sources separated by “ ; ”.",
            )
        return found

    def of_text(self, text: str) -> list[Cited]:
        """The sources that a text cites, each once."""
        return list(dict.fromkeys(self._cited(match) for match in _CITED.finditer(text)))

    def add(self, source: Source) -> URIRef:
        """The IRI of a source that is known by name."""
        return self._registry.add(source)

    def of_file(self, number: str) -> Cited:
        """The public data file with this number.

        Raises KeyError when the number is not among the known ones.
        """
        slug, title, as_of = _FILES[number]
        source = Source(slug, f"{title} (public data file)", LOWEST_TIER, note=_PUBLIC_FILE)
        return self._known(source, "", as_of)

    def graph(self) -> Graph:
        """The descriptions of all sources handed out that no other file has."""
        graph = self._registry.graph()
        for iri, (publisher, day) in self._publishers.items():
            if (iri, RDF.type, AP.Source) not in graph:
                continue
            if publisher:
                graph.add((iri, DCTERMS.publisher, Literal(publisher)))
            if day is not None:
                graph.add((iri, AP.asOf, Literal(day.isoformat(), datatype=XSD.date)))
        return graph

    def _cited(self, match: re.Match[str]) -> Cited:
        if number := match["number"]:
            return self.of_file(number)
        if repository := match["repo"]:
            return self._copy_of_nasa(repository, match.string)
        url = match["url"]
        for page in _PAGES:
            if re.search(page.pattern, url):
                source = Source(page.slug, page.title, page.tier, url, note=page.note)
                return self._known(source, page.publisher, page.as_of)
        if re.match(r"https?://(www\.)?nasa\.gov/", url):
            slug = slug_of_address(url)
            return self._known(Source(slug, f"NASA: {_words(url)}", 2, url), _NASA, "")
        publisher = next((name for host, name in _HOSTS.items() if f"{host}/" in url), "")
        title = f"{publisher}: {_words(url)}" if publisher else title_of_address(url)
        return self._known(Source(slug_of_address(url), title, LOWEST_TIER, url), publisher, "")

    def _copy_of_nasa(self, repository: str, text: str) -> Cited:
        source = Source(
            "nasa-articles-copy",
            "NASA articles, copy in a public repository",
            2,
            f"https://github.com/{repository}",
            note="Read in a public repository's copy of the agency's releases.",
        )
        cited = self._known(source, _NASA, "")
        path = text.partition(repository)[2].strip()
        return Cited(cited.iri, cited.slug, cited.as_of, path)

    def _known(self, source: Source, publisher: str, as_of: str) -> Cited:
        if not source.url and self._registry.is_elsewhere(source.slug):
            iri = URIRef(namespaces.thing("source", source.slug))
        else:
            iri = self._registry.add(source)
        day = date.fromisoformat(as_of) if as_of else None
        self._publishers[iri] = (publisher, day)
        return Cited(iri, str(iri).removeprefix(namespaces.thing("source", "")), day)


def _words(url: str) -> str:
    """The last words of an address, as a title begins."""
    text = title_of_address(url).partition(": ")[2]
    return text[:1].upper() + text[1:]
