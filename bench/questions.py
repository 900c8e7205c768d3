"""Start-up, and the competency questions side by side with rdflib on the same data in one run.

    python bench/questions.py > bench/results/questions.md

rdflib is what a Python user would otherwise load the same files into. Each question runs in both
engines, alternating, and the median counts; a question that rdflib does not answer within
LIMIT seconds is ended, one that it fails on counts for nothing. The ratio is rdflib's time over
Astropact's.
"""

from __future__ import annotations

import datetime
import io
import multiprocessing as mp
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from importlib.metadata import version

from astropact.catalog.manifest import read_manifest
from astropact.cli.workspace import open_workspace
from astropact.config import record_root
from astropact.namespaces import INFERRED_GRAPH

LIMIT = 20.0
ROUNDS = 3
ASK = "sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"


def start(directory: str) -> float:
    """Seconds from the command to the first answer over HTTP."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "astropact", "serve", "--port", "0", "--store", directory]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        url = re.search(r"http://\S+", process.stdout.readline())[0]
        urllib.request.urlopen(url + ASK).read()
        taken = time.perf_counter() - began
        process.terminate()
    return taken


def rdflib_worker(pipe) -> None:
    """Loads the record into rdflib and answers questions until the pipe closes."""
    import rdflib

    began = time.perf_counter()
    data = rdflib.Dataset(default_union=True)
    manifest = read_manifest(record_root())
    for entry in manifest.entries:
        data.graph(rdflib.URIRef(entry.graph)).parse(data=manifest.content(entry), format="turtle")
    # What the rules infer is part of the record, so both engines hold it.
    with open_workspace(None, memory=True).store as store:
        inferred = io.BytesIO()
        store.dump(inferred, "application/n-triples", graph=INFERRED_GRAPH)
    graph = data.graph(rdflib.URIRef(INFERRED_GRAPH))
    graph.parse(data=inferred.getvalue(), format="nt")
    pipe.send(time.perf_counter() - began)
    while True:
        text = pipe.recv()
        began = time.perf_counter()
        try:
            rows = len(list(data.query(text)))
        except Exception as error:  # noqa: BLE001 - whatever it is, the question has no answer
            pipe.send(type(error).__name__)
        else:
            pipe.send((time.perf_counter() - began, rows))


class Peer:
    """rdflib in a process of its own, so that a question can be ended."""

    def __init__(self) -> None:
        self.pipe, other = mp.Pipe()
        self.process = mp.Process(target=rdflib_worker, args=(other,), daemon=True)
        self.process.start()
        self.load = self.pipe.recv()

    def ask(self, text: str) -> tuple[float, int] | str | None:
        self.pipe.send(text)
        if self.pipe.poll(LIMIT):
            return self.pipe.recv()
        self.process.kill()
        return None


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = start(folder)
        later = [start(folder) for _ in range(ROUNDS)]
    began = time.perf_counter()
    store = open_workspace(None, memory=True).store
    load = time.perf_counter() - began
    peer = Peer()
    rows = []
    for path in sorted((record_root() / "ontology" / "questions").glob("*.rq")):
        text = path.read_text("utf-8")
        ours, theirs, counts = [], [], set()
        for _ in range(ROUNDS):
            began = time.perf_counter()
            counts.add(len(list(store.query(text).rows())))
            ours.append(time.perf_counter() - began)
            if isinstance(theirs, list):
                answer = peer.ask(text)
                if answer is None:
                    theirs, peer = None, Peer()
                elif isinstance(answer, str):
                    theirs = answer
                else:
                    theirs.append(answer[0])
                    counts.add(answer[1])
        rows.append((path.stem, statistics.median(ours), theirs, counts))
    report(first, later, load, peer.load, store.size(), rows)


def report(first, later, load, peer_load, size, rows) -> None:
    packages = ", ".join(f"{name} {version(name)}" for name in ("pyoxigraph", "rdflib"))
    today, python = datetime.date.today(), platform.python_version()
    run = f"`python bench/questions.py`, {today}, Python {python}"
    print(f"# Start-up and competency questions\n\n{run}, {packages}, {size:,} quads, two shared")
    print("cores: trust the ratios, not the times.\n")
    print("| start to first answer over HTTP | seconds |\n|---|---|")
    print(f"| first start (makes the store, loads, derives) | {first:.2f} |")
    print(f"| later starts, median of {len(later)} | {statistics.median(later):.2f} |\n")
    print("| in memory | Astropact | rdflib | ratio |\n|---|---|---|---|")
    ratio = peer_load / load
    print(f"| load the record, s | {load:.2f} (with rules) | {peer_load:.2f} | {ratio:.0f} |")
    ratios = []
    for name, ours, theirs, counts in rows:
        note = "" if len(counts) == 1 else f" (rows differ: {sorted(counts)})"
        if isinstance(theirs, str):
            print(f"| {name}, ms | {ours * 1e3:.1f} | fails: {theirs} | |")
            continue
        peer = LIMIT if theirs is None else statistics.median(theirs)
        ratios.append(peer / ours)
        shown = f"over {LIMIT:.0f} s" if theirs is None else f"{peer * 1e3:.0f}"
        more = "> " if theirs is None else ""
        print(f"| {name}{note}, ms | {ours * 1e3:.1f} | {shown} | {more}{peer / ours:.0f} |")
    print(f"\nMedian ratio {statistics.median(ratios):.0f}, lowest {min(ratios):.1f}.")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
