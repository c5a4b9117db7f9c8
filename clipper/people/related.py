"""Texts in other languages than English -> the names spotted where reading the rest would be in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter

from clipper.people import names
from clipper.people.aliases import Alias
from clipper.people.edges import has_an_epithet
from clipper.people.introduced import is_introduced
from clipper.people.link import Spotted
from clipper.people.memory import remembered
from clipper.people.reader import Reader
from clipper.people.same import belonging, keys_of
from clipper.people.sheet import Sheet
from clipper.people.spotting import Span, speakers, spot
from clipper.people.words import is_initial, is_title, is_title_form
from clipper.persons import Where

_FAR = 1 << 60
_order = attrgetter("order")


def spot_related(
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
    kin: set[tuple[str, ...]] = set()  # the forms of names that others may belong to
    for where, sheet in sheets.items():
        telling, rest[False][where], rest[True][where] = _by_promise(sheet, kin)
        found[where] = spotted = list(spot(sheet, where, readers[where], telling))
        _add(kin, spotted)
        for one in speakers(sheet, where):
            kin.update((one.keys, one.half))
        unread = sorted([*rest[False][where], *rest[True][where]])
        for until, name in _announced(sheet, spotted, unread):
            quoted = sheet.announcements.after(until, until)
            if not quoted:
                return None
            kin.update((keys_of(name), *_alias_keys(quoted)))
    for lone in (False, True):
        for where, related in _related(sheets, rest[lone], kin, lone=lone):
            found[where] += spot(sheets[where], where, readers[where], related)
        if not lone:
            for spotted in found.values():
                _add(kin, spotted)
    return {where: sorted(spotted, key=_order) for where, spotted in found.items()}


def _by_promise(sheet: Sheet, kin: set[tuple[str, ...]]) -> tuple[list[Span], list[Span], list[Span]]:
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


def _add(kin: set[tuple[str, ...]], spotted: Iterable[Spotted]) -> None:
    for one in spotted:
        kin.update((one.keys, one.half, *_alias_keys(one.aliases)))


def _related(
    sheets: Mapping[Where, Sheet],
    spans: Mapping[Where, Sequence[Span]],
    kin: set[tuple[str, ...]],
    *,
    lone: bool,
) -> Iterator[tuple[Where, Iterable[Span]]]:
    """Of each text the runs, all of one word or all of several, that share a word with one of some names, or
    nearly."""
    asked: set[str] = set()
    for where, runs in spans.items():
        lower = sheets[where].tokens.lower
        asked.update(*([[lower[i] for i, _ in runs]] if lone else [lower[i:j] for i, j in runs]))
    of_kin = belonging(asked, kin)
    for where, runs in spans.items():
        lower = sheets[where].tokens.lower
        if lone:  # hundreds
            yield where, [run for run in runs if lower[run[0]] in of_kin]
        else:
            yield where, [run for run in runs if not of_kin.isdisjoint(lower[slice(*run)])]


def _announced(
    sheet: Sheet, spotted: Iterable[Spotted], unread: Sequence[Span]
) -> Iterator[tuple[int, Sequence[str]]]:
    """The names, and other runs, after which other names of theirs are announced, each with where it ends."""
    announcements, tokens = sheet.announcements, sheet.tokens
    for one in spotted:
        if announcements.after(one.until, _FAR):
            yield one.until, one.words
    for k in announcements.near(tokens, [end for _, end in unread]):
        _, until = tokens.span(*unread[k])
        if announcements.after(until, _FAR):
            yield until, tokens.words[slice(*unread[k])]


def _alias_keys(aliases: Iterable[Alias]) -> list[tuple[str, ...]]:
    return [keys_of(alias.name.split()) for alias in aliases]
