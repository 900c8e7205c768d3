"""States and organisations: the two collected tables made into the actor files of the record.

One table row becomes one actor under an IRI that does not depend on the order of rows. What the
tables get wrong or lack is in :mod:`astropact.importers.corrections` and
:mod:`astropact.importers.organisation_corrections`, each with its source. Persons in office,
whom the table of organisations lists, are not part of the record yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SKOS, Graph, URIRef

from astropact import namespaces
from astropact.errors import RecordFault
from astropact.importers import corrections
from astropact.importers.actor_graphs import Collection, add_existence, close_actor
from astropact.importers.organisation_corrections import ADDED_ORGANISATIONS
from astropact.importers.organisations import (
    AGENCY_COLUMNS,
    KINDS,
    add_organisation,
    organisation_slugs,
)
from astropact.importers.sources import AP
from astropact.importers.states import STATE_COLUMNS, add_state
from astropact.importers.tables import date_literal, read_table, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from astropact.importers.corrections import AddedActor


def import_actors(
    states_csv: Path, agencies_csv: Path, *, elsewhere: Iterable[Graph] = ()
) -> dict[str, Graph]:
    """Make the actor, link and source files from the two tables.

    ``elsewhere`` holds sources that other files of the record describe; they are referred to,
    not described again. Raises InputError for a row that cannot be read, RecordFault when two
    actors would share an IRI.
    """
    collection = Collection(elsewhere)
    states = read_table(states_csv, STATE_COLUMNS)
    codes = {row["iso3"] for row in states}
    for row in states:
        add_state(row, collection)
    for added in corrections.ADDED_STATES:
        _add_listed(added, collection)
    agencies = read_table(agencies_csv, AGENCY_COLUMNS)
    slugs = organisation_slugs([(row["name"], row["acronym"]) for row in agencies])
    for row in agencies:
        add_organisation(row, slugs[row["name"]], codes, collection)
    for added in ADDED_ORGANISATIONS:
        if added.slug in slugs.values():
            raise RecordFault(f"The organisation “{added.slug}” is added and in the table too.")
        _add_listed(added, collection)
    _add_successions(collection)
    collection.graphs["data/sources/actors.ttl"] = collection.registry.graph()
    return collection.graphs


def _add_listed(added: AddedActor, collection: Collection) -> None:
    """Add an actor that no table has."""
    former = added.kind == "former-state"
    actor = URIRef(namespaces.thing("state" if former else "org", added.slug))
    file = "former-states" if former else added.kind
    graph = collection.graph(f"data/actors/{file}.ttl")
    class_name = "FormerState" if former else KINDS[added.kind][0]
    graph.add((actor, RDF.type, AP[class_name]))
    graph.add((actor, RDFS.label, text_literal(added.label)))
    if added.official_name:
        graph.add((actor, AP.officialName, text_literal(added.official_name)))
    if added.acronym:
        graph.add((actor, SKOS.altLabel, text_literal(added.acronym)))
    if added.scope:
        graph.add((actor, AP.scope, text_literal(added.scope)))
    if added.wikidata:
        collection.match("wikidata", actor, added.wikidata, "exactMatch")
    add_existence(graph, actor, added.existence)
    sources = [collection.registry.add(source) for source in added.sources]
    close_actor(graph, actor, sources, [added.existence.note])


def _add_successions(collection: Collection) -> None:
    graph = collection.graph("data/actors/successions.ttl")
    labels = {
        str(state).rsplit("/", 1)[1]: str(label)
        for path in ("data/actors/states.ttl", "data/actors/former-states.ttl")
        for state, label in collection.graph(path).subject_objects(RDFS.label)
    }
    for item in corrections.SUCCESSIONS:
        if item.predecessor not in labels or item.successor not in labels:
            continue
        node = URIRef(namespaces.thing("succession", f"{item.predecessor}-{item.successor}"))
        label = f"{labels[item.predecessor]} to {labels[item.successor]}"
        graph.add((node, RDF.type, AP.StateSuccession))
        graph.add((node, RDFS.label, text_literal(label)))
        for predicate, slug in (
            (AP.predecessor, item.predecessor),
            (AP.successor, item.successor),
        ):
            graph.add((node, predicate, URIRef(namespaces.thing("state", slug))))
        kind = URIRef(namespaces.concept("succession-kind", item.kind))
        graph.add((node, AP.successionKind, kind))
        graph.add((node, AP.succeededOn, date_literal(item.date)))
        sources = [collection.registry.add(source) for source in item.sources]
        close_actor(graph, node, sources, [item.note])
