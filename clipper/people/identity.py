"""Two people -> are they the same, and why: the decision behind every join across documents.

Precision comes first: names must agree with nothing left that conflicts, titles and dates may speak against
a join, and a bare surname never joins without a title that fits exactly one known person at that time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clipper.people.eastern import PLACES, chinese
from clipper.people.matching import CALLED, Level, Match, callable_by, compare, compare_lone, is_common
from clipper.people.name_forms import Form, is_whole, read
from clipper.people.name_lists import is_forename, korean_families, origin
from clipper.people.offices import Support, office, support
from clipper.people.spelling import alike, blocking_key


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person: names as written, titles as found, ISO dates of first and last mention
    (a year, a month or a day; "" when unknown). A person of one document has one date."""

    name: str
    aliases: tuple[str, ...]
    titles: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two are the same person, and the reason, to be kept with a join."""

    same: bool
    reason: str


_LIFETIME = 45.0  # years after which a name and nothing else no longer means the same person
_GENERATION = 20.0  # years after which "Jr." or a middle name on one side only may mean father and son
_TENURE = 2.0  # years for which an office answers for a surname


def same_person(a: Known, b: Known) -> Verdict:
    """Whether two people are the same; symmetric. The reason is a phrase such as
    ``same first and last name, "Bob" is short for "Robert"``."""
    if (b.name, b.aliases, b.titles, b.first) < (a.name, a.aliases, a.titles, a.first):
        a, b = b, a
    ours, theirs = _full(a), _full(b)
    if ours and theirs:
        return _full_names(a, b, ours, theirs)
    if ours or theirs:
        return _lone_and_full(a, b) if theirs else _lone_and_full(b, a)
    return _both_lone(a, b)


def choose(candidate: Known, known: Sequence[Known]) -> tuple[int, str] | None:
    """The index of the one known person whom the candidate is, and why; None when none or several fit."""
    fits = [(i, verdict.reason) for i, k in enumerate(known) if (verdict := same_person(candidate, k)).same]
    return fits[0] if len(fits) == 1 else None


def candidates_key(name: str) -> tuple[str, ...]:
    """Keys under which a name is indexed: two names that `same_person` can join share at least one.

    Mostly one key a name, the consonants of its surname; more where a surname is double, the order is
    open or the first name may stand alone.
    """
    form = read(name)
    words = {word for reading in form.readings for word in _surnames(reading.family)}
    words |= {part for word in callable_by(form) for part in _surnames(word)}
    if len(form.words) == 1 or (len(form.words) == 2 and not is_forename(form.words[0])) or not words:
        words |= {word for whole in form.words for word in _surnames(whole)}
    if len(form.words) == 2 and is_forename(form.words[-1]):
        words |= set(form.words)
    if form.words and not any(reading.place in PLACES for reading in form.readings):
        words |= _surnames(form.words[-1])  # also when capitals say that the first word is the surname
    romanised = {chinese(reading.family) for reading in form.readings if reading.place == "chinese"}
    return tuple(sorted(romanised | {blocking_key(word) for word in words if word}))


def _surnames(family: str) -> set[str]:
    parts = {family.replace("-", ""), *family.split("-")}
    return parts | {korean_families().get(part, part) for part in parts}


def _full(person: Known) -> list[str]:
    """The names of a person that are more than one bare word."""
    return [name for name in dict.fromkeys((person.name, *person.aliases)) if is_whole(read(name))]


def _full_names(a: Known, b: Known, ours: list[str], theirs: list[str]) -> Verdict:
    foreign = _is_foreign(a, b)
    found = [(compare(x, y, foreign), read(x), read(y)) for x in ours for y in theirs]
    for match, _, _ in found:
        if match.level is Level.BLOCKED:
            return Verdict(False, match.reason)
    match, x, y = max(found, key=lambda f: f[0].level)
    if match.level is Level.APART:
        return Verdict(False, match.reason)
    return _weighed(a, b, match, x, y)


def _weighed(a: Known, b: Known, match: Match, x: Form, y: Form) -> Verdict:
    """The verdict on names that agree: what titles and dates say."""
    gap = _gap(a, b)
    common = is_common(x) or is_common(y)
    told, titles = support(a.titles, b.titles, gap or 0.0, common=common)
    if told is Support.AGAINST:
        return Verdict(False, f"same name, but {_said(titles)} do not go together")
    if gap is not None and gap > _LIFETIME and told < Support.SAME:
        return Verdict(False, f"same name, but {gap:.0f} years apart")
    if gap is not None and gap > _GENERATION and bool(x.suffix) != bool(y.suffix):
        return Verdict(False, f"{x.suffix or y.suffix} on one side only, {gap:.0f} years apart")
    if gap is not None and gap > _GENERATION and match.level < Level.EQUAL and told < Support.GENERIC:
        return Verdict(False, f"not quite the same name, {gap:.0f} years apart")
    if not _enough(match, told, gap, x, y):
        return Verdict(False, f"{match.reason}, but no title that settles it")
    return Verdict(True, f"{match.reason}, as {_said(titles)}" if told >= Support.GENERIC else match.reason)


def _enough(match: Match, told: Support, gap: float | None, x: Form, y: Form) -> bool:
    very = is_common(x, very=True) or is_common(y, very=True)
    if match.level is Level.LOOSE:
        close = gap is not None and gap <= 10
        return close and (told is Support.SAME or (told is Support.GENERIC and not very))
    if very and told < Support.RELATED:
        return "middle names agree" in match.reason or (
            match.level is Level.EQUAL and len(x.words) == len(y.words) > 2
        )
    return True


def _lone_and_full(lone: Known, full: Known) -> Verdict:
    if _mononym_alias(lone, full):
        return _both_lone(lone, full)
    found = [
        compare_lone(word, name, _is_foreign(lone, full))
        for word in (lone.name, *lone.aliases)
        for name in _full(full)
    ]
    match = max(found, key=lambda m: m.level)
    if match.level is Level.APART:
        return Verdict(False, match.reason)
    gap = _gap(lone, full)
    told, titles = support(lone.titles, full.titles, gap or 0.0, common=True)
    if gap is None or gap > _TENURE or not _settles(lone, full, match, told, gap):
        return Verdict(False, f"{match.reason}, but no title of that time that settles it")
    within = "a year" if gap <= 1 else "two years"
    return Verdict(True, f"{match.reason}, as {_said(titles)}, within {within}")


def _said(titles: tuple[str, str]) -> str:
    """Two titles in words, one when they are the same."""
    return " and ".join(f'"{title}"' for title in dict.fromkeys(titles))


def _mononym_alias(lone: Known, full: Known) -> bool:
    single = {
        word for name in (full.name, *full.aliases) for word in read(name).words if len(read(name).words) == 1
    }
    return bool(single & {word for name in (lone.name, *lone.aliases) for word in read(name).words})


def _settles(lone: Known, full: Known, match: Match, told: Support, gap: float) -> bool:
    word = read(lone.name).words[:1]
    shared = bool(_nations(lone) & _nations(full))
    common = bool({*word} & (origin("common-surname") | origin("common-east") | origin("korean")))
    if told is Support.SAME:
        return not common or shared or gap < 1
    return told is Support.GENERIC and match.reason != CALLED and not common and gap <= 1


def _is_foreign(a: Known, b: Known) -> bool:
    """Whether a title places one of them where names reach English through another script."""
    return bool((_nations(a) | _nations(b)) & origin("transliterating"))


def _nations(person: Known) -> frozenset[str]:
    return frozenset(nation for title in person.titles for nation in office(title).nations)


def _both_lone(a: Known, b: Known) -> Verdict:
    """Names of one word: Suharto and Suharto, or Onodera and Onodera, need titles that agree."""
    ours, theirs = _single(a), _single(b)
    if not any(x == y or alike(x, y) for x in ours for y in theirs):
        return Verdict(False, "the names differ")
    gap = _gap(a, b)
    told, titles = support(a.titles, b.titles, gap or 0.0, common=True)
    shared = _nations(a) & _nations(b)
    mononym = bool(shared & origin("mononym-nation"))
    reach = 30.0 if mononym else _TENURE
    if gap is None or gap > reach or told < (Support.RELATED if mononym else Support.SAME):
        return Verdict(False, "same name of one word, but no titles that agree")
    return Verdict(True, f"same name, as {_said(titles)}")


def _single(person: Known) -> list[str]:
    return [read(name).words[0] for name in (person.name, *person.aliases) if len(read(name).words) == 1]


def _gap(a: Known, b: Known) -> float | None:
    """Years between the times in which two people are mentioned, 0 when they overlap; None when unknown."""
    times = [
        _year(a.first or a.last),
        _year(a.last or a.first),
        _year(b.first or b.last),
        _year(b.last or b.first),
    ]
    begin, end, start, stop = times
    if begin is None or end is None or start is None or stop is None:
        return None
    return max(0.0, start - end, begin - stop)


def _year(date: str) -> float | None:
    """A date as years: the middle of the year or month when no more is told."""
    parts = date[:10].split("-")
    if not all(part.isdigit() for part in parts):
        return None
    month = (int(parts[1]) - 0.5) / 12 if len(parts) > 1 else 0.5
    return int(parts[0]) + month
