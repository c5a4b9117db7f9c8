"""Text, headline and captions -> the people of one document (``find_people``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter, itemgetter

from clipper.people import names, scripts
from clipper.people.aliases import Alias, without_nickname
from clipper.people.bounds import untitled, whole
from clipper.people.decide import judge, likelihood
from clipper.people.edges import (
    after_known_place,
    after_rank_of_two_parts,
    before_verb,
    has_an_epithet,
)
from clipper.people.evidence import Evidence
from clipper.people.features import word_class
from clipper.people.introduced import is_introduced, is_personal, is_signature
from clipper.people.languages import believable, guess
from clipper.people.link import Group, Kin, Spotted, attach, link
from clipper.people.listing import among_people
from clipper.people.memory import remembered, trim
from clipper.people.model import Weights, spotter
from clipper.people.profile import person, rank, without_bylines
from clipper.people.ranked import LETTERS_AFTER, is_beside_a_mark, is_ranked, may_be_surname
from clipper.people.reader import LEAST, Reader
from clipper.people.same import keys_of
from clipper.people.sheet import Sheet, read
from clipper.people.things import stands_for_another
from clipper.people.titles import office
from clipper.people.tokens import Tokens
from clipper.people.words import (
    HONORIFICS,
    NO_SPEAKERS,
    PASSING_AFTER,
    TITLE_BODY,
    TITLE_SURNAMES,
    bare,
    is_initial,
    is_title,
    is_title_form,
)
from clipper.persons import Person, Where

# What a span of several words, and of one, needs to found a person; a weaker one may only join.
STRONG_FULL, STRONG_LONE = 0.06, 0.35
_INTRODUCED = 0.95  # the least that "a son, Chase" says
_SURE = 0.95  # what the model must say of a name in a line of capitals that nothing else speaks for
_WEAK_LINE = 0.2  # the most that a line in title case says
# Kinds of words (features.word_class) that name nobody when they stand alone, and marks that say otherwise.
_DULL, _SPEAKING = frozenset("WNAKGOCZHTD"), frozenset("tmfsj")
_APART = 1_000_000  # between the orders of mentions in two texts of a document
_FAR = 1 << 60
KEPT_FULL, KEPT_LONE = 0.45, 0.6

_order, _start = attrgetter("order"), itemgetter(0)

Span = tuple[int, int]


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
    english = guess(sheets["text"], language) == "en"
    groups, evidence = spot_groups(sheets, spotter(), lone=english)
    kept = [group for group in groups if (english or believable(group)) and _convinces(group, evidence)]
    kept.extend(_without_capitals(sources, kept))
    people = [person(group, sources) for group in kept]
    return tuple(sorted(without_bylines(people, authors, text), key=rank))


def _without_capitals(sources: Mapping[Where, str], kept: Sequence[Group]) -> list[Group]:
    """People in scripts that have no capitals, and in Cyrillic, as far as not found already."""
    spotted = [
        one
        for n, (where, text) in enumerate(sources.items())
        for one in scripts.spot(text, where, n * _APART)
    ]
    if not spotted:
        return []
    taken = {(m.where, k) for group in kept for m in group.mentions for k in range(m.start, m.end)}
    return link([one for one in spotted if (one.where, one.start) not in taken])


def _convinces(group: Group, evidence: Evidence) -> bool:
    group.score = likelihood(judge(), group, evidence)
    return group.score >= (KEPT_FULL if len(group.longest.keys) > 1 else KEPT_LONE)


def spot_groups(
    sheets: Mapping[Where, Sheet], weights: Weights, *, lone: bool = True
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
    found = None if lone else _spot_related(sheets, readers)
    if found is None:
        found = {where: _spot(sheet, where, readers[where], sheet.spans) for where, sheet in sheets.items()}
    strong: list[Spotted] = []
    weak: list[Spotted] = []
    every = {where: list(here) for where, here in found.items()}
    full = {key for here in every.values() for one in here if len(one.keys) > 1 for key in one.keys}
    for where, sheet in sheets.items():
        here = every[where]
        for one in among_people(sheet.tokens, here, full):
            _describe(one, sheet)
        founding: list[Spotted] = []
        for one in here:
            (founding if _founds(one) else weak).append(one)
        _take_aliases(sheet, founding)
        strong += founding
        strong += _speakers(sheet, where)  # each is sure enough
    groups = link(strong)
    attach(weak, groups, lambda one: _describe(one, sheets[one.where]))
    return groups, evidence


def _spot_related(
    sheets: Mapping[Where, Sheet], readers: Mapping[Where, Reader]
) -> dict[Where, Iterable[Spotted]] | None:
    """What the model spots in runs that may hold a name to be believed, and in those that can belong to one,
    where nothing but a known forename, an initial or a title makes a name credible (see `believable`).

    In German every noun is a run of one word, and firms and places fill most longer ones: the hundreds that
    share nothing with a person's name need not be read, which saves two thirds of the time. None if the text
    announces other names for somebody: how far such an announcement reaches, only the next of all names tells
    (see `Announcements`).
    """
    found: dict[Where, list[Spotted]] = {}
    rest: dict[bool, dict[Where, list[Span]]] = {False: {}, True: {}}  # by whether a run has one word
    kin = Kin()
    for where, sheet in sheets.items():
        telling, rest[False][where], rest[True][where] = _by_promise(sheet, kin)
        found[where] = spotted = list(_spot(sheet, where, readers[where], telling))
        _add(kin, spotted)
        for one in _speakers(sheet, where):
            kin.add(one.keys, one.half)
        unread = sorted([*rest[False][where], *rest[True][where]])
        for until, name in _announced(sheet, spotted, unread):
            quoted = sheet.announcements.after(until, until)
            if not quoted:
                return None
            kin.add(keys_of(name), *_alias_keys(quoted))
    for lone in (False, True):
        for where, sheet in sheets.items():
            related = _related(sheet.tokens, rest[lone][where], kin, lone=lone)
            found[where] += _spot(sheet, where, readers[where], related)
        if not lone:
            for spotted in found.values():
                _add(kin, spotted)
    return {where: sorted(spotted, key=_order) for where, spotted in found.items()}


def _by_promise(sheet: Sheet, kin: Kin) -> tuple[list[Span], list[Span], list[Span]]:
    """A text's runs: those that may hold a name to be believed, others of several words, and those of one,
    of which the ones after a title make who bears them credible."""
    tokens, words, lower = sheet.tokens, sheet.tokens.words, sheet.tokens.lower
    telling: list[Span] = []
    longer: list[Span] = []
    lone: list[Span] = []
    english = "the" in lower  # else no epithet follows a name
    for span in sheet.spans:
        start, end = span
        if end - start == 1 and not (english and has_an_epithet(tokens, end)):
            lone.append(span)
        elif (
            (start and is_title(lower[start - 1]))
            or any(map(_tells, words[start:end]))
            or is_introduced(tokens, start, end)
        ):
            telling.append(span)
        else:
            longer.append(span)
    titled = map(is_title, [lower[start - 1] for start, _ in lone])
    for start, end in compress(lone, titled):
        if start:
            kin.add(keys_of(words[start:end]))
    return telling, longer, lone


@remembered(limit=30_000)
def _tells(word: str) -> bool:
    """Whether a word makes the name that it begins, or stands before, credible in any language."""
    lower = word.lower()
    return (
        is_initial(word)
        or is_title_form(lower)
        or "F" in names.marks(lower)
        or ("-" in lower and "F" in names.marks(lower.partition("-")[0]))
    )


def _add(kin: Kin, spotted: Iterable[Spotted]) -> None:
    for one in spotted:
        kin.add(one.keys, one.half, *_alias_keys(one.aliases))


def _related(tokens: Tokens, spans: Sequence[Span], kin: Kin, *, lone: bool) -> Iterable[Span]:
    """The runs, all of one word or all of several, that share a word with one of some names, or nearly."""
    lower, is_of_kin = tokens.lower, kin.__getitem__
    if lone:  # hundreds
        return compress(spans, map(is_of_kin, map(lower.__getitem__, map(_start, spans))))
    return [(start, end) for start, end in spans if any(map(is_of_kin, lower[start:end]))]


def _announced(
    sheet: Sheet, spotted: Iterable[Spotted], unread: Sequence[Span]
) -> Iterator[tuple[int, Sequence[str]]]:
    """The names, and other runs, after which other names of theirs are announced, each with where it ends."""
    announcements, tokens = sheet.announcements, sheet.tokens
    for one in spotted:
        if announcements.after(one.until, _FAR):
            yield one.until, one.words
    ends = [tokens.ends[end - 1] for _, end in unread]
    for k in announcements.near(ends):
        if announcements.after(ends[k], _FAR):
            yield ends[k], tokens.words[slice(*unread[k])]


def _alias_keys(aliases: Iterable[Alias]) -> list[tuple[str, ...]]:
    return [keys_of(alias.name.split()) for alias in aliases]


def _founds(one: Spotted) -> bool:
    if one.doubted or one.score < STRONG_FULL:
        return False
    return one.score >= STRONG_LONE or len(one.keys) > 1


def _spot(sheet: Sheet, where: Where, reader: Reader, spans: Iterable[Span]) -> Iterator[Spotted]:
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
            if _founds(one) or is_introduced(tokens, first, end):
                _describe(one, sheet)
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


def _take_aliases(sheet: Sheet, founding: Sequence[Spotted]) -> None:
    """Add to names of a text that may found a person the aliases that their sentences give the bearers."""
    tokens, in_order = sheet.tokens, sorted(founding, key=_order)
    stops = [tokens.starts[one.order - sheet.base] for one in in_order[1:]]
    for one, stop in zip(in_order, [*stops, len(tokens.text)], strict=False):
        one.aliases += sheet.announcements.after(one.until, stop)


def _speakers(sheet: Sheet, where: Where) -> Iterator[Spotted]:
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
    until = tokens.ends[end - 1]
    first, last = sheet.offsets(start, end) if sheet.places else (tokens.starts[start], until)
    words, nickname = tuple(tokens.words[start:end]), ""
    if len(words) > 3:
        words, nickname = without_nickname(words)
    one = Spotted(words, where, first, last, order, p)
    one.place = start, end
    one.until = until
    if nickname:
        one.aliases = (Alias(nickname), Alias(f"{nickname} {words[-1]}"))
    return one


def _describe(one: Spotted, sheet: Sheet) -> None:
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
        one.titled = is_title(one.before.lower())
    if end < len(words) and not opens[end]:
        one.after = words[end]
        one.passing = one.after.lower() in PASSING_AFTER
    one.title = office(tokens, start, end)
    one.personal = is_personal(tokens, start, end)
    one.shouted = start in sheet.shouted


def _said(tokens: Tokens, start: int, end: int) -> str:
    return " ".join(tokens.lower[start:end])


__all__ = ["find_people", "spot_groups"]
