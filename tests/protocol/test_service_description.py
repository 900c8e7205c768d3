"""The service description says what the service does."""

from __future__ import annotations

from astropact.protocol.formats import GRAPHS, RESULTS
from astropact.protocol.service_description import description_query
from astropact.store import OxigraphStore

SD = "http://www.w3.org/ns/sparql-service-description#"


def test_it_is_a_query_that_describes_the_service() -> None:
    text = description_query("http://x/sparql", "http://x/d", [("http://x/g", 7)])
    with OxigraphStore.in_memory() as store:
        triples = {(r["s"].value, r["p"].value, r["o"].value) for r in store.query(text).rows()}
    service = "http://x/sparql"
    assert (service, SD + "endpoint", service) in triples
    assert (service, SD + "feature", SD + "UnionDefaultGraph") in triples
    assert (service, SD + "supportedLanguage", SD + "SPARQL11Query") in triples
    assert not any(o == SD + "SPARQL11Update" for _s, _p, o in triples)
    formats = {o for _s, p, o in triples if p == SD + "resultFormat"}
    assert len(formats) == len(RESULTS) + len(GRAPHS)
    assert ("http://x/d", SD + "namedGraph", "http://x/g#named") in triples
    assert ("http://x/g#named", SD + "name", "http://x/g") in triples
