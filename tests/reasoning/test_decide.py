from __future__ import annotations

import pytest

from astropact.reasoning.conclusion import Conclusion, Role
from astropact.reasoning.model import read_record
from astropact.reasoning.reconcile import conclude

from .samples import record, said


def concluded(*statements: str, kind: str = "consent") -> Conclusion:
    found = conclude(read_record(record(statements)))
    return next(c for c in found if c.key.family == kind)


def roles(conclusion: Conclusion) -> dict[str, tuple[Role, str]]:
    return {
        f.statement.source.iri.rpartition("/")[2]: (f.role, f.rank) for f in conclusion.findings
    }


def test_a_later_day_in_london_supports_the_earliest_deposit() -> None:
    found = concluded(
        said("huggo-reconciled", "aus", "accession", "1983-12-30"),
        said("ecolex", "aus", "consent-to-be-bound", "1984-01-12", at="gbr"),
    )
    assert (str(found.on), found.kind) == ("1983-12-30", "accession")
    assert roles(found)["ecolex"] == (Role.ELSEWHERE, "normal")


def test_a_day_years_later_is_no_other_deposit() -> None:
    found = concluded(
        said("huggo-reconciled", "aus", "accession", "1983-12-30"),
        said("ecolex", "aus", "accession", "1986-01-12", at="gbr"),
    )
    assert roles(found)["ecolex"] == (Role.OTHER_DATE, "normal")


def test_with_one_depositary_another_day_disputes() -> None:
    found = concluded(
        said("untc-xxiv-2", "aus", "accession", "1986-07-07", instrument="moon-agreement"),
        said("ecolex", "aus", "accession", "1986-07-08", instrument="moon-agreement"),
    )
    assert str(found.on) == "1986-07-07"
    assert roles(found)["ecolex"] == (Role.OTHER_DATE, "deprecated")


def test_an_official_source_refutes_the_stated_earliest_date() -> None:
    found = concluded(
        said("huggo-reconciled", "aus", "ratification", "1969-03-18"),
        said("ecolex", "aus", "ratification", "1986-03-18", at="gbr"),
        said("verdragenbank-003428-p", "aus", "ratification", "1986-03-18"),
    )
    assert str(found.on) == "1986-03-18"
    assert roles(found)["huggo-reconciled"] == (Role.OTHER_DATE, "deprecated")
    assert roles(found)["verdragenbank-003428-p"] == (Role.EXACT, "preferred")


def test_the_earliest_of_single_deposits_is_taken() -> None:
    found = concluded(
        said("verdragenbank-003428-p", "aus", "accession", "1972-07-04", at="sun"),
        said("huggo-reconciled", "aus", "accession", "1972-06-07"),
    )
    assert str(found.on) == "1972-06-07"
    assert roles(found)["verdragenbank-003428-p"][0] is Role.ELSEWHERE


def test_the_kind_is_settled_by_trust_and_the_others_dispute_it() -> None:
    found = concluded(
        said("huggo-reconciled", "aus", "accession", "1976-08-11"),
        said("verdragenbank-003428-p", "aus", "ratification", "1976-08-11"),
        said("unoosa-crp9-rev1-2026", "aus", "consent-to-be-bound", as_of="2026-01-01"),
    )
    assert found.kind == "ratification"
    assert roles(found)["huggo-reconciled"] == (Role.OTHER_KIND, "normal")
    assert roles(found)["unoosa-crp9-rev1-2026"] == (Role.STATUS, "normal")


def test_status_alone_makes_an_undated_act() -> None:
    found = concluded(
        said("unoosa-crp9-rev1-2026", "aus", "consent-to-be-bound", as_of="2026-01-01"),
        said("olemiss-signatories", "aus", "consent-to-be-bound", as_of="2024-12-15"),
    )
    assert (found.kind, found.on, str(found.not_after)) == (
        "consent-to-be-bound",
        None,
        "2024-12-15",
    )
    assert roles(found)["unoosa-crp9-rev1-2026"][1] == "preferred"


def test_a_list_older_than_the_act_disputes_it() -> None:
    found = concluded(
        said("huggo-reconciled", "aus", "accession", "1969-03-26"),
        said("olemiss-signatories", "aus", "consent-to-be-bound", as_of="1968-11-18"),
    )
    assert roles(found)["olemiss-signatories"] == (Role.TOO_EARLY, "normal")


def test_reasoning_never_decides_against_a_statement() -> None:
    found = concluded(
        said("ecolex", "aus", "accession", "1969-03-26", at="gbr"),
        said("verdragenbank-003428-p", "aus", "ratification", "1968-01-01", evidence="inferred"),
    )
    assert (str(found.on), found.kind) == ("1969-03-26", "accession")
    assert roles(found)["verdragenbank-003428-p"] == (Role.FAULTY, "deprecated")


def test_reasoning_alone_makes_an_act_of_lowest_rank() -> None:
    found = concluded(said("olemiss-signatories", "aus", "consent-to-be-bound", evidence="derived"))
    assert found.inferred
    assert roles(found)["olemiss-signatories"] == (Role.STATUS, "deprecated")


def test_an_impossible_date_leaves_the_act_without_one() -> None:
    found = concluded(said("huggo-reconciled", "aus", "ratification", "1963-02-25"))
    assert (found.kind, found.on) == ("ratification", None)
    assert roles(found)["huggo-reconciled"] == (Role.EXISTENCE, "deprecated")


def test_no_act_is_concluded_from_what_cannot_have_been_done() -> None:
    found = concluded(said("unoosa-crp9-rev1-2026", "mne", "signature"), kind="signature")
    assert found.kind == ""


def test_a_succession_is_dated_by_notice_and_by_effect() -> None:
    found = concluded(
        said("huggo-reconciled", "mne", "succession", "2006-06-03"),
        said("ecolex", "mne", "consent-to-be-bound", "2006-12-12", at="gbr"),
    )
    assert (found.kind, str(found.on), str(found.effective)) == (
        "succession",
        "2006-12-12",
        "2006-06-03",
    )
    assert roles(found)["huggo-reconciled"] == (Role.EFFECT, "normal")


def test_a_succession_without_stated_effect_has_none() -> None:
    found = concluded(said("huggo-reconciled", "mne", "succession", "2006-12-12"))
    assert found.effective is None
    assert "No source dates the effect" in found.effect_words


def test_a_withdrawal_has_two_days() -> None:
    found = concluded(
        said("ecolex", "aus", "withdrawal", "2023-01-05", instrument="moon-agreement"),
        said("huggo-reconciled", "aus", "withdrawal", "2024-01-05", instrument="moon-agreement"),
        kind="withdrawal",
    )
    assert (str(found.on), str(found.effective)) == ("2023-01-05", "2024-01-05")
    assert roles(found)["huggo-reconciled"][0] is Role.EFFECT


def test_a_proven_slip_is_no_evidence_elsewhere() -> None:
    statements = [
        said("verdragenbank-003428-p", "aus", "ratification", "1967-10-10"),
        said("huggo-reconciled", "aus", "ratification", "1967-10-01"),
        said("huggo-reconciled", "can", "ratification", "1967-10-01"),
        said("ecolex", "can", "ratification", "1967-10-10", at="gbr"),
    ]
    canada = conclude(read_record(record(statements)))[1]
    assert str(canada.on) == "1967-10-10"
    assert roles(canada)["huggo-reconciled"] == (Role.FAULTY, "deprecated")


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_statements_does_not_matter(order: int) -> None:
    statements = [
        said("huggo-reconciled", "aus", "accession", "1983-12-30"),
        said("ecolex", "aus", "consent-to-be-bound", "1984-01-12", at="gbr"),
    ]
    assert str(concluded(*statements[::order]).on) == "1983-12-30"


def test_a_late_list_bounds_an_old_signature_by_the_end_of_signing() -> None:
    found = concluded(
        said("olemiss-signatories", "aus", "signature", as_of="2024-12-15"), kind="signature"
    )
    assert (found.on, str(found.not_after)) == (None, "1967-10-10")


def test_a_late_list_bounds_an_act_by_the_end_of_its_state() -> None:
    found = concluded(said("olemiss-signatories", "sun", "consent-to-be-bound"))
    assert str(found.not_after) == "1991-12-26"


def test_a_bare_membership_shows_consent_and_names_no_act() -> None:
    act = concluded(said("olemiss-signatories", "aus", "membership"))
    assert (act.kind, act.on, str(act.not_after)) == ("consent-to-be-bound", None, "2020-12-31")


def test_a_bare_membership_of_the_telecommunication_union_shows_no_consent() -> None:
    act = concluded(said("olemiss-signatories", "aus", "membership", instrument="itu-constitution"))
    assert act.kind == "membership"


def test_a_membership_does_not_set_aside_a_day_that_a_source_gives() -> None:
    act = concluded(
        said("verdragenbank-003428-p", "aus", "accession", "1986-12-30", evidence="inferred"),
        said("olemiss-signatories", "aus", "membership"),
    )
    assert (act.kind, str(act.on), act.inferred) == ("accession", "1986-12-30", True)
    assert {f.statement.kind: f.rank for f in act.findings} == {
        "accession": "deprecated",
        "membership": "normal",
    }


def test_a_consent_that_is_dated_by_its_effect_only_was_given_by_that_day() -> None:
    act = concluded(said("ecolex", "aus", "accession", effective="1998-06-11"))
    assert (act.on, str(act.effective), str(act.not_after)) == (None, "1998-06-11", "1998-06-11")


def test_a_withdrawal_that_is_dated_by_its_effect_only_has_that_effect() -> None:
    act = concluded(said("ecolex", "aus", "withdrawal", effective="2025-08-12"), kind="withdrawal")
    assert (act.on, str(act.effective), str(act.not_after)) == (None, "2025-08-12", "2020-12-31")


def test_a_source_that_tells_depositaries_apart_gives_the_earliest_deposit() -> None:
    # Ghana, test ban: the Polish gazette has three columns, Moscow's day is 18 months later.
    gazette = "verdragenbank-003428-p"
    found = concluded(
        said(gazette, "aus", "ratification", "1967-11-27", at="gbr"),
        said(gazette, "aus", "ratification", "1968-01-09", at="usa"),
        said(gazette, "aus", "ratification", "1969-05-31", at="rus"),
        said("huggo-reconciled", "aus", "ratification", "1968-01-09"),
        said("ecolex", "aus", "ratification", "1968-01-09"),
    )
    assert str(found.on) == "1967-11-27"
    days = {(f.statement.stated, f.role) for f in found.findings}
    assert days == {
        ("1967-11-27", Role.EXACT),
        ("1968-01-09", Role.ELSEWHERE),
        ("1969-05-31", Role.ELSEWHERE),
    }
