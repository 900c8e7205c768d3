"""The table of rival readings becomes questions and answers."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, RDFS, Graph, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers.reading_details import QUESTIONS, SOURCES
from astropact.importers.readings import FILE, LINES, SOURCES_FILE, import_readings
from astropact.importers.sources import AP
from astropact.store.files import read_turtle

SAMPLE = Path(__file__).parent / "samples" / "readings.csv"
QUESTION = "resource-extraction"


def node(path: str) -> URIRef:
    return URIRef(namespaces.thing("reading", path))


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped lines on the sample's question."""
    path = tmp_path_factory.mktemp("readings") / "lines.csv"
    with LINES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(row for row in rows if row["on"] == QUESTION)
    return path


@pytest.fixture(scope="module")
def described(root: Path) -> list[Graph]:
    """What other files of the record describe."""
    folders = ("data/actors", "data/instruments", "data/norms")
    paths = [path for name in folders for path in sorted((root / name).glob("*.ttl"))]
    return [read_turtle([path for path in paths if path.name != "readings.ttl"])]


@pytest.fixture(scope="module")
def files(lines: Path, described: list[Graph]) -> dict[str, Graph]:
    return import_readings(SAMPLE, elsewhere=described, lines=lines)


def test_a_reading_answers_a_question_and_reads_a_provision(files: dict[str, Graph]) -> None:
    graph, reading = files[FILE], node(f"{QUESTION}/united-states")
    assert (reading, RDF.type, AP.Reading) in graph
    assert graph.value(reading, AP.onQuestion) == node(QUESTION)
    assert (node(QUESTION), RDF.type, AP.InterpretiveQuestion) in graph
    provision = URIRef(namespaces.thing("provision", "outer-space-treaty/art-2"))
    assert graph.value(reading, AP.readingOf) == provision


def test_a_holder_of_the_record_is_linked_and_others_are_named(files: dict[str, Graph]) -> None:
    graph = files[FILE]
    state = URIRef(namespaces.thing("state", "usa"))
    assert graph.value(node(f"{QUESTION}/united-states"), AP.heldBy) == state
    assert str(graph.value(node(f"{QUESTION}/de-man"), AP.holderText)) == "Philip De Man"
    assert graph.value(node(f"{QUESTION}/de-man"), AP.heldBy) is None
    label = str(graph.value(node(f"{QUESTION}/luxembourg"), RDFS.label))
    assert label == f"{QUESTIONS[QUESTION].label} Luxembourg"


def test_section_10_of_the_accords_stands_beside_article_2(files: dict[str, Graph]) -> None:
    reading = node(f"{QUESTION}/artemis-signatories")
    section = URIRef(namespaces.thing("provision", "artemis-accords/sec-10-2"))
    assert files[FILE].value(reading, AP.takenIn) == section
    rivals = {str(rival).rsplit("/", 1)[1] for rival in files[FILE].objects(reading, AP.rivalOf)}
    assert rivals == {"roscosmos", "boley-and-byers"}


def test_rivals_name_each_other(files: dict[str, Graph]) -> None:
    for one, other in files[FILE].subject_objects(AP.rivalOf):
        assert (other, AP.rivalOf, one) in files[FILE]


def test_who_only_weighs_takes_no_side(files: dict[str, Graph]) -> None:
    graph, reading = files[FILE], node(f"{QUESTION}/bartoki-gonczy-and-nagy")
    assert str(graph.value(reading, AP.assessesOnly)) == "true"
    assert graph.value(reading, AP.rivalOf) is None


def test_every_source_is_described(files: dict[str, Graph]) -> None:
    described = set(files[SOURCES_FILE].subjects(RDF.type, AP.Source))
    for reading in files[FILE].subjects(RDF.type, AP.Reading):
        named = set(files[FILE].objects(reading, DCTERMS.source))
        assert named
        assert named <= described


def test_every_line_is_usable() -> None:
    with LINES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 46
    for line in rows:
        if not line["slug"]:
            assert line["reason"], line
            continue
        assert line["on"] in QUESTIONS
        assert line["of"], line
        assert line["note"], line
        assert line["basis"], line
        assert line["held_by"] or line["holder_text"], line
        assert set(line["sources"].split(";")) <= set(SOURCES)
        assert not (line["assesses"] and line["rivals"]), line


def test_what_was_known_by_its_title_is_left_out() -> None:
    with LINES.open(encoding="utf-8", newline="") as stream:
        left = {row["holder"]: row["reason"] for row in csv.DictReader(stream) if not row["slug"]}
    assert "title" in left["Bin Cheng"]
    assert set(left) == {"Bin Cheng", "Netherlands (as reported)", "Saudi Arabia"}


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        (",resource-extraction,moon", ",mining,moon", "is not a question"),
        ("state/lux", "state/atlantis", "describes no"),
        ("outer-space-treaty/art-2", "outer-space-treaty/art-99", "describes no"),
        ("the-space-review-3355", "a book", "is not known"),
        ("roscosmos;de-man", "roscosmos;nobody", "holds no reading"),
    ],
)
def test_a_bad_line_is_told(
    tmp_path: Path, lines: Path, described: list[Graph], good: str, bad: str, message: str
) -> None:
    text = lines.read_text("utf-8")
    assert good in text
    path = tmp_path / "lines.csv"
    path.write_text(text.replace(good, bad, 1), "utf-8")
    with pytest.raises(InputError, match=message) as caught:
        import_readings(SAMPLE, elsewhere=described, lines=path)
    assert caught.value.line


def test_rows_and_lines_belong_together(tmp_path: Path, lines: Path) -> None:
    with pytest.raises(InputError, match="No row tells"):
        import_readings(SAMPLE)
    table = tmp_path / "readings.csv"
    text = SAMPLE.read_text("utf-8")
    table.write_text(text.replace('"Luxembourg"', '"Atlantis"'), "utf-8")
    with pytest.raises(InputError, match="was not read again"):
        import_readings(table, lines=lines)
