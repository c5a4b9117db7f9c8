"""PDF -> Article: rows joined to paragraphs; the document's title, author and date where they make sense."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from clipper.errors import ExtractError
from clipper.extract.fields import names
from clipper.extract.fields.moments import is_after, moment
from clipper.extract.plain import Declared, article_of_lines
from clipper.patterns import pattern
from clipper.records import Article, Page
from clipper.text import folded, one_line

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 300
_PAGE_NUMBER = pattern(r"^\W*(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?\W*$", re.IGNORECASE)
_JUNK_TITLE = pattern(
    r"^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|document\d*|.*\.(?:docx?|pdf|indd|qxd|rtf|odt|"
    r"pptx?|tex|dvi|html?)|\W*|"
    r"[\w-]{1,12}\d{3,}[\w-]*|slide 1|powerpoint presentation|print|layout \d|title|none|null)$",
    re.IGNORECASE,
)
_SENTENCE_END = pattern(r"[.!?:;”\"’»)\]。！？]$")


def pdf_article(page: Page, *, learned: frozenset[str] = frozenset()) -> Article:
    """The article of a PDF.

    Running heads, page numbers and hyphens at line ends go; metadata is believed only where it looks like
    a title, a person, a day before the fetch. Raises ExtractError: ``pdf-support`` without pypdf,
    ``pdf-locked``, ``pdf-damaged``, ``empty`` for a scan without text.
    """
    reader = _reader(page.body)
    pages = _texts(reader)
    lines = joined(_without_furniture(pages))
    if sum(map(len, lines)) < 40:
        raise ExtractError(
            "The PDF holds pictures of text and no text. Run it through a text recognition program first.",
            "empty",
        )
    title, origin, rest = _title(reader, lines)
    authors, published = _authors(reader), _date(reader, page)
    origins = (
        ("authors", "pdf:Author" if authors else ""),
        ("published", "pdf:CreationDate" if published else ""),
    )
    declared = Declared(
        title,
        origin,
        url=page.final_url or page.requested_url,
        authors=authors,
        published=published,
        origins=tuple(pair for pair in origins if pair[1]),
    )
    return article_of_lines(rest, declared, learned=learned)


def _reader(body: bytes) -> PdfReader:
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError:
        raise ExtractError(
            "Reading PDF files needs one more package: pip install 'clipper[pdf]'", "pdf-support"
        ) from None
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        locked = reader.is_encrypted and not reader.decrypt("")
        len(reader.pages)
    except (PyPdfError, *_DAMAGE) as error:
        raise ExtractError(
            "The PDF is damaged and cannot be read. Fetch or save it again.", "pdf-damaged"
        ) from error
    if locked:
        raise ExtractError(
            "The PDF is locked by a password. Save a copy without one and clip that.", "pdf-locked"
        )
    return reader


# What pypdf lets out on damaged files besides its own errors.
_DAMAGE = (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, NotImplementedError,
           OSError, AssertionError, OverflowError, ZeroDivisionError, UnicodeError, EOFError)  # fmt: skip


def _texts(reader: PdfReader) -> list[list[str]]:
    from pypdf.errors import PyPdfError

    pages: list[list[str]] = []
    for number, sheet in enumerate(reader.pages):
        if number >= _MOST_PAGES:
            break
        try:
            text = sheet.extract_text() or ""
        except (PyPdfError, *_DAMAGE):
            continue
        pages.append([one_line(row) for row in text.split("\n")])
    return pages


def _without_furniture(pages: Sequence[list[str]]) -> list[str]:
    """The rows of all pages without page numbers and without what stands at the edge of most pages."""
    edges = Counter(
        re.sub(r"\d+", "#", folded(row))
        for rows in pages
        for row in {*[r for r in rows if r][:2], *[r for r in rows if r][-2:]}
    )
    often = {row for row, count in edges.items() if count >= 3 and count * 2 >= len(pages)}
    kept: list[str] = []
    for rows in pages:
        for row in rows:
            if not _PAGE_NUMBER.match(row) and re.sub(r"\d+", "#", folded(row)) not in often:
                kept.append(row)
    return kept


def joined(rows: Sequence[str]) -> list[str]:
    """Rows as a PDF breaks them, joined: a short row that ends a sentence ends its paragraph."""
    widths = sorted(len(row) for row in rows if row)
    full = widths[int(len(widths) * 0.8)] if widths else 0
    found: list[str] = []
    open_line = ""
    for row in rows:
        if not row:
            if open_line and _SENTENCE_END.search(open_line):
                found.append(open_line)
                open_line = ""
            continue
        if open_line and (_starts_anew(open_line, row)):
            found.append(open_line)
            open_line = ""
        open_line = _appended(open_line, row)
        if len(row) < full * 0.8 and _SENTENCE_END.search(row):
            found.append(open_line)
            open_line = ""
    return [*found, open_line] if open_line else found


def _starts_anew(before: str, row: str) -> bool:
    heading = (
        len(before) < 60 and not _SENTENCE_END.search(before) and before[:1].isupper() and row[:1].isupper()
    )
    return heading or row[:1] in "•–▪●"


def _appended(before: str, row: str) -> str:
    if before.endswith("-") and before[-2:-1].isalpha() and row[:1].islower():
        return before[:-1] + row
    return f"{before} {row}" if before else row


def _title(reader: PdfReader, lines: list[str]) -> tuple[str, str, list[str]]:
    declared = one_line(_meta(reader, "/Title"))
    first = lines[0] if len(lines) > 1 and len(lines[0]) <= 200 else ""
    if declared and not _JUNK_TITLE.match(declared) and len(declared) > 5:
        same = first and folded(first) in folded(declared)
        return declared, "pdf:Title", lines[1:] if same else lines
    return (first, "first line", lines[1:]) if first else ("", "text", lines)


def _authors(reader: PdfReader) -> tuple[str, ...]:
    said = names.split_byline(_meta(reader, "/Author"))
    return tuple(name for name in said if " " in name and names.is_person(name, frozenset()))


def _date(reader: PdfReader, page: Page) -> str:
    match = re.match(
        r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:([+-]\d{2})'?(\d{2})|(Z))?",
        _meta(reader, "/CreationDate"),
    )
    if not match:
        return ""
    year, month, day, hour, minute, second, east, past, zulu = match.groups()
    clock = f"T{hour}:{minute}:{second or '00'}" if hour else ""
    zone = "+00:00" if zulu else f"{east}:{past}" if east else ""
    iso = moment(f"{year}-{month}-{day}{clock}{zone if clock else ''}")
    return "" if not iso or is_after(iso, page.fetched_at) else iso


def _meta(reader: PdfReader, key: str) -> str:
    try:
        metadata: Any = reader.metadata
        found: Any = metadata.get(key) if metadata else None
    except _DAMAGE:
        return ""
    return one_line(str(found)) if found is not None else ""
