"""Lines -> Cleaned: cut what is not the story, whole lines only, and say for each line which rule cut it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from clipper.extract.cleaner.captions import lone_names
from clipper.extract.cleaner.idioms import ANY, EDGE, EXACT, HEAD, TAIL, Idiom, idioms_for, plain
from clipper.extract.cleaner.links import cut_links
from clipper.extract.cleaner.times import read_time
from clipper.patterns import pattern
from clipper.records import Removed
from clipper.text import folded

# Where the head ends at the latest, in lines, and the most that may go without a warning.
HEAD_LINES = 6
MOST_CUT = 1 / 3
# A line longer than this is prose whatever it begins with.
LONGEST_IDIOM = 420
# In the middle of a text a longer line is not cut for its form alone.
LONGEST_ALONE = 130


class Line(Protocol):
    """What the cleaner needs to know of a line; `clipper.extract.body.Block` has it."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def linked(self) -> float: ...


L = TypeVar("L", bound=Line)


class Cleaned(NamedTuple):
    """What is left of a text, what was cut and by which rule, and what the cut lines said.

    ``kept`` are the very blocks that came in, in their order. ``captions`` are lines that turned out to be
    captions. ``page_timestamp`` is the ISO form of the first cut line that was nothing but a time,
    ``credited`` the outlet named by a cut credit line.
    """

    kept: tuple[Line, ...]
    removed: tuple[Removed, ...]
    captions: tuple[str, ...]
    page_timestamp: str | None
    credited: str | None
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _Text:
    """The lines under the knife: ``cut`` maps a line's place to the rule that cut it."""

    lines: Sequence[Line]
    language: str | None
    title: str
    learned: frozenset[str]
    plain: list[str] = field(default_factory=list)
    cut: dict[int, str] = field(default_factory=dict)
    forms: list[Idiom] = field(default_factory=list)
    moment: str | None = None
    outlet: str | None = None

    def standing(self) -> list[int]:
        return [n for n in range(len(self.lines)) if n not in self.cut]


def clean(
    blocks: Sequence[Line],
    *,
    title: str,
    language: str | None = None,
    captions: Iterable[str] = (),
    learned: frozenset[str] = frozenset(),
) -> Cleaned:
    """Cut a text's boilerplate.

    ``blocks`` are lines with a letter and a share of links (plain text has neither), ``title`` the headline,
    ``language`` the page's (BCP 47), ``captions`` what is known to be the captions of its pictures,
    ``learned`` lines that recur on the site, cut at the edges only. No sentence is ever cut in two; cuts of
    more than a third of the words are a warning.
    """
    text = _Text(blocks, language, folded(title), frozenset(map(folded, learned)))
    text.plain = [plain(block.text) for block in blocks]
    text.forms = list(idioms_for(language))
    _cut_title(text)
    _cut_anywhere(text)
    cut_links(text.lines, text.cut)
    _cut_templates(text)
    _cut_head(text)
    _cut_tail(text)
    named = _cut_captions(text, {folded(caption) for caption in captions})
    kept = tuple(blocks[n] for n in text.standing())
    removed = tuple(
        Removed(text.cut[n], blocks[n].text) for n in sorted(text.cut) if text.cut[n] != "caption"
    )
    return Cleaned(kept, removed, named, text.moment, text.outlet, tuple(_warnings(blocks, kept)))


def _warnings(blocks: Sequence[Line], kept: Sequence[Line]) -> Iterable[str]:
    whole, left = (sum(len(line.text) for line in lines) for lines in (blocks, kept))
    if whole and (whole - left) / whole > MOST_CUT:
        share = round(100 * (whole - left) / whole)
        yield f"{share} % of the text was cut as boilerplate; look at what was removed."


def _cut_title(text: _Text) -> None:
    """The headline repeated among the first lines, alone or with the site's name behind a bar."""
    if not text.title:
        return
    for n in range(min(HEAD_LINES, len(text.lines))):
        said = folded(text.lines[n].text)
        bare = folded(re.split(r"\s[|–—-]\s(?=[^|–—]{2,40}$)", text.lines[n].text)[0])
        if text.title in (said, bare):
            text.cut[n] = "title-repeated"


def _cut_anywhere(text: _Text) -> None:
    for n in text.standing():
        rule = _idiom(text, n, (ANY,))
        if rule:
            text.cut[n] = rule


def _cut_templates(text: _Text) -> None:
    """A heading that stands there three times ("Article content" before every part of a story)."""
    places: dict[str, list[int]] = {}
    for n in text.standing():
        if text.lines[n].kind == "h":
            places.setdefault(text.plain[n], []).append(n)
    for found in places.values():
        if len(found) >= 3:
            text.cut.update(dict.fromkeys(found, "repeated-heading"))


def _cut_head(text: _Text) -> None:
    """From the top downwards, as long as lines are boilerplate; a few short lines may stand between."""
    for n in text.standing()[:HEAD_LINES]:
        rule = _edge_rule(text, n, HEAD)
        if rule:
            text.cut[n] = rule
        elif _prose(text.lines[n].text):
            return


def _cut_tail(text: _Text) -> None:
    """From the bottom upwards; the first line that is no boilerplate ends it."""
    for n in reversed(text.standing()):
        rule = _edge_rule(text, n, TAIL)
        if not rule:
            return
        text.cut[n] = rule


# "By Ann Lee and Jo Bell, Harbor Weekly": names in capitals, not a sentence that begins with the word.
_NAMES = (
    r"[A-ZÀ-ÖØ-Þ][\w.'’-]+"
    r"(?:,? (?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|and|und|et|y|e|och|og|en|de|van|von|der|del|di|da|bin|al|&))+"
)
_BYLINE = pattern(rf"(?:By|BY|by|Von|Par|Por|Di|Door|Av|Af|Text:) {_NAMES}(?: ?[,|/·–—-] ?.{{2,60}})?")


def _edge_rule(text: _Text, n: int, edge: str) -> str | None:
    line = text.lines[n].text
    if edge == HEAD and len(line) < 120 and _BYLINE.fullmatch(line):
        return "byline"
    moment = read_time(line, text.language)
    if moment:
        text.moment = text.moment or moment
        return "time-line"
    if text.learned and folded(line) in text.learned:
        return "learned-site-line"
    return _idiom(text, n, (edge, EDGE, ANY), at_edge=True)


def _idiom(text: _Text, n: int, places: tuple[str, ...], *, at_edge: bool = False) -> str | None:
    said = text.plain[n]
    if len(said) > LONGEST_IDIOM:
        return None
    for idiom in text.forms:
        if idiom.where not in places or not idiom.fits(said):
            continue
        sure = at_edge or (len(said) <= LONGEST_ALONE and not _is_subject(text, idiom.rule))
        alone = idiom.strength == EXACT and sure
        if alone or _seconded(text, n):
            _note_credit(text, text.lines[n].text)
            return idiom.rule
    return None


def _seconded(text: _Text, n: int) -> bool:
    """A second sign for a line whose form alone proves nothing: a link, or a neighbour that was cut."""
    return text.lines[n].linked >= 0.5 or (n + 1 in text.cut and text.cut[n + 1] != "time-line")


# What a text speaks of when it is about the very thing that an idiom belongs to.
_SUBJECTS = {
    "newsletter": re.compile(r"newsletters?\b|mailing list|boletín|メルマガ|뉴스레터"),
    "follow": re.compile(r"\b(?:twitter|facebook|instagram|tiktok|whatsapp|telegram)\b"),
    "banner": re.compile(r"\b(?:cookies?|advertis|anzeigen|javascript)"),
    "share": re.compile(r"\b(?:share button|sharing)"),
}


def _is_subject(text: _Text, rule: str) -> bool:
    """Whether the story is about what the rule cuts: its headline says so, or two of its paragraphs."""
    subject = _SUBJECTS.get(rule)
    if subject is None:
        return False
    return (
        bool(subject.search(text.title))
        or sum(len(s) > 120 and bool(subject.search(s)) for s in text.plain) >= 2
    )


_AGENCIES = {
    name.lower(): name
    for name in (
        "Kyodo",
        "AP",
        "AFP",
        "Reuters",
        "Yonhap",
        "Jiji Press",
        "UPI",
        "dpa",
        "Xinhua",
        "EFE",
        "ANSA",
        "APA",
    )
} | {
    "associated press": "AP",
    "the associated press": "AP",
    "共同": "Kyodo",
    "時事": "Jiji Press",
    "연합뉴스": "Yonhap",
}
_CREDITS = (
    re.compile(r"(?i)read more\s?:.*\|\s*([^|]{2,60}?)\s*\|?\s*"),
    re.compile(
        r"(?i:this .{3,30} (?:appeared|published)(?: originally| first)? (?:in|at|on) (?:the )?)"
        r"([A-Z][^.,|]{2,60}).*"
    ),
)  # fmt: skip


def _note_credit(text: _Text, line: str) -> None:
    agency = _AGENCIES.get(line.strip("()（）[]=.。 ").lower())
    if agency and not text.outlet:
        text.outlet = agency
    for form in _CREDITS:
        match = form.fullmatch(line)
        if match and not text.outlet:
            text.outlet = match[1].strip()


def _cut_captions(text: _Text, known: set[str]) -> tuple[str, ...]:
    """Lines that are a picture's caption: known ones, and a name alone between paragraphs."""
    found = [n for n in text.standing() if text.lines[n].kind == "p" and folded(text.lines[n].text) in known]
    found += [n for n in lone_names(text.lines, text.standing()) if n not in found]
    for n in found:
        text.cut[n] = "caption"
    return tuple(text.lines[n].text for n in sorted(found))


def _prose(line: str) -> bool:
    return len(line) > 90 and line.rstrip("\"'”’»)」』").endswith((".", "!", "?", "。", "…"))
