"""``astropact totals``: official numbers of parties and signatories against the record's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from astropact.catalog.resolve import instrument_iri
from astropact.cli.options import report_options
from astropact.cli.terminal import say, write
from astropact.protocol.table import to_csv

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.reasoning.totals import TotalComparison


@click.command()
@click.option("--instrument", "-i", help="Only this instrument: outer-space-treaty, or its IRI.")
@click.option("--faults", is_flag=True, help="Only what nobody has explained.")
@report_options
def totals(
    instrument: str | None, faults: bool, output: str, directory: Path | None, memory: bool
) -> int:
    """Compare official totals with what the record counts for the same day.

    For each: the printed number, the record's own with its bounds, the difference, and the states
    that may explain it. A difference that neither the bounds nor a reviewed reason explains is a
    fault, and so is a reviewed one that has changed; the exit code is then 1.

    \b
    astropact totals --instrument registration-convention
    astropact totals --faults
    astropact totals -o csv > totals.csv
    """
    from astropact.cli.workspace import open_for_reading
    from astropact.reasoning.totals import COLUMNS, compare_totals

    wanted = instrument_iri(instrument) if instrument else ""
    with open_for_reading(directory, memory=memory).store as store:
        found = compare_totals(store, instrument=wanted)
    shown = [one for one in found if one.is_fault or not faults]
    if output == "json":
        write(json.dumps([one.to_json() for one in shown], indent=2, ensure_ascii=False) + "\n")
    elif output == "csv":
        write(to_csv(COLUMNS, (one.to_row() for one in shown)))
    else:
        for one in shown:
            _tell(one)
    wrong = sum(one.is_fault for one in found)
    say(f"({len(found)} totals, {wrong} unexplained)", error=True)
    return 1 if wrong else 0


def _tell(one: TotalComparison) -> None:
    bounds = "" if one.lowest == one.highest else f" (between {one.lowest} and {one.highest})"
    say(f"{one.instrument_label}, {one.as_of}, {one.kind.replace('-', ' ')}: {one.status}")
    say(f"  {one.source_label}, {one.locator}: {one.official}; the record: {one.derived}{bounds}")
    if one.because:
        say(f"  Known difference {one.known_difference:+d}: {one.because}")
    if one.difference and one.open_places:
        say(f"  Places in the order without a known holder: {one.open_places}")
    if one.difference:
        for state in one.states:
            mark = "counted" if state.counted else "not counted"
            say(f"  {state.label} ({mark}): {state.because}")
    say("")
