from __future__ import annotations

from datetime import date

import pytest

from astropact.reasoning.faults import Fault, before_signature, find_fault, not_stated
from astropact.reasoning.grouping import attribute
from astropact.reasoning.model import Statement, read_record

from .samples import record, said


def fault_of(text: str) -> Fault | None:
    read = read_record(record([text]))
    return find_fault(read.statements[0], attribute(read.statements[0], read), read)


def only(text: str) -> Statement:
    return read_record(record([text])).statements[0]


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        (
            said("ecolex", "aus", "ratification", "1967-01-26"),
            "before 1967-01-27, when the Outer Space Treaty was opened for signature",
            False,
        ),
        (
            said("ecolex", "aus", "signature", "1976-01-31"),
            "after the entry into force on 1967-10-10",
            False,
        ),
        (
            said("unoosa-crp9-rev1-2026", "mne", "signature", as_of="2026-01-01"),
            "Montenegro did not exist before 2006-06-03",
            True,
        ),
        (
            said("ecolex", "mne", "succession", "1999-01-01"),
            "Montenegro did not exist before 2006-06-03",
            True,
        ),
        (
            said("ecolex", "sun", "accession", "1999-01-01"),
            "the Soviet Union ceased to exist on 1991-12-26",
            True,
        ),
        (
            said("huggo-reconciled", "sun", "ratification", "1967-10-31"),
            "by the deposits of its depositary governments",
            False,
        ),
        (
            said("crp25-2019", "aus", "declaration-of-acceptance", "2018-06-20"),
            "a decision inside the actor",
            False,
        ),
    ],
)
def test_gross_errors_are_told_in_words(text: str, words: str, *, act: bool) -> None:
    fault = fault_of(text)
    assert fault is not None
    assert words in fault.words
    assert fault.act is act


@pytest.mark.parametrize(
    "text",
    [
        said("ecolex", "aus", "signature", "1967-01-27"),
        said("ecolex", "aus", "accession", "1976-01-31"),
        said("ecolex", "sun", "ratification", "1967-10-10"),
        said("ecolex", "mne", "succession", "2006-06-03"),
    ],
)
def test_what_can_be_right_is_no_fault(text: str) -> None:
    assert fault_of(text) is None


def test_a_ratification_cannot_precede_its_signature() -> None:
    early = only(said("ecolex", "aus", "ratification", "1967-03-01"))
    assert before_signature(early, date(1967, 3, 2)) is not None
    assert before_signature(early, date(1967, 3, 1)) is None
    assert before_signature(early, None) is None


def test_an_accession_needs_no_signature() -> None:
    accession = only(said("ecolex", "aus", "accession", "1967-03-01"))
    assert before_signature(accession, date(1967, 5, 1)) is None


def test_reasoning_is_not_a_statement() -> None:
    assert not_stated(only(said("ecolex", "aus", "accession", evidence="inferred"))) is not None
    assert not_stated(only(said("ecolex", "aus", "accession"))) is None


def test_a_list_without_sources_gives_no_date() -> None:
    text = said("ecolex", "aus", "signature", "1967-02-01").replace(
        "source:ecolex", "source:artemis-list-without-sources"
    )
    described = "source:artemis-list-without-sources a ap:Source ; ap:trustTier 6 ."
    read = read_record(record([text, described]))
    found = find_fault(read.statements[0], attribute(read.statements[0], read), read)
    assert found is not None
    assert "names no sources" in found.words
    assert not found.act
