"""The SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/).

It is made as a CONSTRUCT query with a constant template, so that the store's own serialiser
writes it in every graph format and no second writer is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.protocol.formats import GRAPHS, RESULTS

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORMATS: Final = "http://www.w3.org/ns/formats/"
# The identifiers that W3C gives to formats (https://www.w3.org/ns/formats/).
_FORMAT_NAMES: Final = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
    "ntriples": "N-Triples",
    "trig": "TriG",
    "nquads": "N-Quads",
}


def description_query(endpoint: str, dataset: str, graphs: Iterable[tuple[str, int]]) -> str:
    """A CONSTRUCT query whose answer describes the service at ``endpoint``.

    ``dataset`` is the IRI of the dataset behind it, and ``graphs`` gives each named graph with
    its number of triples. The service answers updates with a refusal, so it claims only the query
    language; its default graph is the union of the named ones.
    """
    formats = ", ".join(f"<{_FORMATS}{_FORMAT_NAMES[offer.name]}>" for offer in (*RESULTS, *GRAPHS))
    lines = [
        f"<{endpoint}> a sd:Service ;",
        f"  sd:endpoint <{endpoint}> ;",
        "  sd:supportedLanguage sd:SPARQL11Query ;",
        "  sd:feature sd:UnionDefaultGraph ;",
        f"  sd:resultFormat {formats} ;",
        f"  sd:defaultDataset <{dataset}> .",
        f"<{dataset}> a sd:Dataset ; sd:defaultGraph <{endpoint}#default-graph> .",
        f"<{endpoint}#default-graph> a sd:Graph .",
    ]
    for graph, triples in graphs:
        lines.append(
            f"<{dataset}> sd:namedGraph <{graph}#named> . "
            f"<{graph}#named> a sd:NamedGraph ; sd:name <{graph}> ; sd:graph <{graph}> . "
            f"<{graph}> a sd:Graph ; void:triples {triples} ."
        )
    return "\n".join(
        (
            "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>",
            "PREFIX void: <http://rdfs.org/ns/void#>",
            "CONSTRUCT {",
            *lines,
            "} WHERE {}",
        )
    )
