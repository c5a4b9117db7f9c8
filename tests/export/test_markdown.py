"""Text of a page in Markdown: shown as it read, never markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.export.markdown import escaped


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_taking_the_escapes_off_gives_the_text_back(text: str) -> None:
    assert re.sub(r"\\(.)", r"\1", escaped(text)).replace("&amp;", "&") == text


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("# not a heading", r"\# not a heading"),
        ("- not a list", r"\- not a list"),
        ("1. not a list", r"1\. not a list"),
        ("1997 was not a list", "1997 was not a list"),
        ("[a](http://x) <b>", r"\[a\](http://x) \<b\>"),
        ("--- not a rule", r"\--- not a rule"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_marks_at_the_start_of_a_line_are_shown(line: str, shown: str) -> None:
    assert escaped(line) == shown
