"""The reasons in words (``ap:because``), put together from the facts that decided.

Sources are named by the short form of their label, dates are ISO days.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from astropact.namespaces import ID, thing
from astropact.reasoning.model import UNSPECIFIED
from astropact.reasoning.trust import best_tier, work

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from astropact.reasoning.model import Source, Statement

_KINDS: Final = {
    "consent-to-be-bound": "consent to be bound",
    "declaration-of-acceptance": "declaration of acceptance",
    "provisional-application": "provisional application",
}
_CITIES: Final = {
    thing("state", "gbr"): "London",
    thing("state", "usa"): "Washington",
    thing("state", "sun"): "Moscow",
    thing("state", "rus"): "Moscow",
}
# How a reader knows the sources met most often, by the start of their slugs.
_KNOWN: Final = {
    "ajil-1969": "AJIL (1969)",
    "anacom-": "ANACOM",
    "apsco-history": "a history of APSCO",
    "adilet-": "a Kazakh law text",
    "bgbl-": "the Austrian gazette",
    "cia-factbook-2026": "the World Factbook",
    "crp25-2019": "a paper of Intersputnik",
    "dfat-": "the Australian Treaties Database",
    "dtkt-": "a Ukrainian text of the treaty",
    "dz-u-": "the Polish gazette",
    "ecolex": "ECOLEX",
    "esa-new-member-states": "the European Space Agency",
    "esa-convention-page": "the European Space Agency",
    "fas-ost": "the list of the Federation of American Scientists",
    "espi-enlargement-2013": "a study of the European Space Policy Institute",
    "eutelsat-igo-": "EUTELSAT IGO",
    "hansard-1968-11-18": "Hansard (1968)",
    "huggo-": "HUGGO",
    "ieadb-": "the IEA Database",
    "iasl-moon-thread": "the Institute of Air and Space Law",
    "ilm-intelsat-1971": "International Legal Materials",
    "imso-assembly-": "IMSO",
    "italy-paris-eutelsat": "the Italian mission in Paris",
    "jaxa-intercosmos": "JAXA",
    "lawinsider-moon": "Law Insider",
    "macao-9-2008-": "a notice of Macao",
    "legilux-": "the Luxembourg gazette",
    "leybook-22754": "a Nicaraguan decree",
    "nau-space-law-textbook": "a Kyiv textbook",
    "olemiss-signatories": "the University of Mississippi",
    "pravda-latvia-": "a news item of 24 May 2025",
    "ris-": "the Austrian law collection",
    "sb-1978-2": "the Czechoslovak gazette",
    "sr-0-": "the Swiss compilation of laws",
    "sops-": "the Finnish treaty series",
    "trb-": "the Dutch treaty series",
    "tubitak-19492": "TÜBİTAK",
    "uchet-": "a Kazakh law text",
    "uk-treaties-online": "UK Treaties Online",
    "unesco-brussels-parties": "UNESCO",
    "unoda-": "the UN disarmament database",
    "unoosa-crp9-rev1-2026": "UNOOSA (2026)",
    "untc-": "the UN Treaty Collection",
    "unts-": "the UN Treaty Series",
    "verdragenbank-": "Verdragenbank",
}
_WITH_ARTICLE: Final = re.compile(
    r"\b(?:Union|Republic|Kingdom|Federation|Emirates|States|Nations|Ministry|Institute|Agency|Organization|University|Mission|Council|Government)\b"
)
_SHORT: Final = re.compile(r"\s*[(,:;].*$")
_MOST_NAMES: Final = 3


def kind_words(kind: str) -> str:
    """A kind of act in running text."""
    return _KINDS.get(kind, kind)


def source_name(source: Source) -> str:
    """A short name: the usual one, else the publisher, else the start of the label."""
    slug = source.iri.removeprefix(f"{ID}source/")
    for start, name in _KNOWN.items():
        if slug.startswith(start):
            return name
    if source.publisher:
        return actor_name(source.publisher)
    return _SHORT.sub("", source.label) or source.label


def names(statements: Iterable[Statement]) -> str:
    """The sources of some statements, each once, the most trusted first."""
    ordered = sorted(statements, key=lambda s: (s.source.tier, s.source.label))
    unique = list(dict.fromkeys(source_name(s.source) for s in ordered))
    return listing(unique)


def listing(items: Sequence[str]) -> str:
    """Items as a phrase: "a", "a and b", "a, b and 2 others"."""
    if len(items) > _MOST_NAMES:
        rest = len(items) - _MOST_NAMES + 1
        items = [*items[: _MOST_NAMES - 1], f"{rest} others"]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def cities(depositaries: Iterable[str]) -> str:
    """Where these depositary governments receive deposits."""
    found = sorted({_CITIES[one] for one in depositaries if one in _CITIES})
    return listing(found) if found else ""


def deciding(
    value: str,
    supporters: Sequence[Statement],
    lists: Sequence[Statement],
    *,
    verb: str,
    named: Sequence[Statement] = (),
) -> str:
    """The first sentence: what was concluded, who decided it, who agrees, with date or without.

    ``named`` are those who tell the kind of act where the others tell its date only.
    """
    top = best_tier(supporters)
    deciders = [s for s in supporters if s.source.tier == top]
    decided = {work(s.source) for s in deciders}
    also = [s for s in supporters if work(s.source) not in decided]
    if named:
        give = "gives" if _single(deciders) else "give"
        text = f"{value}: {names(deciders)} {give} the date and {names(named)} the kind of act"
    else:
        text = f"{value}, as {names(deciders)} {verb}{'s' if _single(deciders) else ''}"
    if also:
        text += f"; {names(also)} agree{'s' if _single(also) else ''}"
    if lists:
        text += f"; {names(lists)} list{'s' if _single(lists) else ''} it without a date"
    return text + "."


def _single(statements: Iterable[Statement]) -> bool:
    return len({source_name(s.source) for s in statements}) == 1


def what(kind: str) -> str:
    """A kind of act at the start of a sentence."""
    if kind == UNSPECIFIED:
        return "Consent to be bound (no source says in which form)"
    words = kind_words(kind)
    return words[0].upper() + words[1:]


def upper_first(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def actor_name(label: str) -> str:
    """The label of a state in running text, with the article where English asks for one."""
    return f"the {label}" if _WITH_ARTICLE.search(label) else label
