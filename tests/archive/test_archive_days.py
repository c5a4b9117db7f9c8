"""A day is the page's own day: a morning in Tokyo is not the evening before, whatever it is in UTC."""

from __future__ import annotations

from dataclasses import replace

import pytest
from archive_samples import article, page, person

from clipper.archive import Archive
from clipper.cli.answers import Asked, answer

TOKYO = "2013-10-01T08:15:00+09:00"  # the last evening of September in UTC
LOS_ANGELES = "2013-12-31T20:30:00-08:00"  # the first morning of January in UTC


@pytest.fixture
def two_days(archive: Archive) -> Archive:
    """A story of a Tokyo morning (1) and one of a Los Angeles evening (2)."""
    for number, published in ((1, TOKYO), (2, LOS_ANGELES)):
        url = f"https://example.org/{number}"
        told = article(f"Story {number}", "The talks began.", url, published=published)
        archive.save(page(url), told, [person("Bob Work", "Deputy")])
    return archive


def found(archive: Archive, query: str) -> list[int]:
    return sorted(hit.id for hit in archive.search(query))


def test_the_day_is_the_declared_one_and_the_sort_key_stays_in_utc(two_days: Archive) -> None:
    morning, evening = two_days.get(1), two_days.get(2)
    assert (morning.dated, morning.day) == ("2013-09-30T23:15:00Z", "2013-10-01")
    assert (evening.dated, evening.day) == ("2014-01-01T04:30:00Z", "2013-12-31")
    assert [row.day for row in two_days.recent()] == ["2013-12-31", "2013-10-01"]
    assert [hit.day for hit in two_days.search("talks", sort="date")] == ["2013-12-31", "2013-10-01"]


@pytest.mark.parametrize("words", ["", "talks "])
@pytest.mark.parametrize(
    ("dates", "ids"),
    [
        ("on:2013-10-01", [1]),
        ("on:2013-09-30", []),
        ("on:2013-10", [1]),
        ("on:2013-09", []),
        ("since:2013-10-01", [1, 2]),
        ("until:2013-09-30", []),
        ("until:2013-10-01", [1]),
        ("date:2013-12-31..2013-12-31", [2]),
        ("on:2014-01", []),
        ("since:2014", []),
        ("until:2013", [1, 2]),
        ("on:2013", [1, 2]),
        ("-on:2013-12-31", [1]),
        ("until:9999-12-31", [1, 2]),
        ("until:9999-12-30", [1, 2]),
        ("since:0001-01-01", [1, 2]),
    ],
)
def test_date_filters_go_by_the_pages_own_day(
    two_days: Archive, words: str, dates: str, ids: list[int]
) -> None:
    assert found(two_days, words + dates) == ids
    assert two_days.count(words + dates) == len(ids)


def test_people_and_sources_are_dated_by_the_pages_own_day(two_days: Archive) -> None:
    known = two_days.profile("Bob Work")
    assert (known.person.first, known.person.last) == ("2013-10-01", "2013-12-31")
    assert known.months == (("2013-10", 1), ("2013-12", 1))
    assert [(title.first, title.last) for title in known.titles] == [("2013-10-01", "2013-12-31")]
    assert [(row.first, row.last) for row in two_days.sources()] == [("2013-10-01", "2013-12-31")]
    assert [row.clippings for row in two_days.people("on:2013-10-01")] == [1]
    assert two_days.people("on:2013-09-30") == []
    status = two_days.status()
    assert (status.first, status.last) == ("2013-10-01", "2013-12-31")


def test_a_day_corrected_moves_the_people_and_the_months(two_days: Archive) -> None:
    two_days.edit(1, published="2012-05-06T01:00:00+09:00")
    assert found(two_days, "talks on:2012-05-06") == [1]
    assert two_days.profile("Bob Work").months == (("2012-05", 1), ("2013-12", 1))


@pytest.mark.parametrize(
    ("changes", "given", "day"),
    [
        ({"published": "2013-09"}, None, "2013-09"),
        ({"published": "2013"}, None, "2013"),
        ({"published": "20131003T081500+0900"}, None, "2013-10-03"),
        ({"page_timestamp": "2013-09-27T23:42"}, None, "2013-09-27"),
        ({}, None, "2014-10-09"),
        ({"published": "2013-09-27"}, "2013-10-03T08:15+09:00", "2013-10-03"),
    ],
)
def test_a_day_is_as_precise_as_it_was_told(
    archive: Archive, changes: dict[str, str], given: str | None, day: str
) -> None:
    id, _ = archive.save(page(), article(**changes), dated=given)
    assert archive.get(id).day == day


def test_a_day_given_by_the_user_survives_edits_better_rules_and_rebuilds(archive: Archive) -> None:
    id, _ = archive.save(page(), article(), [person("Bob Work")], dated=TOKYO)
    archive.edit(id, title="Another title")
    archive.replace_text(id, article(text="Better text", rules="2"), [person("Bob Work")])
    list(archive.rebuild_people(lambda clipping: clipping.people))
    kept = archive.get(id)
    assert (kept.dated, kept.day, kept.dated_from) == ("2013-09-30T23:15:00Z", "2013-10-01", "user")
    assert found(archive, "better on:2013-10-01") == [id]
    assert archive.profile("Bob Work").months == (("2013-10", 1),)


def test_a_better_text_with_a_better_date_moves_the_day(two_days: Archive) -> None:
    told = two_days.get(1).article
    two_days.replace_text(1, replace(told, published="2013-10-02T00:30:00+09:00", rules="2"))
    assert found(two_days, "on:2013-10-02") == [1]


def test_the_command_lists_and_filters_by_the_pages_own_day(
    two_days: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(two_days.path)
    assert answer(Asked(words=["talks"], db=place, since="2013-10-01", until="2013-10-01")) == 0
    shown = capsys.readouterr().out
    assert "2013-10-01" in shown
    assert "Story 2" not in shown
    answer(Asked(words=["on:2013-12-31"], db=place))
    assert "2013-12-31" in capsys.readouterr().out
    answer(Asked(words=["on:2013-10-01"], db=place, form="nl"))
    assert '"dated": "2013-09-30T23:15:00Z"' in (out := capsys.readouterr().out)
    assert '"day": "2013-10-01"' in out
