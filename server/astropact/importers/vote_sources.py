"""Sources that tables of votes cite, and how far each is trusted.

A cell names its sources one after the other, separated by " ; ". What is not listed here becomes
a source of the lowest trust, named after its address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.importers.sources import AP, Source, SourceRegistry, address_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_REMARK: Final = re.compile(r"\s+\([^()]*\)$")
_NEWS: Final = 6


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of votes: what it is, who published it, and of which day it is."""

    slug: str
    title: str
    tier: int
    url: str
    publisher: str
    as_of: str
    """The day up to which it is complete; for a report, the day it is dated."""
    estimated: bool = False
    note: str = ""
    words: str = ""
    """How the tables begin their mention of it, when not by its address."""


_UN: Final = "United Nations"
VOETEN: Final = Cited(
    "un-votes-voeten",
    "Votes in the United Nations General Assembly 1946-2020, after Erik Voeten",
    5,
    "https://github.com/un-project/un-votes",
    "UN Project",
    "2020-12-31",
    estimated=True,
    note=(
        "The files say of each pair of states how far their votes agreed. Positions are derived: "
        "decoded from the pairs that contain Colombia, and accepted where they add up to the "
        "totals that the same file prints. A state that was absent has no position. Titles of "
        "resolutions are taken from the column of short titles."
    ),
    words="un-project/un-votes",
)
CITED: Final = (
    VOETEN,
    Cited("un-press-ga-12478", "Press release GA/12478", 2,
          "https://press.un.org/en/2022/ga12478.doc.htm", _UN, "2022-12-07"),
    Cited("un-press-ga-12660", "Press release GA/12660", 2,
          "https://press.un.org/en/2024/ga12660.doc.htm", _UN, "2024-12-31", estimated=True,
          note="Read in an excerpt without the day of the meeting."),
    Cited("un-press-gadis-3698", "Press release GA/DIS/3698", 2,
          "https://press.un.org/en/2022/gadis3698.doc.htm", _UN, "2022-10-26"),
    Cited("un-press-gadis-3730", "Press release GA/DIS/3730", 2,
          "https://press.un.org/en/2023/gadis3730.doc.htm", _UN, "2023-11-30", estimated=True,
          note="Read in an excerpt without the day of the meeting."),
    Cited("un-press-gadis-3756", "Press release GA/DIS/3756", 2,
          "https://press.un.org/en/2024/gadis3756.doc.htm", _UN, "2024-11-30", estimated=True,
          note="Read in an excerpt without the day of the meeting."),
    Cited("un-press-sc-15678", "Press release SC/15678", 2,
          "https://press.un.org/en/disarmament", _UN, "2024-04-24",
          note="The address is that of the list in which the release was found.",
          words="press.un.org SC/15678"),
    Cited("un-project-s-2024-323", "S/2024/323 at the UN Project", 5,
          "https://un-project.org/votes/resolution/S-2024-323/", "UN Project", "2026-11-22",
          estimated=True),
    Cited("mid-no-first-placement-2014", "Statement on the resolution of 2 December 2014", 2,
          "https://www.mid.ru/ru/foreign_policy/un/organs/general_assembly/1720268/?lang=en",
          "Ministry of Foreign Affairs of Russia", "2014-12-04"),
    Cited("spaceref-asat-resolution", "Excerpt of a press release of the United Nations", _NEWS,
          "https://spaceref.com/newspace-and-tech/united-nations-general-assembly-adopts-draft-"
          "resolution-regarding-space-weapons", "SpaceRef", "2022-12-07", estimated=True),
    Cited("spacepolicyonline-asat-resolution", "U.N. resolution on destructive ASAT tests", _NEWS,
          "https://spacepolicyonline.com/news/u-n-approves-resolution-not-to-conduct-destructive-"
          "asat-tests", "SpacePolicyOnline.com", "2022-12-07"),
    Cited("armscontrol-asat-resolution", "Report on the First Committee of 2022", _NEWS,
          "https://armscontrol.org/act/2022-12/news/un-first-committee-calls-asat-test-ban",
          "Arms Control Association", "2022-12-31", estimated=True),
    Cited("science-of-where-asat-resolution", "Report on resolution 77/41 in Italian", _NEWS,
          "https://thescienceofwheremagazine.it/?p=13241", "The Science of Where Magazine",
          "2022-12-31", estimated=True),
    Cited("universe-magazine-asat-resolution", "Report on resolution 77/41", _NEWS,
          "https://universemagazine.com/en/the-un-general-assembly-adopted-a-resolution-against-"
          "anti-satellite-weapons/", "Universe Magazine", "2022-12-31", estimated=True),
    Cited("islam-times-no-first-placement-2023", "Report on the General Assembly after TASS",
          _NEWS, "https://www.islamtimes.org/en/news/1100619/un-general-assembly-passes-russia-s-"
          "resolution-on-non-deployment-of-weapons-in-space", "Islam Times", "2023-12-05"),
    Cited("sputnik-no-first-placement-2022", "Report on the General Assembly", _NEWS,
          "https://sputniknews.com/20221207/un-adopts-russian-resolution-of-no-first-placement-of-"
          "weapons-in-outer-space-1105167290.html", "Sputnik", "2022-12-07"),
    Cited("sputnik-japan-no-first-placement-2022", "Report on the General Assembly in Japanese",
          _NEWS, "https://sputniknews.jp/amp/20221208/14139762.html", "Sputnik", "2022-12-08"),
    Cited("absatz-no-first-placement-2022", "Report on the General Assembly in Russian", _NEWS,
          "https://absatz.media/news/20897-genassambleya-oon-prinyala-rezolyuciyu-rossii-o-"
          "nerazmeshenii-oruzhiya-v-kosmose", "Absatz", "2022-12-31", estimated=True),
    Cited("silkway-no-first-placement-2021", "Report on the First Committee after RIA Novosti",
          _NEWS, "https://silkway.news/weapons-in-space-will-not-be-un-43751", "Silkway News",
          "2021-11-30", estimated=True),
    Cited("urdupoint-arms-race-2021", "Report on the First Committee after Sputnik", _NEWS,
          "https://www.urdupoint.com/en/technology/unga-1st-committee-backs-russia-sponsored-dra-"
          "1390468.html", "UrduPoint", "2021-11-01"),
    Cited("vpk-three-resolutions-2021", "Report on the First Committee after TASS", _NEWS,
          "https://vpk.name/en/553919_the-un-general-assembly-committee-approved-three-russian-"
          "resolutions-on-outer-space.html", "VPK", "2021-11-01", estimated=True),
    Cited("urdupoint-three-resolutions-2019", "Report on the First Committee after Sputnik", _NEWS,
          "https://www.urdupoint.com/en/technology/un-first-committee-adopts-3-russia-drafted-re-"
          "754520.html", "UrduPoint", "2019-11-05"),
    Cited("global-network-no-first-placement-2015", "Report on the General Assembly", _NEWS,
          "https://www.space4peace.org/articles/un_adopts_russian_proposal.htm", "Global Network",
          "2015-12-08"),
    Cited("ploughshares-75-36", "Project Ploughshares on resolution 75/36", _NEWS,
          "https://ploughshares.ca/tag/uk/", "Project Ploughshares", "2020-12-31",
          estimated=True),
    Cited("dpa-veto-2024", "Report on the veto of April 2024 by dpa-AFX", _NEWS,
          "https://www.finanznachrichten.de/nachrichten-2024-04/62050334-russia-vetoes-un-"
          "resolution-on-outer-space-treaty-020.htm", "FinanzNachrichten", "2024-04-25",
          words="https://www.finanznachrichten.de"),
    Cited("xinhua-veto-2024", "Report on the veto of April 2024", _NEWS,
          "https://english.news.cn/20240425/290c9b9456904e0d9c07463f794131a0/c.html", "Xinhua",
          "2024-04-25"),
    Cited("adressa-veto-2024", "Report on the veto of April 2024 in Norwegian", _NEWS,
          "https://www.adressa.no/nyheter/utenriks/i/QMRpgQ/russland-stanset-fn-forslag-mot-"
          "atomvaapenkapploep-i-verdensrommet", "Adresseavisen", "2024-04-30", estimated=True),
    Cited("tu-veto-2024", "Report on the veto of April 2024 by NTB in Norwegian", _NEWS,
          "https://www.tu.no/nyhetsstudio/russland-stanset-fn-forslag-mot-atomvaapenkapploep-i-"
          "verdensrommet/41779", "Teknisk Ukeblad", "2024-04-24"),
    Cited("tass-amendment-2024", "Report on the amendment of April 2024", _NEWS,
          "https://tass.com/politics/1780231", "TASS", "2024-04-24"),
    Cited("sputnik-draft-2024", "Report on the draft of May 2024 in French", _NEWS,
          "https://fr.sputniknews.africa/amp/20240520/la-resolution-russe-sur-la-prevention-dune-"
          "course-aux-armements-dans-lespace-rejete-par-lonu-1066653768.html", "Sputnik",
          "2024-05-20"),
    Cited("xinhua-draft-2024", "Report on the draft of May 2024", _NEWS,
          "http://en.chinadiplomacy.org.cn/2024-05/21/content_117202706.shtml", "Xinhua",
          "2024-05-20"),
)  # fmt: skip
_BY_SLUG: Final = {cited.slug: cited for cited in CITED}
_BY_ADDRESS: Final = {address_key(cited.url): cited for cited in CITED}


class VoteSources:
    """Hands out the sources of votes and describes those that no other file describes."""

    def __init__(self, elsewhere: Iterable[Graph] = ()) -> None:
        self._registry = SourceRegistry(elsewhere)
        self._handed_out: dict[URIRef, Cited] = {}

    def known(self, slug: str) -> URIRef:
        """Return the source that is listed under ``slug``."""
        cited = _BY_SLUG[slug]
        source = Source(cited.slug, cited.title, cited.tier, cited.url, note=cited.note)
        iri = self._registry.add(source)
        self._handed_out[iri] = cited
        return iri

    def as_of(self, source: URIRef) -> tuple[str, bool]:
        """Return the day of a listed source, and whether that was judged by its readers."""
        cited = self._handed_out[source]
        return cited.as_of, cited.estimated

    def in_cell(self, text: str) -> list[URIRef]:
        """Return the sources that the cell ``text`` names, in its order."""
        return [self._one(part.strip()) for part in text.split(" ; ") if part.strip()]

    def _one(self, text: str) -> URIRef:
        for cited in CITED:
            if cited.words and text.startswith(cited.words):
                return self.known(cited.slug)
        address = _REMARK.sub("", text)
        listed = _BY_ADDRESS.get(address_key(address))
        if listed:
            return self.known(listed.slug)
        return self._registry.add_address(address, tier=_NEWS)

    def graph(self) -> Graph:
        """Describe every source handed out here."""
        graph = self._registry.graph()
        for cited in CITED:
            node = URIRef(namespaces.thing("source", cited.slug))
            if (node, None, None) in graph:
                graph.add((node, DCTERMS.publisher, Literal(cited.publisher)))
                graph.add((node, AP.asOf, Literal(cited.as_of, datatype=XSD.date)))
                if cited.estimated:
                    graph.add((node, AP.estimatedAsOf, Literal("true", datatype=XSD.boolean)))
        return graph
