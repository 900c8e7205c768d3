"""``astropact link``: evidence, exchange and faults of the links to other data sets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from astropact.cli.options import store_options
from astropact.cli.terminal import say, write
from astropact.linking.datasets import DATASETS

if TYPE_CHECKING:
    from astropact.linking.confirm import Comparison

_EVIDENCE = "data/links/evidence-{}.ttl"


@click.group()
def link() -> None:
    """Links between the record and other data sets.

    \b
    astropact link report                wrong, shared, doubled and unsupported identifiers
    astropact link sssom > links.tsv     all links with their evidence, as SSSOM
    astropact link confirm wikidata countries.csv --identifier qid --key iso3 \\
        --field ap:iso3 --source wikidata
    """


@link.command()
@click.option("--format", "-o", "output", type=click.Choice(["text", "json"]), default="text")
@store_options
def report(output: str, directory: Path | None, memory: bool) -> int:
    """Show identifiers that are wrong, shared, doubled or without evidence, and namesakes.

    Exits with 1 if anything is certainly wrong; namesakes are only worth a look.
    """
    from astropact.cli.workspace import open_for_reading
    from astropact.linking.report import PROBLEMS, find_problems

    with open_for_reading(directory, memory=memory).store as store:
        found = find_problems(store)
    if output == "json":
        write(json.dumps([item.to_row() for item in found], indent=2, ensure_ascii=False) + "\n")
    else:
        for problem, meaning in PROBLEMS.items():
            members = [item for item in found if item.problem == problem]
            say(f"{problem}: {len(members)} ({meaning})")
            for item in members:
                say(f"  {' '.join(item.things)}: {item.what}")
    return 1 if any(item.fault for item in found) else 0


@link.command()
@store_options
def sssom(directory: Path | None, memory: bool) -> None:
    """Write all links with their evidence as a table in SSSOM."""
    from astropact.catalog.labels import labels
    from astropact.cli.workspace import open_for_reading
    from astropact.linking.links import read_links
    from astropact.linking.sssom import to_sssom

    workspace = open_for_reading(directory, memory=memory)
    manifest = workspace.manifest
    with workspace.store as store:
        links = read_links(store)
        named = labels(store, {item.subject for item in links})
    write(to_sssom(links, named, version=manifest.version, modified=manifest.modified))


@link.command()
@click.argument("dataset", type=click.Choice(list(DATASETS)))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--identifier", required=True, help="Column with the identifier of the data set.")
@click.option("--key", required=True, help="Column that is compared with the record.")
@click.option(
    "--field", "field_name", required=True, help="Property it is compared with: ap:iso3; or name."
)
@click.option("--source", required=True, help="Source of the record that stands for the table.")
@click.option(
    "--record",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of a record to add the evidence to.  [default: only compare]",
)
@store_options
def confirm(
    dataset: str,
    file: Path,
    identifier: str,
    key: str,
    field_name: str,
    source: str,
    root: Path | None,
    directory: Path | None,
    memory: bool,
) -> int:
    """Compare the links to DATASET with a table (CSV or TSV).

    Tells which links the table confirms, what it would add, and where it gives another identifier.
    With --record, what is confirmed is added to data/links/evidence-DATASET.ttl. Exits with 1 if
    the table contradicts the record.
    """
    from astropact.cli.workspace import open_for_reading
    from astropact.linking.confirm import Table, compare

    table = Table(file, DATASETS[dataset], identifier, key, field_name, source)
    if root is not None:
        from astropact.validation.hygiene import load_files

        with load_files(root) as store:
            found = compare(store, table)
        _keep(root, dataset, found)
    else:
        with open_for_reading(directory, memory=memory).store as store:
            found = compare(store, table)
    for row in found.proposed:
        say(f"proposed: {row.thing} is {row.identifier} ({key} {row.match!r}, line {row.line})")
    for held, row in found.contradicted:
        say(
            f"contradicted: {row.thing} is {held.identifier} here, {row.identifier} there "
            f"({key} {row.match!r}, line {row.line})"
        )
    say(
        f"{len(found.confirmed)} confirmed, {len(found.proposed)} proposed, "
        f"{len(found.contradicted)} contradicted."
    )
    return 1 if found.contradicted else 0


def _keep(root: Path, dataset: str, found: Comparison) -> None:
    from astropact.cli.make import changed_files, write_files
    from astropact.linking.confirm import to_evidence
    from astropact.rdf.canonical import to_turtle
    from astropact.store.convert import to_rdflib
    from astropact.store.parsing import parse

    name = _EVIDENCE.format(dataset)
    graph = to_evidence([found])
    if (root / name).is_file():
        graph += to_rdflib(parse((root / name).read_bytes(), "text/turtle", name=name))
    made = {name: to_turtle(graph)} if len(graph) else {}
    write_files(root, {changed: made[changed] for changed in changed_files(root, made)})
