"""Gazettes and treaty series found after the collections (``participation_finds.csv``).

Trust tiers 2 and 6 (see ``participation_known``).
"""

from __future__ import annotations

from astropact.importers.participation_known import Known

_AUSTRIA = "Republic of Austria"
_POLAND = "Republic of Poland"
_COPY = "Read in a legal database's copy."

GAZETTES: tuple[Known, ...] = (
    Known(
        r"https://zoek\.officielebekendmakingen\.nl/trb-(?P<year>\d{4})-(?P<number>\d+)\.html",
        "trb-{year}-{number}",
        "Tractatenblad (Dutch treaty series) {year}, {number}",
        2,
        "Netherlands Ministry of Foreign Affairs",
        locator="list of deposits, {state}",
        single_instrument=True,
    ),
    Known(
        r"https://sip\.lex\.pl/\S+-16786164",
        "dz-u-1964-261",
        "Polish Journal of Laws 1964, no. 39, item 261 (ratifications of the test ban)",
        2,
        _POLAND,
        locator="item 261, {state}",
        note=_COPY,
        single_instrument=True,
    ),
    Known(
        r"https://sip\.lex\.pl/\S+-16788864",
        "dz-u-1973-30",
        "Polish Journal of Laws 1973, no. 4, item 30 (participation in the test ban)",
        2,
        _POLAND,
        locator="item 30, {state}",
        note="Read in a legal database's copy, which ends at Kuwait and does not keep the columns "
        "of the three depositaries apart where one is empty.",
        single_instrument=True,
    ),
    Known(
        r"https://www\.ris\.bka\.gv\.at/Dokumente/Bundesnormen/NOR12154597/",
        "bgbl-1994-250",
        "Austrian Federal Law Gazette, BGBl. 250/1994 (INTELSAT Agreement)",
        2,
        _AUSTRIA,
        locator="BGBl. 250/1994, {state}",
        single_instrument=True,
    ),
    Known(
        r"https://gesetzefinden\.at/bundesrecht/kundmachungen/20005103",
        "bgbl-1983-22",
        "Austrian Federal Law Gazette, BGBl. 22/1983 (INTELSAT Agreement)",
        2,
        _AUSTRIA,
        locator="BGBl. 22/1983, {state}",
        note=_COPY,
        single_instrument=True,
    ),
    Known(
        r"https://gesetzefinden\.at/bundesrecht/vertraege/10012791",
        "bgbl-1998-iii-17",
        "Austrian Federal Law Gazette, BGBl. III 17/1998 (ITU Constitution and Convention)",
        2,
        _AUSTRIA,
        locator="note on the ratification",
        note=_COPY,
        single_instrument=True,
    ),
    Known(
        r"https://cert05external-www\.360\.lexisnexis\.at/d/rechtsnorm_ris/\S*/L-10011599-P0",
        "ris-10011599",
        "EUTELSAT Convention in the Austrian federal law collection, no. 10011599",
        2,
        _AUSTRIA,
        locator="list of parties with the gazette that published them",
        note="Read in a legal database's copy of the version in force until 2001-07-01.",
        single_instrument=True,
    ),
    Known(
        r"https://cert05external-www\.360\.lexisnexis\.at/d/rechtsnorm_ris/\S*/L-10011451-P0",
        "ris-10011451",
        "INTELSAT Agreement in the Austrian federal law collection, no. 10011451",
        2,
        _AUSTRIA,
        locator="list of parties with the gazette that published them",
        note="Read in a legal database's copy; the text read ends at Liechtenstein.",
        single_instrument=True,
    ),
    Known(
        r"https://www\.global-regulation\.com/translation/switzerland/2975174/",
        "sr-0-784-602",
        "EUTELSAT Convention in the Classified Compilation of Swiss law, SR 0.784.602",
        2,
        "Swiss Confederation",
        locator="head of the text",
        note="Read in a commercial law collection's translation.",
        single_instrument=True,
    ),
    Known(
        r"http://asianlii\.org/por/mo/legis/laws/adcden92008245",
        "macao-9-2008-asianlii",
        "Macao, notice of the Chief Executive 9/2008 on the APSCO Convention",
        2,
        "Macao Special Administrative Region",
        locator="preamble of the notice",
        note="Read in the copy of the Asian Legal Information Institute.",
        single_instrument=True,
    ),
    Known(
        r"https://verdragenbank\.overheid\.nl/verdragen/(?P<record>\w+?)\.html",
        "verdragenbank-{record}",
        "Verdragenbank, record {record}",
        2,
        "Netherlands Ministry of Foreign Affairs",
        locator="declaration of {state}",
    ),
    Known(
        r"http://www\.esa\.int/Newsroom/Press_Releases/Ratification_of_the_agreement_on_Finnish",
        "esa-pr-46-1994",
        "ESA press release 46-1994 on the membership of Finland",
        2,
        "European Space Agency",
        single_instrument=True,
    ),
    Known(
        r"https://www\.astronautinews\.it/2015/10/22/",
        "astronautinews-2015-10-22",
        "Estonia becomes a member of ESA, news of 22 October 2015",
        6,
        "AstronautiNEWS",
        single_instrument=True,
    ),
)
