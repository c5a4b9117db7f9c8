"""What is typed is understood as a person means it, or as text."""

from __future__ import annotations

from datetime import date

import pytest

from clipper.errors import QueryError
from clipper.query import (
    EVERYTHING,
    NOTHING,
    And,
    AuthorIs,
    Dates,
    LanguageIs,
    Not,
    Or,
    PersonIs,
    Phrase,
    SourceIs,
    Word,
    narrowed,
    parse,
    span,
)

TODAY = date(2014, 3, 31)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ISR", Word("ISR")),
        ("ISR radar", And((Word("ISR"), Word("radar")))),
        ("ISR AND radar", And((Word("ISR"), Word("radar")))),
        ("a b OR c", Or((And((Word("a"), Word("b"))), Word("c")))),
        ("a (b OR c)", And((Word("a"), Or((Word("b"), Word("c")))))),
        ('"to work"', Phrase("to work")),
        ("“to work”", Phrase("to work")),
        ("-work", Not(Word("work"))),
        ('-"to work"', Not(Phrase("to work"))),
        ("-(a OR b)", Not(Or((Word("a"), Word("b"))))),
        ("defen*", Word("defen", prefix=True)),
        ("title:ISR", Word("ISR", in_title=True)),
        ('TITLE:"new deal"', Phrase("new deal", in_title=True)),
        ("person:Work", PersonIs("Work")),
        ('person:"Bob Work"', PersonIs("Bob Work")),
        ("major:Work", PersonIs("Work", major=True)),
        ("-person:Work", Not(PersonIs("Work"))),
        ("source:defensenews.com", SourceIs("defensenews.com")),
        ("author:Doe", AuthorIs("Doe")),
        ("lang:en", LanguageIs("en")),
        ("since:2013", Dates("2013-01-01", "")),
        ("until:2013", Dates("", "2013-12-31")),
        ("on:2013-02", Dates("2013-02-01", "2013-02-28")),
        ("date:2013", Dates("2013-01-01", "2013-12-31")),
        ("date:2013..2014-02", Dates("2013-01-01", "2014-02-28")),
        ("date:2013..", Dates("2013-01-01", "")),
        ("date:..2012-02", Dates("", "2012-02-29")),
    ],
)
def test_the_language_is_understood(typed: str, meant: object) -> None:
    assert parse(typed, today=TODAY).root == meant


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("AND", ["AND"]),
        ("OR", ["OR"]),
        ("OR b", ["OR", "b"]),
        ("a OR", ["a", "OR"]),
        ("NOT a", ["NOT", "a"]),
        ("F-35", ["F-35"]),
        ("U.S.", ["U.S."]),
        ("don't", ["don't"]),
        ("person:", ["person:"]),
        ("https://example.org/a?b=c", ["https://example.org/a?b=c"]),
        ('"lone quote', ["lone", "quote"]),
        ("(open", ["open"]),
        ("closed)", ["closed"]),
        ("a - b", ["a", "b"]),
        ("--a", ["-a"]),
        ("caf\udce9 x\x00y", ["caf", "x", "y"]),
        ("a 😀 b", ["a", "b"]),
    ],
)
def test_what_is_no_language_is_text(typed: str, words: list[str]) -> None:
    def texts(node: object) -> list[str]:
        match node:
            case And(parts) | Or(parts):
                return [text for part in parts for text in texts(part)]
            case Not(part):
                return texts(part)
            case Word(text):
                return [text]
        raise AssertionError(node)

    assert texts(parse(typed, today=TODAY).root) == words


def test_nothing_typed_is_everything_and_signs_alone_are_nothing() -> None:
    assert parse("  ", today=TODAY).root == EVERYTHING
    assert parse("  ", today=TODAY).is_everything
    for signs in ('"', "()", "-", "*", "😀", "\x00"):
        assert parse(signs, today=TODAY).root == NOTHING, signs


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2013-09-27", "2013-09-27", "2013-09-27"),
        ("2013/09/27", "2013-09-27", "2013-09-27"),
        ("20130927", "2013-09-27", "2013-09-27"),
        ("2013-09-27T10:00:00Z", "2013-09-27", "2013-09-27"),
        ("today", "2014-03-31", "2014-03-31"),
        ("Yesterday", "2014-03-30", "2014-03-30"),
        ("3d", "2014-03-28", "2014-03-28"),
        ("2w", "2014-03-17", "2014-03-17"),
        ("2 weeks ago", "2014-03-17", "2014-03-17"),
        ("1m", "2014-02-28", "2014-02-28"),
        ("2y", "2012-03-31", "2012-03-31"),
        ("last-month", "2014-02-01", "2014-02-28"),
        ("this month", "2014-03-01", "2014-03-31"),
        ("last week", "2014-03-24", "2014-03-30"),
        ("last_year", "2013-01-01", "2013-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_an_imprecise_date_means_its_whole_span(said: str, first: str, last: str) -> None:
    assert span(said, today=TODAY) == (first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "since:soon",
        "on:2013-13",
        "on:2013-02-30",
        "date:2014..2013",
        "since:999999y",
        "until:0000",
        "date:a..b",
    ],
)
def test_a_date_that_is_none_is_answered_with_a_sentence(typed: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(typed, today=TODAY)
    assert str(caught.value).endswith(".")
    assert caught.value.exit_code == 2


def test_a_search_without_end_is_answered_with_a_sentence() -> None:
    with pytest.raises(QueryError, match="201 words"):
        parse("a " * 201, today=TODAY)
    with pytest.raises(QueryError, match="deep"):
        parse("(" * 21 + "a", today=TODAY)


def test_filters_beside_a_query_are_joined_to_it() -> None:
    asked = parse("a OR b", today=TODAY)
    assert narrowed(asked, today=TODAY) == asked
    wanted = narrowed(asked, today=TODAY, source=["x.org", "y.org"], person="Work", until="2013")
    assert wanted.root == And(
        (
            Or((Word("a"), Word("b"))),
            Or((SourceIs("x.org"), SourceIs("y.org"))),
            PersonIs("Work"),
            Dates("", "2013-12-31"),
        )
    )
    everything = parse("", today=TODAY)
    assert narrowed(everything, today=TODAY, lang="en").root == LanguageIs("en")
    with pytest.raises(QueryError):
        narrowed(everything, today=TODAY, since="whenever")


def test_title_before_brackets_holds_for_each_word_in_them() -> None:
    assert (
        parse("title:(a OR b c)", today=TODAY).root == parse("title:a OR (title:b title:c)", today=TODAY).root
    )
    assert parse('-title:("a b") c', today=TODAY).root == parse('-title:"a b" c', today=TODAY).root


@pytest.mark.parametrize("field", ["source", "person", "lang", "since", "Date"])
def test_brackets_after_another_field_are_refused_with_the_way_to_write_it(field: str) -> None:
    with pytest.raises(QueryError, match="OR"):
        parse(f"{field}:(a OR b)", today=TODAY)


def test_languages_have_names() -> None:
    assert parse("lang:German", today=TODAY).root == parse("lang:de", today=TODAY).root
