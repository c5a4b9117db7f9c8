"""An archive whose tables are not those of its schema is refused with a sentence, never a traceback."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from archive_samples import article, page, person

from clipper.archive import Archive
from clipper.errors import ArchiveError

NO_DAY = "ALTER TABLE clippings DROP COLUMN day"
NO_PEOPLE = "DROP TABLE appearances"
NO_SOURCES = "DROP TABLE sources"
NO_INDEX = "DROP TABLE search"


@pytest.mark.parametrize(
    ("damage", "work"),
    [
        (NO_DAY, lambda archive: archive.search("text since:2013")),
        (NO_DAY, lambda archive: archive.search("")),
        (NO_DAY, lambda archive: archive.get(1)),
        (NO_DAY, lambda archive: list(archive.recent())),
        (NO_DAY, lambda archive: archive.save(page("https://example.org/9"), article())),
        (NO_PEOPLE, lambda archive: archive.people()),
        (NO_PEOPLE, lambda archive: archive.get(1)),
        (
            NO_PEOPLE,
            lambda archive: archive.save(page("https://example.org/9"), article(), [person("Bob Work")]),
        ),
        (NO_SOURCES, lambda archive: archive.sources()),
        (NO_SOURCES, lambda archive: archive.search("source:example.org")),
        (NO_INDEX, lambda archive: archive.search("text")),
    ],
)
def test_an_archive_without_its_tables_is_called_damaged(
    archive: Archive, damage: str, work: Callable[[Archive], object]
) -> None:
    archive.save(page(), article(), [person("Bob Work")])
    with sqlite3.connect(archive.path) as other:
        for kind in ("view", "trigger"):
            names = other.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,)).fetchall()
            for (name,) in names:
                other.execute(f"DROP {kind} {name}")
        other.execute("DROP INDEX clippings_by_dated")
        other.execute(damage)
    with (
        Archive(archive.path) as opened,
        pytest.raises(ArchiveError, match=r"is damaged or .*\.$") as refused,
    ):
        work(opened)
    assert refused.value.kind == "damaged"


def test_an_archive_that_forgot_which_steps_it_saw_is_called_damaged(archive: Archive) -> None:
    with sqlite3.connect(archive.path) as other:
        other.execute("DELETE FROM _sqlite_migrations")
    with pytest.raises(ArchiveError) as refused:
        Archive(archive.path)
    assert refused.value.kind == "damaged"
