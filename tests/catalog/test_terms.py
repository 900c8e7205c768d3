"""What a module of the ontology defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.terms import module_of_version, term_rows
from astropact.namespaces import AP, GRAPH, ONTOLOGY, OWL

if TYPE_CHECKING:
    from astropact.store import Store


def test_a_term_has_what_one_needs_to_use_it(store: Store) -> None:
    rows = {row.name.iri: row for row in term_rows(store, GRAPH + "ontology/actors")}
    state = rows[AP + "State"]
    assert state.kind == "Class"
    assert state.definition
    assert AP + "Actor" in {name.iri for _label, name in state.related}
    # A foreign term that a module only declares is not one of its terms.
    assert all(iri.startswith(AP) for iri, row in rows.items() if row.definition)


def test_a_current_version_leads_to_its_module(store: Store) -> None:
    core = f"{ONTOLOGY}core"
    row = next(store.query(f"SELECT ?v {{ <{core}> <{OWL}versionIRI> ?v }}").rows())
    assert module_of_version(store, row["v"].value) == core
    for other in (core, f"{core}/1999-01-01", "no iri", "https://e/a%zz"):
        assert module_of_version(store, other) is None
