"""A name in its sentence -> the other names that the sentence gives its bearer.

"Joko Widodo, widely known as Jokowi"; "Ahmed Mohamed Islam “Madobe”"; "Rafael “Raffy” Tulfo"; "Prawit
Wongsuwon, whom the press calls Big Pom". Other names join their bearer and never name a person beside him.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from clipper.patterns import pattern
from clipper.people.tokens import LONGEST_RUN, Tokens
from clipper.people.words import PARTICLES

_OPEN, _CLOSE = "\"“‘'«", "\"”’'»"
_QUOTE = f"[{_OPEN}{_CLOSE}]"
_WORD = r"[^\W\d_a-z](?:\w|['’-](?=\w))*"
_NAME = rf"(?!(?:The|A|An|His|Her|I)\b)(?P<name>{_WORD}(?: (?:al-|el-)?{_WORD}){{0,3}})"
# What may stand between a person and the word that announces another name: ", the PKK's founder,".
_ASIDE = r"(?:,? [^.;:!?\n\"“”]{0,70}?)?"
_CUES = (
    r"(?:known|referred to)(?: \w+){0,6}? (?:as|by)(?: (?:the|his|her)(?: \w+){1,4}?)?",
    r"(?:who|he|she) goes by(?: the (?:name|nickname|alias)(?: of)?)?",
    r"(?:nicknamed|dubbed|alias|aka|a\.k\.a\.|AKA|alias:|née|nee|born)",
    r"(?:better|also) called",
    r"whom? (?:\w+ ){1,4}calls?",
    r"who(?: \w+)? (?:uses|answers to) the (?:\w+ ){0,3}(?:name|alias|nickname|nom de guerre)(?: of)?",
    r"whose (?:\w+ ){0,2}name (?:is|was)",
)
_HINTS = pattern(
    r"\b(?:known|goes by|nicknamed|dubbed|alias|aka|a\.k\.a|AKA|née|nee|born|called|calls?|referred"
    r"|name|nickname|answers)\b"
)
# One of these is in every hint, and in every cue: few names have one near, and to see that costs less than a
# pattern does.
_SIGNS = (
    *("name", "known", "call", "born", "nee", "née", "alias", "aka", "a.k.a", "AKA"),
    *("dubbed", "goes by", "referred", "answers", "nom de guerre"),
)
_ANNOUNCED = pattern(rf"{_ASIDE}[ ,(—–-]+(?:{'|'.join(_CUES)}),? {_QUOTE}?{_NAME}")
_QUOTES = frozenset(_OPEN + _CLOSE + "(")
_BEFORE_QUOTED = frozenset(" " + sign for sign in _QUOTES)
_QUOTED_AFTER = pattern(rf" [(]?{_QUOTE}{_NAME}{_QUOTE}[)]?")
_FORMAL = pattern(r"whose (?:full )?name (?:is|was)\b")
_REACH = 170


class Alias(NamedTuple):
    """Another name; ``formal`` says that it is the fuller one: "whose name is Pedro Oseguera"."""

    name: str
    formal: bool = False


class Announcements:
    """The other names that one text gives to the people it names.

    A page has a hundred names and rarely one of these: a sign of them is sought in what follows all its names
    at once, or in the whole text.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _signs(self) -> list[int]:
        return sorted(_places(self._text))

    def among(self, ends: Sequence[int]) -> list[int]:
        """Which of some names may give their bearers other ones. ``ends`` has where they end, in the order in
        which they stand: no cue stands beyond the next one, and few have a sign of one so near."""
        text = self._text
        following = [
            text[end : following if following < end + _REACH else end + _REACH]
            for end, following in zip(ends, [*ends[1:], len(text)], strict=False)
        ]
        every = "\n".join(following)
        signs = [sign for sign in _SIGNS if sign in every]
        found = {k for k, end in enumerate(ends) if text[end : end + 2] in _BEFORE_QUOTED}
        for sign in signs:
            found.update([k for k, window in enumerate(following) if sign in window])
        return sorted(found)

    def near(self, tokens: Tokens, ends: Sequence[int]) -> list[int]:
        """Which of many runs may be followed by another name: the rest need no asking. ``ends`` has before
        which words of the text they end, in their order."""
        words = [*tokens.printed, " "]
        found = {k for k, end in enumerate(ends) if words[end][0] in _QUOTES}
        for sign in self._signs:
            first, last = tokens.ended(sign - _REACH), tokens.ended(sign)
            found.update(range(bisect_right(ends, first), bisect_right(ends, last)))
        return sorted(found)

    def after(self, end: int, stop: int) -> tuple[Alias, ...]:
        """The other names of the person whose name ends at ``end``; ``stop`` is where the next name begins,
        beyond which no cue may stand (the announced name itself may)."""
        if self._text[end : end + 2] not in _BEFORE_QUOTED:
            following = bisect_left(self._signs, end)
            if following == len(self._signs) or self._signs[following] >= end + _REACH:
                return ()
        return self.told(end, stop)

    def told(self, end: int, stop: int) -> tuple[Alias, ...]:
        """The same where a sign or a quotation mark has been seen."""
        text = self._text
        if text[end : end + 2] in _BEFORE_QUOTED:
            quoted = _QUOTED_AFTER.match(text, end, end + _REACH)
            if quoted:
                return (Alias(quoted["name"]),)
        window = text[end : end + _REACH].partition("\n")[0]
        if not _HINTS.search(window):
            return ()
        match = _ANNOUNCED.match(window)
        if not match or end + match.start("name") > stop or not match["name"][0].isupper():
            return ()
        return (Alias(match["name"], bool(_FORMAL.search(match.group()))),)


def _places(text: str) -> Iterator[int]:
    """Where the signs of announced names stand."""
    for sign in _SIGNS:
        place = text.find(sign)
        while place >= 0:
            yield place
            place = text.find(sign, place + 1)


def without_nickname(words: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """A name's words without a nickname in quotation marks, and the nickname ("" if there is none)."""
    if len(words) < 4 or len(words) > LONGEST_RUN:
        return tuple(words), ""
    opens = [i for i, word in enumerate(words) if word in _OPEN and i]
    if not opens:
        return tuple(words), ""
    start = opens[0]
    end = next((k for k in range(start + 1, len(words)) if words[k] in _CLOSE), 0)
    rest = (*words[:start], *words[end + 1 :])
    if not end or len(rest) < 2 or rest[-1].lower() in PARTICLES:
        return tuple(words), ""
    return rest, " ".join(words[start + 1 : end])
