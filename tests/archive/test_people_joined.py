"""People of several documents are one person of the archive where names, titles and dates say so."""

from __future__ import annotations

import pytest
from archive_samples import article, page, person

from clipper.archive import Archive
from clipper.errors import NotFound, UsageError


def clip(
    archive: Archive,
    number: int,
    *names: tuple[str, str] | str,
    dated: str = "2014-10-08",
    major: bool = False,
) -> int:
    url = f"https://example.org/{number}"
    told = [name if isinstance(name, tuple) else (name, "") for name in names]
    people = [person(name, title, major=major) for name, title in told]
    return archive.save(page(url), article(f"Story {number}", url=url, published=dated), people)[0]


def named(archive: Archive) -> dict[str, int]:
    return {row.name: row.clippings for row in archive.people()}


def test_forms_of_one_name_join_with_a_reason(archive: Archive) -> None:
    clip(archive, 1, ("Bob Work", "Deputy Defense Secretary"))
    clip(archive, 2, ("Robert O. Work", "Deputy Secretary of Defense"))
    clip(archive, 3, "Shinzo Abe")
    clip(archive, 4, "Abe Shinzo")
    assert named(archive) == {"Bob Work": 2, "Shinzo Abe": 2}
    profile = archive.profile("Bob Work")
    reasons = {alias.name: alias.reason for alias in profile.aliases}
    assert '"Bob" is short for "Robert"' in reasons["Robert O. Work"]
    for asked in ("person:Work", 'person:"Robert Work"', "person:bob"):
        assert {hit.id for hit in archive.search(asked)} == {1, 2}, asked
    assert {hit.id for hit in archive.search('person:"Shinzo Abe"')} == {3, 4}


def test_a_bare_surname_joins_only_with_a_title_of_that_time(archive: Archive) -> None:
    clip(archive, 1, ("Itsunori Onodera", "Japanese Defense Minister"), dated="2013-09-27")
    clip(archive, 2, ("Onodera", "Defense Minister"), dated="2013-10-01")
    clip(archive, 3, "Onodera", dated="2013-10-01")
    clip(archive, 4, ("Onodera", "Defense Minister"), dated="2024-10-01")
    assert archive.person("Itsunori Onodera")[0].clippings == 2
    lone = archive.candidates()
    assert {candidate.person.name for candidate in lone} == {"Onodera"}
    assert all("Itsunori Onodera" in [who.name for who in candidate.possible] for candidate in lone)
    assert archive.count("person:Onodera") == 4


def test_namesakes_with_other_titles_stay_apart(archive: Archive) -> None:
    clip(archive, 1, ("Duncan L. Hunter", "Congressman"))
    clip(archive, 2, ("Duncan D. Hunter", "Congressman"))
    assert len(archive.person("Hunter")) == 2


def test_people_without_titles_and_of_a_common_name_do_not_multiply(archive: Archive) -> None:
    for number in range(4):
        clip(archive, number, "John Smith")
    assert [row.clippings for row in archive.person("John Smith")] == [4]


def test_a_full_name_that_comes_later_names_the_person(archive: Archive) -> None:
    clip(archive, 1, ("Onodera", "Defense Minister"), dated="2013-10-01")
    clip(archive, 2, ("Itsunori Onodera", "Japanese Defense Minister"), dated="2013-09-27")
    assert named(archive) == {"Itsunori Onodera": 2}


def test_a_profile_tells_titles_months_company_and_major_clippings_first(archive: Archive) -> None:
    clip(archive, 1, ("Bob Work", "Under Secretary of the Navy"), "Ray Mabus", dated="2012-05-01")
    clip(archive, 2, ("Bob Work", "Deputy Defense Secretary"), "Ash Carter", dated="2014-10-08", major=True)
    clip(archive, 3, ("Bob Work", "Deputy Defense Secretary"), "Ash Carter", dated="2014-10-09")
    profile = archive.profile("bob work")
    assert (profile.person.clippings, profile.person.major) == (3, 1)
    assert [(title.title, title.first, title.last, title.clippings) for title in profile.titles] == [
        ("Under Secretary of the Navy", "2012-05-01", "2012-05-01", 1),
        ("Deputy Defense Secretary", "2014-10-08", "2014-10-09", 2),
    ]
    assert profile.months == (("2012-05", 1), ("2014-10", 2))
    assert [(who.name, who.clippings) for who in profile.company] == [("Ash Carter", 2), ("Ray Mabus", 1)]
    assert [row.id for row in profile.clippings] == [2, 3, 1]
    assert [row.id for row in archive.profile("work", limit=1).clippings] == [2]


def test_a_name_that_fits_several_people_is_asked_back(archive: Archive) -> None:
    clip(archive, 1, "Itsunori Onodera", "Yasuko Onodera")
    with pytest.raises(UsageError, match="Itsunori Onodera"):
        archive.profile("Onodera")
    assert archive.profile("Itsunori Onodera").person.id == archive.profile(1).person.id == 1
    for nobody in ("Nobody", 99, 0, 2**70):
        with pytest.raises(NotFound):
            archive.profile(nobody)


def test_people_of_removed_clippings_are_forgotten(archive: Archive) -> None:
    clip(archive, 1, "Bob Work")
    archive.remove(1)
    assert archive.status().people == 0
    assert archive.candidates() == []


def test_several_people_of_a_search_combine(archive: Archive) -> None:
    clip(archive, 1, "Bob Work", "Ash Carter", major=True)
    clip(archive, 2, "Bob Work")
    clip(archive, 3, "Ash Carter")
    assert archive.count("person:Work person:Carter") == 1
    assert archive.count("person:Work OR person:Carter") == 3
    assert archive.count("person:Work -person:Carter") == 1
    assert archive.count("major:Work") == 1


def test_two_people_of_one_document_are_two(archive: Archive) -> None:
    clip(archive, 1, ("John Kelly", "General"))
    clip(archive, 2, ("J. F. Kelly", "General"), ("John F. Kelly", "General"))
    clip(archive, 3, "Kim Yong-chol", "Kim Yong-chol")
    assert all(row.clippings == 1 or row.name == "John Kelly" for row in archive.people())
    assert len(archive.people("title:3")) == 2
