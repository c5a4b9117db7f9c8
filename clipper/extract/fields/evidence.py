"""Document -> Evidence: what several fields are judged by, gathered once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from clipper.extract.document import Document, Node
from clipper.extract.fields import jsonld
from clipper.extract.fields.names import house_names
from clipper.text import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A paragraph of this many characters is running text; the second one below the headline ends the head
# of a story.
_LONG = 150
_MUCH, _LARGEST_HEAD = 500, 400
_MOST_ELEMENTS = 4000
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
        return _head(self.document.tree)

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
        headings=tuple(document.tree.iter("h1")),
        locale=_locale(document, host),
    )


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


def _head(tree: HtmlElement) -> tuple[tuple[HtmlElement, ...], tuple[HtmlElement, ...]]:
    """The elements around the headline: up to forty before it, and those below it down to running text."""
    before: list[HtmlElement] = []
    head: list[HtmlElement] = []
    paragraphs, size, seen = 0, 0, next(tree.iter("h1"), None) is None
    for number, element in enumerate(tree.iter(*_TAGS)):
        if element.tag == "h1" and not paragraphs and (not seen or len(head) < 200):
            before, head, size, seen = (before + head)[-40:], [element], 0, True
        else:
            head.append(element)
            if element.tag == "p":
                size += len(element.text or "")
            if element.tag in ("p", "div") and _starts_long(element):
                paragraphs += 1
        full = paragraphs > 1 or size > _MUCH or len(head) > _LARGEST_HEAD
        if (seen and full) or number > _MOST_ELEMENTS:
            break
    return tuple(before), tuple(head)


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
