"""Evidence -> headline: as page and declarations agree on it, without the site's name and wire slugs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from clipper.extract.fields import jsonld
from clipper.extract.fields.evidence import Evidence
from clipper.extract.fields.found import NOTHING, Found
from clipper.patterns import pattern
from clipper.text import folded, one_line

# What stands between a headline and the name of the site; the full-width forms are Japanese and Chinese.
_PARTING = pattern(
    r"\s+[|–—•·»«›~:-]{1,2}\s+|\s*[|｜]\s*|\s+::\s+|：(?=[^：]{2,24}$)|\s+[<>←]\s+|_(?=[^_\s]{2,12}$)"
)
_DATE = pattern(r"^\W*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\W*$")
_SLUG = pattern(
    r"^\s*(?:[(\[（【]\s*(?:(?:\d\w{1,2}\s+)?(?:LEAD|LD)|URGENT|News Focus|Yonhap \w+|ATTN:[^)\]]{0,120}|"
    r"EXCLUSIVE|"
    r"UPDATED?|Corrected|RECAST|VIDEO|WATCH|LIVE|BREAKING|속보|단독|종합\d?보?|速報|独自|快讯)\s*[)\]）】]\s*"
    r"|(?:UPDATE|WRAPUP|REFILE|RPT|RECAST|TABLE|FACTBOX|INTERVIEW|ANALYSIS|INSIGHT|TIMELINE|PREVIEW|"
    r"CORRECTED|"
    r"CORRECTION|EXCLUSIVE|BREAKINGVIEWS|GLOBAL MARKETS|SNAPSHOT|DIARY|ADVISORY|PIX|REPEAT|FEATURE|"
    r"SPECIAL REPORT)(?:\s+\d{1,2})?\s?-\s?(?=[^\s-])"
    r"|(?:BREAKING(?: NEWS)?|EXCLUSIVE|URGENT|JUST IN|CORRECTED|CORRECTION|UPDATED?(?: \d+)?|WATCH|"
    r"LEAD)\s*:\s+)"
)
_SLUG_WORDS = pattern(
    r"^(?:Exclusive|Breaking(?: News)?|Watch|Updated?|Just In|Correction|Corrected):\s+", re.ASCII
)
_GENERIC = frozenset(
    [
        "home",
        "news",
        "homepage",
        "startseite",
        "article",
        "artikel",
        "menu",
        "search",
        "blog",
        "untitled",
        "index",
        "detail",
        "accueil",
        "inicio",
    ]
)
_LONGEST = 400


class Headline(NamedTuple):
    """The title with its origin, the wire slug taken off it ("" if none), and all declared titles."""

    title: Found
    slug: str
    declared: tuple[Found, ...]


def find_title(evidence: Evidence) -> Headline:
    """The headline of the story.

    The order of evidence: a first-level heading that equals a declared title; og:title; the headline of
    JSON-LD; other declared titles; the title element; the heading alone. Declared titles are
    compared and returned without the names of the site that follow or lead them.
    """
    names = evidence.house
    headings = list(_headings(evidence)) or list(_lesser_headings(evidence))
    raw = list(_declared(evidence))
    known = Counter(folded(one.value) for one in [*headings, *raw])
    declared = [Found(without_site(one.value, names, known), one.origin) for one in raw]
    declared = [_without_lead(one, headings) if one.origin == "title" else one for one in declared]
    best = _best(headings, declared)
    title, slug = off_slug(best.value)
    return Headline(Found(title, best.origin), slug, tuple(one for one in declared if one.value))


def _without_lead(title: Found, headings: list[Found]) -> Found:
    """A title element "Site: Headline" cut to the heading that it ends with."""
    said = folded(title.value)
    for heading in headings:
        shown = folded(heading.value)
        if len(shown.split()) >= 3 and said != shown and said.endswith(f" {shown}"):
            return Found(heading.value, "title")
    return title


def _best(headings: list[Found], declared: list[Found]) -> Found:
    # The title element is written for search engines; a heading that equals it alone is no better than
    # og:title.
    told = {folded(one.value) for one in declared if one.origin in ("meta:og:title", "json-ld:headline")}
    told = told or {folded(one.value) for one in declared}
    for heading in headings:
        if folded(heading.value) in told - {""}:
            return heading
    order = ("og:title", "json-ld:headline", "twitter:title")
    for origin in order:
        for one in declared:
            if one.origin.endswith(origin) and _says_something(one.value):
                return one
    fallback = [one for one in declared if one.origin != "title"] + headings[:1]
    named = [one for one in declared if one.origin == "title"]
    candidates = [one for one in fallback[:1] + named + headings if _says_something(one.value)]
    return next(iter(candidates), next(iter(fallback + named), NOTHING))


def _says_something(title: str) -> bool:
    return bool(title) and folded(title) not in _GENERIC


def _headings(evidence: Evidence) -> Iterator[Found]:
    for element in evidence.headings:
        text = one_line(element.text_content()[:5000])
        if text and len(text) <= _LONGEST:
            yield Found(text, str(element.tag))


def _lesser_headings(evidence: Evidence) -> Iterator[Found]:
    """What serves as the headline on a page without a first-level heading."""
    for element in evidence.head:
        if element.tag == "h2":
            text = one_line(element.text_content()[:2000])
            if len(text.split()) >= 3 and len(text) <= _LONGEST:
                yield Found(text, "h2")
    for element in evidence.head:
        if element.get("itemprop") == "headline":
            text = one_line(element.text_content())
            if 8 < len(text) <= _LONGEST:
                yield Found(text, "itemprop:headline")


def _declared(evidence: Evidence) -> Iterator[Found]:
    document = evidence.document
    for name in (
        "og:title",
        "twitter:title",
        "dc.title",
        "dcterms.title",
        "parsely-title",
        "sailthru.title",
        "headline",
    ):
        value = jsonld.text(document.first(name))
        if value:
            yield Found(value[:_LONGEST], f"meta:{name}")
    for node in evidence.nodes[:3]:
        value = jsonld.text(node.get("headline")) or jsonld.text(node.get("name"))
        if value:
            yield Found(value[:_LONGEST], "json-ld:headline")
    if document.title:
        yield Found(document.title[:_LONGEST], "title")


def without_site(title: str, house: frozenset[str], known: Counter[str] | None = None) -> str:
    """``title`` without the site's name, domain, section or a bare date after it (or the name before it).

    ``known`` counts the folded titles that the page shows: a cut that leads to one of them is right
    whatever the suffix says. Nothing is cut unless at least one word is left.
    """
    known = known or Counter()
    whole = title
    for _ in range(4):
        shorter = _cut_end(title, house, known) or _cut_front(title, house)
        if not shorter:
            break
        title = shorter
    return title if folded(title) else whole


def _cut_end(title: str, house: frozenset[str], known: Counter[str]) -> str:
    partings = list(_PARTING.finditer(title))
    for parting in partings:
        head = title[: parting.start()].strip()
        if known.get(folded(head), 0) and len(folded(head)) > 8:
            return head
    for parting in partings[::-1][:3]:
        head, tail = title[: parting.start()].strip(), title[parting.end() :].strip()
        if head and (_is_site(tail, house) or _DATE.match(tail) or (_is_domain(tail) and len(tail) < 40)):
            return head
    last = partings[-1] if partings else None
    if last is not None and "|" in last[0] + last[0].replace("｜", "|"):
        head, tail = title[: last.start()].strip(), title[last.end() :]
        if len(tail.split()) <= 4 and len(head) > 2 * len(tail) and len(head.split()) >= 3:
            return head
    return ""


def _cut_front(title: str, house: frozenset[str]) -> str:
    match = re.match(r"(.{2,50}?)\s*(?:[|–—•·»:-]|::)\s+(\S.*)", title)
    if match is None:
        return ""
    head, tail = folded(match[1]).removeprefix("the ").replace(" ", ""), match[2].strip()
    own = {name.removeprefix("the ").replace(" ", "") for name in house}
    return tail if len(tail.split()) >= 3 and head in own else ""


def _is_site(words: str, house: frozenset[str]) -> bool:
    said = folded(words).replace(" ", "")
    if not said or len(words) > 80:
        return False
    for name in house:
        own = name.replace(" ", "")
        if said == own or (len(own) > 3 and own in said and len(said) < len(own) + 30):
            return True
        if len(said) > 3 and said in own:
            return True
    return False


def _is_domain(words: str) -> bool:
    return bool(re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,6}(?:\s*[|›>-]\s*\w+)?", words, re.IGNORECASE))


def off_slug(title: str) -> tuple[str, str]:
    """A headline without wire slugs (``UPDATE 1-``, ``(2nd LD)``), and the slugs, "" if none."""
    rest, slugs = title, []
    for _ in range(3):
        match = _SLUG.match(rest) or _SLUG_WORDS.match(rest)
        if not match or len(folded(rest[match.end() :])) < 8:
            break
        slugs.append(match[0].strip())
        rest = rest[match.end() :].lstrip()
    return (rest, " ".join(slugs)) if slugs else (title, "")
