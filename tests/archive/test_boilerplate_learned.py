"""Lines that recur at the edges of a site's texts are learned as its boilerplate, and can be taken back."""

from __future__ import annotations

import pytest
from archive_samples import article, page

from clipper.archive import Archive
from clipper.errors import NotFound
from clipper.records import Removed, Source

LINE = "Follow our reporters wherever you are"


def add(
    archive: Archive, number: int, text: str, *, title: str = "", domain: str = "a.example", **changes: object
) -> int:
    url = f"https://{domain}/{number}"
    told = article(title or f"Story {number}", text, url, source=Source(domain, domain), **changes)
    return archive.save(page(url), told)[0]


def body(number: int) -> str:
    return "\n".join(f"Paragraph {number}.{at} says something of its own." for at in range(12))


def test_a_line_is_learned_from_its_third_clipping_on(archive: Archive) -> None:
    for number in (1, 2):
        add(archive, number, f"{body(number)}\n{LINE}")
    assert archive.boilerplate("a.example") == frozenset()
    add(archive, 3, f"{LINE}\n{body(3)}")
    assert archive.boilerplate("a.example") == {LINE}
    assert archive.boilerplate("b.example") == frozenset()
    (learned,) = archive.learned_lines()
    assert (learned.domain, learned.line, learned.clippings, learned.rejected) == (
        "a.example",
        LINE,
        (1, 2, 3),
        False,
    )


def test_copies_of_one_story_teach_nothing(archive: Archive) -> None:
    for number in range(4):
        add(archive, number, f"{body(0)}\n{LINE}", title="The same story")
    assert archive.boilerplate("a.example") == frozenset()


def test_a_line_in_the_middle_or_of_few_letters_teaches_nothing(archive: Archive) -> None:
    for number in range(4):
        add(archive, number, f"{body(number)}\n{LINE}\n{body(number + 10)}\nThank you.")
    assert archive.boilerplate("a.example") == frozenset()


def test_a_line_stays_learned_when_texts_are_made_again_without_it(archive: Archive) -> None:
    for number in range(3):
        add(archive, number, f"{body(number)}\n{LINE}")
    cut = (Removed("learned-site-line", LINE),)
    archive.replace_text(1, article("Story 0", body(0), source=Source("a.example", ""), removed=cut))
    (learned,) = archive.learned_lines("a.example")
    assert learned.clippings == (1, 2, 3)


def test_the_user_can_reject_a_line_and_take_that_back(archive: Archive) -> None:
    for number in range(3):
        add(archive, number, f"{body(number)}\n{LINE}")
    archive.reject_line("a.example", LINE)
    assert archive.boilerplate("a.example") == frozenset()
    assert archive.learned_lines()[0].rejected
    add(archive, 9, f"{body(9)}\n{LINE}")
    assert archive.boilerplate("a.example") == frozenset()
    archive.reject_line("a.example", LINE, rejected=False)
    assert archive.boilerplate("a.example") == {LINE}
    with pytest.raises(NotFound):
        archive.reject_line("a.example", "another line")
