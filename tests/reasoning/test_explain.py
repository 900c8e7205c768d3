from __future__ import annotations

from astropact.reasoning import explain
from astropact.reasoning.model import read_record
from astropact.reasoning.reconcile import conclude

from .samples import record, said


def reasons(*statements: str) -> tuple[str, dict[str, str]]:
    (conclusion,) = conclude(read_record(record(statements)))
    ranks = {
        f.statement.source.iri.rpartition("/")[2]: explain.rank(f, conclusion)
        for f in conclusion.findings
    }
    return explain.act(conclusion), ranks


def test_the_reason_names_who_decided_who_agrees_and_the_effect() -> None:
    act, ranks = reasons(
        said("untc-xxiv-2", "aus", "accession", "1986-07-07", instrument="moon-agreement"),
        said("ecolex", "aus", "accession", "1986-07-07", instrument="moon-agreement"),
        said("olemiss-signatories", "aus", "consent-to-be-bound", instrument="moon-agreement"),
    )
    assert act == (
        "Accession on 1986-07-07, as the UN Treaty Collection states; ECOLEX agrees; the "
        "University of Mississippi lists it without a date. It took effect on 1986-08-06, the "
        "thirtieth day after the deposit."
    )
    assert ranks["untc-xxiv-2"] == "The most trusted source for what the record concludes."


def test_the_reason_tells_another_deposit_from_a_dispute() -> None:
    act, _ = reasons(
        said("huggo-reconciled", "aus", "accession", "1983-12-30"),
        said("ecolex", "aus", "accession", "1984-01-12", at="gbr"),
    )
    assert "ECOLEX has the London deposit of 1984-01-12, while the earliest deposit binds." in act


def test_a_dispute_says_which_step_of_trust_decided() -> None:
    act, ranks = reasons(
        said("verdragenbank-003428-p", "aus", "accession", "2015-09-09"),
        said("ecolex", "aus", "accession", "2013-06-12", at="gbr"),
    )
    said_so = "Verdragenbank is trusted more (tier 2 before 4)"
    assert f"ECOLEX has 2013-06-12, but {said_so}." in act
    assert ranks["ecolex"] == f"Gives another date than 2015-09-09: {said_so}."


def test_a_rule_and_a_source_that_differ_on_the_effect_are_reported() -> None:
    act, _ = reasons(
        said("ecolex", "aus", "ratification", "1967-10-10", at="gbr", effective="1976-10-10")
    )
    assert "(a source has 1976-10-10, which the rule excludes)" in act


def test_continuation_is_told() -> None:
    act, ranks = reasons(
        said("ecolex", "sun", "ratification", "1967-10-10"),
        said("unoosa-crp9-rev1-2026", "rus", "consent-to-be-bound"),
    )
    words = "Russia continues the Soviet Union, so its status rests on the act of the Soviet Union"
    assert words in act
    assert words in ranks["unoosa-crp9-rev1-2026"]


def test_inference_is_told() -> None:
    act, _ = reasons(said("ecolex", "aus", "accession", "1986-12-30", evidence="inferred"))
    assert "inferred by the collector" in act


def test_an_inferred_kind_is_not_an_inferred_day() -> None:
    act, ranks = reasons(said("ecolex", "aus", "accession", "1986-12-30", evidence="inferred"))
    assert ranks["ecolex"].startswith("Its kind of act was inferred")
    assert "gives the day only; the kind of act was inferred by the collector" in act


def test_an_inferred_act_is_told() -> None:
    act, _ = reasons(said("ecolex", "aus", "accession", evidence="inferred"))
    assert "This was inferred by the collector; no source states it" in act


def test_a_single_news_item_is_called_doubtful() -> None:
    act, _ = reasons(
        said("bernama-2513393", "aus", "consent-to-be-bound", "2025-09-26"),
        said("unoosa-crp9-rev1-2026", "aus", "consent-to-be-bound", as_of="2026-01-01"),
    )
    assert "The date rests on one source of the lowest trust and is doubtful" in act


def test_a_lone_witness_is_told() -> None:
    lone = said("huggo-reconciled", "aus", "accession", "1978-07-07")
    alone, _ = reasons(lone)
    confirmed, _ = reasons(lone, said("olemiss-signatories", "aus", "consent-to-be-bound"))
    official, _ = reasons(said("verdragenbank-003428-p", "aus", "accession", "1978-07-07"))
    words = "No other source in the record has this act."
    assert [words in text for text in (alone, confirmed, official)] == [True, False, False]


def test_who_dates_an_act_is_told_apart_from_who_names_it() -> None:
    act, _ = reasons(
        said("ecolex", "mne", "consent-to-be-bound", "2006-12-12", at="gbr"),
        said("huggo-reconciled", "mne", "succession", "2006-06-03"),
    )
    assert act.startswith(
        "Succession on 2006-12-12: ECOLEX gives the date and HUGGO the kind of act."
    )


def test_one_source_with_two_dates_is_named_as_one() -> None:
    act, _ = reasons(
        said("verdragenbank-003428-p", "aus", "ratification", "2024-03-21"),
        said("verdragenbank-003428-b", "aus", "ratification", "2024-04-15"),
    )
    assert "Verdragenbank also has 2024-04-15" in act


def test_only_the_date_of_a_misdated_act_is_set_aside() -> None:
    act, _ = reasons(said("ecolex", "aus", "signature", "1976-01-31"))
    assert "The date that ECOLEX has is not relied upon because 1976-01-31 is after" in act
