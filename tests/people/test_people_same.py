"""Two forms in one document: when they are one person's, when they are two people's."""

from __future__ import annotations

import pytest

from clipper.people import find_people
from clipper.people.same import keys_of, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("H.R. McMaster", "Herbert Raymond McMaster"),
        ("Marina Silva", "Maria Osmarina Marina da Silva Vaz de Lima"),
        ("Geraldo Sotomane", "Geraldo Agostinho Sotomane da Silva"),
        ("Sheikh Tamim", "Tamim bin Hamad Al Thani"),
        ("Kemi Badenoch", "Olukemi Badenoch"),
        ("Halmos Margit", "Margit Halmos"),
    ],
)
def test_a_shorter_form_is_the_same_person(one: str, other: str) -> None:
    assert same_person(keys_of(one.split()), keys_of(other.split()))
    assert same_person(keys_of(other.split()), keys_of(one.split()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J.B. McMaster", "Herbert Raymond McMaster"),
        ("Anna Roe", "Joanna Roe"),
        ("Prince Ndlovu", "Peter Ndlovu"),
        ("Silva Marina", "Maria Marina da Silva Lima"),
        ("Aubrey Cole Jr.", "Aubrey Cole Sr."),
    ],
)
def test_alike_forms_of_two_people_stay_apart(one: str, other: str) -> None:
    assert not same_person(keys_of(one.split()), keys_of(other.split()))


def names_in(text: str) -> set[str]:
    return {person.name for person in find_people(text)}


def test_a_name_at_birth_is_no_second_person() -> None:
    text = (
        "Margaret Ashcombe, who flew Spitfires, has died at 96. Ashcombe never spoke of it, her son said.\n"
        "She was born Margaret Tulloch at Kirkwall in 1922, the daughter of a ferryman."
    )
    assert names_in(text) == {"Margaret Ashcombe"}


def test_a_familiar_forename_belongs_to_the_only_one_who_can_bear_it() -> None:
    text = (
        "Judge James Rainey, 61, closed the inquiry on Monday. Rainey thanked the clerks.\n"
        '"I told you, Jim would finish it," said his brother Paul.'
    )
    assert "Jim" not in names_in(text)


def test_a_nom_de_guerre_is_no_second_person() -> None:
    text = (
        "Former Prime Minister Pushpa Kamal Dahal, better known by his nom de guerre Prachanda, came. "
        "Prachanda left early."
    )
    assert names_in(text) == {"Pushpa Kamal Dahal"}
