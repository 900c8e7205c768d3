"""What the record says of rival readings beyond the tables: questions and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from astropact.importers.final_clause_details import SOURCES as CLAUSE_SOURCES
from astropact.importers.norm_details import ARTEMIS
from astropact.importers.sources import Source

_CORPUS: Final = "https://github.com/dacheah/space-law-corpus/tree/main/authoritative"


@dataclass(frozen=True, slots=True)
class Question:
    """What can be answered in more than one way, and what its texts leave open."""

    label: str
    note: str


QUESTIONS: Final[dict[str, Question]] = {
    "resource-extraction": Question(
        "Does extracting space resources amount to national appropriation?",
        "Article II of the Outer Space Treaty bars national appropriation and does not speak of "
        "resources; section 10 of the Artemis Accords and national laws take a side.",
    ),
    "peaceful-purposes": Question(
        "What does “peaceful purposes” mean?",
        "Article IV of the Outer Space Treaty reserves celestial bodies for such purposes and does "
        "not say whether military use that is not aggressive is among them.",
    ),
    "anti-satellite-tests": Question(
        "Do anti-satellite tests that leave debris breach the law?",
        "No treaty names such tests; Articles I and IX of the Outer Space Treaty, custom, and "
        "norms that do not bind are argued from.",
    ),
    "safety-zones": Question(
        "Are the safety zones of the Artemis Accords compatible with the Outer Space Treaty?",
        "Section 11 of the Accords foresees zones; the Treaty knows free access, no appropriation, "
        "due regard and visits.",
    ),
    "appropriate-state": Question(
        "Which state is the “appropriate State Party”?",
        "Article VI of the Outer Space Treaty has it authorise and supervise private activities "
        "and does not say which it is.",
    ),
    "private-launch": Question(
        "Is a state a launching state when a private company procures the launch?",
        "The texts speak of a state that procures a launch and not of its companies.",
    ),
    "common-heritage": Question(
        "What does the common heritage of mankind require?",
        "Article 11 of the Moon Agreement names the notion and says that its provisions express "
        "it.",
    ),
    "force-on-the-moon": Question(
        "Does the Moon Agreement's ban on force go beyond the Charter?",
        "Article 3(2) of the Moon Agreement forbids threats, force and other hostile acts on the "
        "Moon.",
    ),
}

_LIST: Final = (
    CLAUSE_SOURCES["unoosa-treaty-texts"],
    CLAUSE_SOURCES["dutch-treaty-series"],
    CLAUSE_SOURCES["ilm-2023-artemis-note"],
    *ARTEMIS.sources,
    Source(
        "fr-2020-07800",
        "Executive Order 13914 of 6 April 2020 (Federal Register 2020-07800)",
        1,
        "https://www.govinfo.gov/content/pkg/FR-2020-04-10/html/2020-07800.htm",
    ),
    Source(
        "lexology-luxembourg-2017",
        "Lexology: on the Luxembourg law on space resources",
        6,
        "https://www.lexology.com/library/detail.aspx?g=af341604-9dbd-4bd7-ac62-7c141eeb73a3",
    ),
    Source(
        "paperzz-johnson-2015",
        "Christopher D. Johnson, Reality and clarity in understanding the prohibition on national "
        "appropriation (IAC-15-D4.3.13)",
        5,
        "https://paperzz.com/doc/7922152/reality-and-clarity-in-understanding-the-prohibition-on-n...",
        note="Abstract and introduction read.",
    ),
    Source(
        "the-space-review-3355",
        "Philip De Man, Luxembourg's law on space resources (The Space Review, 2017)",
        5,
        "https://www.thespacereview.com/article/3355/1",
    ),
    Source(
        "uawire-rogozin-2020",
        "UAWire: Russia vows to protect the Moon from privatization (2020)",
        6,
        "http://uawire.org/russia-vows-to-protect-the-moon-from-privatization",
        note="Quotes an interview of the head of Roscosmos with Komsomolskaya Pravda.",
    ),
    Source(
        "khaosod-tass-2020",
        "TASS by Khaosod English, 7 April 2020: Russia warns against U.S. plan to seize "
        "territories in other planets",
        6,
        "https://www.khaosodenglish.com/news/international/2020/04/07/"
        "russia-warns-against-u-s-plan-to-seize-territories-in-other-planets/",
        note="Quotes the deputy head of Roscosmos.",
    ),
    Source(
        "noticiaslatam-rogozin-2020",
        "Sputnik Mundo, 25 May 2020: the head of Roscosmos on privatising the Moon (Spanish)",
        6,
        "https://noticiaslatam.lat/20200525/"
        "el-director-de-roscosmos-afirma-que-rusia-no-dejara-a-nadie-privatizar-la-luna-"
        "1091525696.html",
    ),
    Source(
        "spacenews-china-resources-2024",
        "SpaceNews: China outlines position on use of space resources (2024)",
        6,
        "https://spacenews.com/china-outlines-position-on-use-of-space-resources",
    ),
    Source(
        "spacewatch-tronchetti-2024",
        "Fabio Tronchetti, China and the Moon (SpaceWatch.Global, March 2024)",
        6,
        "https://spacewatch.global/2024/03/spacewatchgl-geopolitics-china-and-the-moon/",
    ),
    Source(
        "eurekalert-boley-byers-2020",
        "EurekAlert, October 2020: Sustainable space management at risk under US-centric policies",
        6,
        "https://www.eurekalert.org/news-releases/470189",
        note="Press release on an article by A. Boley and M. Byers in Science.",
    ),
    Source(
        "science-reply-2020",
        "US space policy, an international model (reply in Science, 2020)",
        5,
        "https://discovery.researcher.life/article/us-space-policy-an-international-model/"
        "1a3cfcbf1b553970aa6a682d96c3f910",
        note="Abstract read.",
    ),
    Source(
        "space-review-obrien-2021",
        "Dennis O'Brien, Is outer space a de jure common-pool resource? (2021)",
        6,
        "https://jacksmars.blogspot.com/2021/10/creating-legal-framework-for-natural.html",
        note="Opening read in a copy on a blog.",
    ),
    Source(
        "dod-law-of-war-manual",
        "US Department of Defense: Law of War Manual, section 14.10.4",
        3,
        "https://www.yumpu.com/en/document/view/41586150/5cjxburmr/954",
        note="Read in a copy; it cites Senator Gore, 13 March 1967.",
    ),
    Source(
        "ils-75-cheng",
        "Bin Cheng, Properly speaking, only celestial bodies have been reserved for use "
        "exclusively for peaceful (non-military) purposes (International Law Studies 75, 2000)",
        5,
        "https://paperzz.com/doc/9091120/properly-speaking--only-celestial-bodies-have-been-reserv...",
        note="Title and opening read.",
    ),
    Source(
        "tulsa-zedalis-wade-1978",
        "Rex Zedalis and Catherine Wade, Anti-satellite weapons and the Outer Space Treaty of 1967 "
        "(8 California Western International Law Journal 454, 1978)",
        5,
        "https://docslib.org/doc/9935795/anti-satellite-weapons-and-the-outer-space-treaty-of-1967-"
        "rex-zedalis",
        note="Contents page read.",
    ),
    Source(
        "jaxa-goldberg-1967",
        "JAXA space law collection: statement of Ambassador Goldberg to the Senate Committee on "
        "Foreign Relations, 1967",
        4,
        "http://www.jaxa.jp/library/space_law/chapter_1/1-1-1-2_e.html",
    ),
    Source(
        "ssi-sps-agreements-1978",
        "Space Studies Institute: SPS international agreements, detailed (1978), page 130",
        5,
        "https://ssi.org/wp-content/fbs/sps-intnldet-1978/130",
    ),
    Source(
        "oxford-re-smuclerova-2019",
        "Martina Smuclerova, Use of outer space for peaceful purposes (Oxford Research "
        "Encyclopedia of Planetary Science, 2019)",
        5,
        "https://oxfordre.com/planetaryscience/view/10.1093/acrefore/9780190647926.001.0001/"
        "acrefore-9780190647926-e-38",
        note="Summary read.",
    ),
    Source(
        "cup-who-owns-outer-space-8",
        "Michael Byers and Aaron Boley, Who owns outer space? (Cambridge University Press, 2023), "
        "chapter 8",
        5,
        note="Summary of the chapter read.",
    ),
    Source(
        "scribd-mineiro-2008",
        "Michael C. Mineiro, FY-1C and USA-193 ASAT intercepts (34 Journal of Space Law 321, 2008)",
        5,
        "https://www.scribd.com/document/515547568",
        note="Introduction read.",
    ),
    Source(
        "un-press-gadis-3698",
        "Press release GA/DIS/3698",
        2,
        "https://press.un.org/en/2022/gadis3698.doc.htm",
    ),
    Source(
        "arms-control-2022-12",
        "Report on the First Committee of 2022",
        6,
        "https://armscontrol.org/act/2022-12/news/un-first-committee-calls-asat-test-ban",
    ),
    Source(
        "copuos-debris-guidelines-2007",
        "Space Debris Mitigation Guidelines of COPUOS (A/62/20, annex)",
        2,
        f"{_CORPUS}/un/softlaw/copuos-debris-mitigation-2007",
    ),
    Source(
        "usc-51-513",
        "51 U.S.C. chapter 513: Space Resource Commercial Exploration and Utilization",
        2,
        f"{_CORPUS}/nat/usa/space-resources-2015",
    ),
    Source(
        "luxembourg-space-resources-2017",
        "Luxembourg: law of 20 July 2017 on the exploration and use of space resources",
        2,
        f"{_CORPUS}/nat/lux/ressources-espace-2017",
    ),
    Source(
        "scientific-american-artemis",
        "Scientific American: Do NASA's lunar exploration rules violate space law?",
        6,
        "https://www.scientificamerican.com/article/do-nasas-lunar-exploration-rules-violate-space-law/",
        note="Read as quoted in a forum.",
    ),
    Source(
        "soylentnews-41364",
        "SoylentNews: excerpt of a commentary on the Artemis Accords from The Conversation",
        6,
        "https://soylentnews.org/submit.pl?op=viewsub&subid=41364",
    ),
    Source(
        "aba-scitech-long-2025",
        "George Anthony Long in The SciTech Lawyer (American Bar Association, fall 2025)",
        5,
        note="Excerpt read.",
    ),
    Source(
        "bologna-robison-2020",
        "Christian Joseph Robison, Changing responsibility for a changing environment (University "
        "of Bologna Law Review 5/1, 2020)",
        5,
        "https://bolognalawreview.unibo.it/article/view/10654",
        note="Abstract read.",
    ),
    Source(
        "unl-von-der-dunk-2011",
        "Frans von der Dunk, The origins of authorisation (2011)",
        5,
        "https://digitalcommons.unl.edu/spacelaw/69",
        note="Opening read in a copy.",
    ),
    Source(
        "lexis-ris-article-6",
        "Austrian legal information system: Outer Space Treaty, Article VI (German)",
        3,
        "https://360.lexisnexis.at",
    ),
    Source(
        "tclf-2023",
        "TCLF, 29 November 2023: on launching states and private actors",
        6,
        "https://tclf.in",
        note="Excerpt read.",
    ),
    Source(
        "esa-clean-space-2017",
        "ESA Clean Space blog, 13 June 2017: What is a launching state?",
        5,
        "https://blogs.esa.int/cleanspace/2017/06/13/what-is-a-launching-state",
    ),
    Source(
        "slideserve-project-2001-plus",
        "Project 2001 Plus: conclusions (slides)",
        6,
        "https://cdn.slideserve.com/eugenia-norris/conclusions",
    ),
    Source(
        "ground-based-space-matters-2020",
        "Ground Based Space Matters, 7 April 2020: on the executive order and the Moon Agreement",
        6,
        "https://groundbasedspacematters.com/index.php/2020/04/07/"
        "new-executive-order-on-space-mining-the-moon-agreement-and-customary-international-law",
    ),
    Source(
        "spacewatch-morozova-2020",
        "Elina Morozova, On the unappreciated importance of the Moon Agreement "
        "(SpaceWatch.Global, April 2020)",
        5,
        "https://spacewatch.global/2020/04/spacewatchgl-perspective-on-us-space-resources-"
        "executive-order-elina-morozova-on-the-unappreciated-importance-of-the-moon-agreement/",
        note="Excerpt read.",
    ),
    Source(
        "untc-xxiv-2",
        "Multilateral Treaties Deposited with the Secretary-General, chapter XXIV-2",
        2,
        "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XXIV/XXIV-2.en.xml",
    ),
    Source(
        "space-treaty-hague-commentary",
        "Dennis O'Brien, commentary on the Hague building blocks",
        6,
        "https://spacetreaty.org/Hague_Building_Blocks_Commentary.html",
    ),
)
SOURCES: Final[dict[str, Source]] = {source.slug: source for source in _LIST}
