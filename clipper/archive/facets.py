"""What a search may filter by -> tokens of the index, each a word that no text contains."""

from __future__ import annotations

from clipper.acronyms import IN_CAPITALS
from clipper.archive.words import folded, has_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def facets(source: int, day: str, names: Iterable[str], text: str) -> str:
    """The index's filter tokens: ``source12 month201309 person0bob0work0 capitals0us0``."""
    people = dict.fromkeys(person_facet(name) for name in names)
    capitals = [capitals_facet(word) for word in sorted(IN_CAPITALS) if has_word(text, word.upper())]
    return " ".join(
        [source_facet(source), month_facet(day), *(person for person in people if person), *capitals]
    )


def capitals_facet(word: str) -> str:
    """The filter token of a word that stands in the text in capitals."""
    return f"capitals0{word.casefold()}0"


def source_facet(source: int) -> str:
    """The filter token of a source."""
    return f"source{source}"


def month_facet(day: str) -> str:
    """The filter token of the month of a day (``month2013`` for a date that is only a year)."""
    return "month" + day[:7].replace("-", "")


def person_facet(name: str) -> str:
    """The filter token of a name: it follows from the document alone, so that merging people moves no index.

    The noughts keep the words apart and the stemmer off.
    """
    words = folded(name).split()
    return f"person0{'0'.join(words)}0" if words else ""
