from __future__ import annotations

from astropact.reasoning.conclusion import Conclusion, Role
from astropact.reasoning.model import read_record
from astropact.reasoning.reconcile import conclude

from .samples import record, said

TEST_BAN = "partial-test-ban-treaty"


def concluded(*statements: str, kind: str = "consent") -> Conclusion:
    found = conclude(read_record(record(statements)))
    return next(c for c in found if c.key.family == kind)


def huggo(kind: str, day: str, instrument: str = TEST_BAN) -> str:
    return said("huggo-reconciled", "aus", kind, day, instrument=instrument)


def test_another_source_proves_the_swap() -> None:
    found = concluded(
        huggo("ratification", "1964-01-12"),
        said("ecolex", "aus", "ratification", "1964-12-01", instrument=TEST_BAN),
    )
    assert str(found.on) == "1964-12-01"
    swapped = next(f for f in found.findings if f.role is Role.FAULTY)
    assert swapped.rank == "deprecated"
    assert swapped.fault is not None
    words = "day and month of 1964-01-12 are swapped: ECOLEX has 1964-12-01"
    assert swapped.fault.words == words


def test_another_source_proves_that_there_is_no_swap() -> None:
    found = concluded(
        huggo("signature", "1963-09-05"),
        said("ecolex", "aus", "signature", "1963-09-05", instrument=TEST_BAN),
        kind="signature",
    )
    assert str(found.on) == "1963-09-05"
    assert {f.role for f in found.findings} == {Role.EXACT}


def test_an_impossible_day_whose_other_reading_is_possible_is_swapped() -> None:
    found = concluded(huggo("signature", "1963-12-08"), kind="signature")
    (finding,) = found.findings
    assert finding.fault is not None
    assert finding.fault.words.startswith("day and month of 1963-12-08 are swapped")
    assert (found.on, finding.rank) == (None, "deprecated")


def test_a_ratification_before_its_signature_is_swapped() -> None:
    found = concluded(
        said("ecolex", "aus", "signature", "1963-10-01", instrument=TEST_BAN),
        huggo("ratification", "1963-09-12"),
    )
    (finding,) = found.findings
    assert finding.fault is not None
    assert "before the signature of 1963-10-01" in finding.fault.words
    assert "1963-12-09 is possible" in finding.fault.words


def test_a_day_whose_other_reading_is_impossible_stands() -> None:
    # Swapped it would be of May, before the treaty was opened for signature.
    found = concluded(huggo("signature", "1963-08-05"), kind="signature")
    assert str(found.on) == "1963-08-05"


def test_what_nothing_proves_is_a_span_of_both_readings() -> None:
    found = concluded(huggo("accession", "1979-06-01"))
    assert found.on is None
    assert (str(found.not_before), str(found.not_after)) == ("1979-01-06", "1979-06-01")
    assert found.findings[0].role is Role.WITHIN
    assert found.findings[0].rank != "deprecated"


def test_a_day_above_twelve_and_equal_numbers_cannot_be_swapped() -> None:
    for day in ("1964-01-15", "1963-12-12"):
        assert str(concluded(huggo("ratification", day)).on) == day


def test_other_instruments_and_successions_are_not_concerned() -> None:
    assert str(concluded(huggo("succession", "1992-04-07")).on) == "1992-04-07"
    other = huggo("accession", "1979-06-01", "outer-space-treaty")
    assert str(concluded(other).on) == "1979-06-01"
