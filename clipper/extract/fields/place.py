"""Document -> where the story stands: its canonical address, site, section and lead image."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from clipper.extract.fields import jsonld
from clipper.extract.fields.evidence import Evidence
from clipper.extract.fields.found import NOTHING, Found
from clipper.records import Source
from clipper.text import folded
from clipper.urls import absolute, host_of, registered_domain

_SECTIONS = (
    "article:section",
    "parsely-section",
    "og:section",
    "article.section",
    "sailthru.section",
    "section",
    "cxenseparse:section",
    "cse_section",
    "dc.subject.section",
    "lp.article:section",
)
_NO_SECTIONS = ("tags", "articles", "article", "uncategorized", "posts", "default", "general", "none", "null")
_IMAGES = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src",
           "parsely-image-url", "sailthru.image.full", "thumbnail")  # fmt: skip


def find_canonical(evidence: Evidence) -> Found:
    """The address that the page declares as its own: rel=canonical, og:url, then JSON-LD.

    A declaration that leads to the front page or to an unrelated page of another site is a mistake of the
    template and is not believed; the address that answered stands instead.
    """
    url = evidence.document.url
    for one in _declared_addresses(evidence):
        if _is_sane(one.value, url):
            return one
    return Found(url, "address") if url else NOTHING


def foreign_canonical(evidence: Evidence) -> str:
    """The registered domain of the site that the page names as the story's first home, or ""."""
    url = evidence.document.url
    own = registered_domain(url) if url else ""
    for one in _declared_addresses(evidence):
        there = registered_domain(one.value)
        if own and there and _brand(there) != _brand(own) and _is_sane(one.value, url):
            return there
    return ""


def _declared_addresses(evidence: Evidence) -> Iterator[Found]:
    document = evidence.document
    base = document.url
    link = next((one for one in document.tree.iter("link") if one.get("rel") == "canonical"), None)
    if link is not None:
        yield Found(_absolute(base, link.get("href") or ""), "link:canonical")
    if document.first("og:url"):
        yield Found(absolute(base, document.first("og:url")), "meta:og:url")
    for node in evidence.nodes[:1]:
        for value in (node.get("mainEntityOfPage"), node.get("url")):
            link = _link(value)
            if link.startswith("http"):
                yield Found(absolute(base, link), "json-ld:url")


def _link(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""


def _is_sane(declared: str, url: str) -> bool:
    if not declared or not host_of(declared):
        return False
    if not url.startswith("http"):
        return len(urlsplit(declared).path) > 1
    if urlsplit(declared).path in ("", "/") and urlsplit(url).path not in ("", "/"):
        return False
    here, there = registered_domain(url), registered_domain(declared)
    return _brand(here) == _brand(there) or _is_local(url) or _shares_words(declared, url)


def _is_local(url: str) -> bool:
    return host_of(url) in ("localhost", "127.0.0.1", "::1", "[::1]")


def _brand(domain: str) -> str:
    return domain.split(".", 1)[0]


def _shares_words(one: str, other: str) -> bool:
    """Whether two addresses name the same story: three words of their paths in common."""
    words = [
        set(re.findall(r"[^\W\d_]{4,}", urlsplit(url).path.rsplit(".", 1)[0].lower())) for url in (one, other)
    ]
    return len(words[0] & words[1]) >= 3


def find_source(evidence: Evidence, canonical: str) -> tuple[Source, str]:
    """The site: its registered domain and the name it gives itself, with the name's origin.

    The name is og:site_name, the publisher of JSON-LD, another declared name, what follows the headline in
    the title element, or else the domain.
    """
    document = evidence.document
    domain = registered_domain(document.url or canonical)
    declared = (
        Found(document.first("og:site_name"), "meta:og:site_name"),
        Found(
            next((n for n in (jsonld.text(x.get("publisher")) for x in evidence.nodes) if n), ""),
            "json-ld:publisher",
        ),
        Found(next(iter(evidence.site_names), ""), "declared name"),
    )
    sane = [one for one in declared if one.value and len(one.value) <= 60 and "http" not in one.value]
    # A template may declare the name of a desk ("Security"); a name like the domain's goes before it.
    for one in [*(one for one in sane if _is_like(one.value, domain)), *sane]:
        return Source(domain, one.value), one.origin
    name = _name_in_title(document.title, domain)
    return Source(domain, name or domain), "title" if name else "address"


def _is_like(name: str, domain: str) -> bool:
    squeezed = folded(name).replace(" ", "")
    brand = _brand(domain).replace("-", "")
    return bool(squeezed and brand) and (brand in squeezed or squeezed in brand)


def _name_in_title(title: str, domain: str) -> str:
    for part in re.split(r"\s+[|–—·•-]\s+|\s*\|\s*|:\s+", title)[::-1]:
        squeezed = folded(part).replace(" ", "")
        if (
            len(squeezed) > 2
            and domain
            and (squeezed in domain.replace("-", "") or _brand(domain) in squeezed)
        ):
            return " ".join(part.split())
    return ""


def find_section(evidence: Evidence) -> Found:
    """The desk or heading that the story stands under, as declared."""
    for name in _SECTIONS:
        value = evidence.document.first(name).strip(" -–|/>")
        if value and len(value) <= 60 and "http" not in value and value.lower() not in _NO_SECTIONS:
            return Found(value, f"meta:{name}")
    for node in evidence.nodes[:3]:
        value = jsonld.text(node.get("articleSection"))
        if value and len(value) <= 60 and "http" not in value:
            return Found(value, "json-ld:articleSection")
    return NOTHING


def _absolute(base: str, link: str) -> str:
    """A link of the page as an absolute address; an empty one leads nowhere, not to the page itself."""
    return absolute(base, link) if link.strip() else ""


def find_image(evidence: Evidence) -> Found:
    """The address of the lead image: og:image, JSON-LD, the other cards."""
    document = evidence.document
    for name in _IMAGES[:3]:
        if image := _absolute(document.url, document.first(name)):
            return Found(image, f"meta:{name}")
    for node in evidence.nodes[:2]:
        for entry in jsonld.several(node.get("image") or node.get("thumbnailUrl")):
            link = entry.get("url") or entry.get("contentUrl") if isinstance(entry, dict) else entry
            if isinstance(link, str) and (image := _absolute(document.url, link)):
                return Found(image, "json-ld:image")
    for name in _IMAGES[3:]:
        if image := _absolute(document.url, document.first(name)):
            return Found(image, f"meta:{name}")
    return NOTHING
