"""Plain text -> Article: the first line is the title, the rest paragraphs; nothing is invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.errors import ExtractError
from clipper.extract import RULES
from clipper.extract.article import blocks_of, laid_out, unique
from clipper.extract.cleaner import clean
from clipper.extract.document import MOST_BYTES, decode
from clipper.extract.fields.dateline import Dateline, find_dateline
from clipper.extract.fields.language import detect
from clipper.extract.fields.title import off_slug
from clipper.records import Article, Page, Source
from clipper.text import lines as lines_of
from clipper.text import one_line
from clipper.urls import registered_domain

_LONGEST_TITLE = 200
# A text that was wrapped by hand or by a mail program breaks its lines hereabouts.
_WRAPPED = (40, 100)


def text_article(page: Page, *, learned: frozenset[str] = frozenset()) -> Article:
    """The article of a text file: its first line is the title when it is short and the rest follows.

    There is no date: nothing in a text declares one. Raises ExtractError (``empty``, ``too-large``).
    """
    if len(page.body) > MOST_BYTES:
        raise ExtractError(
            "The text is too long for an article. Save the part you need in a file.", "too-large"
        )
    text, _ = decode(page.body, page.charset)
    found = paragraphs(text)
    title, rest = _titled(found)
    declared = Declared(title, url=page.final_url or page.requested_url)
    return article_of_lines(rest, declared, learned=learned)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text; lines that were only wrapped are joined again.

    Blank lines part paragraphs. Without blank lines, each line is a paragraph, unless nearly all of them
    break at the same width.
    """
    blocks = [
        block
        for block in re.split(r"\n[ \t\r\f\v]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
        if block.strip()
    ]
    found: list[str] = []
    for block in blocks:
        rows = lines_of(block)
        found += [_unwrapped(rows)] if _is_wrapped(rows) else rows
    return [line for line in found if line]


def _is_wrapped(rows: Sequence[str]) -> bool:
    """Whether lines break by width and not by sense: all but the last are long, and few end a sentence."""
    if len(rows) < 2:
        return False
    long = sum(_WRAPPED[0] <= len(row) <= _WRAPPED[1] for row in rows[:-1])
    ended = sum(row[-1] in '.!?:"”。」' for row in rows[:-1])
    return long >= 0.8 * (len(rows) - 1) and ended <= 0.5 * (len(rows) - 1)


def _unwrapped(rows: Sequence[str]) -> str:
    joined = rows[0]
    for row in rows[1:]:
        hyphen = joined.endswith("-") and joined[-2:-1].isalpha() and row[:1].islower()
        joined = joined[:-1] + row if hyphen else f"{joined} {row}"
    return joined


def _titled(found: Sequence[str]) -> tuple[str, Sequence[str]]:
    if len(found) > 1 and len(found[0]) <= _LONGEST_TITLE:
        return found[0], found[1:]
    return "", found


@dataclass(frozen=True, slots=True)
class Declared:
    """What is known of lines that are no HTML: "" and () for what nothing declares.

    ``origins`` names the declarations of ``authors`` and ``published``, ``title_origin`` that of the title.
    """

    title: str
    title_origin: str = "first line"
    url: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    origins: tuple[tuple[str, str], ...] = ()


def article_of_lines(
    lines: Sequence[str], declared: Declared, *, learned: frozenset[str] = frozenset()
) -> Article:
    """An article of lines that are no HTML, through the same cleaner.

    Raises ExtractError (``empty``) when no text is left.
    """
    language = detect("\n".join(lines[:40]))
    cleaned = clean(blocks_of(lines), title=declared.title, language=language or None, learned=learned)
    laid = laid_out(cleaned)
    if not any(any(map(str.isalpha, line)) for line, _ in laid):
        raise ExtractError("There is no text in the file. Give a file that holds the story.", "empty")
    title, slug = off_slug(one_line(declared.title))
    dateline = find_dateline([line for line, _ in laid])
    domain = registered_domain(declared.url)
    return Article(
        url=declared.url,
        canonical_url=declared.url,
        title=title or " ".join(laid[0][0].split()[:12]),
        authors=declared.authors,
        published=declared.published or None,
        modified=None,
        page_timestamp=cleaned.page_timestamp,
        source=Source(domain, domain),
        credited=cleaned.credited or dateline.agency or None,
        language=language or None,
        section=None,
        image=None,
        dateline=dateline.place or None,
        slug=slug or None,
        text="\n".join(line for line, _ in laid),
        layout="".join(kind for _, kind in laid),
        captions=unique(cleaned.captions),
        removed=cleaned.removed,
        warnings=cleaned.warnings,
        origins=_origins(declared, language, dateline, cleaned.credited),
        rules=RULES,
    )


def _origins(declared: Declared, language: str, dateline: Dateline, noted: str | None) -> dict[str, str]:
    named = {
        "title": declared.title_origin if declared.title else "text",
        "language": "text" if language else "",
        "dateline": "text" if dateline.place else "",
        "credited": "credit line" if noted else "dateline" if dateline.agency else "",
        "source": "address" if registered_domain(declared.url) else "",
    }
    return {**{name: origin for name, origin in named.items() if origin}, **dict(declared.origins)}
