"""Compares the links of the record with a table of another data set.

Rows are joined to things of the record by a field that both have (an ISO code, an identifier of a
third data set, a name). A link that the table has too is confirmed, and becomes evidence; a row
whose thing has no link is a proposal; a row that gives another identifier is a contradiction, which
people must look at. Nothing is taken over by itself.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from astropact.errors import InputError
from astropact.linking.links import read_links
from astropact.namespaces import (
    DCTERMS,
    ID,
    OWL,
    PREFIXES,
    RDF,
    SEMAPV,
    SKOS,
    SSSOM,
    thing,
)
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import rdflib

    from astropact.linking.datasets import Dataset
    from astropact.linking.links import Link
    from astropact.store.base import Store

NAME: Final = "name"
"""The field that stands for every name of a thing, compared without case, accents and signs."""
_BY_CODE: Final = SEMAPV + "MappingChaining"
_BY_NAME: Final = SEMAPV + "LexicalMatching"
_NAMES: Final = "rdfs:label|skos:altLabel|skos:prefLabel|ap:officialName"


@dataclass(frozen=True)
class Table:
    """A table of another data set: where it is and which columns to compare."""

    path: Path
    dataset: Dataset
    identifier: str
    """Column with the identifier; what stands before the last slash is left out, and ; parts."""
    key: str
    """Column that is compared with the record."""
    field: str
    """Property of the record that the column is compared with, such as ``ap:iso3``; or ``name``."""
    source: str
    """Slug of the source of the record that stands for the table."""


@dataclass(frozen=True)
class Row:
    """What a table says of one thing of the record."""

    thing: str
    identifier: str
    match: str
    line: int


@dataclass
class Comparison:
    """What came of comparing a table with the record."""

    table: Table
    confirmed: list[tuple[Link, Row]] = field(default_factory=list)
    proposed: list[Row] = field(default_factory=list)
    contradicted: list[tuple[Link, Row]] = field(default_factory=list)


def compare(store: Store, table: Table) -> Comparison:
    """Joins the rows of ``table`` with the things in ``store`` and compares identifiers.

    Raises:
        InputError: the table cannot be read or lacks a column.
    """
    found = Comparison(table)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in read_links(store):
        if link.dataset is table.dataset:
            links[link.subject].append(link)
    by_thing: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(store, table):
        by_thing[row.thing].append(row)
    for iri, rows in by_thing.items():
        held = links.get(iri, [])
        same = [
            (link, row)
            for row in rows
            for link in held
            if link.identifier.rstrip("/") == row.identifier
        ]
        exact = [
            link for link in held if link.predicate == SKOS + "exactMatch" or table.dataset.property
        ]
        if same:
            # Other rows with the same name are other things.
            found.confirmed += same
        elif exact:
            found.contradicted += [(link, row) for link in exact for row in rows]
        else:
            found.proposed += rows
    return found


def to_evidence(comparisons: Iterable[Comparison]) -> rdflib.Graph:
    """The evidence for every confirmed link, one node for each link, table and column."""
    from rdflib import Graph, Literal, URIRef

    graph = Graph(bind_namespaces="none")
    for comparison in comparisons:
        table = comparison.table
        how = _BY_NAME if table.field == NAME else _BY_CODE
        for link, row in comparison.confirmed:
            # One thing may have two links to one data set, for example an exact and a related one.
            parts = [table.dataset.slug, link.subject.removeprefix(ID)]
            if link.predicate.startswith(SKOS) and not link.predicate.endswith("exactMatch"):
                parts.append(link.predicate.removeprefix(SKOS).removesuffix("Match"))
            # One table may confirm a link by several columns, each on its own.
            column = "-".join(re.findall(r"[a-z0-9]+", table.key.lower()))
            node = URIRef(thing("link", "/".join([*parts, f"{table.source}-{column}"])))
            literal = bool(table.dataset.property)
            target = Literal(link.target) if literal else URIRef(link.target)
            graph.add((node, URIRef(RDF + "type"), URIRef(SSSOM + "Mapping")))
            graph.add((node, URIRef(OWL + "annotatedSource"), URIRef(link.subject)))
            graph.add((node, URIRef(OWL + "annotatedProperty"), URIRef(link.predicate)))
            graph.add((node, URIRef(OWL + "annotatedTarget"), target))
            graph.add((node, URIRef(SSSOM + "mapping_justification"), URIRef(how)))
            graph.add((node, URIRef(SSSOM + "subject_match_field"), Literal(table.field)))
            graph.add((node, URIRef(SSSOM + "object_match_field"), Literal(table.key)))
            graph.add((node, URIRef(SSSOM + "match_string"), Literal(row.match)))
            graph.add((node, URIRef(DCTERMS + "source"), URIRef(thing("source", table.source))))
    return graph


def _rows(store: Store, table: Table) -> list[Row]:
    things = _things(store, table.field)
    found = []
    for line, cells in _cells(table):
        match = _last_part(cells[table.key])
        key = _plain(match) if table.field == NAME else match
        for cell in cells[table.identifier].split(";"):
            # Titles of pages are written with spaces in tables and with underscores in addresses.
            identifier = _last_part(cell).replace(" ", "_")
            if identifier and match:
                found += [Row(iri, identifier, match, line) for iri in sorted(things.get(key, ()))]
    return found


def _things(store: Store, field_name: str) -> dict[str, set[str]]:
    """Things of the record by the value of the field that is compared."""
    path = _NAMES if field_name == NAME else iriref(_expand(field_name))
    prefixes = " ".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("ap", "rdfs", "skos"))
    rows = store.query(
        f"{prefixes} SELECT DISTINCT ?thing ?value {{ ?thing {path} ?value "
        f"FILTER(REGEX(STR(?thing), '^{ID}(state|org)/')) }}"
    ).rows()
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        value = row["value"].value
        found[_plain(value) if field_name == NAME else value].add(row["thing"].value)
    return found


def _expand(name: str) -> str:
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES or not local:
        raise InputError(
            f"{name!r} is not a property of the record",
            hint=f"Write it with its prefix, for example ap:iso3, or {NAME!r}.",
        )
    return PREFIXES[prefix] + local


def _cells(table: Table) -> list[tuple[int, dict[str, str]]]:
    try:
        text = table.path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "cannot be read", hint="Give a table in UTF-8.", path=str(table.path)
        ) from error
    lines = text.splitlines()
    tabs = "\t" in (lines[0] if lines else "")
    # Tables parted by tabs do not quote, so a quotation mark in a cell is part of it.
    reader = (
        csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tabs
        else csv.DictReader(lines)
    )
    wanted = {table.identifier, table.key}
    missing = sorted(wanted - set(reader.fieldnames or ()))
    if missing:
        raise InputError(
            f"has no column {', '.join(missing)}",
            hint="Its columns are: " + ", ".join(reader.fieldnames or ()),
            path=str(table.path),
            line=1,
        )
    return [
        (reader.line_num, {key: row[key] or "" for key in wanted})
        for row in reader
        if not (row[table.identifier] or "").startswith("#")
    ]


def _last_part(text: str) -> str:
    """An identifier without the address that it may stand in."""
    text = text.strip().rstrip("/")
    return text.rpartition("/")[2] if "://" in text else text


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in folded if not unicodedata.combining(c))))
