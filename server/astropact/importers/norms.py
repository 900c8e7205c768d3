"""Norms: the collected table of rules made into one file per instrument.

Names, sources and narrower subjects are in :mod:`astropact.importers.norm_details`. The table is
read whole; rows of instruments that have no entry there are passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.importers import norm_details as details
from astropact.importers.sources import AP, Source, SourceRegistry
from astropact.importers.tables import Row, read_table, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib.term import Node

NORM_COLUMNS: Final = (
    "id",
    "instrument",
    "article",
    "paragraph",
    "kind",
    "bearer",
    "counterparty",
    "action",
    "condition_or_trigger",
    "subject",
    "paraphrase",
    "note",
)
_CLASSES: Final = {
    "obligation": "Obligation",
    "prohibition": "Prohibition",
    "permission": "Permission",
    "right": "Right",
    "power": "LegalPower",
    "principle": "GuidingPrinciple",
    "definition": "Definition",
}
# How the action of a norm reads after its bearer.
_VERBS: Final = {
    "obligation": " must ",
    "prohibition": " must not ",
    "permission": " may ",
    "right": " may of right ",
    "power": " has the power to ",
    "principle": " (principle): ",
}
_URGES: Final = re.compile(r"'(should|intend|plan)'")
# Remarks that another property carries.
_CARRIED: Final = re.compile(
    r"(hortatory: )?'(should|intend|plan)'(; )?|PROVISIONAL.*|domestic US law; FY\d+"
)


def import_norms(norms_csv: Path, *, elsewhere: Iterable[Graph] = ()) -> dict[str, Graph]:
    """Make ``data/norms/*.ttl`` and ``data/sources/norms.ttl``.

    ``elsewhere`` holds the sources and provisions that other files of the record describe. Raises
    InputError for a row that cannot be read.
    """
    described = list(elsewhere)
    registry = SourceRegistry(described)
    provisions = {node for graph in described for node in graph.subjects(RDF.type, AP.Provision)}
    graphs: dict[str, Graph] = {}
    for row in read_table(norms_csv, NORM_COLUMNS):
        text = _text(row)
        if text is None:
            continue
        graph = graphs.setdefault(f"data/norms/{text.slug.split('/')[0]}.ttl", Graph())
        _add_coverage(text, graph)
        provision = _add_provision(row, text, graph, registry, provisions)
        _add_norm(row, text, provision, graph, registry)
    graphs["data/sources/norms.ttl"] = registry.graph()
    return graphs


def _text(row: Row) -> details.Text | None:
    """Return the text that a row belongs to; none when it is not imported."""
    if row["instrument"] in details.TREATIES:
        return details.TREATIES[row["instrument"]]
    if row["instrument"] == details.ARTEMIS.slug:
        return details.ARTEMIS
    if row["instrument"] == "wolf-provisions":
        version = _own(row).partition("/")[0]
        if version not in details.WOLF:
            raise row.fault(f"“{version}” is no known version of the Wolf Amendment.")
        return details.WOLF[version]
    return None


def _add_coverage(text: details.Text, graph: Graph) -> None:
    """Say whether an absent norm means that the text has none, and what the text names."""
    node = URIRef(namespaces.thing("instrument", text.slug))
    complete = Literal("false" if text.missing else "true", datatype=XSD.boolean)
    graph.add((node, AP.normsComplete, complete))
    for cited in details.CITES.get(text.slug, ()):
        graph.add((node, AP.cites, URIRef(namespaces.thing("instrument", cited))))


def _own(row: Row) -> str:
    """Return the name of a row's norm below its text."""
    text, _, own = row["id"].partition("/")
    if not text or not own:
        raise row.fault(f"“{row['id']}” is not the name of a norm.", hint="Write text/article.")
    return own


def _place(row: Row) -> tuple[str, str]:
    """Return the slug of a row's provision below its text, and its number."""
    own = _own(row)
    if row["instrument"] == "wolf-provisions":
        if own not in details.WOLF_PROVISIONS:
            raise row.fault(f"The provision of “{row['id']}” is not known.")
        return details.WOLF_PROVISIONS[own]
    number = row["article"] + (f"({row['paragraph']})" if row["paragraph"] else "")
    return own.split("/")[0], number


def _add_provision(
    row: Row,
    text: details.Text,
    graph: Graph,
    registry: SourceRegistry,
    described: set[Node],
) -> URIRef:
    slug, number = _place(row)
    path = f"{text.slug}/{slug}"
    node = URIRef(namespaces.thing("provision", path))
    if node in described:
        return node
    graph.add((node, RDF.type, AP.Provision))
    graph.add((node, RDFS.label, text_literal(f"{text.name}, {_spelled(row, number)}")))
    graph.add((node, AP.provisionOf, URIRef(namespaces.thing("instrument", text.slug))))
    graph.add((node, AP.provisionNumber, Literal(number)))
    for source in _sources(row, text):
        graph.add((node, DCTERMS.source, registry.add(source)))
    for cited in details.CITES.get(path, ()):
        graph.add((node, AP.cites, URIRef(namespaces.thing("instrument", cited))))
    return node


def _sources(row: Row, text: details.Text) -> tuple[Source, ...]:
    if text is details.ARTEMIS and row["article"] in details.ARTEMIS_SOURCES:
        return (details.ARTEMIS_SOURCES[row["article"]],)
    return text.sources


def _spelled(row: Row, number: str) -> str:
    """Return the number of a provision in words: "Article IV, paragraph 1"."""
    if row["instrument"] == "wolf-provisions":
        return number.replace("s. ", "section ")
    article = (
        row["article"] if row["article"].startswith("Section") else f"Article {row['article']}"
    )
    return f"{article}, paragraph {row['paragraph']}" if row["paragraph"] else article


def _add_norm(
    row: Row, text: details.Text, provision: URIRef, graph: Graph, registry: SourceRegistry
) -> None:
    if row["kind"] not in _CLASSES:
        raise row.fault(
            f"“{row['kind']}” is not a kind of norm.", hint=f"Use one of: {', '.join(_CLASSES)}."
        )
    own = _own(row)
    if row["instrument"] == "wolf-provisions":
        own = own.partition("/")[2]
    node = URIRef(namespaces.thing("norm", f"{text.slug}/{own}"))
    _, number = _place(row)
    remark = _CARRIED.sub("", row["note"]).strip()
    graph.add((node, RDF.type, AP[_CLASSES[row["kind"]]]))
    verb = _VERBS.get(row["kind"])
    if verb == " must " and _URGES.search(row["note"]):
        verb = " should "
    rule = row["bearer"] + verb + row["action"] if verb else row["action"]
    label = f"{text.name}, {_spelled(row, number)}: {rule}"
    graph.add((node, RDFS.label, text_literal(label)))
    graph.add((node, AP.expressedIn, provision))
    for source in _sources(row, text):
        graph.add((node, DCTERMS.source, registry.add(source)))
    note = row["paraphrase"] + (f" ({remark[0].upper()}{remark[1:]}.)" if remark else "")
    graph.add((node, AP.note, text_literal(note)))
    for column, predicate in (
        ("bearer", AP.bearerText),
        ("counterparty", AP.counterpartyText),
        ("action", AP.conduct),
        ("condition_or_trigger", AP.condition),
    ):
        if row[column]:
            graph.add((node, predicate, text_literal(row[column])))
    for column, predicate in (("bearer", AP.bearer), ("counterparty", AP.counterparty)):
        for actor in details.ACTORS.get(row[column], ()):
            graph.add((node, predicate, URIRef(namespaces.ID + actor)))
    subjects = details.SUBJECT_CORRECTIONS.get(
        row["id"], (row["subject"], *details.SUBJECTS.get(row["id"], ()))
    )
    for subject in subjects:
        graph.add((node, AP.subjectMatter, URIRef(namespaces.concept("subject-matter", subject))))
    if _URGES.search(row["note"]):
        graph.add((node, AP.hortatory, Literal("true", datatype=XSD.boolean)))
    read = "false" if row["note"].startswith(("PROVISIONAL", "reported, not")) else "true"
    graph.add((node, AP.officialTextRead, Literal(read, datatype=XSD.boolean)))
    whole = text.slug.removeprefix("wolf-amendment/")
    for rule in details.EXCEPTIONS.get(f"{whole}/{own}", ()):
        excepted = URIRef(namespaces.thing("norm", f"wolf-amendment/{rule}"))
        graph.add((node, AP.exceptionTo, excepted))
