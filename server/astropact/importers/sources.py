"""Sources named in collected tables, turned into ``ap:Source`` nodes.

A table names its sources in words ("GCAT orgs.tsv 2025-04-14 | https://…"). The record
gives each of them one IRI, whichever table mentions it. A :class:`SourceRegistry` hands
those IRIs out, keeps them stable between runs, and writes the nodes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.errors import RecordFault
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

AP = Namespace(namespaces.AP)
SCHEMA_URL = URIRef("https://schema.org/url")

CC_BY_4 = "https://creativecommons.org/licenses/by/4.0/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"

_SLUG_LIMIT = 80
# A source described in one of these files is not described again in a later one.
_SOURCE_FILES = (
    "data/sources/participation.ttl",
    "data/sources/actors.ttl",
    "data/sources/instruments.ttl",
    "data/sources/norms.ttl",
    "data/sources/artemis.ttl",
    "data/sources/ilrs.ttl",
    "data/sources/pledges.ttl",
    "data/sources/totals.ttl",
    "data/sources/votes.ttl",
    "data/sources/clauses.ttl",
    "data/sources/readings.ttl",
)


@dataclass(frozen=True, slots=True)
class Source:
    """One source: what it is called, where it is, how far it is trusted.

    ``tier`` runs from 1 (official list) to 6 (mirrors and news), see ``ap:trustTier``.
    """

    slug: str
    title: str
    tier: int
    url: str = ""
    licence: str = ""
    note: str = ""


class SourceRegistry:
    """Hands out source IRIs and collects the nodes that describe them.

    ``elsewhere`` holds sources already described in another file of the record: a source
    with the same address gets the IRI from there and is not described twice.
    """

    def __init__(self, elsewhere: Iterable[Graph] = ()) -> None:
        self._by_slug: dict[str, Source] = {}
        self._iri_by_address: dict[str, URIRef] = {}
        self._reserved: set[str] = set()
        for graph in elsewhere:
            for node in graph.subjects(RDF.type, AP.Source):
                self._reserved.add(str(node))
                for url in graph.objects(node, SCHEMA_URL):
                    self._iri_by_address[address_key(str(url))] = URIRef(str(node))

    def add(self, source: Source) -> URIRef:
        """Return the IRI of ``source``, describing it unless another file does.

        Raises RecordFault when its slug is already taken by a different source.
        """
        key = address_key(source.url)
        if key and key in self._iri_by_address:
            return self._iri_by_address[key]
        iri = URIRef(namespaces.thing("source", source.slug))
        if str(iri) in self._reserved:
            raise RecordFault(
                f"The source name “{source.slug}” is used by another file of the record.",
                hint="Give one of the two sources another slug.",
            )
        present = self._by_slug.setdefault(source.slug, source)
        if present != source:
            raise RecordFault(
                f"Two different sources share the name “{source.slug}”: "
                f"“{present.title}” and “{source.title}”.",
                hint="Give one of them another slug.",
            )
        if key:
            self._iri_by_address[key] = iri
        return iri

    def is_elsewhere(self, slug: str) -> bool:
        """Whether another file describes a source of this name."""
        return namespaces.thing("source", slug) in self._reserved

    def add_address(self, url: str, *, tier: int, title: str = "", note: str = "") -> URIRef:
        """Return the IRI of the page at ``url``, with a slug made from the address."""
        key = address_key(url)
        if key in self._iri_by_address:
            return self._iri_by_address[key]
        slug = slug_of_address(url)
        if slug in self._by_slug or namespaces.thing("source", slug) in self._reserved:
            # Two addresses can shorten to one slug; a digest of the address, unlike a
            # counter, does not depend on which of them comes first.
            slug = f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        return self.add(Source(slug, title or title_of_address(url), tier, url, note=note))

    def graph(self) -> Graph:
        """Describe every source handed out here and not described elsewhere."""
        graph = Graph()
        for source in self._by_slug.values():
            node = URIRef(namespaces.thing("source", source.slug))
            graph.add((node, RDF.type, AP.Source))
            graph.add((node, RDFS.label, Literal(source.title, lang="en")))
            graph.add((node, AP.trustTier, Literal(str(source.tier), datatype=XSD.integer)))
            if source.url:
                graph.add((node, SCHEMA_URL, Literal(source.url, datatype=XSD.anyURI)))
            if source.licence:
                graph.add((node, DCTERMS.license, URIRef(source.licence)))
            if source.note:
                graph.add((node, AP.note, Literal(source.note, lang="en")))
        return graph


def described_elsewhere(root: Path, own: str) -> list[Graph]:
    """Read the source files of the record at ``root`` that come before ``own``.

    ``own`` is a path like ``data/sources/actors.ttl``.
    """
    before = _SOURCE_FILES[: _SOURCE_FILES.index(own)]
    paths = [root / name for name in before]
    return [read_turtle([path]) for path in paths if path.is_file()]


def split_sources(text: str, separators: str = ";|") -> list[str]:
    """Split a cell that names several sources, leaving separators inside brackets alone."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        elif character in separators and not depth:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def slugify(text: str) -> str:
    """Return ``text`` in lower-case ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def address_key(url: str) -> str:
    """Return a key under which trivially different spellings of an address meet."""
    if not url:
        return ""
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}"


def slug_of_address(url: str) -> str:
    """Return a readable slug: host without ``www``, then the end of the path."""
    parts = urlsplit(url)
    host = parts.netloc.lower().removeprefix("www.")
    steps = [step for step in unquote(parts.path).split("/") if step]
    tail = slugify(" ".join(steps[-2:]) if steps else parts.query)
    return f"{slugify(host)}-{tail}"[:_SLUG_LIMIT].strip("-")


def title_of_address(url: str) -> str:
    """Return a title for a page known by its address alone."""
    parts = urlsplit(url)
    host = parts.netloc.lower().removeprefix("www.")
    steps = [step for step in unquote(parts.path).split("/") if step]
    name = re.sub(r"\.(html?|php|pdf|xml|shtml|aspx?)$", "", steps[-1]) if steps else ""
    words = re.sub(r"[-_+]+", " ", name).strip()
    return f"{host}: {words}" if words else host
