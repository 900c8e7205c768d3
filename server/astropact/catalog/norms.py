"""The norms that instruments set: by passage, by subject, by the event that calls them up."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.catalog.labels import PROLOGUE, Name, labels
from astropact.namespaces import AP, RDF
from astropact.rdf.iris import iriref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from astropact.store.base import Store

_DIGITS: Final = re.compile(r"(\d+)")
_FACTS: Final = (
    RDF + "type",
    *(
        AP + name
        for name in (
            "bearer",
            "bearerRole",
            "bearerText",
            "condition",
            "conduct",
            "counterparty",
            "counterpartyRole",
            "counterpartyText",
            "exceptionTo",
            "expressedIn",
            "hortatory",
            "note",
            "officialTextRead",
            "subjectMatter",
            "trigger",
        )
    ),
)


@dataclass(frozen=True)
class Norm:
    """One norm: the passage that sets it, whom it addresses, what it demands, and of what it is.

    ``bearers`` and ``counterparties`` are the actors that it names; roles hold for everybody who
    fills them. ``erga_omnes`` tells that it is owed to everybody and not only to other parties.
    ``official`` is false where only a summary of the text was read.
    """

    iri: str
    instrument: Name
    provision: Name
    kind: Name
    bearer: str
    bearer_roles: tuple[Name, ...]
    bearers: tuple[Name, ...]
    counterparty: str
    counterparty_roles: tuple[Name, ...]
    counterparties: tuple[Name, ...]
    conduct: str
    condition: str
    gist: str
    hortatory: bool
    official: bool
    erga_omnes: bool
    subjects: tuple[Name, ...]
    triggers: tuple[Name, ...]
    exception_to: tuple[Name, ...]


def norms_of(store: Store, instrument: str) -> tuple[Norm, ...]:
    """The norms that an instrument sets, in the order of its passages."""
    return norms_where(store, instruments=[instrument])


def norms_where(
    store: Store,
    *,
    instruments: Iterable[str] | None = None,
    provision: str | None = None,
    subject: str | None = None,
    trigger: str | None = None,
) -> tuple[Norm, ...]:
    """The norms that meet all of what is given, in the order of instruments and their passages.

    Every argument is an IRI. ``subject`` finds norms on that subject and on narrower ones;
    ``trigger`` finds those that an event of that kind calls up, and so also those for wider kinds
    of event: a joint launch is a launch. With nothing given, all norms come.
    """
    picked = ["?norm ap:expressedIn ?passage . ?passage ap:provisionOf ?text ."]
    if instruments is not None:
        picked.append(f"VALUES ?text {{ {' '.join(iriref(iri) for iri in instruments)} }}")
    if provision is not None:
        picked.append(f"VALUES ?passage {{ {iriref(provision)} }}")
    if subject is not None:
        picked.append(
            f"?norm ap:subjectMatter ?subject . ?subject skos:broader* {iriref(subject)} ."
        )
    if trigger is not None:
        picked.append(f"?norm ap:trigger ?trigger . {iriref(trigger)} skos:broader* ?trigger .")
    rows = store.query(
        PROLOGUE
        + f"""SELECT ?norm ?text ?fact ?value {{
          {{ {{ SELECT DISTINCT ?norm ?text {{ {" ".join(picked)} }} }}
            ?norm ?fact ?value FILTER (?fact IN ({", ".join(map(iriref, _FACTS))})) }}
          UNION {{ ?value ap:ergaOmnes true }} }}"""
    ).rows()
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    everybody: set[str] = set()
    things: set[str] = set()
    for row in rows:
        value = row["value"]
        if "norm" not in row:
            everybody.add(value.value)
            continue
        said = facts[row["norm"].value]
        said["provisionOf"].add(row["text"].value)
        said[row["fact"].value.removeprefix(AP)].add(value.value)
        if value.kind == "iri":
            things.update((value.value, row["text"].value))
    named = labels(store, things)
    found = [_norm(iri, said, named, everybody) for iri, said in facts.items()]
    return tuple(sorted(found, key=lambda norm: (norm.instrument.label, _place(norm.iri))))


def _norm(iri: str, said: dict[str, set[str]], named: dict[str, str], everybody: set[str]) -> Norm:
    def names(fact: str) -> tuple[Name, ...]:
        found = (Name(value, named[value]) for value in said.get(fact, ()))
        return tuple(sorted(found, key=lambda name: (name.label, name.iri)))

    def first(fact: str) -> Name:
        return next(iter(names(fact)), Name("", ""))

    def text(fact: str) -> str:
        return min(said.get(fact, ("",)))

    return Norm(
        iri=iri,
        instrument=first("provisionOf"),
        provision=first("expressedIn"),
        kind=next((name for name in names(RDF + "type") if _is_kind(name.iri)), Name("", "")),
        bearer=text("bearerText"),
        bearer_roles=names("bearerRole"),
        bearers=names("bearer"),
        counterparty=text("counterpartyText"),
        counterparty_roles=names("counterpartyRole"),
        counterparties=names("counterparty"),
        conduct=text("conduct"),
        condition=text("condition"),
        gist=text("note"),
        hortatory=text("hortatory") == "true",
        official=text("officialTextRead") != "false",
        erga_omnes=not everybody.isdisjoint(said.get("counterpartyRole", ())),
        subjects=names("subjectMatter"),
        triggers=names("trigger"),
        exception_to=names("exceptionTo"),
    )


def _is_kind(iri: str) -> bool:
    """Leaves out the classes that follow by inference: any norm, and those of LegalRuleML."""
    return iri.startswith(AP) and iri != AP + "Norm"


def _place(iri: str) -> list[tuple[int, str]]:
    """Sorts article 2 before article 10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _DIGITS.split(iri)]
