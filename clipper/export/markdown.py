"""Clippings and articles -> Markdown: notes with YAML front matter, one each or joined in one file.

Text of a page is escaped, so that it shows as it read and never becomes markup, a link or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from clipper.export.tables import json_text
from clipper.records import Article, Clipping, Person

# Characters that mean something anywhere in a line, and marks that mean something only where a line begins.
INLINE = re.compile(r"([\\`*_\[\]<>|~])")
LINE_START = re.compile(r"^(\s*)([#+=-]|\d+[.)])(?=\s|$|[-=])")


def escaped(text: str) -> str:
    """``text`` as Markdown that shows these very characters."""
    text = INLINE.sub(r"\\\1", text.replace("&", "&amp;"))
    return LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", text)


def body(article: Article) -> str:
    """The text as Markdown paragraphs: subheadings, quotations and lists as such."""
    lines = article.text.split("\n") if article.text else []
    layout = article.layout.ljust(len(lines), "p")
    starts = {"h": "## ", "q": "> ", "e": "> ", "l": "- "}
    parts: list[str] = []
    for kind, line in zip(layout, lines, strict=False):
        joint = "\n" if parts and kind == "l" == layout[len(parts) - 1] else "\n\n"
        parts.append((joint if parts else "") + starts.get(kind, "") + escaped(line))
    return "".join(parts)


def article_note(article: Article, people: Sequence[Person]) -> str:
    """One article as a note: front matter, title, text."""
    return note(article, people, {})


def clipping_note(clipping: Clipping) -> str:
    """One clipping as a note; its front matter names the archive's id, dates and the page's sha-256."""
    known = {
        "id": clipping.id,
        "dated": clipping.dated,
        "dated_from": clipping.dated_from,
        "added": clipping.added,
        "sha256": clipping.sha256,
    }
    return note(clipping.article, clipping.people, known)


def note(article: Article, people: Sequence[Person], known: dict[str, Any]) -> str:
    """Front matter (YAML whose values are JSON, which YAML 1.2 includes), a heading and the text."""
    front = {
        "title": article.title,
        **known,
        "published": article.published,
        "source": article.source.name or article.source.domain,
        "credited": article.credited,
        "authors": list(article.authors),
        "people": [person.name for person in people],
        "url": article.canonical_url or article.url,
        "language": article.language,
    }
    lines = [f"{key}: {json_text(value)}" for key, value in front.items() if value not in (None, "", [])]
    return "---\n" + "\n".join(lines) + f"\n---\n\n# {escaped(article.title)}\n\n{body(article)}\n"


def file_name(clipping: Clipping) -> str:
    """A file name that sorts by date, tells the story and is safe on every system."""
    words = re.sub(r"[^\w]+", "-", clipping.article.title.lower()).strip("-_")[:60].strip("-_")
    return f"{clipping.day}-{words or 'untitled'}-{clipping.id}.md"
