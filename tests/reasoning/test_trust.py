from __future__ import annotations

from datetime import date

from astropact.namespaces import thing
from astropact.reasoning.model import Source, Statement
from astropact.reasoning.trust import independent, preferred, preferred_kind, work


def statement(slug: str, tier: int, day: str = "", kind: str = "ratification") -> Statement:
    return Statement(
        iri=thing("statement", f"{slug}-{day}-{kind}"),
        actor=thing("state", "aus"),
        instrument=thing("instrument", "outer-space-treaty"),
        kind=kind,
        source=Source(thing("source", slug), slug, tier),
        stated=day,
        on=date.fromisoformat(day) if day else None,
    )


def preferred_day(*statements: Statement) -> str:
    return str(preferred(statements, lambda s: s.on))


def test_the_tier_decides_before_the_number_of_sources() -> None:
    official = statement("verdragenbank-003428-p", 2, "2015-09-09")
    others = [statement(name, 4, "2013-06-12") for name in ("ecolex", "another", "third")]
    assert preferred_day(*others, official) == "2015-09-09"


def test_the_number_of_independent_sources_decides_within_a_tier() -> None:
    one = statement("ajil-1969", 5, "1967-01-27")
    two = [statement(name, 5, "1967-02-03") for name in ("fas-ost", "hansard-1968-11-18")]
    assert preferred_day(one, *two) == "1967-02-03"


def test_editions_of_one_work_are_one_witness() -> None:
    editions = [statement(name, 3) for name in ("huggo-reconciled", "huggo-additional")]
    assert independent(editions) == 1
    assert work(editions[0].source) == work(editions[1].source)
    assert independent([*editions, statement("ecolex", 4)]) == 2


def test_the_more_specific_statement_decides_among_equals() -> None:
    vague = statement("a", 4, "1967-01-01", "consent-to-be-bound")
    exact = statement("b", 4, "1967-01-02", "accession")
    assert preferred_day(vague, exact) == "1967-01-02"


def test_the_last_tie_goes_to_the_earlier_date() -> None:
    pair = statement("a", 4, "1967-01-02"), statement("b", 4, "1967-01-01")
    assert preferred_day(*pair) == "1967-01-01"


def test_no_statement_gives_no_value() -> None:
    assert preferred([statement("a", 1)], lambda s: s.on) is None


def test_unspecified_consent_supports_any_kind() -> None:
    kinds = [
        statement("unoosa-crp9-rev1-2026", 1, kind="consent-to-be-bound"),
        statement("huggo-reconciled", 3, kind="accession"),
    ]
    assert preferred_kind(kinds) == "accession"
    assert preferred_kind(kinds[:1]) == "consent-to-be-bound"
