"""The two seeds and the forms that real pages have: who is found, as whom, where."""

from __future__ import annotations

from pathlib import Path

import pytest

from clipper.people import find_people
from clipper.records import Person


def by_name(people: tuple[Person, ...]) -> dict[str, Person]:
    return {person.name: person for person in people}


def texts_of(person: Person) -> list[str]:
    return [mention.text for mention in person.mentions]


def test_the_first_seed_names_exactly_onodera_panetta_and_abe(shared: Path) -> None:
    people = by_name(find_people((shared / "seeds/000_11a9768d0b4c7cbe.txt").read_text(encoding="utf8")))
    assert set(people) == {"Itsunori Onodera", "Leon Panetta", "Shinzo Abe"}
    assert people["Itsunori Onodera"].title == "Japanese Defense Minister"
    assert people["Leon Panetta"].title == "U.S. Defense Secretary"
    assert texts_of(people["Shinzo Abe"]) == ["Shinzo Abe", "Abe"]


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


def test_a_transcript_in_capitals_names_its_speakers() -> None:
    text = (
        "DEPUTY SECRETARY OF DEFENSE BOB WORK: Good morning. I will take your questions on the budget now.\n"
        "Q: Sir, what will the ships cost?\n"
        "DEP. SEC. WORK: More than they did. (Laughter.)\n"
        "MODERATOR: One more, please."
    )
    (person,) = find_people(text)
    assert person.name == "Bob Work"
    assert texts_of(person) == ["BOB WORK", "WORK"]


def test_two_people_of_one_surname_stay_apart_and_the_bare_surname_is_ambiguous() -> None:
    text = (
        "Rep. Duncan L. Hunter, a Republican, chaired the committee for years. His son, Rep. Duncan D. Hunter, "
        "took his seat in Congress in 2009. Hunter said the shipyard would stay open."
    )
    people = by_name(find_people(text))
    assert set(people) == {"Duncan L. Hunter", "Duncan D. Hunter"}
    last = [m for person in people.values() for m in person.mentions if m.text == "Hunter"]
    assert [mention.ambiguous for mention in last] == [True]


def test_a_ship_named_after_a_person_is_not_a_person() -> None:
    text = "The aircraft carrier USS Carl Vinson left San Diego on Friday. The Vinson will sail to Japan."
    assert find_people(text) == ()


def test_a_surname_misspelt_by_one_letter_joins_its_person() -> None:
    text = (
        "Defence Minister Marguerite Ilunga spoke to reporters in Goma on Sunday. "
        "Ms. Ilungo said the talks would go on, and Ilunga then left for Kinshasa."
    )
    (person,) = find_people(text)
    assert texts_of(person) == ["Marguerite Ilunga", "Ilungo", "Ilunga"]


def test_zero_width_marks_inside_a_name_do_not_hide_it_and_offsets_still_hold() -> None:
    text = "Japanese Defense Minister Itsunori Ono\u200bdera arrived in Seoul. Onodera said little."
    (person,) = find_people(text)
    assert person.name == "Itsunori Onodera"
    assert [text[m.start : m.end] for m in person.mentions] == ["Itsunori Ono\u200bdera", "Onodera"]


def test_a_name_broken_over_a_line_of_wrapped_text_is_one_name() -> None:
    lines = [
        "The talks in the capital began on Monday morning, when Defense Secretary Leon",
        "Panetta met his counterpart for the first time since the two governments had",
        "agreed to revise the guidelines for the defense of the islands in the south of",
        "the country, and went on until late in the evening, officials of both sides",
        "said. They will meet again next week in another city, which the officials did",
        "not name, and will then speak of the cost of the bases and of the training of",
        "pilots, which has been the subject of complaints from people who live nearby.",
    ]
    text = "\n".join(lines)
    (person,) = find_people(text)
    assert person.name == "Leon Panetta"
    assert text[person.mentions[0].start : person.mentions[0].end] == "Leon\nPanetta"


def test_bylines_and_photo_credits_are_not_people_of_the_story() -> None:
    text = (
        "By Haruka Tomita, Staff Writer\n"
        "Defense Secretary Leon Panetta visited sailors at Yokosuka on Tuesday and thanked them for their work.\n"
        "Sailors listen on the pier. (U.S. Navy photo by Petty Officer 2nd Class Dana Whitlock)"
    )
    assert [person.name for person in find_people(text, authors=("Haruka Tomita",))] == ["Leon Panetta"]


def test_someone_known_only_from_an_administration_is_passing() -> None:
    text = "The rule dates from the Obama administration. Defense Secretary Ash Carter wants to keep it."
    people = by_name(find_people(text))
    assert people["Obama"].passing
    assert not people["Ash Carter"].passing


def test_the_headline_and_the_first_paragraphs_make_a_person_major() -> None:
    filler = "\n".join(
        f"Paragraph {n} speaks at length of budgets, ships and harbours, of no one." for n in range(5)
    )
    text = (
        "Prime Minister Shinzo Abe spoke on Monday about the defense of the islands in the south.\n"
        f"{filler}\nAn aide, Kenji Morita, was with him."
    )
    people = by_name(find_people(text, title="Abe speaks of islands"))
    assert people["Shinzo Abe"].major
    assert not people["Kenji Morita"].major


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bundeskanzler Olaf Scholz hat am Montag in Berlin mit dem Verteidigungsminister über die Marine "
            "gesprochen. Scholz sagte, die Regierung werde für den Haushalt des Ministeriums sorgen.",
            ["Olaf Scholz"],
        ),
        (
            "Le président Emmanuel Macron a rencontré mardi à Paris les chefs des armées. Selon Macron, il est "
            "temps de parler du budget pour les années qui viennent.",
            ["Emmanuel Macron"],
        ),
        ("小野寺五典防衛相は5日、東京で記者会見した。", ["小野寺五典"]),
        ("이재명 대통령은 6일 서울에서 기자회견을 했다.", ["이재명"]),
    ],
)
def test_other_languages_give_sure_names_and_no_nouns(text: str, names: list[str]) -> None:
    assert [person.name for person in find_people(text)] == names


def test_a_familiar_forename_joins_the_formal_one() -> None:
    text = (
        "Robert O. Work was sworn in as deputy defense secretary on Monday. Friends call him Bob Work. "
        "Work served in the Marine Corps."
    )
    (person,) = find_people(text)
    assert person.name == "Robert O. Work"
    assert texts_of(person) == ["Robert O. Work", "Bob Work", "Work"]


def test_names_of_one_letter_apart_at_their_end_are_two_people() -> None:
    text = "Senator Mario Ferrante met his sister, Maria Ferrante, a lawyer, in Rome on Monday, aides said."
    assert {person.name for person in find_people(text)} == {"Mario Ferrante", "Maria Ferrante"}


def test_korean_names_are_one_person_in_either_spelling() -> None:
    text = "North Korean leader Kim Jong Un spoke. State media said Kim Jong-un had watched the launch."
    assert len(find_people(text)) == 1
