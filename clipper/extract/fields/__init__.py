"""Document -> Fields: what a page says about its story, each value with the declaration that it came from.

Every field has one order of evidence, and it stands in one place: the docstring and the code of
`find_title`, `find_authors`, `find_dates`, `find_canonical`, `find_source`, `find_section`, `find_image`,
`find_language` and `find_credited`. This module asks them and writes down the origins.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from clipper.extract.document import Document
from clipper.extract.fields.authors import find_authors
from clipper.extract.fields.credit import find_credited
from clipper.extract.fields.dateline import find_dateline
from clipper.extract.fields.evidence import Evidence, gather
from clipper.extract.fields.found import Found
from clipper.extract.fields.language import declared_language, find_language
from clipper.extract.fields.place import find_canonical, find_image, find_section, find_source
from clipper.extract.fields.published import find_dates
from clipper.extract.fields.title import find_title
from clipper.records import Source
from clipper.text import folded

__all__ = ["Fields", "Spoken", "read", "read_text"]


class Fields(NamedTuple):
    """What the head of a page declares and its headline shows; "" and () for what it does not say.

    ``origins`` names the declaration behind each value that is there; ``evidence`` is kept for what
    can only be told once the text is known (`read_text`).
    """

    url: str
    canonical_url: str
    title: str
    slug: str
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    published: str
    modified: str
    source: Source
    section: str
    image: str
    description: str
    language: Found
    warnings: tuple[str, ...]
    origins: dict[str, str]
    evidence: Evidence


class Spoken(NamedTuple):
    """What the text itself says: its language, its dateline, the outlet it credits; "" if nothing."""

    language: str
    dateline: str
    credited: str
    origins: dict[str, str]


def read(document: Document) -> Fields:
    """The fields of an HTML page, before its text is known."""
    evidence = gather(document)
    headline = find_title(evidence)
    byline = find_authors(evidence)
    dates = find_dates(evidence)
    canonical = find_canonical(evidence)
    source, source_origin = find_source(evidence, canonical.value)
    section, image = find_section(evidence), find_image(evidence)
    found = {
        "title": headline.title,
        "authors": Found(" ".join(byline.authors), byline.origin),
        "published": dates.published,
        "modified": dates.modified,
        "canonical_url": canonical,
        "source": Found(source.name, source_origin),
        "section": section,
        "image": image,
        "slug": Found(headline.slug, headline.title.origin),
    }
    return Fields(
        url=document.url or canonical.value,
        canonical_url=canonical.value,
        title=headline.title.value,
        slug=headline.slug,
        authors=byline.authors,
        agencies=byline.agencies,
        published=dates.published.value,
        modified=dates.modified.value,
        source=source,
        section=section.value,
        image=image.value,
        description=document.first("og:description", "description", "twitter:description"),
        language=declared_language(evidence),
        warnings=(*dates.warnings, *_title_conflict(headline.title, headline.declared)),
        origins={name: one.origin for name, one in found.items() if one.value},
        evidence=evidence,
    )


def _title_conflict(title: Found, declared: Sequence[Found]) -> tuple[str, ...]:
    """One sentence when og:title and the JSON-LD headline have hardly a word in common."""
    by_origin = {one.origin: one.value for one in declared[::-1]}
    social, linked = by_origin.get("meta:og:title", ""), by_origin.get("json-ld:headline", "")
    words = [set(folded(one).split()) for one in (social, linked)]
    if not all(words) or len(words[0] & words[1]) * 4 >= min(map(len, words)) or max(social) > "\u2e80":
        return ()
    return (f"The page declares two titles: “{social}” and “{linked}”; the one of {title.origin} was taken.",)


def read_text(fields: Fields, lines: Sequence[str], noted: str | None = None) -> Spoken:
    """What the text adds; ``lines`` are the lines of the story, ``noted`` the credit that the cleaner cut."""
    return _spoken(fields.evidence, fields.language, fields.agencies, lines, noted)


def _spoken(
    evidence: Evidence, declared: Found, agencies: Sequence[str], lines: Sequence[str], noted: str | None
) -> Spoken:
    language = find_language(declared, "\n".join(lines[:40]))
    dateline = find_dateline(lines)
    credited = find_credited(evidence, noted=noted, agency=dateline.agency, agencies=agencies, lines=lines)
    origins = {}
    if language.value:
        origins["language"] = language.origin
    if dateline.place:
        origins["dateline"] = "text"
    if credited.value:
        origins["credited"] = credited.origin
    return Spoken(language.value, dateline.place, credited.value, origins)
