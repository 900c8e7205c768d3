"""The formats of answers: media types, file endings and the short names of ``format=``.

Only formats that the engine writes are listed. HTML is made by the web room; it is here because
a browser negotiates for it together with the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from astropact.errors import UnsupportedFormat

AnswerKind = Literal["solutions", "boolean", "graph"]


@dataclass(frozen=True)
class Format:
    """One format: its short name, media type, file ending and other names it goes by."""

    name: str
    label: str
    media_type: str
    extension: str
    aliases: tuple[str, ...] = ()
    """Other media types that the very same bytes may be sent as."""
    other_names: tuple[str, ...] = ()
    """More short names for ``format=`` and file endings."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every short name, the main one first."""
        return (self.name, *self.other_names)


def content_type(media_type: str) -> str:
    """The value of a Content-Type header: text formats say that they are UTF-8."""
    if media_type.startswith("text/") or media_type == "application/n-triples":
        return f"{media_type}; charset=utf-8"
    return media_type


HTML: Final = Format("html", "Web page", "text/html", "html", ("application/xhtml+xml",))

# The order is the server's preference when a client likes several equally.
JSON: Final = Format(
    "json",
    "JSON",
    "application/sparql-results+json",
    "srj",
    ("application/json",),
    ("srj", "sparql-json"),
)
XML: Final = Format(
    "xml",
    "XML",
    "application/sparql-results+xml",
    "srx",
    ("application/xml", "text/xml"),
    ("srx", "sparql-xml"),
)
CSV: Final = Format("csv", "CSV", "text/csv", "csv")
TSV: Final = Format("tsv", "TSV", "text/tab-separated-values", "tsv")

TURTLE: Final = Format(
    "turtle",
    "Turtle",
    "text/turtle",
    "ttl",
    # Every Turtle document is an N3 document, so both may be sent the same bytes.
    ("application/x-turtle", "application/turtle", "text/n3", "text/rdf+n3"),
    ("ttl", "n3"),
)
JSON_LD: Final = Format(
    "jsonld", "JSON-LD", "application/ld+json", "jsonld", ("application/json",), ("json-ld", "json")
)
RDF_XML: Final = Format(
    "rdfxml",
    "RDF/XML",
    "application/rdf+xml",
    "rdf",
    ("application/xml", "text/xml"),
    ("rdf", "rdf-xml", "rdf+xml", "xml"),
)
N_TRIPLES: Final = Format(
    "ntriples", "N-Triples", "application/n-triples", "nt", ("text/plain",), ("nt", "n-triples")
)
TRIG: Final = Format("trig", "TriG", "application/trig", "trig", ("application/x-trig",))
N_QUADS: Final = Format(
    "nquads", "N-Quads", "application/n-quads", "nq", ("text/x-nquads",), ("nq", "n-quads")
)

RESULTS: Final = (JSON, XML, CSV, TSV)
PLAIN_JSON: Final = Format("json", "JSON", "application/json", "json")
REPORTS: Final = (PLAIN_JSON, CSV)
"""What a report that is more than a table (conflicts, claims, totals) is written in."""
BOOLEANS: Final = (JSON, XML)
"""CSV and TSV have no form for the answer of an ASK (SPARQL 1.1 Query Results CSV and TSV)."""
GRAPHS: Final = (TURTLE, JSON_LD, RDF_XML, N_TRIPLES, TRIG, N_QUADS)

_BY_KIND: Final[dict[AnswerKind, tuple[Format, ...]]] = {
    "solutions": RESULTS,
    "boolean": BOOLEANS,
    "graph": GRAPHS,
}


def formats_for(kind: AnswerKind) -> tuple[Format, ...]:
    """The machine formats an answer of this kind can be written in, best liked first."""
    return _BY_KIND[kind]


def by_name(name: str, offers: tuple[Format, ...]) -> Format:
    """The format that a ``format=`` parameter asks for, by short name or media type.

    Raises:
        UnsupportedFormat: none of the offers goes by that name.
    """
    # A plus sign that a client did not encode arrives as a space.
    wanted = name.strip().lower().replace(" ", "+")
    for offer in offers:
        if wanted in offer.names or wanted == offer.media_type:
            return offer
    for offer in offers:
        if wanted in offer.aliases:
            return offer
    raise UnsupportedFormat(
        f"this answer cannot be given as {name!r}",
        hint="format may be " + ", ".join(offer.name for offer in offers) + ".",
    )


def by_extension(path: str, offers: tuple[Format, ...]) -> tuple[str, Format | None]:
    """Splits a known file ending off a path: ``state/sau.ttl`` is (``state/sau``, Turtle)."""
    stem, dot, ending = path.rpartition(".")
    if dot and stem and "/" not in ending:
        for offer in offers:
            if ending == offer.extension:
                return stem, offer
    return path, None
