"""What the user says of people holds at once, later and after a rebuild, and can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

import pytest
from archive_samples import article, page, person

from clipper.archive import Archive
from clipper.errors import NotFound, UsageError
from clipper.records import Clipping, Person


def clip(archive: Archive, number: int, *names: str, title: str = "") -> int:
    url = f"https://example.org/{number}"
    told = article(f"Story {number}", url=url, published="2014-10-08")
    return archive.save(page(url), told, [person(name, title) for name in names])[0]


def named(archive: Archive) -> dict[str, int]:
    return {row.name: row.clippings for row in archive.people()}


def found_again(clipping: Clipping) -> Sequence[Person]:
    """A people room that finds what it found before."""
    return clipping.people


def everything(archive: Archive) -> list[object]:
    """What a reader sees of people: to compare before and after."""
    rows = archive.people(limit=None)
    return [
        [(row.name, row.clippings) for row in rows],
        [sorted((alias.name, alias.clippings) for alias in archive.profile(row.id).aliases) for row in rows],
        [[hit.id for hit in archive.search(f'person:"{row.name}"', sort="date")] for row in rows],
        [clipping.people for clipping in archive.clippings()],
    ]


def merge(archive: Archive) -> None:
    archive.merge_people("Chester Nimitz", "C. W. Fleet")


def rename(archive: Archive) -> None:
    archive.rename_person("Chester Nimitz", "Chester W. Nimitz Sr.")


def add_alias(archive: Archive) -> None:
    archive.add_alias("Chester Nimitz", "The Admiral")


def remove_alias(archive: Archive) -> None:
    archive.remove_alias("Chester Nimitz", "Chester W. Nimitz")


def split(archive: Archive) -> None:
    archive.split_person("Chester Nimitz", [2])


def not_a_person(archive: Archive) -> None:
    archive.not_a_person("Fredericksburg")


DECISIONS = (merge, rename, add_alias, remove_alias, split, not_a_person)


@pytest.fixture
def peopled(archive: Archive) -> Archive:
    clip(archive, 1, "Chester Nimitz", "Fredericksburg")
    clip(archive, 2, "Chester Nimitz", "Ernest King")
    clip(archive, 3, "C. W. Fleet", "Chester W. Nimitz")
    return archive


@pytest.mark.parametrize("decide", DECISIONS, ids=lambda decide: decide.__name__)
def test_a_decision_taken_back_leaves_everything_as_it_was(
    peopled: Archive, decide: Callable[[Archive], None]
) -> None:
    before = everything(peopled)
    decide(peopled)
    assert everything(peopled) != before
    for made in reversed(peopled.decisions()):
        assert peopled.undo().id == made.id
    assert everything(peopled) == before
    with pytest.raises(NotFound, match="no decision"):
        peopled.undo()
    with sqlite3.connect(peopled.path) as other:
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("decide", DECISIONS, ids=lambda decide: decide.__name__)
def test_a_decision_survives_a_rebuild(peopled: Archive, decide: Callable[[Archive], None]) -> None:
    decide(peopled)
    before = everything(peopled)
    hidden = {clipping.id: list(clipping.people) for clipping in peopled.clippings()}
    for clipping in (1,):  # what was hidden is found again by the people room
        if decide is not_a_person:
            hidden[clipping].append(person("Fredericksburg"))
    assert list(peopled.rebuild_people(lambda clipping: hidden[clipping.id])) == [1, 2, 3]
    assert everything(peopled) == before
    peopled.undo()
    assert everything(peopled) != before


def test_merged_people_are_found_under_both_names_and_joined_in_clippings_to_come(peopled: Archive) -> None:
    number = peopled.merge_people("Chester Nimitz", "C. W. Fleet")
    clip(peopled, 4, "C. W. Fleet")
    assert named(peopled)["Chester Nimitz"] == 4  # clippings, though two rows name him twice
    assert peopled.count("person:Fleet") == peopled.count("person:Nimitz") == 4
    with pytest.raises(UsageError):
        peopled.merge_people("Chester Nimitz", "Fleet")
    peopled.undo(number)
    assert named(peopled)["C. W. Fleet"] == 2
    with pytest.raises(NotFound, match="undone already"):
        peopled.undo(number)


def test_merges_of_merges_come_apart_in_any_order(peopled: Archive) -> None:
    first = peopled.merge_people("C. W. Fleet", "Ernest King")
    peopled.merge_people("Chester Nimitz", "C. W. Fleet")
    assert named(peopled) == {"Chester Nimitz": 3, "Fredericksburg": 1}
    peopled.undo(first)
    assert named(peopled) == {"Chester Nimitz": 3, "Fredericksburg": 1, "Ernest King": 1}
    peopled.undo()
    assert named(peopled)["C. W. Fleet"] == 1


def test_a_removed_name_stays_apart_in_clippings_to_come(archive: Archive) -> None:
    clip(archive, 1, "Bob Work", title="Deputy Defense Secretary")
    clip(archive, 2, "Robert O. Work", title="Deputy Secretary of Defense")
    assert len(archive.people()) == 1
    archive.remove_alias("Bob Work", "Robert O. Work")
    assert named(archive) == {"Bob Work": 1, "Robert O. Work": 1}
    clip(archive, 3, "Robert O. Work", title="Deputy Secretary of Defense")
    assert named(archive) == {"Bob Work": 1, "Robert O. Work": 2}
    list(archive.rebuild_people(found_again))
    assert named(archive) == {"Bob Work": 1, "Robert O. Work": 2}
    with pytest.raises(NotFound):
        archive.remove_alias("Bob Work", "Somebody Else")
    with pytest.raises(UsageError, match="no other name"):
        archive.remove_alias("Bob Work", "Bob Work")


def test_what_is_no_person_is_nowhere_among_people(peopled: Archive) -> None:
    peopled.not_a_person("Fredericksburg")
    clip(peopled, 4, "Fredericksburg", "Chester Nimitz")
    assert "Fredericksburg" not in named(peopled)
    assert peopled.count("person:Fredericksburg") == 0
    assert [who.name for who in peopled.get(4).people] == ["Chester Nimitz"]
    peopled.not_a_person("USS Never Seen")
    clip(peopled, 5, "USS Never Seen")
    assert "USS Never Seen" not in named(peopled)


def test_a_name_given_by_the_user_means_that_person(peopled: Archive) -> None:
    peopled.add_alias("Chester Nimitz", "CINCPAC")
    clip(peopled, 4, "CINCPAC")
    assert named(peopled)["Chester Nimitz"] == 4
    assert peopled.count("person:cincpac") == 4
    with pytest.raises(UsageError):
        peopled.add_alias("Chester Nimitz", "Cincpac")
    with pytest.raises(UsageError):
        peopled.rename_person("Chester Nimitz", " 😀 ")


def test_decisions_are_told_in_words(peopled: Archive) -> None:
    peopled.rename_person("Ernest King", "Ernest J. King")
    peopled.merge_people("Chester Nimitz", "Fleet")
    peopled.undo()
    told = [(made.verb, made.subject, made.object, bool(made.undone)) for made in peopled.decisions()]
    assert told == [
        ("rename", "Ernest King", "Ernest J. King", False),
        ("merge", "Chester Nimitz", "C. W. Fleet", True),
    ]


def test_a_rebuild_joins_by_todays_rules(archive: Archive) -> None:
    clip(archive, 1, "Bob Work", title="Deputy Defense Secretary")
    clip(archive, 2, "Robert O. Work", title="Deputy Secretary of Defense")

    def other_rules(clipping: Clipping) -> Sequence[Person]:
        return [person("Sally Ride")] if clipping.id == 2 else clipping.people

    assert list(archive.rebuild_people(other_rules)) == [1, 2]
    assert named(archive) == {"Bob Work": 1, "Sally Ride": 1}
    assert [alias.name for alias in archive.profile("Bob Work").aliases] == ["Bob Work"]
    assert archive.count("person:Ride") == 1
    assert archive.count("person:Robert") == 0


def test_a_rebuild_broken_off_leaves_a_sound_archive_and_can_be_done_again(archive: Archive) -> None:
    for number in range(1, 206):
        clip(archive, number, "Bob Work", f"Person {number}")
    before = everything(archive)

    def breaks(clipping: Clipping) -> Sequence[Person]:
        if clipping.id == 150:
            raise KeyboardInterrupt
        return clipping.people

    with pytest.raises(KeyboardInterrupt):
        list(archive.rebuild_people(breaks))
    assert archive.count("person:Work") == 205
    assert list(archive.rebuild_people(found_again)) == list(range(1, 206))
    assert everything(archive) == before


def test_a_split_that_leaves_nobody_is_refused(archive: Archive) -> None:
    for number in (1, 2):
        url = f"https://example.org/{number}"
        archive.save(page(url), article(f"Story {number}", url=url), [person("Bob Work")])
    with pytest.raises(UsageError, match="nobody would be left"):
        archive.split_person("Bob Work", [1, 2])
    assert archive.decisions() == []
    assert archive.split_person("Bob Work", [2])
