"""A plain `clipper add` goes by the quick door, and says and does what the command does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from clipper.cli.quick import plain_add
from tests.conftest import SAMPLES


@pytest.mark.parametrize(
    "arguments",
    [
        ["add"],
        ["add", "-n", "x"],
        ["add", "x", "--url", "u"],
        ["add", "--help"],
        ["extract", "x"],
        ["add", "--", "x"],
        [],
    ],
    ids=" ".join,
)
def test_anything_but_inputs_and_plain_flags_goes_to_the_library(arguments: list[str]) -> None:
    assert plain_add(arguments) is None


def test_inputs_archive_and_form_are_understood() -> None:
    assert plain_add(["--db", "a.db", "add", "x", "-", "--nl", "-q"]) == {
        "db": "a.db",
        "inputs": ("x", "-"),
        "form": "nl",
        "quiet": True,
    }


@pytest.mark.parametrize("more", [[], ["--timeout", "60"]], ids=["quick", "library"])
def test_both_doors_tell_the_same(tmp_path: Path, more: list[str]) -> None:
    command = [sys.executable, "-m", "clipper", "--db", str(tmp_path / "a.db"), "add", "--nl", *more]
    done = subprocess.run(
        [*command, str(SAMPLES / "wire-story.txt")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"input": str(SAMPLES / "wire-story.txt"), "status": "added", "id": 1}
