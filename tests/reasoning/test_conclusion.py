"""A part in an act either supports or disputes it."""

from __future__ import annotations

import pytest

from astropact.reasoning.conclusion import SUPPORT, Role
from astropact.reasoning.model import read_record
from astropact.reasoning.reconcile import conclude

from .samples import record, said


@pytest.mark.parametrize("role", Role)
def test_every_part_supports_or_disputes(role: Role) -> None:
    assert role.supports is (role in SUPPORT)
    assert role.disputes is not role.supports


def test_statements_are_found_by_their_part() -> None:
    (act,) = conclude(
        read_record(
            record(
                [
                    said("verdragenbank-003428-p", "aus", "accession", "1978-07-07"),
                    said("huggo-reconciled", "aus", "accession", "1981-07-07"),
                    said("olemiss-signatories", "aus", "consent-to-be-bound"),
                ]
            )
        )
    )
    tiers = {role: [s.source.tier for s in act.statements(role)] for role in Role}
    assert (tiers[Role.EXACT], tiers[Role.OTHER_DATE], tiers[Role.STATUS]) == ([2], [3], [5])
