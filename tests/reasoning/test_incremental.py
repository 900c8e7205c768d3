"""A change of single acts derives what deriving everything would, on the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.errors import NotFound
from astropact.namespaces import GRAPH, INFERRED_GRAPH, PREFIXES, thing
from astropact.reasoning.incremental import affected_pairs, derive_for
from astropact.reasoning.rules import derive
from astropact.validation.hygiene import load_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store.base import Store

PREFIX = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
INFERRED = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{INFERRED_GRAPH}> {{ ?s ?p ?o }} }}"
MOON, OUTER_SPACE = thing("instrument", "moon-agreement"), thing("instrument", "outer-space-treaty")


@pytest.fixture(scope="module")
def derived(root: Path) -> Iterator[Store]:
    """The files of the record and what follows from them."""
    with load_files(root) as store:
        derive(store, root / "ontology" / "rules", judged=False)
        yield store


def inferred(store: Store) -> set[str]:
    with store.query(INFERRED).complete("application/n-triples") as written:
        return set(written.read().decode().splitlines())


def without(thing_: str) -> str:
    return f"DELETE WHERE {{ GRAPH ?g {{ <{thing_}> ?p ?o }} }}"


def act(slug: str) -> str:
    return thing("act", slug)


def moved(slug: str, day: str) -> str:
    iri = act(slug)
    return (
        f"DELETE {{ GRAPH ?g {{ <{iri}> ap:effectiveOn ?old }} }} "
        f'INSERT {{ GRAPH ?g {{ <{iri}> ap:effectiveOn "{day}"^^xsd:date }} }} '
        f"WHERE {{ GRAPH ?g {{ <{iri}> ap:effectiveOn ?old }} }}"
    )


# A supposition of this test: nobody has done this.
SUPPOSED = f"""INSERT DATA {{ GRAPH <{GRAPH}contributed> {{
  <{act("moon-agreement/nld/withdrawal")}> a ap:ParticipationAct ; ap:actor state:nld ;
    ap:instrument instrument:moon-agreement ; ap:actKind act-kind:withdrawal ;
    ap:actionOn "2030-01-01"^^xsd:date ; ap:effectiveOn "2031-01-01"^^xsd:date }} }}"""


# What changes, how, and whose standing that touches.
CHANGES = {
    "an accession has another effect": (
        act("moon-agreement/sau/accession"),
        moved("moon-agreement/sau/accession", "2012-08-18"),
        {"sau"},
    ),
    "a withdrawal is gone": (act("moon-agreement/sau/withdrawal"), "", {"sau"}),
    "a withdrawal has come": (act("moon-agreement/nld/withdrawal"), SUPPOSED, {"nld"}),
    "a ratification of a predecessor is gone": (
        act("outer-space-treaty/sun/ratification"),
        "",
        {"sun", "rus"},
    ),
    "a succession to a treaty is gone": (act("liability-convention/cze/succession"), "", {"cze"}),
    "a succession of states is gone": (thing("succession", "sun-rus"), "", {"sun", "rus"}),
    "an undated consent is gone": (
        act("outer-space-treaty/are/consent-to-be-bound"),
        "",
        {"are"},
    ),
    "a signature of the Accords is gone": (act("artemis-accords/ago/signature"), "", {"ago"}),
}


def test_deriving_for_pairs_equals_deriving_everything(derived: Store, root: Path) -> None:
    rules = root / "ontology" / "rules"
    with derived.copy() as store:
        for what, (changed, update, touched) in CHANGES.items():
            pairs = affected_pairs(store, [changed])
            store.update(PREFIX + (update or without(changed)))
            pairs |= affected_pairs(store, [changed])
            assert {actor.rpartition("/")[2] for actor, _text in pairs} == touched, what
            assert derive_for(store, rules, pairs) > 0, what
            assert derive_for(store, rules, pairs) == 0, what
        found = inferred(store)
        derive(store, rules, judged=False)
        assert found == inferred(store)


def test_a_rule_by_which_nothing_follows_any_more_is_not_described(
    derived: Store, root: Path
) -> None:
    rules, rule = root / "ontology" / "rules", thing("rule", "continued-binding")
    ask = f"ASK {{ <{rule}> ?p ?o }}"
    with derived.copy() as store:
        successions = [
            row["s"].value
            for row in store.query(
                PREFIX + "SELECT ?s { ?s ap:successionKind succession-kind:continuation }"
            ).rows()
        ]
        pairs = affected_pairs(store, successions)
        for iri in successions:
            store.update(without(iri))
        assert store.query(ask)
        derive_for(store, rules, pairs)
        assert not store.query(ask)


def test_what_a_statement_or_an_instrument_touches(derived: Store) -> None:
    (statement,) = {
        row["s"].value
        for row in derived.query(
            PREFIX + "SELECT ?s { ?s a ap:Statement ; ap:actor state:sau ; ap:actKind "
            "act-kind:accession ; ap:instrument instrument:moon-agreement } ORDER BY ?s LIMIT 1"
        ).rows()
    }
    assert affected_pairs(derived, [statement]) == {(thing("state", "sau"), MOON)}
    touched = affected_pairs(derived, [OUTER_SPACE])
    assert len(touched) > 100
    assert {instrument for _actor, instrument in touched} == {OUTER_SPACE}


def test_nothing_changed_is_nothing_to_do(derived: Store, root: Path) -> None:
    assert affected_pairs(derived, []) == set()
    assert derive_for(derived, root / "ontology" / "rules", []) == 0


def test_what_is_no_iri_is_refused(derived: Store, root: Path) -> None:
    with pytest.raises(NotFound):
        affected_pairs(derived, ["x> } DROP ALL #"])
    with pytest.raises(NotFound):
        derive_for(derived, root / "ontology" / "rules", [("urn:a", "x> } #")])


def test_every_rule_of_periods_has_a_scope(root: Path) -> None:
    for path in sorted((root / "ontology" / "rules").glob("*.rq")):
        text = path.read_text("utf-8")
        if "ap:StandingPeriod" in text:
            assert "# scope: ?actor ?instrument\n" in text, path.name
