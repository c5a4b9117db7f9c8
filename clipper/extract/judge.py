"""Page and what was found on it -> nothing, or the sentence that says why it is no article.

A 200 answer is no proof of an article. A refusal needs two things: words or marks that only such a page
has, and hardly any text beside them; a long text is never refused, so that a story about cookies,
captchas or missing pages passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from clipper.errors import ExtractError
from clipper.extract.document import Document, Node
from clipper.extract.fields import jsonld
from clipper.extract.seen import AROUND, UNSEEN, anchor_words, count_words, linked_headings, visible
from clipper.extract.signs import (
    APP_ROOT,
    BLOCK_NOTICE,
    CHALLENGE_HINTS,
    CHALLENGE_MARKS,
    CHALLENGE_WORDS,
    CONSENT_HINTS,
    CONSENT_HOST,
    CONSENT_WORDS,
    LISTING_PATH,
    LISTING_TITLE,
    LISTING_TYPES,
    LOGIN_TITLE,
    NO_SCRIPT,
    NOT_FOUND,
    NOT_FOUND_HINTS,
    PAYWALL_WORDS,
    says,
)
from clipper.text import folded, one_line

# In words, or for scripts without spaces two characters to a word.
FEW, SHORT, BRIEF = 25, 130, 300
# A brief text with so many different phrases of the cookie question is the question, whatever its headline.
MANY = 6
# Signs stand at the beginning of a line; the rest of a long one is not weighed.
_LONGEST_LINE = 1500
_BY_HAND = "Open it in a browser, save the page and clip the file: clipper add FILE --url URL."


class Reading(NamedTuple):
    """What the judge weighs: the page, its title and the lines that would become the text."""

    document: Document
    title: str
    lines: tuple[str, ...]
    links: float
    words: int
    nodes: tuple[Node, ...]


def judge(document: Document, *, title: str, lines: Sequence[str], links: float = 0.0) -> tuple[str, ...]:
    """Refuse a page that is no article; hand back warnings about one that may be incomplete.

    ``lines`` are the lines of the text, ``links`` the share of their characters that are links. Raises
    ExtractError of kind ``challenge``, ``block-notice``, ``consent-wall``, ``soft-404``,
    ``login-wall``, ``paywall-teaser``, ``script-shell``, ``empty`` or ``not-an-article``.
    """
    weighed = tuple(line[:_LONGEST_LINE] for line in lines)
    reading = Reading(
        document,
        title[:_LONGEST_LINE],
        weighed,
        links,
        count_words(" ".join(lines)),
        jsonld.story_nodes(document),
    )
    for refusal in _REFUSALS:
        sentence = refusal(reading)
        if sentence:
            raise ExtractError(sentence, refusal.__name__.strip("_").replace("_", "-"))
    return tuple(_warnings(reading))


def _challenge(reading: Reading) -> str:
    """Cloudflare, DataDome, PerimeterX, Imperva, Akamai and their kind, answered with 200."""
    if reading.words > SHORT:
        return ""
    body = reading.document.page.body[:300_000]
    seen = _visible(reading)
    spoken = CHALLENGE_WORDS.search(seen[:3000]) if says(seen, CHALLENGE_HINTS) else None
    header = any(name.lower() == "cf-mitigated" for name, _ in reading.document.page.headers)
    if not (spoken or header) and count_words(seen) > FEW:
        return ""
    marked = CHALLENGE_MARKS.search(body) is not None
    if spoken and (marked or count_words(seen) <= SHORT):
        said = one_line(spoken[0])[:60]
        return f"The site answered with a check for robots (“{said}”) instead of the page. {_BY_HAND}"
    if (marked and count_words(seen) <= FEW) or header:
        return f"The site answered with a check for robots instead of the page. {_BY_HAND}"
    return ""


def _block_notice(reading: Reading) -> str:
    """Not for you: a region, a court or a firewall stands before the page."""
    if reading.words > SHORT:
        return ""
    seen = _visible(reading)
    if count_words(seen) > BRIEF:
        return ""
    found = BLOCK_NOTICE.search(one_line(f"{reading.title}. {seen}")[:1500])
    if not found or (reading.words > 2 * FEW and not BLOCK_NOTICE.search(_names(reading))):
        return ""
    return (
        f"The site does not show the page here (“{one_line(found[0])[:70]}”). Try another network, or: "
        f"{_lower(_BY_HAND)}"
    )


def _names(reading: Reading) -> str:
    """The title of the page and its headings, in one line."""
    headings = (one_line(heading.text_content()[:300]) for heading in reading.document.tree.iter("h1", "h2"))
    title = reading.document.title
    return ". ".join((reading.title, title, *list(headings)[:3]))


def _consent_wall(reading: Reading) -> str:
    """The question whether one accepts cookies, where the story should be."""
    if reading.words > BRIEF:
        return ""
    host = urlsplit(reading.document.url).hostname or ""
    text = " ".join(reading.lines)
    lines = reading.lines if says(text, CONSENT_HINTS) else ()
    phrases = {folded(match[0])[:12] for match in CONSENT_WORDS.finditer(text)} if lines else set()
    asked = sum(len(line) for line in lines if CONSENT_WORDS.search(line))
    own_words = asked * 2 >= max(1, len(text))
    asks = len(phrases) >= 2 and own_words and (len(phrases) >= MANY or not _is_told(reading))
    asks = asks or (reading.words <= FEW and _asks_consent(reading))
    if not (asks or CONSENT_HOST.match(host)):
        return ""
    return (
        "The site shows its cookie question instead of the page. Accept or decline it in a browser; "
        f"then: {_lower(_BY_HAND)}"
    )


def _asks_consent(reading: Reading) -> bool:
    seen = _visible(reading)
    return count_words(seen) <= BRIEF and len({m[0].lower()[:12] for m in CONSENT_WORDS.finditer(seen)}) >= 2


def _is_told(reading: Reading) -> bool:
    """Whether the text is a story about consent rather than the question: its headline is in other words."""
    title_asks = CONSENT_WORDS.search(reading.title) or not reading.title or CONSENT_HOST.match(reading.title)
    quoted = sum(len(CONSENT_WORDS.findall(line)) for line in reading.lines)
    return not title_asks and quoted * 12 < reading.words


def _soft_404(reading: Reading) -> str:
    """ "Page not found", served as 200."""
    if reading.words > SHORT:
        return ""
    headings = [one_line(h.text_content()[:300]) for h in reading.document.tree.iter("h1")][:2]
    names = [reading.title, *headings, reading.document.title]
    bare = [name for name in names if name and _is_missing(_without_site(name))]
    first = reading.lines[0] if reading.lines else ""
    if not bare and not (reading.words <= 60 and first and _is_missing(first)):
        return ""
    return (
        "The site says that this page does not exist (with a status of 200). Check the address, or look "
        "for a copy at web.archive.org."
    )


def _is_missing(name: str) -> bool:
    return says(name, NOT_FOUND_HINTS) and NOT_FOUND.match(name) is not None


def _without_site(name: str) -> str:
    return re.split(r"\s+[|–—·•-]\s+|\s*\|\s*", name)[0] if not name[:3].isdigit() else name


def _login_wall(reading: Reading) -> str:
    """A form that asks for a password, and no story beside it."""
    if reading.words > SHORT // 2:
        return ""
    asks = reading.document.tree.xpath("boolean(//input[@type='password'])")
    parts = re.split(r"\s+[|–—·•-]\s+|\s*[|:]\s*", reading.title)
    named = any(
        LOGIN_TITLE.match(line) for line in (*parts, *reading.lines[:2], *_names(reading).split(". "))
    )
    if not (asks and named):
        return ""
    return (
        "The site asks to log in before it shows the page. Pass your cookies (--cookies cookies.txt), "
        f"or: {_lower(_BY_HAND)}"
    )


def _paywall_teaser(reading: Reading) -> str:
    """The first lines of a story that is sold: a long free text is no teaser, whatever the page declares.

    Agencies declare whole stories of three sentences as not free, so that shortness with the declaration
    is no proof: the text breaks off, an offer stands beside it, the part that is sold is missing, or the
    page declares three times as many words.
    """
    words = reading.words
    if words > BRIEF:
        return ""
    whole = _declared_words(reading)
    cut = whole > 150 and words * 3 < whole
    closed = _is_closed(reading)
    if words > SHORT:
        teaser = closed and cut
    elif closed:
        missing = words <= 2 * FEW and _sold_part_is_missing(reading)
        teaser = cut or _breaks_off(reading) or missing or _is_offered(reading)
    else:
        teaser = words <= 80 and (cut or _breaks_off(reading)) and _is_offered(reading)
    if not teaser:
        return ""
    return (
        f"Only the beginning of the story is there ({words} words); the rest is for subscribers. "
        f"Log in, or: {_lower(_BY_HAND)}"
    )


def _is_offered(reading: Reading) -> bool:
    """Whether a subscription is offered beside the story; site heads and feet always offer one."""
    return bool(PAYWALL_WORDS.search(_visible(reading, UNSEEN | AROUND)))


def _breaks_off(reading: Reading) -> bool:
    return bool(reading.lines) and reading.lines[-1].endswith(("…", "...", "[…]", "(...)"))


def _sold_part_is_missing(reading: Reading) -> bool:
    """Whether the element that JSON-LD names as not free (``hasPart.cssSelector``) is absent or empty."""
    for part in _parts(reading):
        selector = jsonld.text(part.get("cssSelector"))
        match = re.fullmatch(r"[.#]([\w-]+)", selector.split(",")[0].strip())
        if match and _is_no(part.get("isAccessibleForFree")):
            path = "//*[contains(concat(' ', normalize-space(@class), ' '), $name) or @id=$bare]"
            found = reading.document.tree.xpath(path, name=f" {match[1]} ", bare=match[1])
            return all(count_words(one.text_content()) < FEW for one in found)
    return False


def _script_shell(reading: Reading) -> str:
    """A page that a script would have filled."""
    if reading.words > FEW or count_words(_visible(reading)) > SHORT:
        return ""
    body = reading.document.page.body[:2_000_000]
    if not (NO_SCRIPT.search(body) or (APP_ROOT.search(body) and body.count(b"<script") > 0)):
        return ""
    return f"The page is empty until a script fills it, and clipper runs none. {_BY_HAND}"


def _not_an_article(reading: Reading) -> str:
    """A front page, a section or a list: links to stories, none of them told.

    One sign is no proof, for small sites call every page a website and link other stories in headings.
    """
    document = reading.document
    types = {kind for node in document.json_ld[:60] for kind in jsonld.types(node)}
    if _declares_story(document, types) or reading.words > 5 * BRIEF:
        return ""
    prose = sum(count_words(line) >= 15 for line in reading.lines)
    anchors, words = anchor_words(document.tree)
    path = urlsplit(document.url).path
    is_front = path in ("", "/") and bool(document.url)
    signs = (
        is_front,
        bool(types & LISTING_TYPES),
        words > 120 and anchors * 10 >= words * 6,
        prose < 2,
        reading.links > 0.3,
        linked_headings(document.tree) >= 5,
        document.first("og:type").lower() == "website",
        bool(document.tree.xpath("boolean(//link[@rel='next'])")),
        LISTING_PATH.search(path) is not None,
        LISTING_TITLE.search(document.title) is not None,
    )
    if sum(signs) < 3:
        return ""
    return _listing("front page" if is_front else "list of links to stories")


def _listing(what: str) -> str:
    return (
        f"This is a {what}, not an article. Give the address of one story, or follow the site by its "
        "feed: clipper watch URL."
    )


def _empty(reading: Reading) -> str:
    """Nothing that reads like a story."""
    if reading.words > 2 * FEW:
        return ""
    letters = sum(map(str.isalpha, " ".join(reading.lines)))
    if letters >= 60 or (letters >= 12 and _is_sentence(reading)):
        return ""
    return f"There is no story on the page ({reading.words} words of text). {_BY_HAND}"


def _is_sentence(reading: Reading) -> bool:
    types = {kind for node in reading.document.json_ld[:60] for kind in jsonld.types(node)}
    return any(re.search(r"[.!?…。！？»”\"]$", line) for line in reading.lines) and (
        reading.words >= 8 or _declares_story(reading.document, types)
    )


_REFUSALS = (
    _challenge,
    _block_notice,
    _consent_wall,
    _soft_404,
    _login_wall,
    _paywall_teaser,
    _script_shell,
    _empty,
    _not_an_article,
)


def _declares_story(document: Document, types: set[str]) -> bool:
    told = any(
        kind.endswith("Article") or kind in ("BlogPosting", "LiveBlogPosting", "Report") for kind in types
    )
    return (
        told
        or document.first("og:type").lower() in ("article", "news", "blog", "newsarticle")
        or bool(document.first("article:published_time"))
    )


def _is_closed(reading: Reading) -> bool:
    """Whether the page declares that the story is not free (``isAccessibleForFree``)."""
    if any(_is_no(part.get("isAccessibleForFree")) for part in _parts(reading)):
        return True
    return reading.document.first("article:content_tier").lower() in ("locked", "metered")


def _parts(reading: Reading) -> Iterator[Node]:
    for node in reading.nodes[:2]:
        yield node
        yield from (part for part in jsonld.several(node.get("hasPart")) if isinstance(part, dict))


def _is_no(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() in ("false", "no", "0"))


def _declared_words(reading: Reading) -> int:
    """How long the page says that its story is, by ``wordCount`` or ``articleBody``; 0 if it does not say.

    Some systems count characters and call them words: a count like that of the text's characters is none.
    """
    size = sum(map(len, reading.lines))
    for node in reading.nodes[:2]:
        count = str(node.get("wordCount") or "")
        body = node.get("articleBody")
        known = count_words(body) if isinstance(body, str) else 0
        counted = int(count) if count.isascii() and count.isdigit() and len(count) < 7 else 0
        if known or counted:
            return max(known, 0 if 0.6 * size < counted < 1.7 * size else counted)
    return 0


def _warnings(reading: Reading) -> Iterator[str]:
    whole = _declared_words(reading)
    if whole > 100 and reading.words * 2 < whole:
        yield f"The page declares a story of {whole} words; {reading.words} were found."
    if _is_closed(reading) and (reading.lines[-1:] or ("",))[0].endswith(("…", "...")):
        yield "The page says that it is not free, and its text breaks off; this may be only the beginning."


def _visible(reading: Reading, skipped: frozenset[str] = UNSEEN) -> str:
    return one_line(f"{reading.title} {visible(reading.document.tree, skipped)}")


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
