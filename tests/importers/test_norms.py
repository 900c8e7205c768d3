"""The table of norms becomes one file per instrument."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.norm_rows import READINGS
from astropact.importers.norms import import_norms
from astropact.importers.sources import AP

SAMPLE = Path(__file__).parent / "samples" / "norms.csv"
OUTER_SPACE = "data/norms/outer-space-treaty.ttl"
WOLF = "data/norms/wolf-amendment.ttl"


@pytest.fixture(scope="module")
def files() -> dict[str, Graph]:
    return import_norms(SAMPLE)


def norm(path: str) -> URIRef:
    return URIRef(namespaces.thing("norm", path))


def slugs(graph: Graph, node: URIRef, predicate: URIRef) -> set[str]:
    return {str(o).rsplit("/", 1)[1] for o in graph.objects(node, predicate)}


def subjects(graph: Graph, path: str) -> set[str]:
    return slugs(graph, norm(path), AP.subjectMatter)


def coverage(graph: Graph, slug: str) -> Literal:
    return graph.value(URIRef(namespaces.thing("instrument", slug)), AP.normsComplete)


def test_a_norm_stands_in_its_provision(files: dict[str, Graph]) -> None:
    graph = files[OUTER_SPACE]
    rule = norm("outer-space-treaty/art-4-1/a")
    assert (rule, RDF.type, AP.Prohibition) in graph
    provision = graph.value(rule, AP.expressedIn)
    assert provision == URIRef(namespaces.thing("provision", "outer-space-treaty/art-4-1"))
    assert str(graph.value(provision, RDFS.label)) == "Outer Space Treaty, Article IV, paragraph 1"
    assert graph.value(provision, AP.provisionNumber) == Literal("IV(1)")
    instrument = URIRef(namespaces.thing("instrument", "outer-space-treaty"))
    assert graph.value(provision, AP.provisionOf) == instrument


def test_the_label_reads_as_a_rule(files: dict[str, Graph]) -> None:
    graph = files[OUTER_SPACE]
    assert str(graph.value(norm("outer-space-treaty/art-4-1/a"), RDFS.label)) == (
        "Outer Space Treaty, Article IV, paragraph 1: party must not place WMD in Earth orbit"
    )
    assert " should " in str(graph.value(norm("outer-space-treaty/art-11/b"), RDFS.label))


def test_narrower_subjects_stand_besides_the_broad_one(files: dict[str, Graph]) -> None:
    graph = files[OUTER_SPACE]
    assert subjects(graph, "outer-space-treaty/art-4-1/a") == {
        "weapons",
        "weapons-of-mass-destruction",
        "nuclear-weapons-in-space",
    }
    assert subjects(graph, "outer-space-treaty/art-9/f") == {"consultation", "harmful-interference"}
    moon = files["data/norms/moon-agreement.ttl"]
    assert subjects(moon, "moon-agreement/art-11-1") == {"common-heritage", "resources"}


def test_absence_means_something_only_where_the_text_was_read(files: dict[str, Graph]) -> None:
    yes, no = (Literal(word, datatype=XSD.boolean) for word in ("true", "false"))
    assert coverage(files[OUTER_SPACE], "outer-space-treaty") == yes
    assert coverage(files["data/norms/artemis-accords.ttl"], "artemis-accords") == no
    assert coverage(files[WOLF], "wolf-amendment/2011") == yes
    assert coverage(files[WOLF], "wolf-amendment/2018") == no


def test_a_summary_is_not_the_text(files: dict[str, Graph]) -> None:
    graph = files["data/norms/artemis-accords.ttl"]
    read = {
        path: str(graph.value(norm(f"artemis-accords/{path}"), AP.officialTextRead))
        for path in ("sec-12", "sec-10-2")
    }
    assert read == {"sec-12": "false", "sec-10-2": "true"}
    source = graph.value(norm("artemis-accords/sec-12"), DCTERMS.source)
    assert str(source).endswith("/helium3-artemis-accords")


def test_wolf_rules_belong_to_the_version_of_their_act(files: dict[str, Graph]) -> None:
    graph = files[WOLF]
    provision = graph.value(norm("wolf-amendment/2018/cert-1"), AP.expressedIn)
    version = URIRef(namespaces.thing("instrument", "wolf-amendment/2018"))
    assert graph.value(provision, AP.provisionOf) == version
    assert set(graph.objects(norm("wolf-amendment/2018/cert-1"), AP.exceptionTo)) == {
        norm("wolf-amendment/2018/bar"),
        norm("wolf-amendment/2018/hosting"),
    }
    assert "fbi-consultation" in subjects(graph, "wolf-amendment/2018/cert-1")


def test_named_bearers_are_actors_of_the_record(files: dict[str, Graph]) -> None:
    bearers = set(files[WOLF].objects(norm("wolf-amendment/2012/s-539-a"), AP.bearer))
    assert bearers == {URIRef(namespaces.thing("org", slug)) for slug in ("nasa", "us-ostp")}
    roles = set(files[OUTER_SPACE].objects(norm("outer-space-treaty/art-4-1/a"), AP.bearer))
    assert roles == set()


def test_roles_say_whom_a_norm_addresses_and_to_whom_it_is_owed(files: dict[str, Graph]) -> None:
    ban = norm("outer-space-treaty/art-4-1/a")
    assert slugs(files[OUTER_SPACE], ban, AP.bearerRole) == {"party"}
    assert slugs(files[OUTER_SPACE], ban, AP.counterpartyRole) == {"erga-omnes-partes"}
    bar = norm("wolf-amendment/2012/s-539-a")
    assert slugs(files[WOLF], bar, AP.bearerRole) == {"named-body"}
    assert slugs(files[WOLF], bar, AP.counterparty) == {"chn"}


def test_events_call_norms_up(files: dict[str, Graph]) -> None:
    liability = files["data/norms/liability-convention.ttl"]
    triggers = slugs(liability, norm("liability-convention/art-2"), AP.trigger)
    assert {"damage-on-earth", "breakup"} <= triggers
    bar = norm("wolf-amendment/2018/bar")
    assert slugs(files[WOLF], bar, AP.trigger) == {"spending-with-china"}


def test_a_correction_stands_in_for_the_cell(files: dict[str, Graph]) -> None:
    graph = files["data/norms/artemis-accords.ttl"]
    use = norm("artemis-accords/sec-10-2")
    assert str(graph.value(use, AP.counterpartyText)) == "signatory"
    assert str(graph.value(use, AP.hortatory)) == "true"
    # Two conditions joined by "and" are one exception, not two.
    second = norm("wolf-amendment/2018/cert-2")
    assert (second, AP.exceptionTo, None) not in files[WOLF]


def test_what_the_table_lacks_is_added(files: dict[str, Graph]) -> None:
    graph = files["data/norms/debris-mitigation-guidelines-2007.ttl"]
    assert (norm("debris-mitigation-guidelines-2007/sec-3"), RDF.type, AP.GuidingPrinciple) in graph
    assert "debris-mitigation-guidelines-2007" not in SAMPLE.read_text("utf-8")


def test_a_remark_that_another_property_carries_is_left_out(files: dict[str, Graph]) -> None:
    graph = files[OUTER_SPACE]
    leave = norm("outer-space-treaty/art-16")
    assert "P1Y" not in str(graph.value(leave, AP.note))


def test_a_provision_described_elsewhere_is_not_described_again() -> None:
    known = Graph()
    provision = URIRef(namespaces.thing("provision", "outer-space-treaty/art-2"))
    known.add((provision, RDF.type, AP.Provision))
    graph = import_norms(SAMPLE, elsewhere=[known])[OUTER_SPACE]
    assert (provision, RDF.type, AP.Provision) not in graph
    assert graph.value(norm("outer-space-treaty/art-2"), AP.expressedIn) == provision


def test_a_pledge_has_the_source_that_states_it(tmp_path: Path, root: Path) -> None:
    table = tmp_path / "norms.csv"
    header = SAMPLE.read_text("utf-8").splitlines()[0]
    columns = dict.fromkeys(header.split(","), "")
    pledge = {
        **columns,
        "id": "asat-test-pledges/nzl",
        "instrument": "asat-test-pledges",
        "article": "(unnumbered in source)",
        "kind": "prohibition",
        "bearer": "New Zealand",
        "counterparty": "all states",
        "action": "conduct destructive direct-ascent ASAT tests",
        "subject": "debris",
        "paraphrase": "New Zealand pledged not to test.",
        "note": "unilateral political commitment; own text not read",
    }
    table.write_text(f"{header}\n{','.join(pledge.values())}\n", "utf-8")
    with pytest.raises(InputError, match="No statement of the record gives a source"):
        import_norms(table)
    stated = Graph().parse(root / "data/participation/asat-test-commitment.ttl")
    graph = import_norms(table, elsewhere=[stated])["data/norms/asat-test-commitment.ttl"]
    node = norm("asat-test-commitment/nzl")
    assert slugs(graph, node, AP.bearer) == {"nzl"}
    assert slugs(graph, node, DCTERMS.source) == {"baoyam-com-new-zealand-joins-asat-test-ban"}
    assert str(graph.value(node, AP.officialTextRead)) == "false"
    provision = graph.value(node, AP.expressedIn)
    assert (provision, AP.provisionNumber, None) not in graph


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("II,,prohibition", "II,,wish", "not a kind of norm"),
        ("wolf-provisions/fy2018/bar", "wolf-provisions/fy1999/bar", "no known version"),
        ("wolf-provisions/fy2018/bar", "wolf-provisions/fy2018/baz", "is not known"),
        ("wolf-provisions/fy2018/bar", "wolf-provisions", "is not the name of a norm"),
        ("liability-convention,II,", "esa-convention,II,", "no instrument whose norms"),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, good: str, bad: str, message: str) -> None:
    table, readings = tmp_path / "norms.csv", tmp_path / "readings"
    text = SAMPLE.read_text("utf-8")
    assert good in text
    table.write_text(text.replace(good, bad), "utf-8")
    shutil.copytree(READINGS, readings)
    wolf = readings / "wolf-provisions.csv"
    wolf.write_text(wolf.read_text("utf-8").replace(good, bad), "utf-8")
    shutil.copy(readings / "liability-convention.csv", readings / "esa-convention.csv")
    with pytest.raises(InputError, match=message) as raised:
        import_norms(table, readings=readings)
    assert raised.value.line
