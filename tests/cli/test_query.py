"""``astropact query``."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

SAUDI = """SELECT ?kind ?on WHERE {
  ?act a ap:ParticipationAct ; ap:actor state:sau ; ap:instrument instrument:moon-agreement ;
    ap:actKind/skos:notation ?kind ; ap:actionOn ?on } ORDER BY ?on"""


def test_a_table_needs_no_prefixes(run: Run) -> None:
    done = run("query", SAUDI)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[0].split() == ["kind", "on"]
    assert "accession   2012-07-18" in done.stdout
    assert "withdrawal  2023-01-05" in done.stdout
    assert "(2 rows)" in done.stderr


def test_formats_from_file_and_standard_input(run: Run) -> None:
    first = run("query", "-f", "-", "-o", "csv", stdin=SAUDI)
    assert [row["kind"] for row in csv.DictReader(io.StringIO(first.stdout))] == [
        "accession",
        "withdrawal",
    ]
    second = run("query", "-o", "json", SAUDI)
    bindings = json.loads(second.stdout)["results"]["bindings"]
    assert [b["on"]["value"] for b in bindings] == ["2012-07-18", "2023-01-05"]
    graph = run("query", "-o", "ntriples", "CONSTRUCT WHERE { state:sau ap:iso3 ?code }")
    assert graph.stdout.strip().endswith('"SAU" .')
    assert run("query", "ASK { state:sau a ap:State }").stdout == "true\n"


def test_only_prefixes_that_a_query_declares_are_its_own(run: Run) -> None:
    hidden = "# prefix ap: is known here\nASK { state:sau ap:iso3 ?c , 'prefix state: x' }"
    assert run("query", hidden).stdout == "false\n"
    own = "prefix state: <http://example.org/> SELECT (STR(state:sau) AS ?iri) {}"
    assert "http://example.org/sau" in run("query", own).stdout


def test_competency_questions_by_number(run: Run) -> None:
    listed = run("query", "--list")
    assert listed.stdout.startswith("01  ")
    asked = run("query", "--question", "1")
    assert asked.returncode == 0, asked.stderr
    assert "Armenia      accession     2018-01-19  2018-02-18" in asked.stdout
    unknown = run("query", "--question", "999")
    assert unknown.returncode == 2
    assert "--list" in unknown.stderr


def test_wrong_input_exits_2_and_says_what_is_wrong(run: Run) -> None:
    done = run("query", "SELECT ?s WHERE { ?s }")
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr
    assert run("query").returncode == 2
    assert run("query", "ASK {}", "--question", "1").returncode == 2
    assert run("no-such-command").returncode == 2


def test_a_wrong_query_is_told_with_its_place_as_it_was_given(run: Run) -> None:
    assert "error: query:1:15: " in run("query", "SELECT ?s {?s}").stderr
    assert "error: query:2:5: " in run("query", "ASK\n{?s}").stderr


def test_what_is_refused_over_http_is_refused_here(run: Run) -> None:
    service = run("query", "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    assert service.returncode == 2
    assert "SERVICE is refused" in service.stderr
    update = run("query", "DELETE WHERE { ?s ?p ?o }")
    assert "DELETE is an update" in update.stderr
    deep = run("query", "ASK {} #" + "{" * 9_000 + "\nFILTER" + "(" * 9_000)
    assert deep.returncode == 2
    assert "nests deeper" in deep.stderr


def test_a_query_file_in_another_encoding_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_bytes(b"\xef\xbb\xbfASK { state:sau a ap:State }")
    assert run("query", "-f", str(file)).stdout == "true\n"
    file.write_bytes(b"ASK { ?s ?p '\xe9' }")
    done = run("query", "-f", str(file))
    assert (done.returncode, "is not UTF-8" in done.stderr) == (2, True), done.stderr


def test_a_value_cannot_command_the_terminal(run: Run) -> None:
    done = run("query", r'SELECT ("a\u001B[31mb" AS ?x) {}')
    assert r"a\x1b[31mb" in done.stdout
