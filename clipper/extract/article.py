"""Document -> Article: body, cleaner, fields and judgement put together in one order."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from clipper.extract import RULES
from clipper.extract import fields as field_room
from clipper.extract.body import Block, find_body
from clipper.extract.cleaner import Cleaned, clean, read_time
from clipper.extract.document import Document, Node
from clipper.extract.judge import judge
from clipper.extract.seen import count_words
from clipper.records import Article, Removed
from clipper.text import lines as paragraphs_of
from clipper.text import one_line, safe

_NEXT_TO_NOTHING, _WORTH_IT = 25, 60
_SHORT_LINES = ("p", "div", "td", "span", "font", "li", "small", "i", "em")


def html_article(document: Document, *, learned: frozenset[str] = frozenset()) -> Article:
    """The article of a parsed page; raises ExtractError when it is none."""
    fields = field_room.read(document)
    body = find_body(document, title=fields.title, description=fields.description or None)
    blocks, rescue = _or_declared(body.blocks, fields)
    cleaned = clean(
        blocks,
        title=fields.title,
        language=fields.language.value or None,
        captions=body.captions,
        learned=learned,
    )
    laid = laid_out(cleaned)
    lines = [line for line, _ in laid]
    doubts = judge(document, title=fields.title, lines=lines, links=_linked(cleaned))
    timestamp = cleaned.page_timestamp or _timestamp(document, fields, body.removed)
    published = "" if _is_page_time(fields, timestamp) else fields.published
    spoken = field_room.read_text(fields, lines, cleaned.credited)
    return Article(
        url=fields.url,
        canonical_url=fields.canonical_url or fields.url,
        title=fields.title or _first_words(lines),
        authors=fields.authors,
        published=published or None,
        modified=fields.modified or None,
        page_timestamp=timestamp,
        source=fields.source,
        credited=spoken.credited or None,
        language=spoken.language or None,
        section=fields.section or None,
        image=fields.image or None,
        dateline=spoken.dateline or None,
        slug=fields.slug or None,
        text="\n".join(line for line, _ in laid),
        layout="".join(kind for _, kind in laid),
        captions=unique((*body.captions, *cleaned.captions)),
        removed=tuple(_safe(one) for one in (*body.removed, *cleaned.removed)),
        warnings=tuple(
            map(one_line, (*fields.warnings, *body.warnings, *cleaned.warnings, *doubts, *rescue))
        ),
        origins=_origins(fields, spoken, published),
        rules=RULES,
    )


def _timestamp(document: Document, fields: field_room.Fields, removed: Iterable[Removed]) -> str | None:
    """The time in a line that is nothing but a time, where the body was chosen without that line.

    Looked for only where no date was declared; several such lines with different times belong to a list.
    """
    language = fields.language.value or None
    for one in removed:
        if moment := read_time(one.text, language):
            return moment
    if fields.published:
        return None
    lines = (one_line((part.text or "")[:80]) for part in document.tree.iter(*_SHORT_LINES) if len(part) == 0)
    found = {time for line in lines if any(map(str.isdigit, line)) and (time := read_time(line, language))}
    return found.pop() if len(found) == 1 else None


def _or_declared(
    blocks: Sequence[Block], fields: field_room.Fields
) -> tuple[Sequence[Block], tuple[str, ...]]:
    """The blocks, or where the page shows next to nothing the whole text that JSON-LD declares.

    ``articleBody`` is often a teaser, so that it never replaces a text; pages that a script fills carry
    it whole.
    """
    shown = sum(count_words(block.text) for block in blocks)
    declared = next((text for node in fields.evidence.nodes[:2] if (text := _declared_text(node))), "")
    if shown > _NEXT_TO_NOTHING or count_words(declared) < max(_WORTH_IT, 3 * shown):
        return blocks, ()
    return blocks_of(paragraphs_of(declared)), ("The text is the one that the page declares in JSON-LD.",)


def _declared_text(node: Node) -> str:
    text = node.get("articleBody")
    return re.sub(r"<[^>]{1,300}>", "\n", html.unescape(text)) if isinstance(text, str) else ""


def _is_page_time(fields: field_room.Fields, timestamp: str | None) -> bool:
    """Whether the date was only found by searching, and the line it stands in is the time of the page."""
    searched = fields.origins.get("published", "").startswith("htmldate")
    return bool(searched and timestamp and timestamp[:10] == fields.published[:10])


def laid_out(cleaned: Cleaned) -> list[tuple[str, str]]:
    """The lines that the cleaner kept, made safe, each with its letter of ``Article.layout``."""
    return [(line, block.kind) for block in cleaned.kept if (line := one_line(block.text))]


def unique(several: Iterable[str]) -> tuple[str, ...]:
    """Lines made safe, without empty ones and repetitions, in order."""
    return tuple(dict.fromkeys(line for line in map(one_line, several) if line))


def blocks_of(lines: Sequence[str]) -> tuple[Block, ...]:
    """Lines of plain text as blocks for the cleaner."""
    return tuple(Block(line) for line in lines)


def _linked(cleaned: Cleaned) -> float:
    size = sum(len(block.text) for block in cleaned.kept)
    return sum(len(block.text) * block.linked for block in cleaned.kept) / size if size else 0.0


def _first_words(lines: Sequence[str]) -> str:
    """A name for a story without a headline: the beginning of its text."""
    words = (lines[0] if lines else "").split()
    return " ".join(words[:12]) + ("…" if len(words) > 12 else "")


def _origins(fields: field_room.Fields, spoken: field_room.Spoken, published: str) -> dict[str, str]:
    origins = {**fields.origins, **spoken.origins}
    if not fields.title:
        origins["title"] = "text"
    if not published:
        origins.pop("published", None)
    return origins


def _safe(removed: Removed) -> Removed:
    return Removed(removed.rule, safe(removed.text))
