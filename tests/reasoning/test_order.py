"""Places in the order of signatures, and the bounds that follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import XSD

from astropact import namespaces
from astropact.namespaces import thing
from astropact.reasoning.reconcile import reconcile

from .samples import record, said

if TYPE_CHECKING:
    from rdflib import Graph

AP = Namespace(namespaces.AP)
PATH = "data/participation/acts/moon-agreement.ttl"


def numbered(source: str, actor: str, number: str, day: str = "", as_of: str = "1990-01-01") -> str:
    """A statement of a signature with its place: "3", or "3-5"."""
    first, _, last = number.partition("-")
    text = said(source, actor, "signature", day, as_of=as_of, instrument="moon-agreement")
    place = f"ap:firstOrdinal {first} ; ap:lastOrdinal {last}" if last else f"ap:ordinal {first}"
    return text.removesuffix(".") + f"; {place} ."


def acts(*statements: str) -> dict[str, dict[str, str]]:
    graph: Graph = reconcile(record(statements))[PATH]
    return {
        actor: {
            str(name).removeprefix(namespaces.AP): str(value)
            for name, value in graph.predicate_objects(
                URIRef(thing("act", f"moon-agreement/{actor}/signature"))
            )
        }
        for actor in ("aus", "can", "rus")
    }


def test_an_act_without_a_day_lies_between_its_neighbours() -> None:
    found = acts(
        numbered("ecolex", "aus", "1", "1980-01-01"),
        numbered("ecolex", "can", "2", as_of="1985-01-01"),
        numbered("ecolex", "rus", "3", "1984-06-01"),
    )
    assert found["can"]["ordinal"] == "2"
    assert (found["can"]["notBefore"], found["can"]["notAfter"]) == ("1980-01-01", "1984-06-01")
    assert "As number 2 in the order it was done not before 1980-01-01" in found["can"]["because"]
    assert "notBefore" not in found["aus"]


def test_a_range_of_places_bounds_too() -> None:
    found = acts(
        numbered("ecolex", "aus", "1", "1980-01-01"),
        numbered("ecolex", "can", "2-3", as_of="1985-01-01"),
        numbered("ecolex", "rus", "4", "1984-06-01"),
    )
    assert (found["can"]["firstOrdinal"], found["can"]["lastOrdinal"]) == ("2", "3")
    assert found["can"]["notAfter"] == "1984-06-01"


def test_an_order_that_contradicts_the_dates_bounds_nothing() -> None:
    found = acts(
        numbered("ecolex", "aus", "1", "1986-01-01"),
        numbered("ecolex", "can", "2", as_of="1985-01-01"),
        numbered("ecolex", "rus", "3", "1987-06-01"),
    )
    assert found["can"]["notAfter"] == "1984-07-11"
    assert "notBefore" not in found["can"]


def test_the_most_trusted_source_gives_the_place() -> None:
    found = acts(
        numbered("bernama-2513393", "aus", "7", "1980-01-01"),
        numbered("ecolex", "aus", "1", "1980-01-01"),
        numbered("ecolex", "can", "2", "1980-01-02"),
        numbered("ecolex", "rus", "3", "1984-06-01"),
    )
    assert found["aus"]["ordinal"] == "1"


def test_the_text_by_which_somebody_joined_goes_to_the_act() -> None:
    graph = record([numbered("ecolex", "aus", "1", "1980-01-01")])
    node = next(iter(graph.subjects(AP.ordinal, Literal("1", datatype=XSD.integer))))
    by = URIRef(thing("instrument", "outer-space-treaty"))
    graph.add((node, AP.byInstrument, by))
    made = reconcile(graph)[PATH]
    act = URIRef(thing("act", "moon-agreement/aus/signature"))
    assert made.value(act, AP.byInstrument) == by
