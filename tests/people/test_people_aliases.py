"""Nicknames and aliases: they are mentions of their bearer and never a second person."""

from __future__ import annotations

import pytest

from clipper.people import find_people
from clipper.people.aliases import Announcements, without_nickname


def names_in(text: str) -> dict[str, list[str]]:
    return {person.name: [mention.text for mention in person.mentions] for person in find_people(text)}


@pytest.mark.parametrize(
    "after",
    [
        ", widely known as Zambo, spoke.",
        ", the group's founder, known as Zambo, spoke.",
        ", who is nicknamed Zambo, spoke.",
        ", alias Zambo, spoke.",
        ", whom his soldiers call Zambo, spoke.",
        ", who goes by Zambo, spoke.",
        ' "Zambo", spoke.',
        " (“Zambo”) spoke.",
    ],
)
def test_a_sentence_announces_another_name(after: str) -> None:
    text = f"General Pedro Castellanos{after}"
    assert [alias.name for alias in Announcements(text).after(25, len(text))] == ["Zambo"]


def test_an_aside_that_names_someone_else_announces_nothing_of_the_first() -> None:
    text = "Pedro Castellanos met Luis Arango, known as Zambo."
    assert Announcements(text).after(17, 22) == ()
    assert Announcements("Pedro Castellanos said the ship, known as a frigate, left.").after(17, 60) == ()


def test_a_nickname_in_quotation_marks_is_no_part_of_the_name() -> None:
    assert without_nickname(["Rolando", '"', "Dodong", '"', "Magbanua"]) == (
        ("Rolando", "Magbanua"),
        "Dodong",
    )
    assert without_nickname(["Rolando", "Magbanua"]) == (("Rolando", "Magbanua"), "")


def test_mentions_by_nickname_belong_to_the_bearer() -> None:
    found = names_in(
        'Mayor Rolando "Dodong" Magbanua opened the market in Davao on Monday. "Mayor Dodong Magbanua kept his '
        'word," said the vendor Lourdes Abella. Magbanua said the work would go on.'
    )
    assert found == {
        "Rolando Magbanua": ['Rolando "Dodong" Magbanua', "Dodong Magbanua", "Magbanua"],
        "Lourdes Abella": ["Lourdes Abella"],
    }


def test_a_person_known_by_another_name_is_one_person() -> None:
    found = names_in(
        "The commander of the front, General Pedro Castellanos, also known as Martín Quebrado, was captured. "
        "Quebrado had been sought for ten years, Defense Minister Lucía Benavides said."
    )
    assert found["Pedro Castellanos"] == ["Pedro Castellanos", "Martín Quebrado", "Quebrado"]
    assert set(found) == {"Pedro Castellanos", "Lucía Benavides"}
