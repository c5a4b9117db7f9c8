"""Page, article and people -> the Clipping that saving them would make, for a dry run: nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from clipper.archive.dates import moment_text
from clipper.archive.saving import choose_date
from clipper.records import Article, Clipping, Page, Person


def preview(page: Page, article: Article, people: Sequence[Person], given_url: str = "") -> Clipping:
    """A clipping with the number 0, which no stored clipping has, and no time of adding."""
    fetched = moment_text(page.fetched_at)
    dated, dated_from = choose_date(article, fetched, None)
    return Clipping(
        id=0,
        article=article,
        people=tuple(people),
        given_url=given_url,
        dated=dated,
        dated_from=dated_from,
        added="",
        fetched=fetched,
        sha256=sha256(page.body).hexdigest(),
    )
