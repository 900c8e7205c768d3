"""``astropact load`` and ``astropact dump``."""

from __future__ import annotations

import hashlib
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from astropact.cli.options import GRAPH_FORMATS, store_options
from astropact.cli.terminal import say
from astropact.config import number
from astropact.errors import InputError
from astropact.namespaces import graph as graph_iri

if TYPE_CHECKING:
    from collections.abc import Iterator



@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--graph",
    metavar="IRI",
    help="Named graph to fill (one file only).  [default: graph/local/<file name>]",
)
@store_options
def load(files: tuple[Path, ...], graph: str | None, directory: Path | None, memory: bool) -> None:
    """Load FILES into the store, each into a named graph that it replaces.

    All files are read before anything is changed: a broken file leaves the store as it was. The
    record's own graphs cannot be overwritten.

    \b
    astropact load notes.ttl
    astropact load notes.ttl --graph https://example.org/notes
    """
    from astropact.cli.workspace import note_local, open_workspace
    from astropact.store import GraphFile
    from astropact.store.parsing import media_type_of, read_limited

    if memory:
        raise click.UsageError("a throw-away store would be gone at once; name one with --store")
    if graph is not None and len(files) > 1:
        raise click.UsageError("--graph takes one file; load the files one by one")
    contents: dict[str, GraphFile] = {}
    for path in files:
        name = graph or graph_iri(f"local/{path.stem}")
        if name in contents:
            raise InputError(
                f"would fill {name}, as another file does",
                hint="Load the files one by one and name each graph with --graph.",
                path=str(path),
            )
        media_type = media_type_of(path)
        content = read_limited(path, number("max_file_bytes"))
        contents[name] = GraphFile(content, media_type, str(path))
    workspace = open_workspace(directory)
    with workspace.store as store:
        own = {entry.graph for entry in workspace.manifest.entries}
        for name in contents:
            if name in own or name == graph_iri("inferred"):
                raise InputError(
                    f"{name} is a graph of the record",
                    hint="Name another graph with --graph.",
                    path="--graph",
                )
        count = store.replace_graphs(contents)
        note_local(
            directory,
            {name: hashlib.sha256(file.content).hexdigest() for name, file in contents.items()},
        )
    say(f"Loaded {count} triples into {', '.join(sorted(contents))}.")


@click.command()
@click.option(
    "--format",
    "-o",
    "output",
    type=click.Choice(list(GRAPH_FORMATS)),
    help="[default: trig; turtle with --graph]",
)
@click.option("--graph", metavar="IRI", help="Only this graph: an IRI, or a name as actors/states.")
@click.option(
    "--output", "-O", "target", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE"
)
@store_options
def dump(
    output: str | None,
    graph: str | None,
    target: Path | None,
    directory: Path | None,
    memory: bool,
) -> None:
    """Write the whole store, or one graph, to standard output or to a file.

    \b
    astropact dump -o nquads | gzip > astropact.nq.gz
    astropact dump --graph participation/moon-agreement
    """
    from astropact.cli.workspace import open_for_reading

    media_type = GRAPH_FORMATS[output or ("turtle" if graph else "trig")]
    name = graph if graph is None or ":" in graph else graph_iri(graph)
    with open_for_reading(directory, memory=memory).store as store:
        if target is None:
            store.dump(sys.stdout.buffer, media_type, graph=name)
            sys.stdout.buffer.flush()
            return
        try:
            with _replacing(target) as out:
                store.dump(out, media_type, graph=name)
        except OSError as error:
            raise InputError(
                f"cannot be written: {error.strerror}",
                hint="Check the folder and its rights.",
                path=str(target),
            ) from error


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """A file that takes the target's place when it is complete; a device is written directly."""
    if target.exists() and not target.is_file():
        with target.open("wb") as out:
            yield out
        return
    file = target.resolve()  # a link keeps leading to the file
    draft = file.with_name(file.name + ".part")
    try:
        with draft.open("wb") as out:
            yield out
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
