"""Two forms of names in one document -> whether they may be one person's, and how well a short one fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain, compress
from operator import ne

from clipper.people.kinds import word_set
from clipper.people.memory import remembered
from clipper.people.words import PARTICLES, SUFFIXES

# Forms of address that the model takes for a part of the name.
_ADDRESSES = word_set("sheikh sheik dom don pak baba ato mashhadi sidi mulla mama papa prince bibi")
ARTICLES = frozenset(("al", "el"))
TELLING = 6  # letters that a word needs before one wrong letter is taken for a slip
_LETTERS = b"abcdefghijklmnopqrstuvwxyz"


@remembered(limit=50_000)
def fold(word: str) -> str:
    """A word without case, accents, points and apostrophes, for comparison."""
    if word.isascii() and word.isalpha():  # most words
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower())
    return plain if plain.isascii() and plain.isalpha() else "".join(filter(str.isalnum, plain))


def keys_of(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name, none of them empty, folded."""
    if len(words) == 1 and words[0].isascii() and words[0].isalpha():  # most names
        return (words[0].lower(),)
    letters = "".join(words)
    if letters.isascii() and letters.isalpha():  # most others at once
        return tuple(map(str.lower, words))
    return tuple(filter(None, map(fold, words)))


def core(keys: tuple[str, ...]) -> tuple[str, ...]:
    """A name's keys without suffixes such as Jr."""
    while len(keys) > 1 and keys[-1] in SUFFIXES:
        keys = keys[:-1]
    return keys


def suffix(keys: tuple[str, ...]) -> str:
    """The suffix at the end of a name, "" if there is none."""
    return keys[-1] if keys[-1] in SUFFIXES else ""


def near(a: str, b: str) -> bool:
    """Whether two long words differ by one letter: changed, added, lost, or two swapped."""
    if a == b:
        return True
    if not -2 < len(a) - len(b) < 2 or len(a) < 5 or len(b) < 5:
        return False
    if a[0] != b[0] and a[-1] != b[-1]:
        return False  # most pairs: one slip spares the first letter or the last
    if len(a) == len(b):
        wrong: int = sum(map(ne, a, b))
        if wrong != 2:
            return wrong == 1
        one, other = [i for i, letter in enumerate(a) if letter != b[i]]
        return other == one + 1 and a[one] == b[other] and a[other] == b[one]
    short, long = (a, b) if len(a) < len(b) else (b, a)
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    return short[same:] == long[same + 1 :]


def _given_agree(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return (
        (len(short) == 1 and long.startswith(short))
        or (len(short) >= 3 and long.startswith(short))
        # Mario and Maria are two people: only the last letter differs.
        or (len(short) >= TELLING and a[-1] == b[-1] and near(a, b))
        # Kemi Badenoch is Olukemi Badenoch; Anna Roe is not Joanna Roe.
        or (len(short) >= 4 and len(long) >= len(short) + 3 and long.endswith(short))
        or (len(short) > 1 and is_familiar(a, b))
    )


@lru_cache(maxsize=10_000)
def is_familiar(a: str, b: str) -> bool:
    """Whether one forename is the familiar form of the other: Bob, Robert."""
    # Most documents never ask, and the list takes milliseconds to read.
    from clipper.people.name_lists import familiar

    return bool(familiar(a, b))


def is_nickname(word: str) -> bool:
    """Whether a folded word is a forename of which other forms are known."""
    return word in _nicknames()


@cache
def _nicknames() -> frozenset[str]:
    from clipper.people.name_lists import nicknames

    return frozenset(nicknames())


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full forms of one document can be the same person's."""
    if a == b:
        return True
    if a[-1] in SUFFIXES or b[-1] in SUFFIXES:
        if suffix(a) and suffix(b) and suffix(a) != suffix(b):
            return False
        a, b = core(a), core(b)
    if "".join(a) == "".join(b) or (len(a) == len(b) == 2 and a == b[::-1]):
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    size = len(short)
    if 1 < size < len(long) and any(long[i : i + size] == short for i in range(len(long) - size + 1)):
        return True
    if _is_shortened(short, long):
        return True
    if not near(a[-1], b[-1]) or not _given_agree(a[0], b[0]):
        return False
    if a[-1] != b[-1] and a[:-1] != b[:-1]:
        return False
    return _middles_agree(a[1:-1], b[1:-1])


def _is_shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a form leaves words of a longer one out (Marina Silva), has its initials (H.R. McMaster), or a
    form of address before its first word (Sheikh Tamim)."""
    if len(short) < 2:
        return False
    if len(short) == 2 and short[0] in _ADDRESSES and short[1] == long[0]:
        return len(long) > 1
    if short[-1] == long[-1] and 1 < len(short[0]) < 4 and len(short) == 2:
        return "".join([word[0] for word in long[:-1]]) == short[0] and len(long) > 2
    rest = iter(long)
    return len(long) > 3 and all(word in rest for word in short) and short[-1] not in PARTICLES


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return True
    return all(_given_agree(x, y) for x, y in zip(a, b, strict=False))


def part(form: tuple[str, ...], keys: tuple[str, ...]) -> int:
    """How well a short form fits a full one: 4 its end, 3 its beginning, 2 inside, 1 misspelt end, 0 not."""
    size = len(keys)
    if size >= len(form):
        return 0
    if form[-1] in SUFFIXES:
        form = core(form)
        if size >= len(form):
            return 0
    if form[-size:] == keys:
        return 4
    if size == 1:
        return _lone_part(form, keys[0])
    if form[:size] == keys:
        return 3
    return 2 * any(form[i : i + size] == keys for i in range(1, len(form) - size))


def _lone_part(form: tuple[str, ...], key: str) -> int:
    last = form[-1]
    if last == key:
        return 4
    if (last[:2] in ARTICLES or key[:2] in ARTICLES) and without_article(last) == without_article(key):
        return 4
    if key in form:
        return 3 if form[0] == key else 2
    return int(len(key) >= TELLING and near(last, key))


def belonging(asked: set[str], forms: set[tuple[str, ...]]) -> set[str]:
    """Those of many words in lower case to which some of the names in these forms can be shortened, or to one
    that is misspelt so (see part). Few of a page's hundreds can: what is dear is done with all at once."""
    words = list(asked)
    # What remains of each without its letters: of most nothing, and these are keys as they are.
    signs = "\n".join(words).encode("ascii", "replace").translate(None, _LETTERS).split(b"\n")
    strange = set(compress(words, signs))
    plain = asked - strange
    keys = plain.union(map(fold, strange))
    forms = forms - {()}
    known = set(chain.from_iterable(forms))
    known.update(map(without_article, _with_articles(_lines(known))))
    found = keys & known
    forenames = _nicknames() & {form[0] for form in forms}
    short = _nicknames() & keys
    found.update([key for key in short if any(is_familiar(key, forename) for forename in forenames)])
    lines = _lines(keys)
    found.update([key for key in _with_articles(lines) if without_article(key) in known])
    found.update(_misspelt(lines, forms))
    return (found & plain).union([word for word in strange if fold(word) in found])


def _misspelt(lines: str, forms: set[tuple[str, ...]]) -> list[str]:
    """The long words, of which each has a line, that are a surname in these forms but for one letter."""
    surnames = {form[-1] for form in forms}
    if not SUFFIXES.isdisjoint(surnames):
        surnames.update([core(form)[-1] for form in forms])
    found = []
    for surname in surnames:
        if len(surname) >= TELLING:
            alike = _holding(lines, "\n" + surname[:3]) + _holding(lines, surname[-3:] + "\n")
            found += [key for key in alike if len(key) >= TELLING and near(surname, key)]
    return found


def _lines(words: Iterable[str]) -> str:
    return "\n".join(["", *words, ""])


def _with_articles(lines: str) -> list[str]:
    """The words that begin as with al- or el-."""
    return [word for article in ARTICLES for word in _holding(lines, "\n" + article)]


def _holding(lines: str, part: str) -> list[str]:
    """The words, of which each has a line, that begin or end with some letters: ``part`` has them with the
    break before or after. To seek these in the text costs less than to look at each word."""
    found = []
    place = lines.find(part)
    while place >= 0:
        found.append(lines[lines.rfind("\n", 0, place + 1) + 1 : lines.find("\n", place + 1)])
        place = lines.find(part, place + 1)
    return found


def junior_part(form: tuple[str, ...], keys: tuple[str, ...]) -> int:
    """The same of a lone word with a suffix, which the full form must have too: Wasim Jr."""
    return _lone_part(core(form), keys[0]) if form[-1] == keys[-1] and len(form) > 2 else 0


def without_article(key: str) -> str:
    """A folded word without al- or el- before it."""
    return key[2:] if len(key) > 5 and key[:2] in ARTICLES else key
