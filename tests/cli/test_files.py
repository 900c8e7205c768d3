"""``astropact load`` and ``astropact dump``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.cli.options import GRAPH_FORMATS
from astropact.store.parsing import EXTENSIONS, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]


def test_a_loaded_file_can_be_asked_and_dumped(run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "notes.ttl"
    notes.write_text("@prefix state: <https://w3id.org/astropact/id/state/> .\n"
                     'state:sau <http://example.org/note> "checked" .\n')
    done = run("load", str(notes))
    assert (done.returncode, done.stdout) == (
        0, "Loaded 1 triples into https://w3id.org/astropact/graph/local/notes.\n"
    ), done.stderr
    asked = run("query", "-o", "csv", "SELECT ?n { ?s <http://example.org/note> ?n ; ap:iso3 ?c }")
    assert asked.stdout.split() == ["n", "checked"]
    dumped = run("dump", "--graph", "local/notes", "-o", "ntriples")
    assert dumped.stdout.count("\n") == 1
    target = tmp_path / "all.nq"
    assert run("dump", "-o", "nquads", "-O", str(target)).returncode == 0
    quads = list(parse(target.read_bytes(), "application/n-quads"))
    assert len(quads) > 10_000


def test_a_broken_file_changes_nothing(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.ttl", tmp_path / "bad.ttl"
    good.write_text("<http://e/a> <http://e/b> 1 .")
    bad.write_text("<http://e/a> <http://e/b> 1 .\n<http://e/c> .")
    done = run("load", str(good), str(bad))
    assert done.returncode == 2
    assert "bad.ttl:2" in done.stderr
    assert run("query", "ASK { <http://e/a> ?p ?o }").stdout == "false\n"


def test_graphs_of_the_record_are_not_overwritten(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "states.ttl"
    file.write_text("<http://e/a> <http://e/b> 1 .")
    for name in ("actors/states", "inferred", "manifest"):
        done = run("load", str(file), "--graph", f"https://w3id.org/astropact/graph/{name}")
        assert done.returncode == 2, name
        assert "graph of the record" in done.stderr


def test_wrong_input_exits_2(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "facts.docx"
    other.write_text("x")
    assert run("load", str(other)).returncode == 2
    assert run("load", str(tmp_path / "none.ttl")).returncode == 2
    assert run("load", "--memory", str(other)).returncode == 2
    unknown = run("dump", "--graph", "no/such")
    assert unknown.returncode == 2
    assert "no graph" in unknown.stderr


@pytest.mark.parametrize("name", GRAPH_FORMATS)
def test_what_is_dumped_in_any_format_can_be_loaded(run: Run, tmp_path: Path, name: str) -> None:
    notes = tmp_path / "notes.ttl"
    notes.write_text('<http://e/a> <http://e/b> "é中"@en, 1, 1.5 . <http://e/c> <http://e/b> [] .')
    extension = next(e for e, kind in EXTENSIONS.items() if kind == GRAPH_FORMATS[name])
    copy = tmp_path / f"copy{extension}"
    assert run("load", str(notes)).returncode == 0
    assert run("dump", "--graph", "local/notes", "-o", name, "-O", str(copy)).returncode == 0
    done = run("load", str(copy))
    assert "Loaded 4 triples" in done.stdout, done.stderr


def test_a_file_that_names_graphs_is_refused(run: Run, tmp_path: Path) -> None:
    named = tmp_path / "named.trig"
    named.write_text("<http://e/g> { <http://e/a> <http://e/b> 1 }")
    done = run("load", str(named))
    assert (done.returncode, "names a graph" in done.stderr) == (2, True)


def test_a_dump_replaces_a_file_and_neither_a_link_nor_a_device(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file.nq").write_text("old")
    link = tmp_path / "link.nq"
    link.symlink_to(tmp_path / "file.nq")
    words = ("dump", "--graph", "actors/states", "-o", "nquads", "-O")
    assert run(*words, str(link)).returncode == 0
    assert link.is_symlink()
    assert (tmp_path / "file.nq").stat().st_size > 1_000
    piped = run(*words, "/dev/stdout")
    assert piped.stdout.count("\n") > 1_000, piped.stderr
    assert not list(tmp_path.glob("*.part"))
