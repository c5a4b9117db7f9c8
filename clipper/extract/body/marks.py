"""element -> marks: what the names on an element (tag, class, id, role, itemprop) say about what it holds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

(
    NAV,
    ASIDE,
    FOOT,
    HEAD,
    FIGURE,
    SHARE,
    RELATED,
    LETTER,
    AUTHOR,
    COMMENT,
    ADVERT,
    HIDDEN,
    META,
    EMBED,
    PAYWALL,
    TEASER,
    BODY,
    CAPTION,
) = (1 << n for n in range(18))
SECTION = 0
CHROME = NAV | FOOT
NAMES = {}

_TAGS = {
    "nav": NAV,
    "menu": NAV,
    "aside": ASIDE,
    "footer": FOOT,
    "header": HEAD,
    "figure": FIGURE,
    "figcaption": CAPTION | FIGURE,
}
_WORDS: tuple[tuple[int, str], ...] = (
    (NAV, r"\bnav|navbar|navigation|breadcrumb|\bmenu|pagination|pager\b|toolbar|skip-?link|tag-?list|\btags?\b|topics?\b|keywords|schlagw"),
    (ASIDE, r"side-?bar|\brail\b|\baside\b"),
    (FOOT, r"footer|\bfoot\b|copyright"),
    (SHARE, r"share|sharing|social|follow|addthis|sociable"),
    (RELATED, r"related|recommend|read-?(more|next|also)|more-?(on|from|stories|news|articles)|see-?also|also-?read|most-?(read|popular|viewed)|popular|trending|up-?next|next-?(story|article|post)|latest|outbrain|taboola|lire-?aussi|a-?lire|mehr-?zum|verwandt|lesetipp|relacionad|correlat|ultimas|relatert|relaterad|powiazan|ilgili|crosslink|internal-?link|article-?list|story-?list"),
    (LETTER, r"newsletter|subscri|sign-?up|signup|abonn|suscri|inscri|mailing|opt-?in|\bcta\b|call-?to-?action|donat|membership|promo|appeal|registration"),
    (AUTHOR, r"author|byline|\bbio\b|biograph|contributor|autor|auteur|writer|verfasser|redakteur"),
    (COMMENT, r"comment(?!ary)|disqus|respond\b|discussion|livefyre|kommentar|comentario|commentaire"),
    (ADVERT, r"\bad\b|\bads\b|advert|sponsor|anzeige|werbung|publicid|pubblicit|reklam|annons|dfp|adslot|ad-?unit|ad-?container|banner|commercial|affiliate"),
    (HIDDEN, r"\bhidden\b|is-hidden|d-none|print-?only|lightbox|modal|overlay|popup|tooltip|dropdown"),
    (META, r"\bmeta\b|post-?meta|entry-?meta|dateline|timestamp|publish|\bdate\b|\btime\b|posted|updated|kicker|eyebrow|overline|rubric|label|category|reading-?time|read-?time|audio|player|video"),
    (EMBED, r"twitter-tweet|tweet|instagram|tiktok|facebook-post|fb-post|bluesky|embed"),
    (PAYWALL, r"paywall|piano|premium-|login|regwall|metered|subscriber-"),
    (TEASER, r"teaser|\bcard\b|promo|\btout\b|slider|carousel|swiper|gallery|widget"),
    (BODY, r"article-?_?_?body|articlebody|article-?content|entry-?content|post-?content|post-?body|story-?body|story-?content|article-?text|artikeltext|body-?copy|rich-?text|body-?text|main-?content"),
    (CAPTION, r"caption|credit|bildunterschrift|legende|image-?(text|info|source)|photo-?(credit|by)|figure|copyright-?image"),
)  # fmt: skip
_PATTERNS = tuple((mark, re.compile(words)) for mark, words in _WORDS)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=4096)
def _read(names: str) -> int:
    spaced = _CAMEL.sub("-", names).replace("_", "-").lower()
    marks = 0
    for mark, pattern in _PATTERNS:
        if pattern.search(spaced):
            marks |= mark
    return marks


def marks_of(element: Any, tag: str) -> int:
    """The marks of one element, its ancestors not counted."""
    marks = _TAGS.get(tag, 0)
    get = element.get
    names = " ".join(
        filter(
            None,
            (
                get("class"),
                get("id"),
                get("role"),
                get("itemprop"),
                get("data-component"),
                get("data-testid"),
            ),
        )
    )
    if names and len(names) < 400:
        marks |= _read(names)
    style = get("style")
    if style and "none" in style and "display" in style:
        marks |= HIDDEN
    if get("hidden") is not None or get("aria-hidden") == "true":
        marks |= HIDDEN
    return marks
