"""A written name -> the ways it can be read: given names, family name, suffix, order.

"Abe Shinzo" and "Shinzo Abe" share a reading; "López Obrador" is read with and without its second surname.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from clipper.people.eastern import PLACES, fits, is_family, japanese
from clipper.people.name_lists import is_forename, korean_families, origin, suffixes
from clipper.people.spelling import fold, written_out

_EASTERN = frozenset(PLACES)
_FATHERS = frozenset(("bin", "ibn", "bint"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: folded words; ``extra`` is what stands after the family name (a second
    surname, a clan, a Chinese given name), ``place`` the origin whose order was applied, "" for given names
    first.
    """

    given: tuple[str, ...]
    family: str
    particles: frozenset[str]
    extra: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Form:
    """A written name taken apart. ``words`` are its folded words without particles and suffix; ``called``
    are nicknames in quotation marks or brackets. A form of one word has no readings."""

    text: str
    words: tuple[str, ...]
    particles: frozenset[str]
    called: tuple[str, ...]
    suffix: str
    readings: tuple[Reading, ...]


@lru_cache(maxsize=65536)
def read(name: str) -> Form:
    """Take a name apart, however it is written (capitals, accents, ``Work, Robert O.``)."""
    text, called = _without_nicknames(name)
    text, suffix = _in_order(text)
    words = _words(text, fold)
    while len(words) > 1 and _is_address(words, text):
        words, text = words[1:], text.partition(" ")[2]
    while len(words) > 1 and words[-1] in origin("after-name"):
        words = words[:-1]
    readings = _readings(words, _shouted(text), lone=_begins_with_particle(text))
    other = _words(text, written_out)[-len(words) :]
    if other != words:
        readings += _readings(other, "", lone=_begins_with_particle(text))
    core, particles = _core(
        words, lone=_begins_with_particle(text) and not any(r.place in _EASTERN for r in readings)
    )
    return Form(name, tuple(core), particles, called, suffix, tuple(dict.fromkeys(readings)))


def _is_address(words: list[str], text: str) -> bool:
    """Whether a name begins with a form of address: Dr, Gen., Gen Mark Milley; but not Gen Nakatani."""
    told = len(words) > 2 or text.partition(" ")[0].endswith(".")
    return words[0] in origin("always-address") or (told and words[0] in origin("address"))


def is_whole(form: Form) -> bool:
    """Whether a name is more than one bare word: two words, or a whole name in Chinese or Korean characters
    (two of these, and three that are a Japanese surname, may be a surname alone)."""
    native = re.fullmatch("[\u3005\u4e00-\u9fff]{3,}|[\uac00-\ud7a3]{3,}", form.text.strip())
    return len(form.words) > 1 or (native is not None and form.text.strip() not in origin("japanese-native"))


def _without_nicknames(name: str) -> tuple[str, tuple[str, ...]]:
    straight = re.sub("[“”„«»]", '"', name).replace("‘", "'").replace("’", "'")
    quoted = r"(?:^|(?<=\s))(?:\"([^\"]+),?\"|\(([^)]+)\)|'([^']+)')(?=[\s,]|$)"
    called = tuple(fold(" ".join(found)).strip(" ,") for found in re.findall(quoted, straight))
    rest = " ".join(re.sub(quoted, " ", straight).split())
    return (rest, called) if rest else (straight.strip("\"'()"), ())


def _in_order(text: str) -> tuple[str, str]:
    """The name without its suffix, "Work, Robert O." turned round; and the suffix."""
    suffix, parts = "", [part.strip() for part in text.split(",") if part.strip()]
    while len(parts) > 1 and all(_is_after(word) for word in parts[-1].split()):
        suffix = next((suffixes()[_plain(w)] for w in parts.pop().split() if _plain(w) in suffixes()), suffix)
    words = " ".join([*parts[1:], *parts[:1]]).split()
    for i in range(len(words) - 1, 1, -1):
        if _plain(words[i]) in suffixes():
            suffix = suffixes()[_plain(words.pop(i))]
            break
    return " ".join(words), suffix


def _is_after(word: str) -> bool:
    return _plain(word) in suffixes() or _plain(word) in origin("after-name")


def _plain(word: str) -> str:
    return fold(word).replace(".", "")


def _words(text: str, folding: Callable[[str], str]) -> list[str]:
    """Folded words; initials apart (J.D., JD), article before al-Assad and ElBaradei apart, "y" and "e"
    between two surnames dropped (written small: "E." is an initial)."""
    shouting = text.upper() == text
    words: list[str] = []
    for raw in re.sub(r"\.(?!-)", ". ", text).split():
        if raw in ("y", "e"):
            continue
        bare = raw.rstrip(".")
        if not shouting and re.fullmatch("[A-Z]{2,3}", bare) and fold(bare) not in _families():
            words += list(bare.lower())
        elif found := re.fullmatch(r"(El|Al)-?(?=[A-Z])(.+)", bare):
            words += [fold(found[1]), folding(found[2])]
        else:
            words += _split(folding(bare).replace("'", "").replace(".", ""))
    return _joined_servants([word for word in words if re.search(r"\w", word)])


@cache
def _families() -> frozenset[str]:
    return frozenset().union(*map(origin, PLACES))


def _split(word: str) -> list[str]:
    """ "al-assad" -> al, assad; other hyphens stay."""
    article, hyphen, rest = word.strip("-").partition("-")
    return (
        [article, *_split(rest)]
        if hyphen and article in (origin("article") | _FATHERS)
        else [word.strip("-")]
    )


def _joined_servants(words: list[str]) -> list[str]:
    """Abdul Rahman, Abd al-Rahman, Abdel-Rahman, Abdurrahman -> abdrahman."""
    out: list[str] = []
    for word in words:
        word = re.sub("^abd-?[aeu][lrsndzt]-", "abd", word)
        word = re.sub(
            "^abde?r?[aeu]([lrsndzt])(?=.{2})", lambda m: "abd" + (m[1] if m[1] != "l" else ""), word
        )
        word = re.sub(r"^abd([rsndzt])\1", r"abd\1", word)
        if out and re.fullmatch("abd([aeuo]u?[lrsndzt])?", out[-1]):
            if word in origin("article"):
                out[-1] = "abd"
                continue
            out[-1] = "abd" + word
        else:
            out.append(word)
    return out


def _shouted(text: str) -> str:
    """The family name that is set in capitals ("ABE Shinzo", "Emmanuel MACRON"), folded, or ""."""
    words = text.split()
    loud = [w for w in words if w.isupper() and len(w) > 1 and "." not in w]
    quiet = [w for w in words if not w.isupper() and len(w) > 1]
    return fold(loud[0]) if len(loud) == 1 and quiet and len(words) - len(loud) == len(quiet) else ""


def _begins_with_particle(text: str) -> bool:
    """Whether a name begins as a surname does: von der Leyen, De Gaulle, al-Assad; not Al Gore, Van Jones."""
    return bool(
        re.match(
            "(van|von|de|del|della|di|da|dos|du|der|den|la|le|al|el|bin|ibn|ter|ten|zu) |[Aa]l-|[Ee]l-"
            "|(De|Del|Della|Di|Du|Von|Le|La|Dos) ",
            text,
        )
    )


def _core(words: list[str], *, lone: bool) -> tuple[list[str], frozenset[str]]:
    """Words without particles; the last word is never one, the first only where a surname stands alone."""
    first = 0 if lone and words[0] in origin("particle") else 1
    small = [first <= i < len(words) - 1 and w in origin("particle") for i, w in enumerate(words)]
    particles = frozenset(
        "al" if w in origin("article") else w for w, s in zip(words, small, strict=True) if s
    )
    return [w for w, s in zip(words, small, strict=True) if not s], particles


def _readings(words: list[str], shouted: str, *, lone: bool) -> tuple[Reading, ...]:
    if len(words) < 2:
        return ()
    eastern = _eastern(words, shouted)
    if eastern:
        return tuple(eastern)
    core, particles = _core(words, lone=lone)
    if len(core) < 2:
        return ()
    if shouted and shouted == core[0] != core[-1]:
        core = [*core[1:], core[0]]
    return (Reading(tuple(core[:-1]), core[-1], particles, (), ""), *_longer(words, core, particles))


def _longer(words: list[str], core: list[str], particles: frozenset[str]) -> list[Reading]:
    """Readings in which something follows the family name."""
    out = []
    if len(core) > 2 and not is_forename(core[-2]) and _is_iberian(core):
        out.append(Reading(tuple(core[:-2]), core[-2], particles, (core[-1],), "iberian"))
    if len(core) > 2 and is_forename(core[0]) and core[1] in origin("chinese"):
        rest = tuple(core[2:])
        if fits("chinese", rest):
            out.append(Reading((core[0],), core[1], frozenset(), rest, "chinese"))
            out.append(Reading(("".join(rest).replace("-", ""),), core[1], frozenset(), (), "chinese"))
    if len(core) > 2 and len(words) > 3 and words[-2] in origin("article"):
        out.append(Reading(tuple(core[:-2]), core[-2], particles - {"al"}, (core[-1],), "arabic"))
    for i, word in enumerate(words[1:-1], 1):
        if word in _FATHERS and i + 2 < len(words):
            after = tuple(w for w in words[i + 2 :] if w not in origin("particle"))
            out.append(Reading(tuple(words[:i]), words[i + 1], frozenset((word,)), after, "arabic"))
            break
    return out


def _is_iberian(core: list[str]) -> bool:
    ending = re.compile("[^aeiou](ez|es)$")
    return (
        core[0] in origin("iberian-forename")
        or any(w in origin("iberian") or ending.search(w) for w in core[-2:])
        or (len(core) > 3 and core[1] in origin("iberian-forename"))
    )


def _eastern(words: list[str], shouted: str) -> list[Reading]:
    """Readings with an East Asian family name at either end."""
    out = []
    for family, given, at_front in ((words[0], words[1:], True), (words[-1], words[:-1], False)):
        for place in PLACES:
            if shouted and shouted != family:
                continue
            known = is_family(place, family)
            if known and fits(place, tuple(given)) and (at_front or place != "vietnamese" or len(words) > 2):
                out.append(_eastern_reading(place, family, given))
    return out


def _eastern_reading(place: str, family: str, given: list[str]) -> Reading:
    joined = "-".join(given)
    if place == "korean":
        return Reading((joined,), korean_families().get(family, family), frozenset(), (), place)
    if place == "japanese":
        return Reading((japanese(joined),), japanese(family), frozenset(), (), place)
    return Reading((joined.replace("-", ""),), family, frozenset(), (), place)
