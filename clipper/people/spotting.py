"""One text -> the names that the model and the words around them show in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clipper.people import names
from clipper.people.aliases import Alias, without_nickname
from clipper.people.bounds import untitled, whole
from clipper.people.edges import after_known_place, after_rank_of_two_parts, before_verb
from clipper.people.features import word_class
from clipper.people.introduced import is_introduced, is_personal, is_signature
from clipper.people.link import Spotted
from clipper.people.ranked import LETTERS_AFTER, is_beside_a_mark, is_ranked, may_be_surname
from clipper.people.reader import LEAST, Reader
from clipper.people.sheet import Sheet
from clipper.people.things import stands_for_another
from clipper.people.titles import office
from clipper.people.tokens import Tokens
from clipper.people.words import (
    HONORIFICS,
    NO_SPEAKERS,
    PASSING_AFTER,
    SHIP_WORDS,
    TITLE_BODY,
    TITLE_SURNAMES,
    bare,
    is_title,
)
from clipper.persons import Where

# What a span of several words, and of one, needs to found a person; a weaker one may only join.
STRONG_FULL, STRONG_LONE = 0.06, 0.35
_INTRODUCED = 0.95  # the least that "a son, Chase" says
_SURE = 0.95  # what the model must say of a name in a line of capitals that nothing else speaks for
_WEAK_LINE = 0.2  # the most that a line in title case says
# Kinds of words (features.word_class) that name nobody when they stand alone, and marks that say otherwise.
_DULL, _SPEAKING = frozenset("WNAKGOCZHTD"), frozenset("tmfsj")

Span = tuple[int, int]


def founds(one: Spotted) -> bool:
    """Whether a name is sure enough to found a person; others may only join one."""
    if one.doubted or one.score < STRONG_FULL:
        return False
    return one.score >= STRONG_LONE or len(one.keys) > 1


def spot(sheet: Sheet, where: Where, reader: Reader, spans: Iterable[Span]) -> Iterator[Spotted]:
    """The names that the model spots in runs; those too weak to found a person are not yet described."""
    tokens, base, speakers, headlines = sheet.tokens, sheet.base, sheet.speakers, sheet.weak
    words, lower, marks = tokens.words, tokens.lower, reader.marks
    for run_start, run_end in spans:
        size = run_end - run_start
        # A word that stands alone is a place, an office or a common word, and nothing in the document speaks
        # for a person of that name: a run in six, which the model need not read.
        if (
            size == 1
            and word_class(words[run_start]) in _DULL
            and _SPEAKING.isdisjoint(marks[lower[run_start]])
        ):
            continue
        if size > 2:
            run_start = after_known_place(tokens, run_start, run_end)
            run_start = after_rank_of_two_parts(tokens, run_start, run_end)
        found = reader.spans(run_start, run_end) or _unspotted(sheet, run_start, run_end)
        for start, stop, p in found:
            first = untitled(tokens, start, stop) if stop - start > 1 else start
            first, end = whole(tokens, run_start, first, stop)
            if run_start in headlines:
                end = before_verb(tokens, first, end)
            if start in speakers or (end - first == 1 and _is_bare_title(lower[first])):
                continue
            one = _named(sheet, where, first, end, base + start, p)
            one.weak = run_start in headlines
            if founds(one) or is_introduced(tokens, first, end):
                describe(one, sheet)
            yield one


def _unspotted(sheet: Sheet, start: int, end: int) -> list[tuple[int, int, float]]:
    """A name in a run in which the model sees none, where the words around it say that there is one."""
    tokens = sheet.tokens
    if end - start < 5 and is_introduced(tokens, start, end):
        return [(start, end, LEAST)]
    if end - start == 1:
        return []
    if is_ranked(tokens, end - 1):
        return [(end - 1, end, LEAST)]
    if end - start > 2 and tokens.words[end - 1] in LETTERS_AFTER:
        return [(start, end - 1, LEAST)]
    if end - start > 2 and is_title(tokens.lower[start]):
        first = untitled(tokens, start, end)
        return [(first, end, LEAST)] if is_beside_a_mark(tokens, first, end) else []
    if start in sheet.weak and _ends_in_a_name(tokens, start, end):
        return [(end - 2, end, LEAST)]
    return []


def _ends_in_a_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a run in a headline of capitals ends in a forename and one word more: Under Secretary Elbridge
    Colby, who may be somebody of whom the story has the surname only."""
    return end - start > 1 and tokens.cap[end - 2] and word_class(tokens.words[end - 2]) in "FBX"


def speakers(sheet: Sheet, where: Where) -> Iterator[Spotted]:
    """The names that head a transcript's lines: what follows the office in SECRETARY OF DEFENSE BOB WORK:."""
    tokens, base = sheet.tokens, sheet.base
    for run_start, run_end in sheet.spans if sheet.speakers else ():  # few texts are transcripts
        if run_start not in sheet.speakers:
            continue
        end = run_end
        while end > run_start and end - 1 not in sheet.speakers:
            end -= 1
        start = run_start
        for k in range(run_start, end - 1):
            if tokens.lower[k] in TITLE_BODY or is_title(tokens.lower[k]):
                start = k + 1
        while start < end - 1 and tokens.lower[start] in NO_SPEAKERS:
            start += 1
        titled = start > 0 and (is_title(tokens.lower[start - 1]) or tokens.lower[start - 1] in TITLE_BODY)
        if (
            (start and tokens.lower[start - 1] in ("the", "our", "your"))
            or (end - start == 1 and not may_be_surname(tokens.lower[start]))
            or tokens.lower[start] in NO_SPEAKERS
            or sum([word[0].isalnum() for word in tokens.words[start:end]]) > 4
            or _said(tokens, start, end) in names.phrases()
        ):
            continue
        p = 0.97 if titled else 0.9 if end - start > 1 else 0.5
        one = _named(sheet, where, start, end, base + start, p)
        _look_around(one, sheet)
        one.titled = titled
        one.speaking = titled and may_be_surname(tokens.lower[end - 1])
        yield one


def _is_bare_title(lower: str) -> bool:
    """Whether a word that was spotted alone is nothing but a title: the Chairperson."""
    return is_title(lower) and lower not in TITLE_SURNAMES


def _named(sheet: Sheet, where: Where, start: int, end: int, order: int, p: float) -> Spotted:
    tokens = sheet.tokens
    first, until = tokens.span(start, end)
    first, last = sheet.offsets(start, end) if sheet.places else (first, until)
    words, nickname = tuple(tokens.words[start:end]), ""
    if len(words) > 3:
        words, nickname = without_nickname(words)
    one = Spotted(words, where, first, last, order, p)
    one.place = start, end
    one.until = until
    if nickname:
        one.aliases = (Alias(nickname), Alias(f"{nickname} {words[-1]}"))
    return one


def describe(one: Spotted, sheet: Sheet) -> None:
    """Note what the words around a name say of its bearer; a third of all that is spotted never needs it."""
    if one.described:
        return
    tokens, (start, end) = sheet.tokens, one.place
    _look_around(one, sheet)
    if stands_for_another(one, tokens, start, end) or (one.weak and not _holds_in_a_headline(one, tokens)):
        one.doubted, one.score = True, min(one.score, _WEAK_LINE)
    elif is_introduced(tokens, start, end):
        one.introduced, one.titled, one.score = True, True, max(one.score, _INTRODUCED)


def _holds_in_a_headline(one: Spotted, tokens: Tokens) -> bool:
    """Whether more than its capitals says that a name in a line of capitals is a person's."""
    start, end = one.place
    before, told = tokens.lower[start - 1] if start else "", one.where == "text"
    return (
        bare(before) in HONORIFICS
        or (told and end - start > 1 and is_title(before))
        or _is_sure(one, before)
        or is_signature(tokens, start, end)
        or (told and is_introduced(tokens, start, end))
    )


def _is_sure(one: Spotted, before: str) -> bool:
    """Whether a name in a line of capitals can hardly be two words of a headline."""
    return (
        one.score >= _SURE
        and (one.where == "text" or is_title(before))
        and not any(word.lower() in names.common() for word in one.words)
    )


def _look_around(one: Spotted, sheet: Sheet) -> None:
    tokens, (start, end) = sheet.tokens, one.place
    words, opens = tokens.words, tokens.opens
    one.described = True
    if start and not opens[start]:
        one.before = words[start - 1]
        before = one.before.lower()
        one.titled, one.ship = is_title(before), before in SHIP_WORDS
    if end < len(words) and not opens[end]:
        one.after = words[end]
        one.passing = one.after.lower() in PASSING_AFTER
    one.title = office(tokens, start, end)
    one.personal = is_personal(tokens, start, end)
    one.shouted = start in sheet.shouted


def _said(tokens: Tokens, start: int, end: int) -> str:
    return " ".join(tokens.lower[start:end])
