"""A group of mentions -> the Person record: name, office, weight in the article, mentions in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from clipper.people.link import Group, Spotted
from clipper.people.same import fold
from clipper.people.sheet import ordinary
from clipper.people.titles import is_office
from clipper.persons import Mention, Person, Where

_is_passing = attrgetter("passing")
_MAJOR_TIMES = 3
_OPENING_PARAGRAPHS = 2
_PARAGRAPH_LETTERS = 60


def person(group: Group, sources: Mapping[Where, str]) -> Person:
    """The record of one person; ``sources`` are the texts that the mentions' offsets count."""
    mentions = group.mentions
    if len(mentions) > 1:
        mentions = sorted(mentions, key=_place)
    titles = [m.title for m in mentions if m.title]
    opening = _opening(sources["text"])
    # The first in the text, and those in other texts, come at the two ends.
    leading = mentions[0].where == "text" and mentions[0].start < opening
    leading = leading or mentions[-1].where == "title"
    least = group.score
    likely = _shown(least)
    return Person(
        _name(group),
        next(filter(is_office, titles), titles[0] if titles else ""),
        len(mentions) >= _MAJOR_TIMES or leading,
        all(map(_is_passing, mentions)),
        tuple(
            [
                Mention(
                    sources[m.where][m.start : m.end],
                    m.start,
                    m.end,
                    m.where,
                    _shown(m.score) if m.score > least else likely,
                    m.ambiguous,
                )
                for m in mentions
            ]
        ),
    )


def _shown(score: float) -> float:
    """A probability in thousandths. What is not halfway between two of them need not be written out in
    decimals, as `round` does, to tell which is nearer."""
    if score >= 1.0:
        return 1.0
    thousandths = score * 1000.0
    whole = int(thousandths + 0.5)
    return whole / 1000.0 if -0.499 < thousandths - whole < 0.499 else round(score, 3)


def _place(mention: Spotted) -> tuple[bool, str, int]:
    """Where a mention stands among a person's: those in the text first, those in the title last."""
    return mention.where != "text", mention.where, mention.start


def _name(group: Group) -> str:
    """The longest form, a surname in capitals (LEE Jae-myung) written as names are."""
    words = group.longest.words
    name = " ".join(words)
    capital = list(map(str.isupper, words))
    if any(capital) and not all(capital):
        shown = [ordinary(w) if len(w) > 2 and w.isupper() and w.isalpha() else w for w in words]
        name = " ".join(shown)
    return re.sub(r'(["“]) (.+?) (["”])', r"\1\2\3", name) if '"' in name or "“" in name else name


@lru_cache(maxsize=1)  # each person of a document asks
def _opening(text: str) -> int:
    """Where the first paragraphs end: in them, a person counts as major."""
    seen = 0
    for match in re.finditer(r"[^\n]+", text):
        seen += len(match.group()) > _PARAGRAPH_LETTERS
        if seen == _OPENING_PARAGRAPHS:
            return match.end()
    return len(text)


def rank(person: Person) -> tuple[int, int, str]:
    """Most mentions first, then the first to appear, then by name."""
    first = person.mentions[0]
    return (-len(person.mentions), first.start if first.where == "text" else 1 << 60, person.name)


def without_bylines(people: Iterable[Person], authors: Sequence[str], text: str) -> Iterator[Person]:
    """The people without authors of the page who are named only where bylines and biographies stand."""
    bylines = {_keys(author) for author in authors}
    tail = text.rfind("\n", 0, max(len(text.rstrip()) - 1, 0))
    for one in people:
        at_ends = all(m.where == "text" and (m.start < 3 or m.start > tail) for m in one.mentions)
        if not (at_ends and _keys(one.name) in bylines):
            yield one


def _keys(name: str) -> tuple[str, ...]:
    return tuple(map(fold, name.split()))
