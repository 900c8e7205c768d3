"""The verdict on one actor and one instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.catalog.bound import outline, verdict
from astropact.catalog.facts import Facts
from astropact.catalog.standings import Standings, read_standings
from astropact.namespaces import ID, thing

if TYPE_CHECKING:
    from astropact.catalog.bound_model import Verdict
    from astropact.store import Store


@pytest.fixture(scope="module")
def standings(store: Store) -> Standings:
    return read_standings(store)


def ask(
    store: Store,
    standings: Standings,
    actor: str,
    instrument: str,
    day: str,
    provision: str | None = None,
) -> Verdict:
    return verdict(
        store,
        standings,
        ID + actor,
        thing("instrument", instrument),
        day,
        provision=thing("provision", provision) if provision else None,
    )


def test_a_verdict_has_the_keys_of_its_form(store: Store, standings: Standings) -> None:
    found = ask(store, standings, "state/sau", "moon-agreement", "2023-06-01").at_version("1")
    data = found.to_json()
    assert list(data) == [
        "actor",
        "instrument",
        "provision",
        "on",
        "version",
        "verdict",
        "from",
        "until",
        "begin",
        "summary",
        "confidence",
        "chain",
        "disputes",
        "norms",
        "readings",
    ]
    assert (data["verdict"], data["from"], data["until"]) == ("bound", "2012-08-17", "2024-01-05")
    assert data["version"] == "1"
    assert "chain" not in found.to_json(chain=False)


def test_who_left_is_not_bound_because_of_its_withdrawal(
    store: Store, standings: Standings
) -> None:
    found = ask(store, standings, "state/sau", "moon-agreement", "2024-01-05")
    assert (found.verdict, found.start, found.end) == ("not-bound", "2024-01-05", "")
    assert any("withdrawal" in step.sentence for step in found.chain)
    assert not found.norms


def test_the_norms_are_those_of_the_provision(store: Store, standings: Standings) -> None:
    found = ask(
        store,
        standings,
        "state/chn",
        "outer-space-treaty",
        "2020-01-01",
        "outer-space-treaty/art-4-1",
    )
    assert found.provision is not None
    assert found.norms
    assert {norm.provision.iri for norm in found.norms} == {found.provision.iri}
    assert {norm.kind for norm in found.norms} == {"prohibition"}
    assert {norm.force for norm in found.norms} == {"legally binding"}
    whole = ask(store, standings, "state/chn", "outer-space-treaty", "2020-01-01")
    assert len(whole.norms) > len(found.norms)


def test_a_commitment_is_told_to_be_no_law(store: Store, standings: Standings) -> None:
    found = ask(store, standings, "state/usa", "artemis-accords", "2021-01-01")
    assert found.verdict == "committed"
    assert "not bound in law" in found.summary
    assert {norm.force for norm in found.norms} == {"political commitment"}


def test_who_stood_in_the_place_of_a_state_is_named(store: Store, standings: Standings) -> None:
    early = ask(store, standings, "state/rus", "outer-space-treaty", "1991-12-25")
    assert early.verdict == "not-bound"
    assert "the Soviet Union, which it continues, is bound" in early.summary
    assert any(step.kind == "succession" for step in early.chain)
    late = ask(store, standings, "state/ddr", "outer-space-treaty", "1990-10-03")
    assert "Germany, which it joined on 1990-10-03, is bound" in late.summary


def test_a_contested_verdict_says_between_which_days(store: Store, standings: Standings) -> None:
    found = ask(store, standings, "state/blr", "liability-convention", "2010-01-01")
    assert found.verdict == "contested"
    assert "for certain from 2024-12-15" in found.summary
    assert found.confidence is not None
    assert found.confidence.level == "low"
    later = ask(store, standings, "state/blr", "liability-convention", "2024-12-15")
    assert later.not_after == "2024-12-15"
    assert "the true first day is not known" in later.summary


def test_an_organisation_has_accepted_rights_and_obligations(
    store: Store, standings: Standings
) -> None:
    found = ask(store, standings, "org/esa", "registration-convention", "1990-01-01")
    assert found.verdict == "bound"
    assert "accepted the rights and obligations" in found.summary


def test_domestic_law_speaks_in_the_wording_of_the_day(store: Store, standings: Standings) -> None:
    early = ask(store, standings, "org/nasa", "wolf-amendment", "2011-05-01")
    late = ask(store, standings, "org/nasa", "wolf-amendment", "2019-01-01")
    assert early.verdict == late.verdict == "bound"
    assert {norm.remark for norm in early.norms} != {norm.remark for norm in late.norms}
    assert all(norm.remark.startswith("as worded in: ") for norm in early.norms)
    assert any(norm.kind == "prohibition" for norm in late.norms)
    other = ask(store, standings, "org/us-ostp", "wolf-amendment", "2011-05-01")
    only_other = {norm.iri for norm in other.norms} - {norm.iri for norm in early.norms}
    assert any(iri.endswith("-ostp") for iri in only_other), "each body has its own rules"


def test_what_came_after_the_newest_statement_is_marked(store: Store, standings: Standings) -> None:
    old = ask(store, standings, "state/sau", "moon-agreement", "2023-06-01")
    new = ask(store, standings, "state/aut", "moon-agreement", "2099-01-01")
    assert old.caveat == ""
    assert "newest statement" in new.caveat
    assert new.to_json()["caveat"] == new.caveat
    silent = ask(store, standings, "state/usa", "moon-agreement", "2026-01-01")
    assert "newest printed total counts 17 parties" in silent.caveat


def test_rival_readings_stand_beside_the_norms(store: Store, standings: Standings) -> None:
    found = ask(
        store,
        standings,
        "state/usa",
        "outer-space-treaty",
        "2020-01-01",
        "outer-space-treaty/art-2",
    )
    assert found.readings
    assert all(reading.gist and reading.sources for reading in found.readings)
    assert any(reading.holders for reading in found.readings)


def test_an_outline_agrees_with_the_whole(store: Store, standings: Standings) -> None:
    facts = Facts(store)
    for actor, text, day in (
        ("state/sau", "moon-agreement", "2023-06-01"),
        ("state/usa", "moon-agreement", "2020-01-01"),
        ("state/blr", "liability-convention", "2010-01-01"),
    ):
        facts.load([ID + actor, thing("instrument", text)])
        short = outline(facts, standings, ID + actor, thing("instrument", text), day)
        whole = ask(store, standings, actor, text, day)
        assert (short.verdict, short.start, short.end) == (whole.verdict, whole.start, whole.end)
        assert short.summary == whole.summary
        assert not short.chain


def test_a_political_text_binds_nobody_in_any_sentence(store: Store, standings: Standings) -> None:
    for actor, text, day in (
        ("state/chn", "artemis-accords", "2024-01-01"),
        ("state/cyp", "asat-test-commitment", "2023-08-10"),
        ("state/fin", "artemis-accords", "2020-11-01"),
    ):
        found = ask(store, standings, actor, text, day)
        assert found.verdict in ("not-bound", "contested")
        assert "bound by" not in found.summary
        assert "committed to the" in found.summary


def test_the_confidence_is_that_of_the_act_that_decides(store: Store, standings: Standings) -> None:
    before = ask(store, standings, "state/sau", "moon-agreement", "2012-08-16")
    after = ask(store, standings, "state/sau", "moon-agreement", "2024-01-05")
    assert before.confidence is not None
    assert after.confidence is not None
    assert (before.confidence.level, after.confidence.level) == ("high", "low")
    assert not any("withdrawal," in step.sentence for step in before.chain if step.kind == "act")


def test_a_dispute_on_kind_or_an_earlier_day_does_not_make_it_low(
    store: Store, standings: Standings
) -> None:
    found = ask(store, standings, "state/col", "outer-space-treaty", "2026-01-01")
    assert found.confidence is not None
    assert found.confidence.level == "medium"


def test_silence_on_a_former_state_proves_nothing(store: Store, standings: Standings) -> None:
    found = ask(store, standings, "state/csk", "registration-convention", "1985-01-01")
    assert found.verdict == "unknown"
    assert "succeeded to the text" in found.summary
    told = [step.sentence for step in found.chain if step.kind == "act"]
    assert any("Czechia: succession" in sentence for sentence in told)
    gone = ask(store, standings, "state/ddr", "registration-convention", "1985-01-01")
    assert gone.verdict == "unknown"


def test_a_succession_does_not_work_by_the_clause_on_deposits(
    store: Store, standings: Standings
) -> None:
    found = ask(store, standings, "state/cze", "outer-space-treaty", "1993-01-01")
    told = [step.sentence for step in found.chain if step.kind in ("clause", "effect")]
    assert not any("on deposit" in sentence for sentence in told)


def test_a_text_that_is_silent_on_organisations_is_open_to_states_only(
    store: Store, standings: Standings
) -> None:
    found = ask(store, standings, "org/esa", "outer-space-treaty", "2000-01-01")
    assert found.verdict == "not-bound"
    assert "open to states only" in found.summary
    assert any(step.kind == "clause" for step in found.chain)


def test_an_actor_that_the_united_nations_no_longer_counts_is_marked(
    store: Store, standings: Standings
) -> None:
    found = ask(store, standings, "state/twn", "outer-space-treaty", "2020-01-01")
    assert any("no longer counts" in step.sentence for step in found.chain)
    assert found.confidence is not None
    assert found.confidence.level != "high"


def test_consent_before_entry_into_force_is_told(store: Store, standings: Standings) -> None:
    found = ask(store, standings, "state/csk", "outer-space-treaty", "1967-06-01")
    assert found.verdict == "not-bound"
    assert found.end == "1967-10-10"
    assert any(step.kind == "act" for step in found.chain)


def test_organisations_are_not_counted_among_the_parties(
    store: Store, standings: Standings
) -> None:
    found = ask(store, standings, "state/omn", "registration-convention", "2017-06-01")
    organisations = {
        p.actor
        for p in standings.under(thing("instrument", "registration-convention"))
        if "/id/org/" in p.actor
    }
    assert organisations
    if found.caveat:
        number = int(found.caveat.partition("the record has ")[2].split()[0])
        total = int(found.caveat.partition("counts ")[2].split()[0])
        assert number <= total


def test_before_a_doubtful_begin_nothing_is_sure(store: Store, standings: Standings) -> None:
    day, text = "1989-12-31", thing("instrument", "liability-convention")
    absent = standings.grounds.absent
    actor = next(
        period.actor
        for period in standings.under(text)
        if period.standing == "contested"
        and absent(standings, period.actor, text, day)[1:] == ("before", period)
        and standings.at(period.actor, text, day) is None
    )
    found = verdict(store, standings, actor, text, day)
    assert "can have begun only on" in found.summary
    assert found.confidence is not None
    assert found.confidence.level == "low"
