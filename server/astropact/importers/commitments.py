"""What the importers of signatories, participants and pledges share: statements of single acts.

Unlike the participation tables these carry a place in the order, a signer, a place of signing or
the instrument by which somebody joined. Nothing is judged here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.importers.commitment_sources import READ_ON
from astropact.rdf.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.importers.commitment_sources import Cited
    from astropact.importers.participation_actors import Assignment
    from astropact.importers.tables import Row

AP = Namespace(namespaces.AP)

_BY = re.compile(r"by (\d{4}-\d{2}-\d{2})")
_APPROXIMATE = re.compile(r"(\d{4}(?:-\d{2}){0,2}) \(approx\.\)")
_DAYS = re.compile(r"(\d{4}-\d{2}-)(\d{2})/(\d{2})")
_NUMBERS = re.compile(r"(\d+)(?:-(\d+))?")
# Remarks of the collector about the collection, not about the matter.
_ABOUT_THE_TABLE = re.compile(
    r"public code file|file #|unsourced|events\.csv|existing row|missing day|https?:"
    r"|UNCONFIRMED row|fixture|poligen|spaceflightnewsapi|keep apart"
    r"|do not count|Reuters table|confirms the|corroboration of|git history"
)

_MARKS = {"CONFLICT with": "Differs from", "CONFLICT of one day": "one day apart"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as a source gives it: EDTF, empty where it gives none, and the day it was given."""

    edtf: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says about one act."""

    instrument: str
    actor: Assignment
    kind: str
    cited: Cited
    stated: Stated
    locator: str
    evidence: str = "stated"
    ordinals: tuple[int, int] | None = None
    signed_by: str = ""
    signed_at: str = ""
    by_instrument: str = ""
    stated_name: str = ""
    notes: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        """The name of the statement, without the number that tells several apart."""
        short = self.instrument.partition("-")[0]
        parts = [self.cited.slug, self.actor.slug, self.kind]
        if short not in self.cited.slug:
            parts.insert(1, short)
        return "-".join(parts)

    @property
    def order(self) -> tuple[str, ...]:
        """What decides which of several statements of one name comes first."""
        return (self.stated.edtf or "9", self.locator, self.signed_by, *self.notes)


def read_date(text: str, row: Row, column: str) -> Stated:
    """The date in a cell: a day, month or year, "by" a day, approximate, or a range of days.

    Raises InputError when the cell holds anything else.
    """
    if not text:
        return Stated()
    if match := _BY.fullmatch(text):
        return Stated(by=date.fromisoformat(match[1]))
    if match := _APPROXIMATE.fullmatch(text):
        return Stated(f"{match[1]}~")
    if match := _DAYS.fullmatch(text):
        return Stated(f"{match[1]}{match[2]}/{match[1]}{match[3]}")
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        bounds(text)
        return Stated(text)
    raise row.fault(
        f"The cell {column} is not a date: “{text}”.",
        hint="Write 2024-05-30, 2024-05, 2024, “by 2024-05-30” or “2024-05 (approx.)”.",
    )


def read_ordinals(text: str) -> tuple[int, int] | None:
    """The first and last place that a cell gives, None when it gives none."""
    match = _NUMBERS.match(text)
    return (int(match[1]), int(match[2] or match[1])) if match else None


def remarks(note: str) -> tuple[str, ...]:
    """The remarks in a cell that speak of the matter and not of the collection."""
    pieces = (piece.strip() for piece in re.split(r";\s", note))
    kept = (piece for piece in pieces if piece and not _ABOUT_THE_TABLE.search(piece))
    return tuple(_plain(piece) for piece in kept)


def _plain(piece: str) -> str:
    """A remark without the collector's marks, as a sentence begins."""
    text = re.sub(r"^(NEW|DERIVED|CONFLICT): ", "", piece)
    for mark, words in _MARKS.items():
        text = text.replace(mark, words)
    return text[:1].upper() + text[1:]


def statement_graphs(said: Iterable[Said]) -> dict[str, Graph]:
    """One graph for each instrument, by its slug; what is said twice is one statement."""
    by_base: dict[str, set[Said]] = {}
    for one in said:
        by_base.setdefault(one.base, set()).add(one)
    graphs: dict[str, Graph] = {}
    for base, group in by_base.items():
        for number, one in enumerate(sorted(group, key=lambda item: item.order), 1):
            name = base if number == 1 else f"{base}-{number}"
            node = URIRef(namespaces.thing("statement", name))
            _describe(graphs.setdefault(one.instrument, Graph()), node, one)
    return graphs


def _describe(graph: Graph, node: URIRef, one: Said) -> None:
    links = {
        "actor": one.actor.iri,
        "instrument": namespaces.thing("instrument", one.instrument),
        "actKind": namespaces.concept("act-kind", one.kind),
        "evidenceKind": namespaces.concept("evidence-kind", one.evidence),
        "statedIn": str(one.cited.iri),
        "byInstrument": one.by_instrument,
    }
    texts = {
        "locator": one.locator,
        "signedBy": one.signed_by,
        "signedAt": one.signed_at,
        "statedName": one.stated_name,
    }
    graph.add((node, RDF.type, AP.Statement))
    for name, iri in links.items():
        if iri:
            graph.add((node, AP[name], URIRef(iri)))
    for name, text in texts.items():
        if text:
            graph.add((node, AP[name], Literal(text)))
    for note in one.notes:
        graph.add((node, AP.note, Literal(note, lang="en")))
    _number(graph, node, one.ordinals)
    _date(graph, node, one)


def _number(graph: Graph, node: URIRef, ordinals: tuple[int, int] | None) -> None:
    if ordinals is None:
        return
    first, last = ordinals
    names = {"ordinal": first} if first == last else {"firstOrdinal": first, "lastOrdinal": last}
    for name, number in names.items():
        graph.add((node, AP[name], Literal(str(number), datatype=XSD.integer)))


def _date(graph: Graph, node: URIRef, one: Said) -> None:
    first, last = bounds(one.stated.edtf) if one.stated.edtf else (None, None)
    as_of = one.stated.by or one.cited.as_of
    if as_of is None or (first is not None and first > as_of and not one.stated.by):
        # A page that tells an event is not older than the event; nothing more is known.
        graph.add((node, AP.estimatedAsOf, Literal("true", datatype=XSD.boolean)))
        as_of = last or READ_ON
    graph.add((node, AP.asOf, _day(as_of)))
    if first is not None and last is not None:
        edtf = Literal(one.stated.edtf, datatype=URIRef(namespaces.EDTF))
        graph.add((node, AP.statedDate, edtf))
        graph.add((node, AP.notBefore, _day(first)))
        graph.add((node, AP.notAfter, _day(max(first, min(last, as_of)))))
    else:
        graph.add((node, AP.notAfter, _day(as_of)))


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)
