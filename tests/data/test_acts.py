"""The acts and ranks of the shipped record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, URIRef

from astropact.namespaces import AP, concept, thing
from astropact.reasoning.reconcile import reconcile_record

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "data/participation/acts"


@dataclass(frozen=True)
class Acts:
    """The committed acts, ranks and statements in one graph."""

    graph: Graph

    def value(self, iri: str, name: str) -> str:
        return str(self.graph.value(URIRef(iri), URIRef(AP + name)) or "")

    def days(self, act: str) -> tuple[str, str]:
        iri = thing("act", act)
        return self.value(iri, "actionOn"), self.value(iri, "effectiveOn")

    def exists(self, act: str) -> bool:
        return (URIRef(thing("act", act)), None, None) in self.graph

    def rank(self, statement: str) -> str:
        return self.value(thing("statement", statement), "rank").rpartition("/")[2]

    def of(self, actor: str) -> list[str]:
        found = self.graph.subjects(URIRef(AP + "actor"), URIRef(thing("state", actor)))
        return sorted(str(s) for s in found if str(s).startswith(thing("act", "")))


@pytest.fixture(name="acts", scope="module")
def committed_acts(root: Path) -> Acts:
    graph = Graph()
    for path in sorted((root / "data" / "participation").rglob("*.ttl")):
        graph.parse(path, format="turtle")
    return Acts(graph)


def test_regenerating_gives_the_committed_bytes(root: Path) -> None:
    expected = {
        f"{FOLDER}/{path.name}": path.read_text("utf-8") for path in (root / FOLDER).iterdir()
    }
    assert reconcile_record(root) == expected


@pytest.mark.parametrize(
    ("act", "action", "effect"),
    [
        ("outer-space-treaty/chn/accession", "1983-12-30", "1983-12-30"),
        ("outer-space-treaty/sun/ratification", "1967-10-10", "1967-10-10"),
        ("outer-space-treaty/can/ratification", "1967-10-10", "1967-10-10"),
        ("outer-space-treaty/cze/succession", "1993-09-29", "1993-01-01"),
        ("rescue-agreement/aus/ratification", "1986-03-18", "1986-03-18"),
        ("liability-convention/mne/succession", "2006-12-12", "2006-06-03"),
        ("registration-convention/mne/succession", "2006-10-23", "2006-06-03"),
        ("moon-agreement/aut/ratification", "1984-06-11", "1984-07-11"),
        ("moon-agreement/arm/accession", "2018-01-19", "2018-02-18"),
        ("moon-agreement/sau/accession", "2012-07-18", "2012-08-17"),
        ("moon-agreement/sau/withdrawal", "2023-01-05", "2024-01-05"),
        ("moon-agreement/chl/signature", "1980-01-03", ""),
        ("outer-space-treaty/lka/signature", "1967-03-10", ""),
        ("brussels-satellite-convention/qat/accession", "2023-04-12", "2023-07-12"),
        ("outer-space-treaty/fji/succession", "1972-07-14", ""),
        ("rescue-agreement/fji/succession", "1972-08-14", "1970-10-10"),
        ("rescue-agreement/bhs/succession", "1976-08-11", "1973-07-10"),
        ("apsco-convention/chn/ratification", "2006-06-30", "2006-10-12"),
        ("esa-convention/cze/accession", "2008-11-12", "2008-11-12"),
        ("esa-convention/aut/accession", "1986-12-30", "1986-12-30"),
        ("esa-convention/fin/accession", "", "1995-01-01"),
        ("eutelsat-convention/prt/consent-to-be-bound", "1985-12-17", "1985-12-17"),
        ("eutelsat-convention/che/ratification", "1985-07-15", "1985-09-01"),
        ("imso-convention/blr/acceptance", "1979-03-29", "1979-07-16"),
        ("imso-convention/dza/consent-to-be-bound", "", "1979-07-16"),
        ("intersputnik-agreement/pol/withdrawal", "", "2025-08-12"),
        ("iss-intergovernmental-agreement/deu/consent-to-be-bound", "2000-01-19", "2005-06-28"),
        ("iss-intergovernmental-agreement/usa/consent-to-be-bound", "1998-11-19", "2001-03-27"),
        ("itso-agreement/chn/accession", "1977-08-16", "1977-08-16"),
        ("itso-agreement/twn/withdrawal", "1976-09-10", "1976-12-10"),
        ("itso-agreement/cze/succession", "", "1993-01-01"),
        ("itu-constitution/aut/ratification", "1997-10-23", "1997-10-23"),
    ],
)
def test_known_acts(acts: Acts, act: str, action: str, effect: str) -> None:
    assert acts.days(act) == (action, effect)


def test_china_never_signed_the_outer_space_treaty(acts: Acts) -> None:
    assert not acts.exists("outer-space-treaty/chn/signature")
    assert acts.exists("outer-space-treaty/twn/signature")


@pytest.mark.parametrize("state", ["sun", "csk", "yug", "ddr"])
def test_former_states_have_their_own_acts(acts: Acts, state: str) -> None:
    assert acts.of(state)


def test_russia_has_no_act_of_soviet_times(acts: Acts) -> None:
    dated = [acts.value(act, "actionOn") for act in acts.of("rus")]
    assert all(day >= "1991-12-26" for day in dated if day)


def test_the_status_of_russia_rests_on_the_soviet_act(acts: Acts) -> None:
    act = URIRef(thing("act", "outer-space-treaty/sun/ratification"))
    support = {str(s) for s in acts.graph.objects(act, URIRef(AP + "supportedBy"))}
    status = "unoosa-crp9-rev1-2026-ost-rus-consent-to-be-bound"
    assert thing("statement", status) in support
    assert "Russia continues the Soviet Union" in acts.value(thing("statement", status), "because")


@pytest.mark.parametrize(
    "statement",
    [
        "huggo-reconciled-ost-aus-ratification",
        "huggo-reconciled-ost-can-ratification",
        "huggo-reconciled-ost-dnk-ratification",
        "huggo-reconciled-ost-sun-ratification",
        "huggo-reconciled-ost-lka-signature",
        "ecolex-ost-lux-signature",
        "huggo-reconciled-ntb-ury-ratification",
        "unoosa-crp9-rev1-2026-ost-mne-signature",
    ],
)
def test_known_errors_of_sources_are_deprecated_with_a_reason(acts: Acts, statement: str) -> None:
    assert acts.rank(statement) == "deprecated"
    assert acts.value(thing("statement", statement), "because")


@pytest.mark.parametrize(
    ("act", "disputed"),
    [
        ("outer-space-treaty/afg/ratification", True),
        ("outer-space-treaty/atg/succession", True),
        ("outer-space-treaty/aze/accession", True),
        ("outer-space-treaty/bgr/ratification", True),
        ("outer-space-treaty/bhs/succession", True),
        ("outer-space-treaty/col/ratification", True),
        ("outer-space-treaty/cub/accession", True),
        ("outer-space-treaty/kwt/accession", False),
        ("outer-space-treaty/irq/ratification", False),
        ("liability-convention/chn/accession", False),
    ],
)
def test_disagreement_ends_as_dispute_or_as_another_deposit(
    acts: Acts, act: str, *, disputed: bool
) -> None:
    iri = URIRef(thing("act", act))
    assert ((iri, URIRef(AP + "disputedBy"), None) in acts.graph) is disputed


def test_every_statement_is_ranked_once_with_a_reason(acts: Acts) -> None:
    a = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    stated = set(acts.graph.subjects(a, URIRef(AP + "Statement")))
    # What sources say about other things than acts is not for reconciliation.
    statements = {s for s in stated if (s, URIRef(AP + "actKind"), None) in acts.graph}
    for name in ("rank", "because"):
        values = list(acts.graph.subject_objects(URIRef(AP + name)))
        ranked = [s for s, _ in values if s in statements]
        assert len(ranked) == len(set(ranked)) == len(statements)


def test_reasoning_of_collectors_has_the_lowest_rank(acts: Acts) -> None:
    evidence = URIRef(AP + "evidenceKind")
    for kind in ("inferred", "derived"):
        found = list(acts.graph.subjects(evidence, URIRef(concept("evidence-kind", kind))))
        assert found
        assert {acts.value(str(s), "rank").rpartition("/")[2] for s in found} == {"deprecated"}


@pytest.mark.parametrize(
    ("instrument", "fewest", "most"),
    [
        # Official totals: 117 in May 2025, 98 in 2022, 98 in 2021, 78 in 2026; the record has
        # four disputed parties to the first, and known holes in the others.
        ("outer-space-treaty", 117, 122),
        ("rescue-agreement", 90, 100),
        ("liability-convention", 95, 100),
        ("registration-convention", 74, 78),
    ],
)
def test_the_number_of_parties_is_near_the_official_total(
    acts: Acts, instrument: str, fewest: int, most: int
) -> None:
    consents = {
        str(act).split("/")[-2]
        for act in acts.graph.subjects(
            URIRef(AP + "instrument"), URIRef(thing("instrument", instrument))
        )
        if str(act).startswith(thing("act", ""))
        and not str(act).endswith(("signature", "withdrawal", "declaration-of-acceptance"))
    }
    # The successors of the Soviet Union and of Serbia and Montenegro continue their acts.
    assert fewest <= len(consents - {"csk", "yug", "ddr"}) <= most


def test_the_status_of_russia_rests_on_what_the_soviet_union_did_last(acts: Acts) -> None:
    act = URIRef(thing("act", "itso-agreement/sun/consent-to-be-bound"))
    support = {str(s) for s in acts.graph.objects(act, URIRef(AP + "supportedBy"))}
    assert thing("statement", "cia-factbook-2026-itso-rus-membership") in support
    assert not acts.exists("itso-agreement/rus/consent-to-be-bound")


@pytest.mark.parametrize(
    "act",
    [
        # New states take over nothing by themselves; the one that ended keeps its own act.
        "eutelsat-convention/csk/consent-to-be-bound",
        "eutelsat-convention/cze/consent-to-be-bound",
        "eutelsat-convention/svk/consent-to-be-bound",
        "eutelsat-convention/yug/consent-to-be-bound",
        "eutelsat-convention/hrv/consent-to-be-bound",
        "intersputnik-agreement/ddr/signature",
        "intersputnik-agreement/deu/succession",
        "itso-agreement/rvn/signature",
        "itso-agreement/vnm/consent-to-be-bound",
    ],
)
def test_states_that_ended_and_those_after_them_act_apart(acts: Acts, act: str) -> None:
    assert acts.exists(act)


def test_a_membership_is_said_to_be_one(acts: Acts) -> None:
    party = acts.value(thing("act", "imso-convention/egy/consent-to-be-bound"), "because")
    assert "counts it among the members on 2026-01-22, and no source names the act" in party
    member = thing("act", "itu-constitution/bra/membership")
    assert acts.value(member, "notAfter") == "2026-01-22"
    assert "does not show consent" in acts.value(member, "because")


def test_a_list_that_still_shows_a_member_disputes_its_withdrawal(acts: Acts) -> None:
    act = URIRef(thing("act", "intersputnik-agreement/pol/withdrawal"))
    against = {str(s) for s in acts.graph.objects(act, URIRef(AP + "disputedBy"))}
    assert thing("statement", "businessnovinite-intersputnik-2025-pol-membership") in against
    assert "still lists it on 2025-12-11" in acts.value(str(act), "because")


def test_no_act_is_tied_to_the_depositary_of_a_list(acts: Acts) -> None:
    deposited = URIRef(AP + "depositedWith")
    for treaty in ("outer-space-treaty", "rescue-agreement", "liability-convention"):
        node = URIRef(thing("act", f"{treaty}/usa/ratification"))
        assert (node, None, None) in acts.graph
        assert not list(acts.graph.objects(node, deposited))
    kuwait = thing("act", "outer-space-treaty/kwt/accession")
    assert acts.value(kuwait, "depositedWith") == thing("state", "usa")


def test_doubtful_acts_say_so(acts: Acts) -> None:
    malaysia = acts.value(thing("act", "outer-space-treaty/mys/accession"), "because")
    assert "rests on one source of the lowest trust and is doubtful" in malaysia
    islands = acts.value(thing("act", "outer-space-treaty/slb/accession"), "because")
    assert "UNOOSA (2026) shows no act of Solomon Islands" in islands
    assert "is trusted more (tier 1 before 3), so it is doubtful" in islands
    for state in ("grd", "kna", "lca", "swz"):
        reason = acts.value(thing("act", f"outer-space-treaty/{state}/accession"), "because")
        assert "No other source in the record has this act." in reason


def test_acts_that_rest_on_reasoning_only_can_be_found_and_say_so(acts: Acts) -> None:
    stated = URIRef(concept("evidence-kind", "stated"))
    evidence, support = URIRef(AP + "evidenceKind"), URIRef(AP + "supportedBy")
    kind, membership = URIRef(AP + "actKind"), URIRef(concept("act-kind", "membership"))
    words = ("was inferred by the collector", "was derived by the collector")
    for act in set(acts.graph.subjects(support)):
        supporters = list(acts.graph.objects(act, support))
        # A bare membership states no act, unless there is nothing else.
        naming = [s for s in supporters if acts.graph.value(s, kind) != membership] or supporters
        found = [acts.graph.value(s, evidence) for s in naming]
        # What is said of single statements that are set aside is not said of the act.
        decision = acts.value(str(act), "because").partition(" not relied upon")[0]
        assert (stated not in found) == any(text in decision for text in words), act


def test_czechia_succeeded_to_the_rescue_agreement_and_myanmar_signed_it(acts: Acts) -> None:
    assert acts.days("rescue-agreement/cze/succession") == ("1993-09-29", "1993-01-01")
    assert acts.of("mmr").count(thing("act", "rescue-agreement/mmr/signature")) == 1
    assert not acts.exists("rescue-agreement/mmr/consent-to-be-bound")
    assert acts.rank("ecolex-arra-cze-consent-to-be-bound") == "normal"


def test_no_undated_act_is_bounded_after_its_signature_closed(acts: Acts) -> None:
    act = thing("act", "rescue-agreement/yug/signature")
    assert acts.value(act, "notAfter") == "1968-12-03"


@pytest.mark.parametrize(
    ("act", "day"),
    [
        ("partial-test-ban-treaty/deu/ratification", "1964-12-01"),
        ("partial-test-ban-treaty/swe/ratification", "1963-12-09"),
        ("partial-test-ban-treaty/ita/ratification", "1964-12-10"),
        ("partial-test-ban-treaty/egy/ratification", "1964-01-10"),
        ("partial-test-ban-treaty/afg/ratification", "1964-03-12"),
        ("partial-test-ban-treaty/dom/ratification", "1964-06-03"),
        ("partial-test-ban-treaty/nld/signature", "1963-08-09"),
        ("partial-test-ban-treaty/lbn/signature", "1963-08-12"),
        ("partial-test-ban-treaty/aut/signature", "1963-09-11"),
    ],
)
def test_swapped_dates_of_the_test_ban_are_not_relied_upon(acts: Acts, act: str, day: str) -> None:
    assert acts.days(act)[0] == day


def test_what_is_swapped_is_deprecated_and_keeps_its_words(acts: Acts) -> None:
    swapped = "huggo-reconciled-ntb-deu-ratification"
    assert acts.value(thing("statement", swapped), "statedDate") == "1964-01-12"
    assert acts.rank(swapped) == "deprecated"
    because = [str(o) for o in acts.graph.objects(None, URIRef(AP + "because"))]
    told = [text for text in because if text.startswith("Not relied upon: day and month of")]
    assert len(told) == 53  # docs/reconciliation.md, section 3


@pytest.mark.parametrize(
    ("act", "first", "last"),
    [
        ("partial-test-ban-treaty/yem/accession", "1979-01-06", "1979-06-01"),
        ("partial-test-ban-treaty/blr/signature", "1963-08-10", "1963-10-08"),
        ("partial-test-ban-treaty/ukr/signature", "1963-08-10", "1963-10-08"),
    ],
)
def test_dates_of_two_readings_are_spans(acts: Acts, act: str, first: str, last: str) -> None:
    iri = thing("act", act)
    assert acts.days(act)[0] == ""
    assert (acts.value(iri, "notBefore"), acts.value(iri, "notAfter")) == (first, last)
