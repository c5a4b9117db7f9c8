"""Records -> plain objects (dicts, lists, strings, numbers) in the shape that clipper's JSON promises.

A key once published keeps its name and meaning while ``SCHEMA_VERSION`` stays the same; keys may be added.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clipper.records import Article, Clipping, Hit, Mention, Outcome, Person, Renewal

SCHEMA_VERSION = 1


def article_object(article: Article, people: Sequence[Person], given: str) -> dict[str, Any]:
    """Article JSON: one object with ``input`` exactly as given; offsets count characters of ``text``."""
    return {
        "schema_version": SCHEMA_VERSION,
        "input": given,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published,
        "published_from": article.origins.get("published"),
        "page_timestamp": article.page_timestamp,
        "modified": article.modified,
        "source": {"domain": article.source.domain, "name": article.source.name},
        "credited": article.credited,
        "language": article.language,
        "section": article.section,
        "dateline": article.dateline,
        "slug": article.slug,
        "image": article.image,
        "words": article.words,
        "text": article.text,
        "layout": article.layout,
        "captions": list(article.captions),
        "people": [person_object(person) for person in people],
        "removed": [{"rule": cut.rule, "text": cut.text} for cut in article.removed],
        "warnings": list(article.warnings),
        "origins": dict(article.origins),
        "rules": article.rules,
    }


def person_object(person: Person) -> dict[str, Any]:
    """A person of one document; ``mentions`` lie in the text, ``elsewhere`` in its title and captions."""
    return {
        "name": person.name,
        "title": person.title,
        "major": person.major,
        "passing": person.passing,
        "mentions": [mention_object(m) for m in person.mentions if m.where == "text"],
        "elsewhere": [{"where": m.where, **mention_object(m)} for m in person.mentions if m.where != "text"],
    }


def mention_object(mention: Mention) -> dict[str, Any]:
    """One mention; the doubtful ones say so."""
    plain: dict[str, Any] = {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "confidence": round(mention.confidence, 3),
    }
    if mention.ambiguous:
        plain["ambiguous"] = True
    return plain


def clipping_object(clipping: Clipping) -> dict[str, Any]:
    """A clipping: what the archive knows first, then the Article JSON."""
    article = article_object(clipping.article, clipping.people, clipping.given_url)
    return {
        "id": clipping.id,
        "dated": clipping.dated,
        "dated_from": clipping.dated_from,
        "day": clipping.day,
        "added": clipping.added,
        "fetched": clipping.fetched,
        "sha256": clipping.sha256,
        **article,
    }


def hit_object(hit: Hit) -> dict[str, Any]:
    """One hit; the snippet's marks are spelled as asterisks."""
    return {
        "id": hit.id,
        "title": hit.title,
        "url": hit.url,
        "source": hit.source,
        "dated": hit.dated,
        "dated_from": hit.dated_from,
        "day": hit.day,
        "snippet": starred(hit.snippet),
        "score": round(hit.score, 4),
    }


def outcome_object(outcome: Outcome) -> dict[str, Any]:
    """What became of one input of a batch."""
    plain: dict[str, Any] = {"input": outcome.input, "status": outcome.status, "id": outcome.id}
    if outcome.status == "failed":
        plain["error"] = {"kind": outcome.kind, "message": outcome.message}
    return plain


def renewal_object(renewal: Renewal) -> dict[str, Any]:
    """What re-extraction made of one clipping; ``changed`` has the runs of each part that differs."""
    return {
        "id": renewal.id,
        "title": renewal.title,
        "result": renewal.result,
        "reason": renewal.reason,
        "changed": {name: [[run.kind, run.text] for run in runs] for name, runs in renewal.changed},
    }


def refusal_object(given: str, kind: str, message: str) -> dict[str, Any]:
    """An input that gave no article."""
    return {"input": given, "error": {"kind": kind, "message": message}}


def starred(snippet: str) -> str:
    """A snippet with its hits between asterisks instead of private-use marks."""
    return snippet.replace("\ue000", "*").replace("\ue001", "*")
