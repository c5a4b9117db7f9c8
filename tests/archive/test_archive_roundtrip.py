"""Whatever a page holds, what is saved is what comes back, in characters that SQLite can hold."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from archive_samples import FETCHED, article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.archive import Archive
from clipper.archive.saving import storable_article, storable_person
from clipper.archive.words import folded, storable
from clipper.records import Article, Mention, Page, Person, Removed, Source

# Every character, lone surrogates too, which Hypothesis otherwise leaves out.
HOSTILE = st.text(st.characters(exclude_categories=()), max_size=40)
ODD = st.sampled_from(
    ["caf\udce9", "a\x00b", "\ue000hit\ue001", "'; DROP TABLE clippings; --", "ﬁ\u0301", "\u2028"]
)
TEXT = HOSTILE | ODD
SOME = st.none() | TEXT
TUPLE = st.lists(TEXT.filter(bool), max_size=3).map(tuple)

ARTICLES = st.builds(
    Article,
    url=TEXT,
    canonical_url=TEXT,
    title=TEXT,
    authors=TUPLE,
    published=SOME | st.sampled_from(["2013", "2013-09-27", "2013-09-27T10:00:00+09:00"]),
    modified=SOME,
    page_timestamp=SOME,
    source=st.builds(Source, domain=TEXT, name=TEXT),
    credited=SOME,
    language=SOME,
    section=SOME,
    image=SOME,
    dateline=SOME,
    slug=SOME,
    text=TEXT,
    layout=TEXT,
    captions=TUPLE,
    removed=st.lists(st.builds(Removed, rule=TEXT, text=TEXT), max_size=2).map(tuple),
    warnings=TUPLE,
    origins=st.dictionaries(TEXT, TEXT, max_size=2),
    rules=TEXT,
)
MENTIONS = st.builds(
    Mention,
    text=TEXT,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    where=st.sampled_from(["text", "title", "caption"]),
    confidence=st.floats(0, 1),
    ambiguous=st.booleans(),
)
PEOPLE = st.builds(
    Person,
    name=TEXT,
    title=TEXT,
    major=st.booleans(),
    passing=st.booleans(),
    mentions=st.lists(MENTIONS, max_size=2).map(tuple),
)
PAGES = st.builds(
    Page,
    requested_url=st.just(""),
    final_url=st.just(""),
    fetched_at=st.just(FETCHED),
    status=st.integers(100, 599),
    media_type=TEXT,
    charset=SOME,
    headers=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    body=st.binary(max_size=50),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=ARTICLES, people=st.lists(PEOPLE, max_size=2), seen=PAGES)
def test_any_article_comes_back_as_it_was_saved(
    archive: Archive, told: Article, people: list[Person], seen: Page
) -> None:
    told = replace(told, canonical_url="")
    id, new = archive.save(seen, told, people)
    kept = archive.get(id)
    if new:
        wanted = storable_article(told)
        ignored = {"source"}  # a site has one name, whatever each of its pages says
        for field in fields(Article):
            if field.name not in ignored:
                assert getattr(kept.article, field.name) == getattr(wanted, field.name), field.name
        assert kept.people == tuple(map(storable_person, people))
        assert archive.page(id).body == seen.body
    archive.remove(id)


@given(HOSTILE | ODD)
def test_storable_text_keeps_its_length_and_can_be_written(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    kept.encode()
    assert storable(kept) == kept
    assert not any(char in kept for char in "\x00\ue000\ue001")


@given(HOSTILE | ODD)
def test_a_folded_name_folds_to_itself(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_accents_apostrophes_and_case_do_not_matter_for_names() -> None:
    assert folded("Núñez-O’Neil, José") == "nunez oneil jose"
    assert folded("LEŠEK ŁØVE") == "lesek love"
    assert folded("小野寺 五典") == "小野寺 五典"
    assert folded("ガンダム") != folded("カンタム")


def test_a_clean_text_is_kept_character_for_character(tmp_path: Path) -> None:
    text = "Zoë said “no” — twice… 小野寺 👍🏽\nمرحبا \u200d ok\u00a0now"
    with Archive(tmp_path / "a.db") as archive:
        seen = Page("", "", FETCHED, 200, "text/plain", None, (), text.encode())
        id, _ = archive.save(seen, article("T", text))
        assert archive.get(id).article.text == text


def test_a_caption_of_two_lines_keeps_its_offsets(archive: Archive) -> None:
    told: dict[str, Any] = {"captions": ("Bob\nWork", "next")}
    seen = Page("", "", FETCHED, 200, "text/plain", None, (), b"x")
    id, _ = archive.save(seen, article("T", "x", **told))
    assert archive.get(id).article.captions == ("Bob Work", "next")
