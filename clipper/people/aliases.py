"""A name in its sentence -> the other names that the sentence gives its bearer.

"Joko Widodo, widely known as Jokowi"; "Ahmed Mohamed Islam “Madobe”"; "Rafael “Raffy” Tulfo"; "Prawit
Wongsuwon, whom the press calls Big Pom". Other names join their bearer and never name a person beside him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.patterns import pattern
from clipper.people.tokens import LONGEST_RUN
from clipper.people.words import PARTICLES

_OPEN, _CLOSE = "\"“‘'«", "\"”’'»"
_QUOTE = f"[{_OPEN}{_CLOSE}]"
_WORD = r"[^\W\d_a-z](?:\w|['’-](?=\w))*"
_NAME = rf"(?!(?:The|A|An|His|Her|I)\b)(?P<name>{_WORD}(?: (?:al-|el-)?{_WORD}){{0,3}})"
# What may stand between a person and the word that announces another name: ", the PKK's founder,".
_ASIDE = r"(?:,? [^.;:!?\n\"“”]{0,70}?)?"
_CUES = (
    r"(?:known|referred to)(?: \w+){0,6}? (?:as|by)(?: (?:the|his|her) (?:\w+ ){1,4}?)?",
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
# One of these is in every hint: few windows have one, and to see that costs a tenth of a pattern's search.
_SIGNS = (
    *("name", "known", "call", "born", "nee", "née", "alias", "aka", "a.k.a", "AKA"),
    *("dubbed", "goes by", "referred", "answers"),
)
_ANNOUNCED = pattern(rf"{_ASIDE}[ ,(—–-]+(?:{'|'.join(_CUES)}),? {_QUOTE}?{_NAME}")
_QUOTED_AFTER = re.compile(rf" [(]?{_QUOTE}{_NAME}{_QUOTE}[)]?")
_FORMAL = pattern(r"whose (?:full )?name (?:is|was)\b")
_REACH = 170


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name; ``formal`` says that it is the fuller one: "whose name is Pedro Oseguera"."""

    name: str
    formal: bool = False


def announced(text: str, end: int, stop: int) -> tuple[Alias, ...]:
    """The other names that ``text`` gives the person whose name ends at ``end``; ``stop`` is where the next
    name begins, beyond which no cue may stand (the announced name itself may)."""
    window = text[end : end + _REACH].partition("\n")[0]
    quoted = _QUOTED_AFTER.match(window)
    if quoted:
        return (Alias(quoted["name"]),)
    if not any(map(window.__contains__, _SIGNS)) or not _HINTS.search(window):
        return ()
    match = _ANNOUNCED.match(window)
    if not match or end + match.start("name") > stop or not match["name"][0].isupper():
        return ()
    return (Alias(match["name"], bool(_FORMAL.search(match.group()))),)


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
