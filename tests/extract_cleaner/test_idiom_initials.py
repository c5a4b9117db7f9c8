"""The letters by which forms are chosen never lose a form."""

from __future__ import annotations

import re

import pytest

from clipper.extract.cleaner.idioms import LANGUAGES, idioms, initials


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        ("share this", "s"),
        ("(like )?loading", "ll"),
        ("(no|\\d+) comments?", "n0"),
        ("a|b", "ab"),
        ("=?=?\\(?(ap|afp)\\)?", "==(aa"),
        ("((the|that) )?read", "ttr"),
        (".{0,40}related", ""),
        ("[abc]x", ""),
        ("x?", ""),
        ("(?:a|b)c", ""),
        ("#{2,}|/{2,}", "#/"),
    ],
)
def test_a_form_names_the_letters_that_it_can_begin_with(form: str, letters: str) -> None:
    assert initials(form) == letters


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_fits_a_group_exactly_when_it_fits_one_of_its_forms(language: str) -> None:
    lines = [
        "",
        "12 comments",
        "١٢ comments",
        "３件",
        "share",
        "teilen",
        "read more: the harbour",
        "(ap)",
        "@harbour",
    ]
    for idiom in idioms(language):
        whole = re.compile("|".join(f"(?:{form})" for form, _ in idiom._forms))
        for line in lines:
            assert idiom.fits(line) == bool(whole.fullmatch(line))
