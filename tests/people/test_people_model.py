"""The table of weights: what it gives for a feature, known or not, from its file and once it is loaded."""

from __future__ import annotations

from zlib import crc32

import pytest

from clipper.people import find_people
from clipper.people.weights import UNKNOWN, Weights, table

ROWS = [("0w=onodera", 127, -127), ("nxt1=,", -3, 0), ("bc=Xé", 5, 64)]


def test_a_feature_has_the_weights_that_were_written_for_it() -> None:
    weights = Weights(table(ROWS, 0.5, {"BI": 2.0}))
    assert [weights.apart(weights.sum([name])) for name, _, _ in ROWS] == [
        (63.5, -63.5),
        (-1.5, 0),
        (2.5, 32),
    ]


def test_weights_of_features_are_added_and_those_of_unknown_ones_are_nothing() -> None:
    weights = Weights(table(ROWS, 0.5, {}))
    assert weights.apart(weights.sum(["0w=onodera", "nxt1=;", "nxt1=,", "bc=Xé", ""])) == (64.5, -31.5)
    assert weights.sum([]) == 0


def test_the_weights_stay_the_same_when_so_many_were_sought_that_all_are_loaded() -> None:
    weights = Weights(table(ROWS, 1.0, {}))
    seeking = weights.find
    known = [weights.sum([name]) + UNKNOWN for name, _, _ in ROWS]
    for k in range(5_000):
        weights.sum([f"out{k}="])
    loaded = weights.find
    assert loaded != seeking
    for find in (seeking, weights.find):
        assert [find(crc32(name.encode()), UNKNOWN) for name, _, _ in ROWS] == known
        assert find(crc32(b"nxt1=;"), UNKNOWN) == UNKNOWN
    assert weights.find is loaded


def test_of_two_features_of_one_hash_the_heavier_stays() -> None:
    assert crc32(b"plumless") == crc32(b"buckeroo")
    for rows in ([("plumless", 3, 4), ("buckeroo", 2, -9)], [("buckeroo", 2, -9), ("plumless", 3, 4)]):
        weights = Weights(table(rows, 1.0, {}))
        assert weights.apart(weights.sum(["plumless"])) == (2, -9)


def test_a_table_without_features_is_empty() -> None:
    assert Weights(table([], 1.0, {})).sum(["a", "b"]) == 0


@pytest.mark.parametrize("code", [0xD800, 0xDFFF])
def test_halves_of_letters_hide_nobody_and_get_into_no_name(code: int) -> None:
    half = chr(code)
    text = f"The {half} report. Defense Minister Itsunori Onodera {half}spoke to {half} in Tokyo. Onodera{half} left."
    (person,) = find_people(text)
    assert person.name == "Itsunori Onodera"
    assert [text[m.start : m.end] for m in person.mentions] == ["Itsunori Onodera", "Onodera"]
