"""How answers name actors and texts in a sentence."""

from __future__ import annotations

import re
from typing import Final

# Names of states and bodies that English gives an article: by how they begin, or how they end.
_BEGIN: Final = re.compile(
    r"(?:United |Soviet |German Democratic |Federal |Federated |Republic |Democratic |Central "
    r"African |Dominican Republic|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Holy "
    r"See|European |National |International |Arab |Asia-Pacific |Inter|Ministry |Office )"
)
_END: Final = re.compile(r"(?: Islands| Republic| Union| Agency| Organi[sz]ation| Administration)$")
_INTER: Final = re.compile(r"Inter(?!national |governmental |-)")
_POLITICAL: Final = "political-commitment"


def with_article(name: str) -> str:
    """The name of an actor as it stands inside a sentence: the United States, France."""
    if name.startswith("the ") or _INTER.match(name):
        return name
    return f"the {name}" if _BEGIN.match(name) or _END.search(name) else name


def capital(sentence: str) -> str:
    """The sentence with a capital at its begin."""
    return sentence[:1].upper() + sentence[1:]


def lower(text: str) -> str:
    """A text that goes on after a colon."""
    return text[:1].lower() + text[1:]


def relation(force: str) -> str:
    """What stands between an actor and a text: a political text binds nobody."""
    return "committed to" if force == _POLITICAL else "bound by"
