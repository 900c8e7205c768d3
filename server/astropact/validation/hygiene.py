"""Ontology hygiene: one rule is one query file whose rows are the faults.

The rules stand in ``ontology/hygiene/<nn>-<slug>.rq``. The first comment line of a file states the
rule in words, the file name without its ending is the name of the rule, and every row that the
query gives over the ontology and the data is one breach of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from astropact.config import record_root
from astropact.errors import QueryFault, RecordFault
from astropact.namespaces import graph, shorten
from astropact.store import GraphFile, OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from astropact.store import Store


@dataclass(frozen=True)
class Rule:
    """One hygiene rule: its name, what it demands in words, and the query that finds breaches."""

    name: str
    statement: str
    query: str


@dataclass(frozen=True)
class Fault:
    """One breach of ``rule``; ``values`` holds what the query shows of it, IRIs shortened."""

    rule: Rule
    values: Mapping[str, str]

    def __str__(self) -> str:
        shown = ", ".join(f"{name} {value}" for name, value in self.values.items())
        return f"{self.rule.name}: {shown} ({self.rule.statement})"


def load_rules(root: Path | None = None) -> list[Rule]:
    """The rules of the record at ``root`` (by default the one in use), in the order of their names.

    Raises:
        RecordFault: there are no rules, or one does not state itself in its first line.
    """
    folder = (root or record_root()) / "ontology" / "hygiene"
    rules = []
    for path in sorted(folder.glob("*.rq")):
        query = path.read_text(encoding="utf-8")
        first = query.partition("\n")[0]
        if not first.startswith("# "):
            raise RecordFault(
                f"{path} does not say what it demands",
                hint="Begin the file with a comment line that states the rule in words.",
            )
        rules.append(Rule(path.stem, first[2:].strip(), query))
    if not rules:
        raise RecordFault(f"no hygiene rules in {folder}")
    return rules


def load_files(root: Path | None = None) -> Store:
    """A store in memory with every file of ``ontology/`` and ``data/`` in its named graph.

    Derived graphs are left out, so that a fault is always a fault of a file.

    Raises:
        SyntaxFault: a file is not Turtle.
    """
    root = root or record_root()
    graphs = {}
    for path in (*(root / "ontology").rglob("*.ttl"), *(root / "data").rglob("*.ttl")):
        name = path.relative_to(root).with_suffix("").as_posix()
        graphs[graph(name.removeprefix("data/"))] = GraphFile(path.read_bytes(), name=str(path))
    store = OxigraphStore.in_memory()
    store.replace_graphs(graphs)
    return store


def find_faults(store: Store, rules: Iterable[Rule]) -> list[Fault]:
    """Every breach of ``rules`` in ``store``, in the order of the rules.

    Raises:
        RecordFault: a rule is not a SELECT query that can be run.
    """
    faults = []
    for rule in rules:
        try:
            result = store.query(rule.query)
        except QueryFault as error:
            raise RecordFault(f"hygiene rule {rule.name} cannot be run: {error}") from error
        if result.kind != "solutions":
            raise RecordFault(f"hygiene rule {rule.name} is not a SELECT query")
        faults += [Fault(rule, {k: shorten(t.value) for k, t in r.items()}) for r in result.rows()]
    return faults


def check_hygiene(root: Path | None = None) -> list[Fault]:
    """Every hygiene fault of the record at ``root``; none means it is clean."""
    with load_files(root) as store:
        return find_faults(store, load_rules(root))
