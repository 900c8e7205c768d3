"""States: one table row becomes one state, with its codes, links and existence."""

from __future__ import annotations

import re
from typing import Final

from rdflib import RDF, RDFS, XSD, Literal, URIRef

from astropact import namespaces
from astropact.importers import corrections
from astropact.importers.actor_graphs import Collection, add_existence, close_actor
from astropact.importers.actor_sources import EU_AUTHORITY, WIKIDATA, source_iris
from astropact.importers.corrections import Existence
from astropact.importers.sources import AP
from astropact.importers.tables import Row, date_literal, text_literal

STATE_COLUMNS: Final = (
    "name",
    "official_name",
    "iso2",
    "iso3",
    "iso_numeric",
    "un_m49",
    "wikidata_qid",
    "geonames_id",
    "dbpedia_uri",
    "eu_authority_code",
    "un_member",
    "un_member_since",
    "region",
    "status",
    "notes",
    "source",
)

_STATUS_NOTES: Final = {
    "UN observer state": "Observer state at the United Nations.",
    "non-member": "Not a member of the United Nations.",
    "non-member, in free association with NZ": "Not a member of the United Nations; in free "
    "association with New Zealand.",
    "partially recognised": "Recognised by some states; not a member of the United "
    "Nations. XK and XKX are user-assigned codes, not codes of ISO 3166-1.",
}


def add_state(row: Row, collection: Collection) -> None:
    """Add the state of ``row``. Raises InputError when its code is not an ISO code."""
    code = row["iso3"]
    if not re.fullmatch("[A-Z]{3}", code):
        raise row.fault(f"“{code}” is not an ISO code of three capital letters.")
    former = row["un_member"] == "former"
    state = URIRef(namespaces.thing("state", code.lower()))
    graph = collection.graph(f"data/actors/{'former-states' if former else 'states'}.ttl")
    graph.add((state, RDF.type, AP.FormerState if former else AP.State))
    graph.add((state, RDFS.label, text_literal(row["name"])))
    corrected = corrections.STATE_CODES.get(code, {})
    official = corrected.get("official_name", row["official_name"])
    graph.add((state, AP.officialName, text_literal(official)))
    for column, predicate in (
        ("iso2", AP.iso2),
        ("iso3", AP.iso3),
        ("iso_numeric", AP.isoNumeric),
        ("un_m49", AP.m49),
    ):
        value = corrected.get(column, row[column])
        if value:
            graph.add((state, predicate, Literal(value)))
    if not former:
        member = "true" if row["un_member"] == "yes" else "false"
        graph.add((state, AP.unMember, Literal(member, datatype=XSD.boolean)))
    if row["un_member_since"]:
        graph.add((state, AP.unMemberSince, date_literal(row["un_member_since"])))
    if row["region"]:
        # A bracket after the region names what another source calls it.
        graph.add((state, AP.region, text_literal(row["region"].partition(" (")[0])))
    if code in corrections.STATE_GCAT_CODES:
        gcat = Literal(corrections.STATE_GCAT_CODES[code])
        collection.graph("data/links/gcat.ttl").add((state, AP.gcatCode, gcat))
    sources = source_iris(row["source"], collection.registry, row)
    notes = [_status_note(row["status"])]
    notes += _link_state(row, state, collection, sources)
    existence = corrections.EXISTENCE.get(code, Existence())
    sources += [collection.registry.add(source) for source in existence.sources]
    add_existence(graph, state, existence)
    close_actor(graph, state, sources, [*notes, existence.note])


def _status_note(status: str) -> str:
    for start in sorted(_STATUS_NOTES, key=len, reverse=True):
        if status.startswith(start):
            return _STATUS_NOTES[start]
    return ""


def _link_state(
    row: Row, state: URIRef, collection: Collection, sources: list[URIRef]
) -> list[str]:
    """Add the links of a state; return the note that explains a departure from the table."""
    links = corrections.STATE_LINKS.get(row["iso3"], corrections.Links())
    from_table = {
        "wikidata": row["wikidata_qid"],
        "geonames": row["geonames_id"],
        "dbpedia": row["dbpedia_uri"].removeprefix("http://dbpedia.org/resource/"),
        "eu-authority": row["eu_authority_code"],
    }
    for kind, identifier in from_table.items():
        if kind in links.matches:
            for other, relation in links.matches[kind].items():
                collection.match(kind, state, other, relation)
        elif identifier:
            collection.match(kind, state, identifier, "exactMatch")
    sources += [collection.registry.add(source) for source in links.sources]
    collection.registry.add(EU_AUTHORITY)
    collection.registry.add(WIKIDATA)
    return [links.note]
