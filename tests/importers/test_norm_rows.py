"""The table of norms is read together with what re-reading each against its text brought."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from rdflib import RDF, Graph

from astropact.errors import InputError
from astropact.importers import norm_details as details
from astropact.importers.norm_rows import READINGS, NormRow, Parts, read_norms
from astropact.importers.sources import AP
from astropact.namespaces import ID, concept, thing

SAMPLE = Path(__file__).parent / "samples" / "norms.csv"
TABLES = sorted(
    path for path in READINGS.glob("*.csv") if path.name not in ("added.csv", "roles.csv")
)


@pytest.fixture(scope="module")
def norms() -> dict[str, NormRow]:
    return {norm.row["id"]: norm for norm in read_norms(SAMPLE)}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def changed(tmp_path: Path, table: str, old: str, new: str) -> Path:
    """A copy of the tables of re-readings with one change."""
    for path in READINGS.glob("*.csv"):
        text = path.read_text("utf-8")
        if path.name == table:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / path.name).write_text(text, "utf-8")
    return tmp_path


def test_narrower_subjects_come_besides_the_broad_one(norms: dict[str, NormRow]) -> None:
    ban = norms["outer-space-treaty/art-4-1/a"]
    assert ban.subjects[0] == ban.row["subject"] == "weapons"
    assert {"weapons-of-mass-destruction", "nuclear-weapons-in-space"} < set(ban.subjects)
    assert "weapon-placement" in ban.triggers


def test_added_norms_follow_the_table(norms: dict[str, NormRow]) -> None:
    added = [row["id"] for row in rows(READINGS / "added.csv")]
    assert list(norms)[-len(added) :] == added


def test_a_norm_that_was_not_read_again_is_named(tmp_path: Path) -> None:
    ban = "outer-space-treaty/art-2,"
    folder = changed(tmp_path, "outer-space-treaty.csv", ban, "outer-space-treaty/art-2x,")
    with pytest.raises(InputError, match="outer-space-treaty/art-2”") as raised:
        list(read_norms(SAMPLE, folder))
    assert (raised.value.path, raised.value.line) == (str(SAMPLE), 2)


def test_an_instrument_that_was_not_read_again_is_named(tmp_path: Path) -> None:
    folder = changed(tmp_path, "added.csv", "paraphrase", "paraphrase")
    (folder / "wolf-provisions.csv").unlink()
    with pytest.raises(InputError, match="norms of “wolf-provisions” were not read again"):
        list(read_norms(SAMPLE, folder))


def test_a_norm_stands_once(tmp_path: Path) -> None:
    twice = "debris-mitigation-guidelines-2007/sec-5,"
    folder = changed(tmp_path, "added.csv", twice, "debris-mitigation-guidelines-2007/sec-3,")
    with pytest.raises(InputError, match=r"sec-3” stands twice"):
        list(read_norms(SAMPLE, folder))


def test_a_reading_stands_once(tmp_path: Path) -> None:
    folder = changed(tmp_path, "unga-77-41.csv", "unga-77-41/cont", "unga-77-41/test-call,,\nx/")
    (tmp_path / "norms.csv").write_text(
        SAMPLE.read_text("utf-8").replace("wolf-provisions,", "unga-77-41,"), "utf-8"
    )
    with pytest.raises(InputError, match="has two rows"):
        list(read_norms(tmp_path / "norms.csv", folder))


def test_a_correction_has_its_reason(tmp_path: Path) -> None:
    row = next(row for row in rows(READINGS / "artemis-accords.csv") if row["hortatory"])
    folder = changed(tmp_path, "artemis-accords.csv", f"{row['reason']}", "")
    with pytest.raises(InputError, match="correction without a reason"):
        list(read_norms(SAMPLE, folder))


def test_words_for_a_bearer_mean_roles_and_actors(norms: dict[str, NormRow]) -> None:
    parts = Parts()
    bar = norms["wolf-provisions/pl-112-55/s-539-a"].row
    assert parts.of(bar, "bearer").actors == ("org/nasa", "org/us-ostp")
    ban = norms["outer-space-treaty/art-4-1/a"].row
    assert parts.of(ban, "bearer").roles == ("party",)
    assert parts.of(ban, "bearer").actors == ()


def test_unknown_words_are_named(tmp_path: Path, norms: dict[str, NormRow]) -> None:
    parts = Parts(changed(tmp_path, "roles.csv", "\nNASA and OSTP,", "\nNASA or OSTP,"))
    with pytest.raises(InputError, match="“NASA and OSTP” is no known bearer"):
        parts.of(norms["wolf-provisions/pl-112-55/s-539-a"].row, "bearer")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_reading_is_of_a_norm_on_record(path: Path, root: Path) -> None:
    texts = {**details.TREATIES, **details.COMMITMENTS, "artemis-accords": details.ARTEMIS}
    slug = texts[path.stem].slug if path.stem in texts else "wolf-amendment"
    graph = Graph().parse(root / f"data/norms/{slug}.ttl")
    on_record = {str(node) for node in graph.subjects(AP.expressedIn)}
    named = set()
    for row in rows(path):
        own = row["id"].partition("/")[2]
        if slug == "wolf-amendment":
            version, _, own = own.partition("/")
            own = f"{details.WOLF[version].slug.partition('/')[2]}/{own}"
        named.add(thing("norm", f"{slug}/{own}"))
    assert named == on_record


def test_roles_events_and_actors_are_of_the_record(root: Path) -> None:
    graph = Graph()
    for name in ("norm-role", "trigger", "subject-matter"):
        graph.parse(root / f"ontology/concepts/{name}.ttl")
    for path in sorted(root.glob("data/actors/*.ttl")):
        graph.parse(path)
    known = {str(node) for node in graph.subjects(RDF.type)}
    named = {
        concept(scheme, slug)
        for path in TABLES
        for row in rows(path)
        for scheme, column in (("trigger", "triggers"), ("subject-matter", "subjects"))
        for slug in filter(None, row[column].split(";"))
    }
    for row in rows(READINGS / "roles.csv"):
        named |= {concept("norm-role", slug) for slug in row["roles"].split(";")}
        named |= {ID + actor for actor in filter(None, row["actors"].split(";"))}
    assert named - known == set()
