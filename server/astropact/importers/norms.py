"""Norms: the collected table of rules made into one file per instrument.

Names, sources, exceptions and cited texts are in :mod:`astropact.importers.norm_details`; the
table and what re-reading the texts brought are read by :mod:`astropact.importers.norm_rows`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.importers import norm_details as details
from astropact.importers.norm_rows import READINGS, NormRow, Parts, read_norms
from astropact.importers.sources import AP, Source, SourceRegistry
from astropact.importers.tables import Row, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib.term import Node

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
# The wording itself was not read.
_NOT_READ: Final = re.compile(r"PROVISIONAL|reported, not|own text not read|from UN press release")
# Remarks that another property carries: that it urges, that it is domestic law, periods of time.
_CARRIED: Final = re.compile(
    r"(hortatory: )?'(should|intend|plan)'|PROVISIONAL.*|domestic US law|FY\d+"
    r"|unilateral political commitment|own text not read|reported, not quoted, in source"
    r"|(trigger )?P\d+[DMY]( \+ P\d+[DMY])?( (interval|threshold|notice).*)?"
)
_UNNUMBERED: Final = "(unnumbered in source)"
_PLEDGES: Final = "asat-test-pledges"
_WOLF: Final = "wolf-provisions"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a norm stands: its text, its own name below it, and its provision there."""

    text: details.Text
    own: str
    provision: str
    number: str
    spelled: str

    @property
    def norm(self) -> str:
        return f"{self.text.slug}/{self.own}"


def import_norms(
    norms_csv: Path, *, elsewhere: Iterable[Graph] = (), readings: Path = READINGS
) -> dict[str, Graph]:
    """Make ``data/norms/*.ttl`` and ``data/sources/norms.ttl``.

    ``elsewhere`` holds the sources, provisions and statements on pledges that other files of the
    record describe; ``readings`` is the folder of the tables of re-readings. Raises InputError
    for a row that cannot be read or was not read again against its text.
    """
    described = list(elsewhere)
    registry = SourceRegistry(described)
    provisions = {node for graph in described for node in graph.subjects(RDF.type, AP.Provision)}
    parts = Parts(readings)
    graphs: dict[str, Graph] = {}
    for norm in read_norms(norms_csv, readings):
        place = _place(norm.row)
        graph = graphs.setdefault(f"data/norms/{place.text.slug.split('/')[0]}.ttl", Graph())
        _add_coverage(place.text, graph)
        provision = URIRef(namespaces.thing("provision", f"{place.text.slug}/{place.provision}"))
        sources = [registry.add(source) for source in _sources(norm.row, place.text)]
        sources += _pledged_in(norm.row, parts, described)
        if provision not in provisions:
            _add_provision(provision, place, sources, graph)
        _add_norm(norm, place, parts, graph)
        node = URIRef(namespaces.thing("norm", place.norm))
        graph.add((node, AP.expressedIn, provision))
        for source in sources:
            graph.add((node, DCTERMS.source, source))
    graphs["data/sources/norms.ttl"] = registry.graph()
    return graphs


def _place(row: Row) -> _Place:
    """Return where the norm of a row stands."""
    instrument, (_, _, own) = row["instrument"], row["id"].partition("/")
    if not own:
        raise row.fault(f"“{row['id']}” is not the name of a norm.", hint="Write text/article.")
    if instrument == _WOLF:
        return _wolf_place(row, own)
    texts = {**details.TREATIES, **details.COMMITMENTS, details.ARTEMIS.slug: details.ARTEMIS}
    if instrument not in texts:
        raise row.fault(
            f"“{instrument}” is no instrument whose norms are imported.",
            hint="Describe it in importers/norm_details.py.",
        )
    provision = own.split("/")[0]
    if row["article"] == _UNNUMBERED:
        spelled = row["bearer"] if instrument == _PLEDGES else own.replace("-", " ")
        return _Place(texts[instrument], own, provision, "", spelled)
    number = row["article"] + (f"({row['paragraph']})" if row["paragraph"] else "")
    spelled = row["article"] if " " in row["article"] else f"Article {row['article']}"
    if row["paragraph"]:
        spelled += f", paragraph {row['paragraph']}"
    return _Place(texts[instrument], own, provision, number, spelled)


def _wolf_place(row: Row, whole: str) -> _Place:
    version, _, own = whole.partition("/")
    if version not in details.WOLF:
        raise row.fault(f"“{version}” is no known version of the Wolf Amendment.")
    if whole not in details.WOLF_PROVISIONS:
        raise row.fault(f"The provision of “{row['id']}” is not known.")
    provision, number = details.WOLF_PROVISIONS[whole]
    spelled = number.replace("s. ", "section ")
    return _Place(details.WOLF[version], own, provision, number, spelled)


def _add_coverage(text: details.Text, graph: Graph) -> None:
    """Say whether an absent norm means that the text has none, and what the text names."""
    node = URIRef(namespaces.thing("instrument", text.slug))
    complete = Literal("false" if text.missing else "true", datatype=XSD.boolean)
    graph.add((node, AP.normsComplete, complete))
    for cited in details.CITES.get(text.slug, ()):
        graph.add((node, AP.cites, URIRef(namespaces.thing("instrument", cited))))


def _add_provision(node: URIRef, place: _Place, sources: list[URIRef], graph: Graph) -> None:
    graph.add((node, RDF.type, AP.Provision))
    graph.add((node, RDFS.label, text_literal(f"{place.text.name}, {place.spelled}")))
    graph.add((node, AP.provisionOf, URIRef(namespaces.thing("instrument", place.text.slug))))
    if place.number:
        graph.add((node, AP.provisionNumber, Literal(place.number)))
    for source in sources:
        graph.add((node, DCTERMS.source, source))
    for cited in details.CITES.get(f"{place.text.slug}/{place.provision}", ()):
        graph.add((node, AP.cites, URIRef(namespaces.thing("instrument", cited))))


def _sources(row: Row, text: details.Text) -> tuple[Source, ...]:
    if text is details.ARTEMIS and row["article"] in details.ARTEMIS_SOURCES:
        return (details.ARTEMIS_SOURCES[row["article"]],)
    return text.sources


def _pledged_in(row: Row, parts: Parts, described: list[Graph]) -> list[URIRef]:
    """Return the sources that state the pledge of a row's bearers."""
    if row["instrument"] != _PLEDGES:
        return []
    pledge = URIRef(namespaces.thing("instrument", details.COMMITMENTS[_PLEDGES].slug))
    bearers = {URIRef(namespaces.ID + actor) for actor in parts.of(row, "bearer").actors}
    found = {
        URIRef(str(source))
        for graph in described
        for statement in graph.subjects(AP.instrument, pledge)
        if graph.value(statement, AP.actor) in bearers
        for source in graph.objects(statement, AP.statedIn)
    }
    if not found:
        raise row.fault(
            f"No statement of the record gives a source for the pledge of {row['bearer']}.",
            hint="Import the pledges first.",
        )
    return sorted(found)


def _add_norm(norm: NormRow, place: _Place, parts: Parts, graph: Graph) -> None:
    row = norm.row
    if row["kind"] not in _CLASSES:
        raise row.fault(
            f"“{row['kind']}” is not a kind of norm.", hint=f"Use one of: {', '.join(_CLASSES)}."
        )
    node: Node = URIRef(namespaces.thing("norm", place.norm))
    urges = bool(_URGES.search(row["note"])) or row["hortatory"] == "true"
    verb = _VERBS.get(row["kind"], "")
    if urges:
        verb = verb.replace(" must ", " should ")
    rule = row["bearer"] + verb + row["action"] if verb else row["action"]
    kept = [part for part in row["note"].split("; ") if part and not _CARRIED.fullmatch(part)]
    remark = "; ".join(kept)
    gist = row["paraphrase"] + (f" ({remark[0].upper()}{remark[1:]}.)" if remark else "")
    graph.add((node, RDF.type, AP[_CLASSES[row["kind"]]]))
    graph.add((node, RDFS.label, text_literal(f"{place.text.name}, {place.spelled}: {rule}")))
    graph.add((node, AP.note, text_literal(gist)))
    for column, predicate in (
        ("bearer", AP.bearerText),
        ("counterparty", AP.counterpartyText),
        ("action", AP.conduct),
        ("condition_or_trigger", AP.condition),
    ):
        if row[column]:
            graph.add((node, predicate, text_literal(row[column])))
    for column, actor_of, role_of in (
        ("bearer", AP.bearer, AP.bearerRole),
        ("counterparty", AP.counterparty, AP.counterpartyRole),
    ):
        part = parts.of(row, column)
        _point(graph, node, role_of, "norm-role", part.roles)
        for actor in part.actors:
            graph.add((node, actor_of, URIRef(namespaces.ID + actor)))
    _point(graph, node, AP.subjectMatter, "subject-matter", norm.subjects)
    _point(graph, node, AP.trigger, "trigger", norm.triggers)
    if urges:
        graph.add((node, AP.hortatory, Literal("true", datatype=XSD.boolean)))
    read = "false" if _NOT_READ.search(row["note"]) else "true"
    graph.add((node, AP.officialTextRead, Literal(read, datatype=XSD.boolean)))
    for rule in details.EXCEPTIONS.get(place.norm, ()):
        graph.add((node, AP.exceptionTo, URIRef(namespaces.thing("norm", rule))))


def _point(
    graph: Graph, node: Node, predicate: URIRef, scheme: str, slugs: tuple[str, ...]
) -> None:
    for slug in slugs:
        graph.add((node, predicate, URIRef(namespaces.concept(scheme, slug))))
