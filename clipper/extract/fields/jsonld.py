"""JSON-LD nodes -> the one that describes this story, and plain values out of its many spellings."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from clipper.extract.document import Document, Node
from clipper.text import folded, one_line

_STORIES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "AdvertiserContentArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "TechArticle",
    "MedicalScholarlyArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "Report",
    "ClaimReview",
    "Review",
    "Recipe",
    "PressRelease",
)
_PAGES = ("WebPage", "ItemPage", "AboutPage", "MediaGallery", "ImageGallery", "VideoObject", "CreativeWork")


def types(node: Node) -> tuple[str, ...]:
    """The schema.org types of a node, without namespace."""
    said = node.get("@type")
    several = said if isinstance(said, list) else [said]
    return tuple(str(one).rsplit("/", 1)[-1] for one in several if isinstance(one, str))


def text(value: Any) -> str:
    """A JSON-LD value as one line of text: the first of a list, the name of an object; "" if it is none."""
    if isinstance(value, list):
        return next((found for found in map(text, value) if found), "")
    if isinstance(value, Mapping):
        return text(value.get("name") or value.get("@value") or value.get("url"))
    if isinstance(value, str):
        return one_line(html.unescape(value) if "&" in value else value)
    return ""


def several(value: Any) -> Iterator[Any]:
    """The members of a list, lists within it opened; a single value as a list of one; nothing for null."""
    if isinstance(value, list):
        for one in value[:100]:
            yield from several(one) if isinstance(one, list) and one is not value else (one,)
    elif value is not None:
        yield value


def story_nodes(document: Document) -> tuple[Node, ...]:
    """The nodes that may describe this story, the likeliest first.

    A page may carry the nodes of other stories too: a node that names this page's address or its
    headline goes before one that does not, an article before a web page, an early one before a late one.
    """
    title = folded(document.first("og:title", "twitter:title"))
    place = _path(document.url or document.first("og:url"))
    ranked = []
    for position, node in enumerate(document.json_ld[:400]):
        kind = _kind(types(node))
        if kind < 2:
            ranked.append((kind, -_closeness(node, place, title), position, node))
    ranked.sort(key=lambda entry: entry[:3])
    return tuple(entry[3] for entry in ranked)


def _kind(names: tuple[str, ...]) -> int:
    if any(name in _STORIES for name in names):
        return 0
    return 1 if any(name in _PAGES for name in names) else 2


def _closeness(node: Node, place: str, title: str) -> int:
    named = (node.get("url"), node.get("@id"), node.get("mainEntityOfPage"))
    same_place = bool(place) and any(_path(_address(value)) == place for value in named)
    headline = folded(text(node.get("headline")) or text(node.get("name")))
    same_title = len(headline) > 8 and (headline in title or title in headline) if title else False
    return 2 * same_place + same_title


def _address(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""
