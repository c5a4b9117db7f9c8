"""A file opens or a sentence says why not; older files are brought up to date, a copy kept beside them."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from archive_samples import article, page

from clipper.archive import Archive, migrations, opening
from clipper.errors import ArchiveBusy, ArchiveError

HEAVY = (
    "sqlite_utils",
    "requests",
    "lxml",
    "trafilatura",
    "rich",
    "click",
    "pathlib",
    "urllib.parse",
    "json",
)
SAMPLES = Path(__file__).with_name("archive_samples.py")


def refusal(path: Path, *, create: bool = True) -> ArchiveError:
    with pytest.raises(ArchiveError) as caught:
        Archive(path, create=create)
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".")
    return caught.value


def test_a_missing_archive_is_made_only_when_asked(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.db", create=False).kind == "no-archive"
    assert not (tmp_path / "a.db").exists()
    Archive(tmp_path / "a.db").close()
    Archive(tmp_path / "a.db", create=False).close()


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    assert refusal(tmp_path).kind == "folder"


def test_a_file_of_text_is_no_archive(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_text("These are notes, not an archive. " * 99)
    assert refusal(place).kind == "not-an-archive"
    assert place.read_text().startswith("These are notes")


def test_another_programs_sqlite_file_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    with sqlite3.connect(place) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    assert refusal(place).kind == "not-an-archive"


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file" / "a.db").kind == "cannot-open"


def test_a_newer_schema_is_refused(archive: Archive) -> None:
    with sqlite3.connect(archive.path) as other:
        other.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('clipper', '9999_later', '')"
        )
    assert refusal(Path(archive.path)).kind == "newer-schema"


def test_a_damaged_file_is_called_damaged(archive: Archive) -> None:
    for number in range(30):
        archive.save(page(f"https://e.org/{number}", b"x" * 9000), article(f"T {number}", "radar " * 3000))
    archive.close()
    place = Path(archive.path)
    whole = place.read_bytes()
    place.write_bytes(whole[: len(whole) // 3] + b"\xff" * (len(whole) // 3) + whole[2 * len(whole) // 3 :])
    with pytest.raises(ArchiveError) as caught, Archive(place) as damaged:
        list(damaged.clippings())
    assert caught.value.kind == "damaged"


def test_an_archive_that_may_only_be_read_is_read(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.save(page("https://e.org/1"), article("Radar"))
    archive.close()
    place = Path(archive.path)
    place.chmod(0o444)
    monkeypatch.setattr(opening.os, "access", lambda *_: False)  # root may write what the mode forbids
    with Archive(place, create=False) as frozen:
        assert [hit.id for hit in frozen.search("radar")] == [1]
        assert frozen.get(1).article.title == "Radar"
        with pytest.raises(ArchiveError) as caught:
            frozen.save(page("https://e.org/2"), article())
    assert caught.value.kind == "read-only"


def test_an_archive_on_a_medium_without_lock_files_is_read(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.save(page("https://e.org/1"), article("Radar"))
    archive.close()
    medium = tmp_path / "medium"
    medium.mkdir()
    shutil.copy(archive.path, medium / "a.db")
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with Archive(medium / "a.db", create=False) as frozen:
        assert frozen.count("radar") == 1


def test_a_full_disk_is_told_and_nothing_is_half_written(archive: Archive) -> None:
    archive.save(page("https://e.org/1"), article())
    pages = archive._connection.execute("PRAGMA page_count").fetchone()[0]
    archive._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(ArchiveError, match="disk is full") as caught:
        archive.save(page("https://e.org/2", bytes(range(256)) * 9999), article(text="word " * 99_999))
    assert caught.value.kind == "disk-full"
    assert archive.count("") == 1


def test_a_busy_archive_asks_to_come_again(archive: Archive) -> None:
    archive._connection.execute("PRAGMA busy_timeout = 50")
    with sqlite3.connect(archive.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveBusy) as caught:
            archive.save(page("https://e.org/1"), article())
        other.execute("ROLLBACK")
    assert caught.value.exit_code == 75
    assert archive.save(page("https://e.org/1"), article())[1]


def test_the_steps_known_at_opening_are_the_steps_there_are() -> None:
    assert tuple(migrations.names()) == opening.STEPS


def test_a_new_archive_is_what_the_migrations_make_of_an_empty_file(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "migrated.db", isolation_level=None) as migrated:
        migrations.bring_up_to_date(migrated)
    Archive(str(tmp_path / "new.db"), create=True).close()
    with sqlite3.connect(tmp_path / "new.db") as new:
        for told in (
            "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2",
            "SELECT id, migration_set, name FROM _sqlite_migrations",
            "SELECT k, v FROM search_config ORDER BY 1",
        ):
            assert new.execute(told).fetchall() == migrated.execute(told).fetchall()
        for (applied,) in new.execute("SELECT applied_at FROM _sqlite_migrations"):
            assert datetime.fromisoformat(applied).utcoffset() == timedelta(0)


@pytest.fixture
def later_step(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A schema step of a later version of the program."""
    name = "9000_for_this_test"

    @migrations.migrations(name=name)
    def add_column(db: object) -> None:
        db.conn.execute("ALTER TABLE clippings ADD COLUMN later TEXT")  # type: ignore[attr-defined]

    monkeypatch.setattr(opening, "STEPS", (*opening.STEPS, name))
    yield name
    migrations.migrations._migrations.pop()


def test_an_older_archive_is_copied_before_it_is_changed(
    archive: Archive, later_step: str, tmp_path: Path
) -> None:
    archive.save(page("https://e.org/1"), article("Radar"))
    archive.close()
    with Archive(archive.path) as newer:
        assert newer.get(1).article.title == "Radar"
        assert newer.status().schema == later_step
    copy = Path(f"{archive.path}.before-{later_step}.backup")
    with sqlite3.connect(copy) as old:
        assert old.execute("SELECT title FROM clippings").fetchall() == [("Radar",)]
        columns = [name for _, name, *_ in old.execute("PRAGMA table_info(clippings)")]
    assert "later" not in columns


def test_an_empty_archive_needs_no_copy(archive: Archive, later_step: str, tmp_path: Path) -> None:
    archive.close()
    Archive(archive.path).close()
    assert [place.name for place in tmp_path.glob("*.backup")] == []


def test_a_step_that_fails_changes_nothing(
    archive: Archive, later_step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.save(page("https://e.org/1"), article("Radar"))
    archive.close()

    @migrations.migrations(name="9001_fails")
    def fail(db: object) -> None:
        raise KeyError("a bug in the step")

    monkeypatch.setattr(opening, "STEPS", (*opening.STEPS, "9001_fails"))
    try:
        with pytest.raises(KeyError):
            Archive(archive.path)
    finally:
        migrations.migrations._migrations.pop()
    with sqlite3.connect(archive.path) as other:
        steps = [name for (name,) in other.execute("SELECT name FROM _sqlite_migrations")]
        columns = [name for _, name, *_ in other.execute("PRAGMA table_info(clippings)")]
    assert later_step not in steps
    assert "later" not in columns


def test_programs_that_create_one_archive_at_once_all_succeed(tmp_path: Path) -> None:
    place = str(tmp_path / "a.db")
    started = [
        subprocess.Popen(
            [sys.executable, str(SAMPLES), place, str(number * 10), "3"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    told = [program.communicate(timeout=60) for program in started]
    assert [program.returncode for program in started] == [0] * 4, told
    with Archive(place) as archive:
        assert archive.count("") == 12


def test_opening_and_searching_import_only_the_standard_library(archive: Archive) -> None:
    archive.save(page("https://e.org/1"), article("ISR talks", "On radar."), ())
    program = (
        "import sys; from clipper.archive import Archive;"
        f"a = Archive({archive.path!r}, create=False);"
        "assert len(a.search('ISR source:example')) == 1; a.search('\"talks\" radar'); a.count('person:x');"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
