"""Ways into the record: how much there is, lists of things by kind, and search by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

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
    group: str
    """The heading under which the home page names it; empty for what it leaves out."""
    order: Literal["name", "address"] = "name"
    """Long lists of things without a name of their own come in the order of their addresses."""
    dated: tuple[str, ...] = ()
    """Properties that date its things; the list is then by the first of them, latest first."""
    derived: bool = False
    """Whether only the graph of derived facts holds its things."""


_HELD: Final = ("heldOn", "startedOn")
GROUPS: Final = {
    "actors": "Who acts",
    "law": "What was agreed",
    "activities": "What was done",
    "votes": "Who voted how",
    "sources": "Who says so",
}
COLLECTIONS: Final[dict[str, Collection]] = {
    item.slug: item
    for item in (
        Collection(
            "state",
            "States",
            "States of today and former states that acted in space law, each with its own acts.",
            "actors",
        ),
        Collection(
            "org",
            "Organisations",
            "Space agencies, intergovernmental bodies, ministries, companies and institutes.",
            "actors",
        ),
        Collection("person", "Persons", "Who held a post, spoke, signed or wrote.", "actors"),
        Collection("post", "Posts", "Offices in states and bodies, with those in them.", "actors"),
        Collection(
            "tenure",
            "Terms of office",
            "Who held which post from when to when.",
            "actors",
            dated=("heldFrom", "attestedOn"),
        ),
        Collection("succession", "State successions", "How states followed one another.", "actors"),
        Collection(
            "instrument",
            "Instruments",
            "Treaties, agreements, resolutions, political commitments, laws and directives.",
            "law",
        ),
        Collection("act", "Acts", "What the record concludes that states did, act by act.", "law"),
        Collection(
            "norm",
            "Norms",
            "Duties, bans, permissions and rights, each with the passage that sets it.",
            "law",
            order="address",
        ),
        Collection(
            "reading",
            "Rival readings",
            "How states and writers read passages that can be read in more than one way.",
            "law",
        ),
        Collection(
            "clause",
            "Final clauses",
            "What instruments say of joining, taking effect, amending and leaving.",
            "law",
            order="address",
        ),
        Collection(
            "provision",
            "Provisions",
            "Articles of instruments that the record cites.",
            "law",
            order="address",
        ),
        Collection(
            "period",
            "Standing periods",
            "From when to when who was bound, committed or contested, as the rules derive it.",
            "law",
            order="address",
            derived=True,
        ),
        Collection(
            "event",
            "Events",
            "Launches, landings, weapon tests, talks, visits, offers and refusals.",
            "activities",
            dated=_HELD,
        ),
        Collection(
            "programme", "Programmes", "Lasting undertakings such as Artemis.", "activities"
        ),
        Collection("mission", "Missions", "Flights with one purpose.", "activities"),
        Collection(
            "object", "Space objects", "Spacecraft, launchers, constellations.", "activities"
        ),
        Collection(
            "facility", "Facilities", "Space stations, tracking stations, centres.", "activities"
        ),
        Collection(
            "mechanism", "Mechanisms", "Dialogues, hotlines, notices of launches.", "activities"
        ),
        Collection("place", "Places", "Where it happened: regions, towns, bodies.", "activities"),
        Collection(
            "vote",
            "Votes",
            "Roll calls of the General Assembly, its First Committee and the Security Council.",
            "votes",
            dated=_HELD,
        ),
        Collection(
            "position",
            "Positions",
            "How each state voted, as the roll call has it.",
            "votes",
            order="address",
        ),
        Collection(
            "source",
            "Sources",
            "Who says what: every statement of the record names one of these.",
            "sources",
        ),
        Collection(
            "statement",
            "Statements",
            "What each source says, kept as it says it.",
            "sources",
            order="address",
        ),
        Collection(
            "total",
            "Official totals",
            "Numbers of parties and signatories as sources print them.",
            "sources",
            order="address",
        ),
        Collection(
            "claim",
            "Claims",
            "What documents say in passing, each held against the record.",
            "sources",
            order="address",
        ),
        Collection(
            "version",
            "Versions",
            "What the record knew, and since when: its numbered versions.",
            "sources",
        ),
        Collection("check", "Checks", "Queries that judge the claims.", "sources", derived=True),
        Collection(
            "link",
            "Evidence for links",
            "Where an identifier elsewhere, or what a name means, was found.",
            "",
            order="address",
        ),
    )
}


@dataclass(frozen=True)
class Listed:
    """One row of a list: a thing, its most specific types, other names and its date."""

    name: Name
    types: tuple[Name, ...]
    also: tuple[str, ...]
    date: str


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
    rows = store.query(
        f"""SELECT ?kind (COUNT(DISTINCT ?s) AS ?n) {{ ?s a ?type
          FILTER (STRSTARTS(STR(?s), '{ID}'))
          BIND (STRBEFORE(SUBSTR(STR(?s), {len(ID) + 1:d}), '/') AS ?kind) }} GROUP BY ?kind"""
    ).rows()
    found = {row["kind"].value: int(row["n"].value) for row in rows if "kind" in row}
    return {slug: found.get(slug, 0) for slug in COLLECTIONS}


def _members(slug: str) -> str:
    # The derived graph repeats things with their wider classes, so it is left out where it can be.
    graph = "=" if COLLECTIONS[slug].derived else "!="
    return (
        f"GRAPH ?g {{ ?s a ?type }} FILTER (?g {graph} <{INFERRED_GRAPH}> && "
        f"STRSTARTS(STR(?s), '{ID}{slug}/'))"
    )


def page(store: Store, slug: str, *, offset: int = 0, limit: int = 250) -> Page:
    """A page of a collection: by date, latest first, or by name, or by address.

    Raises:
        KeyError: there is no such collection.
    """
    collection = COLLECTIONS[slug]
    rows = store.query(f"SELECT DISTINCT ?s ?type {{ {_members(slug)} }}").rows()
    types: dict[str, set[str]] = {}
    for row in rows:
        types.setdefault(row["s"].value, set()).add(row["type"].value)
    named = labels(store, types) if collection.order == "name" else {}
    dates = _dates(store, slug)
    things = sorted(types, key=lambda iri: (named.get(iri, "").casefold(), iri))
    things.sort(key=lambda iri: dates.get(iri, ""), reverse=True)
    shown = things[offset : offset + limit]
    named |= labels(store, [iri for iri in shown if iri not in named])
    named |= labels(store, {kind for iri in shown for kind in types[iri]})
    also = _other_names(store, shown)
    return Page(
        collection,
        tuple(
            Listed(
                Name(iri, named[iri]),
                tuple(Name(kind, named[kind]) for kind in sorted(types[iri])),
                also.get(iri, ()),
                dates.get(iri, ""),
            )
            for iri in shown
        ),
        len(things),
        offset,
        limit,
    )


def _dates(store: Store, slug: str) -> dict[str, str]:
    """The date of each thing of a collection, by the first of its properties that gives one."""
    found: dict[str, str] = {}
    for name in COLLECTIONS[slug].dated:
        query = (
            f"SELECT ?s ?day {{ ?s <{AP}{name}> ?day FILTER (STRSTARTS(STR(?s), '{ID}{slug}/')) }}"
        )
        for row in store.query(query).rows():
            found.setdefault(row["s"].value, row["day"].value)
    return found


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
            && !REGEX(STR(?s), '^{ID}({_UNSOUGHT})/'))
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


# Things whose names repeat those of other things, which the search finds.
_UNSOUGHT: Final = "act|evidence|link|period|position|statement|tenure|total|verdict"
_NO_BREAKS: Final = {ord("\n"): " ", ord("\r"): " "}


def similar(store: Store, iri: str, *, limit: int = 5) -> tuple[Name, ...]:
    """Things that someone who asked for an unknown IRI may have meant."""
    kind, _, slug = iri.removeprefix(ID).partition("/")
    words = slug.replace("-", " ").replace("/", " ").strip()
    found = list(search(store, words, limit=10 * limit)) if words else []
    found.sort(key=lambda name: not name.iri.startswith(f"{ID}{kind}/"))
    found = found[:limit]
    if len(found) < limit and kind in COLLECTIONS and slug:
        found += _close(store, iri, kind, limit)
    return tuple(dict.fromkeys(found))[:limit]


def _close(store: Store, iri: str, kind: str, limit: int) -> list[Name]:
    from difflib import get_close_matches

    rows = store.query(f"SELECT DISTINCT ?s {{ {_members(kind)} }}").rows()
    close = get_close_matches(iri, [row["s"].value for row in rows], n=limit, cutoff=0.9)
    named = labels(store, close)
    return [Name(found, named[found]) for found in close]
