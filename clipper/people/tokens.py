"""Text -> words with offsets, lines, and runs of capitalised words: the only places where names can stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import compress
from operator import add

from clipper.patterns import pattern
from clipper.people.kinds import word_set
from clipper.people.words import FINAL_PARTICLES, FUNCTION_WORDS, PARTICLES, is_title

# Most words are Western letters, with spaces between: a stretch of them is told at once. Then come
# words of letters before other signs. `_WORDS` reads all these alike, but needs five times as long.
_LETTER = "[A-Za-zÀ-ÖØ-öø-ÿ]"
_STRETCH = rf"(?:{_LETTER}[A-Za-zÀ-ÖØ-öø-ÿ ]* (?=\S))?+"
_SHORTCUTS = (
    # Before a point no short form: those begin with a capital, and have at most six letters.
    rf"(?:[a-zß-öø-ÿ]{_LETTER}|{_LETTER}{{7}}){_LETTER}*+(?=[.,:;?!)\"”\n ])"
    rf"|{_LETTER}++(?=[,:;?!)\"”\n ]|['’]s(?![^\W\d_]))"
    r"|[^\w\s'’]|\d[\d.,]*|['’]s(?![^\W\d_])"
)
_SIGN = r"[.,:;?!)\"”]?+"  # most signs follow a word
_WORDS = (
    # U.S., J., St.: letters with their points.
    r"(?:[^\W\d_]\.)+(?:[^\W\d_](?![\w]))?"
    r"|(?=[A-Z])(?:Gen|Lt|Maj|Brig|Col|Capt|Cmdr|Cdr|Sgt|Cpl|Pvt|Adm|Sen|Sens|Rep|Reps|Gov|Rev|Hon|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr"
    r"|GEN|LT|MAJ|BRIG|COL|CAPT|CMDR|SGT|ADM|SEN|REP|GOV|MR|MRS|MS|DR|JR|SR|SEC|Sec|Vadm|Radm|Mme|Ret"
    r"|Zr\.Ms|Hr\.Ms|Pfc|PFC|Spc|SPC|Spec|[SMT]Sgt|SMSgt|CMSgt|M?GySgt|SgtMaj|LCpl|LtCol|Ens|Commo|Pol|Amb|Pres|Asst|Det|Surg"
    r"|Mohd|Muhd|Md|Wm|Chas|Thos|Fr|Hj|Drs|Engr|Eng|Atty|Brgy|Cllr|Supt|Insp|Pte|Barr|Mx)\."
    # Short forms inside names: Jose Ma. Reyes, Ma. Theresa, Elfiana Br. Sitepu, Kh. Gansükh.
    r"|(?:(?<=[^\W\d_] )(?:Ma|Br)|(?:Ma|Kh|Ts|Sh|Ch|Dz|Yo|Gh|Th|Zh))\.(?= ?[A-Z])"
    r"|(?=[sda]/[olp])(?<!\w)(?:[sd]/o|a/[lp])(?!\w)"
    # Anyang' Nyong'o, Mohammed Shia' al-Sudani: Luo and Arabic names that end in an apostrophe.
    r"|(?=[SRB])(?:Shia|Rifa|Rabi|Baha)['’](?= (?:[A-Z]|al-))"
    r"|(?=[AON])(?:Och|Ach|At|Any|Ony|Ok|Ol|Od|Ow|Og)\w{1,4}ng['’](?= [A-Z])"
    # Words with inner apostrophes and hyphens (but not the possessive 's), numbers, any other single sign.
    r"|[^\W\d_](?:[^\W_]+|[\u0300-\u036f]|['’ʻʼ‘](?!s(?![^\W\d_]))(?=[^\W\d_])|[-‐‑](?=[^\W_]))*+"
    r"|\d[\d.,]*"
    r"|['’]s(?![^\W\d_])"
    r"|\S"
)
_TOKEN = re.compile(rf"(({_STRETCH}(?:{_SHORTCUTS}|{_WORDS}))({_SIGN})(\s*+))")
_SPACES = pattern("( {2,})")
# Function words that are also parts of names: Kim Jong Un, He Lifeng, To Lam, Le Duc Tho, May, Jan.
_NAMES_TOO = word_set("""
    may will april june august jan mar an do so no in on he you to her am as mark my she not up more many
    such sunday monday tuesday wednesday thursday friday saturday march even long still than can nor or be by
""")
_BEFORE_DAYS = word_set("""
    on this last next by until since late early from every in of each
""")
_BREAKS = FUNCTION_WORDS - _NAMES_TOO
_OPENERS = word_set("""
    van von der den de del della di da dos du bin ibn bint abu al el ten ter la le
""")
_MORE_OF_A_RUN = PARTICLES | FINAL_PARTICLES
LONGEST_RUN = 12
# After these a name is over, and the next begins: Gary Ablett Sr. Leigh Matthews.
_ENDING = frozenset(("jr.", "sr."))
_OPEN_QUOTES, _CLOSE_QUOTES = frozenset("\"“'‘"), frozenset("\"”'’")
_ARTICLES = frozenset(("el", "la", "the", "o", "le", "il", "der", "al"))
_LETTERS_BEFORE = "ʻʼ"  # small letters by their kind, before the capital of ʻAisake
_NUMBERED = re.compile(r"\w*\d").match
_PREFIXES = (
    "al-",
    "el-",
    "d'",
    "d’",
    "p'",
    "p’",
    "l'",
    "l’",
    "ad-",
    "as-",
    "an-",
    "ar-",
    "az-",
    "at-",
    "ash-",
)
# After these a capital opens a sentence; the others leave it open.
_OPENING, _TRANSPARENT = frozenset('.!?:;•“"('), frozenset("…–—-”)")
_SIGNS = _OPENING | _TRANSPARENT | _OPEN_QUOTES
# Of a word its small letters say nothing of what `_looks` asks; capitals become X, and digits 9.
_SMALL = "abcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ,".encode("latin-1")
_LARGE = "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ".encode("latin-1")
_SIGNS_OF = bytes.maketrans(_LARGE + b"0123456789", b"X" * len(_LARGE) + b"9" * 10)
_TERMINAL = frozenset(".!?:;”\"'’)»…。")


class Tokens:
    """The words of one text, in parallel lists.

    ``lower`` has the words in lower case, ``printed`` as they stand in ``text``; in ``words`` those of lines
    in capitals have ordinary ones.
    ``joined[i]`` says that only a space, or a broken line of wrapped text, stands between word i-1 and word
    i; ``opens[i]`` that it begins a line; ``lines`` has the places of the words that do. ``cap`` is True for
    words that can be part of a name by their letters, and ``capitals`` has the places of all these, perhaps
    among others; ``quiet`` has the words in lower case, "" in place of each of them. ``first`` marks words
    that open a sentence, so that their capital says nothing; ``signs`` are the places of the marks that end
    sentences, or stand where one may begin; ``loud`` those of longer words that are all in capitals.
    """

    __slots__ = (
        *("text", "words", "printed", "lower", "_numbers", "_offsets"),
        *("joined", "opens", "lines", "cap", "capitals", "quiet", "first", "signs", "loud"),
    )

    def __init__(self, text: str, parts: list[str], *, wrapped: bool) -> None:
        """``parts`` is what `_TOKEN` tells apart: white space; then by turns a stretch of words with all that
        follows it, the words with a space between each two, a sign or nothing, white space, and nothing."""
        self.text = text
        self.printed: list[str] = []
        self.lines: list[int] = []
        # Of each stretch its first word's number, and where it begins; then how many words there are, and
        # where the text ends.
        self._numbers: list[int] = []
        self._offsets: list[int] = []
        apart = self._place(parts, 1 + wrapped)
        self.words, count = self.printed, len(self.printed)
        self.joined, self.opens = joined, opens = [True] * count, [False] * count
        for i in apart:
            joined[i] = False
        for i in self.lines:
            joined[i], opens[i] = False, True
        self.lower, self.capitals, self.signs, self.loud = _looks(self.printed)
        self.cap, self.quiet = cap, quiet = [False] * count, self.lower.copy()
        for i in self.capitals:
            cap[i], quiet[i] = True, ""
        self.first = _firsts(self.printed, self.opens, self.signs)

    def _place(self, parts: list[str], breaks: int) -> list[int]:
        """Note the words, where each stretch of them stands, and which begin lines, after so many ``breaks``;
        gives the places of other words before which more or less than a space stands."""
        words, numbers, offsets, apart = self.printed, self._numbers, self._offsets, []
        offset = len(parts[0])
        gaps = [parts[0], *parts[4::5]]
        for gap, whole, stretch, sign in zip(gaps, parts[1::5], parts[2::5], parts[3::5], strict=False):
            if not gap:
                apart.append(len(words))
            elif gap != " ":
                if gap.count("\n") >= breaks:
                    self.lines.append(len(words))
                elif len(gap) > 3:
                    apart.append(len(words))
            numbers.append(len(words))
            offsets.append(offset)
            offset += len(whole)
            words += stretch.split(" ")
            if sign:
                apart.append(len(words))
                words.append(sign)
        numbers.append(len(words))
        offsets.append(offset)
        return apart

    def __len__(self) -> int:
        return len(self.words)

    @property
    def starts(self) -> list[int]:
        """Where each word begins in ``text``."""
        found, text = [], self.text
        for first, end, offset in zip(self._numbers, self._numbers[1:], self._offsets, strict=False):
            for word in self.printed[first:end]:
                offset += text[offset] == " "
                found.append(offset)
                offset += len(word)
        return found

    @property
    def ends(self) -> list[int]:
        """Where each word ends in ``text``."""
        return list(map(add, self.starts, map(len, self.printed)))

    def start(self, i: int) -> int:
        """Where word ``i`` begins in ``text``. Few words are asked for, so that no list is kept."""
        stretch = bisect_right(self._numbers, i) - 1
        first, offset = self._numbers[stretch], self._offsets[stretch]
        if first < i:
            offset += len(" ".join(self.printed[first:i]))
            offset += self.text[offset] == " "  # unless the word is a sign
        return offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where words ``start`` to before ``end`` begin and end in ``text``."""
        offset, last = self.start(start), end - 1
        if last == start:
            return offset, offset + len(self.printed[start])
        words = " ".join(self.printed[start:end])
        if self.text.startswith(words, offset):  # as most do
            return offset, offset + len(words)
        return offset, self.start(last) + len(self.printed[last])

    def ended(self, offset: int) -> int:
        """How many words end at an offset in ``text`` or before it."""
        stretch = bisect_right(self._offsets, offset) - 1
        if stretch < 0 or not self.words:
            return 0
        begin, end = self._numbers[stretch], self._numbers[min(stretch + 1, len(self._numbers) - 1)]
        found = min(begin + self.text.count(" ", self._offsets[stretch], offset + 1), end)
        while found < end and self.span(found, found + 1)[1] <= offset:
            found += 1
        return found

    def surface(self, start: int, end: int) -> str:
        """The text from token ``start`` to before token ``end``."""
        return self.text[slice(*self.span(start, end))]


def is_wrapped(lines: Iterable[str]) -> bool:
    """Whether lines were broken at a width, as in old plain text, so that a name may span two of them."""
    lines = [*filter(None, map(str.rstrip, lines))]
    if len(lines) < 6:
        return False
    long = [line for line in lines if 45 <= len(line) <= 95]
    if len(long) <= 0.6 * len(lines):
        return False
    return sum([line[-1] not in _TERMINAL for line in long]) > 0.5 * len(lines)


def tokenise(text: str, lines: Iterable[str] | None = None) -> Tokens:
    """Split ``text`` into words; ``lines`` are its lines, where they have been told apart already."""
    parts = _TOKEN.split(text)
    if "  " in text:
        parts = _with_single_spaces(parts)
    tokens = Tokens(text, parts, wrapped=is_wrapped(text.split("\n") if lines is None else lines))
    _join_nicknames(tokens)
    return tokens


def _with_single_spaces(parts: list[str]) -> list[str]:
    """What _TOKEN told apart, with more than one space as what ends a stretch."""
    found = parts[:1]
    for stretch, sign, gap in zip(parts[2::5], parts[3::5], parts[4::5], strict=True):
        pieces = _SPACES.split(stretch)
        for words, spaces in zip(pieces[:-1:2], pieces[1::2], strict=True):
            found += (words + spaces, words, "", spaces, "")
        found += (pieces[-1] + sign + gap, pieces[-1], sign, gap, "")
    return found


def _may_name(word: str) -> bool:
    """Whether a word with a capital can be part of a name: al-Assad, d'Estaing and kaSenzangakhona can,
    F-16 cannot."""
    if word[0].isupper() or (word[0] in _LETTERS_BEFORE and word[1:2].isupper()):
        return _NUMBERED(word) is None
    return len(word) > 3 and (
        word[:4].lower().startswith(_PREFIXES) or (word.startswith("ka") and word[2].isupper())
    )


def _looks(words: list[str]) -> tuple[list[str], list[int], list[int], list[int]]:
    """The words in lower case; which of them can be part of a name by their letters, the places of `_SIGNS`,
    and those of longer words in capitals."""
    lower = words.copy()
    capitals, signs, loud = [], [], []
    # Of most words nothing remains without the small letters, and of most others the X of one capital.
    remains = " ".join(words).encode("latin-1", "replace").translate(_SIGNS_OF, _SMALL).split(b" ")
    for i in compress(range(len(words)), remains):
        word = words[i]
        if remains[i] == b"X" and word < "[":  # with the capital first
            lower[i] = word.lower()
            capitals.append(i)
        elif word in _SIGNS:
            signs.append(i)
        elif word.isalpha():
            lower[i] = word.lower()
            if word[0].isupper() or _may_name(word):
                capitals.append(i)
            if word.isupper() and len(word) > 3:
                loud.append(i)
        elif word > "@":
            lower[i] = word.lower().replace("’", "'")
            if not word.islower():
                if _may_name(word):
                    capitals.append(i)
                if word.isupper() and len(word) > 3:
                    loud.append(i)
        elif word[-1] == "." and word[0].isdigit() and i and words[i - 1].isalpha():
            signs.append(i)  # a number that ends a sentence: in 1961.
    return lower, capitals, signs, loud


def _firsts(words: list[str], opens: list[bool], signs: list[int]) -> list[bool]:
    """Which words open a sentence: those after a mark that ends one, with quotation marks and brackets
    between, and those that begin a line."""
    first = [*opens, False]
    first[0] = True
    for i in signs:
        if words[i] in _OPENING or len(words[i]) > 1 or (first[i] and words[i] in _TRANSPARENT):
            first[i + 1] = True
    first.pop()
    return first


def _join_nicknames(tokens: Tokens) -> None:
    """Make Nasry "Tito" Asfura one run, although quotation marks stand inside."""
    words, cap, joined = tokens.words, tokens.cap, tokens.joined
    for i in tokens.signs:
        if joined[i] and cap[i - 1] and words[i] in _OPEN_QUOTES and 0 < i < len(words) - 4:
            if not (cap[i + 1] or (words[i + 1] in _ARTICLES and cap[i + 2])):
                continue
            close = i + 2 if words[i + 2] in _CLOSE_QUOTES else i + 3
            after = close + 1
            if after < len(words) and words[close] in _CLOSE_QUOTES and cap[after] and joined[after]:
                for k in range(i, after):
                    cap[k] = joined[k] = True
                    tokens.first[k], tokens.quiet[k] = False, ""
                tokens.capitals = sorted({*tokens.capitals, *range(i, after)})


def runs(tokens: Tokens) -> list[tuple[int, int]]:
    """Spans of token numbers (start, end) in which names can stand: capitalised words joined by spaces,
    with particles between them, none longer than LONGEST_RUN. Words such as "The" break them."""
    cap, lower = tokens.cap, tokens.lower
    joined = [*tokens.joined, False]
    found: list[tuple[int, int]] = []
    j = 0
    for i in tokens.capitals:
        if i < j or not cap[i]:
            continue
        if lower[i] in FUNCTION_WORDS and (lower[i] in _BREAKS or _breaks(tokens, i)):
            continue
        j = i + 1
        if joined[j] and (cap[j] or lower[j] in _MORE_OF_A_RUN):
            j = _run_end(tokens, joined, i)
        found.append((_run_start(tokens, i) if lower[i - 1] in _OPENERS else i, j))
    return found


def _run_start(tokens: Tokens, i: int) -> int:
    """Where a run begins whose first capitalised word is ``i``: with up to two particles before it."""
    start = i
    while (
        start > 0
        and tokens.joined[start]
        and tokens.lower[start - 1] in _OPENERS
        and i - start < 2
        and not tokens.cap[start - 1]
    ):
        start -= 1
    return start


def _breaks(tokens: Tokens, i: int) -> bool:
    """Whether one of `_NAMES_TOO` with a capital is surely no part of a name: On before Monday; Monday after
    on."""
    after = tokens.lower[i + 1] if i + 1 < len(tokens) and tokens.joined[i + 1] and tokens.cap[i + 1] else ""
    before = tokens.lower[i - 1] if i else ""
    return (tokens.first[i] and (after in FUNCTION_WORDS or is_title(after))) or before in _BEFORE_DAYS


def _run_end(tokens: Tokens, joined: list[bool], i: int) -> int:
    """Before which word a run ends whose first capitalised word is ``i``; ``joined`` ends in False."""
    cap, lower = tokens.cap, tokens.lower
    j = i + 1
    while joined[j] and j - i < LONGEST_RUN:
        k = j
        while not cap[k] and k - j < 3 and lower[k] in PARTICLES and joined[k + 1]:
            k += 1
        if (
            not cap[k]
            or lower[j - 1] in _ENDING
            or (lower[k] in FUNCTION_WORDS and (lower[k] in _BREAKS or _breaks(tokens, k)))
        ):
            return j + (lower[j] in FINAL_PARTICLES and not cap[j])
        j = k + 1
    return j
