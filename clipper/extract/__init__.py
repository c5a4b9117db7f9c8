"""Page -> Article: body, fields with where they came from, and the judgement whether it is one at all."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType
from typing import TYPE_CHECKING

from clipper.records import Article, Page

if TYPE_CHECKING:
    from clipper.extract.document import Document

__all__ = ["RULES", "extract", "parse"]

# The version of the rules that make a text; `clipper reextract --outdated` goes by it.
RULES = "1"

_MARKUP = re.compile(
    rb"(?i)<(?:!doctype|html|head|body|title|meta|article|div|p|h1|h2|section|table)\b[^<]*>"
)
_MAIL_HEADER = re.compile(
    rb"\A(?:>?From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.DOTALL
)
_MAIL_NAMES = re.compile(rb"(?im)^(?:from|received|message-id|mime-version|return-path|delivered-to):")


def extract(page: Page | bytes, url: str | None = None, *, learned: frozenset[str] = frozenset()) -> Article:
    """The article of a page, a text, a PDF or an e-mail.

    ``page`` is a Page, or the bytes of a file whose kind is told from its beginning; ``url`` is the
    address of the story if the page does not know it; ``learned`` are lines that recur on this site and
    belong to no story. Nothing is fetched. Raises ExtractError, with its kind, when there is no article.
    """
    if isinstance(page, bytes):
        page = local_page(page, url)
    elif url and not page.final_url:
        page = replace(page, requested_url=url, final_url=url)
    if page.media_type == "application/pdf" or page.body[:1024].lstrip().startswith(b"%PDF-"):
        from clipper.extract.pdf import pdf_article

        return pdf_article(page, learned=learned)
    if page.media_type == "message/rfc822":
        from clipper.extract.mail import mail_article

        return mail_article(page, learned=learned)
    if page.media_type == "text/plain" and not is_markup(page.body):
        from clipper.extract.plain import text_article

        return text_article(page, learned=learned)
    from clipper.extract.article import html_article

    return html_article(parse(page), learned=learned)


def parse(page: Page) -> Document:
    """A page decoded and parsed once; see `clipper.extract.document.parse`."""
    from clipper.extract.document import parse as parse_page

    return parse_page(page)


def local_page(body: bytes, url: str | None = None) -> Page:
    """The bytes of a file as a Page; its kind is told from how it begins."""
    address = url or ""
    return Page(address, address, datetime.now(UTC), 200, media_type_of(body), None, (), body)


def media_type_of(body: bytes) -> str:
    """The media type that a file's first bytes speak for: PDF, e-mail, HTML or else plain text."""
    head = body[:4096]
    if head.lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    if _MAIL_HEADER.match(head) and _MAIL_NAMES.search(head):
        return "message/rfc822"
    return "text/html" if is_markup(body) else "text/plain"


def is_markup(body: bytes) -> bool:
    """Whether a file has HTML's elements near its beginning (UTF-16 is looked through)."""
    return bool(_MARKUP.search(body[:8192].replace(b"\x00", b"")))


class _Room(ModuleType):
    """Lets ``clipper.extract(page)`` work although importing this room puts the module under that name."""

    def __call__(
        self, page: Page | bytes, url: str | None = None, *, learned: frozenset[str] = frozenset()
    ) -> Article:
        return extract(page, url, learned=learned)


sys.modules[__name__].__class__ = _Room
