"""A word diff from which both texts can be put together again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clipper.changes import changes

texts = st.text(st.sampled_from("ab \n"), max_size=40) | st.text(max_size=40)


@given(texts, texts)
def test_both_texts_can_be_put_together_from_the_changes(old: str, new: str) -> None:
    found = changes(old, new)
    assert "".join(part.text for part in found if part.kind != "added") == old
    assert "".join(part.text for part in found if part.kind != "removed") == new


@given(texts)
def test_a_text_compared_with_itself_is_one_run(text: str) -> None:
    assert [part.kind for part in changes(text, text)] == (["same"] if text else [])


def test_only_the_words_that_differ_are_told() -> None:
    old = "The radar works.\nRead more: another story\nIt sees far."
    new = "The radar works well.\nIt sees far."
    told = [(part.kind, part.text) for part in changes(old, new) if part.kind != "same"]
    assert told == [("removed", "works.\nRead more: another story"), ("added", "works well.")]
