"""The README is true: every command in it is run, in order, and prints what it shows.

CLIPPER_WRITE_README=1 pytest tests/test_readme.py      writes the real output into the README
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import story

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WRITING = bool(os.environ.get("CLIPPER_WRITE_README"))


class SamplesAsTheWeb(BaseHTTPRequestHandler):
    """A proxy that answers every address with the sample whose canonical address it is."""

    def do_GET(self) -> None:
        path = re.sub(r"^https?://", "", self.path)
        for sample in sorted((ROOT / "samples").glob("*.html")):
            if path.encode() in sample.read_bytes():
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(sample.read_bytes())
                return
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder with the samples and a saved page, and an environment where ``clipper`` is on the path."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "samples", folder / "samples")
    (folder / "saved.html").write_text(story(3), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), SamplesAsTheWeb)
    Thread(target=server.serve_forever, daemon=True).start()
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "CLIPPER_DB": "clippings.db",
        "http_proxy": f"http://127.0.0.1:{server.server_port}",
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
    first = "clipper add samples/*.html samples/*.txt"
    subprocess.run(["bash", "-c", first], cwd=folder, env=environment, check=True, capture_output=True)
    yield folder, environment
    server.shutdown()
    server.server_close()


def transcript(block: str, place: tuple[Path, dict[str, str]]) -> str:
    """The commands of a block, each followed by what it really prints."""
    folder, environment = place
    lines = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        printed = (done.stdout + done.stderr).replace(date.today().isoformat(), "2026-11-22").rstrip("\n")
        lines += [f"$ {command}", *([printed] if printed else [])]
    return "\n".join(lines) + "\n"


def test_every_command_in_the_readme_prints_what_it_shows(place: tuple[Path, dict[str, str]]) -> None:
    text = README.read_text(encoding="utf-8")
    real = BLOCK.sub(lambda found: f"```console\n{transcript(found[1], place)}```", text)
    if WRITING:
        README.write_text(real, encoding="utf-8")
    assert real == text or WRITING


def test_every_command_of_clipper_is_in_the_readme() -> None:
    from clipper.cli.commands import COMMANDS

    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"clipper {name}" not in text] == []


def test_install_and_first_commands_stand_within_thirty_lines() -> None:
    head = "\n".join(README.read_text(encoding="utf-8").split("\n")[:30])
    for sign in ("pip install", " add samples/", "$ clipper search ISR", "$ clipper export --csv"):
        assert sign in head


def test_the_summary_of_each_command_is_the_one_its_help_begins_with() -> None:
    import click

    from clipper.cli.commands import COMMANDS, cli

    for name, entry in COMMANDS.items():
        command = cli.get_command(click.Context(cli), name)  # type: ignore[attr-defined]
        assert command is not None
        assert command.short_help == entry.summary


def test_every_option_of_every_command_says_what_it_does() -> None:
    import click

    from clipper.cli.commands import COMMANDS, cli

    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)  # type: ignore[attr-defined]
        assert command is not None
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.name}"
