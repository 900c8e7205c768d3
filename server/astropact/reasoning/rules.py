"""Runs the rules in ``ontology/rules`` and fills the graph of inferred triples.

A rule is a SPARQL CONSTRUCT query in a file ``<nn>-<slug>.rq``. Its first comment line says what
follows, the lines after it why. Rules read the published graphs and never the inferred one, so
that their order does not matter and a second run changes nothing. What a rule makes names the
rule, ``https://w3id.org/astropact/id/rule/<slug>``, by ``prov:wasGeneratedBy``.

A rule whose text has comment lines ``# scope: ?actor ?instrument`` can be run for a few actors and
instruments only (:mod:`astropact.reasoning.incremental`). The values take the place of the line; a
hyphen stands for the side that a group does not use, and every group needs a line of its own.

What a rule makes is of the superclasses of its class too, as far as this ontology states them.

When the record holds claims of documents, the checks (:mod:`astropact.reasoning.verdicts`) judge
them after the rules, and may read what the rules made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from astropact.errors import QueryFault, RecordFault
from astropact.namespaces import AP, INFERRED_GRAPH, PROV, RDF, RDFS, thing
from astropact.rdf.iris import iriref
from astropact.reasoning import verdicts
from astropact.reasoning.completeness import complete_to
from astropact.store.base import GraphFile, Term, ntriples

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from astropact.store.base import Store

_NAME: Final = re.compile(r"(?P<number>\d{2})-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.rq")
_SCOPE: Final = re.compile(
    r"^[ \t]*# scope: (?P<actor>\?\w+|-) (?P<instrument>\?\w+|-)[ \t]*$", re.MULTILINE
)
_TYPED: Final = re.compile(rf"(?P<node>\S+) <{RDF}type> (?P<type><{AP}\w+>) \.")
_MADE: Final = f" <{PROV}wasGeneratedBy> "
_BLANK: Final = re.compile(r"^_:|^\S+ \S+ _:")
_NTRIPLES: Final = "application/n-triples"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, what follows by it in words, and the query."""

    slug: str
    label: str
    text: str

    @property
    def iri(self) -> str:
        """The IRI that derived nodes point to."""
        return thing("rule", self.slug)

    @property
    def is_scoped(self) -> bool:
        """Whether it can be run for single actors and instruments."""
        return _SCOPE.search(self.text) is not None

    def scoped(self, pairs: Iterable[tuple[str, str]]) -> Rule:
        """The rule for these actors and instruments only (IRIs).

        Raises:
            NotFound: something is not an IRI.
        """
        refs = [tuple(iriref(iri) for iri in pair) for pair in pairs]

        def values(match: re.Match[str]) -> str:
            used = [place for place, name in enumerate(match.groups()) if name != "-"]
            rows = sorted({" ".join(pair[place] for place in used) for pair in refs})
            names = " ".join(match[place + 1] for place in used)
            return f"VALUES ({names}) {{ {' '.join(f'({row})' for row in rows)} }}"

        text = _SCOPE.sub(values, self.text)
        return replace(self, text=text)


def read_rules(folder: Path) -> list[Rule]:
    """The rules in ``folder``, by number.

    Raises:
        RecordFault: a file is misnamed, or has no comment that says what follows.
    """
    rules = []
    for path in sorted(folder.glob("*.rq")):
        match = _NAME.fullmatch(path.name)
        if match is None:
            raise RecordFault(
                f"{path.name} is not named like a rule", hint="Name it 01-type-closure.rq."
            )
        text = path.read_text(encoding="utf-8")
        first = text.partition("\n")[0]
        if not first.startswith("# "):
            raise RecordFault(
                f"{path.name} does not say what follows by it",
                hint="Begin the file with a comment line.",
            )
        rules.append(Rule(match["slug"], first.removeprefix("# ").strip(), text))
    return rules


def derive(store: Store, folder: Path, *, judged: bool = True) -> int:
    """Makes the inferred graph hold exactly what rules and checks yield, at once.

    The rules stand in ``folder``, the checks in ``questions/checks`` beside it; with ``judged``
    false no claim is judged. Returns the number of inferred triples.

    Raises:
        RecordFault: a rule is not a CONSTRUCT query, cannot be run, or makes blank nodes, or a
            check is at fault; the store is unchanged then.
    """
    rules = read_rules(folder)
    checks = folder.parent / "questions" / "checks"
    # In memory, without the old inferred graph, queries run many times faster than on disk; and
    # the checks can read what the rules made while readers of the store still see the old whole.
    with store.copy(without=[INFERRED_GRAPH]) as copy:
        lines = follow(copy, rules) | complete_to(copy)
        if judged and checks.is_dir() and verdicts.has_claims(copy):
            copy.replace_graphs({INFERRED_GRAPH: _file(lines)})
            lines |= verdicts.judge(copy, checks)
    store.replace_graphs({INFERRED_GRAPH: _file(lines)})
    return len(lines)


def follow(store: Store, rules: Iterable[Rule]) -> set[str]:
    """What follows from ``store`` by ``rules``, each triple a line of N-Triples.

    Raises:
        RecordFault: as for :func:`derive`.
    """
    lines: set[str] = set()
    for rule in rules:
        derived = _run(store, rule)
        lines |= derived
        if derived:
            lines |= _description(rule)
    return lines | _general(store, lines)


def _general(store: Store, lines: Iterable[str]) -> set[str]:
    """The superclasses of the things that ``lines`` make, as further lines."""
    made = {line.partition(" ")[0] for line in lines if _MADE in line}
    typed = {
        (match["node"], match["type"])
        for line in lines
        if (match := _TYPED.fullmatch(line)) and match["node"] in made
    }
    classes = " ".join(sorted({kind for _node, kind in typed}))
    if not classes:
        return set()
    rows = store.query(
        f"SELECT ?special ?general {{ VALUES ?special {{ {classes} }} "
        f"?special <{RDFS}subClassOf>+ ?general . "
        f'FILTER(STRSTARTS(STR(?general), "{AP}") && ?special != ?general) }}'
    ).rows()
    above: dict[str, set[str]] = {}
    for row in rows:
        above.setdefault(f"<{row['special']}>", set()).add(f"<{row['general']}>")
    return {
        f"{node} <{RDF}type> {general} ." for node, kind in typed for general in above.get(kind, ())
    }


def _file(lines: Iterable[str]) -> GraphFile:
    content = "".join(f"{line}\n" for line in sorted(lines)).encode()
    return GraphFile(content, _NTRIPLES, "inferred")


def _run(store: Store, rule: Rule) -> set[str]:
    try:
        answer = store.query(rule.text)
        if answer.kind != "graph":
            raise RecordFault(
                f"rule {rule.slug} is not a CONSTRUCT query", hint="Construct the new triples."
            )
        with answer.complete(_NTRIPLES) as written:
            text = written.read().decode()
    except QueryFault as error:
        raise RecordFault(f"rule {rule.slug} cannot be run: {error.message}") from error
    lines = {line for line in text.split("\n") if line}
    blank = next((line for line in sorted(lines) if _BLANK.match(line)), None)
    if blank is not None:
        raise RecordFault(
            f"rule {rule.slug} makes a blank node: {blank}",
            hint="Make an IRI with BIND(IRI(CONCAT(...)) AS ?node).",
        )
    return lines


def _description(rule: Rule) -> set[str]:
    label = ntriples(Term("literal", rule.label, language="en"))
    return {
        f"<{rule.iri}> <{RDF}type> <{PROV}Activity> .",
        f"<{rule.iri}> <{RDFS}label> {label} .",
    }
