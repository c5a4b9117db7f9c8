"""Feed item with its full text -> Article: what the feed declares goes before what the fragment shows."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import UTC, datetime

from clipper.errors import ExtractError
from clipper.extract import parse
from clipper.extract.article import html_article
from clipper.extract.fields import names
from clipper.extract.fields.moments import is_after, moment
from clipper.extract.fields.title import off_slug
from clipper.records import Article, Page, Source
from clipper.text import one_line
from clipper.urls import registered_domain


def extract_item(
    fragment: str,
    *,
    url: str,
    title: str,
    published: str = "",
    authors: tuple[str, ...] = (),
    source_name: str = "",
    language: str = "",
    learned: frozenset[str] = frozenset(),
) -> Article:
    """The article in a feed item that carries its whole text as HTML or plain text.

    ``url`` is the item's link, ``title`` its title, ``published`` its date in any usual form, ``authors``
    as the feed writes them, ``source_name`` the feed's title. Raises ExtractError, as for a page.
    """
    page = _page_of(fragment, url, title, language)
    article = html_article(parse(page), learned=learned)
    bare, slug = off_slug(one_line(title))
    people = tuple(name for line in authors for name in names.split_byline(line))
    people = tuple(name for name in people if names.is_person(name, frozenset()))
    date = moment(published, language)
    date = "" if date and is_after(date, page.fetched_at) else date
    declared = {"title": bare, "authors": people, "published": date, "source": source_name}
    return replace(
        article,
        title=bare or article.title,
        slug=slug or article.slug,
        authors=people or article.authors,
        published=date or article.published,
        source=Source(registered_domain(url), one_line(source_name) or article.source.name),
        origins={**article.origins, **{name: f"feed:{name}" for name, value in declared.items() if value}},
    )


def _page_of(fragment: str, url: str, title: str, language: str) -> Page:
    if not fragment.strip():
        raise ExtractError("The feed carries no text for this item. Fetch its address instead.", "empty")
    if "<" not in fragment:
        fragment = "".join(f"<p>{line}</p>" for line in fragment.splitlines() if line.strip())
    heading = html.escape(one_line(title))
    lang = f' lang="{html.escape(language)}"' if language else ""
    whole = (
        f"<!doctype html><html{lang}><head><title>{heading}</title></head>"
        f"<body><main><article><h1>{heading}</h1>{fragment}</article></main></body></html>"
    )
    body = whole.encode("utf-8", "replace")
    return Page(url, url, datetime.now(UTC), 200, "text/html", "utf-8", (), body)
