"""The tables of states and organisations become actors; their known traps stay traps avoided."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef

from astropact import namespaces
from astropact.errors import InputError, RecordFault
from astropact.importers.actors import import_actors
from astropact.importers.organisations import organisation_slugs
from astropact.importers.sources import AP
from astropact.rdf.canonical import to_turtle

SAMPLES = Path(__file__).parent / "samples"
WD = "http://www.wikidata.org/entity/"


@pytest.fixture(scope="module")
def files() -> dict[str, Graph]:
    return import_actors(SAMPLES / "states.csv", SAMPLES / "agencies.csv")


@pytest.fixture(scope="module")
def everything(files: dict[str, Graph]) -> Graph:
    union = Graph()
    for graph in files.values():
        union += graph
    return union


def state(slug: str) -> URIRef:
    return URIRef(namespaces.thing("state", slug))


def body(slug: str) -> URIRef:
    return URIRef(namespaces.thing("org", slug))


def test_a_state_has_its_codes_name_and_sources(files: dict[str, Graph]) -> None:
    graph = files["data/actors/states.ttl"]
    china = state("chn")
    assert (china, RDF.type, AP.State) in graph
    assert graph.value(china, AP.isoNumeric) == Literal("156")
    assert graph.value(china, AP.officialName) == Literal(
        "the People's Republic of China", lang="en"
    )
    member = graph.value(china, AP.unMember)
    assert member is not None
    assert member.n3() == '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    assert len(list(graph.objects(china, DCTERMS.source))) == 4


def test_former_states_are_apart_and_have_an_end(files: dict[str, Graph]) -> None:
    graph = files["data/actors/former-states.ttl"]
    assert {str(s).rsplit("/", 1)[1] for s in graph.subjects(RDF.type, AP.FormerState)} == {
        "sun",
        "csk",
        "yug",
        "scg",
        "fry",
        "rvn",
    }
    for former in graph.subjects(RDF.type, AP.FormerState):
        assert graph.value(former, AP.existedNotAfter) is not None
        assert graph.value(former, AP.unMember) is None


def test_the_holy_see_is_not_vatican_city(files: dict[str, Graph]) -> None:
    links = files["data/links/wikidata.ttl"]
    assert links.value(state("vat"), SKOS.exactMatch) == URIRef(WD + "Q159583")
    assert links.value(state("vat"), SKOS.relatedMatch) == URIRef(WD + "Q237")
    for kind in ("geonames", "dbpedia"):
        assert (state("vat"), SKOS.exactMatch, None) not in files[f"data/links/{kind}.ttl"]


def test_the_party_is_the_kingdom_of_the_netherlands(files: dict[str, Graph]) -> None:
    links = files["data/links/wikidata.ttl"]
    assert list(links.objects(state("nld"), SKOS.exactMatch)) == [URIRef(WD + "Q29999")]


def test_yugoslavia_and_its_numeric_code(files: dict[str, Graph]) -> None:
    graph = files["data/actors/former-states.ttl"]
    assert graph.value(state("yug"), AP.isoNumeric) == Literal("890")
    assert graph.value(state("scg"), AP.isoNumeric) == Literal("891")
    assert graph.value(state("fry"), AP.iso3) is None


def test_successions_join_states_that_are_in_the_tables(files: dict[str, Graph]) -> None:
    graph = files["data/actors/successions.ttl"]
    names = {str(s).rsplit("/", 1)[1] for s in graph.subjects(RDF.type, AP.StateSuccession)}
    # The sample has no Germany, Slovakia or Viet Nam, so their successions are left out.
    assert names == {"sun-rus", "yug-fry", "yug-hrv", "fry-scg", "scg-srb"}


def test_slugs_use_the_acronym_only_where_it_is_unique(everything: Graph) -> None:
    for slug in ("iranian-space-agency", "israel-space-agency", "cnsa", "cmsa", "eutelsat-igo"):
        assert (body(slug), RDFS.label, None) in everything
    assert (body("isa"), None, None) not in everything


def test_slugs_do_not_depend_on_the_order_of_rows() -> None:
    rows = [("Iranian Space Agency", "ISA"), ("Israel Space Agency", "ISA"), ("NASA", "NASA")]
    assert organisation_slugs(rows) == organisation_slugs(reversed(rows))


def test_two_organisations_of_one_name_are_refused() -> None:
    with pytest.raises(RecordFault, match="would be called"):
        organisation_slugs([("Space Agency", "A"), ("Space Agency", "B")])


def test_an_uncertain_year_is_kept_and_said_to_be_uncertain(everything: Graph) -> None:
    begin = everything.value(body("cmsa"), AP.existedFrom)
    assert isinstance(begin, Literal)
    assert (str(begin), begin.datatype) == ("1999", XSD.gYear)
    assert "uncertain" in str(everything.value(body("cmsa"), AP.note))


def test_a_signature_is_not_the_beginning_of_an_organisation(everything: Graph) -> None:
    for slug in ("apsco", "arabsat"):
        assert everything.value(body(slug), AP.existedFrom) is None
        assert everything.value(body(slug), AP.note) is not None


def test_the_end_of_a_catalogue_entry_is_not_the_end_of_the_body(everything: Graph) -> None:
    for slug in ("itso", "eutelsat-igo", "nro"):
        assert everything.value(body(slug), AP.existedUntil) is None
    assert everything.value(body("gsa"), AP.existedNotAfter) == Literal(
        "2021-01-31", datatype=XSD.date
    )


def test_a_disputed_founding_year_widens_the_bound(everything: Graph) -> None:
    assert str(everything.value(body("gsa"), AP.existedFrom)) == "2010"
    assert str(everything.value(body("gsa"), AP.existedNotBefore)) == "2004-01-01"


def test_companies_and_public_bodies_hang_on_their_state_differently(everything: Graph) -> None:
    assert everything.value(body("cast"), AP.basedIn) == state("chn")
    assert everything.value(body("cnsa"), AP.agencyOf) == state("chn")
    assert everything.value(body("apsco"), AP.scope) == Literal("Asia-Pacific", lang="en")
    # The ontology keeps ap:scope for intergovernmental organisations.
    assert everything.value(body("cospar"), AP.scope) is None


def test_every_source_is_described_once(everything: Graph) -> None:
    named = set(everything.objects(None, DCTERMS.source))
    described = set(everything.subjects(RDF.type, AP.Source))
    assert named <= described


def test_no_trace_of_how_the_tables_were_collected(files: dict[str, Graph]) -> None:
    for graph in files.values():
        text = to_turtle(graph)
        assert "code file" not in text
        assert "find_string" not in text


def test_an_unknown_type_is_told_with_file_and_line(tmp_path: Path) -> None:
    table = tmp_path / "agencies.csv"
    text = (SAMPLES / "agencies.csv").read_text("utf-8")
    table.write_text(text.replace("civil space agency", "club", 1), "utf-8")
    with pytest.raises(InputError, match="club") as caught:
        import_actors(SAMPLES / "states.csv", table)
    assert (caught.value.path, caught.value.line) == (str(table), 2)


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    table = tmp_path / "states.csv"
    table.write_text("name,iso3\nChina,CHN\n", "utf-8")
    with pytest.raises(InputError, match="official_name"):
        import_actors(table, SAMPLES / "agencies.csv")
