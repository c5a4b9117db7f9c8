"""What is saved comes back whole, once, under any of its addresses."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from archive_samples import article, page, person

from clipper.archive import Archive
from clipper.archive.dates import in_utc
from clipper.errors import ArchiveError, NotFound, UsageError
from clipper.records import Article, Mention, Person, Removed, Source

FULL = article(
    "Talks in Tokyo",
    "First line.\nSecond line.",
    "https://example.org/a",
    canonical_url="https://example.org/a?id=1",
    authors=("Jane Doe", "John Q. Public"),
    published="2013-09-27T10:00:00+09:00",
    modified="2013-09-28",
    page_timestamp="2013-09-27T05:42",
    credited="Defense News",
    section="World",
    image="https://example.org/a.jpg",
    dateline="TOKYO",
    slug="UPDATE 1-",
    captions=("Bob Work", "A ship"),
    removed=(Removed("a", "x"), Removed("b", "y")),
    warnings=("two dates",),
    origins={"title": "h1", "published": "json-ld:datePublished"},
)
PEOPLE = (
    Person(
        "Bob Work", "Deputy Defense Secretary", True, False, (Mention("Work", 3, 7, "caption", 0.5, True),)
    ),
    Person("Barack Obama", "", False, True, ()),
)


def test_a_clipping_comes_back_as_it_was_saved(archive: Archive) -> None:
    id, new = archive.save(page("https://example.org/a?utm_source=x"), FULL, PEOPLE)
    kept = archive.get(id)
    assert new
    assert (kept.article, kept.people) == (FULL, PEOPLE)
    assert (kept.given_url, kept.dated, kept.dated_from) == (
        "https://example.org/a?utm_source=x",
        "2013-09-27T01:00:00Z",
        "published",
    )
    assert (kept.fetched, len(kept.sha256)) == ("2014-10-09T03:04:05Z", 64)


def test_the_page_comes_back_byte_for_byte(archive: Archive) -> None:
    for number, body in enumerate((b"", b"x", bytes(range(256)) * 100, b"a" * 100_000)):
        url = f"https://example.org/{number}"
        id, _ = archive.save(page(url, body, charset=None), article(url=url))
        assert archive.page(id) == page(url, body, charset=None)


def test_a_page_whose_bytes_changed_in_the_file_is_called_damaged(archive: Archive) -> None:
    id, _ = archive.save(page("https://example.org/a"), article(url="https://example.org/a"))
    with sqlite3.connect(archive.path) as other:
        other.execute("UPDATE pages SET body = ?, compression = 'none'", (b"something else",))
    with pytest.raises(ArchiveError, match="not what was received") as caught:
        archive.page(id)
    assert caught.value.kind == "damaged"


@pytest.mark.parametrize(
    "again",
    [
        "https://example.org/a?utm_source=feed",
        "http://www.example.org/a/#top",
        "https://example.org/final",
        "https://example.org/a?id=1",
    ],
)
def test_a_clipping_is_found_by_every_address_and_saved_once(archive: Archive, again: str) -> None:
    first = page("https://example.org/a", final_url="https://example.org/final")
    id, _ = archive.save(first, FULL)
    assert archive.find(again) == id
    assert archive.save(page(again), article("Other title", "Other text", again)) == (id, False)
    assert archive.count("") == 1


def test_a_new_address_of_a_known_page_is_remembered(archive: Archive) -> None:
    id, _ = archive.save(page("https://example.org/a"), article(url="https://example.org/a"))
    assert archive.find("https://sho.rt/xyz") is None
    archive.save(page("https://sho.rt/xyz", final_url="https://example.org/a"), article())
    assert archive.find("https://sho.rt/xyz") == id


def test_a_site_that_declares_its_front_page_canonical_keeps_its_stories_apart(archive: Archive) -> None:
    for number in (1, 2):
        url = f"https://example.org/{number}"
        told = article(f"Story {number}", f"Text {number}", url, canonical_url="https://example.org/")
        assert archive.save(page(url), told)[1]


def test_a_copy_under_another_address_with_the_same_canonical_address_exists(archive: Archive) -> None:
    told = article("One", "Text", canonical_url="https://example.org/1")
    id, _ = archive.save(page("https://example.org/1"), told)
    assert archive.save(page("https://mirror.example/print/1"), told) == (id, False)


def test_the_same_file_without_address_exists_by_its_bytes_or_its_text(archive: Archive) -> None:
    id, _ = archive.save(page(body=b"one"), article(text="The text"))
    assert archive.save(page(body=b"one"), article(text="Another text")) == (id, False)
    assert archive.save(page(body=b"two"), article(text="The text")) == (id, False)
    assert archive.save(page(body=b"three"), article(text="Another text"))[1]
    assert archive.find_text(body=b"one") == id
    assert archive.find_text(text="The text") == id
    assert archive.find_text(text="no such text") is None


def test_a_removed_clipping_leaves_nothing_and_its_number_is_not_given_again(archive: Archive) -> None:
    id, _ = archive.save(page("https://example.org/a"), FULL, PEOPLE)
    archive.remove(id)
    with pytest.raises(NotFound, match="no clipping 1"):
        archive.get(id)
    with sqlite3.connect(archive.path) as other:
        for table in ("pages", "addresses", "authors", "removed", "appearances", "mentions", "edge_lines"):
            assert other.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert archive.count("talks") == 0
    assert archive.save(page("https://example.org/a"), FULL)[0] == id + 1
    with pytest.raises(NotFound):
        archive.remove(id)


@pytest.mark.parametrize("id", [0, -1, 99, 2**63, 2**200])
def test_a_number_that_is_no_clipping_is_not_found(archive: Archive, id: int) -> None:
    with pytest.raises(NotFound):
        archive.get(id)
    with pytest.raises(NotFound):
        archive.page(id)
    with pytest.raises(NotFound):
        archive.remove(id)


@pytest.mark.parametrize(
    ("published", "stamp", "given", "dated", "origin"),
    [
        ("2013-09-27", "2013-09-01", None, "2013-09-27", "published"),
        ("2013-09", None, None, "2013-09", "published"),
        ("2013-09-27T23:30:00-05:00", None, None, "2013-09-28T04:30:00Z", "published"),
        ("2013-09-27T10:00", None, None, "2013-09-27T10:00:00Z", "published"),
        (None, "2013-09-27T05:42", None, "2013-09-27T05:42:00Z", "page_timestamp"),
        ("no date", None, None, "2014-10-09", "fetched"),
        (None, None, None, "2014-10-09", "fetched"),
        ("2013-09-27", None, "2012", "2012", "user"),
    ],
)
def test_the_date_of_a_clipping_says_where_it_is_from(
    archive: Archive, published: str | None, stamp: str | None, given: str | None, dated: str, origin: str
) -> None:
    told = article(published=published, page_timestamp=stamp)
    id, _ = archive.save(page(), told, dated=given)
    assert (archive.get(id).dated, archive.get(id).dated_from) == (dated, origin)
    assert archive.get(id).article == told


@pytest.mark.parametrize(
    "declared", ["", "2013-13", "2013-02-30", "0000", "tomorrow", "9999-12-31T23:59:59-12:00", "١٢٣٤"]
)
def test_what_is_no_date_sorts_nothing(declared: str) -> None:
    assert in_utc(declared) is None


def test_the_users_corrections_survive_better_rules(archive: Archive) -> None:
    id, _ = archive.save(page("https://example.org/a"), FULL, PEOPLE)
    archive.edit(id, title="My title", published="2012-01-02", source="My Paper", authors=["Ann Other"])
    edited = archive.get(id)
    assert (edited.article.title, edited.dated, edited.dated_from) == ("My title", "2012-01-02", "user")
    assert edited.article.origins["authors"] == "user"
    assert edited.people == PEOPLE
    assert archive.replace_text(id, replace(FULL, text="Better text", layout="p", rules="2"), PEOPLE)
    kept = archive.get(id).article
    assert (kept.title, kept.published, kept.source, kept.authors) == (
        "My title",
        "2012-01-02",
        Source("example.org", "My Paper"),
        ("Ann Other",),
    )
    assert (kept.text, archive.count("better"), archive.count("second")) == ("Better text", 1, 0)


def test_a_correction_of_one_clipping_does_not_rename_its_site(archive: Archive) -> None:
    first, _ = archive.save(page("https://example.org/a"), article(url="https://example.org/a"))
    second, _ = archive.save(page("https://example.org/b"), article(url="https://example.org/b"))
    archive.edit(first, source="My Paper")
    assert archive.get(second).article.source.name == "Example News"
    with pytest.raises(UsageError):
        archive.edit(first, published="soon")


def test_an_old_text_is_kept_as_a_version(archive: Archive) -> None:
    id, _ = archive.save(page("https://example.org/a"), FULL, PEOPLE)
    assert list(archive.outdated("2")) == [id]
    assert archive.replace_text(id, replace(FULL, text="New", layout="p", rules="2"), PEOPLE, reason="test")
    assert not archive.replace_text(id, replace(FULL, text="New", layout="p", rules="2"), PEOPLE)
    (version,) = archive.versions(id)
    assert (version.rules, version.reason, version.words) == ("1", "test", 4)
    assert archive.version(version.id) == FULL
    assert list(archive.outdated("2")) == []
    with pytest.raises(NotFound):
        archive.version(99)


def test_a_newer_page_stands_beside_the_older_one(archive: Archive) -> None:
    id, _ = archive.save(page("https://example.org/a", b"old"), FULL)
    archive.replace_text(id, FULL, page=page("https://example.org/a", b"new"), reason="refetch")
    assert archive.page(id).body == b"new"
    with sqlite3.connect(archive.path) as other:
        assert other.execute("SELECT count(*) FROM pages").fetchone() == (2,)


def test_a_site_gets_its_name_from_the_first_page_that_gives_one(archive: Archive) -> None:
    for number, name in enumerate(("example.org", "Example News", "Another Name")):
        url = f"https://example.org/{number}"
        archive.save(page(url), article(url=url, source=Source("example.org", name)))
    (source,) = archive.sources()
    assert (source.name, source.clippings) == ("Example News", 3)


def test_people_of_one_name_are_one_person_and_counted_by_clipping(archive: Archive) -> None:
    for number, name in enumerate(("Itsunori Onodera", "ITSUNORI ONODERA", "Ítsunori Onodera", "Bob Work")):
        url = f"https://example.org/{number}"
        told = article(url=url, published=f"2013-09-0{number + 1}")
        archive.save(page(url), told, [person(name, major=number == 0)])
    first, second = archive.people()
    assert (first.name, first.clippings, first.major) == ("Itsunori Onodera", 3, 1)
    assert (first.first, first.last) == ("2013-09-01", "2013-09-03")
    assert [row.name for row in archive.people("since:2013-09-04")] == ["Bob Work"]
    assert second.name == "Bob Work"
    assert archive.person("onodera, itsunori") == [first]
    with pytest.raises(NotFound):
        archive.person("Nobody")
    with pytest.raises(NotFound):
        archive.person("")


def test_status_counts_what_is_there(archive: Archive) -> None:
    empty = archive.status()
    assert (empty.clippings, empty.first, empty.page_bytes) == (0, "", 0)
    archive.save(page("https://example.org/a", b"x" * 1000), FULL, PEOPLE)
    status = archive.status()
    assert (status.clippings, status.people, status.sources, status.page_bytes) == (1, 2, 1, 1000)
    assert status.stored_bytes < 100
    assert status.size > 4096


def test_tables_are_whole_for_another_sqlite_program(archive: Archive) -> None:
    archive.save(page("https://example.org/a"), FULL, PEOPLE)
    with sqlite3.connect(archive.path) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        other.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        other.execute("UPDATE clippings SET title = 'Edited elsewhere'")
    assert archive.count("elsewhere") == 1
    assert archive.count("talks") == 0


def test_streaming_clippings_gives_all_of_them_newest_first(archive: Archive) -> None:
    for number in range(1, 6):
        url = f"https://example.org/{number}"
        archive.save(page(url), article(f"Story {number}", url=url, published=f"2013-0{number}-01"))
    assert [c.id for c in archive.clippings()] == [5, 4, 3, 2, 1]
    assert [c.id for c in archive.clippings("story", limit=2, offset=1)] == [4, 3]
    assert [(r.id, r.dated, r.source) for r in archive.recent(limit=1)] == [(5, "2013-05-01", "Example News")]
    assert [r.id for r in archive.recent("until:2013-02")] == [2, 1]


def test_a_dry_run_shows_the_clipping_that_a_real_one_stores(archive: Archive) -> None:
    from clipper.archive.preview import preview

    shown = preview(page("https://example.org/a"), FULL, PEOPLE)
    id, _ = archive.save(page("https://example.org/a"), FULL, PEOPLE)
    assert replace(archive.get(id), id=0, added=shown.added) == shown


def test_an_archive_path_may_be_text_or_path(tmp_path: Path) -> None:
    with Archive(str(tmp_path / "new" / "folder" / "a.db")) as first:
        first.save(page(), article())
    with Archive(tmp_path / "new" / "folder" / "a.db") as second:
        assert isinstance(second.get(1).article, Article)
