"""element -> marks: what the names on an element (tag, class, id, role, itemprop) say about what it holds.

The words stand in ``names.txt`` beside this module.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clipper.patterns import pattern

(
    NAV, ASIDE, FOOT, HEAD, FIGURE, CAPTION, SHARE, RELATED, LETTER, AUTHOR, COMMENT, ADVERT,
    HIDDEN, META, EMBED, TEASER, LEAD, BODY, INFOBOX, QUOTE, PHOTO, LIVE,
) = (1 << n for n in range(22))  # fmt: skip

_TAGS = {
    "menu": NAV,
    "aside": ASIDE,
    "footer": FOOT,
    "header": HEAD,
    "figure": FIGURE,
    "figcaption": CAPTION,
    "form": LETTER,
    "address": AUTHOR,
}

# Words that join two parts of a name are known both as "read-more" and as "readmore".
_SECTION = pattern(r"\[([A-Z]+)\]")
# Names that hide only when they are the whole name: "overflow-hidden" and "hidden-xs" do not.
_WHOLE = dict.fromkeys(
    ("hidden", "is-hidden", "d-none", "display-none", "js-hidden", "ng-hide", "hide"), HIDDEN
)


def _known_words() -> dict[str, int]:
    known: dict[str, int] = {}
    mark = 0
    for line in Path(__file__).with_name("names.txt").read_text("utf-8").splitlines():
        section = _SECTION.fullmatch(line)
        if section:
            mark = int(globals()[section[1]])
        elif not line.startswith("#"):
            for word in line.split():
                known[word] = known.get(word, 0) | mark
    return known


_KNOWN = _known_words()
_CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])")
_PART = pattern(r"[a-z]+")


class Marks:
    """Reads names, remembering within one page what it has read."""

    def __init__(self) -> None:
        self._read: dict[str, int] = {}

    def of(self, element: Any, tag: str) -> int:
        """The marks of one element by itself, its ancestors not counted."""
        marks = _TAGS.get(tag, 0)
        for name, value in element.items():
            if name in ("class", "id", "role", "itemprop", "data-testid", "data-component"):
                known = self._read.get(value)
                if known is None:
                    known = self._read[value] = read(value)
                marks |= known
            elif _hides(name, value):
                marks |= HIDDEN
        return marks


def _hides(name: str, value: str) -> bool:
    if name == "style":
        return "display" in value and "none" in value
    return name == "hidden" or (name == "aria-hidden" and value == "true")


def read(names: str) -> int:
    """The marks of a class or id attribute's value; over 300 characters are styling, and say nothing."""
    if len(names) > 300:
        return 0
    marks = 0
    for name in names.split():
        # Variants of utility classes (md:hidden, hover:...) say how, not what.
        if ":" in name:
            continue
        marks |= _WHOLE.get(name, 0)
        parts = _PART.findall(_CAMEL.sub("-", name).lower())
        marks |= _KNOWN.get("".join(parts), 0)
        before = ""
        for part in parts:
            marks |= _KNOWN.get(part, 0) | _KNOWN.get(f"{before}-{part}", 0)
            before = part
    return marks
