"""Derives anew for single actors and instruments what follows for them, and nothing else.

A new act changes the standing of its actor under its instrument, and that of the states which
take the actor's place. :func:`affected_pairs` names these pairs of actor and instrument,
:func:`derive_for` runs the rules that carry a scope (:mod:`astropact.reasoning.rules`) for them and
swaps their periods in one update, with how far the record is whole for these instruments. The
graph of inferred triples is then what :func:`~astropact.reasoning.rules.derive` would have made, as
far as participation goes; what the other rules and the checks of claims make stays as it was until
the next full derivation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.namespaces import AP, ID, INFERRED_GRAPH, PROV
from astropact.rdf.iris import iriref
from astropact.reasoning.completeness import RULE as COMPLETENESS
from astropact.reasoning.completeness import complete_to
from astropact.reasoning.rules import follow, read_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from astropact.reasoning.rules import Rule
    from astropact.store.base import Store

Pair = tuple[str, str]
"""The IRIs of an actor and of an instrument."""

_NTRIPLES: Final = "application/n-triples"
_PERIOD: Final = ID + "period/"
# What a changed thing touches. An act or a statement names its actor and instrument; the second
# way finds by what rested on it those of one that is gone. A change of an actor, an instrument, a
# succession or a norm touches all that is concluded about it.
_TOUCHED: Final = (
    "?changed ap:actor ?actor ; ap:instrument ?instrument",
    "?period ap:basis|ap:disputedBy|prov:wasDerivedFrom ?changed . "
    "?period ap:actor ?actor ; ap:instrument ?instrument",
    "?any ap:actor ?changed ; ap:instrument ?instrument BIND(?changed AS ?actor)",
    "?any ap:instrument ?changed ; ap:actor ?actor BIND(?changed AS ?instrument)",
    "?changed ap:party ?actor BIND(?changed AS ?instrument)",
    "?instrument ap:party ?changed BIND(?changed AS ?actor)",
    "?changed ap:predecessor|ap:successor ?actor . "
    "?any ap:actor ?actor ; ap:instrument ?instrument",
    "?changed ap:bearer ?actor ; ap:expressedIn/ap:provisionOf/ap:versionOf? ?instrument",
    "?changed ap:versionOf/^ap:versionOf? ?instrument . "
    "?period ap:instrument ?instrument ; ap:actor ?actor",
)
_SUCCESSIONS: Final = f"""PREFIX ap: <{AP}>
SELECT ?before ?after {{ ?succession ap:predecessor ?before ; ap:successor ?after }}"""
_OLD: Final = f"""PREFIX ap: <{AP}>
CONSTRUCT {{ ?period ?property ?value }}
WHERE {{ GRAPH <{INFERRED_GRAPH}> {{
  VALUES (?actor ?instrument) {{ %s }}
  ?period ap:actor ?actor ; ap:instrument ?instrument ; ?property ?value .
  FILTER(STRSTARTS(STR(?period), "{_PERIOD}"))
}} }}"""
_DESCRIBED: Final = f"""CONSTRUCT {{ ?rule ?property ?value }}
WHERE {{ GRAPH <{INFERRED_GRAPH}> {{ VALUES ?rule {{ %s }} ?rule ?property ?value }} }}"""
_WHOLE: Final = f"""PREFIX ap: <{AP}>
CONSTRUCT {{ ?instrument ?property ?day }}
WHERE {{ GRAPH <{INFERRED_GRAPH}> {{
  VALUES ?instrument {{ %s }}
  VALUES ?property {{ ap:participationCompleteTo ap:signatoriesCompleteTo }}
  ?instrument ?property ?day
}} }}"""


def affected_pairs(store: Store, changed: Iterable[str]) -> set[Pair]:
    """The actors and instruments whose standing may differ after a change of these things.

    ``changed`` are IRIs of acts, statements (their ranks included), successions, actors or
    instruments. States that follow one of the actors, directly or through others, are affected
    with it. What a change takes away is seen before the change, what it brings after it: ask both
    times and join the answers.

    Raises:
        NotFound: something is not an IRI.
    """
    names = " ".join(sorted({iriref(iri) for iri in changed}))
    if not names:
        return set()
    # The engine takes the values first only where they stand in the same group.
    ways = " UNION ".join(f"{{ VALUES ?changed {{ {names} }} {way} }}" for way in _TOUCHED)
    rows = store.query(
        f"PREFIX ap: <{AP}> PREFIX prov: <{PROV}> SELECT ?actor ?instrument {{ {ways} }}"
    ).rows()
    pairs = {(row["actor"].value, row["instrument"].value) for row in rows}
    after: dict[str, set[str]] = {}
    for row in store.query(_SUCCESSIONS).rows():
        after.setdefault(row["before"].value, set()).add(row["after"].value)
    return {(follower, i) for actor, i in pairs for follower in _followers(actor, after)}


def derive_for(store: Store, folder: Path, pairs: Iterable[Pair]) -> int:
    """Makes the periods of these actors and instruments what the rules in ``folder`` yield.

    The store changes in one update, and only where something follows differently. Returns the
    number of triples that were added or taken away.

    Raises:
        NotFound: something is not an IRI.
        RecordFault: a rule is at fault; the store is unchanged then.
    """
    wanted = sorted(set(pairs))
    if not wanted:
        return 0
    instruments = sorted({instrument for _actor, instrument in wanted})
    rules = [rule for rule in read_rules(folder) if rule.is_scoped]
    new = follow(store, [rule.scoped(wanted) for rule in rules])
    new |= complete_to(store, instruments)
    rows = " ".join(f"({iriref(actor)} {iriref(instrument)})" for actor, instrument in wanted)
    old = _lines(store, _OLD % rows)
    old |= _lines(store, _WHOLE % " ".join(iriref(iri) for iri in instruments))
    names = " ".join(iriref(iri) for iri in (*(rule.iri for rule in rules), COMPLETENESS))
    described = _lines(store, _DESCRIBED % names)
    gone, come = old - new, new - old - described
    gone |= _forgotten(store, rules, gone, new, described)
    if not gone and not come:
        return 0
    store.update(
        " ;\n".join(
            f"{deed} DATA {{ GRAPH <{INFERRED_GRAPH}> {{ {' '.join(sorted(lines))} }} }}"
            for deed, lines in (("DELETE", gone), ("INSERT", come))
            if lines
        )
    )
    return len(gone) + len(come)


def _forgotten(
    store: Store, rules: Iterable[Rule], gone: set[str], new: set[str], described: set[str]
) -> set[str]:
    """The descriptions of rules by which nothing follows any more."""
    found = set()
    for rule in rules:
        made = f" <{PROV}wasGeneratedBy> <{rule.iri}> ."
        leaving = {line.partition(" ")[0] for line in gone if line.endswith(made)}
        if not leaving or any(line.endswith(made) for line in new):
            continue
        rows = store.query(
            f"SELECT ?node {{ GRAPH <{INFERRED_GRAPH}> {{ ?node{made} }} }} "
            f"LIMIT {len(leaving) + 1}"
        ).rows()
        if {f"<{row['node']}>" for row in rows} <= leaving:
            found |= {line for line in described if line.startswith(f"<{rule.iri}> ")}
    return found


def _lines(store: Store, query: str) -> set[str]:
    with store.query(query).complete(_NTRIPLES) as written:
        return {line for line in written.read().decode().split("\n") if line}


def _followers(actor: str, after: dict[str, set[str]]) -> Iterator[str]:
    """The actor, and whoever took its place, at whatever distance."""
    seen = {actor}
    waiting = [actor]
    while waiting:
        one = waiting.pop()
        yield one
        fresh = after.get(one, set()) - seen
        seen |= fresh
        waiting += fresh
