"""When a story was published: declared, printed near the headline or in the address; never guessed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from clipper.extract import extract, fields, parse
from clipper.extract.fields import Fields
from clipper.extract.fields.moments import moment
from clipper.records import Page

LONG = (
    "The harbour board approved a plan on Tuesday to deepen the channel by two metres before the end of "
    "next year. " * 2
)
FETCHED = datetime(2024, 6, 1, 12, 0, tzinfo=UTC)


def read(
    head: str = "",
    body: str = "",
    *,
    url: str = "https://example-gazette.com/a",
    linked: object = None,
    lang: str = "en",
) -> Fields:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    text = f"<p>{LONG}</p>" * 3
    html = f'<html lang="{lang}"><head>{head}{script}</head><body>{body}{text}</body></html>'
    return fields.read(parse(Page(url, url, FETCHED, 200, "text/html", None, (), html.encode())))


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("2013-09-27T10:00:00+09:00", "", "2013-09-27T10:00:00+09:00"),
        ("2013-09-27T10:00:00.123Z", "", "2013-09-27T10:00:00+00:00"),
        ("2013-09-27 10:00", "", "2013-09-27T10:00:00"),
        ("2013-09-27T10:00:00+0900", "", "2013-09-27T10:00:00+09:00"),
        ("20130927", "", "2013-09-27"),
        ("1380243600", "", "2013-09-27T01:00:00+00:00"),
        ("Fri, 27 Sep 2013 10:00:00 GMT", "", "2013-09-27T10:00:00+00:00"),
        ("September 27, 2013 / 5:44 AM / 4 years ago", "en", "2013-09-27T05:44:00"),
        ("Sept. 27, 2013", "en", "2013-09-27"),
        ("May 18, 2013 17:25 KST", "en", "2013-05-18T17:25:00+09:00"),
        ("5 June 2023 4:05 pm EDT", "en", "2023-06-05T16:05:00-04:00"),
        ("28. April 2024, 14:26 Uhr", "de", "2024-04-28T14:26:00"),
        ("27 de septiembre de 2013 a las 10:30", "es", "2013-09-27T10:30:00"),
        ("1er août 2023 à 10h30", "fr", "2023-08-01T10:30:00"),
        ("8 января 2024, 17:46", "ru", "2024-01-08T17:46:00"),
        ("10 Kasım 2023 - 17:59", "tr", "2023-11-10T17:59:00"),
        ("3 marca 2024", "pl", "2024-03-03"),
        ("4 maj 2024 kl 10.15", "sv", "2024-05-04T10:15:00"),
        ("2013年9月27日 10時00分", "ja", "2013-09-27T10:00:00"),
        ("2013年9月27日 午後2時05分", "ja", "2013-09-27T14:05:00"),
        ("승인 2017. 3. 22. 오후 2:02", "ko", "2017-03-22T14:02:00"),
        ("22/10/2023, 10:00 (GMT+7)", "vi", "2023-10-22T10:00:00+07:00"),
        ("03/04/2013", "en-US", "2013-03-04"),
        ("03/04/2013", "en-GB", "2013-04-03"),
        ("03/04/2013", "fr", "2013-04-03"),
        ("03.04.2013", "en-US", "2013-04-03"),
        ("27/04/2013", "en-US", "2013-04-27"),
        ("in the 1997 Defense Cooperation document", "en", ""),
        ("2024-02-30", "", ""),
        ("1970-01-01T00:00:00Z", "", ""),
        ("0001-01-01", "", ""),
        ("12:30", "", ""),
    ],
)
def test_a_moment_keeps_the_precision_and_zone_it_was_given_with(text: str, language: str, iso: str):
    assert moment(text, language) == iso


def test_json_ld_goes_before_meta_and_meta_before_print():
    meta = '<meta property="article:published_time" content="2024-01-02T08:00:00Z">'
    time = "<h1>Plan</h1><time datetime='2024-01-03'>3 January</time>"
    linked = {"@type": "NewsArticle", "datePublished": "2024-01-02T09:30:00+01:00"}
    both = read(meta, time, linked=linked)
    assert (both.published, both.origins["published"]) == (
        "2024-01-02T09:30:00+01:00",
        "json-ld:datePublished",
    )
    assert read(meta, time).origins["published"] == "meta:article:published_time"
    assert read("", time).origins["published"] == "time"


def test_two_declarations_on_different_days_become_a_warning():
    meta = '<meta property="article:published_time" content="2024-01-09T08:00:00Z">'
    found = read(meta, linked={"@type": "NewsArticle", "datePublished": "2024-01-02"})
    assert found.published == "2024-01-02"
    assert any("two dates" in warning and "2024-01-09" in warning for warning in found.warnings)


def test_nothing_after_the_fetch_is_believed():
    found = read(
        '<meta name="date" content="2024-05-01">',
        linked={"@type": "NewsArticle", "datePublished": "2025-01-02"},
    )
    assert (found.published, found.origins["published"]) == ("2024-05-01", "meta:date")
    assert any("after it was fetched" in warning for warning in found.warnings)


def test_a_zone_ahead_of_the_fetch_is_no_date_after_it():
    assert read(linked={"@type": "NewsArticle", "datePublished": "2024-06-02"}).published == "2024-06-02"


def test_a_date_in_running_text_or_in_the_foot_is_no_publication_date():
    body = (
        "<h1>Plan</h1><p>The treaty of 1997-01-01, signed on January 1, 1997, allows the work to begin at "
        "once, and so on."
        "</p><footer><time datetime='2024-05-31'>31 May 2024</time> © 2024</footer>"
    )
    assert read("", body).published == ""


def test_the_date_of_a_teaser_or_comment_is_not_the_storys():
    body = (
        "<h1>Plan</h1><aside><time datetime='2024-05-01'>1 May</time></aside>"
        "<div class='related-item'><time datetime='2024-05-02'>2 May</time></div>"
        "<div class='comments'><time datetime='2024-05-03'>3 May</time></div>"
    )
    assert read("", body).published == ""


def test_a_line_near_the_headline_is_read_in_the_pages_language():
    body = "<h1>Plan</h1><div class='meta'>Veröffentlicht am 03.04.2024 um 10:15 Uhr</div>"
    assert read("", body, lang="de").published == "2024-04-03T10:15:00"


def test_the_first_time_near_the_headline_that_is_not_an_update_counts():
    later = "<p>Updated <time datetime='2024-05-03'>3 May</time></p>"
    body = f"<h1>Plan</h1>{later}<p>Published <time datetime='2024-05-01'>1 May</time></p>"
    found = read("", body)
    assert (found.published, found.modified) == ("2024-05-01", "2024-05-03")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example-gazette.com/2013/09/27/plan", "2013-09-27"),
        ("https://example-gazette.com/news/2013-09-27-plan.html", "2013-09-27"),
        ("https://example-gazette.com/2013/sep/27/plan", "2013-09-27"),
        ("https://example-gazette.com/a/20130927/plan", "2013-09-27"),
        ("https://example-gazette.com/story-20139999", ""),
        ("https://example-gazette.com/2013/plan", ""),
    ],
)
def test_the_address_dates_a_page_that_declares_nothing(url: str, day: str):
    found = read("", "<h1>Plan</h1>", url=url)
    assert found.published == day
    if day:
        assert found.origins["published"] == "address"


def test_a_form_around_the_whole_page_hides_nothing():
    body = "<form><div>NEWS | <time datetime='2018-09-27'>Sept. 27, 2018</time></div><h1>Plan</h1></form>"
    assert read("", body).published == "2018-09-27"


def test_the_time_of_an_old_page_without_a_main_heading_is_no_publication_date():
    body = f"<h2>Plan</h2><p>{LONG}</p><p>{LONG}</p><h3>Leave a Reply</h3><p>05:42 20 Apr , 2024</p>"
    assert read("", body).published == ""


def test_a_date_after_a_line_break_under_the_byline_is_read():
    body = "<h1>Plan</h1><font>By ANN LEE, Naval Correspondent<br>Wednesday, 14 May 2003</font>"
    assert read("", body).published == "2003-05-14"


def test_an_abbreviation_that_holds_the_date_in_its_title_is_read():
    body = "<h1>Plan</h1><abbr class='published' itemprop='datePublished' title='2012-10-07T22:31:00-05:00'>10 PM</abbr>"
    assert read("", body).published == "2012-10-07T22:31:00-05:00"


def test_a_line_that_is_nothing_but_a_time_is_kept_apart_from_the_date():
    lines = "".join(f"<p>{LONG}</p>" for _ in range(3))
    body = f"<html lang='en'><h2>Plan of the board</h2>{lines}<h3>Leave a Reply</h3><p>05:42 20 Apr , 2024</p></html>"
    article = extract(body.encode())
    assert (article.published, article.page_timestamp) == (None, "2024-04-20T05:42")
    assert "05:42" not in article.text


def test_modified_is_kept_apart():
    linked = {"@type": "NewsArticle", "datePublished": "2024-01-02", "dateModified": "2024-01-05T10:00:00Z"}
    found = read(linked=linked)
    assert (found.published, found.modified) == ("2024-01-02", "2024-01-05T10:00:00+00:00")
    assert found.origins["modified"] == "json-ld:dateModified"


def test_english_under_a_british_address_writes_the_day_first():
    body = "<h1>Plan</h1><span class='date'>03/04/2024</span>"
    assert read("", body, url="https://example-gazette.co.uk/a").published == "2024-04-03"
    assert read("", body, lang="en-US").published == "2024-03-04"
