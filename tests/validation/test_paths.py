from __future__ import annotations

import pytest
from rdflib import Graph, URIRef

from astropact.errors import RecordFault
from astropact.namespaces import AP
from astropact.validation.paths import (
    SH,
    Alternative,
    Inverse,
    Path,
    Predicate,
    Repeat,
    Sequence,
    Step,
    read,
    text,
    walks,
    write,
)

ACTOR, DAY = Predicate(AP + "actor"), Predicate(AP + "actionOn")
PATHS: list[tuple[Path, str]] = [
    (ACTOR, "ap:actor"),
    (Inverse(ACTOR), "^ap:actor"),
    (Sequence((Inverse(ACTOR), DAY)), "^ap:actor/ap:actionOn"),
    (Alternative((ACTOR, DAY)), "ap:actor|ap:actionOn"),
    (Repeat(Sequence((ACTOR, DAY)), "*"), "(ap:actor/ap:actionOn)*"),
    (Inverse(Alternative((ACTOR, Repeat(DAY, "?")))), "^(ap:actor|(ap:actionOn?))"),
    (Sequence((Repeat(ACTOR, "+"), DAY)), "(ap:actor+)/ap:actionOn"),
]


@pytest.mark.parametrize(("path", "written"), PATHS)
def test_text_is_sparql(path: Path, written: str) -> None:
    assert text(path) == written


@pytest.mark.parametrize("path", [path for path, _ in PATHS])
def test_what_is_written_is_read_back(path: Path) -> None:
    graph = Graph()
    assert read(graph, write(path, graph)) == path


def test_walks_take_every_way() -> None:
    forward, back = Step(AP + "actor"), Step(AP + "actor", inverse=True)
    day = Step(AP + "actionOn")
    assert walks(ACTOR) == [(forward,)]
    assert walks(Sequence((Inverse(ACTOR), DAY))) == [(back, day)]
    assert walks(Inverse(Sequence((ACTOR, DAY)))) == [(Step(AP + "actionOn", True), back)]
    assert walks(Sequence((Alternative((ACTOR, DAY)), DAY))) == [(forward, day), (day, day)]
    assert walks(Repeat(ACTOR, "*")) == [(forward,), (forward, forward), ()]
    assert walks(Repeat(ACTOR, "?")) == [(forward,), ()]


@pytest.mark.parametrize(
    "turtle",
    [
        "[] sh:path _:p . _:p sh:inversePath _:p .",
        "[] sh:path _:p . _:p rdf:first ap:actor ; rdf:rest _:p .",
        "[] sh:path _:p . _:p sh:unknownPath ap:actor .",
        "[] sh:path _:p . _:p rdf:first ap:actor .",
    ],
)
def test_malformed_paths_are_refused(turtle: str) -> None:
    prefixes = f"@prefix ap: <{AP}> . @prefix sh: <{SH}> . "
    prefixes += "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
    graph = Graph().parse(data=prefixes + turtle)
    node = next(o for o in graph.objects(None, URIRef(SH.path)))
    with pytest.raises(RecordFault):
        read(graph, node)
