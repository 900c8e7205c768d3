"""``astropact conflicts``: where the sources do not say the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from astropact.catalog.conflicts import (
    COLUMNS,
    OUTCOMES,
    as_rows,
    find_conflicts,
)
from astropact.catalog.resolve import actor_iri, instrument_iri
from astropact.cli.options import report_options
from astropact.cli.terminal import say, write
from astropact.protocol.table import to_csv

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.catalog.conflicts import Conflict


@click.command()
@click.option("--instrument", "-i", help="Only this instrument: outer-space-treaty, or its IRI.")
@click.option("--actor", "-a", help="Only this state or body: SAU, org/esa, or its IRI.")
@click.option("--outcome", type=click.Choice(list(OUTCOMES)), help="Only what ended like this.")
@report_options
def conflicts(
    instrument: str | None,
    actor: str | None,
    outcome: str | None,
    output: str,
    directory: Path | None,
    memory: bool,
) -> None:
    """Show where the sources on a state and an instrument do not say the same.

    For each: which source says what, what the record preferred, and why. An outcome is one of
    deposits (one act with several days), settled (the rest is ruled out) and open (another reading
    still stands).

    \b
    astropact conflicts --instrument outer-space-treaty --outcome open
    astropact conflicts --actor SAU
    astropact conflicts -o csv > conflicts.csv
    """
    from astropact.cli.workspace import open_for_reading

    with open_for_reading(directory, memory=memory).store as store:
        found = [
            conflict
            for conflict in find_conflicts(
                store,
                actor=actor_iri(actor) if actor else "",
                instrument=instrument_iri(instrument) if instrument else "",
            )
            if outcome in (None, conflict.outcome)
        ]
    if output == "json":
        write(json.dumps([c.to_json() for c in found], indent=2, ensure_ascii=False) + "\n")
    elif output == "csv":
        write(to_csv(COLUMNS, as_rows(found)))
    else:
        for conflict in found:
            _tell(conflict)
        say(f"({len(found)} conflicts)", error=True)


def _tell(conflict: Conflict) -> None:
    say(
        f"{conflict.instrument.label}: {conflict.actor.label}, {conflict.step}; "
        f"sources differ in the {' and the '.join(conflict.subjects)}; {conflict.outcome}"
    )
    for reading in conflict.readings:
        day = reading.stated_date or (
            f"effect {reading.effective_on}" if reading.effective_on else "no date"
        )
        rank = reading.rank.label if reading.rank else "unranked"
        say(
            f"  {day:12} {reading.kind.label:22} {rank:10} "
            f"{reading.source.label} (tier {reading.tier})"
        )
    if conflict.because:
        say(f"  {conflict.because}")
    say("")
