"""Two names -> how well they agree as names of one person, before titles and dates are asked.

A name is compared in every way it can be read; conflicting middle names or suffixes outweigh all agreement.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from clipper.people.eastern import PLACES, chinese, japanese, korean
from clipper.people.name_forms import Form, Reading, read
from clipper.people.name_lists import familiar, is_forename, korean_families, origin
from clipper.people.spelling import alike, blocking_key, looks_transliterated, skeleton


class Level(IntEnum):
    """How well two names agree. ``BLOCKED``: first and last agree, something else forbids it."""

    APART = 0
    BLOCKED = 1
    LOOSE = 2
    VARIANT = 3
    EQUAL = 4


class Match(NamedTuple):
    """The agreement of two names and, in words, what agrees or conflicts."""

    level: Level
    reason: str


CALLED = "called by that name"
_APART = Match(Level.APART, "the names differ")
_EASTERN = frozenset(PLACES)


@lru_cache(maxsize=16384)
def compare(one: str, other: str, foreign: bool = False) -> Match:
    """The agreement of two names of at least two words; ``foreign`` says that other evidence (a title)
    makes them transliterations."""
    a, b = read(one), read(other)
    if "".join(a.words).replace("-", "") == "".join(b.words).replace("-", "") and not a.suffix + b.suffix:
        return Match(Level.EQUAL, "same name")
    foreign = foreign or _is_foreign(a) or _is_foreign(b)
    found = [_readings(a, b, r, s, foreign) for r in a.readings for s in b.readings]
    best = max(found, key=lambda match: match.level, default=_APART)
    if best.level is Level.APART:
        return _turned(a, b)
    blocked = next((match for match in found if match.level is Level.BLOCKED), None)
    if blocked and best.level < Level.EQUAL:
        return blocked
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Match(Level.BLOCKED, f"{a.suffix} and {b.suffix} are two people")
    return best


def _readings(a: Form, b: Form, r: Reading, s: Reading, foreign: bool) -> Match:
    if not _same_order(r, s) or (r.extra and s.extra):
        return _APART
    family = _family(r, s, foreign)
    if not family.level or (r.particles and s.particles and not r.particles & s.particles):
        return _APART
    eastern = r.place == s.place and r.place in _EASTERN
    given = _eastern_given(a, b, r, s) if eastern else _given(a, b, r, s, foreign)
    if given.level <= Level.BLOCKED:
        return given
    level = min(family.level, given.level, Level.VARIANT if r.extra or s.extra else Level.EQUAL)
    extra = "one without the name after it" if r.extra or s.extra else ""
    turned = "in either order" if a.words != b.words and set(a.words) == set(b.words) else ""
    reasons = [reason for reason in (family.reason, given.reason, extra, turned) if reason]
    return Match(level, ", ".join(["same first and last name", *reasons]))


def _same_order(r: Reading, s: Reading) -> bool:
    return r.place == s.place or bool(r.extra or s.extra) or not {r.place, s.place} & _EASTERN


def _is_foreign(form: Form) -> bool:
    return (
        "al" in form.particles
        or bool({"bin", "ibn"} & form.particles)
        or any(
            looks_transliterated(word) or word in origin("arabic") or word in origin("slavic")
            for word in form.words
        )
    )


def _family(r: Reading, s: Reading, foreign: bool) -> Match:
    one, other = r.family.replace("-", ""), s.family.replace("-", "")
    if one == other:
        return Match(Level.EQUAL, "")
    if r.place == s.place == "chinese" and chinese(one) == chinese(other):
        return Match(Level.VARIANT, f'"{one.title()}" and "{other.title()}" are romanisations of one name')
    if r.place in _EASTERN or s.place in _EASTERN:
        return _APART
    if foreign and alike(one, other):
        return Match(Level.VARIANT, f'"{one.title()}" and "{other.title()}" are spellings of one name')
    if foreign and len(one) > 4 and blocking_key(one) == blocking_key(other) and _throaty(one, other):
        return Match(Level.LOOSE, f'"{one.title()}" and "{other.title()}" may be spellings of one name')
    unusual = r.given[0] == s.given[0] and len(r.given[0]) > 3 and not is_forename(r.given[0])
    if unusual and min(len(one), len(other)) > 3 and skeleton(one) == skeleton(other):
        return Match(Level.LOOSE, f'"{one.title()}" and "{other.title()}" may be spellings of one name')
    if other in r.family.split("-") or one in s.family.split("-"):
        return Match(Level.LOOSE, "one with half of a double surname")
    return _APART


def _throaty(one: str, other: str) -> bool:
    """Whether two words differ at most in k, g and q once these are levelled."""
    level = str.maketrans("gq", "kk")
    return alike(one.replace("kh", "k").translate(level), other.replace("kh", "k").translate(level))


def _eastern_given(a: Form, b: Form, r: Reading, s: Reading) -> Match:
    one, other = r.given[0], s.given[0]
    if one.replace("-", "") == other.replace("-", ""):
        return Match(Level.EQUAL, "")
    hyphens = sum(any("-" in word for word in form.words) for form in (a, b))
    romanised = r.place == "chinese" and hyphens == 1 and chinese(one) == chinese(other)
    if romanised or (r.place == "korean" and korean(one) == korean(other)):
        return Match(Level.VARIANT, f'"{one.title()}" and "{other.title()}" are spellings of one name')
    return _APART


def _given(a: Form, b: Form, r: Reading, s: Reading, foreign: bool) -> Match:
    ours, theirs = r.given, s.given
    if "".join(ours).replace("-", "") == "".join(theirs).replace("-", ""):
        return Match(Level.EQUAL, "")
    first = _first(ours[0], theirs[0], foreign)
    if not first.level and (ours[0] in b.called or theirs[0] in a.called):
        first = Match(Level.VARIANT, "the familiar name is given with the name")
    if not first.level:
        return _middle_used(a, b, ours, theirs, foreign)
    return _with_middles(first, ours[1:], theirs[1:], foreign)


def _first(one: str, other: str, foreign: bool) -> Match:
    if one.replace("-", "") == other.replace("-", ""):
        return Match(Level.EQUAL, "")
    if 1 in (len(one), len(other)):
        same = one[0] == other[0]
        return Match(Level.LOOSE, f'"{one[0].upper()}." as first name') if same else _APART
    if reason := familiar(one, other):
        # Bob is Bobby, but few are called both Dick and Rick
        loose = "short for one name" in reason and one[:2] != other[:2]
        return Match(Level.LOOSE if loose else Level.VARIANT, reason)
    if alike(one, other):
        reason = f'"{one.title()}" and "{other.title()}" are spellings of one name'
        if foreign:
            return Match(Level.VARIANT, reason)
        if not is_forename(one) and not is_forename(other) and skeleton(one) == skeleton(other):
            return Match(Level.LOOSE, reason)
    return _APART


def _with_middles(first: Match, ours: tuple[str, ...], theirs: tuple[str, ...], foreign: bool) -> Match:
    if not ours or not theirs:
        said = max((len(word) for word in (*ours, *theirs)), default=0)
        level = min(first.level, Level.VARIANT if said > 1 else Level.EQUAL)
        return Match(
            level, ", ".join(filter(None, (first.reason, "one without the middle name" if said else "")))
        )
    pairs = list(zip(ours, theirs, strict=False))
    if all(_middle(x, y, foreign) for x, y in pairs):
        initials = first.level is Level.LOOSE and len(ours) == len(theirs)
        level = Level.VARIANT if initials else first.level
        return Match(level, ", ".join(filter(None, (first.reason, "middle names agree"))))
    short, long = sorted((ours, theirs), key=len)
    if all(len(word) > 1 and word in long for word in short):
        return Match(min(first.level, Level.VARIANT), "one with more of the middle names")
    x, y = next((x, y) for x, y in pairs if not _middle(x, y, foreign))
    return Match(Level.BLOCKED, f'the middle names "{x.title()}" and "{y.title()}" conflict')


def _middle(one: str, other: str, foreign: bool) -> bool:
    return bool(_first(one, other, foreign).level)


def _middle_used(a: Form, b: Form, ours: tuple[str, ...], theirs: tuple[str, ...], foreign: bool) -> Match:
    """J. William Middendorf is William Middendorf; Willard Mitt Romney is called Mitt."""
    for long, short in ((ours, theirs), (theirs, ours)):
        if len(long) < 2 or (len(short) > 1 and len(long[0]) > 1) or len(short[0]) == 1:
            continue
        called = _first(long[1], short[0], foreign)
        if called.level > Level.LOOSE:
            initial = len(long[0]) == 1
            rest = _with_middles(called, long[2:], short[1:], foreign)
            reason = "called by the middle name"
            return (
                Match(Level.VARIANT if initial else Level.LOOSE, reason)
                if rest.level > Level.BLOCKED
                else rest
            )
    return _APART


def _turned(a: Form, b: Form) -> Match:
    """Family name first where nothing else tells (Orban Viktor): only a title can settle it."""
    if len(a.words) != 2 or a.words[::-1] != b.words or all(is_forename(word) for word in a.words):
        return _tail(a, b)
    return Match(Level.LOOSE, "same names in the other order")


def _tail(a: Form, b: Form) -> Match:
    """The last two words alone (López Obrador, Suu Kyi) against the whole name."""
    short, long = sorted((a.words, b.words), key=len)
    surnames = len(short) == 2 and len(short[0]) > 1 and not is_forename(short[0])
    if surnames and len(long) > 2 and long[-2:] == short:
        return Match(Level.LOOSE, "the last two words agree")
    return _APART


def compare_lone(word: str, full: str, foreign: bool = False) -> Match:
    """Whether a name of one word is the family name (by custom also the first name) of a full name."""
    lone, form = read(word), read(full)
    if len(lone.words) != 1:
        return _APART
    one = lone.words[0]
    for reading in form.readings:
        if _same_family(one, reading, foreign or _is_foreign(lone) or _is_foreign(form)):
            return Match(Level.LOOSE, "same surname")
    if one in callable_by(form):
        return Match(Level.LOOSE, CALLED)
    return _APART


def _same_family(one: str, reading: Reading, foreign: bool) -> bool:
    if reading.place == "korean":
        return korean_families().get(one, one) == reading.family
    if reading.place == "japanese":
        return japanese(one) == reading.family
    return one == reading.family or (not reading.place and foreign and alike(one, reading.family))


def callable_by(form: Form) -> tuple[str, ...]:
    """First or middle words of a full name by which news may call its bearer (Abiy, Lula, Chinh)."""
    if not form.words or len(form.words) < 2:
        return ()
    places = {reading.place for reading in form.readings}
    if "vietnamese" in places:
        return (form.words[-1],)
    if places & _EASTERN:
        return ()
    return tuple(word for word in form.words[:-1] if len(word) > 2 and not _is_usual(word))


def _is_usual(word: str) -> bool:
    """Whether a word is a first name that too many people bear to stand for one of them."""
    parts = {word, *word.split("-")}
    return any(is_forename(part) for part in parts) or bool(parts & origin("arabic"))


def is_common(form: Form, *, very: bool = False) -> bool:
    """Whether many people bear the name; ``very`` leaves out Eastern given names of two syllables."""
    for reading in form.readings:
        if reading.place in _EASTERN and not reading.extra:
            short = reading.place == "chinese" and len(reading.given[0]) < 5
            if reading.family in origin("common-east") and (short or not very):
                return True
        elif reading.family in origin("common-surname") and (
            reading.given[0] in origin("common-forename") or len(reading.given[0]) == 1
        ):
            return True
    return False
