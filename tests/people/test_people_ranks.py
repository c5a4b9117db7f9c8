"""Ranks and offices: after them a lone name is a person's, and they are no part of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clipper.people import find_people


def names(text: str, title: str = "") -> set[str]:
    return {person.name for person in find_people(text, title, language="en")}


@pytest.mark.parametrize(
    "said",
    [
        "Colonel Haverkampf",
        "Rear Admiral Haverkampf",
        "Petty Officer 2nd Class Haverkampf",
        "Chief Warrant Officer 3 Haverkampf",
        "Squadron Leader Haverkampf",
        "Brig. Gen. Lord Haverkampf",
        "SFC Haverkampf",
        "LCpl. Haverkampf",
        "Mr Haverkampf",
    ],
)
def test_a_lone_name_after_a_rank_is_a_person(said: str) -> None:
    assert names(f"The court heard that {said} had left in March and that nobody saw the report.") == {
        "Haverkampf"
    }


def test_a_known_surname_after_an_office_in_letters_is_a_person() -> None:
    text = "The court heard that DIG Sharma had left in March, and that MP Materials had sold the mine."
    assert names(text) == {"Sharma"}


def test_a_surname_that_is_a_word_is_a_person_after_mr() -> None:
    assert names("The clerk, a Mr Power, was without power on Monday, as was the whole street.") == {"Power"}


@pytest.mark.parametrize(
    "text",
    [
        "They passed the Estonian minehunters Admiral Haverkampf and Sakala on the way to the exercise.",
        "The board was held at General Headquarters under its chairman, and it rained all that day.",
        "The talks went on with Gen Z protesters until the evening, when the square was cleared.",
        "The veterans were exposed to Agent Orange during the war, the court heard on Monday.",
        "Det Norske Veritas inspected the hull of the ferry before it sailed, the report said.",
        "Ms. Magazine and Major League Baseball were named in the letter that the firm sent out.",
        "Zr.Ms. Walrus was decommissioned in 2023, after thirty years at sea and in dry dock.",
    ],
)
def test_a_thing_after_what_looks_like_a_rank_is_nobody(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Hospitalman", "Hospitalman"),
        ("Leading Aircraftwoman", "Leading Aircraftwoman"),
        ("Jamadar", "Jamadar"),
        ("GySgt.", "GySgt."),
        ("Stabsunteroffizier", "Stabsunteroffizier"),
        ("Maj. Gen. (ret.)", "Maj. Gen."),
        ("general de brigada", "general de brigada"),
    ],
)
def test_a_rank_is_the_title_and_no_part_of_the_name(said: str, title: str) -> None:
    text = (
        f"The patrol left at dawn. It was led by {said} Jaromir Veselka, who spoke to reporters at the gate."
    )
    assert [(person.name, person.title) for person in find_people(text)] == [("Jaromir Veselka", title)]


def test_a_rank_in_parentheses_introduces_a_name() -> None:
    text = "The invocation was read by Chaplain (Maj.) Seung-ho Moon. There was no moon that night."
    assert names(text) == {"Seung-ho Moon"}


@pytest.mark.parametrize("after", ["MP", ", I-Maine,", ", R-Ark.,", " (D-Calif.)"])
def test_letters_or_a_party_after_a_name_make_it_a_person(after: str) -> None:
    text = f"The depth would allow more. Angus King{after if after[0] in ', ' else ' ' + after} said that every wit had run out."
    assert names(text) == {"Angus King"}


def test_senators_are_listed_with_a_chair_in_parentheses() -> None:
    text = "In attendance: Senators Ciccone (Chair), Lambie, Whish-Wilson, Shoebridge and two officers."
    assert {"Ciccone", "Lambie", "Whish-Wilson", "Shoebridge"} <= names(text)


def test_a_name_in_a_headline_of_capitals_ends_before_its_verb() -> None:
    title = "Pentagon Press Secretary Maj. Gen. Pat Ryder Holds an On-Camera Press Briefing"
    text = "MAJOR GENERAL PAT RYDER: All right, good afternoon, everybody.\n\nQ: Can you say more, General Ryder?"
    assert names(text, title) == {"Pat Ryder"}


def test_a_headline_gives_the_forename_of_a_minister_whom_the_story_calls_by_surname() -> None:
    title = "Readout of Under Secretary of War for Policy Elbridge Colby's Virtual Meeting With Allies"
    text = (
        "Under Secretary Colby and the ministers met on Tuesday. Colby thanked them for coming to the talks."
    )
    assert names(text, title) == {"Elbridge Colby"}


def test_the_moderator_of_a_transcript_is_named_without_the_role() -> None:
    text = "MODERATOR ANNIKA RYDELL (Ministry of Defence): Welcome.\n\nMINISTER: Thank you, Annika. Good day."
    assert names(text) == {"Annika Rydell"}


def test_the_letter_before_an_answer_is_no_initial() -> None:
    text = "Q. Who resigned the next year?\nA. D. K. Joshi, yes. The only one who ever has.\nQ. And then?\nA. Nobody."
    assert names(text) == {"D. K. Joshi"}


def test_the_capital_that_ends_a_sentence_is_no_initial() -> None:
    text = (
        "Col. Harriet B. Lonsdale-Vega, chief of staff, U.S. Army, Washington, D.C. Lonsdale-Vega is currently "
        "serving as commander."
    )
    assert names(text) == {"Harriet B. Lonsdale-Vega"}


@pytest.mark.parametrize("name", ["Telmo Rey Arteaga", "Maria do Amparo Vilaverde", "Alexander the Great"])
def test_small_words_and_titles_inside_a_name_belong_to_it(name: str) -> None:
    assert name in names(
        f"The report was about the bill of {name}, who had died. He was remembered for years."
    )


def test_letters_after_a_name_with_initials_are_left_off() -> None:
    text = "The letter was signed by Commander P. W. St John Tarrant RN, who served in the South Atlantic."
    assert names(text) == {"P. W. St John Tarrant"}


def test_somebody_called_by_forename_and_fathers_name_is_the_one_of_that_forename() -> None:
    text = (
        'Captain Anatoly Bukreyev gave the order. "Anatoly Pavlovich said that we should wait," she told us.'
    )
    assert names(text) == {"Anatoly Bukreyev"}


@pytest.mark.parametrize(
    "text",
    [
        "Work will be performed in Andover; Burlington; Pelham, New Hampshire; and is expected to end soon.",
        "Thanks to the member (Selkirk—Interlake—Eastman, CPC) the motion was put to the vote on Friday.",
    ],
)
def test_a_place_in_a_state_or_a_constituency_is_nobody(text: str) -> None:
    assert names(text) == set()


def test_senators_who_head_the_lines_of_a_record_are_people_though_their_names_are_words() -> None:
    text = (
        "Senator COTTON: The price of cotton is down a tenth this year.\n\n"
        "Senator KING: A king has limited time here, and I yield.\n\n"
        "Mr. BANKS. Neither of you is from the banks of the river."
    )
    assert names(text) == {"Cotton", "King", "Banks"}


def test_a_heading_of_a_line_that_names_a_body_is_nobody() -> None:
    text = "U.S. AIR FORCE: The base reopened on Monday.\n\nTHE BIG NUMBER: 417 days since the last launch."
    assert names(text) == set()


def test_a_party_in_parentheses_makes_a_name_a_persons() -> None:
    assert names(
        "Question 48. Member Marcus Faber (FDP) withdrew; the question was put to the ministry."
    ) == {"Marcus Faber"}


def test_he_before_a_capital_is_a_surname() -> None:
    text = "Two members of the Central Military Commission, He Weidong and Miao Hua, were expelled last year."
    assert "He Weidong" in names(text)


def test_an_enumeration_of_forenames_is_of_people() -> None:
    text = "There were four of them that day: Stefan, Edgar, Marta and Yolanda, and none could swim."
    assert names(text) >= {"Stefan", "Edgar", "Marta", "Yolanda"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A retired man of about 80 who gave his name as Seiko had been strafed on the road.", "Seiko"),
        ("A wireless operator whose mates called him Chhota gave her a telephone to hold.", "Chhota"),
        ("Police identified one of the dead as Bagu Rather, a guide from the valley.", "Bagu Rather"),
        ('Cmdr. Carlos "el Mono" Saldarriaga came with an accordion and sang.', "Carlos Saldarriaga"),
        ("Prime Minister Mohammed Shia' al-Sudani went home on Sunday.", "Mohammed Shia' al-Sudani"),
    ],
)
def test_what_names_somebody_is_heard(text: str, name: str) -> None:
    assert name in names(text)


def test_a_ship_of_several_words_is_nobody() -> None:
    text = "The destroyer USS Frank E. Petersen Jr. lent her flight deck, and the crew watched from the rail."
    assert names(text) == set()


def test_a_place_under_a_letter_is_nobody() -> None:
    text = "The fence has no place on a common that is 53 years old.\nChuck Moravec, Berwyn\nSir, I disagree."
    assert "Berwyn" not in names(text)


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, str.swapcase])
def test_capitals_of_any_kind_raise_nothing(change: Callable[[str], str]) -> None:
    for path in sorted((Path(__file__).parent / "articles" / "train").glob("*.txt"))[::60]:
        find_people(change(path.read_text(encoding="utf8")))
