"""The records of the people in one document.

Apart from the other records, which take 6 ms to import: finding people needs only these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Where = Literal["text", "title", "caption"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named.

    ``start`` and ``end`` are offsets in characters of the string named by ``where`` (for captions:
    of the captions joined by newlines), so that ``string[start:end] == text``. ``confidence`` is between
    0 and 1; ``ambiguous`` says that the form fits more than one person of the document.
    """

    text: str
    start: int
    end: int
    where: Where = "text"
    confidence: float = 1.0
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one document under the longest form of the name, titles stripped.

    ``title`` is the office or rank nearest the name ("" if none). ``major`` means named in the
    headline or the first paragraphs, or at least three times; ``passing`` means known only from a
    phrase such as "the Obama administration".
    """

    name: str
    title: str
    major: bool
    passing: bool
    mentions: tuple[Mention, ...]
