"""The data sets that the record links to, and what their identifiers look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from astropact.namespaces import AP, SKOS


@dataclass(frozen=True)
class Dataset:
    """Another data set: the form of its identifiers and the property that holds them."""

    slug: str
    title: str
    home: str
    prefix: str
    """The prefix of its identifiers in CURIEs, as SSSOM writes them."""
    namespace: str
    form: re.Pattern[str]
    """What follows the namespace (or the whole value of a literal identifier)."""
    property: str = ""
    """The property whose literal value is the identifier; empty where links are IRIs."""

    def identifier_of(self, target: str) -> str | None:
        """The identifier in ``target``, an IRI or a literal; None if it belongs elsewhere."""
        if self.property:
            return target
        return target[len(self.namespace) :] if target.startswith(self.namespace) else None


MATCHES: Final = tuple(SKOS + name for name in ("exactMatch", "closeMatch", "relatedMatch"))

DATASETS: Final = {
    item.slug: item
    for item in (
        Dataset(
            "wikidata",
            "Wikidata",
            "https://www.wikidata.org/",
            "wikidata",
            "http://www.wikidata.org/entity/",
            re.compile(r"Q[1-9]\d*"),
        ),
        Dataset(
            "geonames",
            "GeoNames",
            "https://www.geonames.org/",
            "geonames",
            "https://sws.geonames.org/",
            re.compile(r"[1-9]\d*/"),
        ),
        Dataset(
            "dbpedia",
            "DBpedia",
            "https://www.dbpedia.org/",
            "dbpedia",
            "http://dbpedia.org/resource/",
            re.compile(r"[^\s/#?]+(/[^\s#?]+)?"),
        ),
        Dataset(
            "eu-authority",
            "Country authority list of the EU Publications Office",
            "https://op.europa.eu/en/web/eu-vocabularies",
            "eucountry",
            "http://publications.europa.eu/resource/authority/country/",
            re.compile(r"[A-Z0-9]{3,4}"),
        ),
        Dataset(
            "ror",
            "Research Organization Registry",
            "https://ror.org/",
            "ror",
            "https://ror.org/",
            # A zero, six Crockford base-32 characters, two check digits (ror.org, identifiers).
            re.compile(r"0[a-hj-km-np-tv-z0-9]{6}\d{2}"),
        ),
        Dataset(
            "gcat",
            "General Catalog of Artificial Space Objects, organisations",
            "https://planet4589.org/space/gcat/",
            "gcat",
            "",
            re.compile(r"[A-Z0-9][A-Z0-9-]*"),
            AP + "gcatCode",
        ),
        Dataset(
            "unts",
            "United Nations Treaty Series, registration numbers",
            "https://treaties.un.org/",
            "unts",
            "",
            re.compile(r"[1-9]\d*"),
            AP + "untsRegistration",
        ),
    )
}


def ror_is_valid(identifier: str) -> bool:
    """Whether the two check digits of a ROR identifier fit (ISO/IEC 7064, MOD 97-10)."""
    if not DATASETS["ror"].form.fullmatch(identifier):
        return False
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    value = 0
    for character in identifier[1:7]:
        value = value * 32 + alphabet.index(character)
    return 98 - (value * 100) % 97 == int(identifier[7:])
