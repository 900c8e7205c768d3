"""``astropact bound``: who was bound, to do what, on that date, and why."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from astropact.catalog.bound_model import STANDING_WORDS, Verdict
from astropact.catalog.bound_plural import COLUMNS, Answers, Duties, Mutual, Turns, verdict_row
from astropact.cli.options import store_options
from astropact.cli.terminal import say, tell, write
from astropact.protocol.table import to_csv

if TYPE_CHECKING:
    from pathlib import Path

    from astropact.catalog.bound_model import BoundNorm
    from astropact.catalog.bound_plural import Plural
    from astropact.cli.workspace import Workspace
    from astropact.store import Store

_GRAPHS: Final = {"jsonld": "application/ld+json", "turtle": "text/turtle"}
_MODALS: Final = {
    "obligation": "must",
    "prohibition": "must not",
    "permission": "may",
    "right": "has the right to",
    "legal power": "has the power to",
}
_HEADINGS: Final = {"guiding principle": "principle", "legal definition": "definition"}
_SHOULD: Final = {"must": "should", "must not": "should not"}


@click.command()
@click.argument("actor", required=False)
@click.option("--to", "instrument", metavar="TEXT", help="The treaty or other text.")
@click.option("--on", "day", metavar="DAY", help="The day, as 2023-06-01.  [default: today]")
@click.option("--provision", metavar="PASSAGE", help="One passage: outer-space-treaty/art-4-1.")
@click.option("--subject", metavar="SUBJECT", help="The rules on a subject matter.")
@click.option("--trigger", metavar="EVENT", help="The rules that a kind of event calls up.")
@click.option("--with", "other", metavar="ACTOR", help="What two actors owe each other.")
@click.option("--from", "start", metavar="DAY", help="What changed after this day ...")
@click.option("--until", "end", metavar="DAY", help="... and up to this one.")
@click.option("--version", "version", metavar="V", help="What the record knew at its version V.")
@click.option(
    "--format",
    "-o",
    "output",
    type=click.Choice(["text", "json", "jsonld", "turtle", "csv"]),
    default="text",
    show_default=True,
)
@store_options
def bound(
    actor: str | None,
    instrument: str | None,
    day: str | None,
    provision: str | None,
    subject: str | None,
    trigger: str | None,
    other: str | None,
    start: str | None,
    end: str | None,
    version: str | None,
    output: str,
    directory: Path | None,
    memory: bool,
) -> None:
    """Tell whether ACTOR was bound by a text on a day, and why.

    ACTOR is a state (SAU), a body (org/esa) or a name. The verdict is bound, committed (a promise
    that is not law), not-bound, contested or unknown. With ACTOR or --to alone, all that binds it,
    or all whom it binds.

    \b
    astropact bound SAU --to moon-agreement --on 2023-06-01
    astropact bound CHN --provision outer-space-treaty/art-4-1
    astropact bound --to moon-agreement --on 2024-01-05
    astropact bound CHN --with USA
    astropact bound USA --trigger breakup
    astropact bound SAU --from 2020-01-01 --until 2024-12-31
    """
    from astropact.catalog.bound_question import answer, marked, read_question
    from astropact.catalog.standings import read_standings
    from astropact.cli.workspace import open_for_reading

    given = {
        "actor": actor,
        "instrument": instrument,
        "provision": provision,
        "on": day,
        "subject": subject,
        "trigger": trigger,
        "with": other,
        "from": start,
        "to": end,
    }
    today = datetime.now(UTC).date().isoformat()
    workspace = open_for_reading(directory, memory=memory)
    with workspace.store as present:
        store = _at_version(workspace, version) if version else present
        asked = read_question(store, {n: v for n, v in given.items() if v is not None}, today)
        found = answer(store, read_standings(store), asked)
        _write(marked(found, version or workspace.manifest.version), output)


def _at_version(workspace: Workspace, version: str) -> Store:
    from astropact.reasoning.versions import store_at

    return store_at(workspace.store, version, workspace.manifest.root / "ontology" / "rules")


def _write(found: Verdict | Plural, output: str) -> None:
    if output == "json":
        write(json.dumps(found.to_json(), indent=2, ensure_ascii=False) + "\n")
    elif output == "csv":
        if isinstance(found, Verdict):
            write(to_csv(COLUMNS, [verdict_row(found)]))
        else:
            write(to_csv(found.columns, found.to_rows()))
    elif output in _GRAPHS:
        _write_graph(found, _GRAPHS[output])
    elif isinstance(found, Verdict):
        _tell(found)
    else:
        _tell_many(found)


def _write_graph(found: Verdict | Plural, media_type: str) -> None:
    from astropact.catalog.bound_rdf import to_ntriples
    from astropact.namespaces import BASE
    from astropact.store import GraphFile, OxigraphStore

    store = OxigraphStore.in_memory()
    content = to_ntriples(found)
    store.replace_graphs({f"{BASE}bound": GraphFile(content, "application/n-triples", "bound")})
    answer = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    answer.write(sys.stdout.buffer, media_type)
    sys.stdout.buffer.flush()


def _tell(verdict: Verdict) -> None:
    say(
        f"{verdict.verdict.upper()}  {verdict.actor.label}, "
        f"{(verdict.provision or verdict.instrument).label}, {verdict.on}"
    )
    tell(f"  {verdict.summary}", 2)
    if verdict.start:
        say(f"  since  {verdict.start}")
    if verdict.end:
        say(f"  until  {verdict.end} (the first day on which it is over)")
    if verdict.confidence:
        tell(f"  confidence  {verdict.confidence.level}: {verdict.confidence.because}", 14)
    if verdict.caveat:
        tell(f"  note  {verdict.caveat}", 8)
    say("")
    say("Why")
    for number, step in enumerate(verdict.chain, 1):
        tell(f"{number:3}. {step.sentence}", 5)
        for source in step.sources:
            place = f", {source.locator}" if source.locator else ""
            tell(f"       {source.label}{place} (tier {source.tier})", 9)
    if verdict.disputes:
        say("")
        say("Against it")
        for dispute in verdict.disputes:
            tell(f"  {dispute.says}", 4)
            tell(f"       {dispute.source.label} (tier {dispute.tier}, {dispute.rank})", 9)
    _tell_norms(verdict.norms)
    if verdict.readings:
        say("")
        say("Read differently")
        for reading in verdict.readings:
            holders = f" ({reading.holders})" if reading.holders else ""
            tell(f"  {reading.provision.label}: {reading.gist}{holders}", 4)


def _tell_norms(norms: tuple[BoundNorm, ...]) -> None:
    if norms:
        say("")
        say(f"What follows ({norms[0].force})")
    for norm in norms:
        tell(f"  {_sentence(norm)}", 4)
        tell(f"       {norm.provision.label}", 9)


def _sentence(norm: BoundNorm) -> str:
    when = f" [{norm.condition}]" if norm.condition else ""
    if norm.kind in _HEADINGS:
        return f"{_HEADINGS[norm.kind]}: {norm.conduct or norm.gist}{when}"
    modal = _MODALS.get(norm.kind, norm.kind)
    if norm.hortatory:
        modal = _SHOULD.get(modal, modal)
    return f"{norm.bearer or 'addressee'} {modal} {norm.conduct or norm.gist}{when}"


def _tell_many(found: Plural) -> None:
    tell(found.title)
    if isinstance(found, Answers):
        for row in found.rows:
            name = row.instrument.label if found.kind == "actor" else row.actor.label
            _line(row.verdict, row.start, row.end, name)
        for total in found.totals:
            say(f"  printed total: {total.count} {total.kind.label} on {total.as_of}")
            tell(f"       {total.source.label} (tier {total.source.tier})", 9)
        _tell_norms(found.norms)
        counts = ", ".join(f"{n} {STANDING_WORDS[value]}" for value, n in found.counts.items())
        say(f"({counts or 'none'})", error=True)
    elif isinstance(found, Mutual):
        _tell_mutual(found)
    elif isinstance(found, Turns):
        for turn in found.rows:
            tell(f"  {turn.day}  {turn.sentence}", 14)
        say(f"({len(found.rows)} changes)", error=True)
    else:
        _tell_duties(found)


def _line(verdict: str, start: str, end: str, name: str) -> None:
    say(f"  {verdict:10} {start:10} {end or '-':10} {name}")


def _tell_mutual(found: Mutual) -> None:
    own = {name.iri for name in found.agreements}
    for shared in found.both:
        mark = " (between the two)" if shared.instrument.iri in own else ""
        say(
            f"  {shared.first.verdict:10} {shared.second.verdict:10} "
            f"{shared.instrument.label}{mark}"
        )
    if found.owed:
        say("")
        say("Owed to everybody by one of them")
    for owed in found.owed:
        tell(f"  {owed.debtor.label}: {_sentence(owed.norm)}", 4)
        tell(f"       {owed.norm.provision.label}", 9)


def _tell_duties(found: Duties) -> None:
    for duty in found.rows:
        if duty.verdict:
            under: str = duty.verdict.verdict
        else:
            under = ", ".join(f"{n} {kind}" for kind, n in duty.bound.items()) or "nobody"
        tell(f"  {under:10} {_sentence(duty.norm)}", 13)
        tell(f"             {duty.norm.provision.label}", 15)
    say(f"({len(found.rows)} rules)", error=True)
