"""Verdicts and the matrix of standings at 1, 10 and 100 times the record, in one run.

    python bench/bound.py > bench/results/bound.md

For each factor a process of its own enlarges the record (bench/enlarge.py), loads it into a store
in a directory, derives the periods by the rules of the record, packs the store, and asks it: one
verdict and the whole matrix, by SPARQL and by the index. rdflib answers the same two queries on
the same triples, up to factor 10. Times are processor times of the asking thread, because the
cores are shared; the time on the wall stands beside them.
"""

from __future__ import annotations

import datetime
import gc
import json
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from bound_forms import FORMS
from enlarge import SEED, enlarge

from astropact.catalog.bound import verdict
from astropact.catalog.matrix import instruments_of
from astropact.catalog.standings import matrix_query, pair_query, read_standings
from astropact.cli.workspace import open_workspace
from astropact.config import record_root
from astropact.namespaces import AP, INFERRED_GRAPH
from astropact.reasoning.incremental import affected_pairs, derive_for
from astropact.reasoning.rules import derive, read_rules
from astropact.store import OxigraphStore
from astropact.store.parsing import RDF_FORMATS

FACTORS = (1, 10, 100)
PAIRS = 500
DAY = "2023-06-01"
ROUNDS = 5
LIMIT = 240
"""Seconds after which a query in a process of its own is ended."""
RULES = record_root() / "ontology" / "rules"
QUADS = RDF_FORMATS["application/n-quads"]


def timed(call, *arguments):
    """The answer, and the milliseconds of this thread and of the clock on the wall."""
    wall, own = time.perf_counter(), time.thread_time()
    answer = call(*arguments)
    return answer, (time.thread_time() - own) * 1e3, (time.perf_counter() - wall) * 1e3


def spread(measured) -> dict[str, float]:
    """Median and 99th percentile of the thread's time, and the median on the wall."""
    own = sorted(one for one, _wall in measured)
    return {
        "median": statistics.median(own),
        "p99": own[min(len(own) - 1, int(len(own) * 0.99))],
        "wall": statistics.median(wall for _own, wall in measured),
    }


def rounds(call, *arguments, count=ROUNDS) -> dict[str, float]:
    return spread([timed(call, *arguments)[1:] for _ in range(count)])


def resident() -> float:
    """Megabytes of memory that the process holds."""
    gc.collect()
    with open("/proc/self/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def bulk_load(store: OxigraphStore, paths) -> None:
    """The engine's own loader of files, in C; the Store interface loads one graph at a time."""
    for path in paths:
        store._store.bulk_load(path=str(path), format=QUADS)


def derived(store: OxigraphStore, folder: Path) -> tuple[Path, int]:
    """What the rules about single actors and instruments yield, as a file of N-Quads."""
    path, made = folder / "inferred.nq", 0
    with path.open("w", encoding="utf-8") as file:
        for rule in read_rules(RULES):
            if rule.is_scoped:
                with store.query(rule.text).complete("application/n-triples") as lines:
                    for line in lines:
                        file.write(line.decode().rstrip(" .\n") + f" <{INFERRED_GRAPH}> .\n")
                        made += 1
    return path, made


def prepare(factor: int, folder: Path, found: dict) -> OxigraphStore:
    """A store in a directory that holds the enlarged record and what follows from it."""
    place = folder / "store"
    with open_workspace(place).store as store:
        found["full derivation with checks of claims"] = (
            timed(derive, store, RULES)[1] if factor == 1 else None
        )
        if factor > 1:
            made = folder / "copies"
            made.mkdir()
            paths, found["generate"], _ = timed(enlarge, store, factor, made)
            with store.copy(without=[INFERRED_GRAPH]) as memory:
                bulk_load(memory, paths)
                (inferred, _), found["rules"], _ = timed(derived, memory, folder)
            before = time.process_time()
            bulk_load(store, [*paths, inferred])
        else:
            with store.copy(without=[INFERRED_GRAPH]) as memory:
                _, found["rules"], _ = timed(derived, memory, folder)
            before = time.process_time()
        store.optimize()
        found["load"] = (time.process_time() - before) * 1e3
    return OxigraphStore.open(place / "quads")


def measure(factor: int, folder: Path) -> dict:
    found: dict = {"factor": factor}
    fewer = ROUNDS if factor < 100 else 2
    store = prepare(factor, folder, found)
    found["quads"] = store.size()
    before = resident()
    standings, found["index"], _ = timed(read_standings, store)
    found["index MB"] = resident() - before
    found["periods"] = len(standings.periods)
    drawn = random.Random(SEED)
    joined = instruments_of(standings.grounds)
    states = sorted(standings.grounds.states)
    held = [(period.actor, period.instrument) for period in standings.periods]
    first = datetime.date(1960, 1, 1)
    asked = []
    for number in range(PAIRS):
        pair = drawn.choice(held) if number % 2 else (drawn.choice(states), drawn.choice(joined))
        asked.append((*pair, str(first + datetime.timedelta(drawn.randrange(24_000)))))
    by_query, by_index, whole, differing = [], [], [], 0
    for one in asked:
        rows, *query = timed(lambda one=one: list(store.query(pair_query(*one)).rows()))
        standing, *index = timed(standings.standing, *one)
        by_query.append(query)
        by_index.append(index)
        answers = {row["verdict"].value.rpartition("/")[2] for row in rows}
        differing += answers != {standing}
        whole.append(timed(verdict, store, standings, *one)[1:])
    again = [timed(verdict, store, standings, *one)[1:] for one in asked]
    found |= {
        "verdict asked again": spread(again),
        "pair by SPARQL": spread(by_query),
        "pair by index": spread(by_index),
        "verdict with its reasons": spread(whole),
        "differing": differing,
        "matrix by SPARQL": rounds(
            lambda: store.query(matrix_query(DAY)).complete("text/csv"), count=fewer
        ),
        "matrix by index": rounds(standings.matrix, DAY),
        "covered": len(standings.matrix(DAY)),
        "cells": len(states) * len(joined),
        "every cell by index": rounds(
            lambda: [standings.standing(a, i, DAY) for i in joined for a in states], count=fewer
        ),
    }
    found |= incremental(store, drawn.sample(held, 20 if factor < 100 else 3))
    store.close()
    if factor < 100:
        place = str(folder / "store" / "quads")
        found["forms"] = {name: ended(["form", place, name]) for name in FORMS}
        found["peer"] = peer(folder, asked[:5])
    return found


def incremental(store: OxigraphStore, pairs) -> dict:
    """Deriving anew for one pair, where nothing and where something follows differently."""
    same, changed, affected = [], [], []
    for pair in sorted(set(pairs)):
        # The totals of the copies are those of the originals, so the first time how far their
        # participants are complete may come out otherwise.
        derive_for(store, RULES, [pair])
        same.append(timed(derive_for, store, RULES, [pair])[1:])
        actor, instrument = pair
        store.update(
            f"PREFIX ap: <{AP}> DELETE WHERE {{ GRAPH <{INFERRED_GRAPH}> "
            f"{{ ?p ap:actor <{actor}> ; ap:instrument <{instrument}> ; ap:from ?day }} }}"
        )
        _, *taken = timed(derive_for, store, RULES, [pair])
        changed.append(taken)
        affected.append(timed(affected_pairs, store, [actor])[1:])
    return {
        "one pair, nothing new": spread(same),
        "one pair, a triple new": spread(changed),
        "affected pairs of an actor": spread(affected),
    }


def ended(arguments: list[str], given: str = "") -> list[float]:
    """The milliseconds that a process of its own prints until it is done, or ended for lateness."""
    command = [sys.executable, __file__, *arguments]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            out, _ = process.communicate(given, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
    return [float(line) for line in out.splitlines()]


def peer(folder: Path, asked) -> list[float]:
    """What rdflib needs to load, for each pair asked, and for the matrix."""
    path = folder / "all.nt"
    with OxigraphStore.open_read_only(folder / "store" / "quads") as store, path.open("wb") as file:
        store.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }").write(file, "application/n-triples")
    queries = [matrix_query(DAY), *(pair_query(*one) for one in asked)]
    return ended(["peer", str(path)], json.dumps(queries))


def answer_form(place: str, name: str) -> None:
    """Asks the question as of a day in one of its forms, three times."""
    with OxigraphStore.open_read_only(Path(place)) as store:
        for _ in range(3):
            taken = timed(lambda: store.query(FORMS[name]).complete("text/csv"))[1]
            print(taken, flush=True)


def answer_as_peer(path: str) -> None:
    """Loads the triples into rdflib and answers the queries of standard input."""
    import rdflib

    queries = json.load(sys.stdin)
    graph = rdflib.Graph()
    print(timed(lambda: graph.parse(path, format="nt"))[1], flush=True)
    for text in queries:
        print(timed(lambda text=text: list(graph.query(text)))[1], flush=True)


def main() -> None:
    if sys.argv[1:2] == ["peer"]:
        answer_as_peer(sys.argv[2])
    elif sys.argv[1:2] == ["form"]:
        answer_form(*sys.argv[2:])
    elif len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(int(sys.argv[1]), Path(folder))))
    else:
        from bound_report import report

        measured = []
        for factor in FACTORS:
            command = [sys.executable, __file__, str(factor)]
            ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            measured.append(json.loads(ran.stdout))
        today, python = datetime.date.today(), platform.python_version()
        packages = ", ".join(f"{name} {version(name)}" for name in ("pyoxigraph", "rdflib"))
        print(report(measured, f"{today}, Python {python}, {packages}"))


if __name__ == "__main__":
    main()
