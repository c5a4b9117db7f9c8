"""Acronyms are learned where a text explains them, and nowhere else."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.acronyms import long_key, long_spellings, long_words, pairs, shipped, short_key, spellings


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "in the field of intelligence, surveillance and reconnaissance (ISR), sources said",
            "ISR",
            "intelligence, surveillance and reconnaissance",
        ),
        ("the Democratic Party of Japan (DPJ).", "DPJ", "Democratic Party of Japan"),
        ("Its littoral combat ship (LCS) sails.", "LCS", "littoral combat ship"),
        ("The UAV (unmanned aerial vehicle) crashed.", "UAV", "unmanned aerial vehicle"),
        (
            "The North Atlantic Treaty Organization, or NATO, met.",
            "NATO",
            "North Atlantic Treaty Organization",
        ),
        ("the Department of Defense (DoD; the Pentagon)", "DoD", "Department of Defense"),
        ("Terminal High-Altitude Area Defense (“THAAD”)", "THAAD", "Terminal High-Altitude Area Defense"),
    ],
)
def test_a_pair_is_learned_from_the_text_that_explains_it(text: str, short: str, long: str) -> None:
    assert pairs(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Shinzo Abe (LDP) spoke.",
        "Boris (1964) was born (see below).",
        "He fell (and how) at home (AP).",
        "WASHINGTON (Reuters) - The Navy said (again) so.",
        "Kim (R) and Lee (L) shake hands.",
        "a (b",
        "(ISR)",
        "",
    ],
)
def test_other_brackets_teach_nothing(text: str) -> None:
    assert pairs(text) == []


def test_each_pair_is_told_once_in_order() -> None:
    text = "A littoral combat ship (LCS), an air defense zone (ADZ), a littoral combat ship (LCS)."
    assert [short for short, _ in pairs(text)] == ["LCS", "ADZ"]


@given(st.text(st.sampled_from("AbC d(),or\n-."), max_size=300) | st.text(max_size=100))
def test_any_text_is_read_and_a_long_form_begins_with_the_acronyms_letter(text: str) -> None:
    for short, long in pairs(text):
        assert short in text
        assert long in text
        assert long[0].lower() == next(char for char in short if char.isalnum()).lower()


def test_long_lines_without_end_are_read_in_no_time() -> None:
    begun = process_time()
    for text in ("word " * 100_000, "(" * 100_000, "A (" * 50_000, "x, or A" * 50_000, "(AB) " * 20_000):
        pairs(text)
    assert process_time() - begun < 5


def test_spellings_of_one_designation_lead_to_each_other() -> None:
    assert spellings("F-35") == ("F35",)
    assert spellings("F35") == ("F-35",)
    assert spellings("U.S.") == ("US",)
    assert spellings("ISR") == ("I.S.R.",)
    assert spellings("work") == spellings("Work") == spellings("multi-agent") == ()
    assert short_key("C4I.S.R.") == short_key("C4ISR") == "c4isr"


def test_the_shipped_list_is_whole_and_each_entry_once() -> None:
    assert len({short for short, _ in shipped()}) == len(shipped()) > 100
    for short, long in shipped():
        assert long_words(long)
        assert (short, long) == (short.strip(), long.strip())


def test_british_and_american_spellings_are_one_long_form() -> None:
    assert long_key("Ministry of Defence") == long_key("ministry of defense")
    assert long_spellings("Ministry of Defense") == (("ministry", "defense"), ("ministry", "defence"))
    assert long_spellings("littoral combat ship") == (("littoral", "combat", "ship"),)
