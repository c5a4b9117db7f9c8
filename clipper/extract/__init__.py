"""Page -> Article: body, fields with where they came from, and the judgement whether it is one at all."""

from __future__ import annotations

from datetime import UTC, datetime

from clipper.extract.document import Document, parse
from clipper.records import Article, Page, Source
from clipper.text import one_line

__all__ = ["RULES", "Document", "extract", "parse"]

# The version of the rules that make a text; `clipper reextract --outdated` goes by it.
RULES = "1"


def extract(page: Page | bytes, url: str | None = None, *, learned: frozenset[str] = frozenset()) -> Article:
    """The article of a page.

    ``page`` is a Page or the bytes of a file; ``url`` the address of the story if the page does not
    know it; ``learned`` lines that recur on this site and are no part of any story. Raises
    ExtractError when the page is no article.
    """
    if isinstance(page, bytes):
        page = _local(page, url)
    document = parse(page)
    return _html_article(document)


def _local(body: bytes, url: str | None) -> Page:
    return Page(url or "", url or "", datetime.now(UTC), 200, "text/html", None, (), body)


def _html_article(document: Document) -> Article:
    import copy

    import trafilatura

    found = trafilatura.bare_extraction(copy.deepcopy(document.tree), include_comments=False)
    text = (getattr(found, "text", "") or "").strip()
    lines = [one_line(line) for line in text.split("\n") if one_line(line)]
    return Article(
        url=document.url,
        canonical_url=document.url,
        title=document.first("og:title", "twitter:title"),
        authors=(),
        published=None,
        modified=None,
        page_timestamp=None,
        source=Source("", document.first("og:site_name")),
        credited=None,
        language=None,
        section=None,
        image=None,
        dateline=None,
        slug=None,
        text="\n".join(lines),
        layout="p" * len(lines),
        captions=(),
        removed=(),
        warnings=(),
        origins={},
        rules=RULES,
    )
