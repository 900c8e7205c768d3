"""The links of the record as a table in the Simple Standard for Sharing Ontology Mappings.

The TSV form of SSSOM (https://mapping-commons.github.io/sssom/spec-formats-tsv/): metadata as YAML
in comment lines, then one row for each link and each piece of its evidence.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from astropact.linking.datasets import DATASETS
from astropact.linking.links import Evidence, Link
from astropact.namespaces import BASE, DATASET, PREFIXES, SEMAPV, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MEDIA_TYPE: Final = "text/tab-separated-values"
COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "object_type",
    "mapping_justification",
    "subject_match_field",
    "object_match_field",
    "match_string",
    "mapping_source",
    "object_source",
)
_UNTOLD: Final = SEMAPV + "UnspecifiedMatching"
_NAMESPACES: Final = {
    **PREFIXES,
    **{item.prefix: item.namespace for item in DATASETS.values() if item.namespace},
}


def to_sssom(
    links: Sequence[Link], labels: Mapping[str, str], *, version: str, modified: str
) -> str:
    """The links as SSSOM/TSV.

    ``labels`` gives the English label of a thing by its IRI; ``version`` and ``modified`` describe
    the record that the links come from.
    """
    out = io.StringIO()
    for line in _metadata(links, version, modified):
        out.write(f"#{line}\n")
    table = csv.DictWriter(out, COLUMNS, delimiter="\t", lineterminator="\n")
    table.writeheader()
    for link in links:
        table.writerows(_rows(link, labels))
    return out.getvalue()


def _metadata(links: Sequence[Link], version: str, modified: str) -> Iterator[str]:
    used = {_curie_prefix(text) for link in links for text in _iris(link)} - {""}
    yield "curie_map:"
    for prefix in sorted(used):
        yield f'  {prefix}: "{_NAMESPACES[prefix]}"'
    yield f'mapping_set_id: "{BASE}links.sssom.tsv"'
    yield 'mapping_set_title: "Links of Astropact to other data sets"'
    yield f'mapping_set_version: "{version}"'
    yield f'subject_source: "{DATASET}"'
    yield 'license: "https://creativecommons.org/licenses/by/4.0/"'
    yield f'publication_date: "{modified}"'


def _iris(link: Link) -> Iterator[str]:
    yield shorten(link.subject)
    yield shorten(link.predicate)
    yield _object(link)
    for item in link.evidence:
        yield from map(shorten, item.sources)
    yield "semapv:"


def _curie_prefix(text: str) -> str:
    prefix = text.partition(":")[0]
    return prefix if prefix in _NAMESPACES else ""


def _object(link: Link) -> str:
    # A literal identifier has no IRI: SSSOM then leaves the id empty and labels the literal.
    return "" if link.dataset.property else f"{link.dataset.prefix}:{link.identifier}"


def _rows(link: Link, labels: Mapping[str, str]) -> Iterator[dict[str, str]]:
    untold = Evidence("", (), _UNTOLD, "", "", "")
    for item in link.evidence or (untold,):
        yield {
            "subject_id": shorten(link.subject),
            "subject_label": labels.get(link.subject, ""),
            "predicate_id": shorten(link.predicate),
            "object_id": _object(link),
            "object_label": link.identifier if link.dataset.property else "",
            "object_type": "rdfs literal" if link.dataset.property else "",
            "mapping_justification": shorten(item.justification),
            "subject_match_field": item.subject_field,
            "object_match_field": item.object_field,
            "match_string": item.match,
            # SSSOM parts several values of one slot by a bar.
            "mapping_source": "|".join(map(shorten, item.sources)),
            "object_source": link.dataset.home,
        }
