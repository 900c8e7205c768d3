from __future__ import annotations

from astropact.namespaces import thing
from astropact.reasoning.grouping import attribute, continued, group
from astropact.reasoning.model import read_record

from .samples import record, said

RUSSIA, SOVIET_UNION = thing("state", "rus"), thing("state", "sun")


def groups(*statements: str) -> dict[tuple[str, str], list[str]]:
    read = read_record(record(statements))
    pairs = [(statement, attribute(statement, read)) for statement in read.statements]
    return {
        (key.actor.rpartition("/")[2], key.family): [s.kind for s, _ in members]
        for key, members in group(pairs, read).items()
    }


def test_an_act_before_its_state_belongs_to_the_state_it_continues() -> None:
    read = read_record(record([said("ecolex", "rus", "ratification", "1967-10-10")]))
    attribution = attribute(read.statements[0], read)
    assert attribution.actor == SOVIET_UNION
    assert "present name Russia" in attribution.moved


def test_an_act_of_its_own_time_stays() -> None:
    read = read_record(record([said("ecolex", "rus", "ratification", "2001-03-27")]))
    assert attribute(read.statements[0], read).actor == RUSSIA


def test_only_continuation_passes_on_the_person_in_law() -> None:
    read = read_record(
        record([said("ecolex", "rus", "signature"), said("ecolex", "mne", "signature")])
    )
    assert continued(RUSSIA, read) == [SOVIET_UNION]
    assert continued(thing("state", "mne"), read) == []


def test_a_bare_status_of_the_continuing_state_joins_the_earlier_act() -> None:
    found = groups(
        said("huggo-reconciled", "sun", "ratification", "1967-10-10"),
        said("unoosa-crp9-rev1-2026", "rus", "consent-to-be-bound"),
    )
    assert found == {("sun", "consent"): ["ratification", "consent-to-be-bound"]}


def test_a_dated_act_of_the_continuing_state_stays_its_own() -> None:
    found = groups(
        said("huggo-reconciled", "sun", "ratification", "1967-10-10"),
        said("ecolex", "rus", "accession", "1995-01-01"),
    )
    assert set(found) == {("sun", "consent"), ("rus", "consent")}


def test_kinds_of_consent_are_one_family_and_signature_another() -> None:
    found = groups(
        said("ecolex", "aus", "ratification", "1967-10-10"),
        said("huggo-reconciled", "aus", "accession", "1967-10-10"),
        said("ecolex", "aus", "signature", "1967-01-27"),
    )
    assert {key: len(kinds) for key, kinds in found.items()} == {
        ("aus", "consent"): 2,
        ("aus", "signature"): 1,
    }
