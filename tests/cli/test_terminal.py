"""What a person at a terminal sees, and what a file beside it gets."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

pty = pytest.importorskip("pty")


def at_terminal(command: str, columns: int = 60, **environment: str) -> str:
    """Run a shell command with a terminal of so many columns as its output; what appeared there."""
    fcntl, termios, struct = (__import__(name) for name in ("fcntl", "termios", "struct"))
    around = {name: told for name, told in os.environ.items() if name not in ("COLUMNS", "LINES")}
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    started = subprocess.Popen(
        ["sh", "-c", command],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**around, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    seen, end = b"", time.monotonic() + 60
    while time.monotonic() < end and select.select([ours], [], [], 60)[0]:
        try:
            part = os.read(ours, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not part:
            break
        seen += part
    os.close(ours)
    started.wait(10)
    return seen.decode().replace("\r\n", "\n")


def test_results_in_a_file_are_whole_while_the_terminal_shows_progress(tmp_path: Path) -> None:
    told = tmp_path / "told.nl"
    names = " ".join(str(SAMPLES / name) for name in ("arc-json-ld.html", "mil-release.html"))
    seen = at_terminal(f"{sys.executable} -m clipper --db {tmp_path}/a.db add --nl {names} nowhere > {told}")
    assert len(told.read_text().splitlines()) == 3
    assert "1 of 3" in seen
    assert "There is no file nowhere" in seen.replace("\n", " ")
    assert "input" not in seen


def test_a_card_begins_on_a_line_from_which_the_progress_is_gone(tmp_path: Path) -> None:
    names = " ".join(str(SAMPLES / name) for name in ("arc-json-ld.html", "mil-release.html"))
    seen = at_terminal(f"{sys.executable} -m clipper --db {tmp_path}/a.db add {names}", NO_COLOR="1")
    for number in (1, 2):
        before, _, _ = seen.partition(f"added {number} ")
        last = before.replace("\x1b[1m", "").rsplit("\n", 1)[-1].rsplit("\r", 1)[-1]
        assert last.replace("\x1b[K", "") == ""


def test_titles_that_are_too_long_go_on_below_the_source(tmp_path: Path, small_archive: Path) -> None:
    for settings in ({}, {"TERM": "dumb"}):
        seen = at_terminal(f"{sys.executable} -m clipper --db {small_archive} list", NO_COLOR="1", **settings)
        plain = re.sub(r"\x1b\[[0-9;]*m", "", seen).splitlines()
        assert all(len(line) <= 60 for line in plain)
        assert all(re.match(r" +\d+  \d{4}-\d\d-\d\d|                   \S", line) for line in plain)


def test_wide_letters_keep_the_columns_of_a_list_in_line(tmp_path: Path) -> None:
    from clipper.show import columns_of, padded

    assert [columns_of(text) for text in ("abc", "小野寺", "Põldmäe", "e\u0301", "🚀")] == [3, 6, 7, 1, 2]
    assert padded("小野寺", 8) == "小野寺  "
