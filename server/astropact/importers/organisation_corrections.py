"""What the record says about organisations beyond, or against, the collected table, and why."""

from __future__ import annotations

from typing import Final

from astropact.importers.corrections import AddedActor, Existence
from astropact.importers.sources import Source

CIL_TREATIES = Source(
    "cil-nus",
    "Centre for International Law, Singapore: treaty database",
    5,
    "https://cil.nus.edu.sg",
)
JAXA_ARABSAT = Source(
    "jaxa-arabsat-article-20",
    "JAXA space law collection: Arabsat Agreement, article 20",
    4,
    "http://www.jaxa.jp/library/space_law/chapter_2/2-2-2-15/2-2-2-1520_e.html",
)

ADDED_ORGANISATIONS: Final[tuple[AddedActor, ...]] = (
    AddedActor(
        "intergovernmental",
        "imo",
        "International Maritime Organization",
        Existence(note="Here because its Secretary-General is depositary of the IMSO Convention."),
        acronym="IMO",
        scope="global",
        sources=(CIL_TREATIES,),
    ),
    AddedActor(
        "intergovernmental",
        "las",
        "League of Arab States",
        Existence(note="Here because it is depositary of the Arabsat Agreement."),
        acronym="LAS",
        scope="Arab states",
        sources=(JAXA_ARABSAT,),
    ),
)

# Organisations whose end in the table is only the end of a catalogue entry, by slug.
NOT_ENDED: Final[dict[str, str]] = {
    "itso": "GCAT closes its entry on 2001-07-18, when operations passed to a company; the treaty "
    "organisation goes on.",
    "eutelsat-igo": "GCAT closes its entry on 2001-07-02, when operations passed to a company; "
    "the treaty organisation goes on.",
    "nro": "GCAT closes its entry in 1994 because it divides the office by period; that is no end "
    "of the office.",
    "kari": "GCAT closes its entry on 2024-05-27 and opens another for the institute under KASA; "
    "that is no end of the institute.",
}

# The earliest beginning that some source gives, where the table's own date is later.
NOT_BEFORE: Final[dict[str, str]] = {
    "cnsa": "1993-04-22",
    "copuos": "1958-12-13",
    "iaf": "1950-01-01",
    "rascom": "1992-01-01",
}

# Remarks of the table said in full; they replace the remark of the row.
NOTES: Final[dict[str, str]] = {
    "abae": "Launch Library 2 gives this agency and CIDA-E each other's web address; put right "
    "here.",
    "alce": "Convention signed by 19 states on 2021-09-18, after steps on 2020-10-09 and "
    "2021-07-24; approved by the Mexican Senate in March 2022.",
    "afsa": "Headquarters inaugurated on 2025-04-20. One public list dates the agency from 2023; "
    "the African Space Policy and Strategy was adopted in January 2016.",
    "apsco": "Convention signed on 2005-10-28, by Turkey on 2006-06-01. Eight members: "
    "Bangladesh, China, Iran, Mongolia, Pakistan, Peru, Thailand, Turkey.",
    "arabsat": "Agreement opened on 1976-04-14.",
    "cltc": "The source describes it as dependent on the People's Liberation Army and as operator "
    "of the Neuquén station.",
    "cmsa": "One public data file says that it took over the lunar programme from CNSA in May "
    "2026; no better source was found.",
    "cnsa": "GCAT dates it from June 1993, HandWiki from 22 April 1993.",
    "copuos": "An ad hoc committee of 18 members from 13 December 1958; made permanent by General "
    "Assembly resolution 1472 (XIV). A mirror page counts 102 members.",
    "dlr": "GCAT divides it: DFVLR 1969-1989, DLR 1989-1997, a further entry since 1997. ROR "
    "dates it from 1969.",
    "esa": "GCAT dates it from 1975-04-30; its Convention was opened for signature on 1975-05-30.",
    "eumetsat": "GCAT dates it from 1983 and has a second entry from 1986, as ROR does.",
    "euspa": "Its predecessor, the European GNSS Agency, has a ROR record of its own.",
    "eutelsat-igo": "Not to be confused with the company Eutelsat (Wikidata Q848336).",
    "hsa": "Known from Launch Library 2 only; its status is doubtful.",
    "iaa": "The source says 1960s, a mirror of the Great Soviet Encyclopedia 1960.",
    "iaf": "A mirror of the Great Soviet Encyclopedia dates it from 1950.",
    "inmarsat": "Not to be confused with the company Inmarsat (Wikidata Q827927).",
    "intersputnik": "26 member states according to the International Astronautical Federation; "
    "founded by the USSR and eight other states.",
    "itso": "149 member states. Not to be confused with the company Intelsat (Wikidata Q778126).",
    "itu": "No source for its founding year was found yet.",
    "rascom": "GCAT dates it from 1993, the European Centre for Space Law from 1992. Not to be "
    "confused with the operator RascomStar-QAF (Wikidata Q3415056).",
    "roscosmos": "GCAT dates the corporation from 2016; the ROR record is headed Russian Federal "
    "Space Agency and says 1992.",
    "snsa": "GCAT calls it Swedish National Space Board.",
    "ssc": "The commission became an agency; no source for the date was found yet.",
    "tasa": "GCAT lists its predecessors NSPO (2005-2023) and a programme office (1991-2005); "
    "ROR dates it from 1991.",
    "un-spider": "Set up by General Assembly resolution 61/110.",
    "unoosa": "ROR dates it from 1958, the European Centre for Space Law from 1959.",
}
