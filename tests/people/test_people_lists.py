"""The shipped lists of names: how they are packed, and that they stay small."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import clipper.people
from clipper.people import names
from clipper.people.training.lists import things
from clipper.people.training.swap import listed, origins
from clipper.people.words import FOREIGN_WORDS, FUNCTION_WORDS

HERE = Path(clipper.people.__file__).parent


def test_every_name_listed_has_the_marks_of_its_lists() -> None:
    places, groups = listed("places"), listed("groups")
    given = {name.lower() for origin in origins() for name in origin.given} - FUNCTION_WORDS - FOREIGN_WORDS
    family = {name.lower() for origin in origins() for name in origin.surnames}
    assert min(map(len, (places, groups, given, family))) > 500
    for mark, words in (("K", places), ("G", groups), ("S", family)):
        assert not [word for word in words if mark not in names.marks(word)]
    # But for a dozen that are words or offices too, such as prince and begin.
    assert len([word for word in given if "F" not in names.marks(word)]) < 12


def test_a_word_has_the_marks_of_all_lists_that_hold_it_and_of_no_other_word_with_its_hash() -> None:
    assert crc32(b"plumless") == crc32(b"buckeroo")
    lists = {"F": ["abe", "abel"], "S": ["abel", "plumless", "abe"], "K": ["abel", "buckeroo"], "G": ["abel"]}
    listed = names.Listed(names.marked(lists))
    words = ("abel", "abe", "plumless", "buckeroo", "ab", "")
    assert [listed.marks(word) for word in words] == ["FSKG", "FS", "S", "K", "", ""]


def test_no_word_that_is_not_listed_has_marks() -> None:
    strange = [f"{word}{number}" for word in ("x", "qua", "zz-") for number in range(9999)]
    assert not [word for word in strange if names.marks(word)]


def test_a_word_is_known_as_forename_surname_place_or_group() -> None:
    assert [names.marks(word) for word in ("bo", "panetta", "abel", "kyoto", "reuters", "georgia")] == [
        *("FS" if names.is_surname("bo") else "F", "S", "FS", "K", "G", "FK"),
    ]


def test_no_word_is_taken_for_a_sign_of_the_lists() -> None:
    for word in ("", "ministry", *"+*=!,-.", "abe.", "abe-", "abe'", "use."):
        assert (names.marks(word), word in names.common(), word in names.phrases()) == ("", False, False)


def test_surnames_are_known_whole_and_not_in_parts() -> None:
    assert all(names.is_surname(word) for word in ("ng", "panetta", "smith", "müller", "abe"))
    assert not any(names.is_surname(word) for word in ("", "panett", "ng,."))


def test_names_of_things_are_in_lower_case_and_of_several_words() -> None:
    assert all(name == name.lower() and (" " in name or "-" in name) and "," not in name for name in things())


def test_every_phrase_listed_is_known_by_its_hash_and_no_beginning_or_longer_one_is() -> None:
    listed = things()
    assert all(name in names.phrases() for name in listed)
    others = {f"{name} x" for name in listed} | {name[:-1] for name in listed} - listed
    assert not [name for name in others if name in names.phrases()]


def test_phrases_of_one_first_hash_are_told_apart_by_the_second() -> None:
    listed = names.Hashed(names.hashed(["plumless", "sea park"]))
    assert "plumless" in listed
    assert "sea park" in listed
    assert "buckeroo" not in listed  # whose CRC-32 sum is that of plumless


def test_forenames_of_many_origins_are_known() -> None:
    assert all(name in names.forenames() for name in ("kourosh", "oleksa", "virat", "gisèle", "seung-min"))
    assert not any(word in names.forenames() for word in ("kour", "ministry", "never", "too"))


def test_model_and_lists_stay_under_two_megabytes() -> None:
    files = [path for folder in ("lists", "model") for path in (HERE / folder).iterdir()]
    assert sum(path.stat().st_size for path in files) < 2_000_000
