"""The terms of the ontology, each with an anchor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
