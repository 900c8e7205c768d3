"""Participation tables become one statement per source, on rows taken from the real tables."""

from __future__ import annotations

import csv
import random
from datetime import date
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from astropact import namespaces
from astropact.errors import InputError, RecordFault
from astropact.importers.participation import (
    SOURCES_FILE,
    ParticipationReport,
    import_participation,
)
from astropact.importers.participation_dates import READ_BY
from astropact.rdf.canonical import to_turtle

AP = Namespace(namespaces.AP)
SAMPLES = Path(__file__).parent / "samples"
TABLE = SAMPLES / "participation.csv"
MORE = SAMPLES / "participation_more.csv"
# The empty cell of the one list in the sample that is known to have one.
SOLOMON_ISLANDS = "unoosa-crp9-rev1-2026-ost-slb-no-act"

Made = tuple[dict[str, Graph], ParticipationReport]


@pytest.fixture(scope="module")
def made(root: Path) -> Made:
    return import_participation([TABLE], root=root)


@pytest.fixture(scope="module")
def graph(made: Made) -> Graph:
    whole = Graph()
    for part in made[0].values():
        whole += part
    return whole


def statement(slug: str) -> URIRef:
    return URIRef(namespaces.thing("statement", slug))


def told(graph: Graph, slug: str) -> dict[str, str]:
    """Every property of a statement by the end of its IRI; several values joined."""
    values: dict[str, list[str]] = {}
    for predicate, value in graph.predicate_objects(statement(slug)):
        text = str(value) if isinstance(value, Literal) else str(value).rsplit("/", 1)[1]
        values.setdefault(str(predicate).rsplit("#", 1)[1], []).append(text)
    assert values, f"no statement {slug}"
    return {name: " | ".join(sorted(texts)) for name, texts in values.items()}


def test_every_row_is_traceable_to_one_statement_per_source(made: Made) -> None:
    graphs, report = made
    with TABLE.open(encoding="utf-8", newline="") as stream:
        cited = {
            line: len(row["source_url"].split(" ; "))
            for line, row in enumerate(csv.DictReader(stream), 2)
        }
    assert report.rows == len(cited)
    assert {line: len(names) for (_path, line), names in report.statements_of_row.items()} == cited
    assert report.statements - report.from_empty_cells == sum(cited.values())
    assert report.statements == sum(report.per_source.values())
    written = {
        str(node)
        for name, part in graphs.items()
        if name != SOURCES_FILE
        for node in part.subjects(RDF.type, AP.Statement)
    }
    traced = {name for names in report.statements_of_row.values() for name in names}
    assert written - traced == {namespaces.thing("statement", SOLOMON_ISLANDS)}


def test_graphs_are_keyed_by_their_path_in_the_record(made: Made) -> None:
    assert "data/participation/moon-agreement.ttl" in made[0]
    assert SOURCES_FILE in made[0]


def test_the_order_of_rows_does_not_matter(tmp_path: Path, root: Path, made: Made) -> None:
    head, *rows = TABLE.read_text("utf-8").splitlines(keepends=True)
    random.Random(7).shuffle(rows)
    shuffled = tmp_path / "shuffled.csv"
    shuffled.write_text(head + "".join(rows), "utf-8")
    again, _report = import_participation([shuffled], root=root)
    assert {name: to_turtle(part) for name, part in again.items()} == {
        name: to_turtle(part) for name, part in made[0].items()
    }


def test_a_row_read_twice_gives_the_same_statements(root: Path, made: Made) -> None:
    twice, report = import_participation([TABLE, TABLE], root=root)
    assert report.merged == report.statements - report.from_empty_cells
    assert report.statements == made[1].statements
    assert {name: to_turtle(part) for name, part in twice.items()} == {
        name: to_turtle(part) for name, part in made[0].items()
    }


def test_the_design_example(graph: Graph) -> None:
    facts = told(graph, "untc-xxiv-2-sau-accession")
    assert facts.pop("note") == "undated page (11 signatories, 18 parties)"
    assert facts == {
        "type": "ns#Statement",
        "actor": "sau",
        "instrument": "moon-agreement",
        "actKind": "accession",
        "statedDate": "2012-07-18",
        "notBefore": "2012-07-18",
        "notAfter": "2012-07-18",
        "statedIn": "untc-xxiv-2",
        "locator": "chapter XXIV-2, row Saudi Arabia",
        "asOf": "2023-12-31",
        "estimatedAsOf": "true",
        "evidenceKind": "stated",
    }


def test_note_pieces_go_to_their_own_source(graph: Graph) -> None:
    huggo = told(graph, "huggo-additional-ost-blr-signature")
    dutch = told(graph, "verdragenbank-003428-p-ost-blr-signature")
    fas = told(graph, "fas-ost-blr-signature")
    assert huggo["note"] == "HUGGO gives the earliest date over depositaries"
    assert "estimatedAsOf" not in huggo
    assert "note" not in dutch
    assert dutch["estimatedAsOf"] == "true"
    assert fas["note"] == "list predates 2000"
    assert (huggo["asOf"], fas["asOf"]) == ("2025-09-28", "1999-12-31")


def test_an_effect_date_is_stated_on_the_source_that_gives_it(graph: Graph) -> None:
    assert told(graph, "ecolex-moon-sau-accession")["effectiveOn"] == "2012-08-17"
    assert "effectiveOn" not in told(graph, "untc-xxiv-2-sau-accession")


def test_a_withdrawal_and_its_day_of_effect(graph: Graph) -> None:
    notified = told(graph, "iasl-moon-thread-sau-withdrawal")
    effect = told(graph, "iasl-moon-thread-sau-withdrawal-2")
    assert (notified["statedDate"], notified["effectiveOn"]) == ("2023-01-05", "2024-01-05")
    assert "statedDate" not in effect
    assert (effect["effectiveOn"], effect["notAfter"]) == ("2024-01-05", "2024-01-05")


def test_the_soviet_union_acted_where_russia_is_listed(graph: Graph) -> None:
    signed = told(graph, "huggo-reconciled-arra-sun-signature")
    assert signed["statedName"] == "Russian Federation"
    assert "lists this under Russian Federation" in signed["note"]


def test_one_undated_row_means_two_states_by_the_age_of_its_lists(graph: Graph) -> None:
    old = told(graph, "hansard-1968-11-18-sun-consent-to-be-bound")
    new = told(graph, "unoosa-crp9-rev1-2026-ost-rus-consent-to-be-bound")
    assert (old["notAfter"], new["notAfter"]) == ("1968-11-18", "2026-01-01")
    assert "statedName" not in old  # no list of 1968 printed the present name
    assert "statedDate" not in old
    assert "statedDate" not in new


@pytest.mark.parametrize(
    ("slug", "actor"),
    [
        ("huggo-reconciled-arra-rvn-signature", "rvn"),
        ("ecolex-reg-fry-succession", "fry"),
        ("unesco-brussels-parties-fry-succession", "fry"),
        ("huggo-additional-ntb-twn-signature", "twn"),
        ("ajil-1969-twn-signature", "twn"),
        ("hansard-1968-11-18-csk-consent-to-be-bound", "csk"),
        ("huggo-reconciled-ost-chn-accession", "chn"),
        ("crp25-2019-arra-intersputnik-declaration-of-acceptance", "intersputnik"),
    ],
)
def test_the_actor_is_the_one_that_existed_then(graph: Graph, slug: str, actor: str) -> None:
    assert told(graph, slug)["actor"] == actor


@pytest.mark.parametrize(
    ("slug", "depositaries"),
    [
        ("unoda-outer-space-kuwait-acc-washington-ost-kwt-accession", "usa"),
        ("unoda-outer-space-kuwait-acc-washington-ost-kwt-accession-2", "gbr"),
        ("unoda-outer-space-kuwait-acc-washington-ost-kwt-accession-3", "sun"),
        ("unts-961-187-irl-ratification", "gbr | usa"),
        ("ecolex-arra-csk-signature", "gbr"),
        ("ecolex-reg-fry-succession", None),
        ("huggo-reconciled-ost-kwt-accession", None),
    ],
)
def test_depositaries(graph: Graph, slug: str, depositaries: str | None) -> None:
    assert told(graph, slug).get("depositedWith") == depositaries


def test_a_slipped_row_says_where_it_is_printed(graph: Graph) -> None:
    facts = told(graph, "ecolex-arra-csk-signature")
    assert facts["locator"] == "TRE-000415, row printed under Montenegro"
    assert "corrected here" in facts["note"]
    assert "statedName" not in facts


def test_a_row_collected_under_the_wrong_state_goes_to_the_one_that_the_source_names(
    root: Path, tmp_path: Path
) -> None:
    table = tmp_path / "misplaced.csv"
    source = (
        "https://github.com/globalgov/manyenviron/blob/29836a38/data-raw/memberships/ECOLEX_MEM/"
        "ecomembs.RData (ECOLEX TRE-000415, London version where three depositaries)"
    )
    note = (
        "ECOLEX row printed under Czech Republic; source rows slip by one from Sweden on, "
        "corrected here; act not stated; in force for it 1993-01-01"
    )
    table.write_text(
        "state,iso3,instrument_id,act,date,status_code,as_of,source_url,note\n"
        f'Myanmar,MMR,ARRA,,1993-09-29,R,2021-02-08,"{source}","{note}"\n',
        encoding="utf-8",
    )
    graphs, report = import_participation([table], root=root)
    facts = told(
        graphs["data/participation/rescue-agreement.ttl"], "ecolex-arra-cze-consent-to-be-bound"
    )
    assert facts["actor"] == "cze"
    assert facts["effectiveOn"] == "1993-01-01"
    assert "lists this under Myanmar; ECOLEX prints it under Czech Republic" in facts["note"]
    assert "corrected here" not in facts["note"]
    assert [one.actor for one in report.reassigned] == ["cze"]


def test_a_swapped_date_is_used_as_corrected_and_told(graph: Graph) -> None:
    facts = told(graph, "huggo-reconciled-ntb-sun-signature")
    assert facts["statedDate"] == facts["notBefore"] == "1963-08-05"
    assert "prints 1963-05-08" in facts["note"]
    assert facts["evidenceKind"] == "stated"


def test_a_year_belongs_to_the_source_that_dates(graph: Graph) -> None:
    gazette = told(graph, "sops-2018-9-fin-consent-to-be-bound")
    assert (gazette["statedDate"], gazette["notBefore"], gazette["notAfter"]) == (
        "2018",
        "2018-01-01",
        "2018-12-31",
    )
    assert "statedDate" not in told(graph, "olemiss-signatories-reg-fin-consent-to-be-bound")


def test_a_source_that_names_another_act_is_taken_at_its_word(graph: Graph) -> None:
    assert told(graph, "anacom-1479981-liab-prt-ratification")["statedDate"] == "2019-06-27"
    assert told(graph, "huggo-additional-liab-prt-accession")["statedDate"] == "2019-06-27"


@pytest.mark.parametrize(
    ("slug", "evidence"),
    [
        ("uk-treaties-online-arra-bih-consent-to-be-bound", "inferred"),
        ("olemiss-signatories-arra-ecu-consent-to-be-bound", "derived"),
        ("ajil-1969-bol-signature", "stated"),
        ("olemiss-signatories-arra-bol-signature", "derived"),
    ],
)
def test_reasoning_is_kept_apart_from_statements(graph: Graph, slug: str, evidence: str) -> None:
    assert told(graph, slug)["evidenceKind"] == evidence


def test_references_to_working_papers_do_not_reach_the_record(graph: Graph) -> None:
    notes = {str(note) for note in graph.objects(None, AP.note)}
    assert not [note for note in notes if "README" in note or "unsourced" in note]


def test_sources_are_described_with_trust_address_and_list_date(graph: Graph) -> None:
    source = URIRef(namespaces.thing("source", "unoosa-crp9-rev1-2026"))
    assert str(graph.value(source, AP.trustTier)) == "1"
    assert str(graph.value(source, URIRef("https://schema.org/url"))).endswith("CRP09Rev01E.pdf")
    assert str(graph.value(source, AP.asOf)) == "2026-01-01"
    described = set(graph.subjects(RDF.type, AP.Source))
    assert set(graph.objects(None, AP.statedIn)) == described


def test_the_list_date_of_a_companion_is_learnt_or_bounded(graph: Graph) -> None:
    australia = told(graph, "dfat-b65156f1-arra-aus-ratification")
    # Its one row is as young as ECOLEX, so its own list is no younger.
    assert (australia["asOf"], australia["estimatedAsOf"]) == ("2021-02-08", "true")


def test_the_second_collection_is_read_too(root: Path) -> None:
    graphs, report = import_participation([TABLE, MORE], root=root)
    whole = Graph()
    for part in graphs.values():
        whole += part
    assert len(report.statements_of_row) == report.rows == 67
    assert report.without_act == 1 + report.from_empty_cells
    assert told(whole, "cia-factbook-2026-esa-est-no-act")["actKind"] == "no-act"
    month = told(whole, "anacom-958328-eutl-mne-accession")
    assert (month["statedDate"], month["notAfter"]) == ("2009-05", "2009-05-31")
    told(whole, "friendlywiki-intersputnik-cze-membership")
    pages = {source for source in report.per_source if source.startswith("friendlywiki-")}
    assert pages == {"friendlywiki-intersputnik", "friendlywiki-esa-enlargement"}
    assert told(whole, "cia-factbook-2026-esa-aut-membership")["actKind"] == "membership"
    undated = told(whole, "dtkt-995-253-reg-ukr-consent-to-be-bound")
    assert (undated["asOf"], undated["estimatedAsOf"]) == (READ_BY.isoformat(), "true")


GOOD = "Chad,TCD,OST,accession,2020-01-02,R,2024-12-31,https://example.org/list,"
HEAD = "state,iso3,instrument_id,act,date,status_code,as_of,source_url,note\n"


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (",TCD,OST,,,R,2024-12-31,https://example.org/,", 1, "state is empty"),
        ("Atlantis,ATL,OST,,,R,2024-12-31,https://example.org/,", 2, "no actor of the record"),
        ("Atlantis,,OST,,,R,2024-12-31,https://example.org/,", 1, "no actor of the record"),
        ("Chad,TCD,OUTER,,,R,2024-12-31,https://example.org/,", 3, "no known instrument"),
        ("Chad,TCD,OST,signature,,R,2024-12-31,https://example.org/,", 4, "does not go with"),
        ("Chad,TCD,OST,adhesion,,R,2024-12-31,https://example.org/,", 4, "does not go with"),
        ("Chad,TCD,OST,,2020-13-01,R,2024-12-31,https://example.org/,", 5, "cannot be read"),
        ("Chad,TCD,OST,,2025-01-01,R,2024-12-31,https://example.org/,", 5, "later than the list"),
        ("Chad,TCD,OST,,,X,2024-12-31,https://example.org/,", 6, "not a code"),
        ("Chad,TCD,OST,,,R,end of 2024,https://example.org/,", 7, "not a day"),
        ("Chad,TCD,OST,,,R,,https://example.org/,", 7, "not a day"),
        ("Chad,TCD,OST,,,R,2024-12-31,,", 8, "is empty"),
        ("Chad,TCD,OST,,,R,2024-12-31,a book I read,", 8, "no address"),
        ("Chad,TCD,OST,,,R,2024-12-31,https://example.org/,yes,no", 10, "10 cells"),
        ("Chad,TCD,OST,,,R,2024-12-31", 8, "7 cells"),
    ],
)
def test_a_bad_row_is_told_with_file_line_and_column(
    tmp_path: Path, root: Path, row: str, column: int, words: str
) -> None:
    table = tmp_path / "bad.csv"
    table.write_text(f"{HEAD}{GOOD}\n{row}\n", "utf-8")
    with pytest.raises(InputError, match=words) as caught:
        import_participation([table], root=root)
    fault = caught.value
    assert (fault.path, fault.line, fault.column) == (str(table), 3, column)
    assert fault.hint


def test_a_table_without_a_column_is_refused(tmp_path: Path, root: Path) -> None:
    table = tmp_path / "bad.csv"
    table.write_text("state,iso3\nChad,TCD\n", "utf-8")
    with pytest.raises(InputError, match="instrument_id"):
        import_participation([table], root=root)


def test_a_source_of_no_known_kind_gets_the_lowest_trust(tmp_path: Path, root: Path) -> None:
    table = tmp_path / "good.csv"
    table.write_text(f"{HEAD}{GOOD}\n", "utf-8")
    graphs, report = import_participation([table], root=root)
    source = URIRef(namespaces.thing("source", "example-org-list"))
    assert str(graphs[SOURCES_FILE].value(source, AP.trustTier)) == "6"
    assert report.statements == 1


def test_a_source_described_elsewhere_is_referred_to(
    tmp_path: Path, root: Path, made: Made
) -> None:
    again, _report = import_participation([TABLE], root=root, described=[made[0][SOURCES_FILE]])
    assert len(again[SOURCES_FILE]) == 0
    assert set(again["data/participation/moon-agreement.ttl"].objects(None, AP.statedIn)) <= set(
        made[0][SOURCES_FILE].subjects(RDF.type, AP.Source)
    )


def test_a_record_without_actors_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RecordFault, match="no actors"):
        import_participation([TABLE], root=tmp_path)


def test_statements_carry_dates_as_days(graph: Graph) -> None:
    for predicate in (AP.asOf, AP.notBefore, AP.notAfter, AP.effectiveOn):
        for value in graph.objects(None, predicate):
            assert isinstance(value, Literal)
            assert isinstance(value.toPython(), date)
