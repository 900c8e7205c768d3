"""Norms of instruments on the shipped record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.catalog.norms import norms_of
from astropact.namespaces import AP, thing

if TYPE_CHECKING:
    from astropact.store import Store


def test_norms_come_in_the_order_of_the_text(store: Store) -> None:
    norms = norms_of(store, thing("instrument", "outer-space-treaty"))
    assert len(norms) == len({norm.iri for norm in norms}) > 40
    articles = [
        int(norm.iri.partition("/art-")[2].partition("-")[0].partition("/")[0]) for norm in norms
    ]
    assert articles == sorted(articles)
    assert articles[-1] > 9
    ban = next(norm for norm in norms if "/art-2" in norm.iri)
    assert (ban.kind.iri, ban.provision.label) == (
        AP + "Prohibition",
        "Outer Space Treaty, Article II",
    )
    assert ban.bearer
    assert ban.gist


def test_an_instrument_without_norms(store: Store) -> None:
    assert norms_of(store, thing("instrument", "arabsat-agreement")) == ()
