"""Makes the record larger, as dense as it is, for measurements of growth.

    python bench/enlarge.py 100 FOLDER      # writes FOLDER/*.nq

Actors are copied A times and instruments B times, A times B being the factor: 5 x 2 for 10,
10 x 10 for 100. With an actor go the successions it is part of; with an instrument its provisions,
norms, final clauses and official totals. What joins an actor and an instrument (acts, statements,
parties, bearers of domestic law) is copied for every pair of copies, so that acts and periods grow
by the factor and the matrix of actors and instruments stays as sparse as it is. All acts of one
pair move by the same number of days, drawn from a fixed seed. Periods are not copied: the rules
derive them from the copies. Sources, concepts and everything else stay as they are.
"""

from __future__ import annotations

import datetime
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from astropact.catalog.facts import ntriples
from astropact.cli.workspace import open_workspace
from astropact.namespaces import AP, GRAPH, INFERRED_GRAPH, RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from astropact.store import Store
    from astropact.store.base import Term

SEED = 20261123
COPIES = {1: (1, 1), 10: (5, 2), 100: (10, 10)}
"""How many times actors and instruments, by factor."""
ENLARGED = GRAPH + "enlarged"
WITHIN = 366
"""Dates move by fewer days than this."""
DATE = XSD + "date"
PAIR = (AP + "actor", AP + "instrument")
RELATIONS = (AP + "party", AP + "bearer")
"""Properties by which an instrument, or a norm of it, names actors that it applies to."""
MOVED = tuple(
    AP + name
    for name in (
        "actionOn",
        "effectiveOn",
        "effectNotBefore",
        "effectNotAfter",
        "notBefore",
        "notAfter",
    )
)
# What is copied with an actor (A), with an instrument (T), or for every pair of both (P).
KINDS = {
    "A": """{ ?x a ap:Actor } { ?act ap:instrument ?i ; ap:actor ?x } UNION { ?i ap:party ?x }
        UNION { ?norm ap:bearer ?x }""",
    "T": "?x a ap:Instrument",
    "P": "?x ap:actor ?a ; ap:instrument ?i MINUS { ?x a ap:StandingPeriod }",
}
ALONG = {
    "A": "?x ap:predecessor|ap:successor ?y",
    "T": "?x ap:provisionOf|ap:clauseOf|(ap:expressedIn/ap:provisionOf) ?y",
}
TOTALS = "?x a ap:OfficialTotal ; ap:aboutThing ?y"


class Triple(NamedTuple):
    """One triple of the record."""

    subject: str
    predicate: str
    object: Term


def read_kinds(store: Store) -> dict[str, str]:
    """Which things are copied, and with what."""
    kinds: dict[str, str] = {}
    for kind, pattern in (*KINDS.items(), *ALONG.items(), ("T", TOTALS)):
        query = f"PREFIX ap: <{AP}> SELECT DISTINCT ?x {{ {pattern} }}"
        for row in store.query(query).rows():
            if row["x"].kind == "iri":
                kinds.setdefault(row["x"].value, kind)
    return kinds


def read_triples(store: Store) -> list[Triple]:
    """The triples of the record's files, without what the rules made of them."""
    rows = store.query(
        f"SELECT DISTINCT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{INFERRED_GRAPH}>) }}"
    ).rows()
    return [Triple(row["s"].value, row["p"].value, row["o"]) for row in rows]


class Copier:
    """Writes the copies of triples as N-Quads, one text for each pair of copies."""

    def __init__(self, triples: Iterable[Triple], kinds: dict[str, str], factor: int) -> None:
        self.actors, self.texts = COPIES[factor]
        self.kinds = kinds
        # Lines with marks where the copies' names differ: most work is done once for all copies.
        self.marked: dict[str, list[str]] = {"A": [], "T": [], "P": [], "TA": []}
        self.moved: list[tuple[str, datetime.date, str, str]] = []
        pairs: dict[str, dict[str, str]] = defaultdict(dict)
        later = []
        for triple in triples:
            kind = kinds.get(triple.subject)
            if kind == "P" and triple.predicate in PAIR:
                pairs[triple.subject][triple.predicate] = triple.object.value
            if kind == "P" and triple.predicate in MOVED and triple.object.datatype == DATE:
                later.append(triple)
            elif kind:
                related = triple.predicate in RELATIONS and kinds.get(triple.object.value) == "A"
                self.marked["TA" if kind == "T" and related else kind].append(self._line(triple))
        for triple in later:
            key = " ".join(pairs[triple.subject].get(name, "") for name in PAIR)
            head, _, tail = self._line(triple).partition("\0D")
            day = datetime.date.fromisoformat(triple.object.value)
            self.moved.append((head, day, tail, key))
        self.pairs = sorted({key for *_line, key in self.moved})

    def text(self, i: int, j: int) -> str:
        """The copies of which the actors have the number ``i`` and the instruments ``j``."""
        lines = self.marked["TA"] + self.marked["P"]
        lines += self.marked["A"] if j == 0 else []
        lines += self.marked["T"] if i == 0 else []
        days = {key: _days(f"{SEED} {key} {i} {j}") for key in self.pairs}
        lines += [f"{head}{day + days[key]}{tail}" for head, day, tail, key in self.moved]
        marks = {
            "\0A": f"-x{i}" if i else "",
            "\0T": f"-x{j}" if j else "",
            "\0P": f"-x{i}-{j}",
            "\0L": f" {i}/{j}",
        }
        text = "".join(lines)
        for mark, value in marks.items():
            text = text.replace(mark, value)
        return text

    def _line(self, triple: Triple) -> str:
        subject, predicate, value = triple
        kind = self.kinds[subject]
        if value.kind == "iri":
            # An actor does not point to copies of a text, nor a text to copies of an actor.
            own = self.kinds.get(value.value, "")
            follows = own == kind or kind == "P" or predicate in RELATIONS
            written = f"<{value.value}\0{own}>" if own and follows else f"<{value.value}>"
        elif value.language and predicate.endswith("abel"):
            written = ntriples(value._replace(value=value.value + "\0L"))
        elif predicate in MOVED and kind == "P" and value.datatype == DATE:
            written = f'"\0D"^^<{DATE}>'
        else:
            written = ntriples(value)
        return f"<{subject}\0{kind}> <{predicate}> {written} <{ENLARGED}> .\n"


def _days(seed: str) -> datetime.timedelta:
    return datetime.timedelta(random.Random(seed).randrange(WITHIN))


def whole(store: Store, kinds: dict[str, str], factor: int) -> Iterator[str]:
    """For the copies, what was inferred of their originals: general classes, full lists."""
    rows = store.query(
        f"""PREFIX ap: <{AP}> SELECT ?x ?p ?v {{
          VALUES ?p {{ <{RDF}type> ap:participationCompleteTo ap:signatoriesCompleteTo }}
          GRAPH <{INFERRED_GRAPH}> {{ ?x ?p ?v }} }}"""
    ).rows()
    for row in rows:
        kind = kinds.get(row["x"].value, "P")
        for n in range(1, {"A": COPIES[factor][0], "T": COPIES[factor][1], "P": 0}[kind]):
            subject = f"{row['x'].value}-x{n}"
            yield f"<{subject}> <{row['p'].value}> {ntriples(row['v'])} <{ENLARGED}> .\n"


def enlarge(store: Store, factor: int, folder: Path) -> list[Path]:
    """Writes the copies that make the record in ``store`` larger by ``factor``, as N-Quads."""
    kinds = read_kinds(store)
    copier = Copier(read_triples(store), kinds, factor)
    paths = []
    for i in range(copier.actors):
        for j in range(copier.texts):
            text = copier.text(i, j) if i or j else "".join(whole(store, kinds, factor))
            paths.append(folder / f"{i}-{j}.nq")
            paths[-1].write_text(text, "utf-8")
    return paths


def main() -> None:
    factor, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with open_workspace(None, memory=True).store as store:
        paths = enlarge(store, factor, folder)
    print(f"{len(paths)} files, {sum(path.stat().st_size for path in paths):,} bytes")


if __name__ == "__main__":
    main()
