"""The people room on forms that real pages have: who is found, as whom, where."""

from __future__ import annotations

from pathlib import Path

from clipper.people import find_people
from clipper.records import Person


def by_name(people: tuple[Person, ...]) -> dict[str, Person]:
    return {person.name: person for person in people}


def test_the_first_seed_names_exactly_onodera_panetta_and_abe(shared: Path) -> None:
    people = by_name(find_people((shared / "seeds/000_11a9768d0b4c7cbe.txt").read_text(encoding="utf8")))
    assert set(people) == {"Itsunori Onodera", "Leon Panetta", "Shinzo Abe"}
    assert people["Itsunori Onodera"].title == "Japanese Defense Minister"
    assert people["Leon Panetta"].title == "U.S. Defense Secretary"
    assert [mention.text for mention in people["Shinzo Abe"].mentions] == ["Shinzo Abe", "Abe"]


def test_the_second_seed_names_bob_work_and_obama_only_in_passing(shared: Path) -> None:
    people = by_name(find_people((shared / "seeds/003_8b26c64ba12ba0f0.txt").read_text(encoding="utf8")))
    assert people["Bob Work"].title == "Deputy Defense Secretary"
    assert {name for name, person in people.items() if not person.passing} == {"Bob Work"}


def test_a_caption_that_is_only_a_name_counts_as_a_mention() -> None:
    text = "Kenyan Defence Minister Amina Odhiambo met troops in Nakuru on Monday."
    (person,) = find_people(text, captions=("Amina Odhiambo",))
    assert [(mention.where, mention.text) for mention in person.mentions] == [
        ("text", "Amina Odhiambo"),
        ("caption", "Amina Odhiambo"),
    ]


def test_the_verb_work_is_not_the_person_work() -> None:
    text = "Officials will continue to work on it. Deputy Defense Secretary Bob Work agreed. Work said so."
    (person,) = find_people(text)
    assert [text[m.start : m.end] for m in person.mentions] == ["Bob Work", "Work"]
