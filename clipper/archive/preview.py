"""What a clipping would be -> that clipping, with the number 0: for dry runs that save nothing."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from clipper.archive.dates import moment_text, now
from clipper.archive.saving import choose_date, storable_article, storable_person
from clipper.records import Clipping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clipper.records import Article, Page, Person


def preview(page: Page, article: Article, people: Sequence[Person] = (), given_url: str = "") -> Clipping:
    """The clipping that ``Archive.save`` would store, with id 0."""
    kept = storable_article(article)
    fetched = moment_text(page.fetched_at)
    dated = choose_date(kept, fetched, None)
    return Clipping(
        id=0,
        article=kept,
        people=tuple(storable_person(person) for person in people),
        given_url=given_url or page.requested_url,
        dated=dated.moment,
        dated_from=dated.origin,
        day=dated.day,
        added=now(),
        fetched=fetched,
        sha256=sha256(page.body).hexdigest(),
    )
