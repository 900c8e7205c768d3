"""Lists that show no act dispute it and change nothing silently; lists that still show one too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.reasoning.model import read_record
from astropact.reasoning.reconcile import conclude
from astropact.reasoning.silence import opposed

from .samples import record, said

if TYPE_CHECKING:
    from astropact.reasoning.conclusion import Conclusion
    from astropact.reasoning.silence import Absence


def judged(*statements: str) -> tuple[dict[str, Conclusion], list[Absence]]:
    """The conclusions by family, and what became of the lists that show no act."""
    known = read_record(record(statements))
    conclusions, absences = opposed(conclude(known), known)
    return {one.key.family: one for one in conclusions}, absences


def absent(source: str, actor: str, as_of: str) -> str:
    """A list that shows no act of ``actor``."""
    return said(source, actor, "no-act", as_of=as_of)


def test_a_more_trusted_list_makes_an_act_doubtful_and_leaves_it_standing() -> None:
    acts, absences = judged(
        said("huggo-reconciled", "aus", "accession", "1978-07-07"),
        absent("unoosa-crp9-rev1-2026", "aus", "2026-01-01"),
    )
    act = acts["consent"]
    assert str(act.on) == "1978-07-07"
    assert [one.statement.source.tier for one in act.against] == [1]
    assert "shows no act of Australia" in act.against[0].words
    assert "trusted more (tier 1 before 3), so it is doubtful" in act.against[0].words
    assert [one.rank for one in absences] == ["normal"]
    # The statement for the act keeps the rank that it has without the list.
    assert [finding.rank for finding in act.findings] == ["preferred"]


def test_an_official_source_rules_out_a_list_that_shows_nothing() -> None:
    acts, absences = judged(
        said("verdragenbank-003428-p", "aus", "accession", "1978-07-07"),
        absent("olemiss-signatories", "aus", "2020-01-01"),
    )
    assert "but is trusted less (tier 5 after 2)" in acts["consent"].against[0].words
    assert [one.rank for one in absences] == ["deprecated"]
    assert "which the official sources rule out" in absences[0].words


@pytest.mark.parametrize(
    "statement",
    [
        said("huggo-reconciled", "aus", "accession", "1999-07-07"),
        said("huggo-reconciled", "can", "accession", "1978-07-07"),
        said("huggo-reconciled", "aus", "accession", as_of="2020-01-01"),
    ],
    ids=["later act", "another actor", "undated act of a later list"],
)
def test_a_list_disputes_only_what_was_done_by_its_day(statement: str) -> None:
    acts, absences = judged(statement, absent("unoosa-crp9-rev1-2026", "aus", "1990-01-01"))
    assert acts["consent"].against == ()
    assert absences[0].words == "Shows no act, and the record has none of an earlier day"


def test_a_signature_is_disputed_only_where_nothing_followed_it() -> None:
    signed = said("huggo-reconciled", "aus", "signature", "1967-01-27")
    bound = said("huggo-reconciled", "aus", "ratification", "1967-10-10")
    none = absent("unoosa-crp9-rev1-2026", "aus", "2026-01-01")
    assert judged(signed, none)[0]["signature"].against
    acts, _ = judged(signed, bound, none)
    assert acts["signature"].against == ()
    assert acts["consent"].against


def test_nobody_expects_in_a_list_an_actor_that_has_left() -> None:
    acts, _ = judged(
        said("huggo-reconciled", "aus", "accession", "1978-07-07"),
        said("huggo-reconciled", "aus", "withdrawal", "2000-01-01"),
        absent("unoosa-crp9-rev1-2026", "aus", "2026-01-01"),
    )
    assert acts["consent"].against == ()


def test_an_undated_consent_came_before_the_withdrawal() -> None:
    acts, _ = judged(
        said("bernama-2513393", "aus", "membership", as_of="2020-12-31"),
        said("huggo-reconciled", "aus", "withdrawal", "2000-01-01"),
    )
    assert str(acts["consent"].not_after) == "2000-01-01"


def test_a_list_of_members_after_the_withdrawal_disputes_it() -> None:
    acts, _ = judged(
        said("huggo-reconciled", "aus", "accession", "1978-07-07"),
        said("huggo-reconciled", "aus", "withdrawal", "2000-01-01"),
        said("olemiss-signatories", "aus", "membership", as_of="2020-12-31"),
        said("bernama-2513393", "aus", "membership", as_of="1999-12-31"),
    )
    words = [one.words for one in acts["withdrawal"].against]
    assert words == ["The University of Mississippi still lists it on 2020-12-31"]
