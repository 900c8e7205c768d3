"""From when an act can have worked, and from when it surely did."""

from __future__ import annotations

from datetime import date

import pytest

from astropact.reasoning.doubt import Onset, Onsets
from astropact.reasoning.model import read_record
from astropact.reasoning.reconcile import conclude
from astropact.reasoning.silence import opposed

from .samples import record, said


def onsets(*statements: str) -> dict[str, Onset | None]:
    """When the acts that follow from these statements begin to work, by family."""
    known = read_record(record(statements))
    conclusions, absences = opposed(conclude(known), known)
    ruled_out = frozenset(one.statement.iri for one in absences if one.rank == "deprecated")
    judge = Onsets(conclusions, known, ruled_out)
    return {one.key.family: judge.of(one) for one in conclusions}


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_a_dated_consent_works_from_its_effect_and_raises_no_doubt() -> None:
    found = onsets(
        said("untc-xxiv-2", "aus", "accession", "1986-07-07", instrument="moon-agreement")
    )
    assert found["consent"] == Onset(day("1986-08-06"), day("1986-08-06"))


def test_an_undated_consent_is_open_between_the_list_without_and_the_list_with_it() -> None:
    found = onsets(
        said("crp25-2019", "aus", "no-act", as_of="2019-01-01"),
        said("unoosa-crp9-rev1-2026", "aus", "consent-to-be-bound", as_of="2026-01-01"),
    )
    assert found["consent"] == Onset(day("2019-01-01"), day("2026-01-01"), ("begin-undated",))


def test_an_undated_consent_is_not_older_than_signature_and_entry_into_force() -> None:
    signed = said("huggo-reconciled", "aus", "signature", "1967-01-27")
    listed = said("unoosa-crp9-rev1-2026", "aus", "consent-to-be-bound", as_of="2026-01-01")
    found = onsets(signed, listed)
    assert found["consent"] == Onset(day("1967-10-10"), day("2026-01-01"), ("begin-undated",))
    assert found["signature"] is None, "a signature by itself changes nothing in law"


def test_a_succession_without_a_day_of_effect_is_open_since_the_state_began() -> None:
    found = onsets(said("huggo-reconciled", "mne", "succession", "2006-12-12"))
    assert found["consent"] == Onset(day("2006-06-03"), day("2006-12-12"), ("effect-undated",))


def test_days_that_are_not_ruled_out_are_open_between_them() -> None:
    found = onsets(
        said("verdragenbank-003428-p", "aus", "accession", "1967-10-10"),
        said("verdragenbank-003428-b", "can", "accession", "2024-03-21"),
        said("untc-xxiv-2", "can", "accession", "2024-04-15"),
    )
    assert found["consent"] == Onset(day("2024-03-21"), day("2024-04-15"), ("rival-begin",))


@pytest.mark.parametrize(
    ("list_without", "onset"),
    [
        (
            "unoosa-crp9-rev1-2026",  # tier 1 before tier 3
            Onset(day("1978-07-07"), None, ("list-shows-no-act",)),
        ),
        ("olemiss-signatories", Onset(day("1978-07-07"), day("1978-07-07"))),  # tier 5
    ],
)
def test_a_list_without_the_actor_counts_if_it_is_trusted_as_much(
    list_without: str, onset: Onset
) -> None:
    found = onsets(
        said("huggo-reconciled", "aus", "accession", "1978-07-07"),
        said(list_without, "aus", "no-act", as_of="2026-01-01"),
    )
    assert found["consent"] == onset


def test_leaving_without_a_day_of_effect_ends_what_is_certain() -> None:
    found = onsets(
        said(
            "verdragenbank-003428-p",
            "aus",
            "accession",
            "1980-01-01",
            instrument="itu-constitution",
        ),
        said("untc-xxiv-2", "aus", "withdrawal", "2001-05-01", instrument="itu-constitution"),
    )
    assert found["withdrawal"] == Onset(day("2001-05-01"), None, ("rival-end",))


def test_a_consent_that_nobody_states_is_never_certain() -> None:
    listed = said(
        "olemiss-signatories", "aus", "accession", as_of="2022-03-01", evidence="inferred"
    )
    assert onsets(listed)["consent"] == Onset(
        day("1967-10-10"), None, ("begin-undated", "not-stated")
    )


def test_a_succession_does_not_reach_behind_the_begin_of_the_successor() -> None:
    listed = said("unoosa-crp9-rev1-2026", "mne", "succession", as_of="2026-01-01")
    assert onsets(listed)["consent"] == Onset(
        day("2006-06-03"), day("2026-01-01"), ("begin-undated",)
    )
