"""Evidence -> who wrote it: declared people, then printed ones; an organisation only where nobody is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from clipper.extract.fields import jsonld, names
from clipper.extract.fields.agencies import agency
from clipper.extract.fields.evidence import Evidence, wraps_page
from clipper.patterns import pattern
from clipper.text import folded, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_METAS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dcsext.author",
    "citation_author",
    "cxenseparse:author",
    "og:author",
    "og:article:author",
    "lp.article:author",
    "byl",
    "byline",
    "articleauthor",
    "article.author",
    "article_author",
    "authors",
    "author_name",
    "dc.contributor",
    "shareaholic:article_author_name",
    "twitter:misc:written by",
    "rbauthors",
    "creator",
)
# A class, id or attribute that says "the writer's name stands here", as a word of its own.
_BYLINE = pattern(
    r"(?:^|[\s_-])(?:by-?line|author|authors|autor|autores|autoren|auteur|auteurs|autore|autori|"
    r"author-?name|authorname|textauthor|byline__name|writer|reporter|journalist|contributor|"
    r"document_authors|fn|p-author|dateline-author|credit-name|articletag-author|author-?line|"
    r"byl)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_HINT = pattern("[Bb]y|BY|ut|rit|fn|orter|urna|tribu|credit")
_OTHERS = pattern(
    r"comment|caption|photo|image|img|credit|bio\b|bio[_-]|-bio|about|related|teaser|(?<!v)card|"
    r"(?<!out-)(?<!no-)(?<!has-)(?<!with-)sidebar|"
    r"recommend|"
    r"quote|avatar|social|follow|share|(?<!post-)(?<!entry-)(?<!article-)footer|promo|most|latest|popular|"
    r"newsletter|description|widget-area",
    re.IGNORECASE,
)
_BYLINE_TAGS = (
    "a",
    "span",
    "div",
    "p",
    "address",
    "li",
    "h2",
    "h3",
    "h4",
    "h5",
    "dl",
    "em",
    "strong",
    "section",
)
_MARKS = (
    "byline:rel=author",
    "byline:itemprop",
    "byline:class",
    "byline:line",
    "byline:link",
    "byline:first line",
)
_SURE_MARKS = _MARKS[:3]
_SKIPPED_TAGS = frozenset(("figure", "figcaption", "aside", "footer", "nav", "blockquote", "form", "button"))
_LEAD = pattern(
    r"^\s*(?:By|Von|VON|BY|by|von|Par|Por|Di|Door|Af|Av|Przez|Oleh|Автор|Autor(?:in)?(?:/Autor(?:in)?)?|"
    r"Author|Text|"
    r"Story by|Written by|Words by|Reported by|Tekst|Texte|Testo)(?:[:\s\u00a0]\s*(?=[^\W\d_])|\s*:?\s*$)"
)
_INNER_LEAD = pattern(
    r"[.|·•–—]\s*(?:Auteur|Autor(?:in)?|Author|Autore|Автор|Written by|By|Von|Par|Por|Texte?|"
    r"Text)\s*:\s*(?=[^\W\d_])"
)
_AUTHOR_PAGE = pattern(
    r"/(?:authors?|auth|autor|autores|autoren|autorin|auteurs?|autori|autore|authored|writers?|"
    r"reporters?|journalists?|"
    r"staff|profiles?|contributors?|columnists?|by|av|byline|redakteure?|redaktion|korrespondenten|team|"
    r"forfatter|"
    r"skribent|authors-page|penulis|muhabir|yazar)/[^?#]",
    re.IGNORECASE,
)
_WRITTEN_BY = pattern(
    r"writ|author|verfasst|geschrieben|escrit|écrit|scritt|geschreven|napisa|skrev|автор|作者|執筆|글쓴", re.I
)


class Byline(NamedTuple):
    """The authors with their origin, and the agencies that were named among them."""

    authors: tuple[str, ...]
    origin: str
    agencies: tuple[str, ...]


class _Claim(NamedTuple):
    """Names as declared; ``loose`` when only the layout says that they are a writer's."""

    names: tuple[str, ...]
    origin: str
    loose: bool = False


def find_authors(evidence: Evidence) -> Byline:
    """Who wrote the story.

    The order of evidence: people in JSON-LD, meta elements, elements marked as byline, a line "By ..."
    under the headline; only when none of them names a person, the first organisation that was declared as
    the author, whose origin then ends in ``(organization)``. The names of the site itself are no
    person's.
    """
    house = evidence.house
    organisations: list[_Claim] = []
    agencies: list[str] = []
    for claim in _claims(evidence):
        agencies += [short for name in claim.names if (short := agency(name))]
        people = _unique(name for name in claim.names if names.is_person(name, house))
        if people and claim.origin.startswith("meta") and not _is_printed(people, evidence):
            printed = _printed_people(evidence, house)
            people, origin = (printed.names, printed.origin) if printed.names else (people, claim.origin)
            return Byline(people, origin, tuple(dict.fromkeys(agencies)))
        if people and not claim.loose:
            return Byline(people, claim.origin, tuple(dict.fromkeys(agencies)))
        people = tuple(name for name in people if " " in name or name[0] >= "\u2e80")
        if people:
            return Byline(people, claim.origin, tuple(dict.fromkeys(agencies)))
        if not claim.loose:
            organisations.append(claim)
    others = _best_organisation(organisations, house)
    origin = f"{others.origin} (organization)" if others.names else ""
    return Byline(_unique(map(names.written_once, others.names)), origin, tuple(dict.fromkeys(agencies)))


def _is_printed(people: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether the head of the story shows one of the names: an account of the system does not stand there."""
    shown = " ".join(folded((part.text or "")[:200]) for part in evidence.above + evidence.head)
    return any(folded(name) in shown for name in people)


def _printed_people(evidence: Evidence, house: frozenset[str]) -> _Claim:
    """The people of the surest byline in the head of the story."""
    for element, origin in _best_marked((*evidence.head, *evidence.above[::-1]), _SURE_MARKS):
        found = (name for name in names.split_byline(_spaced(element)) if " " in name)
        people = _unique(name for name in found if names.is_person(name, house))
        if people:
            return _Claim(people, origin)
    return _Claim((), "")


def _best_organisation(claims: list[_Claim], house: frozenset[str]) -> _Claim:
    """An outlet that is not the site itself says more about who wrote it than the site does."""
    foreign = [claim for claim in claims if any(names.is_foreign(name, house) for name in claim.names)]
    return next(iter(foreign + claims), _Claim((), ""))


def _claims(evidence: Evidence) -> Iterator[_Claim]:
    for node in evidence.nodes:
        said = tuple(_declared(node.get("author"))) or tuple(_declared(node.get("creator")))
        if said:
            yield _Claim(said, "json-ld:author")
    for meta in _METAS:
        lines = evidence.document.meta.get(meta, ())
        said = tuple(name for line in lines[:30] for name in _from_meta(line))
        if said:
            yield _Claim(said, f"meta:{meta}")
    yield from _labelled(evidence)
    for element, origin in _marked(evidence):
        line = _INNER_LEAD.split(_spaced(element))[-1]
        said = tuple(names.split_byline(line))
        if said:
            led = names.is_led(line) and len(said) == 1
            yield _Claim(said, origin, loose=not led and origin not in _MARKS[:2])


def _labelled(evidence: Evidence) -> Iterator[_Claim]:
    """Cards with a label and its datum: ``twitter:label1`` "Written by", ``twitter:data1`` the name."""
    document = evidence.document
    for number in "12":
        if _WRITTEN_BY.search(document.first(f"twitter:label{number}")):
            said = tuple(_from_meta(document.first(f"twitter:data{number}")))
            if said:
                yield _Claim(said, f"meta:twitter:data{number}")


def _declared(value: Any) -> Iterator[str]:
    entries = list(jsonld.several(value))
    people = [entry for entry in entries if isinstance(entry, Mapping) and "Person" in jsonld.types(entry)]
    for entry in people + [entry for entry in entries if entry not in people]:
        yield from _declared_name(entry)


def _declared_name(entry: Any) -> Iterator[str]:
    if isinstance(entry, Mapping):
        if re.search(r"/author/admin\d*/?$", str(entry.get("url") or entry.get("@id") or "")):
            return
        given = f"{jsonld.text(entry.get('givenName'))} {jsonld.text(entry.get('familyName'))}".strip()
        for one in jsonld.several(entry.get("name") or given):
            yield from _from_meta(jsonld.text(one))
    else:
        yield from _from_meta(jsonld.text(entry))


def _from_meta(line: str) -> list[str]:
    """The names in a declared value; an outlet's name is kept whole ("Le Figaro et AFP")."""
    if "http" in line or line.startswith(("www.", "@", "{", "[")) or len(line) > 400:
        return []
    found = names.split_byline(line)
    if not found and line and "@" not in line and len(line) <= 60:
        return [one_line(line)]
    return found


def _marked(evidence: Evidence) -> Iterator[tuple[HtmlElement, str]]:
    """Elements that hold a byline, outside teasers and comments: the surest marks first, then in page order.

    A link to an author's page or a line "By ..." counts only between the headline and the story's first
    lines; the rest of the page is searched only when that part holds nothing.
    """
    yield from _best_marked(evidence.head, _MARKS)
    yield from _best_marked(evidence.above[::-1], _SURE_MARKS)
    yield from _best_marked(evidence.document.tree.iter(*_BYLINE_TAGS), _SURE_MARKS)


def _best_marked(
    elements: Iterable[HtmlElement], marks: tuple[str, ...]
) -> Iterator[tuple[HtmlElement, str]]:
    read = _sure_mark if marks is _SURE_MARKS else _mark
    found = [(element, mark) for element in elements if (mark := read(element))]
    found.sort(key=lambda pair: _MARKS.index(pair[1]))
    for element, mark in found[:60]:
        if _stands_alone(element):
            yield element, mark


def _sure_mark(element: HtmlElement) -> str:
    """What an element's attributes say of a byline, or ""."""
    if element.get("rel") == "author":
        return "byline:rel=author"
    if element.get("itemprop") in ("author", "creator"):
        return "byline:itemprop"
    said = element.get("class") or element.get("id")
    # The hints are quicker than the pattern by an order of magnitude, and few classes have one.
    if not said or len(said) >= 200 or not _HINT.search(said):
        return ""
    return "byline:class" if _BYLINE.search(said) and not _OTHERS.search(said) else ""


def _mark(element: HtmlElement) -> str:
    """As `_sure_mark`; also links to an author's page, lines "By ...", a bold first line."""
    if sure := _sure_mark(element):
        return sure
    if element.tag == "a":
        return "byline:link" if _AUTHOR_PAGE.search(element.get("href") or "") else ""
    words = element.text
    if words and len(words) < 200 and (_LEAD.match(words) or _INNER_LEAD.search(words)):
        return "byline:line"
    return "byline:first line" if element.tag == "p" and _is_first_line(element) else ""


def _is_first_line(element: HtmlElement) -> bool:
    """A paragraph that is nothing but bold words, with a long paragraph right after it and none before."""
    inner = element[0] if len(element) == 1 else None
    if (
        inner is None
        or inner.tag not in ("strong", "b")
        or (element.text or "").strip()
        or (inner.tail or "").strip()
    ):
        return False
    after, before = element.getnext(), element.getprevious()
    long_after = after is not None and after.tag == "p" and len(after.text_content()) > 80
    return long_after and (before is None or len(before.text_content()) < 80)


def _stands_alone(element: HtmlElement) -> bool:
    if not 1 < len(_spaced(element)) <= 160:
        return False
    for position, above in enumerate(element.iterancestors()):
        if position > 12:
            return True
        if above.tag in _SKIPPED_TAGS and not (above.tag == "form" and wraps_page(above)):
            return False
        said = f"{above.get('class') or ''} {above.get('id') or ''}"
        if above.tag not in ("body", "html", "main") and len(said) < 300 and _OTHERS.search(said):
            return False
        if above.tag == "a" and above.get("href") and not element.get("rel"):
            return position < 1
    return True


def _spaced(element: HtmlElement) -> str:
    """The text of an element with its parts apart: names in neighbouring elements never run together."""
    parts = []
    for part in element.itertext():
        parts.append(part[:500])
        if sum(map(len, parts)) > 400:
            break
    pieces = [one_line(part) for part in parts]
    kept = [piece for piece in pieces if piece]
    return _joined(kept)


def _joined(pieces: list[str]) -> str:
    line = ""
    for piece in pieces:
        apart = line and line[-1].isalnum() and piece[0].isalnum()
        follows_name = apart and _looks_named(line.rsplit(",", 1)[-1]) and _looks_named(piece)
        line += (", " if follows_name else " ") * bool(line) + piece
    return line


def _looks_named(piece: str) -> bool:
    words = piece.split()
    return len(words) >= 2 and all(word[0].isupper() for word in words[-2:])


def _unique(several: Iterable[str]) -> tuple[str, ...]:
    return tuple({folded(name): name for name in reversed(list(several))}.values())[::-1]
