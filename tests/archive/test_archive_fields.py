"""Fields of a search against real rows: languages by name, titles by words in brackets."""

from __future__ import annotations

from archive_samples import article, page

from clipper.archive import Archive


def found(archive: Archive, query: str) -> list[int]:
    return sorted(hit.id for hit in archive.search(query))


def test_a_language_is_found_by_its_name_in_english(archive: Archive) -> None:
    archive.save(page("https://example.org/1"), article(language="de-AT", url="https://example.org/1"))
    archive.save(page("https://example.org/2"), article(language="en", url="https://example.org/2"))
    assert found(archive, "lang:German") == found(archive, "lang:de") == [1]
    assert found(archive, "lang:klingon") == []


def test_words_in_brackets_after_title_are_looked_for_in_titles_only(archive: Archive) -> None:
    for number, title in enumerate(("Radar", "Talks", "Ships"), 1):
        url = f"https://example.org/{number}"
        archive.save(page(url), article(title, "Radar, talks and title.", url))
    assert found(archive, "title:(radar OR talks)") == [1, 2]
    assert found(archive, "-title:(radar OR talks)") == [3]
    assert found(archive, "title:(radar talks)") == []
