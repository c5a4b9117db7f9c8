"""The shipped lists of names: how they are packed, and that they stay small."""

from __future__ import annotations

from pathlib import Path

import clipper.people
from clipper.people import names
from clipper.people.training.lists import by_head

HERE = Path(clipper.people.__file__).parent


def test_surnames_are_packed_by_their_first_letters() -> None:
    assert by_head(["ng", "nguyen", "nguyenova", "noda"]) == ["ng .", "ngu yen yenova", "nod a"]


def test_surnames_are_known_whole_and_not_in_parts() -> None:
    assert all(names.is_surname(word) for word in ("ng", "panetta", "smith", "müller", "abe"))
    assert not any(names.is_surname(word) for word in ("", "panett", "ng ."))


def test_model_and_lists_stay_under_a_megabyte_and_a_half() -> None:
    files = [path for folder in ("lists", "model") for path in (HERE / folder).iterdir()]
    assert sum(path.stat().st_size for path in files) < 1_500_000
