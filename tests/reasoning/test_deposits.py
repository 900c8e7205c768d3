from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from astropact.namespaces import thing
from astropact.reasoning import deposits
from astropact.reasoning.model import read_record
from astropact.reasoning.reconcile import conclude

from .samples import record, said

if TYPE_CHECKING:
    from astropact.reasoning.conclusion import Conclusion
    from astropact.reasoning.model import Instrument


def concluded(*statements: str) -> tuple[Conclusion, Instrument]:
    read = read_record(record(statements))
    (conclusion,) = conclude(read)
    return conclusion, read.instruments[conclusion.key.instrument]


def test_the_list_of_one_depositary_does_not_name_the_depositary_of_an_act() -> None:
    alone = concluded(said("ecolex", "can", "ratification", "1967-10-10", at="gbr"))
    assert deposits.received_by(*alone) == ()


def test_a_source_on_one_deposit_names_its_depositary() -> None:
    told = concluded(
        said("verdragenbank-003428-p", "can", "ratification", "1967-10-10", at="usa"),
        said("ecolex", "can", "ratification", "1967-10-10", at="gbr"),
    )
    assert deposits.received_by(*told) == (thing("state", "usa"),)


def test_a_single_depositary_received_every_dated_deposit() -> None:
    accession = said("untc-xxiv-2", "aus", "accession", "1986-07-07", instrument="moon-agreement")
    assert deposits.received_by(*concluded(accession)) == (thing("org", "un"),)
    undated = said("untc-xxiv-2", "aus", "accession", instrument="moon-agreement")
    assert deposits.received_by(*concluded(undated)) == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("ratification", "The day is that of the London deposit; no source in the record dates"),
        ("signature", "The day is that of the London signature; no source in the record dates"),
    ],
)
def test_a_date_of_one_place_only_is_told(kind: str, words: str) -> None:
    conclusion, _ = concluded(said("ecolex", "can", kind, "1967-10-10", at="gbr"))
    assert deposits.words(conclusion).startswith(words)


def test_a_second_deposit_is_not_denied() -> None:
    conclusion, _ = concluded(
        said("ecolex", "can", "ratification", "1967-10-10", at="gbr"),
        said("verdragenbank-003428-p", "can", "ratification", "1967-10-12", at="usa"),
    )
    assert "no source" not in deposits.words(conclusion)


def test_nothing_is_said_where_a_source_knows_all_places() -> None:
    conclusion, _ = concluded(
        said("huggo-reconciled", "can", "ratification", "1967-10-10"),
        said("ecolex", "can", "ratification", "1967-10-10", at="gbr"),
    )
    assert deposits.words(conclusion) == ""
