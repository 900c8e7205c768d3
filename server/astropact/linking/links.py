"""Reads the links of the record and the evidence for each.

A link is a triple such as ``state:sau skos:exactMatch wd:Q851``. Its evidence is one node for each
column of a table in which it was found: a ``sssom:Mapping`` that names the link in the way of OWL
annotations (``owl:annotatedSource``, ``-Property``, ``-Target``), how the match was made, on which
fields, and the source (SSSOM, https://mapping-commons.github.io/sssom/).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.linking.datasets import DATASETS, MATCHES
from astropact.namespaces import DCTERMS, ID, OWL, SSSOM

if TYPE_CHECKING:
    from astropact.linking.datasets import Dataset
    from astropact.store.base import Store

_LITERALS: Final = tuple(item.property for item in DATASETS.values() if item.property)


@dataclass(frozen=True)
class Evidence:
    """Why a link is believed: where it was found and what was compared."""

    iri: str
    sources: tuple[str, ...]
    justification: str
    subject_field: str
    object_field: str
    match: str


@dataclass(frozen=True)
class Link:
    """A thing of the record and the identifier that another data set gives it."""

    subject: str
    predicate: str
    target: str
    dataset: Dataset
    evidence: tuple[Evidence, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The sources in which the link was found, by any field."""
        return frozenset(source for item in self.evidence for source in item.sources)

    @property
    def identifier(self) -> str:
        """The identifier without the namespace of its data set."""
        return self.dataset.identifier_of(self.target) or self.target


def read_links(store: Store) -> list[Link]:
    """Every link of a thing of the record, by data set, thing and target."""
    evidence = _evidence(store)
    properties = " ".join(f"<{iri}>" for iri in (*MATCHES, *_LITERALS))
    rows = store.query(
        f"SELECT DISTINCT ?s ?p ?o {{ VALUES ?p {{ {properties} }} ?s ?p ?o "
        f"FILTER(STRSTARTS(STR(?s), '{ID}')) }}"
    ).rows()
    links = []
    for row in rows:
        subject, predicate, target = (row[name].value for name in "spo")
        dataset = _dataset(predicate, target)
        if dataset is not None:
            found = evidence.get((subject, predicate, target), [])
            links.append(Link(subject, predicate, target, dataset, tuple(found)))
    return sorted(links, key=lambda link: (link.dataset.slug, link.subject, link.target))


def _dataset(predicate: str, target: str) -> Dataset | None:
    for dataset in DATASETS.values():
        if dataset.property:
            if predicate == dataset.property:
                return dataset
        elif predicate in MATCHES and dataset.identifier_of(target) is not None:
            return dataset
    return None


def _evidence(store: Store) -> dict[tuple[str, str, str], list[Evidence]]:
    rows = store.query(
        f"""PREFIX owl: <{OWL}> PREFIX sssom: <{SSSOM}> PREFIX dcterms: <{DCTERMS}>
        SELECT DISTINCT * {{
          ?node a sssom:Mapping ; owl:annotatedSource ?s ; owl:annotatedProperty ?p ;
            owl:annotatedTarget ?o ; sssom:mapping_justification ?how ; dcterms:source ?source .
          OPTIONAL {{ ?node sssom:subject_match_field ?subjectField }}
          OPTIONAL {{ ?node sssom:object_match_field ?objectField }}
          OPTIONAL {{ ?node sssom:match_string ?match }}
        }}"""
    ).rows()
    nodes: dict[str, dict[str, str]] = {}
    sources: dict[str, set[str]] = {}
    for row in rows:
        text = {key: term.value for key, term in row.items()}
        nodes[text["node"]] = text
        sources.setdefault(text["node"], set()).add(text["source"])
    found: dict[tuple[str, str, str], list[Evidence]] = {}
    for iri in sorted(nodes):
        text = nodes[iri]
        found.setdefault((text["s"], text["p"], text["o"]), []).append(
            Evidence(
                iri=iri,
                sources=tuple(sorted(sources[iri])),
                justification=text["how"],
                subject_field=text.get("subjectField", ""),
                object_field=text.get("objectField", ""),
                match=text.get("match", ""),
            )
        )
    return found
