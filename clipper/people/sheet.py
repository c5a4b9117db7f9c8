"""One text of an article -> its words, the runs where names can stand, and which lines prove nothing.

Credits and datelines are blanked, lines in capitals get ordinary capitals, zero-width marks go; offsets
always lead back to the text as it was given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from clipper.patterns import pattern
from clipper.people.aliases import Announcements
from clipper.people.tokens import Tokens, runs, tokenise
from clipper.people.words import FUNCTION_WORDS, PARTICLES, is_title

# Zero-width marks and soft hyphens, which pages put inside names; they hide names and mean nothing.
INVISIBLE = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_HALVES = pattern("[\ud800-\udfff]")
_ASCII = bytes(range(128))

_MAKER = "Reporting|Editing|Writing|Additional reporting|Compiled"
_PICTURE = "[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|[Cc]redit|[Vv]ideo|Photograph|Illustration"
# Lines and parentheses that credit the makers of the page, not the people of the story.
# One of `_SIGNS` must be in the text for the pattern to be worth trying, and one of them or, in parentheses,
# of `_MAKERS` in the line.
_SIGNS = ("hoto", "HOTO", "mage", "icture", "redit", "ideo", "Illustration", "ing by", "Compiled")
_MAKERS = ("Reporting", "Editing", "Writing", "Additional reporting")
_CREDIT = pattern(
    # The letters with which any begins: most places in a line are passed over by these alone.
    rf"(?=[(ACEIPRVWcipv])(?:\((?:[^()\n]{{0,60}}\b)?(?:{_PICTURE}|{_MAKER})\b[^()\n]*\)"
    rf"|\b(?:(?:{_PICTURE})s? ?(?:[Cc]redit|[Cc]ourtesy)?(?: of)?(?: by |/)[^\n]*"
    rf"|(?:{_PICTURE})s? (?:[Cc]redit|[Cc]ourtesy)(?: of)?:? [^\n]*"
    r"|(?:Credit|Photo|Image|Picture): [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?: ?/[^\n]*)?$"
    rf"|(?:{_MAKER}) by [^\n]*))",
    re.MULTILINE,
)
_AGENCIES = (
    "/AFP",
    "/AP",
    "/Getty",
    "/Reuters",
    "/REUTERS",
    "/EPA",
    "/Pool",
    "/POOL",
    "AP Photo/",
    "REUTERS/",
)
_AGENCY = pattern(
    r"\b(?:AP Photo/[^\n)]*|REUTERS/[^\n)]*"
    r"|[A-Z][\w.' -]{1,40}/(?:AFP|AP|Getty|Reuters|REUTERS|EPA|Pool|POOL)\b[^\n)]*)"
)
# With what a line by a maker of the page begins.
_BY = ("By ", "by ", "BY ", "Written by ", "Edited by ", "Posted by ", "Story by ", "Par ", "Von ", "Por ")
_BYLINE = pattern(
    rf"[ \t]*(?:{'|'.join(_BY)})[^\n]{{3,90}}(?<![.!?])$"
    r"|[^\n]{3,80} contributed to this (?:report|story|article)\.?$"
)
# WASHINGTON (Reuters) - ...; TOKYO, Sept. 16 --: a place, perhaps a day and an agency, and a dash.
_DATELINE = pattern(
    r"(?:[A-Z][A-Z.'’/ -]+(?:, [A-Z][\w.]+(?: \d{1,2})?){0,3}(?:, \d{4})?(?: ?\([A-Z][\w .]{1,25}\))?"
    r"|[A-Z][\w.'’ ,/-]{1,40}\([A-Z][\w .]{1,25}\))"
    r"[ ,]*(?:—|–|--| -)(?=[ \w“\"])"
)
_DASHES = ("—", "–", "--", " -")
_SPEAKER = pattern(r"^[A-Z][A-Z.,'’\"“” -]{2,80}?(?=(?: \([^()\n]{0,60}\))?:)", re.MULTILINE)
_SECOND = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ.,'’\"“” -")  # what may be second in a speaker's line
# Senator COTTON: or, in the records of committees, Mr. COTTON.
_MEMBER = pattern(
    r"^[A-Z][a-z]+\.? (?:[A-Z]\.? )?(?:Ma?c)?[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+)?"
    r"(?=(?: \([^()\n]{0,60}\))?[:.] )",
    re.MULTILINE,
)


# What stands between the names of a line-up, a result or a list of those present, and rarely in a headline.
_LISTING = frozenset(",;()/|•–—:-+")
_MARKS_OF_A_LIST = 0.2
_BULLETS = frozenset("-•*–—·")
_CLOSING = frozenset('.!”"?')


class Sheet:
    """A text's words and runs; ``weak`` marks words of headline lines, ``shouted`` words set in capitals,
    ``speakers`` those before the colon of a transcript's line; ``base`` is added to its names' order;
    ``beyond`` are the letters of the text as it was given that are beyond ASCII, in UTF-8."""

    def __init__(self, tokens: Tokens, places: list[int] | None, beyond: bytes) -> None:
        self.tokens, self.places, self.beyond = tokens, places, beyond
        self.spans: list[tuple[int, int]] = []
        self.weak: set[int] = set()
        self.shouted: set[int] = set()
        self.speakers: set[int] = set()
        self.base = 0
        self._announcements: Announcements | None = None

    @property
    def announcements(self) -> Announcements:
        """The other names that the text gives to the people it names."""
        if self._announcements is None:
            self._announcements = Announcements(self.tokens.text)
        return self._announcements

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Where words ``start`` to before ``end`` stand in the text as it was given."""
        first, last = self.tokens.span(start, end)
        if self.places is None:
            return first, last
        return self.places[first], self.places[last - 1] + 1


def read(text: str) -> Sheet:
    """Prepare one text."""
    places = None
    text, beyond = _encodable(text)
    if beyond and INVISIBLE.search(beyond.decode()):
        places = [i for i, char in enumerate(text) if not INVISIBLE.match(char)]
        text = "".join(text[i] for i in places)
    lines = _blanked(text)
    tokens = tokenise("\n".join(lines), lines)
    sheet = Sheet(tokens, places, beyond)
    for start, end in _lines(tokens):
        _judge_line(sheet, start, end)
    sheet.spans = runs(tokens)
    return sheet


def _encodable(text: str) -> tuple[str, bytes]:
    """The text with halves of letters (surrogates), which no file can hold, replaced, letter for letter; and
    those of its letters that are beyond ASCII, in UTF-8."""
    if text.isascii():  # told without a look at the letters
        return text, b""
    try:
        letters = text.encode()
    except UnicodeEncodeError:
        text = _HALVES.sub("\ufffd", text)
        letters = text.encode()
    return text, letters.translate(None, _ASCII)


def _blanked(text: str) -> list[str]:
    """The lines of a text with credits and datelines blanked, letter for letter, so that offsets hold."""
    lines = text.split("\n")
    signs = [sign for sign in _SIGNS if sign in text]
    if signs:
        more = [*signs, *_MAKERS]
        lines = [_without_credits(line, more if "(" in line else signs, _CREDIT) for line in lines]
    if "/" in text:
        lines = [_without_credits(line, _AGENCIES, _AGENCY) if "/" in line else line for line in lines]
    shared = "contributed to this" in text
    return [_without_head(line, shared=shared) for line in lines]


def _without_credits(line: str, hints: Sequence[str], form: re.Pattern[str]) -> str:
    """A line with its credits blanked."""
    for hint in hints:
        if hint in line:
            return form.sub(_dots, line)
    return line


def _without_head(line: str, *, shared: bool) -> str:
    """A line with its byline or dateline blanked; ``shared`` says that the text has a byline of several."""
    match = None
    if line.lstrip(" \t").startswith(_BY) or (shared and "contributed to this" in line):
        match = _BYLINE.match(line)
    # A place in capitals, or with its agency in parentheses: most lines have neither.
    if not match and (not line[1:2].islower() or "(" in line):
        for dash in _DASHES:
            if dash in line:
                match = _DATELINE.match(line)
                break
    return _dots(match) + line[match.end() :] if match else line


def _dots(match: re.Match[str]) -> str:
    return "." * len(match.group())


def _lines(tokens: Tokens) -> list[tuple[int, int]]:
    count = len(tokens)
    bounds = [i for i in tokens.lines if i]
    return list(zip([0, *bounds], [*bounds, count], strict=True)) if count else []


def _label_end(tokens: Tokens, start: int, end: int) -> int:
    """Before which word the speaker's name ends with which a line begins; ``start`` if it has none."""
    # Most lines go on with a small letter, and need no look at the pattern.
    second = tokens.printed[start][1:2]
    match = (not second or second in _SECOND) and _SPEAKER.match(tokens.text, tokens.start(start))
    if not match and end - start > 2 and tokens.words[start + 1].isupper() and is_title(tokens.lower[start]):
        match = _MEMBER.match(tokens.text, tokens.start(start))
    if not match:
        return start
    label = start
    while label < end and tokens.span(label, label + 1)[1] <= match.end():
        label += 1
    return label


def _judge_line(sheet: Sheet, start: int, end: int) -> None:
    tokens = sheet.tokens
    label = _label_end(tokens, start, end)
    if label > start:
        _lower(sheet, start, label)
        sheet.speakers.update(range(start, label))
        return
    size = end - start
    if size > 60:
        return
    shown = tokens.words[start:end]
    if len(tokens.loud) > 1 and _is_loud(tokens, start, end):
        _lower(sheet, start, end)
    if size < 5 or shown[0] in _BULLETS or shown[-1] == ";" or (size > 12 and shown[-1] in _CLOSING):
        return
    words = [k for k, word in enumerate(shown, start) if len(word) > 3 and word[0].isalpha()]
    if sum([tokens.cap[k] for k in words]) > 0.7 * len(words):
        marks = sum([word in _LISTING or word[0].isdigit() for word in shown])
        if marks <= _MARKS_OF_A_LIST * size:
            sheet.weak.update(range(start, end))


def _is_loud(tokens: Tokens, start: int, end: int) -> bool:
    """Whether more than three in four of a line's long words are in capitals; most lines have none."""
    second = bisect_left(tokens.loud, start) + 1
    if second >= len(tokens.loud) or tokens.loud[second] >= end:
        return False
    long = [word for word in tokens.words[start:end] if len(word) > 3 and word[0].isalpha()]
    quiet = len(long) - sum(map(str.isupper, long))
    return len(long) > 1 and quiet < 0.25 * len(long)


def _lower(sheet: Sheet, start: int, end: int) -> None:
    """Give words in capitals ordinary ones: BOB WORK -> Bob Work, OF -> of."""
    tokens = sheet.tokens
    if tokens.words is tokens.printed:
        tokens.words = tokens.printed.copy()
    for k in range(start, end):
        word = tokens.words[k]
        if len(word) < 2 or not word.isupper():
            continue
        if tokens.lower[k] in PARTICLES or tokens.lower[k] in FUNCTION_WORDS:
            tokens.words[k] = tokens.quiet[k] = tokens.lower[k]
            tokens.cap[k] = False
        elif word.isalpha() or "." not in word or len(word) > 5:
            tokens.words[k] = ordinary(word)
            sheet.shouted.add(k)


_NUMERALS = frozenset(("II", "III", "IV", "VI", "VII", "VIII"))


def ordinary(word: str) -> str:
    """A word in capitals as names are written: McCain, O'Brien, Jong-un."""
    if word in _NUMERALS:
        return word
    if "-" in word:
        head, _, tail = word.partition("-")
        return f"{ordinary(head)}-{tail.lower() if len(head) <= 4 and len(tail) <= 4 else ordinary(tail)}"
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    if len(word) > 3 and word[1] in "'’":
        return word[:2] + word[2:].capitalize()
    return word.capitalize()
