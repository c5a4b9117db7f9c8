"""Text, headline and captions -> the people of one document (``find_people``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clipper.people.decide import judge, likelihood
from clipper.people.evidence import Evidence
from clipper.people.features import bare, is_initial
from clipper.people.link import Group, Spotted, attach, link
from clipper.people.model import Weights, spotter
from clipper.people.profile import person, rank, without_bylines
from clipper.people.sheet import Sheet, read
from clipper.people.titles import office
from clipper.people.words import ORG_WORDS, PASSING_AFTER, SHIP_WORDS, TITLE_HEADS, TITLE_SURNAMES
from clipper.records import Person, Where

STRONG = 0.35  # what a span needs to found a person; a weaker one may only join
_WEAK_LINE = 0.2  # the most that a line in title case says
KEPT_FULL, KEPT_LONE = 0.5, 0.6


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
    sheets = {where: read(source) for where, source in sources.items()}
    groups, evidence = spot_groups(sheets, spotter())
    kept = [group for group in groups if _convinces(group, evidence)]
    people = [person(group, sources) for group in kept]
    return tuple(sorted(without_bylines(people, authors, text), key=rank))


def _convinces(group: Group, evidence: Evidence) -> bool:
    group.score = likelihood(judge(), group, evidence)
    return group.score >= (KEPT_FULL if len(group.longest.keys) > 1 else KEPT_LONE)


def spot_groups(sheets: Mapping[Where, Sheet], weights: Weights) -> tuple[list[Group], Evidence]:
    """The groups of linked mentions of one document, persons or not, and the document's evidence."""
    evidence = Evidence()
    for sheet in sheets.values():
        evidence.read(sheet.tokens, sheet.spans)
    spotted: list[Spotted] = []
    for where, sheet in sheets.items():
        spotted.extend(_spot(sheet, where, evidence, weights, len(spotted)))
    groups = link([one for one in spotted if one.score >= STRONG])
    attach([one for one in spotted if one.score < STRONG], groups)
    return groups, evidence


def _spot(sheet: Sheet, where: Where, evidence: Evidence, weights: Weights, base: int) -> Iterator[Spotted]:
    for run_start, run_end in sheet.spans:
        weak = run_start in sheet.weak
        for start, end, p in sorted(weights.spans(sheet.tokens, evidence, run_start, run_end)):
            first = _untitled(sheet, start, end)
            yield _spotted(sheet, where, first, end, base + start, min(p, _WEAK_LINE) if weak else p)


def _untitled(sheet: Sheet, start: int, end: int) -> int:
    """Where the name begins after titles that the model left on it."""
    lower = sheet.tokens.lower
    while end - start > 1 and bare(lower[start]) in TITLE_HEADS and lower[start] not in TITLE_SURNAMES:
        start += 1
    return start


def _spotted(sheet: Sheet, where: Where, start: int, end: int, order: int, p: float) -> Spotted:
    tokens = sheet.tokens
    before = tokens.words[start - 1] if start and not tokens.opens[start] else ""
    after = tokens.words[end] if end < len(tokens) and not tokens.opens[end] else ""
    first, last = sheet.offsets(start, end)
    one = Spotted(tuple(tokens.words[start:end]), where, first, last, order, p)
    one.before, one.after = before, after
    one.title = office(tokens, start, end)
    one.titled = bare(before.lower()) in TITLE_HEADS
    one.passing = after.lower() in PASSING_AFTER
    one.shouted = start in sheet.shouted
    if before.lower() in SHIP_WORDS or (after.lower() in ORG_WORDS and after[:1].isupper()):
        one.score = min(p, _WEAK_LINE)
    return one


__all__ = ["find_people", "is_initial"]
