"""E-mail -> Article: Subject, From and Date are the fields, the text or HTML part is the story."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import getaddresses

from clipper.errors import ExtractError
from clipper.extract.document import decode, parse
from clipper.extract.fields import names
from clipper.extract.fields.moments import is_after, moment
from clipper.patterns import pattern
from clipper.records import Article, Page
from clipper.text import one_line
from clipper.urls import is_url

_FORWARDED = pattern(r"^(?:(?:fwd?|fw|wg|tr|rv|i|re|aw|sv|antw|vs|res|enc|転送)\s*:\s*)+", re.IGNORECASE)
_QUOTED = pattern(r"^(?:>[ >]?)+")
_SIGNATURE = pattern(r"\n-- ?\n.*", re.DOTALL)
_FORWARD_HEAD = pattern(
    r"^-{2,}\s*(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht|"
    r"Message transféré|"
    r"Mensaje reenviado)\s*-{2,}\s*\n(?:[A-Z][\w ]{1,14}:[^\n]*\n)+",
    re.MULTILINE | re.IGNORECASE,
)


def mail_article(page: Page, *, learned: frozenset[str] = frozenset()) -> Article:
    """The article in an e-mail.

    The title is the Subject without "Fwd:", the author the person in From, the date the Date header. A
    plain text part is preferred when it is the fuller one, as newsletters' often is not. Raises
    ExtractError (``empty``).
    """
    message = email.message_from_bytes(page.body, policy=email.policy.compat32)
    plain, markup = _parts(message)
    title = _FORWARDED.sub("", _header(message, "Subject"))
    if markup and len(plain.split()) < 60:
        return _declared(_from_markup(page, markup, learned), message, page, title)
    return _declared(_from_text(page, plain, title, learned), message, page, title)


def _from_markup(page: Page, markup: str, learned: frozenset[str]) -> Article:
    from clipper.extract.article import html_article

    inner = replace(page, media_type="text/html", charset="utf-8", body=markup.encode("utf-8", "replace"))
    return html_article(parse(inner), learned=learned)


def _from_text(page: Page, text: str, title: str, learned: frozenset[str]) -> Article:
    from clipper.extract.plain import Declared, article_of_lines, paragraphs

    text = _SIGNATURE.sub("", _FORWARD_HEAD.sub("", text))
    lines = paragraphs("\n".join(_QUOTED.sub("", line) for line in text.split("\n")))
    if not lines:
        raise ExtractError("There is no text in the message. Save the story itself and clip that.", "empty")
    url = page.final_url if is_url(page.final_url) else ""
    return article_of_lines(lines, Declared(title or lines[0], "mail:Subject", url), learned=learned)


def _declared(article: Article, message: Message, page: Page, title: str) -> Article:
    origins = dict(article.origins)
    authors, published = _people(message), moment(_header(message, "Date"))
    if published and is_after(published, page.fetched_at):
        published = ""
    for name, value in (("title", title), ("authors", authors), ("published", published)):
        if value:
            origins[name] = {"title": "mail:Subject", "authors": "mail:From", "published": "mail:Date"}[name]
    return replace(
        article,
        title=title or article.title,
        authors=authors or article.authors,
        published=published or article.published,
        origins=origins,
    )


def _people(message: Message) -> tuple[str, ...]:
    """The people in From; an address without a name, an outlet or a list is none."""
    named = [name for name, _ in getaddresses([_header(message, "From")]) if name]
    tidied = [one for name in named for one in names.split_byline(name)]
    return tuple(name for name in tidied if names.is_person(name, frozenset()) and " " in name)


def _header(message: Message, name: str) -> str:
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        return one_line(str(make_header(decode_header(str(raw)))))
    except (ValueError, LookupError):
        return one_line(str(raw))


def _parts(message: Message) -> tuple[str, str]:
    """The first plain and the first HTML part that are no attachments, decoded; "" for what is not there."""
    plain = markup = ""
    for part in message.walk():
        if part.is_multipart() or part.get_filename() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and not plain:
            plain = _text(part)
        elif kind == "text/html" and not markup:
            markup = _text(part)
    return plain, markup


def _text(part: Message | EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else str(payload or "").encode("utf-8", "replace")
    return decode(body, part.get_content_charset())[0]
