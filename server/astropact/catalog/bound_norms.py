"""The norms that a verdict calls up, and the rival readings of their provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astropact.catalog.bound_chain import SOURCE, cite_sources
from astropact.catalog.bound_model import BoundNorm, BoundReading
from astropact.catalog.facts import Facts, ap
from astropact.catalog.labels import PROLOGUE, Name
from astropact.catalog.norms import norms_where
from astropact.namespaces import concept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from astropact.catalog.norms import Norm
    from astropact.store.base import Store

# Roles of those whom a norm names, which nobody else can fill: a pledge binds who gave it.
_NAMED: Final = frozenset(
    concept("norm-role", role) for role in ("named-body", "named-state", "pledging-state")
)
# Roles of offices and bodies under a text, which no party fills.
_OFFICES: Final = frozenset(
    concept("norm-role", role)
    for role in (
        "claims-commission",
        "claims-commission-chairman",
        "international-regime",
        "review-conference",
        "secretary-general",
    )
)


def norms_under(store: Store, instrument: str, provision: str = "") -> tuple[Norm, ...]:
    """The norms of an instrument, or of one passage, in the order of its passages."""
    return norms_where(store, instruments=[instrument], provision=provision or None)


def addresses(norm: Norm, actor: str) -> bool:
    """Whether a norm can address an actor: one that names others alone does not.

    Nor does one that speaks to an office alone, such as the Secretary-General.
    """
    roles = {role.iri for role in norm.bearer_roles}
    if any(actor == bearer.iri for bearer in norm.bearers):
        return True
    if norm.bearers:
        return bool(roles - _NAMED)
    return not roles or bool(roles - _OFFICES)


def bound_norm(norm: Norm, force: str, remark: str = "") -> BoundNorm:
    """A norm as an answer tells it; ``force`` is the force of its instrument in words."""
    return BoundNorm(
        iri=norm.iri,
        provision=norm.provision,
        kind=norm.kind.label,
        bearer=norm.bearer,
        counterparty=norm.counterparty,
        conduct=norm.conduct,
        condition=norm.condition,
        gist=norm.gist,
        force=force,
        hortatory=norm.hortatory,
        remark=remark,
    )


def readings_of(store: Store, provisions: Mapping[str, Name]) -> tuple[BoundReading, ...]:
    """The rival readings of the given provisions, by provision and IRI."""
    rows = store.query(
        PROLOGUE + "SELECT ?reading ?provision { ?reading ap:readingOf ?provision }"
    ).rows()
    held = {
        row["reading"].value: provisions[row["provision"].value]
        for row in rows
        if row["provision"].value in provisions
    }
    facts = Facts(store)
    facts.load(held)
    facts.load(
        value
        for reading in held
        for name in (ap("heldBy"), ap("onQuestion"), ap("statedIn"), SOURCE)
        for value in facts.links(reading, name)
    )
    found = [
        BoundReading(
            iri=reading,
            provision=provision,
            holders=facts.text(reading, ap("holderText"))
            or ", ".join(facts.label(who) for who in facts.links(reading, ap("heldBy"))),
            gist=facts.text(reading, ap("note")) or facts.label(reading),
            question=facts.label(facts.text(reading, ap("onQuestion"))),
            sources=tuple(
                cite_sources(
                    facts,
                    [*facts.facts(reading, SOURCE), *facts.facts(reading, ap("statedIn"))],
                )
            ),
        )
        for reading, provision in held.items()
    ]
    return tuple(sorted(found, key=lambda reading: (reading.provision.label, reading.iri)))
