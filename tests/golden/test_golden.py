"""Each golden page, sentence by sentence: the whole story, nothing of what surrounds it, the right fields.

The pages and their truths were written without a look at the extraction, in the forms that real sites use.
A shortfall that is known is listed with its reason and runs as a strict xfail: when it is mended, the test
fails until its line is taken off the list. `python tests/golden/score.py` prints the figures.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from score import GOLDEN, extracted, holds, pages, required, squash, truth

from clipper.errors import ClipperError, ExtractError
from clipper.extract import extract
from clipper.records import Article

REFUSED = GOLDEN / "refused"

# (page, what falls short, why)
KNOWN_SHORTFALLS = [
    ("01-icebreaker-sonar", "clutter", "a MailChimp sign-up box inside the content stays"),
    ("04-gazette-minehunter-2003", "story", "a bold subheading of a table layout is lost"),
    ("04-gazette-minehunter-2003", "clutter", "side columns, caption and footer of a table layout stay"),
    ("05-thinktank-reserves", "clutter", "a disclaimer `The views expressed are ...` stays"),
    ("06-liveblog-missile-test", "clutter", "the heading of a newsletter box between live posts stays"),
    ("08-amp-frigate-delay", "clutter", "`Reporting by ...; Editing by ...` and the teaser after it stay"),
    ("10-ghost-tram-newsletter", "story", "a first heading, a callout card and an embedded post are lost"),
    ("13-cycling-stage-tailwind", "clutter", "boxes with nothing but utility classes stay"),
    ("16-rundfunk-bahnstrecke", "clutter", "a caption in <p>, its credit and the player's text stay"),
    ("17-techportal-drucker", "clutter", "the writer's e-mail in parentheses stays"),
    ("18-oesterreich-murmeltiere", "clutter", "a newsletter box in a custom element stays"),
    ("22-arc-latam-lago", "clutter", "the label `SEGUIR LEYENDO:` stays when its links are gone"),
    ("23-diario-espana-campanas", "story", "the second of two subtitles given as a list is lost"),
    ("24-portal-antiguo-buque", "clutter", "the label of an advertisement stays"),
    ("26-jp-local-tv-clock", "story", "a speaker and the quotation are lost, without a record of the cut"),
    ("27-kr-cms-village-bus", "story", "the subhead above the photo is lost"),
    ("28-kr-wire-arms-export", "clutter", "the notice that a summary was made by a machine stays"),
    ("32-sv-kvallstidning-alg", "clutter", "the notice of a machine summary and a push offer stay"),
    ("35-ru-agency-ledokol", "clutter", "the label of an advertisement stays"),
]
REASONS = {(page, aspect): reason for page, aspect, reason in KNOWN_SHORTFALLS}


def each(aspect: str, folder: Path = GOLDEN) -> pytest.MarkDecorator:
    """Parameters: every page of the folder, known shortfalls as strict xfails."""
    prefix = "refused/" if folder == REFUSED else ""
    params = []
    for page in pages(folder):
        if aspect == "authors" and truth(page)["authors"] is None:
            continue  # an organisation signs: either answer is right
        reason = REASONS.get((prefix + page, aspect))
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        params.append(pytest.param(page, marks=marks, id=page))
    return pytest.mark.parametrize("page", params)


def article(page: str) -> Article:
    """The article of a golden page; a refusal fails the test."""
    found = extracted(page)
    assert isinstance(found, Article), f"refused: {found}"
    return found


@each("story")
def test_every_paragraph_of_the_story_is_in_the_text(page: str) -> None:
    text, said = article(page).text, truth(page)
    assert [p for p in required(said["text"]) if not holds(text, p, said["language"])] == []


@each("clutter")
def test_nothing_that_surrounds_the_story_is_in_the_text(page: str) -> None:
    text, said = article(page).text, truth(page)
    assert [a for a in said["absent"] if holds(text, a, said["language"])] == []


@each("title")
def test_the_title_is_that_of_the_story(page: str) -> None:
    assert squash(article(page).title) == squash(truth(page)["title"])


@each("authors")
def test_the_authors_are_those_who_sign(page: str) -> None:
    said = truth(page)["authors"]
    assert sorted(map(squash, article(page).authors)) == sorted(map(squash, said))


@each("published")
def test_the_day_of_publication_is_the_one_on_the_page(page: str) -> None:
    assert (article(page).published or "")[:10] == truth(page)["published"]


@each("language")
def test_the_language_is_that_of_the_story(page: str) -> None:
    assert (article(page).language or "").split("-")[0] == truth(page)["language"]


@each("refusal", REFUSED)
def test_a_page_that_is_no_article_is_refused(page: str) -> None:
    assert isinstance(extracted(page, REFUSED), ClipperError)


@each("kind", REFUSED)
def test_a_refusal_says_of_which_kind_the_page_is(page: str) -> None:
    found = extracted(page, REFUSED)
    assert isinstance(found, ClipperError)
    assert found.kind == truth(page, REFUSED)["kind"]


def test_every_known_shortfall_names_a_page_of_the_set() -> None:
    known = {*pages(), *(f"refused/{page}" for page in pages(REFUSED))}
    assert {page for page, _ in REASONS} <= known


def test_a_cookie_question_is_known_by_its_words_where_no_address_tells() -> None:
    page = (REFUSED / "02-consent-redirect-en.html").read_bytes()
    with pytest.raises(ExtractError) as refusal:
        extract(page)
    assert refusal.value.kind == "consent-wall"
