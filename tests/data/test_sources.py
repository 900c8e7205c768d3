"""Every fact of the record leads to a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.namespaces import AP, DCTERMS, ID, PROV

if TYPE_CHECKING:
    from astropact.store import Store

# What is no fact: sources themselves, versions of the record, and the rules, checks and triples
# that verdicts point to.
NO_FACTS = {"check", "evidence", "rule", "source", "version"}
# How a thing leads to its sources, directly or over the statements it was concluded from.
LEADS = (
    DCTERMS + "source",
    AP + "statedIn",
    AP + "supportedBy",
    AP + "mentionedIn",
    PROV + "wasDerivedFrom",
)


def test_everything_that_is_described_names_where_it_comes_from(store: Store) -> None:
    ways = "|".join(f"<{iri}>" for iri in LEADS)
    rows = store.query(
        f"""SELECT DISTINCT ?thing {{
          ?thing a ?class FILTER(STRSTARTS(STR(?thing), "{ID}"))
          MINUS {{ ?thing {ways} ?source }}
          MINUS {{ ?thing a <{AP}FormerStatement> }}  # its former wording names its source
        }} ORDER BY ?thing"""
    ).rows()
    found = [row["thing"].value for row in rows]
    assert [t for t in found if t.removeprefix(ID).partition("/")[0] not in NO_FACTS] == []


def test_every_source_that_is_named_is_described(store: Store) -> None:
    rows = store.query(
        f"""PREFIX ap: <{AP}> SELECT DISTINCT ?source {{
          ?thing <{DCTERMS}source>|ap:statedIn ?source
          FILTER(STRSTARTS(STR(?source), "{ID}source/"))
          MINUS {{ ?source ap:trustTier ?tier }}
        }}"""
    ).rows()
    assert [row["source"].value for row in rows] == []
