"""The shipped lists of names: how they are packed, and that they stay small."""

from __future__ import annotations

from pathlib import Path

import clipper.people
from clipper.people import names
from clipper.people.training.lists import by_head, marked, things

HERE = Path(clipper.people.__file__).parent


def test_surnames_are_packed_by_their_first_letters() -> None:
    assert by_head(["ng", "nguyen", "nguyenova", "noda"]) == ["ng,!", "ngu,yen,yenova", "nod,a"]


def test_the_lists_of_names_share_a_line_with_a_sign_before_each_kind() -> None:
    people = {"abe", "abel", "bo"}, {"abel", "abbott", "abe", "abell", "cy"}
    lines = marked(people, ({"abel", "dover"}, {"abel", "bo"}))
    assert lines == ["abb,*,ott", "abe,+,!,l,*,ll,=,+,l", "bo,!,=,*,!", "cy,*,!", "dov,=,er"]


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
