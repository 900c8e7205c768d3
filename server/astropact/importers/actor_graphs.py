"""The graphs that the actor importers fill: files by path, links, existence, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, SKOS, Graph, URIRef

from astropact.errors import RecordFault
from astropact.importers.sources import AP, SourceRegistry
from astropact.importers.tables import date_literal, text_literal
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.importers.corrections import Existence

_TARGETS: Final = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "dbpedia": "http://dbpedia.org/resource/{}",
    "eu-authority": "http://publications.europa.eu/resource/authority/country/{}",
    "ror": "https://ror.org/{}",
}


class Collection:
    """The graphs under construction, by path relative to the record root."""

    def __init__(self, elsewhere: Iterable[Graph]) -> None:
        self.graphs: dict[str, Graph] = {}
        self.registry = SourceRegistry(elsewhere)

    def graph(self, path: str) -> Graph:
        """Return the graph of the file at ``path``, empty at first."""
        return self.graphs.setdefault(path, Graph())

    def match(self, kind: str, actor: URIRef, identifier: str, relation: str) -> None:
        """Link ``actor`` to the identifier of another collection."""
        target = URIRef(_TARGETS[kind].format(identifier))
        self.graph(f"data/links/{kind}.ttl").add((actor, SKOS[relation], target))


def add_existence(graph: Graph, actor: URIRef, existence: Existence) -> None:
    """Add the dates as known and the outer days that they can mean."""
    if existence.begin:
        first = existence.not_before or bounds(existence.begin)[0].isoformat()
        graph.add((actor, AP.existedFrom, date_literal(existence.begin)))
        graph.add((actor, AP.existedNotBefore, date_literal(first)))
    if existence.end:
        last = existence.not_after or bounds(existence.end)[1].isoformat()
        graph.add((actor, AP.existedUntil, date_literal(existence.end)))
        graph.add((actor, AP.existedNotAfter, date_literal(last)))


def close_actor(graph: Graph, actor: URIRef, sources: list[URIRef], notes: list[str]) -> None:
    """Add the sources and the one note of an actor."""
    if not sources:
        raise RecordFault(f"{actor} has no source.", hint="Name one in the table.")
    for source in sources:
        graph.add((actor, DCTERMS.source, source))
    note = " ".join(text for text in notes if text)
    if note:
        graph.add((actor, AP.note, text_literal(note)))
