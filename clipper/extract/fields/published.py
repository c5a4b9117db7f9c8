"""Document -> when it was published and changed: from declarations, never from running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from clipper.extract.document import Node
from clipper.extract.fields import jsonld
from clipper.extract.fields.evidence import Evidence, wraps_page
from clipper.extract.fields.found import NOTHING, Found
from clipper.extract.fields.moments import days_apart, is_after, moment
from clipper.patterns import pattern
from clipper.text import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "article:published:time",
    "og:article:published_time",
    "http://ogp.me/ns/article#published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:recs:published_time",
    "cxenseparse:publishtime",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_at",
    "published-date",
    "published_date",
    "publisheddate",
    "content:publishdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date.available",
    "date.created",
    "pubdate",
    "pub_date",
    "ptime",
    "displaydate",
    "originalpublicationdate",
    "article_date_original",
    "article.published",
    "article:post_date",
    "release_date",
    "citation_publication_date",
    "citation_date",
    "rbpubdate",
    "analyticsattributes.articledate",
    "bt:pubdate",
    "date",
    "created",
    "uploaddate",
    "shareaholic:article_published_time",
    "cse_pubdate",
    "srf.date",
)
_MODIFIED = (
    "article:modified_time",
    "article:modified",
    "article:modified:time",
    "og:article:modified_time",
    "http://ogp.me/ns/article#modified_time",
    "datemodified",
    "og:updated_time",
    "article:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "date.modified",
    "date.updated",
    "lastmod",
    "last-updated",
    "lastupdate",
    "sailthru.expire_date_off",
    "revised",
    "utime",
)
_DATED_CLASS = pattern(
    r"publi|posted|pub-?date|entry-date|post-date|date-?line|byline|timestamp|meta|date|datum|fecha|"
    r"data\b|time\b|info|"
    r"article-header|created|issued|reporter|info-text|veroeffentlicht",
    re.IGNORECASE,
)
_DATED_WORD = pattern(
    r"\W*(?:published|posted|first published|publié|veröffentlicht|publicado|publicada|pubblicato|"
    r"gepubliceerd|"
    r"publicerad|publisert|udgivet|offentliggjort|julkaistu|opublikowano|опубликовано|опубліковано|yayın|"
    r"diterbitkan|"
    r"date|datum|fecha|掲載|公開|입력|승인|등록|发布)",
    re.IGNORECASE,
)
_NOT_DATES = pattern(
    r"comment|related|teaser|(?<!v)card|(?<!out-)(?<!no-)(?<!has-)(?<!with-)sidebar|recommend|"
    r"(?<!post-)(?<!entry-)(?<!article-)footer|"
    r"promo|most|latest|popular|newsletter|widget|"
    r"breadcrumb|weather|current|today|clock|update|modif|event|player|duration|copyright",
    re.IGNORECASE,
)
_CHANGED = pattern(
    r"updated?\b|modifi|revised|aktualisiert|geändert|stand\b|mis à jour|mise à jour|actualiz|aggiorn|"
    r"atualizad|"
    r"bijgewerkt|gewijzigd|oppdatert|uppdatera|opdateret|päivitetty|aktualiz|обновлен|оновлен|güncel|"
    r"diperbarui|"
    r"更新|수정|最終|最后",
    re.IGNORECASE,
)
_FOREIGN_PARTS = frozenset(("nav", "footer", "aside", "form", "blockquote", "figure", "figcaption"))
_ADDRESS_DATE = pattern(
    r"[/=_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=\D|"
    r"$))(?=[/_.?-]|$)"
    r"|[/=_-]((?:19|20)\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*/(\d{1,2})(?=/)",
    re.IGNORECASE,
)


class Dates(NamedTuple):
    """When the story was published and changed (ISO 8601 with origin), and what did not fit together."""

    published: Found
    modified: Found
    warnings: tuple[str, ...]


def find_dates(evidence: Evidence) -> Dates:
    """When the story was published and when it was changed.

    The order of evidence for ``published``: JSON-LD, meta elements, microdata, a time element near the
    headline, a line with a date near the headline, the date in the address, htmldate where the page
    itself confirms it. Nothing later than the fetch is believed. Two declarations more than a day apart
    become a warning.
    """
    limit = evidence.document.page.fetched_at
    warnings: list[str] = []
    declared: list[Found] = []
    for one in _declared(evidence):
        if is_after(one.value, limit):
            warnings.append(
                f"The page says it was published on {one.value[:10]} ({one.origin}), after it was fetched."
            )
        else:
            declared.append(one)
    published = declared[0] if declared else _first_sane(_printed(evidence), evidence)
    warnings += _conflict(published, declared)
    modified = _first_sane(_changed(evidence), evidence)
    return Dates(published, modified, tuple(dict.fromkeys(warnings)))


def _conflict(published: Found, declared: list[Found]) -> list[str]:
    """One sentence when the head of the page declares another day than the one that was taken."""
    trusted = (
        "meta:article:published_time",
        "json-ld:datePublished",
        "meta:datepublished",
        "meta:parsely-pub-date",
    )
    for other in declared[1:]:
        elsewhere = other.origin in trusted and other.origin.split(":")[0] != published.origin.split(":")[0]
        if elsewhere and days_apart(published.value, other.value) > 1:
            return [
                f"The page declares two dates: {published.value[:10]} ({published.origin}) "
                f"and {other.value[:10]} ({other.origin})."
            ]
    return []


def _first_sane(several: Iterable[Found], evidence: Evidence) -> Found:
    limit = evidence.document.page.fetched_at
    return next((one for one in several if not is_after(one.value, limit)), NOTHING)


def _declared(evidence: Evidence) -> Iterator[Found]:
    nodes = evidence.nodes
    yield from _from_nodes(nodes, "datePublished", evidence.locale)
    yield from _from_meta(evidence, _PUBLISHED)
    yield from _from_nodes(nodes, "dateCreated", evidence.locale)
    yield from _from_nodes(nodes, "uploadDate", evidence.locale)


def _from_nodes(nodes: Iterable[Node], key: str, locale: str) -> Iterator[Found]:
    for node in nodes:
        value = moment(jsonld.text(node.get(key)), locale)
        if value:
            yield Found(value, f"json-ld:{key}")


def _from_meta(evidence: Evidence, order: tuple[str, ...]) -> Iterator[Found]:
    for name in order:
        for content in evidence.document.meta.get(name, ())[:1]:
            value = moment(content, evidence.locale) if len(content) < 60 else ""
            if value:
                yield Found(value, f"meta:{name}")


def _printed(evidence: Evidence) -> Iterator[Found]:
    yield from _microdata(evidence, "datePublished")
    yield from _near_headline(evidence)
    yield from _in_address(evidence.document.url)
    yield from _by_htmldate(evidence)


def _microdata(evidence: Evidence, key: str) -> Iterator[Found]:
    for element in evidence.document.tree.xpath("//*[@itemprop=$key]", key=key)[:5]:
        value = moment(_time_of(element), evidence.locale)
        if value and not _elsewhere(element):
            yield Found(value, f"itemprop:{key}")


def _time_of(element: HtmlElement) -> str:
    declared = element.get("datetime") or element.get("content") or element.get("data-datetime")
    if element.tag == "abbr":
        declared = declared or element.get("title")
    return declared or one_line(element.text_content())[:120]


def _near_headline(evidence: Evidence) -> Iterator[Found]:
    """Time elements, then short lines with a date, below the headline and then right above it.

    What says "updated" waits until nothing else is left: many pages print only that.
    """
    for zone in (evidence.head, evidence.above[::-1]):
        times = [element for element in zone if element.tag == "time" and not _elsewhere(element)]
        for element in sorted(times, key=_says_changed):
            value = moment(_time_of(element), evidence.locale)
            if value:
                yield Found(value, "time")
        yield from _lines(zone, evidence.locale)


def _lines(zone: Iterable[HtmlElement], locale: str) -> Iterator[Found]:
    late: list[Found] = []
    for element in zone:
        words = element.text or ""
        if len(element) > 12 or not (words.strip() or len(element)):
            continue
        for line in _parts(element):
            if not 6 <= len(line) <= 110 or not any(letter.isdigit() for letter in line):
                continue
            value = moment(line, locale)
            if value and _is_date_line(element, line) and not _elsewhere(element):
                one = Found(value, "line near the headline")
                if _CHANGED.search(line):
                    late.append(one)
                else:
                    yield one
    yield from late


def _parts(element: HtmlElement) -> list[str]:
    """The text of an element, and where line breaks part it also its lines."""
    if len(element) == 0:
        return [one_line((element.text or "")[:300])]
    whole = one_line(element.text_content()[:300])
    rows = (
        [element.text, *(child.tail for child in element)]
        if next(element.iter("br"), None) is not None
        else []
    )
    return [whole, *(one_line(row[:200]) for row in rows if row and not row.isspace())]


def _is_date_line(element: HtmlElement, line: str) -> bool:
    """A line is a date line when its class says so or when hardly anything but a date stands in it."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _NOT_DATES.search(said):
        return False
    words = [word for word in line.split() if word[0].isalpha() and len(word) > 2]
    return len(words) <= (9 if _DATED_CLASS.search(said) or _DATED_WORD.match(line) else 3)


def _says_changed(element: HtmlElement) -> bool:
    above = element.getparent()
    said = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.text or ''}"
    if above is not None:
        said += f" {above.get('class') or ''} {above.text or ''}"
        before = element.getprevious()
        said += f" {(before.text or '')[-40:] + (before.tail or '')[-40:]}" if before is not None else ""
    return bool(_CHANGED.search(said))


def _elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a part of the page that is not about this story."""
    for number, above in enumerate(element.iterancestors()):
        if above.tag in _FOREIGN_PARTS and not (above.tag == "form" and wraps_page(above)):
            return True
        if above.tag in ("body", "main") or number > 8:
            return False
        said = f"{above.get('class') or ''} {above.get('id') or ''}"
        if len(said) < 200 and above.tag != "article" and _NOT_DATES.search(said):
            return True
    return False


def _in_address(url: str) -> Iterator[Found]:
    for match in _ADDRESS_DATE.finditer(url.split("?", 1)[0]):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        value = moment(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}")
        if value:
            yield Found(value, "address")
            return


def _by_htmldate(evidence: Evidence) -> Iterator[Found]:
    """htmldate's find, where a short line or a time element of the page says the same day.

    The library (Barbaresi 2020, doi:10.21105/joss.02439) knows many layouts, but it also reads days out of
    scripts, footers and running text: what the page does not print as a date is not believed.
    """
    import copy

    from htmldate import find_date

    document = evidence.document
    if not re.search(rb"\b(?:19|20)\d{2}\b", document.page.body):
        return
    try:
        day = find_date(
            copy.deepcopy(document.tree),
            extensive_search=False,
            original_date=True,
            deferred_url_extractor=True,
        )
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return
    if day and _confirmed(evidence, day):
        yield Found(day, "htmldate:confirmed")


def _confirmed(evidence: Evidence, day: str) -> bool:
    for element in evidence.document.tree.iter("time", "span", "div", "p", "li", "td", "small", "em"):
        if len(element) > 2 or len(element.text or "") > 80:
            continue
        said = f"{element.get('class') or ''} {element.get('id') or ''}"
        marked = element.tag == "time" or bool(_DATED_CLASS.search(said))
        if marked and moment(_time_of(element), evidence.locale)[:10] == day and not _elsewhere(element):
            return True
    return False


def _changed(evidence: Evidence) -> Iterator[Found]:
    yield from _from_nodes(evidence.nodes, "dateModified", evidence.locale)
    yield from _from_meta(evidence, _MODIFIED)
    yield from _microdata(evidence, "dateModified")
    for element in evidence.head:
        if element.tag == "time" and _says_changed(element) and not _elsewhere(element):
            value = moment(_time_of(element), evidence.locale)
            if value:
                yield Found(value, "time")
