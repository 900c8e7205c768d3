"""Ways into the record: how much there is, lists of things by kind, and search by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.namespaces import AP, ID, INFERRED_GRAPH

if TYPE_CHECKING:
    from astropact.store.base import Store


@dataclass(frozen=True)
class Collection:
    """A kind of thing that has a list of its own under ``/id/<slug>``."""

    slug: str
    title: str
    explanation: str


COLLECTIONS: Final[dict[str, Collection]] = {
    item.slug: item
    for item in (
        Collection(
            "state",
            "States",
            "States of today and former states that acted in space law, each with its own acts.",
        ),
        Collection(
            "org",
            "Organisations",
            "Space agencies, intergovernmental bodies, ministries, companies and institutes.",
        ),
        Collection(
            "instrument",
            "Instruments",
            "Treaties, political commitments, laws and directives on the use of outer space.",
        ),
        Collection(
            "source",
            "Sources",
            "Who says what: every statement of the record names one of these.",
        ),
        Collection("succession", "State successions", "How states followed one another."),
        Collection("provision", "Provisions", "Articles of instruments that the record cites."),
        Collection("act", "Acts", "What the record concludes that states did, act by act."),
        Collection("statement", "Statements", "What each source says, kept as it says it."),
    )
}


@dataclass(frozen=True)
class Listed:
    """One row of a list: a thing, its most specific types and other names."""

    name: Name
    types: tuple[Name, ...]
    also: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """One page of a collection."""

    collection: Collection
    rows: tuple[Listed, ...]
    total: int
    offset: int
    limit: int


def counts(store: Store) -> dict[str, int]:
    """How many things of each collection the record holds."""
    return {slug: _count(store, slug) for slug in COLLECTIONS}


def _count(store: Store, slug: str) -> int:
    rows = store.query(f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {_members(slug)} }}").rows()
    return int(next(rows)["n"].value)


def _members(slug: str) -> str:
    # The derived graph repeats things with their wider classes, so it is left out.
    return (
        f"GRAPH ?g {{ ?s a ?type }} FILTER (?g != <{INFERRED_GRAPH}> && "
        f"STRSTARTS(STR(?s), '{ID}{slug}/'))"
    )


def page(store: Store, slug: str, *, offset: int = 0, limit: int = 250) -> Page:
    """A page of a collection, sorted by label.

    Raises:
        KeyError: there is no such collection.
    """
    collection = COLLECTIONS[slug]
    rows = list(
        store.query(f"SELECT DISTINCT ?s ?type {{ {_members(slug)} }} ORDER BY ?s ?type").rows()
    )
    types: dict[str, set[str]] = {}
    for row in rows:
        types.setdefault(row["s"].value, set()).add(row["type"].value)
    named = labels(store, [*types, *(kind for kinds in types.values() for kind in kinds)])
    things = sorted(types, key=lambda iri: (named[iri].casefold(), iri))
    shown = things[offset : offset + limit]
    also = _other_names(store, shown)
    return Page(
        collection,
        tuple(
            Listed(
                Name(iri, named[iri]),
                tuple(Name(kind, named[kind]) for kind in sorted(types[iri])),
                also.get(iri, ()),
            )
            for iri in shown
        ),
        len(things),
        offset,
        limit,
    )


def collection_query(slug: str) -> str:
    """A CONSTRUCT query for all things of a collection with their types and labels.

    Raises:
        KeyError: there is no such collection.
    """
    start = f"{ID}{COLLECTIONS[slug].slug}/"
    return (
        PROLOGUE + "CONSTRUCT { ?s a ?type ; rdfs:label ?label } WHERE { "
        f"?s a ?type FILTER (STRSTARTS(STR(?s), '{start}')) "
        "OPTIONAL { ?s rdfs:label ?label } }"
    )


def class_counts(store: Store, graph: str) -> dict[str, int]:
    """How many things of each class a named graph describes, the most frequent class first."""
    rows = store.query(
        "SELECT ?type (COUNT(DISTINCT ?s) AS ?n) { ?s a ?type } GROUP BY ?type ORDER BY DESC(?n)",
        default_graphs=[graph],
    ).rows()
    # Without any thing there is still one group, of no class.
    return {row["type"].value: int(row["n"].value) for row in rows if "type" in row}


def _other_names(store: Store, iris: list[str]) -> dict[str, tuple[str, ...]]:
    values = " ".join(f"<{iri}>" for iri in iris)
    rows = store.query(
        PROLOGUE + f"SELECT DISTINCT ?s ?name {{ VALUES ?s {{ {values} }} ?s skos:altLabel ?name }}"
    ).rows()
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["s"].value, []).append(row["name"].value)
    return {iri: tuple(sorted(names)) for iri, names in found.items()}


def search(store: Store, text: str, *, limit: int = 50) -> tuple[Name, ...]:
    """Things whose name contains the text, whatever its case; names that begin with it first."""
    wanted = text.strip().casefold()
    if not wanted:
        return ()
    literal = '"' + wanted.replace("\\", "\\\\").replace('"', '\\"').translate(_NO_BREAKS) + '"'
    rows = store.query(
        PROLOGUE
        + f"""SELECT DISTINCT ?s ?name {{
          VALUES ?p {{ rdfs:label skos:prefLabel skos:altLabel dcterms:title ap:officialName }}
          ?s ?p ?name FILTER (CONTAINS(LCASE(STR(?name)), {literal}) && isIRI(?s)
            && (STRSTARTS(STR(?s), '{ID}') || STRSTARTS(STR(?s), '{AP}'))
            && !REGEX(STR(?s), '^{ID}(act|period|statement)/'))
        }}"""
    ).rows()
    best: dict[str, tuple[int, int]] = {}
    for row in rows:
        name = row["name"].value.casefold()
        rank = (0 if name == wanted else 1 if name.startswith(wanted) else 2, len(name))
        iri = row["s"].value
        best[iri] = min(best.get(iri, rank), rank)
    named = labels(store, best)
    order = sorted(best, key=lambda iri: (best[iri], named[iri].casefold(), iri))
    return tuple(Name(iri, named[iri]) for iri in order[:limit])


_NO_BREAKS: Final = {ord("\n"): " ", ord("\r"): " "}


def similar(store: Store, iri: str, *, limit: int = 5) -> tuple[Name, ...]:
    """Things that someone who asked for an unknown IRI may have meant."""
    kind, _, slug = iri.removeprefix(ID).partition("/")
    words = slug.replace("-", " ").replace("/", " ").strip()
    found = list(search(store, words, limit=limit)) if words else []
    if len(found) < limit and kind in COLLECTIONS and slug:
        found += _close(store, iri, kind, limit)
    return tuple(dict.fromkeys(found))[:limit]


def _close(store: Store, iri: str, kind: str, limit: int) -> list[Name]:
    from difflib import get_close_matches

    rows = store.query(f"SELECT DISTINCT ?s {{ {_members(kind)} }}").rows()
    close = get_close_matches(iri, [row["s"].value for row in rows], n=limit, cutoff=0.9)
    named = labels(store, close)
    return [Name(found, named[found]) for found in close]
