"""What `import clipper` offers a program, in whatever order its parts are imported."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import clipper

ROOMS = ("archive", "clip", "errors", "export", "extract", "fetch", "people", "query", "show")


def test_every_public_name_can_be_called_before_and_after_all_rooms_were_imported() -> None:
    code = f"""
import importlib, clipper
names = [name for name in clipper.__all__ if name != "__version__"]
for turn in range(3):
    for name in names:
        assert callable(getattr(clipper, name)), (turn, name)
    for room in {ROOMS!r}:
        importlib.import_module("clipper." + room)
    import clipper.extract, clipper.fetch
    from clipper.extract import RULES, extract
    from clipper.fetch import fetch, Settings
page = b"<html><title>T</title><body><article>" + b"<p>A sentence of a story, long enough.</p>" * 9
assert clipper.extract(page).text == extract(page).text
assert clipper.find_people("") == ()
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.stderr == ""


@pytest.fixture
def archive(sample_archive: Path) -> clipper.Archive:
    return clipper.Archive(sample_archive, create=False)


def test_an_archive_exports_text_in_every_form(archive: clipper.Archive) -> None:
    with archive:
        rows = list(csv.DictReader(io.StringIO("".join(archive.export("person:Work")), newline="")))
        assert [row["people"].split("; ")[0] for row in rows] == ["Bob Work"]
        lines = "".join(archive.export(form="nl", columns=["id", "title"])).splitlines()
        assert all(list(json.loads(line)) == ["id", "title"] for line in lines)
        assert len(json.loads("".join(archive.export(form="json")))) == len(lines)
        assert "".join(archive.export(form="tsv", columns=["id"])).splitlines()[0] == "id"
        assert "".join(archive.export("person:Work", form="markdown")).startswith("---\n")


def test_an_unknown_form_or_column_is_refused_at_once(archive: clipper.Archive) -> None:
    with archive, pytest.raises(clipper.ClipperError, match="There is no form 'xls'"):
        archive.export(form="xls")  # type: ignore[arg-type]
    with pytest.raises(clipper.ClipperError, match="There is no column 'colour'"):
        archive.export(columns=["colour"])
