"""What the record says about states beyond, or against, the collected tables, and why.

Each entry carries its own source. Existence dates are given where the treaty record needs
them: an act can only be done by a state that exists.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from astropact.importers.actor_sources import GCAT, WIKIDATA_IDENTITIES
from astropact.importers.sources import Source

UNODA_SERBIA = Source(
    "unoda-bwc-serbia",
    "UN Office for Disarmament Affairs: Serbia, succession to the Biological Weapons Convention",
    2,
    "https://treaties.unoda.org/a/bwc/serbia/SUC/london",
)
UNODA_CZECHIA = Source(
    "unoda-ost-czech-republic",
    "UN Office for Disarmament Affairs: Czech Republic, succession to the Outer Space Treaty",
    2,
    "https://disarmament.un.org/treaties/a/outer_space/czechrepublic/suc/london",
)
UNODA_CHINA = Source(
    "unoda-ost-china-washington",
    "UN Office for Disarmament Affairs: China, accession to the Outer Space Treaty, Washington",
    2,
    "http://disarmament.un.org/treaties/a/outer_space/china/acc/washington",
)
UNODA_SLOVAKIA = Source(
    "unoda-npt-slovakia",
    "UN Office for Disarmament Affairs: Slovakia, succession to the Non-Proliferation Treaty",
    2,
    "http://disarmament.un.org/treaties/a/npt/slovakia/suc/london",
)
UN_RUSSIA = Source(
    "un-library-ussr-continuation",
    "UN Library: letters of 24 December 1991 on the membership of the USSR",
    2,
    "https://ask.un.org/faq/378083",
)
UN_MEMBERSHIP = Source(
    "nations-encyclopedia-un-membership",
    "Encyclopedia of the Nations: membership of the United Nations",
    5,
    "https://www.nationsencyclopedia.com/United-Nations/Membership.html",
)
STATE_GDR = Source(
    "us-historian-gdr",
    "US Office of the Historian: German Democratic Republic",
    3,
    "https://history.state.gov/countries/german-democratic-republic",
)
ECHR_SEREMET = Source(
    "echr-29620-05",
    "European Court of Human Rights: Šeremet, application 29620/05, decision of 8 July 2014",
    3,
    "https://app.lexploria.com/document/607668-seremet-v-bosnia-and-herzegovina-montenegro-and-serbia",
    note="Paragraph 4; read in a copy.",
)
WIPO_YUGOSLAVIA = Source(
    "wipo-lex-290-notes",
    "WIPO Lex: notes on the successors of Yugoslavia, treaty 290",
    3,
    "https://wipo.int/wipolex/zh/treaties/additional/290",
)
WIPO_SLOVENIA = Source(
    "wipo-lex-302-slovenia",
    "WIPO Lex: note on Slovenia, treaty 302",
    3,
    "https://wipo.int/wipolex/fr/treaties/parties/remarks/SI/302",
)
WIPO_MACEDONIA = Source(
    "wipo-remarks-north-macedonia",
    "WIPO: note on the former Yugoslav Republic of Macedonia",
    3,
    "http://www.wipo.int/treaties/en/remarks.jsp?cnty_id=899C",
)
FAO_YUGOSLAVIA = Source(
    "fao-cclm-72-4",
    "FAO: arrears of the former Socialist Federal Republic of Yugoslavia (CCLM 72/4)",
    3,
    "https://www.fao.org/DOCREP/MEETING/003/Y1671E.HTM",
)
VIETNAM_GLOSSARY = Source(
    "vietnam-art-of-war-rvn",
    "Vietnam: The Art of War, glossary: Republic of Vietnam",
    6,
    "https://vietnamtheartofwar.com/glossary/republic-of-vietnam/",
)
VIETNAM_DICTIONARY = Source(
    "dictionary-southeast-asia-vietnam",
    "Taylor & Francis handbook of South-East Asian politics: entry on Vietnam",
    5,
    "https://www.taylorfrancis.com/books/9781315753843/chapters/10.4324/9781315753843-12",
)
HANSARD_VIETNAM = Source(
    "hansard-1968-11-18",
    "Hansard, written answers of 18 November 1968: Exploration of Outer Space (Treaty)",
    5,
    "https://api.parliament.uk/historic-hansard/written_answers/1968/nov/18/"
    "exploration-of-outer-space-treaty",
)


@dataclass(frozen=True, slots=True)
class Existence:
    """When an actor began and ended; a bound left empty follows from the date itself."""

    begin: str = ""
    end: str = ""
    not_before: str = ""
    not_after: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddedActor:
    """An actor that the treaty record needs and the tables lack."""

    kind: str
    slug: str
    label: str
    existence: Existence
    official_name: str = ""
    acronym: str = ""
    scope: str = ""
    wikidata: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Succession:
    """One state taking the place of another."""

    predecessor: str
    successor: str
    kind: str
    date: str
    sources: tuple[Source, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Identifiers that replace those of the table, by link collection and kind of match."""

    matches: dict[str, dict[str, str]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    note: str = ""


STATE_LINKS: dict[str, Links] = {
    "VAT": Links(
        {
            "wikidata": {"Q159583": "exactMatch", "Q237": "relatedMatch"},
            "geonames": {"3164670": "relatedMatch"},
            "dbpedia": {"Vatican_City": "relatedMatch"},
        },
        (WIKIDATA_IDENTITIES,),
        "The Holy See, which signs treaties, is not the Vatican City State: Wikidata keeps them "
        "apart (Q159583 and Q237), and GeoNames and DBpedia describe the territory.",
    ),
    "NLD": Links(
        {
            "wikidata": {"Q29999": "exactMatch", "Q55": "relatedMatch"},
            "geonames": {"2750405": "closeMatch"},
            "dbpedia": {"Netherlands": "closeMatch"},
        },
        (),
        "The party to treaties is the Kingdom of the Netherlands (Wikidata Q29999), not the "
        "country of that name in Europe (Q55), which is one part of it.",
    ),
    "YUG": Links(
        {
            "wikidata": {"Q83286": "exactMatch", "Q36704": "relatedMatch"},
            "geonames": {"8505035": "closeMatch"},
            "dbpedia": {"Yugoslavia": "closeMatch"},
        },
        (WIKIDATA_IDENTITIES,),
        "The Socialist Federal Republic. Wikidata Q36704 is the generic item for every state of "
        "that name. ISO 3166 used YU and YUG until 2003, so also for the Federal Republic of "
        "Yugoslavia; the numeric code was 890 until the break-up and 891 after it.",
    ),
    "SCG": Links(
        {"wikidata": {"Q37024": "exactMatch"}, "geonames": {"8505033": "exactMatch"}},
        (WIKIDATA_IDENTITIES,),
        "The two-letter code CS was that of Czechoslovakia before.",
    ),
}

# The table prints the withdrawn code of the later federation for the earlier one; see its note.
STATE_CODES: dict[str, dict[str, str]] = {
    "YUG": {"iso_numeric": "890", "official_name": "Socialist Federal Republic of Yugoslavia"}
}
STATE_GCAT_CODES: dict[str, str] = {"SUN": "SU", "DDR": "DD"}

EXISTENCE: dict[str, Existence] = {
    "SUN": Existence("1922-12-30", "1991-12-26", sources=(GCAT,)),
    "RUS": Existence(
        "1991-12-26",
        not_before="1991-12-24",
        sources=(GCAT, UN_RUSSIA),
        note="Continues the legal person of the Soviet Union; acts before the end of 1991 are "
        "recorded under that name. The letter that announced the continuation at the United "
        "Nations is of 24 December 1991.",
    ),
    "CSK": Existence(
        end="1993-01-01",
        sources=(GCAT, UNODA_CZECHIA),
        note="GCAT codes CSSR (until 1990-01-01) and CSFR (from then on).",
    ),
    "CZE": Existence("1993-01-01", sources=(UNODA_CZECHIA, GCAT)),
    "SVK": Existence("1993-01-01", sources=(UNODA_SLOVAKIA,)),
    "DDR": Existence(
        "1949-10-07",
        "1990-10-03",
        not_before="1949-10-01",
        sources=(STATE_GDR, GCAT, UN_MEMBERSHIP),
        note="GCAT lets it begin on 1949-10-01.",
    ),
    "DEU": Existence(
        "1949-05-23",
        sources=(GCAT,),
        note="The Federal Republic of Germany; before 1990-10-03 without the territory of the "
        "German Democratic Republic.",
    ),
    "YUG": Existence(
        end="1992-04-27",
        sources=(FAO_YUGOSLAVIA,),
        note="The day on which the Federal Republic of Yugoslavia was constituted is taken as "
        "its end. In resolution 777 (19 September 1992) the Security Council considered that "
        "the Socialist Federal Republic had ceased to exist.",
    ),
    "SCG": Existence("2003-02-04", "2006-06-03", sources=(UNODA_SERBIA,)),
    "SRB": Existence(
        "2006-06-03",
        sources=(UNODA_SERBIA,),
        note="Continues the legal person of Serbia and Montenegro and, before 2003, of the "
        "Federal Republic of Yugoslavia; earlier acts are recorded under those names.",
    ),
    "MNE": Existence("2006-06-03", sources=(UNODA_SERBIA,)),
    "TWN": Existence(
        sources=(UNODA_CHINA,),
        note="The acts of 1963 to 1971 are those of the Government of the Republic of China, which "
        "lists of that time name China. When the People's Republic of China acceded to the Outer "
        "Space Treaty in 1983, it declared that signature and ratification illegal, null and void. "
        "The United States regards the authorities on Taiwan as bound; the periods of the record "
        "follow from the acts and take no position.",
    ),
    "BIH": Existence("1992-03-06", sources=(ECHR_SEREMET,)),
    "HRV": Existence(
        "1991-10-08",
        not_before="1991-06-25",
        sources=(WIPO_YUGOSLAVIA,),
        note="Independence was resolved on 1991-06-25; Croatia counts its succession from "
        "1991-10-08.",
    ),
    "SVN": Existence("1991-06-25", sources=(WIPO_SLOVENIA,)),
    "MKD": Existence("1991-09-08", sources=(WIPO_MACEDONIA,)),
}

ADDED_STATES: tuple[AddedActor, ...] = (
    AddedActor(
        "former-state",
        "fry",
        "Federal Republic of Yugoslavia",
        Existence(
            "1992-04-27",
            "2003-02-04",
            note="Renamed Serbia and Montenegro on 2003-02-04; the same legal person. Used the "
            "ISO codes YU and YUG, which stay with state/yug here so that a code names one state.",
        ),
        official_name="Federal Republic of Yugoslavia",
        wikidata="Q838261",
        sources=(UNODA_SERBIA, FAO_YUGOSLAVIA, WIKIDATA_IDENTITIES),
    ),
    AddedActor(
        "former-state",
        "rvn",
        "Republic of Viet-Nam",
        Existence(
            "1955-10-26",
            "1975-04-30",
            note="Printed as Viet Nam in lists of 1967 to 1971. Its end is the fall of Saigon; "
            "the south was joined with the north in one state on 1976-07-02.",
        ),
        official_name="Republic of Viet-Nam",
        acronym="South Viet-Nam",
        wikidata="Q180573",
        sources=(VIETNAM_GLOSSARY, VIETNAM_DICTIONARY, HANSARD_VIETNAM, WIKIDATA_IDENTITIES),
    ),
)

SUCCESSIONS: tuple[Succession, ...] = (
    Succession(
        "sun",
        "rus",
        "continuation",
        "1991-12-26",
        (GCAT, UN_RUSSIA),
        "Dated by the end of the Soviet Union. The letter to the Secretary-General is of "
        "24 December 1991.",
    ),
    Succession("csk", "cze", "dissolution", "1993-01-01", (UNODA_CZECHIA,)),
    Succession("csk", "svk", "dissolution", "1993-01-01", (UNODA_SLOVAKIA,)),
    Succession(
        "ddr",
        "deu",
        "unification",
        "1990-10-03",
        (UN_MEMBERSHIP,),
        "By accession of the German Democratic Republic to the Federal Republic of Germany.",
    ),
    Succession("yug", "svn", "dissolution", "1991-06-25", (WIPO_SLOVENIA,)),
    Succession(
        "yug",
        "mkd",
        "dissolution",
        "1991-09-08",
        (WIPO_MACEDONIA, WIPO_YUGOSLAVIA),
        "The date of independence that WIPO gives. Another note there counts from a later day on "
        "which the state took charge of its international relations.",
    ),
    Succession("yug", "hrv", "dissolution", "1991-10-08", (WIPO_YUGOSLAVIA,)),
    Succession("yug", "bih", "dissolution", "1992-03-06", (ECHR_SEREMET,)),
    Succession(
        "yug",
        "fry",
        "dissolution",
        "1992-04-27",
        (UNODA_SERBIA, WIPO_YUGOSLAVIA, FAO_YUGOSLAVIA),
        "The Federal Republic first claimed to continue the Socialist Federal Republic; it gave "
        "notice of succession in 2001, with effect from this day.",
    ),
    Succession("fry", "scg", "continuation", "2003-02-04", (UNODA_SERBIA,), "A change of name."),
    Succession("scg", "srb", "continuation", "2006-06-03", (UNODA_SERBIA,)),
    Succession("scg", "mne", "separation", "2006-06-03", (UNODA_SERBIA,)),
    Succession(
        "rvn",
        "vnm",
        "unification",
        "1976-07-02",
        (VIETNAM_DICTIONARY,),
        "Between 1975-04-30 and this day another government administered the south.",
    ),
)
