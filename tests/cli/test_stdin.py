"""Standard input: a list of inputs or one page, and what is told apart how."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""

    def piped(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))

    return piped


def inputs(out: str) -> list[str]:
    return [json.loads(line)["input"] for line in out.splitlines()]


@pytest.mark.parametrize("command", ["add", "extract"])
@pytest.mark.parametrize("name", ["arc-json-ld.html", "wire-story.txt"])
def test_a_page_on_standard_input_is_read_as_one(
    run: Run, pipe: Callable[[bytes], None], command: str, name: str
) -> None:
    pipe((SAMPLES / name).read_bytes())
    code, out, _ = run(command, "-", "--nl" if command == "add" else "--json")
    assert code == 0
    assert inputs(out) == ["-"]


def test_a_page_on_standard_input_takes_the_address_that_the_user_gives(
    run: Run, pipe: Callable[[bytes], None]
) -> None:
    pipe((SAMPLES / "wire-story.txt").read_bytes())
    _, out, _ = run("extract", "--json", "--url", "https://hanbit.example/story", "-")
    assert json.loads(out)["url"] == "https://hanbit.example/story"


def test_a_feed_on_standard_input_is_refused_once_and_not_line_by_line(
    run: Run, pipe: Callable[[bytes], None]
) -> None:
    pipe((SAMPLES / "feed.xml").read_bytes())
    code, out, _ = run("add", "--nl", "-")
    assert code == 1
    assert [json.loads(line)["error"]["kind"] for line in out.splitlines()] == ["not-a-page"]


LISTS = {
    "windows": b"\xef\xbb\xbf# addresses\r\n\r\n  http://127.0.0.1:1/a  \r\nnowhere.html\r\n",
    "powershell": "http://127.0.0.1:1/a\r\nnowhere.html\r\n".encode("utf-16"),
    "blank title first": b"My bookmarks of May\nhttp://127.0.0.1:1/a\nnowhere.html\n",
}


@pytest.mark.parametrize("data", LISTS.values(), ids=LISTS)
def test_a_list_is_read_whatever_program_wrote_it(
    run: Run, pipe: Callable[[bytes], None], data: bytes
) -> None:
    pipe(data)
    code, out, _ = run("add", "--nl", "-")
    assert code == 1
    assert inputs(out)[-2:] == ["http://127.0.0.1:1/a", "nowhere.html"]


def test_a_line_that_is_no_text_is_one_failure_among_the_others(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "clipper", "--db", str(tmp_path / "a.db"), "add", "--nl", "-"],
        input=b"http://127.0.0.1:1/\xff\nno\xfffile\n",
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 1
    assert [json.loads(line)["error"]["kind"] for line in ended.stdout.splitlines()] == [
        "refused",
        "no-such-file",
    ]


def test_nothing_on_standard_input_is_an_empty_list_to_add_and_a_missing_page_to_extract(
    run: Run, pipe: Callable[[bytes], None]
) -> None:
    pipe(b"")
    assert run("add", "--nl", "-") == (0, "", "")
    pipe(b"")
    code, out, _ = run("extract", "--json", "-")
    assert code == 1
    assert json.loads(out)["error"]["kind"] == "empty"


def test_closed_streams_end_in_a_sentence_or_in_silence(tmp_path: Path) -> None:
    clipper = f"{sys.executable} -m clipper --db {tmp_path}/a.db"
    story = SAMPLES / "wire-story.txt"
    closed = subprocess.run(["sh", "-c", f"{clipper} add - <&-"], capture_output=True, text=True, check=False)
    assert closed.returncode == 2
    assert closed.stderr == "clipper: Standard input is closed; name the inputs, or pipe them in.\n"
    for command in (f"add {story}", "list", "show 1 --html", "export --csv", "nonsense"):
        silent = subprocess.run(
            ["sh", "-c", f"{clipper} {command} >&- 2>&-"], capture_output=True, text=True, check=False
        )
        assert silent.returncode == (2 if command == "nonsense" else 0), command


def test_results_that_cannot_be_written_end_in_one_sentence(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    archive = ["--db", str(tmp_path / "a.db")]
    for command in (["add", str(SAMPLES / "wire-story.txt")], ["list"], ["show", "1", "--html"], ["path"]):
        with Path("/dev/full").open("wb") as full:
            ended = subprocess.run(
                [sys.executable, "-m", "clipper", *archive, *command],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert (ended.returncode, ended.stderr) == (
            1,
            "clipper: The results cannot be written: No space left on device.\n",
        )
