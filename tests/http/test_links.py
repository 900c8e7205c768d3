"""Links lead somewhere, here and nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flask import Flask

from astropact.namespaces import AP, BASE
from astropact.web.links import base_url, href_of, path_of, query_path

if TYPE_CHECKING:
    from .client import Client


def test_links_of_pages_lead_somewhere(http: Client) -> None:
    pages = ["/", "/about", "/id/state/sau", "/id/instrument/moon-agreement", "/sparql", "/ns"]
    pages += ["/id/act/moon-agreement/sau/withdrawal", "/concept/act-kind/accession", "/dataset"]
    seen: set[str] = set()
    for page in pages:
        for link in re.findall(r'(?:href|src)="(/[^"]*)"', http.get(page, "text/html").text):
            seen.add(link.partition("#")[0].replace("&amp;", "&"))
    assert len(seen) > 100
    # As a browser follows them.
    accept = {"Accept": "text/html,*/*;q=0.8"}
    answers = {link: http.send("HEAD", link, accept).status for link in sorted(seen)}
    assert [link for link, status in answers.items() if status not in (200, 303)] == []


def test_a_false_host_cannot_write_into_an_answer(http: Client) -> None:
    for host in ("x> a <y", 'a"b', "a}b"):
        answer = http.send("GET", "/sparql", {"Host": host, "Accept": "text/turtle"})
        assert answer.status == 400
        assert host.encode() not in answer.body


def test_only_iris_of_the_record_lead_here() -> None:
    app = Flask(__name__)
    with app.test_request_context("/", base_url="https://example.org/below"):
        assert path_of(BASE + "id/state/sau") == "/below/id/state/sau"
        assert path_of(BASE + "id/statement/a b") == "/below/id/statement/a%20b"
        assert path_of(AP + "State") == "/below/ns#State"
        assert path_of("https://example.org/x") is None
        assert href_of("https://example.org/x") == "https://example.org/x"
        assert href_of("javascript:alert(1)") is None
        assert href_of("urn:x:y") is None
        assert base_url() == "https://example.org/below"
        assert query_path("ASK {}", format="csv") == "/below/sparql?query=ASK+%7B%7D&format=csv"
