"""The table of participants in the lunar station becomes statements of joining."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.ilrs import FILE, import_ilrs

AP = Namespace(namespaces.AP)
TABLE = Path(__file__).parent / "samples" / "ilrs.csv"


@pytest.fixture(scope="module")
def graph(root: Path) -> Graph:
    graphs, _rows, left_out = import_ilrs([TABLE], root=root)
    assert left_out == 1, "a group without names makes no statement"
    return graphs[FILE]


def of(graph: Graph, actor: str) -> dict[str, dict[str, str]]:
    """The statements on an actor by their names: property -> end of its value."""
    found = {}
    for node in graph.subjects(AP.actor, URIRef(namespaces.ID + actor)):
        found[str(node).rpartition("/")[2]] = {
            str(name).removeprefix(namespaces.AP): str(value).rpartition("/")[2]
            for name, value in graph.predicate_objects(node)
        }
    assert found, actor
    return found


def test_who_joined_by_an_own_text_names_it(graph: Graph) -> None:
    assert {one.get("byInstrument") for one in of(graph, "state/tha").values()} == {"ilrs-tha"}
    assert of(graph, "org/apsco").popitem()[1]["byInstrument"] == "ilrs-apsco-2024"
    # The founders made the memorandum itself, and nobody tells by what Bolivia joined.
    for actor in ("state/chn", "state/bol"):
        assert all("byInstrument" not in one for one in of(graph, actor).values())


def test_interest_and_an_earlier_step_show_no_act(graph: Graph) -> None:
    kinds = {one["actKind"] for one in of(graph, "state/eth").values()}
    assert kinds == {"joining", "no-act"}, "one list has Ethiopia, a report tells of interest"
    steps = [one for one in of(graph, "state/ven").values() if one["actKind"] == "no-act"]
    assert steps
    assert all("statedDate" not in one for one in steps)
    assert {one["asOf"] for one in steps} == {"2023-04-08"}


def test_a_day_from_another_page_is_that_pages_day(graph: Graph) -> None:
    found = of(graph, "state/blr")
    assert found["reuters-ilrs-partners-2023-blr-joining"]["statedDate"] == "2023-10"
    chronicle = next(one for name, one in found.items() if name.startswith("cosmoschronicle"))
    assert chronicle["statedDate"] == "2023-10-23"


def test_the_place_in_the_order_is_read_from_the_remark(graph: Graph) -> None:
    assert {one.get("ordinal") for one in of(graph, "state/tha").values()} == {"9"}


def test_an_unknown_body_is_told(root: Path, tmp_path: Path) -> None:
    bad = tmp_path / "ilrs.csv"
    bad.write_text(TABLE.read_text("utf-8").replace("(APSCO)", "of Nowhere"), "utf-8")
    with pytest.raises(InputError, match="names no actor of the record"):
        import_ilrs([bad], root=root)
