"""`clipper add`: what it reports, what it keeps, what it refuses."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SAMPLES, story

Run = Callable[..., tuple[int, str, str]]


def count(archive: Path) -> int:
    with sqlite3.connect(archive) as connection:
        return int(connection.execute("SELECT count(*) FROM clippings").fetchone()[0])


def test_a_card_tells_title_source_date_authors_people_words_and_cuts(run: Run) -> None:
    code, out, err = run("add", SAMPLES / "wordpress-guidelines.html")
    assert (code, err) == (0, "")
    for fact in (
        "added 1",
        "Tokyo, Washington open talks on guideline review",
        "Pacific Security Watch",
        "2013-10-0",
        "article:published_time",
        "By Hana Mizuki",
        "Itsunori Onodera",
        "Carol Lindqvist",
        " words, cut: ",
    ):
        assert fact in out


def test_adding_twice_changes_nothing_and_says_exists(run: Run, tmp_path: Path) -> None:
    run("add", SAMPLES / "wordpress-guidelines.html", SAMPLES / "wire-story.txt")
    before = count(tmp_path / "clippings.db")
    code, out, _ = run("add", SAMPLES / "wordpress-guidelines.html", SAMPLES / "wire-story.txt", "--nl")
    assert code == 0
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["exists", "exists"]
    assert count(tmp_path / "clippings.db") == before == 2


def test_one_failure_among_several_is_told_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    code, out, err = run("add", tmp_path / "nowhere.html", SAMPLES / "wire-story.txt", "--nl")
    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 3
    assert first == {
        "input": str(tmp_path / "nowhere.html"),
        "status": "failed",
        "id": None,
        "error": {"kind": "no-such-file", "message": first["error"]["message"]},
    }
    assert second["status"] == "added"
    assert first["error"]["message"] in err


def test_a_single_failure_exits_with_one(run: Run, tmp_path: Path) -> None:
    assert run("add", tmp_path / "nowhere.html")[0] == 1


def test_addresses_on_standard_input_are_found_again_without_a_fetch(
    run: Run, small_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (SAMPLES / "addresses.list").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(lines))))
    code, out, _ = run("add", "-", "--nl")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [outcome["status"] for outcome in told] == ["exists"] * 3
    assert all(outcome["input"].startswith("https://") for outcome in told)


def test_a_dry_run_shows_the_card_and_stores_nothing(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("add", "--dry-run", SAMPLES / "wire-story.txt")
    assert code == 0
    assert out.startswith("would add")
    assert not list(tmp_path.glob("clippings.db*"))


def test_the_users_word_wins_over_the_page_and_says_so(run: Run) -> None:
    page = SAMPLES / "blog-copy.html"
    run(
        "add",
        page,
        "--url",
        "https://strait.example/tankers",
        "--date",
        "2015-04",
        "--source",
        "Strait Notes",
    )
    shown = json.loads(run("show", "1", "--json")[1])
    assert shown["url"] == "https://strait.example/tankers"
    assert (shown["published"], shown["published_from"]) == ("2015-04", "user")
    assert shown["source"]["name"] == "Strait Notes"
    assert shown["origins"]["source"] == "user"
    assert shown["dated_from"] == "user"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--url", "not an address"], "is not an address"),
        (["--date", "someday"], "is no date"),
        (["--date", "last-year"], "more than one day"),
    ],
)
def test_a_senseless_value_is_misuse_with_one_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    code, out, err = run("add", SAMPLES / "wire-story.txt", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_a_gzipped_page_and_a_singlefile_page_are_read_with_their_addresses(run: Run, tmp_path: Path) -> None:
    packed = tmp_path / "page.html.gz"
    packed.write_bytes(gzip.compress((SAMPLES / "arc-json-ld.html").read_bytes()))
    code, _, _ = run("add", packed, SAMPLES / "singlefile-cyber.html")
    assert code == 0
    assert json.loads(run("show", "1", "--json")[1])["url"].startswith("https://www.defenseledger.example/")
    single = json.loads(run("show", "2", "--json")[1])
    assert "cyber-reserve-first-call-up" in single["url"]
    assert single["fetched"] == "2022-11-09T07:31:20Z"


def test_the_same_story_under_a_tracking_address_exists(run: Run, small_archive: Path) -> None:
    address = "http://pacificsecurity.example/2013/10/03/tokyo-washington-open-talks-on-guideline-review?utm_source=rss"
    code, out, _ = run("add", address, "--nl")
    assert code == 0
    assert json.loads(out)["status"] == "exists"


def clipper(*args: str | Path, **more: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "clipper", *map(str, args)], stdout=subprocess.PIPE, **more
    )


def write_stories(folder: Path, numbers: range) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"story-{number}.html" for number in numbers]
    for path, number in zip(paths, numbers, strict=True):
        path.write_text(story(number))
    return paths


def test_two_processes_adding_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    archive = tmp_path / "clippings.db"
    first = write_stories(tmp_path / "a", range(0, 40))
    second = write_stories(tmp_path / "b", range(40, 80))
    both = [clipper("--db", archive, "add", "--nl", *part) for part in (first, second)]
    told = [json.loads(line) for process in both for line in process.communicate()[0].splitlines()]
    assert [process.returncode for process in both] == [0, 0]
    assert {outcome["status"] for outcome in told} == {"added"}
    assert count(archive) == 80


def test_a_killed_add_leaves_whole_clippings_and_the_same_command_finishes(tmp_path: Path) -> None:
    archive = tmp_path / "clippings.db"
    pages = write_stories(tmp_path / "pages", range(60))
    process = clipper("--db", archive, "add", "--nl", *pages)
    assert process.stdout is not None
    promised = [json.loads(process.stdout.readline())["id"] for _ in range(10)]
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    with sqlite3.connect(archive) as connection:
        kept = [row[0] for row in connection.execute("SELECT id FROM clippings")]
        assert set(promised) <= set(kept)
        whole = "SELECT count(*) FROM clippings JOIN pages ON pages.clipping = clippings.id"
        assert connection.execute(whole).fetchone()[0] == len(kept) < 60
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    again = clipper("--db", archive, "add", "--nl", *pages)
    told = [json.loads(line)["status"] for line in again.communicate()[0].splitlines()]
    assert again.returncode == 0
    assert (told.count("exists"), told.count("added")) == (len(kept), 60 - len(kept))
    assert count(archive) == 60


def hear_interrupts() -> None:
    """Answer SIGINT as a program on a terminal does: a shell has its background jobs ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_ends_with_130_and_keeps_what_was_reported(tmp_path: Path) -> None:
    archive = tmp_path / "clippings.db"
    pages = write_stories(tmp_path / "pages", range(80))
    process = clipper(
        "--db", archive, "add", "--nl", *pages, stderr=subprocess.PIPE, preexec_fn=hear_interrupts
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    started = time.monotonic()
    out, err = process.communicate()
    assert time.monotonic() - started < 5
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert count(archive) >= 1 + len(out.splitlines())


def test_an_add_whose_reader_goes_away_stops_and_does_not_claim_success(tmp_path: Path) -> None:
    archive = tmp_path / "clippings.db"
    pages = write_stories(tmp_path / "pages", range(30))
    process = clipper("--db", archive, "add", "--nl", *pages, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait() == 1
    assert 1 <= count(archive) < 30


def test_the_name_of_an_input_cannot_drive_the_terminal(run: Run) -> None:
    for command in ("add", "extract"):
        _, out, err = run(command, "gone\x1b[31m\x07.html\nclipper: added 1")
        assert not set("\x1b\x07") & set(out + err)
        assert len(err.splitlines()) == 1
