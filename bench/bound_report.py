"""What bench/bound.py measured, as Markdown: goals, growth, other ways, the peer."""

from __future__ import annotations

import math
import statistics

GOALS = (("one verdict", 5.0), ("the matrix", 300.0))
# Title, key of the measurement, what is taken of it.
ROWS = (
    ("one verdict by SPARQL, median", "pair by SPARQL", "median"),
    ("one verdict by SPARQL, p99", "pair by SPARQL", "p99"),
    ("one verdict by the index, median", "pair by index", "median"),
    ("one verdict by the index, p99", "pair by index", "p99"),
    ("with reasons, sources and norms, median", "verdict with its reasons", "median"),
    ("with reasons, sources and norms, p99", "verdict with its reasons", "p99"),
    ("the same, asked again, median", "verdict asked again", "median"),
    ("the same, asked again, p99", "verdict asked again", "p99"),
    ("matrix of whom a period covers, by SPARQL", "matrix by SPARQL", "median"),
    ("matrix of whom a period covers, by the index", "matrix by index", "median"),
    ("matrix with every cell decided, by the index", "every cell by index", "median"),
    ("derive one pair anew, nothing new", "one pair, nothing new", "median"),
    ("derive one pair anew, one triple new", "one pair, a triple new", "median"),
    ("which pairs an actor touches", "affected pairs of an actor", "median"),
)
PLOTTED = (
    "one verdict by SPARQL, median",
    "one verdict by the index, median",
    "with reasons, sources and norms, median",
    "matrix of whom a period covers, by SPARQL",
    "matrix of whom a period covers, by the index",
    "derive one pair anew, nothing new",
)
CHECKED = (
    ("one verdict", "one verdict by SPARQL, p99"),
    ("one verdict", "one verdict by the index, p99"),
    ("one verdict", "with reasons, sources and norms, median"),
    ("one verdict", "with reasons, sources and norms, p99"),
    ("one verdict", "the same, asked again, p99"),
    ("the matrix", "matrix of whom a period covers, by SPARQL"),
    ("the matrix", "matrix of whom a period covers, by the index"),
    ("the matrix", "matrix with every cell decided, by the index"),
)


def report(measured: list[dict], run: str) -> str:
    """The whole page; ``measured`` has one entry for each factor."""
    values = {
        title: [one.get(key, {}).get(part) for one in measured] for title, key, part in ROWS
    }
    parts = [
        "# Who was bound: verdicts and the matrix as the record grows\n",
        f"`python bench/bound.py`, {run}.\n",
        "Two cores shared with other work, so times are processor times of the asking thread in",
        "milliseconds; on an idle machine a query takes about that long. The record is enlarged by",
        "`bench/enlarge.py`: 10 is 5 times the actors and 2 times the instruments, 100 is 10 times",
        "both, with every act, statement and named party copied for each pair of copies and moved",
        "by up to a year. The rules of the record derive the periods of the copies. Stores are",
        "directories, packed, as the server uses them.\n",
        sizes(measured),
        goals(values),
        growth(measured, values),
        plot(measured, values),
        making(measured),
        forms(measured),
        peers(measured),
    ]
    return "\n".join(parts)


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def heads(measured: list[dict]) -> list[str]:
    return [f"{one['factor']}x" for one in measured]


def sizes(measured: list[dict]) -> str:
    keys = (
        ("quads", "quads"),
        ("periods", "periods"),
        ("pairs covered on 2023-06-01", "covered"),
        ("cells of the matrix (states by joined instruments)", "cells"),
        ("of 500 random questions, answered differently by SPARQL and index", "differing"),
    )
    rows = [[title, *(f"{one[key]:,}" for one in measured)] for title, key in keys]
    return table(["", *heads(measured)], rows)


def goals(values: dict) -> str:
    limits = dict(GOALS)
    rows = [
        [
            f"{goal} under {limits[goal]:.0f} ms",
            title,
            *(
                f"{number(value)}: {'met' if value < limits[goal] else '**missed**'}"
                for value in (values[title][0], values[title][-1])
            ),
        ]
        for goal, title in CHECKED
    ]
    return "## Goals\n\n" + table(["goal", "measured", "today", "enlarged most"], rows)


def growth(measured: list[dict], values: dict) -> str:
    rows = [[title, *map(number, values[title])] for title, _key, _part in ROWS]
    return "## Growth, ms\n\n" + table(["", *heads(measured)], rows)


def plot(measured: list[dict], values: dict) -> str:
    """Bars on a logarithmic scale, from a microsecond on: four signs are a factor of ten."""
    lines = ["```text"]
    for title in PLOTTED:
        lines.append(title)
        for name, value in zip(heads(measured), values[title], strict=True):
            if value is not None:
                bar = "#" * max(1, round(4 * (math.log10(max(value, 1e-3)) + 3)))
                lines.append(f"  {name:>5} {bar} {number(value)} ms")
    return "\n".join([*lines, "```", "Four signs are a factor of ten.\n"])


def making(measured: list[dict]) -> str:
    rows = [
        [title, *(number(one.get(key)) for one in measured)]
        for title, key in (
            ("load the copies and what follows from them, and pack, ms", "load"),
            ("read the index of standings, ms", "index"),
            ("growth of the process while the index is read, MB", "index MB"),
            ("derive all periods by the rules, in memory, ms", "rules"),
            ("full derivation with checks of claims, ms", "full derivation with checks of claims"),
        )
    ]
    return "## Loading and deriving\n\n" + table(["", *heads(measured)], rows)


def forms(measured: list[dict]) -> str:
    asked = [one for one in measured if "forms" in one]
    names = list(asked[0]["forms"]) if asked else []
    rows = []
    for name in names:
        row = [name]
        for one in asked:
            taken, base = (
                statistics.median(found) if found else None
                for found in (one["forms"][name], one["forms"]["MINUS"])
            )
            row.append("ended" if taken is None else f"{number(taken)} ({taken / base:.1f})")
        rows.append(row)
    return (
        "## One question as of a day in three forms, ms (ratio to MINUS)\n\n"
        "Which acts of consent still work on a day (`bench/bound_forms.py`); a query that takes\n"
        "longer than 240 s is ended.\n\n" + table(["", *heads(asked)], rows)
    )


def peers(measured: list[dict]) -> str:
    rows = []
    for one in measured:
        if "peer" not in one:
            continue
        load, matrix, *pairs = [*one["peer"], None, None][: max(2, len(one["peer"]))]
        pair = statistics.median(pairs) if pairs else None
        rows.append([f"{one['factor']}x", number(load)])
        for taken, key in ((pair, "pair"), (matrix, "matrix")):
            by_query, by_index = (one[f"{key} by {way}"]["median"] for way in ("SPARQL", "index"))
            rows[-1].append(
                "ended"
                if taken is None
                else f"{number(taken)} ({taken / by_query:,.0f}; {taken / by_index:,.0f})"
            )
    return (
        "## rdflib on the same triples, ms (times Astropact's SPARQL; times its index)\n\n"
        + table(["", "load", "one verdict", "matrix"], rows)
    )
