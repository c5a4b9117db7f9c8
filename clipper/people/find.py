"""Text, headline and captions -> the people of one document (``find_people``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from clipper.people import scripts
from clipper.people.decide import judge, likelihood
from clipper.people.evidence import Evidence
from clipper.people.languages import believable, guess
from clipper.people.link import Group, Spotted, attach, link
from clipper.people.listing import among_people
from clipper.people.memory import trim
from clipper.people.model import Spotter, spotter
from clipper.people.profile import person, rank, without_bylines
from clipper.people.reader import Reader
from clipper.people.related import spot_related
from clipper.people.sheet import Sheet, read
from clipper.people.spotting import describe, founds, speakers, spot
from clipper.persons import Person, Where

_APART = 1_000_000  # between the orders of mentions in two texts of a document
KEPT_FULL, KEPT_LONE = 0.45, 0.6

_order = attrgetter("order")


def find_people(
    text: str,
    title: str = "",
    captions: Sequence[str] = (),
    authors: Sequence[str] = (),
    language: str | None = None,
) -> tuple[Person, ...]:
    """The people named in an article, most often named first.

    ``text`` holds the paragraphs, ``title`` the headline, ``captions`` the picture captions (their mentions
    have offsets into the captions joined by newlines), ``authors`` the byline, whose names count only where
    the story itself names them, ``language`` an ISO 639 code if known. Raises nothing for any string.
    """
    sources: dict[Where, str] = {"text": text, "caption": "\n".join(captions), "title": title}
    sheets = {where: read(source) for where, source in sources.items() if source or where == "text"}
    english = guess(sheets["text"], language) == "en"
    groups, evidence = spot_groups(sheets, spotter(), lone=english)
    kept = [group for group in groups if (english or believable(group)) and _convinces(group, evidence)]
    kept.extend(_without_capitals(sources, sheets, kept))
    people = [person(group, sources) for group in kept]
    return tuple(sorted(without_bylines(people, authors, text), key=rank))


def _without_capitals(
    sources: Mapping[Where, str], sheets: Mapping[Where, Sheet], kept: Sequence[Group]
) -> list[Group]:
    """People in scripts that have no capitals, and in Cyrillic, as far as not found already."""
    spotted = [
        one
        for n, (where, text) in enumerate(sources.items())
        if where in sheets and sheets[where].beyond
        for one in scripts.spot(text, sheets[where].beyond, where, n * _APART)
    ]
    if not spotted:
        return []
    taken = {(m.where, k) for group in kept for m in group.mentions for k in range(m.start, m.end)}
    return link([one for one in spotted if (one.where, one.start) not in taken])


def _convinces(group: Group, evidence: Evidence) -> bool:
    group.score = likelihood(judge(), group, evidence)
    return group.score >= (KEPT_FULL if len(group.longest.keys) > 1 else KEPT_LONE)


def spot_groups(
    sheets: Mapping[Where, Sheet], weights: Spotter, *, lone: bool = True
) -> tuple[list[Group], Evidence]:
    """The groups of linked mentions of one document, persons or not, and the document's evidence; without
    ``lone``, groups of names of one word may be missing, and only they."""
    trim()
    weights.trim()
    evidence = Evidence()
    for n, sheet in enumerate(sheets.values()):
        sheet.base = n * _APART
        evidence.read(sheet.tokens, sheet.spans)
    readers = {where: Reader(weights, sheet.tokens, evidence) for where, sheet in sheets.items()}
    found = None if lone else spot_related(sheets, readers)
    if found is None:
        found = {where: spot(sheet, where, readers[where], sheet.spans) for where, sheet in sheets.items()}
    strong: list[Spotted] = []
    weak: list[Spotted] = []
    every = {where: list(here) for where, here in found.items()}
    full = {key for here in every.values() for one in here if len(one.keys) > 1 for key in one.keys}
    for where, sheet in sheets.items():
        here = every[where]
        for one in among_people(sheet.tokens, here, full):
            describe(one, sheet)
        founding: list[Spotted] = []
        for one in here:
            (founding if founds(one) else weak).append(one)
        _take_aliases(sheet, founding)
        strong += founding
        strong += speakers(sheet, where)  # each is sure enough
    groups = link(strong)
    attach(weak, groups, lambda one: describe(one, sheets[one.where]))
    return groups, evidence


def _take_aliases(sheet: Sheet, founding: Sequence[Spotted]) -> None:
    """Add to names of a text that may found a person the aliases that their sentences give the bearers."""
    tokens, in_order = sheet.tokens, sorted(founding, key=_order)
    for k in sheet.announcements.among([one.until for one in in_order]):
        beyond = in_order[k + 1 : k + 2]
        stop = tokens.start(beyond[0].order - sheet.base) if beyond else len(tokens.text)
        in_order[k].aliases += sheet.announcements.told(in_order[k].until, stop)


__all__ = ["find_people", "spot_groups"]
