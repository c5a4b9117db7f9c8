"""Whatever the text, people are found without an exception and their offsets reproduce what was read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.people import find_people

WORDS = """
    Secretary Leon Panetta Gen. O'Brien van der al-Assad BOB WORK: said the USS “ ” Abe 's J. Jr. administration By Photo
    ( ) — - Work Xi é İ ß 小野寺 氏 대통령 김정은 Путин 1997 U.S. Mr. and of
"""
PIECES = st.sampled_from([*WORDS.split(), "\u200b", "\n", "\n\n", ". ", ", ", '"', "防衛相", "Владимир"])
ANY_TEXT = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES).map("".join)
)


@settings(max_examples=250, deadline=None)
@given(
    text=ANY_TEXT,
    title=ANY_TEXT,
    captions=st.lists(ANY_TEXT, max_size=3),
    authors=st.lists(ANY_TEXT, max_size=2),
)
def test_offsets_reproduce_each_mention_and_the_order_is_settled(
    text: str, title: str, captions: list[str], authors: list[str]
) -> None:
    people = find_people(text, title, captions, authors)
    sources = {"text": text, "title": title, "caption": "\n".join(captions)}
    for person in people:
        assert person.name
        assert person.mentions
        for mention in person.mentions:
            assert sources[mention.where][mention.start : mention.end] == mention.text
            assert 0 <= mention.confidence <= 1
    assert people == find_people(text, title, captions, authors)
    counts = [len(person.mentions) for person in people]
    assert counts == sorted(counts, reverse=True)


@settings(max_examples=60, deadline=None)
@given(text=ANY_TEXT, language=st.sampled_from([None, "en", "de", "ja", "", "xx-YY"]))
def test_no_two_people_share_a_place_in_the_text(text: str, language: str | None) -> None:
    taken: set[int] = set()
    for person in find_people(text, language=language):
        for mention in person.mentions:
            places = set(range(mention.start, mention.end))
            assert not places & taken
            taken |= places
