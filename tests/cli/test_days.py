"""Days at the command line are those of the page's own clock, from adding to showing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import story

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def two_days(run: Run, tmp_path: Path) -> None:
    """Harbor 1 was told on a Tokyo morning, harbor 2 on a Los Angeles evening: both other days in UTC."""
    for number, moment in ((1, "2013-10-01T08:15:00+09:00"), (2, "2013-12-31T20:30:00-08:00")):
        page = tmp_path / f"{number}.html"
        told = f"20{10 + number}-03-0{1 + number}T08:00:00Z"
        assert told in story(number)
        page.write_text(story(number).replace(told, moment), encoding="utf-8")
        assert run("add", page)[0] == 0


@pytest.mark.usefixtures("two_days")
def test_lists_and_searches_show_and_filter_by_the_day_of_the_page(run: Run) -> None:
    newest, *_, oldest = (line for line in run("list")[1].splitlines() if "20" in line)
    assert "2013-12-31 " in newest
    assert "2013-10-01 " in oldest
    assert "Harbor 1" in run("list", "--since", "2013-10-01", "--until", "2013-10-01")[1]
    assert run("list", "--until", "2013-09-30")[1] == ""
    assert run("search", "radar", "on:2013-10-01", "--count")[1] == "1\n"
    assert run("search", "radar", "since:2014", "--count")[1] == "0\n"
    assert "Harbor 2" in run("search", "radar", "date:2013-12..2013-12")[1]
    hit = json.loads(run("search", "radar", "until:2013-10", "--nl")[1])
    assert (hit["dated"], hit["day"]) == ("2013-09-30T23:15:00Z", "2013-10-01")


@pytest.mark.usefixtures("two_days")
def test_people_sources_and_notes_have_the_day_of_the_page(run: Run, tmp_path: Path) -> None:
    (person,) = (
        row for line in run("people", "list", "--nl")[1].splitlines() if "Quill" in (row := json.loads(line))["name"]
    )  # fmt: skip
    assert (person["first"], person["last"]) == ("2013-10-01", "2013-12-31")
    profile = run("people", "show", "Quill")[1]
    assert "2013-10-01 to 2013-12-31" in profile
    assert "2013-10  " in profile
    assert "2013-09" not in profile
    assert "2014-01" not in profile
    assert "2013-10-01" in run("sources")[1]
    assert "2013-10-01 (published" in run("show", "1")[1]


@pytest.mark.usefixtures("two_days")
def test_a_split_that_leaves_nobody_is_refused_with_a_sentence(run: Run) -> None:
    code, _, told = run("people", "split", "Quill", "1", "2")
    assert code == 2
    assert "nobody would be left" in told


def test_a_language_may_be_named(run: Run, small_archive: Path) -> None:
    by_code = run("list", "--lang", "de", "--nl")[1]
    assert by_code
    assert run("list", "--lang", "German", "--nl")[1] == run("search", "lang:german", "--nl")[1].replace(
        "", ""
    )


def test_an_archive_of_a_version_in_development_ends_every_command_in_a_sentence(
    run: Run, small_archive: Path
) -> None:
    import sqlite3

    with sqlite3.connect(small_archive) as other:
        for kind in ("view", "trigger"):
            for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,)).fetchall():
                other.execute(f"DROP {kind} {name}")
        other.execute("DROP INDEX clippings_by_dated")
        other.execute("ALTER TABLE clippings DROP COLUMN day")
    for command in (
        ["list"],
        ["search", "radar"],
        ["show", "1"],
        ["export", "--csv"],
        ["sources"],
        ["status"],
    ):
        code, _, told = run(*command)
        assert code == 1, command
        assert "is damaged or from a version" in told
