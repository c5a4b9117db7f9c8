"""What stands around a name: titles left on it, words that introduce a forename, ships and firms."""

from __future__ import annotations

import pytest

from clipper.people import find_people, names
from clipper.people.bounds import untitled, whole
from clipper.people.introduced import is_introduced, is_personal
from clipper.people.sheet import read
from clipper.people.things import bears_a_name, follows_a_thing, has_an_article, is_called_a_thing
from clipper.people.titles import office
from clipper.people.tokens import runs, tokenise


def names_in(text: str) -> set[str]:
    return {person.name for person in find_people(text)}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tan Sri Zulkifli Harun", "Zulkifli Harun"),
        ("Tan Wei Ming", "Tan Wei Ming"),
        ("Pak Hendro", "Hendro"),
        ("Pak Jong-chol", "Pak Jong-chol"),
        ("U Kyaw Min Htun", "Kyaw Min Htun"),
        ("U Wayama", "Wayama"),
        ("Naib Subedar Ashraf Malik", "Ashraf Malik"),
        ("Curator Ines Oliveira", "Ines Oliveira"),
        ("Sheikh Adam wad al-Bashir", "Adam wad al-Bashir"),
        ("Sheikh Mujibur Rahman", "Sheikh Mujibur Rahman"),
        ("Sheikh Hasina", "Sheikh Hasina"),
        ("Runner-up Paula Vidal", "Paula Vidal"),
        ("Attorney-at-law Philippe Sands", "Philippe Sands"),
        ("Kottayam Sub-Collector Atul Sagar", "Atul Sagar"),
        ("Captains Claudio Villamide", "Claudio Villamide"),
        ("SHO Abid Munir", "Abid Munir"),
        ("AKM Abid Munir", "AKM Abid Munir"),
        ("Don Chuy", "Chuy"),
        ("Don Draper", "Don Draper"),
        ("Hojatoleslam Taha Mohammadi", "Taha Mohammadi"),
        ("Glassblower Falko Greiner", "Falko Greiner"),
        ("Searcher Takashi Obata", "Takashi Obata"),
    ],
)
def test_forms_of_address_are_no_part_of_the_name(words: str, name: str) -> None:
    tokens = tokenise(words)
    assert tokens.surface(untitled(tokens, 0, len(tokens)), len(tokens)) == name


def test_the_end_of_an_office_is_no_part_of_the_name() -> None:
    tokens = tokenise("Minister of Health Grace Tembo")
    assert untitled(tokens, 2, 5) == 3


def test_whose_countryman_somebody_is_is_no_part_of_the_name() -> None:
    tokens = tokenise("Third came the Finn Petteri Niemi.")
    assert tokens.surface(untitled(tokens, 3, 6), 6) == "Petteri Niemi"


def test_the_place_before_a_name_is_no_part_of_it() -> None:
    tokens = tokenise("In Banja Luka Marko Karan won, and the sultan of Nabekavu Epeli Naisau left.")
    assert tokens.surface(untitled(tokens, 1, 5), 5) == "Marko Karan"
    assert tokens.surface(untitled(tokens, 11, 14), 14) == "Epeli Naisau"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He leaves a son, Basil.", "Basil"),
        ("two daughters, Nima and Tashi", "Tashi"),
        ("two daughters, Nima and Tashi", "Nima"),
        ("her cousin Osaze", "Osaze"),
        ("a man surnamed Cheong", "Cheong"),
        ("three children, Tsiry, Hasina and Moana", "Moana"),
        ("Senators Okello, Brandt and Ruiz voted", "Ruiz"),
        ("a gardener called Okello", "Okello"),
        ("The driver is called Okello", "Okello"),
        ("Her name is Okello", "Okello"),
        ("They gave their names as Nur and Okello", "Okello"),
        ("Thanks, Okello", "Okello"),
        ("He came with his driver Okello", "Okello"),
        ("A cook aged 15, Okello, was found", "Okello"),
        ("A nurse at the Lusaka clinic, Okello, has a list", "Okello"),
        ("She was the widow of Okello", "Okello"),
        ("We met Okello, his mother, there", "Okello"),
        ("It is run by Ruth and Bart Claes-Dhondt", "Ruth"),
        ("They have three children: Okello, Nur and Ada", "Okello"),
        ("They were Okello, Nur and Ada", "Nur"),
        ("The driver was a boy called Prince", "Prince"),
    ],
)
def test_what_introduces_one_word_as_a_person(text: str, name: str) -> None:
    tokens = tokenise(text)
    at = tokens.words.index(name)
    assert is_introduced(tokens, at, at + 1)


def test_the_name_and_place_under_a_letter_are_its_writer() -> None:
    text = "It would not need a licence either.\nGeoffrey Loe, Mijas Costa\nThe plaque is wrong again.\n"
    tokens = tokenise(text)
    at = tokens.words.index("Geoffrey")
    assert is_introduced(tokens, at, at + 2)
    for text in (
        "It ended.\nTampa Bay, Florida\nMore rain fell.",
        "It rained in\nGeoffrey Loe, a farmer, said.",
    ):
        tokens = tokenise(text)
        assert not any(is_introduced(tokens, i, i + 2) for i in range(len(tokens)) if tokens.opens[i])


def test_nothing_else_introduces_one_word() -> None:
    for text in (
        "The band, Nimbus, and Tashi played.",
        "The owner, Okello, said that it would sell.",
        "a ship named Okello",
        "He taught the children, Germany and Poland, in the same year.",
        "The yard's name is Okello",
    ):
        tokens = tokenise(text)
        assert not any(is_introduced(tokens, i, i + 1) for i in range(len(tokens)) if tokens.cap[i]), text


@pytest.mark.parametrize(
    ("text", "borne"),
    [
        ("The Okello Duarte airport was shut.", True),
        ("He left the firm Okello Duarte.", True),
        ("It hit a trawler, Okello Duarte, at night.", True),
        ("They live in Okello Township now.", True),
        ("It is the firm Okello Duarte founded.", False),
        ("The yacht was called Okello Duarte until 1990.", True),
        ("They wrote to Okello Duarte, a village of 900 houses, first.", True),
        ("It belongs to Okello Duarte, the engineering firm of the guards.", True),
        ("It was heat-tolerant Okello Duarte, which came in 2017.", True),
        ("The money is from Okello Books today.", True),
        ("They wrote to Okello Duarte, a friend of the firm, first.", False),
        ("The party of Okello Duarte, which may lose, was silent.", False),
        ("The boy was called Okello Duarte.", False),
        ("Farmers from Okello Duarte came.", True),
        ("The residents of Okello Duarte left.", True),
        ("Jane Moyo, 66, of Okello Duarte, won.", True),
        ("A letter from Okello Duarte came.", False),
        ("A friend of Okello Duarte came.", False),
        ("Farmers from Okello Duarte's farm came.", False),
        ("They spoke of Jane Moyo, of Okello Duarte and others.", False),
        ("The leader of the party, Okello Duarte, spoke.", False),
        ("The airport Okello Duarte opened is shut.", False),
        ("She met Okello Duarte at the airport.", False),
    ],
)
def test_the_words_around_a_name_say_when_a_thing_bears_it(text: str, borne: bool) -> None:
    tokens = tokenise(text)
    at = tokens.words.index("Okello")
    said = [look(tokens, at, at + 2) for look in (bears_a_name, follows_a_thing, is_called_a_thing)]
    assert any(said) == borne


def test_a_ship_named_for_a_queen_is_not_the_queen() -> None:
    assert names_in("HMS Queen Elizabeth left Portsmouth on Monday with eight jets aboard.") == set()


def test_what_stands_before_or_after_a_name_makes_it_a_place_or_a_firm() -> None:
    text = "It runs from Barangay Trinidad Gomez to Avenida Pedro Salinas. Tomas Duarte Shipping paid for it."
    assert names_in(text) == set()


def test_places_and_firms_of_two_words_are_not_people() -> None:
    known = names.phrases()
    assert all(phrase in known for phrase in ("sri lanka", "morgan stanley", "khan younis"))
    assert not any(phrase in known for phrase in ("", "sri", "sri ", "sri l", "morgan", "leon panetta"))
    assert names_in("The loan came from Morgan Stanley, which lent to Tamil Nadu before.") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday Nandi Okello, who grew up here, won.", "Nandi Okello"),
        ("Yesterday Nandi Okello, 66, won.", "Nandi Okello"),
        ("He spoke through his spokesman, Nandi Okello.", "Nandi Okello"),
        ("Their envoy is Nandi Okello.", "Nandi Okello"),
        ("A prize for the late Nandi Okello was given.", "Nandi Okello"),
        ("a woman named Nandi", "Nandi"),
        ("We asked Senator Nandi about it", "Nandi"),
        ("The bronze went to Nandi Okello (31), of Lusaka", "Nandi Okello"),
        ("We asked Nandi Okello, the overseer, about it", "Nandi Okello"),
        ("He met Nandi Okello's mother there", "Nandi Okello"),
    ],
)
def test_words_that_speak_of_a_person(text: str, name: str) -> None:
    tokens = tokenise(text)
    at = tokens.words.index("Nandi")
    assert is_personal(tokens, at, at + len(name.split()))


def test_words_that_speak_of_a_place_or_thing() -> None:
    for text in (
        "It flew to Nandi Okello, 66 miles off.",
        "a city, Nandi Okello",
        "Nandi Okello, 1966, p. 2",
    ):
        tokens = tokenise(text)
        at = tokens.words.index("Nandi")
        assert not is_personal(tokens, at, at + 2)


def test_an_unknown_name_beside_who_is_a_person() -> None:
    assert names_in("Nothing moved. Kwentu Obraze, who drove the bus, waited.") == {"Kwentu Obraze"}


@pytest.mark.parametrize(
    ("words", "start", "end", "name"),
    [
        ("Lance P. Oduya", 1, 3, "Lance P. Oduya"),
        ("Marine Le Goff", 1, 3, "Marine Le Goff"),
        ("Gen Le Goff", 1, 3, "Le Goff"),
        ("Kamau wa Ngengi", 2, 3, "Kamau wa Ngengi"),
        ("Clive Oduya", 1, 2, "Clive Oduya"),
        ("Georgia Oduya", 1, 2, "Oduya"),
        ("Pak Hendro Widodo", 1, 3, "Hendro Widodo"),
        ("Sheikh Mujibur Rahman", 1, 3, "Sheikh Mujibur Rahman"),
        ("Marjolein de Wit", 0, 2, "Marjolein de Wit"),
        ("Bakyt Asan uulu spoke", 0, 3, "Bakyt Asan uulu"),
        ("Lawrence Lok SC", 0, 3, "Lawrence Lok"),
        ("T.S. Oduya", 1, 2, "T.S. Oduya"),
        ("R Oduya", 1, 2, "R Oduya"),
        ("U.S. Oduya", 1, 2, "Oduya"),
        ("F Oduya", 1, 2, "Oduya"),
        ("I Made Oduya", 1, 3, "I Made Oduya"),
        ("Nazmi bin Haji Mohamad", 0, 3, "Nazmi bin Haji Mohamad"),
        ("Charles Windsor III", 0, 3, "Charles Windsor III"),
        ("King Charles I", 1, 2, "Charles I"),
        ("Do Thi Oduya", 1, 3, "Do Thi Oduya"),
        ("clerk Shepherd Oduya", 2, 3, "Shepherd Oduya"),
        ("met Agop Efendi", 1, 3, "Agop"),
        ('saw Ana "Risa" Oduya', 3, 6, 'Ana "Risa" Oduya'),
    ],
)
def test_a_name_that_was_cut_is_made_whole(words: str, start: int, end: int, name: str) -> None:
    tokens = tokenise(words)
    assert tokens.surface(*whole(tokens, 0, start, end)) == name


def test_the_line_of_an_appointment_names_its_general() -> None:
    text = "The following were announced.\n\nCommodore Lachlan Okello to be Director General Navy Training"
    assert names_in(text) == {"Lachlan Okello"}


def test_names_with_their_own_apostrophes_are_whole_words() -> None:
    assert "Anyang' Nyong'o" in [
        tokens.surface(*span)
        for tokens in [tokenise("The governor, Anyang' Nyong'o, and ʻAisake Eke met.")]
        for span in runs(tokens)
    ]
    assert names_in("Prime Minister ʻAisake Eke spoke first. Eke then left.") == {"ʻAisake Eke"}


def test_a_forename_beyond_the_run_is_left_where_it_is() -> None:
    tokens = tokenise("Marine Le Goff")
    assert whole(tokens, 1, 1, 3) == (1, 3)


def test_sons_and_daughters_of_are_parts_of_one_name() -> None:
    tokens = tokenise("The jury heard Muthu a/l Subramaniam and Rajan s/o Pillai.")
    spans = [tokens.surface(*span) for span in runs(tokens)]
    assert "Muthu a/l Subramaniam" in spans
    assert "Rajan s/o Pillai" in spans


def test_a_line_of_names_is_no_headline() -> None:
    line_up = (
        "Kumasi: Felix Annan; Kwame Sarpong, Ebenezer Aban, Mustapha Agbaje; Augustine Okrah, Justice Blay"
    )
    assert not read(line_up).weak
    assert read("Defense Minister Onodera Visits Okinawa Base").weak
    assert not read("- Sultan bin Saad Al-Muraikhi, Minister of State of the State of Qatar;").weak


def test_an_article_before_a_full_name_makes_it_a_thing() -> None:
    tokens = tokenise("They boarded the Harriet B. Omondi and met Paul Omondi.")
    assert has_an_article(tokens, 3, 6)
    assert not has_an_article(tokens, 8, 10)
    assert not has_an_article(tokens, 4, 5)


def test_half_of_a_double_surname_is_its_bearer() -> None:
    found = find_people(
        "Colonel Annick Verhaeren-Lindqvist led the inquiry in Ghent. Verhaeren said the files were lost. "
        "Col. Verhaeren retires in May."
    )
    assert [person.name for person in found] == ["Annick Verhaeren-Lindqvist"]
    assert len(found[0].mentions) == 3


def test_a_place_before_a_colon_is_no_speaker() -> None:
    assert names_in("PORT MORESBY: Prices of betel nut rose again at Gordons market on Tuesday.") == set()


def test_a_lone_common_word_is_a_person_only_where_the_document_says_so() -> None:
    assert names_in("Work stopped at noon. Brussels and Boeing were silent.") == set()
    assert names_in("Deputy Secretary Bob Work spoke first. Work said the ships were late.") == {"Bob Work"}
    assert (
        len(find_people("Deputy Secretary Bob Work spoke first. Work said the ships were late.")[0].mentions)
        == 2
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("He met Petty Officer 2nd Class Ann Roe there.", "Petty Officer 2nd Class"),
        ("Then Sgt. 1st Class Ann Roe spoke.", "Sgt. 1st Class"),
        ("Then Private First Class Ann Roe spoke.", "Private First Class"),
        ("They built the Ford Class Ann Roe there.", ""),
    ],
)
def test_a_rank_and_its_class_are_one_title(text: str, title: str) -> None:
    tokens = tokenise(text)
    at = tokens.words.index("Ann")
    assert office(tokens, at, at + 2) == title
