"""Enumerations: what the noun before them, and the other names in them, say of each name."""

from __future__ import annotations

import pytest

from clipper.people.link import Spotted
from clipper.people.listing import among_people, is_among_things
from clipper.people.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "name", "things"),
    [
        ("It served the hamlets of Gali Jagir, Mehmood Wali and Jaffar.", "Mehmood Wali", True),
        ("It served the hamlets of Gali Jagir, Mehmood Wali and Jaffar.", "Gali Jagir", True),
        ("Workshops called Sri Kuncoro, Sekar Arum and Bima Sakti closed.", "Bima Sakti", True),
        ("They shut Khoun Boulom and Lane Xang roads.", "Khoun Boulom", True),
        ("They sold brands such as Anton Berg, Marabou and Karl Fazer.", "Anton Berg", True),
        ("The farmers Gali Jagir, Mehmood Wali and Jaffar came.", "Mehmood Wali", False),
        ("She met Mehmood Wali.", "Mehmood Wali", False),
        ("The boats left. Gali Jagir, Mehmood Wali and Jaffar came.", "Mehmood Wali", False),
    ],
)
def test_an_enumeration_is_of_what_its_noun_says(text: str, name: str, things: bool) -> None:
    tokens = tokenise(text)
    at = tokens.words.index(name.split()[0])
    assert is_among_things(tokens, at, at + len(name.split())) == things


def spotted(text: str, names: dict[str, float]) -> list[Spotted]:
    tokens = tokenise(text)
    found = []
    for name, score in names.items():
        words = tuple(name.split())
        at = tokens.words.index(words[0])
        one = Spotted(words, "text", tokens.starts[at], tokens.ends[at + len(words) - 1], at, score)
        one.place = at, at + len(words)
        found.append(one)
    return found


def test_a_name_among_sure_people_is_likely_a_person() -> None:
    text = "The crew were Nandi Okello, Trust, Paul Omondi and Ruth Moyo."
    names = spotted(text, {"Nandi Okello": 0.95, "Trust": 0.1, "Paul Omondi": 0.9, "Ruth Moyo": 0.9})
    assert [one.words for one in among_people(tokenise(text), names, set())] == [("Trust",)]
    assert names[1].score > 0.8


def test_places_among_people_and_names_among_things_stay_what_they_are() -> None:
    text = "The crew were Nandi Okello, London, Paul Omondi and Ruth Moyo."
    names = spotted(text, {"Nandi Okello": 0.95, "London": 0.1, "Paul Omondi": 0.9, "Ruth Moyo": 0.9})
    assert not list(among_people(tokenise(text), names, set()))
    text = "Orell, Trust, Paul Omondi and Shipley closed."
    names = spotted(text, {"Trust": 0.1, "Paul Omondi": 0.9})
    assert not list(among_people(tokenise(text), names, set()))
