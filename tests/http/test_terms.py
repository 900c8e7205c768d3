"""The terms of the ontology, each with an anchor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from astropact.namespaces import AP, GRAPH
from astropact.web.terms import term_rows

if TYPE_CHECKING:
    from astropact.store import Store

    from .client import Client


def test_terms_have_anchors(http: Client) -> None:
    text = http.get("/ns", "text/html").text
    ids = set(re.findall(r'id="([^"]+)"', text))
    assert {"State", "ParticipationAct", "statedIn", "actionOn"} <= ids
    links = set(re.findall(r'href="/ns#([^"]+)"', text))
    assert links - ids == set()
    answer = http.get("/ns/State")
    assert (answer.status, answer.headers["Location"]) == (303, "/ns#State")
    assert http.get("/ns/NoSuchTerm").status == 404


def test_a_term_has_what_one_needs_to_use_it(store: Store) -> None:
    rows = {row.name.iri: row for row in term_rows(store, GRAPH + "ontology/actors")}
    state = rows[AP + "State"]
    assert state.kind == "Class"
    assert state.definition
    assert AP + "Actor" in {name.iri for _label, name in state.related}
    # A foreign term that a module only declares is not one of its terms.
    assert all(iri.startswith(AP) for iri, row in rows.items() if row.definition)
