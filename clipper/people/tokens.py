"""Text -> words with offsets, lines, and runs of capitalised words: the only places where names can stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, compress

from clipper.people.kinds import word_set
from clipper.people.words import FINAL_PARTICLES, FUNCTION_WORDS, PARTICLES, is_title

# Most words are Western letters, with single spaces between: a stretch of them is told at once. Then come
# words of letters before other signs. `_WORDS` reads all these alike, but needs five times as long.
_LETTER = "[A-Za-zÀ-ÖØ-öø-ÿ]"
_STRETCH = rf"(?:{_LETTER}++ (?=\S))*+"
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
_TOKEN = re.compile(rf"({_STRETCH}(?:{_SHORTCUTS}|{_WORDS}))({_SIGN})(\s*+)")
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
_TERMINAL = frozenset(".!?:;”\"'’)»…。")


class Tokens:
    """The words of one text, in parallel lists.

    ``lower`` has the words in lower case, ``starts`` and ``ends`` their offsets in characters of ``text``.
    ``joined[i]`` says that only a space, or a broken line of wrapped text, stands between word i-1 and word
    i; ``opens[i]`` that it begins a line; ``lines`` has the places of the words that do. ``cap`` is True for
    words that can be part of a name by their letters. ``first`` marks words that open a sentence, so that
    their capital says nothing; ``signs`` are the places of the marks that end sentences, or stand where one
    may begin.
    """

    __slots__ = (
        *("text", "words", "lower", "starts", "ends"),
        *("joined", "opens", "lines", "cap", "first", "signs"),
    )

    def __init__(self, text: str, words: list[str]) -> None:
        self.text, self.words = text, words
        self.lower, self.cap, self.signs = _looks(words)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.joined: list[bool] = []
        self.opens: list[bool] = []
        self.lines: list[int] = []
        self.first: list[bool] = []

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, start: int, end: int) -> str:
        """The text from token ``start`` to before token ``end``."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def is_wrapped(text: str) -> bool:
    """Whether lines were broken at a width, as in old plain text, so that a name may span two lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 6:
        return False
    long = [line for line in lines if 45 <= len(line.rstrip()) <= 95]
    open_ended = sum(line.rstrip()[-1] not in _TERMINAL for line in long)
    return len(long) > 0.6 * len(lines) and open_ended > 0.5 * len(lines)


def tokenise(text: str) -> Tokens:
    """Split ``text`` into words."""
    # White space before the first word; then by turns words with a space between each two, a sign that
    # follows or nothing, and white space.
    parts = _TOKEN.split(text)
    del parts[4::4]
    tokens = Tokens(text, " ".join(parts).split())
    _place(tokens, parts)
    place = text.find("’")
    while place >= 0:
        i = bisect_right(tokens.starts, place) - 1
        tokens.lower[i] = tokens.lower[i].replace("’", "'")
        place = text.find("’", place + 1)
    tokens.first = _firsts(tokens.words, tokens.opens, tokens.signs)
    _join_nicknames(tokens)
    return tokens


def _place(tokens: Tokens, parts: list[str]) -> None:
    """Note where each word stands, and what stands before it: nothing, a space, a break."""
    wrapped, words = is_wrapped(tokens.text), tokens.words
    lengths = [1] * (2 * len(words) + 1)  # by turns of what stands before a word, and of the word
    lengths[1::2] = map(len, words)
    joined, opens = [True] * (len(words) + 1), [False] * (len(words) + 1)
    i = -1
    for stretch, sign, gap in zip(["", *parts[1::3]], ["", *parts[2::3]], parts[::3], strict=True):
        i += stretch.count(" ") + 1
        if sign:
            joined[i], lengths[2 * i] = False, 0
            i += 1
        if gap != " ":
            lengths[2 * i] = len(gap)
            joined[i] = 0 < len(gap) <= 3
            if gap.count("\n") > wrapped:
                joined[i], opens[i] = False, True
                tokens.lines.append(i)
    del joined[-1], opens[-1]
    if tokens.lines and tokens.lines[-1] == len(words):
        del tokens.lines[-1]
    tokens.joined, tokens.opens = joined, opens
    bounds = list(accumulate(lengths))
    tokens.starts, tokens.ends = bounds[:-1:2], bounds[1::2]


def _may_name(word: str) -> bool:
    """Whether a word with a capital can be part of a name: al-Assad, d'Estaing and kaSenzangakhona can,
    F-16 cannot."""
    if word[0].isupper() or (word[0] in _LETTERS_BEFORE and word[1:2].isupper()):
        return _NUMBERED(word) is None
    return len(word) > 3 and (
        word[:4].lower().startswith(_PREFIXES) or (word.startswith("ka") and word[2].isupper())
    )


def _looks(words: list[str]) -> tuple[list[str], list[bool], list[int]]:
    """The words in lower case, which of them can be part of a name by their letters, and the places of
    `_SIGNS`."""
    lower, cap, signs = words.copy(), [False] * len(words), []
    for i, word in enumerate(words):
        if word.islower():  # most words
            continue
        if word.isalpha():
            lower[i] = word.lower()
            cap[i] = word[0].isupper() or _may_name(word)
        elif word in _SIGNS:
            signs.append(i)
        elif word > "@":
            lower[i] = word.lower()
            cap[i] = _may_name(word)
        elif word[-1] == "." and word[0].isdigit() and i and words[i - 1].isalpha():
            signs.append(i)  # a number that ends a sentence: in 1961.
    return lower, cap, signs


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
        if words[i] in _OPEN_QUOTES and 0 < i < len(words) - 4 and cap[i - 1] and joined[i]:
            if not (cap[i + 1] or (words[i + 1] in _ARTICLES and cap[i + 2])):
                continue
            close = i + 2 if words[i + 2] in _CLOSE_QUOTES else i + 3
            after = close + 1
            if after < len(words) and words[close] in _CLOSE_QUOTES and cap[after] and joined[after]:
                for k in range(i, after):
                    cap[k] = joined[k] = True
                    tokens.first[k] = False


def runs(tokens: Tokens) -> list[tuple[int, int]]:
    """Spans of token numbers (start, end) in which names can stand: capitalised words joined by spaces,
    with particles between them, none longer than LONGEST_RUN. Words such as "The" break them."""
    cap, joined, lower, count = tokens.cap, tokens.joined, tokens.lower, len(tokens)
    found: list[tuple[int, int]] = []
    j = 0
    for i in compress(range(count), cap):
        if i < j:
            continue
        common = lower[i] in FUNCTION_WORDS
        if common and _breaks(tokens, i):
            continue
        start, j = i, i + 1
        if j < count and joined[j] and (cap[j] or lower[j] in _MORE_OF_A_RUN):
            j = _run_end(tokens, i)
        while (
            start > 0
            and joined[start]
            and lower[start - 1] in _OPENERS
            and i - start < 2
            and not cap[start - 1]
        ):
            start -= 1
        if not common or j - start > 1 or lower[i] in _NAMES_TOO:
            found.append((start, j))
    return found


def _breaks(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised word is surely no part of a name: The; On before Monday; Monday after on."""
    lower = tokens.lower[i]
    if lower not in FUNCTION_WORDS:
        return False
    if lower in _BREAKS:
        return True
    after = tokens.lower[i + 1] if i + 1 < len(tokens) and tokens.joined[i + 1] and tokens.cap[i + 1] else ""
    before = tokens.lower[i - 1] if i else ""
    return (tokens.first[i] and (after in FUNCTION_WORDS or is_title(after))) or before in _BEFORE_DAYS


def _run_end(tokens: Tokens, i: int) -> int:
    cap, joined, lower, count = tokens.cap, tokens.joined, tokens.lower, len(tokens)
    j = i + 1
    while j < count and joined[j] and j - i < LONGEST_RUN:
        k = j
        while k < count and k - j < 3 and joined[k] and lower[k] in PARTICLES and not cap[k]:
            k += 1
        ended = lower[j - 1] in _ENDING
        if k < count and joined[k] and cap[k] and not ended and not _breaks(tokens, k):
            j = k + 1
        else:
            return j + (lower[j] in FINAL_PARTICLES and not cap[j])
    return j
