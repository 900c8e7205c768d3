"""Nodes that votes are made of: names of votes and positions, texts, and statements on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.importers.sources import AP
from astropact.importers.tables import date_literal, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from astropact.importers.vote_details import Text
    from astropact.importers.vote_sources import VoteSources


def vote_iri(slug: str) -> URIRef:
    """Return the name of a vote."""
    return URIRef(namespaces.thing("vote", slug))


def position_iri(vote: str, state: str) -> URIRef:
    """Return the name of the position of ``state`` in a vote."""
    return URIRef(namespaces.thing("position", f"{vote}/{state}"))


def state_iri(code: str) -> URIRef:
    """Return the name of the state with the code ``code``."""
    return URIRef(namespaces.thing("state", code))


def organ(slug: str) -> URIRef:
    """Return the name of an organ."""
    return URIRef(namespaces.thing("org", slug))


def flag(value: bool) -> Literal:
    """Return ``value`` as ``xsd:boolean``."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def count(number: int) -> Literal:
    """Return ``number`` as ``xsd:integer``."""
    return Literal(str(number), datatype=XSD.integer)


def statement(
    graph: Graph,
    vote: str,
    about: URIRef,
    source: URIRef,
    rank: str,
    because: str,
    as_of: tuple[str, bool],
    *,
    said: str = "",
    day: str = "",
) -> None:
    """Add what ``source`` says ``about`` a vote or a position: a choice, totals or a day."""
    state = str(about).removeprefix(namespaces.thing("position", f"{vote}/"))
    matter = "day" if day else state if len(state) <= 4 else "totals"
    slug = str(source).rsplit("/", 1)[1]
    node = URIRef(namespaces.thing("statement", f"vote-{vote}/{matter}/{slug}"))
    graph.add((node, RDF.type, AP.Statement))
    graph.add((node, AP.aboutThing, about))
    graph.add((node, AP.statedIn, source))
    graph.add((node, AP.locator, Literal("sentence on the vote")))
    published, estimated = as_of
    graph.add((node, AP.asOf, date_literal(published)))
    if estimated:
        graph.add((node, AP.estimatedAsOf, flag(value=True)))
    kind = namespaces.concept("evidence-kind", "stated")
    graph.add((node, AP.evidenceKind, URIRef(kind)))
    graph.add((node, AP.rank, URIRef(namespaces.concept("rank", rank))))
    graph.add((node, AP.because, text_literal(because)))
    if day:
        edtf = URIRef(namespaces.EDTF)
        graph.add((node, AP.statedDate, Literal(day, datatype=edtf)))
        graph.add((node, AP.notBefore, date_literal(day)))
        graph.add((node, AP.notAfter, date_literal(day)))
    elif matter == "totals":
        numbers = (int(part) for part in said.split("-"))
        names = (AP.votesInFavour, AP.votesAgainst, AP.abstentions)
        for name, number in zip(names, numbers, strict=True):
            graph.add((node, name, count(number)))
    else:
        concept = namespaces.concept("vote-position", said)
        graph.add((node, AP.position, URIRef(concept)))


def text_graph(texts: Iterable[Text], adopted: Mapping[str, str], sources: VoteSources) -> Graph:
    """Describe the texts; ``adopted`` tells when the plenary voted on each."""
    graph = Graph()
    for text in texts:
        node = URIRef(namespaces.thing("instrument", text.slug))
        force = "proposed" if text.draft else "political-commitment"
        graph.add((node, RDF.type, AP.DraftResolution if text.draft else AP.Resolution))
        graph.add((node, RDFS.label, text_literal(text.label)))
        graph.add((node, DCTERMS.title, text_literal(text.title)))
        concept = namespaces.concept("binding-force", force)
        graph.add((node, AP.bindingForce, URIRef(concept)))
        if text.slug in adopted and not text.draft:
            graph.add((node, AP.adoptedOn, date_literal(adopted[text.slug])))
        for symbol in text.symbols:
            graph.add((node, AP.seriesReference, Literal(symbol)))
        for sponsor in text.sponsors:
            graph.add((node, AP.sponsor, state_iri(sponsor)))
        if text.note:
            graph.add((node, AP.note, text_literal(text.note)))
        for slug in text.sources:
            graph.add((node, DCTERMS.source, sources.known(slug)))
    return graph
