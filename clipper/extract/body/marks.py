"""element -> marks: what the names on an element (tag, class, id, role, itemprop) say about what it holds.

The words are those of many sites in many languages; none belongs to one site alone.
"""

from __future__ import annotations

import re
from typing import Any

(
    NAV, ASIDE, FOOT, HEAD, FIGURE, CAPTION, SHARE, RELATED, LETTER, AUTHOR, COMMENT, ADVERT,
    HIDDEN, META, EMBED, TEASER, LEAD, BODY, INFOBOX, QUOTE,
) = (1 << n for n in range(20))  # fmt: skip

_TAGS = {
    "menu": NAV,
    "aside": ASIDE,
    "footer": FOOT,
    "header": HEAD,
    "figure": FIGURE,
    "figcaption": CAPTION,
    "form": LETTER,
    "address": AUTHOR,
}

# Whole words of class and id names, split at hyphens, underscores and capitals.
_WORDS = {
    NAV: "nav navbar navi navigation subnav breadcrumb breadcrumbs menu pagination pager toolbar tag tags taglist "
    "topic topics keyword keywords schlagworte schlagwort themen stichwort etiquetas tematy etiket etiketler emner",
    ASIDE: "aside sidebar rail marginal",
    FOOT: "footer foot colophon",
    SHARE: "share sharing shares social socials follow addthis sociable sharebar sharedaddy shareaholic teilen partager compartir",
    RELATED: "related recommend recommended recommendation recommendations recommender readmore readnext seealso alsoread popular trending "
    "mostread mostviewed outbrain taboola verwandt verwandte lesetipp relacionado relacionada relacionados relacionadas correlati "
    "correlate relatert relaterte relaterad relaterade relateret powiazane ilgili crosslink crosslinks ligatus plista upnext "
    "autopromo linkbox onward liens",
    LETTER: "newsletter newsletters subscribe subscription subscriptions signup abonnement abo suscripcion suscribete inscription mailing "
    "optin cta donate donation donations membership promo promobox promotion appeal registration regwall whatsapp "
    "nieuwsbrief nyhetsbrev bulten supporter spenden unterstuetzen spendenaufruf mailinglist",
    AUTHOR: "author authors byline bylines bio biography autor autoren autores auteur auteurs contributor contributors autore "
    "autorin autorenbox verfasser yazar signature firma",
    COMMENT: "comment comments disqus respond livefyre kommentar kommentare comentario comentarios commentaire commentaires "
    "kommentarer commentary-list leserkommentare",
    ADVERT: "ad ads adv advert adverts advertisement advertising advertorial sponsor sponsored sponsors anzeige anzeigen werbung "
    "publicidad publicite pubblicita reklam reklama reklame annonse annons dfp adslot adunit adcontainer adbox banner "
    "commercial affiliate affiliates",
    HIDDEN: "lightbox modal popup tooltip dropdown offcanvas",
    META: "meta metadata dateline timestamp published pubdate date datetime time posted updated kicker eyebrow overline roofline "
    "category categories rubric label labels badge duration readtime fecha datum infotext",
    EMBED: "tweet twitter instagram tiktok facebook bluesky embed",
    TEASER: "teaser teasers card cards slider carousel swiper gallery slideshow widget widgets listing tile tiles",
    LEAD: "lead lede lede standfirst subtitle subheadline subheading subhead deck dek intro summary leadtext vorspann anreisser anleser "
    "chapo chapeau entradilla bajada copete sumario ingress manchet spot abstract excerpt unterzeile subtitulo sottotitolo occhiello "
    "resumo linhafina catenaccio underrubrik preamble leadin sapo description",
    BODY: "articlebody articlecontent entrycontent postcontent storybody richtext bodytext articletext",
    INFOBOX: "infobox factbox faktenbox factsheet hintergrund sidebox box",
    CAPTION: "caption captions credit credits bildunterschrift legende copyright imagetext imagesource photocredit bildquelle "
    "fotocredit photographer photo image img media picture foto bild imagen figcaption",
    QUOTE: "pullquote pullquotes quote",
}  # fmt: skip
# Words of two parts, as they are often hyphenated.
_PAIRS = {
    RELATED: "read-more read-next read-also more-on more-from more-stories more-news more-articles see-also also-read most-read "
    "most-popular most-viewed up-next next-story next-article next-post lire-aussi a-lire mehr-zum mehr-thema mehr-zu "
    "article-list story-list post-list internal-link internal-links latest-news news-list leer-mas in-article-link",
    LETTER: "call-to sign-up opt-in mailing-list push-notification",
    NAV: "tag-list skip-link",
    LEAD: "sub-title sub-headline sub-heading sub-head teaser-text article-teaser story-teaser article-lead page-subheadline lead-text",
    AUTHOR: "written-by about-author",
    HIDDEN: "print-only",
    BODY: "article-body article-content article-text entry-content post-content post-body story-body story-content rich-text body-text "
    "main-content article-copy body-copy text-body",
    SHARE: "follow-us",
    META: "post-meta entry-meta reading-time read-time",
}  # fmt: skip

_KNOWN = {word: mark for mark, words in _WORDS.items() for word in words.split()}
for _mark, _words in _PAIRS.items():
    for _word in _words.split():
        _KNOWN[_word] = _KNOWN.get(_word, 0) | _mark
# Names that hide only when they are the whole name: "overflow-hidden" and "hidden-xs" do not.
_WHOLE = dict.fromkeys(
    ("hidden", "is-hidden", "d-none", "display-none", "js-hidden", "ng-hide", "hide"), HIDDEN
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART = re.compile(r"[a-z]+")


class Marks:
    """Reads names, remembering within one page what it has read."""

    def __init__(self) -> None:
        self._read: dict[str, int] = {}

    def of(self, element: Any, tag: str) -> int:
        """The marks of one element by itself, its ancestors not counted."""
        marks = _TAGS.get(tag, 0)
        for name, value in element.items():
            if name in ("class", "id", "role", "itemprop", "data-testid", "data-component"):
                known = self._read.get(value)
                if known is None:
                    known = self._read[value] = read(value)
                marks |= known
            elif name == "hidden" or (name == "aria-hidden" and value == "true"):
                marks |= HIDDEN
            elif name == "style" and "display" in value and "none" in value:
                marks |= HIDDEN
        return marks


def read(names: str) -> int:
    """The marks of a class or id attribute's value; names of over 300 characters are styling, and say nothing."""
    if len(names) > 300:
        return 0
    marks = 0
    for name in names.split():
        # Variants of utility classes (md:hidden, hover:...) say how, not what.
        if ":" in name:
            continue
        marks |= _WHOLE.get(name, 0)
        parts = _PART.findall(_CAMEL.sub("-", name).lower())
        marks |= _KNOWN.get("".join(parts), 0)
        before = ""
        for part in parts:
            marks |= _KNOWN.get(part, 0) | _KNOWN.get(f"{before}-{part}", 0)
            before = part
    return marks
