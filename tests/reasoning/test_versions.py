"""What the record knew: its versions, and what follows today from what an earlier one knew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact import __version__
from astropact.errors import InputError, RecordFault
from astropact.namespaces import GRAPH, PREFIXES, thing
from astropact.reasoning.rules import derive
from astropact.reasoning.versions import (
    read_versions,
    refreshed_versions,
    store_at,
    unknown_statements,
    version_faults,
)
from astropact.store.base import GraphFile
from astropact.store.oxigraph import OxigraphStore
from astropact.validation.hygiene import load_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from astropact.store.base import Store

Periods = dict[tuple[str, str], frozenset[tuple[str, ...]]]
PREFIX = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
FIRST = 'version:0-1-0 a ap:DatasetVersion ; rdfs:label "0.1.0"@en ; ap:addsStatement statement:a '
RELEASED = f'{FIRST} ; dcterms:issued "2026-11-23"^^xsd:date .\nstatement:a a ap:Statement .\n'


@pytest.fixture(scope="module")
def files(root: Path) -> Iterator[Store]:
    """The files of the record, with what follows from them today."""
    with load_files(root) as store:
        derive(store, root / "ontology" / "rules", judged=False)
        yield store


@pytest.fixture(scope="module")
def first(files: Store, root: Path) -> Iterator[Store]:
    with store_at(files, "0.1.0", root / "ontology" / "rules") as store:
        yield store


@pytest.fixture(scope="module")
def second(files: Store, root: Path) -> Iterator[Store]:
    with store_at(files, "0.2.0", root / "ontology" / "rules") as store:
        yield store


def small(text: str) -> Store:
    store = OxigraphStore.in_memory()
    store.replace_graphs({GRAPH + "versions/x": GraphFile((PREFIX + text).encode())})
    return store


def asked(store: Store, select: str) -> set[tuple[str, ...]]:
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    result = store.query(prefixes + select)
    return {
        tuple(row[name].value if name in row else "" for name in result.variables)
        for row in result.rows()
    }


def periods(store: Store) -> Periods:
    found: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    rows = asked(
        store,
        """SELECT ?actor ?instrument ?period ?standing ?from ?until ?basis {
          ?period ap:actor ?actor ; ap:instrument ?instrument ; ap:standing ?standing ;
            ap:from ?from .
          OPTIONAL { ?period ap:until ?until } OPTIONAL { ?period ap:basis ?basis } }""",
    )
    for actor, instrument, *rest in rows:
        found.setdefault((actor, instrument), set()).add(tuple(rest))
    return {pair: frozenset(rest) for pair, rest in found.items()}


def standing(store: Store, actor: str, instrument: str) -> set[tuple[str, ...]]:
    rows = periods(store)[thing("state", actor), thing("instrument", instrument)]
    return {(kind.rpartition("/")[2], begin, end) for _period, kind, begin, end, _basis in rows}


def test_versions_stand_in_their_order(files: Store) -> None:
    versions = read_versions(files)
    assert [one.number for one in versions][:3] == ["0.1.0", "0.2.0", "0.3.0"]
    assert {one.issued for one in versions[:2]} == {"2026-11-23"}
    assert [one.before for one in versions] == ["", *(one.iri for one in versions[:-1])]


def test_every_statement_is_known_to_a_version_and_each_version_to_the_next(files: Store) -> None:
    assert version_faults(files) == []


def test_the_first_version_knew_the_statements_of_its_release(first: Store, second: Store) -> None:
    count = "SELECT (COUNT(?s) AS ?n) { ?s a ap:Statement ; ap:actKind ?kind }"
    # The numbers of CHANGELOG.md, and of the files as they were released.
    assert asked(first, count) == {("2369",)}
    assert asked(second, count) == {("3456",)}


def test_a_corrected_statement_is_read_as_it_was(first: Store, second: Store) -> None:
    said = """SELECT ?day { ?s a ap:Statement ; ap:actor state:mys ; ap:actKind act-kind:signature ;
      ap:instrument instrument:rescue-agreement ; ap:statedIn source:malaysiatrend-com ;
      ap:asOf ?day }"""
    assert asked(first, said) == {("2022-01-01",)}
    assert asked(second, said) == {("2022-08-08",)}


def test_what_was_learnt_later_is_not_concluded_from_an_earlier_version(
    first: Store, second: Store
) -> None:
    # Version 0.1.0 knew of the members of the organisation from lists alone, and the days of the
    # signatures of the Artemis Accords from no source.
    assert standing(first, "chn", "apsco-convention") == {
        ("contested", "2006-10-12", "2024-10-31"),
        ("bound", "2024-10-31", ""),
    }
    assert standing(second, "chn", "apsco-convention") == {("bound", "2006-10-12", "")}
    assert ("committed", "2023-11-30", "") in standing(second, "ago", "artemis-accords")
    assert ("committed", "2023-11-30", "") not in standing(first, "ago", "artemis-accords")


def test_where_nothing_was_learnt_everything_stands_as_it_does_now(
    files: Store, second: Store
) -> None:
    learnt = asked(
        files,
        """SELECT ?actor ?instrument {
          ?version a ap:DatasetVersion ; ap:addsStatement|ap:dropsStatement ?s .
          FILTER(?version != version:0-1-0 && ?version != version:0-2-0)
          ?s ap:actor ?actor ; ap:instrument ?instrument }""",
    )
    now, then = periods(files), periods(second)
    same = {pair for pair in now.keys() | then.keys() if pair not in learnt}
    assert len(same) > 1000
    assert {pair for pair in same if now.get(pair) != then.get(pair)} == set()


def test_going_back_leaves_the_store_as_it_is(files: Store, first: Store) -> None:
    assert unknown_statements(files) == []
    assert files.size() > first.size()
    assert not asked(files, "SELECT ?s { ?s a ap:FormerStatement , ap:Statement }")


def test_an_unknown_version_is_told_with_those_there_are(files: Store, root: Path) -> None:
    with pytest.raises(InputError) as caught:
        store_at(files, "9.9.9", root / "ontology" / "rules")
    assert "9.9.9" in caught.value.message
    assert "0.1.0, 0.2.0" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("statement:a a ap:Statement .", "statement/a: no version of the record knows it"),
        (
            f"{RELEASED} version:0-2-0 a ap:DatasetVersion ; ap:addsStatement statement:a .",
            "statement/a: 2 versions add it",
        ),
        (
            "version:0-2-0 a ap:DatasetVersion ; ap:dropsStatement statement:b .",
            "statement/b: https://w3id.org/astropact/id/version/0-2-0 drops it, but no earlier",
        ),
    ],
)
def test_a_gap_in_what_was_known_is_a_fault(text: str, fault: str) -> None:
    with small(text) as store:
        assert [f for f in version_faults(store) if fault in f] == version_faults(store) != []


def test_new_statements_go_to_the_version_that_is_not_released(tmp_path: Path) -> None:
    opened = (
        'version:9-0-0 a ap:DatasetVersion ; rdfs:label "9.0.0"@en ; ap:note "Kept."@en ; '
        "dcat:previousVersion version:0-1-0 ; ap:addsStatement statement:gone .\n"
    )
    path = tmp_path / "data" / "versions" / "9-0-0.ttl"
    path.parent.mkdir(parents=True)
    path.write_text(PREFIX + opened, "utf-8")
    with small(RELEASED + opened + "statement:b a ap:Statement .") as store:
        made = refreshed_versions(tmp_path, store)
    assert list(made) == ["data/versions/9-0-0.ttl"]
    written = made["data/versions/9-0-0.ttl"]
    assert "ap:addsStatement statement:b ;" in written
    assert "Kept." in written
    assert "statement:gone" not in written


def test_a_version_is_opened_when_there_is_something_new_to_know(tmp_path: Path) -> None:
    with small(RELEASED) as store:
        assert refreshed_versions(tmp_path, store) == {}
    with small(RELEASED + "statement:b a ap:Statement .") as store:
        (made,) = refreshed_versions(tmp_path, store).values()
    assert f'rdfs:label "{__version__}"@en' in made
    assert "dcat:previousVersion version:0-1-0" in made
    assert "ap:addsStatement statement:b" in made


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            FIRST + '.\nversion:0-2-0 a ap:DatasetVersion ; rdfs:label "0.2.0"@en .',
            "0.1.0, 0.2.0 have no day of issue",
        ),
        (
            RELEASED.replace("0.1.0", __version__) + "statement:b a ap:Statement .",
            f"1 statements are new, and version {__version__} is released",
        ),
    ],
)
def test_versions_that_cannot_be_written_are_refused(tmp_path: Path, text: str, fault: str) -> None:
    with small(text) as store, pytest.raises(RecordFault, match=fault):
        refreshed_versions(tmp_path, store)


@pytest.mark.parametrize(
    ("wording", "fault"),
    [
        ("nothing", "cannot be read"),
        ("} } ; DROP ALL ; INSERT DATA { GRAPH <urn:g> {", "cannot be read"),
        ("<urn:other> <urn:p> <urn:o> .", "something else"),
        ("<{node}> <urn:p> _:b .", "something else"),
    ],
)
def test_a_former_wording_tells_of_its_statement_alone(
    tmp_path: Path, wording: str, fault: str
) -> None:
    node = thing("statement", "a/0-1-0")
    text = f"""version:0-1-0 a ap:DatasetVersion ; rdfs:label "0.1.0"@en ;
        ap:addsStatement <{node}> .
      version:0-2-0 a ap:DatasetVersion ; rdfs:label "0.2.0"@en ; ap:dropsStatement <{node}> ;
        dcat:previousVersion version:0-1-0 .
      <{node}> a ap:FormerStatement ; ap:formerWording "{wording.replace("{node}", node)}" ."""
    with small(text) as store, pytest.raises(RecordFault, match=fault):
        store_at(store, "0.1.0", tmp_path)
