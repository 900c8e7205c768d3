"""Instruments: the collected table made into one file per instrument.

Slugs, notes and final clauses are in :mod:`astropact.importers.instrument_details`; the rules on
when consent or withdrawal takes effect are read from the table of effect rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, RDF, RDFS, Graph, Literal, URIRef

from astropact import namespaces
from astropact.importers import instrument_details as details
from astropact.importers.instrument_sources import TEXTS, instrument_source_iris
from astropact.importers.sources import AP, SourceRegistry
from astropact.importers.tables import Row, date_literal, is_date, read_table, text_literal
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

INSTRUMENT_COLUMNS: Final = (
    "id",
    "title",
    "short_title",
    "kind",
    "binding",
    "adopted",
    "opened_for_signature",
    "signed",
    "entry_into_force",
    "depositary",
    "untc_or_unts_ref",
    "un_resolution",
    "terminated",
    "source_url",
)
RULE_COLUMNS: Final = ("instrument", "rule", "article", "rule_value")

# Kind in the table -> class, binding force when the table says that it binds, and when not.
_KINDS: Final[dict[str, tuple[str, str, str]]] = {
    "multilateral treaty": ("Treaty", "legally-binding", "political-commitment"),
    "bilateral treaty": ("Treaty", "legally-binding", "political-commitment"),
    # A statute adopted by an organ binds the members without an act of each of them.
    "organisation statute": ("Resolution", "legally-binding", "political-commitment"),
    "accord": ("PoliticalCommitment", "legally-binding", "political-commitment"),
    "national law": ("NationalLaw", "domestic-law", "proposed"),
    "national bill": ("Bill", "domestic-law", "proposed"),
    "presidential memorandum": ("ExecutiveDirective", "executive-direction", "proposed"),
}
_DATES: Final = (
    ("adopted", AP.adoptedOn),
    ("opened_for_signature", AP.openedForSignatureOn),
    ("signed", AP.signedOn),
    ("entry_into_force", AP.enteredIntoForceOn),
    ("terminated", AP.terminatedOn),
)
# Beginning of a rule in words -> concept. Rules of other forms have no concept yet.
_JOINING: Final = (
    ("on definitive signature or on deposit", "on-definitive-signature-or-deposit"),
    ("on deposit", "on-deposit"),
    ("P30D after deposit", "thirtieth-day-after-deposit"),
    ("P3M after deposit", "three-months-after-deposit"),
    ("on signature", "on-signature"),
)
_LEAVING: Final = (
    ("P1Y after receipt of notification", "one-year-after-notification"),
    ("P3M after", "three-months-after-notification"),
    ("on receipt of notification", "on-receipt-of-notification"),
    ("end of the financial year following", "end-of-next-financial-year"),
)
_UN_RESOLUTION: Final = re.compile(r"\d+(/\d+| \([IVXL]+\))")


def import_instruments(
    instruments_csv: Path,
    effect_rules_csv: Path | None = None,
    *,
    elsewhere: Iterable[Graph] = (),
) -> dict[str, Graph]:
    """Make ``data/instruments/*.ttl`` and ``data/sources/instruments.ttl``.

    ``elsewhere`` holds sources that other files of the record describe. Raises InputError for a
    row that cannot be read.
    """
    registry = SourceRegistry(elsewhere)
    rules = _effect_rules(effect_rules_csv) if effect_rules_csv else {}
    graphs: dict[str, Graph] = {}
    for row in read_table(instruments_csv, INSTRUMENT_COLUMNS):
        if row["id"] not in details.SLUGS:
            raise row.fault(
                f"The instrument “{row['id']}” has no slug.", hint="Add it to the list of slugs."
            )
        slug = details.SLUGS[row["id"]]
        whole, _, version = slug.partition("/")
        graph = graphs.setdefault(f"data/instruments/{whole}.ttl", Graph())
        instrument = _add_instrument(row, slug, graph, registry)
        more = details.MORE_RULES.get(row["id"], ()) if rules else ()
        for rule in sorted({*rules.get(row["id"], ()), *more}):
            concept = URIRef(namespaces.concept("effect-rule", rule))
            graph.add((instrument, AP.effectRule, concept))
        for source in details.TEXT_SOURCES.get(row["id"], ()):
            graph.add((instrument, DCTERMS.source, registry.add(source)))
        for predicate, value in details.LATER_DATES.get(row["id"], {}).items():
            graph.add((instrument, AP[predicate], date_literal(value)))
        if version:
            _add_version(instrument, graph)
        _add_clauses(row["id"], slug, instrument, graph, registry)
    graphs["data/sources/instruments.ttl"] = registry.graph()
    return graphs


def _add_instrument(row: Row, slug: str, graph: Graph, registry: SourceRegistry) -> URIRef:
    if row["kind"] not in _KINDS:
        raise row.fault(
            f"“{row['kind']}” is not a kind of instrument.",
            hint=f"Use one of: {', '.join(_KINDS)}.",
        )
    class_name, binding, otherwise = _KINDS[row["kind"]]
    force = binding if row["binding"].startswith("yes") else otherwise
    node = URIRef(namespaces.thing("instrument", slug))
    graph.add((node, RDF.type, AP[class_name]))
    graph.add((node, RDFS.label, text_literal(row["short_title"])))
    graph.add((node, DCTERMS.title, text_literal(row["title"])))
    graph.add((node, AP.bindingForce, URIRef(namespaces.concept("binding-force", force))))
    for column, predicate in _DATES:
        if row[column]:
            if not is_date(row[column]):
                raise row.fault(f"“{row[column]}” is not a date.")
            given = details.EXACT_DATES.get(row["id"], {}).get(column, row[column])
            graph.add((node, predicate, date_literal(given)))
            if predicate == AP.signedOn:
                first, last = bounds(given)
                graph.add((node, AP.notBefore, date_literal(first.isoformat())))
                graph.add((node, AP.notAfter, date_literal(last.isoformat())))
    for state in details.PARTIES.get(row["id"], ()):
        graph.add((node, AP.party, URIRef(namespaces.thing("state", state))))
    for reference in _references(row):
        graph.add((node, AP.seriesReference, Literal(reference)))
    if _UN_RESOLUTION.fullmatch(row["un_resolution"]):
        graph.add((node, AP.adoptedByResolution, Literal(row["un_resolution"])))
    notes = _add_depositaries(row, node, graph)
    notes.append(details.NOTES.get(row["id"], ""))
    note = " ".join(text for text in notes if text)
    if note:
        graph.add((node, AP.note, text_literal(note)))
    for source in instrument_source_iris(row["source_url"], registry, row):
        graph.add((node, DCTERMS.source, source))
    return node


def _references(row: Row) -> list[str]:
    """Return the citations of a row, one each; a citation that was not found is none."""
    parts = [part.strip() for part in row["untc_or_unts_ref"].split(";")]
    if not _UN_RESOLUTION.fullmatch(row["un_resolution"]):
        # The column also holds decisions of other bodies, which cite the instrument.
        parts.append(row["un_resolution"])
    return [part for part in parts if part and "not found" not in part]


def _add_depositaries(row: Row, node: URIRef, graph: Graph) -> list[str]:
    """Add the depositaries; return what a reader must know about them."""
    notes = []
    for name in row["depositary"].split(";"):
        if not name.strip():
            continue
        if name.strip() not in details.DEPOSITARIES:
            raise row.fault(f"The depositary “{name.strip()}” is not known.")
        path, note = details.DEPOSITARIES[name.strip()]
        graph.add((node, AP.depositary, URIRef(namespaces.ID + path)))
        notes.append(note)
    if row["id"] in details.DEPOSITARIES_FROM_TEXTS:
        path, note = details.DEPOSITARIES_FROM_TEXTS[row["id"]]
        graph.add((node, AP.depositary, URIRef(namespaces.ID + path)))
        notes.append(note)
    return notes


def _add_version(instrument: URIRef, graph: Graph) -> None:
    """Tie a version to the measure of which it is the wording for a time."""
    slug, label, title, note = details.WOLF
    whole = URIRef(namespaces.thing("instrument", slug))
    graph.add((instrument, AP.versionOf, whole))
    graph.add((whole, RDF.type, AP.NationalLaw))
    graph.add((whole, RDFS.label, text_literal(label)))
    graph.add((whole, DCTERMS.title, text_literal(title)))
    force = URIRef(namespaces.concept("binding-force", "domestic-law"))
    graph.add((whole, AP.bindingForce, force))
    graph.add((whole, AP.note, text_literal(note)))
    for source in list(graph.objects(instrument, DCTERMS.source)):
        graph.add((whole, DCTERMS.source, source))


def _add_clauses(
    identifier: str, slug: str, instrument: URIRef, graph: Graph, registry: SourceRegistry
) -> None:
    for clause in details.CLAUSES:
        if clause.instrument == identifier:
            node = URIRef(namespaces.thing("provision", f"{slug}/{clause.slug}"))
            graph.add((node, RDF.type, AP.Provision))
            graph.add((node, RDFS.label, text_literal(clause.label)))
            graph.add((node, AP.provisionOf, instrument))
            graph.add((node, AP.provisionNumber, Literal(_number(clause.label))))
            graph.add((node, AP.note, text_literal(clause.note)))
            graph.add((node, DCTERMS.source, registry.add(TEXTS)))


def _number(label: str) -> str:
    """Return the number under which a clause is cited: "… Article XIV, paragraph 4" is XIV(4)."""
    _, _, place = label.rpartition(", Article ")
    article, _, paragraph = place.partition(", paragraph ")
    return f"{article}({paragraph})" if paragraph else article


def _effect_rules(path: Path) -> dict[str, set[str]]:
    """Read the rules on joining and leaving, by instrument of the main table."""
    found: dict[str, set[str]] = {}
    tables = {"effect_for_later_party": _JOINING, "withdrawal_effect": _LEAVING}
    for row in read_table(path, RULE_COLUMNS):
        # A rule of an amending protocol says nothing about the instrument itself.
        if row["rule"] not in tables or "Protocol" in row["article"]:
            continue
        for start, concept in tables[row["rule"]]:
            if row["rule_value"].startswith(start):
                identifier = details.RULE_NAMES.get(row["instrument"], row["instrument"])
                found.setdefault(identifier, set()).add(concept)
                break
    return found
