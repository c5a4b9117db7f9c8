"""`clipper search`, `list`, `people` and `sources`: what is found and how it is told."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("small_archive")


def titles(out: str) -> list[str]:
    return [json.loads(line)["title"] for line in out.splitlines()]


def test_a_hit_shows_number_day_source_title_and_the_marked_place(run: Run) -> None:
    code, out, _ = run("search", "tanker")
    assert code == 0
    first, second = out.splitlines()
    assert "Allied Tankers to Train Together Over Guam" in first
    assert "2024-04-20" in first
    assert "*tanker" in second.lower()


def test_an_acronym_finds_its_long_form_and_says_so_beside_the_results(run: Run) -> None:
    _, out, err = run("search", "ISR", "--nl")
    assert len(titles(out)) == 3
    assert "intelligence, surveillance and reconnaissance" in err
    assert run("search", "ISR", "--exact", "--nl")[2] == ""


def test_a_person_is_found_by_name_and_not_by_word(run: Run) -> None:
    assert titles(run("search", "person:Work", "--nl")[1]) == [
        "Deputy secretary wants wargames back on the calendar"
    ]
    assert len(titles(run("search", "work", "--nl")[1])) > 1


def test_a_day_that_is_no_publication_date_is_marked(run: Run) -> None:
    out = run("search", "source:", "Seoul", "--limit", "1")[1] + run("search", "warning data")[1]
    assert "2013-05-18?" in out


def test_words_that_begin_with_a_hyphen_exclude(run: Run) -> None:
    everywhere = titles(run("search", "ISR", "--nl")[1])
    without = titles(run("search", "ISR", "-Japan", "--nl")[1])
    assert set(without) < set(everywhere)
    assert run("search", "-Japan", "ISR", "--count")[1] == f"{len(without)}\n"


def test_limit_offset_count_and_sort_work_together(run: Run) -> None:
    ordered = titles(run("search", "the", "--sort", "date", "--nl")[1])
    assert (
        titles(run("search", "the", "--sort", "date", "--limit", "2", "--offset", "1", "--nl")[1])
        == ordered[1:3]
    )
    assert run("search", "the", "--count")[1].strip() == str(len(ordered))


def test_filters_narrow_by_source_person_and_time(run: Run) -> None:
    assert titles(run("list", "--since", "2019", "--until", "2021", "--nl")[1]) == [
        "Ministerin besucht Gebirgsjäger in Mittenwald",
        "Small Navies, Long Coasts",
    ]
    assert titles(run("list", "--source", "harlow-institute.example", "--nl")[1]) == [
        "Small Navies, Long Coasts"
    ]
    assert titles(run("list", "--person", "onodera", "--nl")[1]) == [
        "Tokyo, Washington open talks on guideline review"
    ]


def test_json_is_one_array_of_hits_with_the_promised_keys(run: Run) -> None:
    hits = json.loads(run("search", "radar OR ISR", "--json")[1])
    assert {"id", "title", "url", "source", "dated", "snippet", "score"} <= set(hits[0])
    assert run("search", "xyzzy", "--json")[1] == "[]\n"


def test_csv_and_tsv_have_a_header_and_a_line_per_hit(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("search", "ISR", "--csv")[1])))
    assert len(rows) == 3
    assert rows[0]["title"]
    lines = run("search", "ISR", "--tsv")[1].splitlines()
    assert [line.count("\t") for line in lines] == [8] * 4


def test_nothing_found_is_no_failure(run: Run) -> None:
    code, out, err = run("search", "xyzzy")
    assert (code, out) == (0, "")
    assert "nothing found" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["ISR"],
        ["ISR", "--nl"],
        ["the", "--sort=date", "--limit=3", "--csv"],
        ["-Japan", "ISR", "--count"],
        ["--", "-x"],
    ],
    ids=" ".join,
)
def test_the_quick_door_and_the_librarys_door_answer_alike(
    run: Run, tmp_path: Path, arguments: list[str]
) -> None:
    from clipper.cli.commands import invoke
    from clipper.cli.quick import plain_search

    assert plain_search(["search", *arguments]) is not None
    quick = run("search", *arguments)
    slow_code = invoke(["--db", str(tmp_path / "clippings.db"), "search", *arguments])
    assert quick[0] == slow_code
    assert run("search", *arguments)[1].endswith(quick[1])


def test_the_quick_door_knows_every_option_of_search() -> None:
    import click

    from clipper.cli import quick
    from clipper.cli.find import search

    known = {*quick.FLAGS, *quick.NUMBERS, *quick.WORDS, *quick.LISTS}
    declared = {flag for option in search.params if isinstance(option, click.Option) for flag in option.opts}
    assert known == declared


@pytest.mark.parametrize(
    "arguments", [["--limit", "x"], ["--sort", "size"], ["--limit"], ["--nonsense"], ["--limit=-1"]]
)
def test_misuse_goes_to_the_library_which_says_what_is_wrong(run: Run, arguments: list[str]) -> None:
    code, out, err = run("search", "ISR", *arguments)
    assert (code, out) == (2, "")
    assert arguments[0].partition("=")[0] in err


def test_a_date_that_is_none_is_misuse_with_one_sentence(run: Run) -> None:
    code, _, err = run("search", "ISR", "--since", "someday")
    assert code == 2
    assert err.count("\n") == 1


def test_people_are_listed_with_counts_and_days(run: Run) -> None:
    rows = {row["name"]: row for row in json.loads(run("people", "--json")[1])}
    assert rows["Bob Work"]["clippings"] == 1
    assert rows["Itsunori Onodera"]["first"].startswith("2013-10-0")
    table = run("people", "--limit", "0")[1]
    assert "Devon Pryce" in table


def test_one_person_is_shown_with_the_clippings(run: Run) -> None:
    code, out, _ = run("people", "Onodera", "Itsunori")
    assert code == 0
    assert "Itsunori Onodera" in out
    assert "Tokyo, Washington open talks on guideline review" in out


def test_somebody_unknown_is_a_sentence(run: Run) -> None:
    code, out, err = run("people", "Nobody", "Whatever")
    assert (code, out) == (1, "")
    assert "Nobody Whatever" in err


def test_sources_are_listed_with_counts(run: Run) -> None:
    rows = json.loads(run("sources", "--json")[1])
    assert {"domain", "name", "clippings", "first", "last"} == set(rows[0])
    assert sum(row["clippings"] for row in rows) == 8


def test_an_archive_that_is_not_there_is_a_sentence_and_is_not_made(run: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    code, out, err = run("--db", elsewhere, "list")
    assert (code, out) == (1, "")
    assert str(elsewhere) in err
    assert not elsewhere.exists()


def test_a_reader_that_goes_away_ends_the_command_quietly(tmp_path: Path) -> None:
    archive = tmp_path / "clippings.db"
    command = f"{sys.executable} -m clipper --db {archive} export --nl | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, env=os.environ, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_a_page_says_cannot_drive_the_terminal(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "evil.txt"
    page.write_bytes(
        b"Evil \x1b[31mtitle\x07 [bold]not markup[/bold]\n\n"
        b"The text rings\x07 the bell and \x1b]0;renames\x07 the window, "
        b"or so its author hoped when he wrote this long sentence for us.\n"
    )
    run("add", page)
    out = run("list")[1] + run("show", "9")[1] + run("search", "bell")[1] + run("search", "bell", "--json")[1]
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "[bold]not markup[/bold]" in out


def test_a_person_can_be_named_by_number(run: Run, small_archive: Path) -> None:
    number = json.loads(run("people", "--person", "Onodera", "--json")[1])[0]["id"]
    code, out, _ = run("people", str(number), "--json")
    assert code == 0
    assert [hit["title"] for hit in json.loads(out)] == ["Tokyo, Washington open talks on guideline review"]
    assert run("people", "987654")[0] == 1


def test_help_is_a_letter_away_and_a_count_tells_its_expansions(run: Run, small_archive: Path) -> None:
    assert run("search", "-h")[1].startswith("Usage: clipper search")
    code, out, err = run("search", "ISR", "--count")
    assert code == 0
    assert out.strip().isdigit()
    assert "ISR also finds" in err


def test_a_date_of_nothing_is_misuse_on_both_doors(run: Run, small_archive: Path) -> None:
    assert run("list", "--since", "")[0] == run("search", "ISR", "--until=")[0] == 2
