"""An archive written under the first schema opens today with all its rows.

The file beside this one was written by `python tests/archive/test_archive_first_schema.py`, for the last time
before the first release.
"""

from __future__ import annotations

import gzip
import sqlite3
import sys
import tempfile
from pathlib import Path

from archive_samples import article, page, person

from clipper.archive import Archive
from clipper.archive.schema import FIRST

KEPT = Path(__file__).with_name("first_schema.db.gz")


def write(place: Path) -> None:
    """Write an archive with one row or more in every table."""
    with Archive(place) as archive:
        for number in range(1, 5):
            url = f"https://example.org/{number}"
            text = (
                f"Story {number}, intelligence, surveillance and reconnaissance (ISR).\nFollow our reporters."
            )
            told = article(f"Story {number}", text, url, authors=("Jane Doe",), published="2014-10-08")
            archive.save(
                page(url, text.encode()), told, [person("Bob Work", "Deputy"), person("USS Example")]
            )
        archive.replace_text(1, article("Story 1", "A better text", rules="2"), [person("Bob Work")])
        archive.edit(2, title="The user's title")
        archive.rename_person("Bob Work", "Robert O. Work")
        archive.split_person("Robert O. Work", [4])
        archive.add_alias("USS Example", "Example")
        archive.remove_alias("USS Example", "Example")
        archive.not_a_person("USS Example")


def schema(place: Path) -> list[tuple[str, ...]]:
    with sqlite3.connect(place) as other:
        return other.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def test_an_archive_of_the_first_schema_opens_with_all_its_rows(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    place.write_bytes(gzip.decompress(KEPT.read_bytes()))
    with Archive(place) as archive:
        assert archive.count("ISR") == 3
        assert archive.get(1).article.text == "A better text"
        assert archive.versions(1)[0].title == "Story 1"
        assert archive.get(2).article.title == "The user's title"
        assert archive.page(3).status == 200
        assert [row.name for row in archive.people()] == ["Robert O. Work", "Bob Work"]
        assert len(archive.decisions()) == 5
        assert archive.boilerplate("example.org") == {"Follow our reporters."}
        assert archive.save(page("https://example.org/9"), article(url="https://example.org/9"))[1]


def test_an_archive_of_the_first_schema_is_found_sound_once_it_is_opened(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    place.write_bytes(gzip.decompress(KEPT.read_bytes()))
    with sqlite3.connect(place) as before:
        kept = before.execute("SELECT clipping, short, long FROM acronyms ORDER BY 1, 2, 3").fetchall()
    Archive(place).close()
    with sqlite3.connect(place) as after:
        assert kept
        assert after.execute("SELECT clipping, short, long FROM acronyms ORDER BY 1, 2, 3").fetchall() == kept
        assert after.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_first_step_of_the_schema_is_never_edited(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_bytes(gzip.decompress(KEPT.read_bytes()))
    with sqlite3.connect(new) as other:
        for statement in FIRST:
            other.execute(statement)
    assert set(schema(new)) <= set(schema(old))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "a.db")
        with sqlite3.connect(Path(folder) / "a.db") as whole:
            whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        KEPT.write_bytes(gzip.compress((Path(folder) / "a.db").read_bytes(), 9, mtime=0))
        sys.stdout.write(f"{KEPT} {KEPT.stat().st_size} bytes\n")
