"""Votes of the United Nations: collected tables made into one file for each vote.

A table has a row for each position and rows "TOTAL" for the announced numbers; tables of events
add further sources for totals. Positions that more than one report gives differently are kept as
statements. Names, texts and reasons are in :mod:`astropact.importers.vote_details`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, URIRef

from astropact import namespaces
from astropact.errors import InputError
from astropact.importers import vote_details as details
from astropact.importers.sources import AP
from astropact.importers.tables import Row, date_literal, has_column, read_table, text_literal
from astropact.importers.vote_graphs import (
    count,
    flag,
    organ,
    position_iri,
    state_iri,
    statement,
    text_graph,
    vote_iri,
)
from astropact.importers.vote_sources import VoteSources
from astropact.rdf.dates import bounds
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VOTE_COLUMNS: Final = ("resolution", "date", "state", "iso3", "position", "source_url")
EVENT_COLUMNS: Final = ("date", "kind", "event", "figures_or_vote", "source_url")
_KINDS: Final = ("yes", "no", "abstain")
_POSITION: Final = re.compile(r"(CONFLICT: )?(yes|no|abstain|absent)(?: \((veto|DERIVED)\b.*\))?")
_TOTAL: Final = re.compile(r"(CONFLICT: )?(\d+)-(\d+)-(\d+)(?:[,; (].*)?")
_DAY: Final = re.compile(r"(\d{4}(?:-\d\d){0,2})(?: \((?:reported (\d{4}-\d\d-\d\d)|[^()]*)\))?")


@dataclass
class _Vote:
    """What the tables say of one ballot."""

    ballot: details.Ballot
    day: str
    latest: str = ""
    positions: dict[str, tuple[str, Row]] = field(default_factory=dict)
    rivals: list[tuple[str, str, Row]] = field(default_factory=list)
    """State (empty for the totals), what a source says, and the row."""
    totals: tuple[int, int, int] | None = None
    sources: list[URIRef] = field(default_factory=list)

    def complete(self) -> bool:
        """Whether the positions add up to the totals."""
        found = Counter(kind for kind, _ in self.positions.values())
        return tuple(found[kind] for kind in _KINDS) == self.totals


def import_votes(
    tables: Iterable[Path], *, root: Path, elsewhere: Iterable[Graph] = ()
) -> dict[str, Graph]:
    """Make ``data/votes/*.ttl``, ``data/instruments/un-resolutions.ttl`` and their sources.

    States are those of the record at ``root``; ``elsewhere`` holds sources that other files
    describe. Raises InputError for a row that cannot be read, names an unknown vote or state, or
    gives more positions than were counted.
    """
    states = _states(root)
    sources = VoteSources(elsewhere)
    votes: dict[str, _Vote] = {}
    events: list[Row] = []
    for path in tables:
        if has_column(path, "figures_or_vote"):
            events += [r for r in read_table(path, EVENT_COLUMNS) if r["kind"] == "UN vote"]
            continue
        for row in read_table(path, VOTE_COLUMNS):
            _read(row, _vote_of(row, votes), states, sources)
    for row in events:
        _add_event(row, votes, sources)
    for ballot, day in details.BARE:
        votes[ballot.slug] = _Vote(ballot, day, totals=ballot.totals)
    graphs = {f"data/votes/{slug}.ttl": _graph(vote, sources) for slug, vote in votes.items()}
    adopted = {v.ballot.text: v.day for v in votes.values() if v.ballot.forum == details.ASSEMBLY}
    used = {vote.ballot.text for vote in votes.values()}
    texts = [text for text in details.TEXTS if text.slug in used]
    graphs["data/instruments/un-resolutions.ttl"] = text_graph(texts, adopted, sources)
    graphs["data/sources/votes.ttl"] = sources.graph()
    return graphs


def _states(root: Path) -> dict[str, set[str]]:
    """Return the names of each state of the record by its code."""
    graph = read_turtle([root / "data" / "actors" / "states.ttl"])
    names: dict[str, set[str]] = {}
    for node, code in graph.subject_objects(AP.iso3):
        found = {str(n) for p in (RDFS.label, SKOS.altLabel) for n in graph.objects(node, p)}
        label = graph.value(node, RDFS.label)
        names[str(code)] = {str(label), *found}
    return names


def _vote_of(row: Row, votes: dict[str, _Vote]) -> _Vote:
    ballot = next((b for b in details.BALLOTS if b.key == row["resolution"]), None)
    if ballot is None:
        raise row.fault(
            f"The vote “{row['resolution']}” is not known.", hint="Add it to the list of ballots."
        )
    match = _DAY.fullmatch(row["date"])
    if match is None:
        raise row.fault(f"“{row['date']}” is not a date.")
    try:
        bounds(match[1])
    except InputError as error:
        raise row.fault(f"“{match[1]}” is not a date.") from error
    vote = votes.setdefault(
        ballot.slug, _Vote(ballot, match[1], match[2] or "", totals=ballot.totals)
    )
    if vote.day != match[1]:
        raise row.fault(f"The vote is dated {vote.day} in another row and {match[1]} here.")
    return vote


def _read(row: Row, vote: _Vote, states: dict[str, set[str]], sources: VoteSources) -> None:
    if row["state"] == "TOTAL":
        _read_total(row, vote, sources)
        return
    code, match = row["iso3"], _POSITION.fullmatch(row["position"])
    if match is None:
        raise row.fault(
            f"“{row['position']}” is not a position.", hint="Use yes, no, abstain or absent."
        )
    if row["state"] not in states.get(code, ()):
        raise row.fault(
            f"“{row['state']}” ({code}) is not a state of the record.",
            hint="Correct the name or the code, or add the state to data/actors/states.ttl.",
        )
    state = code.lower()
    if match[1]:
        vote.rivals.append((state, match[2], row))
    elif state in vote.positions:
        raise row.fault(
            f"“{row['state']}” has a position in this vote already.",
            hint="Begin what another source says with “CONFLICT: ”.",
        )
    else:
        vote.positions[state] = (match[2], row)


def _read_total(row: Row, vote: _Vote, sources: VoteSources) -> None:
    match = _TOTAL.fullmatch(row["position"])
    if match is None:
        raise row.fault(
            f"“{row['position']}” is not a total.", hint="Write for-against-abstaining."
        )
    total = (int(match[2]), int(match[3]), int(match[4]))
    written = "-".join(match.group(2, 3, 4))
    if match[1]:
        vote.rivals.append(("", written, row))
        choice = details.CHOICES.get((vote.ballot.slug, ""))
        if choice is None:
            raise row.fault("Nothing says which of the rival totals to follow.")
        if choice.preferred != written:
            return
    if vote.totals not in (None, total):
        raise row.fault(f"The vote has another total already: {vote.totals}.")
    vote.totals = total
    vote.sources += sources.in_cell(row["source_url"])


def _add_event(row: Row, votes: dict[str, _Vote], sources: VoteSources) -> None:
    vote = votes.get(details.EVENTS.get(row["event"], ""))
    match = _TOTAL.fullmatch(row["figures_or_vote"])
    if vote is None or match is None:
        raise row.fault(
            "The event is not a vote of the other tables.", hint="Add it to the list of events."
        )
    total = (int(match[2]), int(match[3]), int(match[4]))
    if total != vote.totals:
        raise row.fault(f"The event has the total {total}, the vote {vote.totals}.")
    vote.sources += sources.in_cell(row["source_url"])


def _graph(vote: _Vote, sources: VoteSources) -> Graph:
    ballot, graph = vote.ballot, Graph()
    node = vote_iri(ballot.slug)
    if vote.totals is None:
        raise InputError(f"No row gives the totals of the vote “{ballot.key}”.")
    found = Counter(kind for kind, _ in vote.positions.values())
    for kind, total in zip(_KINDS, vote.totals, strict=True):
        if found[kind] > total:
            raise InputError(
                f"The vote “{ballot.key}” has {found[kind]} positions “{kind}”, "
                f"but only {total} were counted."
            )
    text = next(text for text in details.TEXTS if text.slug == ballot.text)
    title = f"{text.title[0].lower()}{text.title[1:]}"
    name = f"{ballot.name}, " if "/" in ballot.name else ""
    label = f"{details.ORGANS[ballot.forum]} vote on {name}{title} ({vote.day})"
    graph.add((node, RDF.type, AP.Vote))
    graph.add((node, RDFS.label, text_literal(label)))
    graph.add((node, AP.eventKind, URIRef(namespaces.concept("event-kind", "vote"))))
    graph.add((node, AP.voteOn, URIRef(namespaces.thing("instrument", ballot.text))))
    graph.add((node, AP.inForum, organ(ballot.forum)))
    graph.add((node, AP.heldOn, date_literal(vote.day)))
    first, last = (day.isoformat() for day in bounds(vote.day))
    graph.add((node, AP.notBefore, date_literal(first)))
    graph.add((node, AP.notAfter, date_literal(min(last, vote.latest or last))))
    for property_, total in zip(
        (AP.votesInFavour, AP.votesAgainst, AP.abstentions), vote.totals, strict=True
    ):
        graph.add((node, property_, count(total)))
    graph.add((node, AP.adopted, flag(ballot.adopted)))
    graph.add((node, AP.completeRollCall, flag(vote.complete())))
    if ballot.note:
        graph.add((node, AP.note, text_literal(ballot.note)))
    for source in [*vote.sources, *(sources.known(slug) for slug in ballot.sources)]:
        graph.add((node, DCTERMS.source, source))
    for state, (kind, row) in vote.positions.items():
        _add_position(graph, vote, state, kind, row, sources)
    _add_rivals(graph, vote, sources)
    return graph


def _add_position(
    graph: Graph, vote: _Vote, state: str, kind: str, row: Row, sources: VoteSources
) -> None:
    node = position_iri(vote.ballot.slug, state)
    graph.add((node, RDF.type, AP.VotePosition))
    label = f"{row['state']} on {vote.ballot.name}: {kind}"
    graph.add((node, RDFS.label, text_literal(label)))
    graph.add((node, AP.positionIn, vote_iri(vote.ballot.slug)))
    graph.add((node, AP.voter, state_iri(state)))
    graph.add((node, AP.position, URIRef(namespaces.concept("vote-position", kind))))
    if "(veto)" in row["position"]:
        graph.add((node, AP.veto, flag(value=True)))
    if "(DERIVED" in row["position"]:
        graph.add((node, AP.because, text_literal(details.DERIVED)))
    choice = details.CHOICES.get((vote.ballot.slug, state))
    if choice:
        graph.add((node, AP.because, text_literal(choice.because)))
    for source in sources.in_cell(row["source_url"]):
        graph.add((node, DCTERMS.source, source))


def _add_rivals(graph: Graph, vote: _Vote, sources: VoteSources) -> None:
    """Add what each source says where two differ, with the rank and the reason for it."""
    slug = vote.ballot.slug
    for state in sorted({state for state, _, _ in vote.rivals}):
        choice = details.CHOICES.get((slug, state))
        rows = [(said, row) for found, said, row in vote.rivals if found == state]
        if choice is None:
            raise rows[0][1].fault("Nothing says which of the rival reports to follow.")
        if state:
            rows.append(vote.positions[state])
        said_by = [(said, iri) for said, row in rows for iri in sources.in_cell(row["source_url"])]
        said_by += [(choice.preferred, sources.known(name)) for name in choice.more]
        best = next(iri for said, iri in said_by if said == choice.preferred)
        about = position_iri(slug, state) if state else vote_iri(slug)
        for said, iri in said_by:
            followed = said == choice.preferred
            rank = "preferred" if iri == best else "normal" if followed else "deprecated"
            because = choice.because if followed else choice.against
            statement(graph, slug, about, iri, rank, because, sources.as_of(iri), said=said)
        if not state:
            graph.add((vote_iri(slug), AP.because, text_literal(choice.because)))
    for ballot, name, day, because in details.RIVAL_DAYS:
        if ballot == slug:
            source = sources.known(name)
            statement(
                graph,
                slug,
                vote_iri(slug),
                source,
                "deprecated",
                because,
                sources.as_of(source),
                day=day,
            )
