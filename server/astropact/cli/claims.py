"""``astropact claims``: what documents say, and how it stands against the record."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from astropact.catalog.claims import COLUMNS, KINDS, document_iri, find_claims
from astropact.cli.options import report_options
from astropact.cli.terminal import say, write
from astropact.namespaces import VERDICTS
from astropact.protocol.table import to_csv

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.catalog.claims import Claim


@click.command()
@click.option("--document", "-d", help="Only this document: its short name or its IRI.")
@click.option("--verdict", "-v", type=click.Choice(VERDICTS), help="Only what was judged so.")
@click.option("--kind", "-k", type=click.Choice(KINDS), help="Only claims of this kind.")
@report_options
def claims(
    document: str | None,
    verdict: str | None,
    kind: str | None,
    output: str,
    directory: Path | None,
    memory: bool,
) -> None:
    """Show what documents claim, with the verdict that follows from the record and why.

    JSON holds the triples that each verdict rests on as well.

    \b
    astropact claims --verdict contradicted
    astropact claims --document us-china-space-relations-article
    astropact claims --kind participation -o csv > claims.csv
    """
    from astropact.cli.workspace import open_for_reading

    with open_for_reading(directory, memory=memory).store as store:
        found = find_claims(
            store,
            document=document_iri(store, document) if document else "",
            verdict=verdict or "",
            kind=kind or "",
        )
    if output == "json":
        write(json.dumps([c.to_json() for c in found], indent=2, ensure_ascii=False) + "\n")
    elif output == "csv":
        write(to_csv(COLUMNS, (claim.to_row() for claim in found)))
    else:
        _tell(found)


def _tell(found: list[Claim]) -> None:
    shown = ""
    for claim in found:
        if claim.document.label != shown:
            shown = claim.document.label
            say(f"{shown}\n")
        say(f"  paragraph {claim.paragraph}, {claim.verdict or 'not judged'}: {claim.paraphrase}")
        if claim.because:
            say(f"    {claim.because}")
        say("")
    counts = Counter(claim.verdict or "not judged" for claim in found)
    parts = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items()))
    say(f"({len(found)} claims{': ' if parts else ''}{parts})", error=True)
