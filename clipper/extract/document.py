"""Page -> Document: bytes decoded once, parsed once; the declarations that a page makes, side by side."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from clipper.errors import ExtractError
from clipper.patterns import pattern
from clipper.records import Page
from clipper.text import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = Mapping[str, Any]

# What clipper reads of one page: a hundred times the usual size still fits. Elements cost more than bytes:
# two million of them would keep every later step busy for a minute.
MOST_BYTES = 24_000_000
MOST_TAGS = 200_000
_LONGEST_META, _MOST_METAS = 5000, 100
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\f") + b"\x7f"
_META_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})")
_XML_CHARSET = re.compile(
    rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Browsers read these labels as their supersets, and so do the pages that wear them (WHATWG Encoding).
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
_JSON_HEAD = pattern(r"^(?:\s|/\*|\*/|//|<!--|<!\[CDATA\[)+")
_JSON_TAIL = pattern(r"(?:\s|/\*|\*/|//|-->|\]\]>|;)+$")
_LANG = re.compile(rb"(?i)<html[^>]{0,300}?\blang\s*=\s*[\"']?([a-z]{2})\b")
_LEGACY = {
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "zh": ("gb18030", "big5hkscs"),
    "ru": ("cp1251", "koi8-r"),
    "uk": ("cp1251", "koi8-u"),
    "bg": ("cp1251",),
    "sr": ("cp1251", "cp1250"),
    "pl": ("cp1250", "iso8859-2"),
    "cs": ("cp1250", "iso8859-2"),
    "sk": ("cp1250", "iso8859-2"),
    "hu": ("cp1250", "iso8859-2"),
    "ro": ("cp1250", "iso8859-2"),
    "hr": ("cp1250", "iso8859-2"),
    "sl": ("cp1250", "iso8859-2"),
    "el": ("cp1253", "iso8859-7"),
    "tr": ("cp1254",),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    "fa": ("cp1256",),
    "lt": ("cp1257",),
    "lv": ("cp1257",),
    "et": ("cp1257",),
    "vi": ("cp1258",),
    "th": ("cp874",),
    **dict.fromkeys(
        ("de", "en", "fr", "es", "it", "pt", "nl", "sv", "no", "nb", "da", "fi", "is"), ("cp1252",)
    ),
}
_SAVED_FROM = re.compile(
    rb"<!--\s*(?:Page saved with SingleFile\s+url:|saved from url=\(\d+\))\s*(\S{8,999})"
)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A page decoded and parsed once, with what its head declares.

    ``tree`` is the root of the parsed page (comments and processing instructions left out); rooms that
    change it work on a copy. ``json_ld`` holds the JSON-LD nodes in page order, ``@graph`` opened and
    ``@id`` references put in place. ``meta`` maps a lower-case name (``name``, ``property``, ``itemprop``
    or ``http-equiv``) to its contents in page order. ``language`` is the ``lang`` of the page as declared;
    ``charset`` the one that the bytes were decoded by. ``url`` is the best known address, "" if none.
    """

    page: Page
    url: str
    tree: HtmlElement
    json_ld: tuple[Node, ...]
    meta: Mapping[str, tuple[str, ...]]
    language: str | None
    charset: str

    @property
    def title(self) -> str:
        """The text of the title element on one line, up to 500 characters; "" without one."""
        element = next(self.tree.iter("title"), None)
        return "" if element is None else one_line((element.text or "")[:2000])[:500]

    def first(self, *names: str) -> str:
        """The first content of the first of these meta names that is there, or ""."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")


def parse(page: Page) -> Document:
    """Decode and parse an HTML page.

    Raises ExtractError (``empty``) when nothing is there to parse, (``too-large``) over `MOST_BYTES` or
    `MOST_TAGS`.
    """
    if len(page.body) > MOST_BYTES:
        raise ExtractError(
            f"The page is {len(page.body) // 1_000_000} MB of HTML, which is no article. "
            "Save the part you need as a file and clip that.",
            "too-large",
        )
    if page.body.count(b"<") > MOST_TAGS:
        raise ExtractError(
            f"The page has more than {MOST_TAGS:,} tags, which is no article. "
            "Save the part you need as a file and clip that.",
            "too-large",
        )
    text, charset = decode(page.body, page.charset)
    # Bytes that are UTF-8 as they stand need no second coding.
    as_it_is = charset == "utf-8" and "\ufffd" not in text and not page.body.startswith(codecs.BOM_UTF8)
    tree = _tree(page.body if as_it_is else text.encode("utf-8", "replace"))
    return Document(
        page=page,
        url=_address(page),
        tree=tree,
        json_ld=tuple(_json_ld(tree)),
        meta=_meta(tree),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or None,
        charset=charset,
    )


def decode(body: bytes, declared: str | None = None) -> tuple[str, str]:
    """Bytes to text, and the charset that fitted.

    The order of evidence: a byte-order mark; UTF-8 that decodes strictly and is not plain ASCII (other
    charsets hardly ever do by accident); the header's charset; the page's own; UTF-8 with a few
    broken bytes; detection. A declared charset that does not fit the bytes falls through.
    """
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return body.decode(charset, "replace"), charset
    if _wide(body):
        charset = "utf-16-le" if body[1:2] == b"\x00" else "utf-16-be"
        return body.decode(charset, "replace"), charset
    named = [name for name in (_codec(declared), _codec(_meta_charset(body))) if name]
    if b"\x1b$" in body[:100_000] and body.isascii():
        named.insert(0, "iso2022_jp")
    if not (named and named[0].startswith(("iso2022", "utf-16", "utf-32", "hz", "utf-7"))):
        text = _strictly(body, "utf-8")
        if text is not None:
            return text, "utf-8"
    for charset in named:
        text = _strictly(body, charset)
        if text is not None and "\x00" not in text[:1000]:
            return text, charset
    return _undeclared(body, named)


def _undeclared(body: bytes, named: list[str]) -> tuple[str, str]:
    text = body.decode("utf-8", "replace")
    broken, foreign = text.count("\ufffd"), sum(1 for byte in body[:200_000] if byte > 127)
    if broken * 20 <= foreign:
        return text, "utf-8"
    return _detected(body, named)


def _detected(body: bytes, named: list[str]) -> tuple[str, str]:
    # A damaged page in its declared charset is likelier than an undamaged one in another, unless it is
    # said to be UTF-8 and most of what would be UTF-8 in it is not: that says any template.
    for charset in named:
        text = body.decode(charset, "replace")
        broken = text.count("\ufffd")
        if broken * 200 <= len(text) and (charset != "utf-8" or _is_mostly_whole(text, broken)):
            return text, charset
    text, charset = _by_language(body)
    if text:
        return text, charset
    from clipper.extract.western import is_western_text

    if is_western_text(body):
        return body.decode("cp1252", "replace"), "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(re.sub(rb"<[^>]*>", b" ", body[:400_000])[:20_000], steps=3).best()
    charset = _SUPERSETS.get(best.encoding, best.encoding) if best else "cp1252"
    return body.decode(charset, "replace"), charset


def _is_mostly_whole(text: str, broken: int) -> bool:
    return sum(letter > "\x7f" for letter in text) > 2 * broken


def _by_language(body: bytes) -> tuple[str, str]:
    """The legacy charset of the language that the page declares, whichever gives the fewest odd signs."""
    match = _LANG.search(body, 0, 20_000)
    candidates = _LEGACY.get(match[1].decode("ascii").lower(), ()) if match else ()
    texts = [(text, name) for name in candidates if (text := _strictly(body, name)) is not None]
    return min(texts, key=lambda pair: _oddness(pair[0]), default=("", ""))


def _oddness(text: str) -> int:
    """Signs that are no letters, and capitals inside words: KOI8 read as windows-1251 is full of them."""
    foreign = [letter for letter in text[:40_000] if letter > "\x7f"]
    signs = sum(not letter.isalpha() and letter not in "«»„“”‘’–—…·、。，「」（）" for letter in foreign)
    return signs + sum(one.islower() and other.isupper() for one, other in pairwise(foreign))


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(known, known)


def _meta_charset(body: bytes) -> str | None:
    match = _META_CHARSET.search(body, 0, 20_000) or _XML_CHARSET.search(body, 0, 300)
    name = match[1].decode("ascii") if match else None
    # The declaration was read as ASCII, so it cannot be true of a charset of two bytes a letter.
    return "utf-8" if name and name.lower().startswith(("utf-16", "utf-32")) else name


def _strictly(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(body: bytes) -> bool:
    head = body[:48]
    return len(head) >= 16 and head.count(0) * 3 > len(head)


def _tree(data: bytes) -> HtmlElement:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return html.document_fromstring(data.translate(None, _CONTROLS), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        raise ExtractError("The page is empty: there is nothing in it to clip.", "empty") from None


def _address(page: Page) -> str:
    if page.final_url or page.requested_url:
        return page.final_url or page.requested_url
    match = _SAVED_FROM.search(page.body, 0, 20_000)
    url = match[1].decode("utf-8", "replace") if match else ""
    return url if url.startswith(("http://", "https://")) else ""


def _meta(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = one_line((element.get("content") or "")[:_LONGEST_META])
        keys = {element.get(key) for key in ("name", "property", "itemprop", "http-equiv")}
        for key in keys if content else ():
            if key:
                found.setdefault(key.strip().lower(), []).append(content)
    return {name: tuple(contents[:_MOST_METAS]) for name, contents in found.items()}


def _json_ld(tree: HtmlElement) -> Iterator[Node]:
    nodes = [node for script in tree.iter("script") for node in _script_nodes(script)]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        yield _resolved(node, known, 3) if known else node


def _script_nodes(script: HtmlElement) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "").lower() or not script.text:
        return
    yield from _flattened(_loads(script.text), 0)


def _loads(text: str) -> Any:
    """JSON as pages write it: in comments or CDATA, with raw line breaks, a comma or semicolon too many."""
    text = _JSON_HEAD.sub("", text.strip())
    text = text[:-60] + _JSON_TAIL.sub("", text[-60:])
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flattened(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flattened(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), dict | list):
                yield from _flattened(value[key], depth + 1)


def _resolved(value: Any, known: Mapping[str, Node], depth: int) -> Any:
    if depth < 0:
        return value
    if isinstance(value, dict):
        target = known.get(value["@id"]) if len(value) <= 2 and isinstance(value.get("@id"), str) else None
        if target is not None and target is not value:
            return target
        return {k: v if k == "@graph" else _resolved(v, known, depth - 1) for k, v in value.items()}
    if isinstance(value, list):
        return [_resolved(item, known, depth - 1) for item in value[:200]]
    return value
