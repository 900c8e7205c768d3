"""Official sources of participation: trust tiers 1 and 2 (see ``participation_known``)."""

from __future__ import annotations

from astropact.importers.participation_known import Known

_UN = "United Nations"
_UNTC = "United Nations Treaty Collection"
_VERDRAGENBANK = "Netherlands Ministry of Foreign Affairs"
_AUSTRIA = "Republic of Austria"

OFFICIAL: tuple[Known, ...] = (
    Known(
        r"https://www\.unoosa\.org/\S*AC105_C2_2026_CRP09Rev01E",
        "unoosa-crp9-rev1-2026",
        "Status of international agreements relating to activities in outer space "
        "as at 1 January 2026 (A/AC.105/C.2/2026/CRP.9/Rev.1)",
        1,
        "United Nations Office for Outer Space Affairs",
        owns=r"\bUNOOSA (table|2026)",
        locator="treaty_status.json, key {code}",
        note="Read through the public JSON of a satellite catalogue: "
        "https://github.com/hallamburnapp-cloud/stars-observatory/blob/"
        "c9921a27036e6a19be54f1890e4384d6c9478b63/site/data/treaty_status.json "
        "(Outer Space Treaty, Liability Convention, Registration Convention; no dates).",
        status_only=True,
    ),
    Known(
        r"https://treaties\.un\.org/doc/Publication/MTDSG/\S*/XXIV-2\.en\.xml",
        "untc-xxiv-2",
        "Multilateral Treaties Deposited with the Secretary-General, chapter XXIV-2 "
        "(Moon Agreement)",
        2,
        _UNTC,
        owns=r"^undated page \(",
        locator="chapter XXIV-2, row {state}",
        single_instrument=True,
    ),
    Known(
        r"https://treaties\.un\.org/doc/Publication/MTDSG/\S*/XXV-1\.en\.xml",
        "untc-xxv-1",
        "Multilateral Treaties Deposited with the Secretary-General, chapter XXV-1 "
        "(Brussels Satellite Convention)",
        2,
        _UNTC,
        owns=r"excerpt ends after Rwanda",
        locator="chapter XXV-1, row {state}",
        single_instrument=True,
    ),
    Known(
        r"https://github\.com/zmjones/untreaties/\S*/24-1\.csv",
        "untc-xxiv-1",
        "Multilateral Treaties Deposited with the Secretary-General, chapter XXIV-1 "
        "(Registration Convention)",
        2,
        _UNTC,
        locator="24-1.csv, row {state}",
        note="Read in a copy of the chapter kept as CSV in a public repository; "
        "the date of the list is that of the copy's commit.",
        as_of="2014-07-10",
        single_instrument=True,
    ),
    Known(
        r"https://treaties\.un\.org/Pages/showActionDetails\.aspx\?objid=(?P<objid>\w+)",
        "untc-action-{objid}",
        "UN Treaty Collection, registered action {objid}",
        2,
        _UNTC,
        locator="objid {objid}",
    ),
    Known(
        r"https?://(?:disarmament\.un\.org/treaties|treaties\.unoda\.org)/a/"
        r"(?P<treaty>\w+)/(?P<party>\w+)/(?P<act>\w+)/(?P<city>\w+)",
        "unoda-{treaty}-{party}-{act}-{city}",
        "Disarmament Treaties Database, {treaty}: {party}, {act}, {city}",
        2,
        "United Nations Office for Disarmament Affairs",
    ),
    Known(
        r"https://docslib\.org/doc/3322206\b",
        "unts-961-187",
        "United Nations Treaty Series, volume 961, page 187 (Liability Convention)",
        2,
        _UN,
        locator="961 UNTS 187",
        note="Read in a document mirror.",
        single_instrument=True,
    ),
    Known(
        r"https://docslib\.org/doc/10342049\b",
        "crp25-2019",
        "Intersputnik and the space treaties (A/AC.105/C.2/2019/CRP.25)",
        2,
        _UN,
        locator="A/AC.105/C.2/2019/CRP.25",
        note="Read in a document mirror.",
    ),
    Known(
        r"https://docslib\.org/doc/4846562\b",
        "imso-assembly-20-4-2",
        "IMSO membership at 25 June 2008 (ASSEMBLY/20/4.2)",
        2,
        "International Mobile Satellite Organization",
        locator="ASSEMBLY/20/4.2",
        note="Read in a document mirror that lost several names.",
        single_instrument=True,
    ),
    Known(
        r"https://github\.com/ukparliament/uk-treaties\b",
        "uk-treaties-online",
        "UK Treaties Online, participants by depositary (copy of about March 2022)",
        2,
        "Foreign, Commonwealth and Development Office of the United Kingdom",
        owns=r"^INFERRED: listed as participant at ",
        locator="db/json, participant {state}",
        note="Read in the repository ukparliament/uk-treaties, commit 51696a3b.",
    ),
    Known(
        r"https://verdragenbank\.overheid\.nl/\w+/Verdrag/Details/(?P<record>\w+?)\.html"
        r"|https://verdragenbank\.overheid\.nl/\w+/Treaty/Details/(?P<treaty>\w+?)\.html",
        "verdragenbank-{record}{treaty}",
        "Verdragenbank, record {record}{treaty}",
        2,
        _VERDRAGENBANK,
        locator="row {state}",
    ),
    Known(
        r"https://legilux\.public\.lu/eli/etat/leg/div/2021/01/27/a110/jo",
        "legilux-2021-a110",
        "Luxembourg official journal, Mémorial A 110 of 2021 (Registration Convention)",
        2,
        "Grand Duchy of Luxembourg",
        owns=r"French alphabetical order",
        locator="Mémorial A 110 of 2021, list of parties",
        single_instrument=True,
    ),
    Known(
        r"https://360\.lexisnexis\.at/d/b_bgbl_2006_2006_III_117\w*",
        "bgbl-2006-iii-117",
        "Austrian Federal Law Gazette, BGBl. III 117/2006",
        2,
        _AUSTRIA,
        locator="BGBl. III 117/2006",
        note="Read in a legal database's copy of the gazette.",
    ),
    Known(
        r"https://360\.lexisnexis\.at/ \(BGBl III 142/2010",
        "bgbl-2010-iii-142",
        "Austrian Federal Law Gazette, BGBl. III 142/2010",
        2,
        _AUSTRIA,
        locator="BGBl. III 142/2010 (2010_III_142_61f14969bb)",
        note="Read in a legal database's copy of the gazette.",
    ),
    Known(
        r"https://cert05external-www\.360\.lexisnexis\.at/d/L-10000482-P0",
        "ris-10000482",
        "Rescue Agreement in the Austrian federal law collection, no. 10000482",
        2,
        _AUSTRIA,
        locator="list of parties with the gazette that published them",
        note="Read in a legal database's copy; the text read ends at Kuwait.",
        single_instrument=True,
    ),
    Known(
        r"https://www\.global-regulation\.com \(Czech 2/1978 Sb\.\)",
        "sb-1978-2",
        "Collection of Laws of Czechoslovakia, 2/1978",
        2,
        "Czechoslovak Socialist Republic",
        locator="2/1978 Sb.",
        note="Read in a commercial law collection.",
    ),
    Known(
        r"https://spacefinland\.fi \(SopS 9/2018\)",
        "sops-2018-9",
        "Finland and the Registration Convention (SopS 9/2018)",
        2,
        locator="SopS 9/2018",
        single_instrument=True,
    ),
    Known(
        r"https://info\.dfat\.gov\.au/\S*/AllDocIDs/(?P<docid>\w{8})\w*",
        "dfat-{docid}",
        "Australian Treaties Database, document {docid}",
        2,
        "Department of Foreign Affairs and Trade of Australia",
    ),
    Known(
        r"https://(?:www\.)?anacom\.pt/render\.jsp\?(?P<kind>\w+)=(?P<page>\d+)",
        "anacom-{page}",
        "ANACOM, page {page}",
        2,
        "Autoridade Nacional de Comunicações of Portugal",
        owns=r"^ANACOM\b",
    ),
    Known(
        r"https://www\.mbie\.govt\.nz\b",
        "mbie-space-obligations",
        "New Zealand's international obligations on space",
        2,
        "Ministry of Business, Innovation and Employment of New Zealand",
        locator="International obligations and space",
    ),
    Known(
        r"https://www\.un\.int/philippines/\S+",
        "philippines-mission-registration",
        "The Philippines joins the Registration Convention",
        2,
        "Permanent Mission of the Philippines to the United Nations",
        single_instrument=True,
    ),
    Known(
        r"https://esa\.int/About_Us/Law_at_ESA/ESA_Convention",
        "esa-convention-page",
        "ESA Convention: signatures and ratifications",
        2,
        "European Space Agency",
        locator="row {state}",
        single_instrument=True,
    ),
    Known(
        r"https://webarchive\.unesco\.org \(Brussels Convention 1974",
        "unesco-brussels-parties",
        "Brussels Satellite Convention, list of parties",
        2,
        "United Nations Educational, Scientific and Cultural Organization",
        locator="list of parties, row {state}",
        single_instrument=True,
    ),
)
