"""The lists of votes and texts fit together."""

from __future__ import annotations

from astropact.importers import vote_details as details
from astropact.importers.vote_sources import CITED

BALLOTS = [*details.BALLOTS, *(ballot for ballot, _ in details.BARE)]
KNOWN = {cited.slug for cited in CITED}


def test_every_ballot_is_on_a_text_and_every_text_has_a_ballot() -> None:
    texts = {text.slug for text in details.TEXTS}
    assert {ballot.text for ballot in BALLOTS} == texts
    assert len(texts) == len(details.TEXTS)
    assert len({ballot.slug for ballot in BALLOTS}) == len(BALLOTS)
    assert len({ballot.key for ballot in BALLOTS}) == len(BALLOTS)


def test_what_is_referred_to_is_there() -> None:
    slugs = {ballot.slug for ballot in BALLOTS}
    assert {slug for slug, _ in details.CHOICES} <= slugs
    assert set(details.EVENTS.values()) <= slugs
    assert {day[0] for day in details.RIVAL_DAYS} <= slugs
    assert {ballot.forum for ballot in BALLOTS} == set(details.ORGANS)


def test_every_text_names_its_sources() -> None:
    for text in details.TEXTS:
        assert text.sources, text.slug
        assert set(text.sources) <= KNOWN, text.slug


def test_a_draft_was_not_adopted_by_the_plenary() -> None:
    drafts = {text.slug for text in details.TEXTS if text.draft}
    for ballot in BALLOTS:
        assert not (ballot.text in drafts and ballot.forum == details.ASSEMBLY), ballot.slug
