"""Whatever is typed, a real archive answers with hits or with one sentence.

CLIPPER_HOSTILE=10000 runs that many strings instead of the few hundred of every day.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clipper.archive import Archive
from clipper.errors import QueryError
from clipper.query import narrowed, parse
from clipper.records import Article, Page, Person, Source

COUNT = int(os.environ.get("CLIPPER_HOSTILE", "300"))
PIECES = st.sampled_from(
    [
        '"', "'", "(", ")", "-", "*", ":", "..", "^", "+", "{", "}", ",", ".", "\\", "\x00",
        "\n", "\t", " ", "AND", "OR", "NOT", "NEAR", "NEAR(", "title:", "source:", "person:",
        "author:", "lang:", "date:", "since:", "until:", "on:", "major:", "facets:", "rowid:",
        "search", "2013", "2013-09", "2w", "yesterday", "last month", "ISR", "isr", "F-35",
        "U.S.", "US", "don't", "work", "Work", "intelligence", "surveillance", "and",
        "reconnaissance", "C4ISR", "A2/AD", "caf\udce9", "\ud800", "\ue000", "\ue001", "😀",
        "小野寺", "米", "é", "e\u0301", "ﬁ", "ß", "İ", "٣", "\u200d", "\u202e", "\ufeff", "%", "_",
        ";", "--", "/*", "?1", ":x", "source12", "month201309", "person0bob0work0", "ᾳ",
        "\U0001d54f", "\U000e0001", "𝟙",
    ]
)  # fmt: skip
ANY = st.text(st.characters(exclude_categories=()), max_size=30)
TYPED = (
    ANY
    | st.lists(PIECES | ANY.filter(bool), max_size=14).map("".join)
    | st.lists(PIECES, max_size=14).map(" ".join)
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("hostile") / "a.db") as archive:
        for number, (title, text) in enumerate(
            (
                ("Work on ISR", "They work on intelligence, surveillance and reconnaissance (ISR). US F-35."),
                ("小野寺防衛相", "小野寺氏は é ﬁ ß caf\udce9 述べた。"),
                ("", ""),
            )
        ):
            url = f"https://example.org/{number}"
            page = Page(url, url, datetime(2013, 9, 27, tzinfo=UTC), 200, "text/html", None, (), b"x")
            source = Source("example.org", "Example")
            article = Article(
                url, "", title, ("Jane Doe",), "2013-09-27", None, None, source, None, "en", None, None, None,
                None, text, "p", (), (), (), {}, "1",
            )  # fmt: skip
            archive.save(page, article, [Person("Bob Work", "", True, False, ())])
        yield archive


@settings(max_examples=COUNT, deadline=None, suppress_health_check=list(HealthCheck))
@given(TYPED)
@example("caf\udce9")
@example('"\n:')
@example("")
@example('"')
@example("AND")
@example("a OR -b")
@example("-(-(-a))")
@example("person:\ud800")
@example('title:"\x00"')
@example("source:😀")
@example("on:٢٠١٣")
@example("date:2013..................")
def test_anything_typed_is_answered(small: Archive, typed: str) -> None:
    try:
        hits = small.search(typed)
        number = small.count(typed)
        assert len(hits) == min(number, 20)
        assert {hit.id for hit in small.search(typed, sort="date")} == {hit.id for hit in hits}
        assert len(list(small.clippings(typed, exact=True))) <= 3
        for sentence in small.expansions(typed):
            assert sentence
        small.people(typed)
        asked = parse("", today=date(2014, 1, 1))
        value = typed or "x"
        small.search(
            narrowed(asked, today=date(2014, 1, 1), source=value, person=value, author=value, lang=value)
        )
    except QueryError as error:
        sentence = str(error)
        assert "\n" not in sentence
        assert sentence.endswith(".")
