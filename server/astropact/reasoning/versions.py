"""The second clock: what the record would conclude from what it knew at a numbered version.

Legal time is in the acts and periods themselves. Recorded time is told by versions
(``ap:DatasetVersion``): each adds and drops statements. :func:`store_at` goes back to one of them:
it keeps the statements of that version, concludes acts and ranks from them anew, and runs the
rules. How to judge has no versions: the trust in sources, the rules, and what is known of actors,
instruments and norms are those of now. ``docs/decisions/0010-two-clocks.md`` tells why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rdflib import Literal, URIRef

from astropact import __version__
from astropact.errors import InputError, RecordFault
from astropact.namespaces import (
    AP,
    DCTERMS,
    GRAPH,
    INFERRED_GRAPH,
    RDF,
    RDFS,
    STATISTICS_GRAPH,
    thing,
)
from astropact.rdf.canonical import to_turtle
from astropact.reasoning.reconcile import ACTS, reconcile
from astropact.reasoning.rules import derive
from astropact.store.base import GraphFile, ntriples
from astropact.store.convert import to_rdflib
from astropact.store.files import read_turtle
from astropact.store.parsing import Located, parse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Graph

    from astropact.store.base import Store

FOLDER: Final = "data/versions"

_PREVIOUS: Final = "http://www.w3.org/ns/dcat#previousVersion"
_NTRIPLES: Final = "application/n-triples"
_SHOWN: Final = 100  # characters of what was asked for
_ACTS: Final = GRAPH + ACTS.removeprefix("data/") + "/"
_VERSIONS: Final = GRAPH + "versions/"
# The graphs that reconciliation reads, and those of former statements.
_READ: Final = tuple(
    GRAPH + folder for folder in ("actors/", "instruments/", "participation/", "sources/")
)
_QUERY: Final = f"""PREFIX ap: <{AP}>
SELECT ?version ?number ?issued ?before {{
  ?version a ap:DatasetVersion ; <{RDFS}label> ?number .
  OPTIONAL {{ ?version <{DCTERMS}issued> ?issued }}
  OPTIONAL {{ ?version <{_PREVIOUS}> ?before }}
}}"""
# Superclasses are derived, so that only what the files call a statement is one here.
_UNKNOWN: Final = f"""SELECT DISTINCT ?statement {{
  GRAPH ?graph {{ ?statement a <{AP}Statement> }}
  OPTIONAL {{ ?version <{AP}addsStatement> ?statement }}
  FILTER(!BOUND(?version) && ?graph != <{INFERRED_GRAPH}>)
}} ORDER BY ?statement"""

_TWICE: Final = f"""SELECT ?statement (COUNT(?version) AS ?times) {{
  ?version <{AP}addsStatement> ?statement
}} GROUP BY ?statement HAVING(COUNT(?version) > 1) ORDER BY ?statement"""
_NEVER_ADDED: Final = f"""SELECT ?version ?statement {{
  ?version <{AP}dropsStatement> ?statement
  OPTIONAL {{ ?earlier <{AP}addsStatement> ?statement FILTER(?earlier != ?version) }}
  FILTER(!BOUND(?earlier))
}} ORDER BY ?statement"""


@dataclass(frozen=True, slots=True)
class Version:
    """One numbered state of the record; ``issued`` is its day of release, empty until then."""

    iri: str
    number: str
    issued: str
    before: str


def read_versions(store: Store) -> list[Version]:
    """The versions that ``store`` tells of, each after the one it follows."""
    found = {}
    for row in store.query(_QUERY).rows():
        texts = {name: term.value for name, term in row.items()}
        one = Version(
            texts["version"], texts["number"], texts.get("issued", ""), texts.get("before", "")
        )
        found[one.iri] = one
    return sorted(found.values(), key=lambda one: (_depth(one, found), one.iri))


def unknown_statements(store: Store) -> list[str]:
    """The statements (IRIs) that no version added."""
    return [row["statement"].value for row in store.query(_UNKNOWN).rows()]


def version_faults(store: Store) -> list[str]:
    """What is wrong with the versions that ``store`` tells of, each fault a sentence."""
    faults = [
        f"{statement}: no version of the record knows it; run astropact refresh"
        for statement in unknown_statements(store)
    ]
    faults += [
        f"{row['statement']}: {row['times']} versions add it; only the first is to name it"
        for row in store.query(_TWICE).rows()
    ]
    faults += [
        f"{row['statement']}: {row['version']} drops it, but no earlier version added it"
        for row in store.query(_NEVER_ADDED).rows()
    ]
    return faults


def refreshed_versions(root: Path, store: Store) -> dict[str, str]:
    """The text of the file of the version that is not released yet, by its path below ``root``.

    ``store`` holds the files of the record. The version adds what no earlier one knows; what else
    its file tells is kept. Released versions are never rewritten. Where all are released, nothing
    is made, or the file of the package's own version where there is something new to know.

    Raises:
        RecordFault: two versions are not released, or new statements have no version to go to.
    """
    versions = read_versions(store)
    unknown = {URIRef(iri) for iri in unknown_statements(store)}
    unreleased = [one for one in versions if not one.issued]
    if len(unreleased) > 1:
        raise RecordFault(
            f"the versions {', '.join(one.number for one in unreleased)} have no day of issue",
            hint="Give dcterms:issued to those that are released.",
        )
    if unreleased:
        one = unreleased[0]
    elif not unknown:
        return {}
    elif __version__ in (known.number for known in versions):
        raise RecordFault(
            f"{len(unknown)} statements are new, and version {__version__} is released",
            hint="Raise __version__ in server/astropact/__init__.py.",
        )
    else:
        before = versions[-1].iri if versions else ""
        one = Version(thing("version", __version__.replace(".", "-")), __version__, "", before)
    node, adds = URIRef(one.iri), URIRef(AP + "addsStatement")
    path = f"{FOLDER}/{one.iri.rpartition('/')[2]}.ttl"
    graph = read_turtle([root / path] if (root / path).is_file() else [])
    here = {
        URIRef(row["s"].value)
        for row in store.query(
            f"SELECT ?s {{ <{one.iri}> <{AP}addsStatement> ?s . ?s a ?type }}"
        ).rows()
    }
    graph.remove((node, adds, None))
    graph.add((node, URIRef(RDF + "type"), URIRef(AP + "DatasetVersion")))
    graph.set((node, URIRef(RDFS + "label"), Literal(one.number, lang="en")))
    if one.before:
        graph.set((node, URIRef(_PREVIOUS), URIRef(one.before)))
    for statement in here | unknown:
        graph.add((node, adds, statement))
    return {path: to_turtle(graph)}


def versions_after(store: Store, version: str) -> list[Version]:
    """The versions that follow the one of this number; none where it is the present one.

    Raises:
        InputError: there is no such version; the hint names those there are.
    """
    versions = read_versions(store)
    numbers = [one.number for one in versions]
    if version not in numbers:
        raise InputError(
            f"{version[:_SHOWN]!r} is no version of the record",
            hint=f"Known are {', '.join(numbers)}." if numbers else "The record has no versions.",
        )
    return versions[numbers.index(version) + 1 :]


def store_at(store: Store, version: str, folder: Path) -> Store:
    """A store in memory with what the record concludes today from what it knew at ``version``.

    ``version`` is a number such as ``0.1.0``; ``folder`` holds the rules. What no version knows is
    taken for known to the last one. Verdicts on claims are left out. Takes some seconds; callers
    keep the result.

    Raises:
        InputError: there is no such version; the hint names those there are.
        RecordFault: a statement or a rule is at fault.
    """
    later = versions_after(store, version)
    acts = [name for name in store.graphs() if name.startswith(_ACTS)]
    then = store.copy(without=[INFERRED_GRAPH, STATISTICS_GRAPH, *acts])
    if later:
        _forget(then, _related(then, later, "addsStatement") | set(unknown_statements(then)))
        _recall(then, _related(then, later, "dropsStatement"))
    made = {
        GRAPH + path.removeprefix("data/").removesuffix(".ttl"): _file(path, graph)
        for path, graph in reconcile(_evidence(then)).items()
    }
    then.replace_graphs(made)
    derive(then, folder, judged=False)
    return then


def _depth(version: Version, every: dict[str, Version]) -> int:
    depth, seen = 0, {version.iri}
    while version.before in every and version.before not in seen:
        version = every[version.before]
        seen.add(version.iri)
        depth += 1
    return depth


def _related(store: Store, versions: Iterable[Version], relation: str) -> set[str]:
    names = " ".join(f"<{one.iri}>" for one in versions)
    rows = store.query(f"SELECT ?s {{ VALUES ?v {{ {names} }} ?v <{AP}{relation}> ?s }}").rows()
    return {row["s"].value for row in rows}


def _forget(store: Store, statements: Iterable[str]) -> None:
    names = " ".join(f"<{iri}>" for iri in sorted(statements))
    store.update(
        "DELETE { GRAPH ?g { ?s ?p ?o } } "
        f"WHERE {{ VALUES ?s {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }}"
    )


def _recall(store: Store, former: Iterable[str]) -> None:
    """Makes statements of the former ones again, as their wording has them."""
    names = " ".join(f"<{iri}>" for iri in sorted(former))
    rows = store.query(
        f"SELECT ?g ?s ?text {{ VALUES ?s {{ {names} }} "
        f"GRAPH ?g {{ ?s <{AP}formerWording> ?text }} }}"
    ).rows()
    parts = [
        f"DELETE WHERE {{ GRAPH <{row['g']}> {{ <{row['s']}> ?p ?o }} }} ;\n"
        f"INSERT DATA {{ GRAPH <{row['g']}> {{ {_wording(row['s'].value, row['text'].value)} }} }}"
        for row in rows
    ]
    store.update(" ;\n".join(parts))


def _wording(statement: str, text: str) -> str:
    """The triples of a former statement, read and written anew so that nothing else comes along."""
    try:
        # As Turtle, because the triples may stand in one line.
        found = list(parse(text.encode(), "text/turtle", name=statement))
    except InputError as error:
        raise RecordFault(f"{statement}: the former wording cannot be read: {error}") from error
    if any(one.subject.value != statement or one.object.kind == "bnode" for one in found):
        raise RecordFault(f"{statement}: the former wording tells of something else")
    return " ".join(" ".join(map(ntriples, one[:3])) + " ." for one in found)


def _evidence(store: Store) -> Graph:
    """What reconciliation reads, without the marks of recorded time."""
    names = [name for name in store.graphs() if name.startswith((*_READ, _VERSIONS))]
    query = f"""CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o
      FILTER(?p != <{AP}addsStatement> && ?p != <{AP}dropsStatement>) }}"""
    rows = store.query(query, default_graphs=names).rows()
    return to_rdflib(Located(row["s"], row["p"], row["o"], None, 0) for row in rows)


def _file(path: str, graph: Graph) -> GraphFile:
    return GraphFile(graph.serialize(format="nt", encoding="utf-8"), _NTRIPLES, path)
