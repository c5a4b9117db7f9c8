"""A person named in very many clippings is searched another way than others, with the same answer."""

from __future__ import annotations

import pytest
from archive_samples import article, page, person

from clipper.archive import Archive, lookup

QUERIES = (
    "person:Work", "person:Bob since:2013-06", "major:Work", "-person:Work", "-major:Work", "talks major:Work",
    "talks (person:Work OR person:Carter)", "person:Carter person:Work", "person:Nobody",
)  # fmt: skip


@pytest.fixture
def peopled(archive: Archive) -> Archive:
    """Twelve clippings, one a month; Work in every second, major in every fourth, Carter in every third."""
    for number in range(12):
        url = f"https://example.org/{number}"
        told = article(f"Story {number}", "The talks began.", url, published=f"2013-{number + 1:02}-01")
        work = [person("Bob Work", major=not number % 4)] if not number % 2 else []
        archive.save(page(url), told, [*work, *([person("Ash Carter")] if not number % 3 else [])])
    return archive


@pytest.mark.parametrize("query", QUERIES)
def test_many_and_few_clippings_of_a_person_are_found_alike(
    peopled: Archive, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [hit.id for hit in peopled.search(query, sort="date")]
    people = [row.name for row in peopled.people(query)]
    monkeypatch.setattr(lookup, "_OFTEN", 0)
    assert [hit.id for hit in peopled.search(query, sort="date")] == few
    assert peopled.count(query) == len(few)
    assert [row.name for row in peopled.people(query)] == people
