"""Two programs write one archive at once, and one is killed in the middle: whole clippings, all of them."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from archive_samples import fill

from clipper.archive import Archive

SAMPLES = Path(__file__).with_name("archive_samples.py")


def start(place: Path, first: int, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(SAMPLES), str(place), str(first), str(count)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def assert_whole(place: Path) -> None:
    with sqlite3.connect(place) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        other.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    with Archive(place) as archive:
        for clipping in archive.clippings():
            assert archive.page(clipping.id).body
            assert [person.name for person in clipping.people] == ["Bob Work"]
            assert archive.find(clipping.article.url) == clipping.id


def test_two_programs_adding_two_hundred_pages_each_lose_none(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    programs = [start(place, 0, 200), start(place, 150, 200)]  # fifty of them are the same pages
    told = [program.communicate(timeout=100) for program in programs]
    assert [program.returncode for program in programs] == [0, 0], told
    with Archive(place) as archive:
        assert archive.count("") == 350
        assert archive.status().people == 1
    assert_whole(place)


def test_a_program_killed_in_the_middle_leaves_whole_clippings_and_can_go_on(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    program = start(place, 0, 100)
    assert program.stdout is not None
    promised = [program.stdout.readline() for _ in range(20)]
    program.send_signal(signal.SIGKILL)
    rest = program.communicate(timeout=60)[0]
    promised += rest.splitlines()
    with Archive(place) as archive:
        kept = archive.count("")
        assert len(promised) <= kept < 100
    assert_whole(place)
    fill(str(place), 0, 100)
    with Archive(place) as archive:
        assert archive.count("") == 100
