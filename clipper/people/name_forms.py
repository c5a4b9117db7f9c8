"""A written name -> the ways it can be read: given names, family name, suffix, order.

"Abe Shinzo" and "Shinzo Abe" share a reading; "López Obrador" is read with and without its second surname.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from clipper.people.name_lists import is_forename, korean_families, origin
from clipper.people.spelling import fold, japanese, korean, written_out

_SUFFIXES = {"jr": "Jr.", "jnr": "Jr.", "junior": "Jr.", "sr": "Sr.", "snr": "Sr.", "senior": "Sr."} | {
    numeral: numeral.upper() for numeral in ("ii", "iii", "iv")
}
_AFTER_NAMES = frozenset(
    [
        "phd",
        "md",
        "mp",
        "mep",
        "qc",
        "kc",
        "kcb",
        "obe",
        "mbe",
        "cbe",
        "esq",
        "ret",
        "usn",
        "usmc",
        "usaf",
        "dds",
        "rn",
        "cpa",
        "msc",
        "mba",
    ]
)
_ADDRESS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "prof",
        "professor",
        "gen",
        "general",
        "lt",
        "col",
        "colonel",
        "maj",
        "capt",
        "captain",
        "adm",
        "admiral",
        "sgt",
        "cpl",
        "pvt",
        "cmdr",
        "rear",
        "vice",
        "brig",
        "brigadier",
        "sen",
        "senator",
        "rep",
        "gov",
        "president",
        "minister",
        "judge",
        "justice",
        "rev",
        "hon",
        "sheikh",
        "shaykh",
        "ayatollah",
        "hojatoleslam",
        "datuk",
        "tun",
        "herr",
        "frau",
        "monsieur",
        "madame",
    ]
)
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "dela",
        "della",
        "di",
        "da",
        "das",
        "dos",
        "do",
        "du",
        "des",
        "la",
        "las",
        "los",
        "le",
        "van",
        "von",
        "vom",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "zum",
        "af",
        "av",
        "al",
        "el",
        "ul",
        "as",
        "ash",
        "an",
        "ar",
        "az",
        "at",
        "ad",
        "bin",
        "bint",
        "ibn",
        "y",
        "e",
    ]
)
_ARTICLES = frozenset(["al", "el", "ul", "as", "ash", "an", "ar", "az", "at", "ad"])
_EASTERN = frozenset(("korean", "chinese", "japanese", "vietnamese"))
_FATHERS = frozenset(("bin", "ibn", "bint"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: folded words; ``extra`` is what stands after the family name (a second
    surname, a clan, a Chinese given name), ``place`` the origin whose order was applied ("" for given names first).
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
    while len(words) > 1 and words[0] in _ADDRESS:
        words, text = words[1:], text.partition(" ")[2]
    while len(words) > 1 and words[-1] in _AFTER_NAMES:
        words = words[:-1]
    readings = _readings(words, _shouted(text), lone=_begins_with_particle(text))
    other = _words(text, written_out)[-len(words) :]
    if other != words:
        readings += _readings(other, "", lone=_begins_with_particle(text))
    core, particles = _core(
        words, lone=_begins_with_particle(text) and not any(r.place in _EASTERN for r in readings)
    )
    return Form(name, tuple(core), particles, called, suffix, tuple(dict.fromkeys(readings)))


def _without_nicknames(name: str) -> tuple[str, tuple[str, ...]]:
    straight = re.sub("[“”„«»]", '"', name).replace("‘", "'").replace("’", "'")
    quoted = r"(?:^|(?<=\s))(?:\"([^\"]+),?\"|\(([^)]+)\)|'([^']+)')(?=[\s,]|$)"
    called = tuple(fold(" ".join(found)).strip(" ,") for found in re.findall(quoted, straight))
    rest = " ".join(re.sub(quoted, " ", straight).split())
    return (rest, called) if rest else (straight.strip("\"'()"), ())


def _in_order(text: str) -> tuple[str, str]:
    """The name without its suffix, "Work, Robert O." turned round; and the suffix."""
    suffix, parts = "", [part.strip() for part in text.split(",") if part.strip()]
    while len(parts) > 1 and all(
        _plain(w) in _SUFFIXES or _plain(w) in _AFTER_NAMES for w in parts[-1].split()
    ):
        suffix = next((_SUFFIXES[_plain(w)] for w in parts.pop().split() if _plain(w) in _SUFFIXES), suffix)
    words = " ".join([*parts[1:], *parts[:1]]).split()
    for i in range(len(words) - 1, 0, -1):
        if _plain(words[i]) in _SUFFIXES and len(words) > 2:
            suffix = _SUFFIXES[_plain(words.pop(i))]
            break
    return " ".join(words), suffix


def _plain(word: str) -> str:
    return fold(word).replace(".", "")


def _words(text: str, folding: object) -> list[str]:
    assert callable(folding)
    shouting = text.upper() == text
    words: list[str] = []
    for raw in re.sub(r"\.(?!-)", ". ", text).split():
        bare = raw.rstrip(".")
        if not shouting and re.fullmatch("[A-Z]{2,3}", bare) and fold(bare) not in _families():
            words += list(bare.lower())
        elif found := re.fullmatch(r"(El|Al)-?(?=[A-Z])(.+)", bare):
            words += [fold(found[1]), folding(found[2])]
        else:
            words += _split(folding(bare).replace("'", "").replace(".", ""))
    return _joined_servants([word for word in words if re.search(r"\w", word)])


def _families() -> frozenset[str]:
    return origin("chinese") | origin("korean") | origin("japanese") | origin("vietnamese")


def _split(word: str) -> list[str]:
    """ "al-assad" -> al, assad; other hyphens stay."""
    article, hyphen, rest = word.strip("-").partition("-")
    return [article, *_split(rest)] if hyphen and article in _ARTICLES | _FATHERS else [word.strip("-")]


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
            if word in _ARTICLES:
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
    """Whether a name is a surname alone: von der Leyen, de Gaulle, al-Assad; but not Al Gore, Van Jones, Ash Carter."""
    return bool(
        re.match(
            "(van|von|de|del|della|di|da|dos|du|der|den|la|le|al|el|bin|ibn|ter|ten|zu) |[Aa]l-|[Ee]l-"
            "|(De|Del|Della|Di|Du|Von|Le|La|Dos) ",
            text,
        )
    )


def _core(words: list[str], *, lone: bool) -> tuple[list[str], frozenset[str]]:
    """Words without particles; the last word is never one, the first only where a surname stands alone."""
    first = 0 if lone and words[0] in _PARTICLES else 1
    small = [first <= i < len(words) - 1 and w in _PARTICLES for i, w in enumerate(words)]
    particles = frozenset("al" if w in _ARTICLES else w for w, s in zip(words, small, strict=True) if s)
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
    return tuple([Reading(tuple(core[:-1]), core[-1], particles, (), ""), *_longer(words, core, particles)])


def _longer(words: list[str], core: list[str], particles: frozenset[str]) -> list[Reading]:
    """Readings in which something follows the family name."""
    out = []
    if len(core) > 2 and not is_forename(core[-2]) and _is_iberian(core):
        out.append(Reading(tuple(core[:-2]), core[-2], particles, (core[-1],), "iberian"))
    if len(core) > 2 and is_forename(core[0]) and core[1] in origin("chinese"):
        rest = tuple(core[2:])
        if _fits("chinese", rest):
            out.append(Reading((core[0],), core[1], frozenset(), rest, "chinese"))
            out.append(Reading(("".join(rest).replace("-", ""),), core[1], frozenset(), (), "chinese"))
    for i, word in enumerate(words[1:-1], 1):
        if word in _FATHERS and i + 2 < len(words):
            after = tuple(w for w in words[i + 2 :] if w not in _PARTICLES)
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
        for place in ("korean", "chinese", "japanese", "vietnamese"):
            if shouted and shouted != family:
                continue
            known = family in origin(place) or (place == "japanese" and _ends_japanese(family))
            if known and _fits(place, tuple(given)) and (at_front or place != "vietnamese" or len(words) > 2):
                out.append(_eastern_reading(place, family, given))
    return out


def _eastern_reading(place: str, family: str, given: list[str]) -> Reading:
    joined = "-".join(given)
    if place == "korean":
        return Reading((joined,), korean_families().get(family, family), frozenset(), (), place)
    if place == "japanese":
        return Reading((japanese(joined),), japanese(family), frozenset(), (), place)
    return Reading((joined.replace("-", ""),), family, frozenset(), (), place)


_JAPANESE_ENDING = re.compile(
    "..(moto|yama|kawa|gawa|mura|shima|jima|naka|guchi|hara|wara|zaki|saki|saka|zawa|sawa|dera|tani|bayashi|oka|uchi|"
    "buchi|gaki|hashi|bashi|matsu|sugi|ishi|zuka|kubo|kura|mizu|mori|mine|waki|numa|maki|hata|iwa|nishi|kami|gami)$"
)
_MORA = (
    "(?:(?:[kgnhbmrp]y?|s|sh|z|j|jy|t|ts|ch|d|f|y|w|h)?[aeiou]h?|n(?![aeiou])|m(?=[bp])|[kstp](?=[kstpc]))"
)
_SYLLABLES = {
    "japanese": re.compile(f"(?:{_MORA}){{2,6}}"),
    "chinese": re.compile(
        "(?:[bpmfdtnlgkhjqxzcsrwy]|zh|ch|sh|hs|ts|tz|kw|gw|ng)?'?"
        "(?:iang|iong|uang|ueng|eung|iao|ian|ien|uai|uan|yue|ieh|ueh|ang|eng|ing|ong|ung|iew|"
        "ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|ih|oi|au|ee|oo|er|a|o|e|i|u|am|im|om|um|em|ak|ik|ok|uk|ek|at|it|"
        "ut|ap|ip|op|et|ot|on|or|aw|ow|oon|eh|uet|uen|iet|iem|iep|oy|oong|oi|ah|uh)"
    ),
    "vietnamese": re.compile(
        "(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?"
    ),
}


_ONE_SYLLABLE = re.compile("[^aeiou]{0,3}[aeiouy]{1,4}[^aeiou]{0,2}")
_KOREAN_SYLLABLE = re.compile(
    "(?:[gkndtrlmbpsjhyw]|kk|ch|sh|ss)?(?:ae|ai|eo|eu|ui|eui|ou|oo|ee|oe|we|wi|wo|wa|yeo|ye|ya|yo|yu|a|e|i|o|u)"
    "(?:ng|ck|[kgnlmpbts])?"
)


def _ends_japanese(word: str) -> bool:
    return bool(_JAPANESE_ENDING.search(word)) and bool(_SYLLABLES["japanese"].fullmatch(word))


@lru_cache(maxsize=65536)
def _fits(place: str, given: tuple[str, ...]) -> bool:
    """Whether the words can be a given name of the place: its syllables, and no European forename."""
    parts = [part for word in given for part in word.split("-") if part]
    if not 1 <= len(parts) <= 3 or (len(parts) == 1 and is_forename(parts[0])) or min(map(len, parts)) < 1:
        return False
    if any(len(part) > 3 and is_forename(part) for part in parts) or all(len(part) == 1 for part in parts):
        return False
    if place == "korean":
        return len(parts) <= 2 and _is_korean(parts)
    shape = _SYLLABLES[place]
    if place == "chinese" and len(parts) == 2 and len(given) == 1:
        return all(_ONE_SYLLABLE.fullmatch(part) for part in parts)
    if place == "chinese" and len(parts) == 1:
        return any(_both(shape, parts[0], i) for i in range(len(parts[0])))
    return (place != "japanese" or len(parts) == 1) and all(shape.fullmatch(part) for part in parts)


def _both(shape: re.Pattern[str], word: str, i: int) -> bool:
    return bool(shape.fullmatch(word[i:])) and (i == 0 or bool(shape.fullmatch(word[:i])))


def _is_korean(parts: list[str]) -> bool:
    known = origin("korean-given")
    if len(parts) == 2:
        return all(part in known or _KOREAN_SYLLABLE.fullmatch(part) for part in parts)
    return parts[0] in known or any(
        parts[0][:i] in known and parts[0][i:] in known for i in range(2, len(parts[0]))
    )


def korean_level(given: str) -> str:
    """The given name of a Korean reading with its romanisation levelled."""
    return korean(given)
