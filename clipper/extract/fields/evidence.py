"""Document -> Evidence: what several fields are judged by, gathered once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from clipper.extract.document import Document, Node
from clipper.extract.fields import jsonld
from clipper.extract.fields.names import house_names
from clipper.patterns import pattern
from clipper.text import folded, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A paragraph of this many characters is running text; the second one below the headline ends the head
# of a story.
_LONG = 150
_TITLE_CLASS = pattern(r"(?:^|[\s_-])(?:post|entry|article|story|page)[_-]?(?:title|headline)\b|\bheadline\b")
_MUCH, _LARGEST_HEAD, _LARGEST_ABOVE = 500, 400, 40
_TAGS = ("h1", "p", "div", "span", "time", "a", "li", "address", "em", "strong", "small", "h2", "h3", "h4",
         "h5", "dl", "dd", "td", "section", "i", "b", "font", "ul", "abbr")  # fmt: skip
_NAMES = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "al:android:app_name",
    "al:ios:app_name",
    "twitter:app:name:iphone",
    "publisher",
    "dc.publisher",
    "cre",
)
# Where English is written with the day first, by the last part of the address.
_DAY_FIRST = frozenset(
    [
        "uk",
        "au",
        "nz",
        "ie",
        "in",
        "za",
        "ng",
        "ke",
        "gh",
        "pk",
        "bd",
        "lk",
        "sg",
        "my",
        "hk",
        "mt",
        "zw",
        "ug",
        "tz",
        "zm",
        "na",
        "jm",
        "eu",
    ]
)


@dataclass(frozen=True, eq=False)
class Evidence:
    """A document with what several fields need.

    ``nodes`` are the JSON-LD nodes that may describe the story, likeliest first; ``house`` the folded
    names of the site, ``site_names`` as written; ``headings`` the first-level headings; ``locale`` the
    page's language with its region where one is known (``en-gb``).
    """

    document: Document
    nodes: tuple[Node, ...]
    site_names: tuple[str, ...]
    house: frozenset[str]
    headings: tuple[HtmlElement, ...]
    locale: str

    @cached_property
    def _around(self) -> tuple[tuple[HtmlElement, ...], tuple[HtmlElement, ...]]:
        return _head(self)

    @property
    def head(self) -> tuple[HtmlElement, ...]:
        """The elements between the headline and the story's second long paragraph, in page order."""
        return self._around[1]

    @property
    def above(self) -> tuple[HtmlElement, ...]:
        """The elements right before the headline, in page order."""
        return self._around[0]


def gather(document: Document) -> Evidence:
    """Collect the evidence of one page."""
    nodes = jsonld.story_nodes(document)
    site_names = tuple(dict.fromkeys(name for name in _site_names(document, nodes) if name))
    host = _host(document.url)
    labels = (host, *host.split(".")[:-1][-2:]) if host else ()
    return Evidence(
        document=document,
        nodes=nodes,
        site_names=site_names,
        house=house_names((*site_names, *(label for label in labels if len(label) > 2))),
        headings=_headings(document.tree),
        locale=_locale(document, host),
    )


def _headings(tree: HtmlElement) -> tuple[HtmlElement, ...]:
    """The first-level headings that are no logo, or else what is marked as the title of a post."""
    found = tuple(heading for heading in tree.iter("h1") if not _is_logo(heading))
    if found:
        return found
    marked = (heading for heading in tree.iter("h2", "h3") if _TITLE_CLASS.search(heading.get("class") or ""))
    return tuple(islice(marked, 1)) or tuple(tree.iter("h1"))


def _is_logo(heading: HtmlElement) -> bool:
    """Whether a heading is nothing but a link to the front page."""
    link = next(heading.iter("a"), None)
    if link is None or one_line(link.text_content()[:300]) != one_line(heading.text_content()[:300]):
        return False
    try:
        return urlsplit(link.get("href") or "").path in ("", "/") and bool(link.get("href"))
    except ValueError:
        return False


def _site_names(document: Document, nodes: tuple[Node, ...]) -> list[str]:
    said = [document.first(name) for name in _NAMES[:1]]
    said += [jsonld.text(node.get("publisher")) for node in nodes[:3]]
    for node in document.json_ld[:60]:
        kinds = jsonld.types(node)
        if any(kind in ("WebSite", "NewsMediaOrganization", "Organization") for kind in kinds):
            said += [jsonld.text(node.get("name")), jsonld.text(node.get("alternateName"))]
    said += [document.first(name) for name in _NAMES[1:]]
    return [name for name in said if name and len(name) <= 60 and "http" not in name]


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


def _locale(document: Document, host: str) -> str:
    declared = one_line(document.language or document.first("og:locale", "content-language", "dc.language"))
    known = declared.lower().replace("_", "-").split(",")[0].strip()
    region = document.first("og:locale").lower().replace("_", "-")
    if known == "en" and region.startswith("en-"):
        return region
    last = host.rsplit(".", 1)[-1]
    return "en-gb" if known.startswith("en") and last in _DAY_FIRST else known


def _head(evidence: Evidence) -> tuple[tuple[HtmlElement, ...], tuple[HtmlElement, ...]]:
    """The elements right before the headline, and those below it down to running text."""
    heading = _headline(evidence)
    if heading is None:
        return (), tuple(_until_text(evidence.document.tree.iter(*_TAGS)))
    above = tuple(islice(_before(heading), _LARGEST_ABOVE))[::-1]
    return above, (heading, *_until_text(_after(heading)))


def _headline(evidence: Evidence) -> HtmlElement | None:
    """The first-level heading that equals a declared title, or else the first of three words or more."""
    said = {folded(evidence.document.first("og:title")), folded(evidence.document.title)}
    said |= {folded(jsonld.text(node.get("headline"))) for node in evidence.nodes[:2]}
    shown = [(heading, folded(heading.text_content()[:500])) for heading in evidence.headings[:20]]
    equal = (heading for heading, words in shown if words and words in said)
    longer = (heading for heading, words in shown if len(words.split()) > 2)
    return next(chain(equal, longer, (heading for heading, _ in shown)), None)


def _after(element: HtmlElement) -> Iterator[HtmlElement]:
    """What follows an element in page order, beginning inside it, without walking what stands before it."""
    yield from islice(element.iter(*_TAGS), 1, None)
    node: HtmlElement | None = element
    while node is not None:
        for sibling in node.itersiblings():
            yield from sibling.iter(*_TAGS)
        node = node.getparent()


def _before(element: HtmlElement) -> Iterator[HtmlElement]:
    """What stands before an element, the nearest first."""
    node: HtmlElement | None = element
    while node is not None:
        for sibling in node.itersiblings(preceding=True):
            yield from list(islice(sibling.iter(*_TAGS), 200))[::-1]
        node = node.getparent()


def _until_text(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Elements up to the second long paragraph, or to five hundred characters of short ones."""
    paragraphs = size = 0
    for number, element in enumerate(elements):
        yield element
        if element.tag == "p":
            size += len(element.text or "")
        if element.tag in ("p", "div") and _starts_long(element):
            paragraphs += 1
        if paragraphs > 1 or size > _MUCH or number > _LARGEST_HEAD:
            return


def wraps_page(form: HtmlElement) -> bool:
    """Whether a form holds the whole page, as those of ASP.NET sites do, and says nothing about its parts."""
    return next(form.iter("h1", "article", "main"), None) is not None


def _starts_long(element: HtmlElement) -> bool:
    first = element.text or ""
    if len(first) > _LONG:
        return True
    if element.tag != "p":
        return False
    size = len(first)
    for child in element:
        size += len(child.text or "") + len(child.tail or "")
    return size > _LONG
