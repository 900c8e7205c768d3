"""What documents claim, and the verdicts that the checks reached on it.

Nothing is decided here: verdicts are read from the graph of derived triples, which
:mod:`astropact.reasoning.verdicts` fills.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.errors import InputError
from astropact.namespaces import AP, ID, PROV, RDF, concept, thing
from astropact.rdf.iris import iriref
from astropact.store.base import Term, ntriples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from astropact.store.base import Store

KINDS: Final = (
    "agreement",
    "capability",
    "event",
    "law",
    "mission",
    "opinion-attributed",
    "organisation",
    "participation",
    "programme",
    "proposal",
    "quantity",
    "relation",
)
COLUMNS: Final = (
    "claim",
    "document",
    "paragraph",
    "paragraph_in_copy",
    "kind",
    "date",
    "verdict",
    "paraphrase",
    "because",
    "check",
    "cites",
    "said_by",
    "rests_on",
)
"""The columns of :meth:`Claim.to_row`."""


@dataclass(frozen=True)
class Evidence:
    """One triple of the record on which a verdict rests; ``value`` is an IRI or a literal."""

    subject: Name
    predicate: Name
    value: Name


@dataclass(frozen=True)
class Claim:
    """What one passage says, and how it stands against the record.

    ``verdict`` is one of :data:`VERDICTS`, empty when no check judged the claim. ``cites`` are the
    sources that the document itself names for it, ``said_by`` those to whom it attributes it.
    """

    iri: str
    document: Name
    paragraph: int
    paragraph_in_copy: int | None
    paraphrase: str
    kind: str
    date: str
    verdict: str
    because: str
    check: Name | None
    about: tuple[Name, ...]
    cites: tuple[Name, ...]
    said_by: tuple[Name, ...]
    evidence: tuple[Evidence, ...]

    @property
    def slug(self) -> str:
        """Its short name: the last part of its IRI."""
        return self.iri.removeprefix(f"{ID}claim/")

    def to_json(self) -> dict[str, object]:
        """All of it as plain values."""
        return {
            "claim": self.iri,
            "document": self.document._asdict(),
            "paragraph": self.paragraph,
            "paragraphInCopy": self.paragraph_in_copy,
            "paraphrase": self.paraphrase,
            "kind": self.kind,
            "date": self.date,
            "verdict": self.verdict,
            "because": self.because,
            "check": self.check._asdict() if self.check else None,
            "about": [name._asdict() for name in self.about],
            "cites": [name._asdict() for name in self.cites],
            "saidBy": [name._asdict() for name in self.said_by],
            "evidence": [
                {
                    "subject": one.subject._asdict(),
                    "predicate": one.predicate._asdict(),
                    "value": one.value._asdict(),
                }
                for one in self.evidence
            ],
        }

    def to_row(self) -> dict[str, str]:
        """The claim as one row of a table; several values are parted by a bar."""
        return {
            "claim": self.slug,
            "document": self.document.iri.rpartition("/")[2],
            "paragraph": str(self.paragraph),
            "paragraph_in_copy": str(self.paragraph_in_copy or ""),
            "kind": self.kind,
            "date": self.date,
            "verdict": self.verdict,
            "paraphrase": self.paraphrase,
            "because": self.because,
            "check": self.check.iri.rpartition("/")[2] if self.check else "",
            "cites": " | ".join(name.label for name in self.cites),
            "said_by": " | ".join(name.label for name in self.said_by),
            "rests_on": " | ".join(
                f"{one.subject.label}: {one.predicate.label} {one.value.label}"
                for one in self.evidence
            ),
        }


def document_iri(store: Store, text: str) -> str:
    """The IRI of a document with claims, which a user names by its slug, its IRI or its file.

    Raises:
        InputError: it is none of those whose claims the record holds.
    """
    iri = text if text.startswith("http") else thing("source", text.removeprefix("source/"))
    known = {name.iri for name in documents(store)}
    if iri not in known:
        iri = _by_identifier(store, text)
    if iri not in known:
        slugs = ", ".join(sorted(one.removeprefix(f"{ID}source/") for one in known))
        raise InputError(
            f"the record has no claims of a document {text[:100]!r}", hint=f"Documents: {slugs}."
        )
    return iri


def documents(store: Store) -> list[Name]:
    """The documents of which the record holds claims, by name."""
    query = f"{PROLOGUE} SELECT DISTINCT ?document {{ ?claim a ap:Claim ; ap:statedIn ?document }}"
    iris = [row["document"].value for row in store.query(query).rows()]
    named = labels(store, iris)
    return sorted((Name(iri, named[iri]) for iri in iris), key=lambda name: name.label)


def find_claims(
    store: Store, *, document: str = "", verdict: str = "", kind: str = "", claim: str = ""
) -> list[Claim]:
    """Claims with their verdicts, in the order of documents and paragraphs.

    ``document`` and ``claim`` are IRIs, the others slugs.
    """
    limits = [
        f"VALUES ?document {{ {iriref(document)} }}" if document else "",
        f"VALUES ?kind {{ {iriref(concept('claim-kind', kind))} }}" if kind else "",
        f"VALUES ?claim {{ {iriref(claim)} }}" if claim else "",
    ]
    rows = list(store.query(_query(" ".join(limits))).rows())
    if verdict:
        wanted = concept("verdict", verdict)
        rows = [row for row in rows if "verdict" in row and row["verdict"].value == wanted]
    return list(_claims(store, rows))


def _by_identifier(store: Store, document: str) -> str:
    """The document that goes by its file's name, such as ``icas-2024-building-blocs``."""
    name = document.rpartition("/")[2].removesuffix(".txt")
    pattern = f"?document a ap:Document ; dcterms:identifier {ntriples(Term('literal', name))}"
    for row in store.query(f"{PROLOGUE} SELECT ?document {{ {pattern} }}").rows():
        return row["document"].value
    return ""


def _query(limits: str) -> str:
    return f"""{PROLOGUE}
    SELECT ?claim ?document ?paragraph ?copy ?paraphrase ?kind ?date ?verdict ?because ?check {{
      {limits}
      ?claim a ap:Claim ; ap:statedIn ?document ; ap:paragraph ?paragraph ;
        ap:paraphrase ?paraphrase ; ap:claimKind ?kind .
      OPTIONAL {{ ?claim ap:paragraphInCopy ?copy }}
      OPTIONAL {{ ?claim ap:statedDate ?date }}
      OPTIONAL {{
        ?judgement ap:verdictOn ?claim ; ap:verdict ?verdict ; ap:because ?because ;
          <{PROV}wasGeneratedBy> ?check .
      }}
    }} ORDER BY ?document ?paragraph ?claim"""


def _claims(store: Store, rows: list[dict[str, Term]]) -> Iterator[Claim]:
    iris = [row["claim"].value for row in rows]
    linked = _linked(store, iris)
    evidence = _evidence(store, iris)
    nodes = {row[name].value for row in rows for name in ("document", "check") if name in row}
    nodes |= {iri for things in linked.values() for iri in things}
    nodes |= {t.value for triples in evidence.values() for three in triples for t in three}
    named = labels(store, nodes)

    def name(term: Term) -> Name:
        text = term.value
        return Name(text, named[text]) if term.kind == "iri" else Name("", text)

    def names(claim: str, role: str) -> tuple[Name, ...]:
        found = (Name(iri, named[iri]) for iri in linked.get((claim, role), ()))
        return tuple(sorted(found, key=_by_label))

    for row in rows:
        iri = row["claim"].value
        yield Claim(
            iri=iri,
            document=name(row["document"]),
            paragraph=int(row["paragraph"].value),
            paragraph_in_copy=int(row["copy"].value) if "copy" in row else None,
            paraphrase=row["paraphrase"].value,
            kind=row["kind"].value.rpartition("/")[2],
            date=row["date"].value if "date" in row else "",
            verdict=row["verdict"].value.rpartition("/")[2] if "verdict" in row else "",
            because=row["because"].value if "because" in row else "",
            check=name(row["check"]) if "check" in row else None,
            about=names(iri, "aboutThing"),
            cites=names(iri, "citesSource"),
            said_by=names(iri, "saidBy"),
            evidence=tuple(
                Evidence(name(s), name(p), name(o)) for s, p, o in evidence.get(iri, ())
            ),
        )


def _by_label(name: Name) -> tuple[str, str]:
    return name.label, name.iri


def _linked(store: Store, claims: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    """What claims are about, cite and attribute themselves to, by claim and property."""
    query = f"""{PROLOGUE} SELECT ?claim ?role ?thing {{
      {_values(claims)} VALUES ?role {{ ap:aboutThing ap:citesSource ap:saidBy }}
      ?claim ?role ?thing }}"""
    found: dict[tuple[str, str], list[str]] = {}
    for row in store.query(query).rows():
        key = (row["claim"].value, row["role"].value.removeprefix(AP))
        found.setdefault(key, []).append(row["thing"].value)
    return found


def _evidence(store: Store, claims: Iterable[str]) -> dict[str, list[tuple[Term, Term, Term]]]:
    query = f"""{PROLOGUE} PREFIX rdf: <{RDF}>
    SELECT ?claim ?subject ?predicate ?object {{
      {_values(claims)}
      ?judgement ap:verdictOn ?claim ; ap:restsOn ?evidence .
      ?evidence rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
    }} ORDER BY ?claim ?subject ?predicate ?object"""
    found: dict[str, list[tuple[Term, Term, Term]]] = {}
    for row in store.query(query).rows():
        triple = (row["subject"], row["predicate"], row["object"])
        found.setdefault(row["claim"].value, []).append(triple)
    return found


def _values(claims: Iterable[str]) -> str:
    return f"VALUES ?claim {{ {' '.join(iriref(iri) for iri in claims)} }}"
