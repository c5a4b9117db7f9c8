"""What every test stands on: no network beyond this machine, no archive beyond its own folder."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LOOPBACK = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "::"}
_connect = socket.socket.connect


def _connect_loopback_only(self: socket.socket, address: Any) -> Any:
    if isinstance(address, tuple) and address[0] not in LOOPBACK:
        raise AssertionError(f"a test tried to reach {address[0]}: tests stay on this machine")
    return _connect(self, address)


@pytest.fixture(autouse=True)
def fenced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep each test on loopback, with its own home and archive."""
    monkeypatch.setattr(socket.socket, "connect", _connect_loopback_only)
    for name in (
        "CLIPPER_DB",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "http_proxy",
        "https_proxy",
        "ALL_PROXY",
        "NO_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The measuring data beside the checkout; tests that need it skip without it."""
    place = Path(os.environ.get("CLIPPER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (place / "data").is_dir():
        pytest.skip("the measuring data is not on this machine")
    return place


SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Run one clipper command in this process on the test's own archive; exit code, output, errors."""
    from clipper.cli import run as run_command

    def run_one(*args: str | Path) -> tuple[int, str, str]:
        code = run_command(["--db", str(tmp_path / "clippings.db"), *map(str, args)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run_one


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with all sample stories, made once; tests that write use a copy of it."""
    from clipper.cli import run as run_command

    path = tmp_path_factory.mktemp("samples") / "clippings.db"
    stories = sorted(str(story) for story in SAMPLES.iterdir() if story.suffix in (".html", ".txt"))
    assert run_command(["--db", str(path), "add", "--quiet", *stories]) == 0
    return path


@pytest.fixture
def small_archive(sample_archive: Path, tmp_path: Path) -> Path:
    """The test's own copy of the sample stories, where `run` looks."""
    path = tmp_path / "clippings.db"
    shutil.copy(sample_archive, path)
    return path


def story(number: int) -> str:
    """A page of its own for each number, in the form that blogs use."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Harbor {number} gets its radar | Coast Paper</title>
<meta property="og:title" content="Harbor {number} gets its radar">
<meta property="og:site_name" content="Coast Paper">
<meta property="article:published_time" content="20{10 + number % 10}-03-0{1 + number % 9}T08:00:00Z">
<link rel="canonical" href="https://coast{number % 7}.example/harbor-{number}"></head>
<body><nav><a href="/">Front page</a></nav><article><h1>Harbor {number} gets its radar</h1>
<p>The coast guard switched on a radar at harbor {number} on Monday, after two years of work on its tower.</p>
<p>Lt. Maria Quill, who commands the station, said the set could see a rowing boat at twenty miles.</p>
<p>Quill thanked the {number} workers who had carried the parts up by hand when the crane failed.</p>
<p>The next radar of the chain is planned for harbor {number + 1}, where the ground is softer.</p>
</article></body></html>"""
