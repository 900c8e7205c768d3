"""Organisations: one table row becomes one body, with its kind, home, links and dates."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from rdflib import RDF, RDFS, SKOS, Literal, URIRef

from astropact import namespaces
from astropact.errors import RecordFault
from astropact.importers import organisation_corrections as corrections
from astropact.importers.actor_graphs import Collection, add_existence, close_actor
from astropact.importers.actor_sources import GCAT, ROR, source_iris
from astropact.importers.corrections import Existence
from astropact.importers.sources import AP, SCHEMA_URL, slugify
from astropact.importers.tables import (
    Row,
    address_literal,
    is_date,
    text_literal,
)
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

AGENCY_COLUMNS: Final = (
    "name",
    "acronym",
    "state_iso3_or_scope",
    "founded",
    "dissolved",
    "type",
    "wikidata_qid",
    "ror_id",
    "gcat_org_code",
    "website",
    "source",
    "notes",
)

# Type in the table -> class, file under data/actors/, whether it is a public body of its state.
KINDS: Final[dict[str, tuple[str, str, bool]]] = {
    "civil space agency": ("SpaceAgency", "agencies", True),
    "intergovernmental": ("IntergovernmentalOrganization", "intergovernmental", False),
    "government ministry or programme": ("GovernmentBody", "government-bodies", True),
    "foreign ministry": ("GovernmentBody", "government-bodies", True),
    "military": ("MilitaryService", "military", True),
    "company": ("Company", "companies", False),
    # The table does not say which institutes are public, so only the seat is recorded.
    "research institute / association": ("ResearchBody", "research-bodies", False),
    "think tank": ("ResearchBody", "research-bodies", False),
    "NGO / international association": ("NonGovernmentalOrganization", "associations", False),
}


def organisation_slugs(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a slug for each (name, acronym): the acronym where only one has it, else the name.

    Raises RecordFault when two organisations still share a slug.
    """
    pairs = list(names)
    short = {name: slugify(_first_acronym(acronym)) for name, acronym in pairs}
    count = Counter(value for value in short.values() if value)
    slugs = {
        name: short[name] if short[name] and count[short[name]] == 1 else slugify(name)
        for name, _ in pairs
    }
    for slug, times in Counter(slugs.values()).items():
        if times > 1 or len(slugs) < len(pairs):
            raise RecordFault(
                f"Two organisations would be called “{slug}”.",
                hint="Give one of them another name or acronym in the table.",
            )
    return slugs


def _first_acronym(acronym: str) -> str:
    return re.split(r"[/(]", acronym)[0].strip()


def _acronyms(acronym: str) -> list[str]:
    return [part.strip() for part in re.split(r"[/()]", acronym) if part.strip()]


def add_organisation(row: Row, slug: str, codes: set[str], collection: Collection) -> None:
    """Add the organisation of ``row``; ``codes`` are the states that a body can belong to.

    Raises InputError for an unknown type or state.
    """
    if row["type"] not in KINDS:
        raise row.fault(
            f"“{row['type']}” is not a type of organisation.",
            hint=f"Use one of: {', '.join(KINDS)}.",
        )
    class_name, file, public = KINDS[row["type"]]
    body = URIRef(namespaces.thing("org", slug))
    graph = collection.graph(f"data/actors/{file}.ttl")
    graph.add((body, RDF.type, AP[class_name]))
    graph.add((body, RDFS.label, text_literal(row["name"])))
    for acronym in _acronyms(row["acronym"]):
        if acronym != row["name"]:
            graph.add((body, SKOS.altLabel, text_literal(acronym)))
    notes = []
    place = row["state_iso3_or_scope"]
    if place in codes:
        home = URIRef(namespaces.thing("state", place.lower()))
        graph.add((body, AP.agencyOf if public else AP.basedIn, home))
    elif re.fullmatch("[A-Z]{3}", place):
        raise row.fault(f"No state has the code “{place}”.")
    elif class_name == "IntergovernmentalOrganization":
        graph.add((body, AP.scope, text_literal(place)))
    else:
        notes.append(f"Scope: {place}.")
    if row["website"]:
        graph.add((body, SCHEMA_URL, address_literal(row["website"])))
    existence, remarks = _existence_of(row, slug)
    add_existence(graph, body, existence)
    sources = source_iris(row["source"], collection.registry, row)
    _link_organisation(row, body, collection)
    close_actor(graph, body, sources, [*notes, *remarks])


def _link_organisation(row: Row, body: URIRef, collection: Collection) -> None:
    if row["wikidata_qid"]:
        collection.match("wikidata", body, row["wikidata_qid"], "exactMatch")
    if row["ror_id"]:
        identifier = row["ror_id"].removeprefix("https://ror.org/")
        collection.match("ror", body, identifier, "exactMatch")
        collection.graph("data/links/ror.ttl").add((body, AP.rorId, Literal(identifier)))
        collection.registry.add(ROR)
    if row["gcat_org_code"]:
        code = Literal(row["gcat_org_code"])
        collection.graph("data/links/gcat.ttl").add((body, AP.gcatCode, code))
        collection.registry.add(GCAT)


def _existence_of(row: Row, slug: str) -> tuple[Existence, list[str]]:
    """Read when an organisation began and ended, and what is only a remark about that."""
    notes = []
    begin, remark = _date_and_remark(row["founded"])
    not_before = ""
    if remark == "uncertain":
        notes.append(f"The source marks {begin} as uncertain.")
    elif remark.startswith("Inmarsat"):
        notes.append("Its predecessor Inmarsat dates from 1979.")
    elif remark:
        # The day of a signature or an inauguration is not the beginning of the organisation.
        if slug not in corrections.NOTES:
            notes.append(f"{begin}: {remark}.")
        begin = ""
    end, remark = _date_and_remark(row["dissolved"])
    if remark:
        raise row.fault(f"The end “{row['dissolved']}” is not a date.")
    if slug in corrections.NOT_ENDED:
        end = ""
        notes.append(corrections.NOT_ENDED[slug])
    conflict = re.search(r"founded year conflict: GCAT (\d{4}) vs ROR (\d{4})", row["notes"])
    if conflict and begin:
        not_before = f"{min(conflict.groups())}-01-01"
        if bounds(begin)[0].isoformat() < not_before:
            not_before = ""
    not_before = corrections.NOT_BEFORE.get(slug, not_before)
    if slug in corrections.NOT_ENDED and slug not in corrections.NOTES:
        return Existence(begin, end, not_before), notes
    notes.append(corrections.NOTES.get(slug) or _clean_note(row["notes"]))
    return Existence(begin, end, not_before), notes


def _date_and_remark(cell: str) -> tuple[str, str]:
    date, _, remark = cell.partition(" (")
    return (date, remark.rstrip(")")) if is_date(date) else ("", cell)


def _clean_note(note: str) -> str:
    """Return a table's remark as a sentence without references to where it was collected."""
    note = re.sub(r"\s*\(public code file [^)]*\)", "", note)
    note = re.sub(
        r"founded year conflict: GCAT (\d{4}) vs ROR (\d{4})",
        r"GCAT gives \1 as founding year, ROR \2",
        note,
    )
    note = note.replace("no GCAT/ROR/QID match found", "not found in GCAT, ROR or Wikidata")
    note = re.sub(r"^the stored agency list", "one public list", note)
    parts = [part.strip() for part in note.split(";")]
    return _sentences(parts)


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(
        f"{part[0].upper()}{part[1:]}{'' if part.endswith('.') else '.'}" for part in parts if part
    )
