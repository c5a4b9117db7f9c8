"""What the body takes and leaves by where a line stands; each page is written here."""

from __future__ import annotations

import contextlib
import json
import time
from datetime import UTC, datetime

import pytest

from clipper.errors import ExtractError
from clipper.extract.body import Body, find_body
from clipper.extract.document import parse
from clipper.records import Page

NOW = datetime(2024, 5, 1, tzinfo=UTC)
STORY = (
    "The bridge at the old mill will be closed for two years, the council decided on Tuesday evening.",
    "Its pillars were damaged by ice in the winter, and a report says that nobody had looked at them since 1988.",
    "Buses will take the long way around the lake, which adds half an hour to the trip of eight hundred pupils.",
    "The mayor said she was sorry, and that there had been no money for either the pillars or the report.",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)


def body_of(
    markup: str, *, title: str = "Bridge closed for two years", url: str = "", description: str = ""
) -> Body:
    html = f"<html><head><title>{title}</title></head><body>{markup}</body></html>"
    page = Page(url, url, NOW, 200, "text/html", "utf-8", (), html.encode())
    return find_body(parse(page), title=title, description=description)


def texts(body: Body) -> list[str]:
    return [block.text for block in body.blocks]


def test_boxes_around_and_within_the_story_are_left_out() -> None:
    body = body_of(
        f"<article><h1>Bridge closed for two years</h1><div class='text'>{PARAGRAPHS[:110]}</p>"
        "<div class='related-posts'><p>The lake froze for the first time in a century, and people danced on it.</p></div>"
        f"{PARAGRAPHS}<div class='newsletter-box'><p>Read what matters in the valley every morning before breakfast.</p></div>"
        "</div><div class='author-bio'><p>Ann Lee has written about bridges for ten years and lives by the lake.</p></div>"
        "</article><aside class='sidebar'><p>Most of our readers agree that the lake is too cold in the spring.</p></aside>"
    )
    assert all(line in texts(body) for line in STORY)
    assert not any("danced" in line or "breakfast" in line or "Ann Lee" in line for line in texts(body))


def test_the_standfirst_between_headline_and_story_is_kept() -> None:
    lead = "Pupils and nurses will need half an hour more, and nobody knows who will pay for the buses"
    body = body_of(
        f"<header><h1>Bridge closed for two years</h1><p class='standfirst'>{lead}</p><p class='byline'>By Ann Lee</p></header>"
        f"<div class='article-body'>{PARAGRAPHS}</div>"
    )
    assert texts(body) == [lead, *STORY]


def test_a_caption_is_kept_apart_from_the_text() -> None:
    body = body_of(
        f"<article><h1>Bridge closed for two years</h1><figure><img src=a><figcaption>Ann Lee on the bridge</figcaption></figure>{PARAGRAPHS}</article>"
    )
    assert texts(body) == list(STORY)
    assert body.captions == ("Ann Lee on the bridge",)


def test_each_line_has_its_letter() -> None:
    body = body_of(
        f"<article><h1>Bridge closed for two years</h1>{PARAGRAPHS}<h2>What happens now</h2>{PARAGRAPHS.replace('bridge', 'road').replace('pillars', 'stones').replace('Buses', 'Cars')}"
        "<ul><li>The first bus leaves at six in the morning.</li><li>The last one leaves at nine.</li></ul>"
        "<blockquote><p>We were told that it would hold for another thousand years.</p></blockquote>"
        "<p>So says a letter of 1988 that the council has found in its cellar this week.</p></article>"
    )
    letters = {block.text[:8]: block.kind for block in body.blocks}
    assert letters["What hap"] == "h"
    assert letters["The firs"] == "l"
    assert letters["We were "] == "q"
    assert letters["The brid"] == "p"


def test_a_story_cut_into_containers_is_joined_again() -> None:
    parts = "".join(
        f"<div class='chunk'><div class='text-part'><p>{a}</p><p>{b}</p></div></div><div class='ad'><p>Ad</p></div>"
        for a, b in (STORY[:2], STORY[2:])
    )
    assert texts(body_of(f"<main><h1>Bridge closed for two years</h1>{parts}</main>")) == list(STORY)


def test_what_is_read_to_the_blind_only_is_no_text() -> None:
    body = body_of(
        f"<article>{PARAGRAPHS}<p>The report is <a href=r>on the web<span class='sr-only'>, opens in a new tab</span></a> and has 41 pages, most of them blank.</p></article>"
    )
    assert texts(body)[-1] == "The report is on the web and has 41 pages, most of them blank."


def test_lines_broken_by_br_are_paragraphs() -> None:
    assert texts(body_of("<div class='content'>" + "<br><br>".join(STORY) + "</div>")) == list(STORY)


def test_a_row_of_a_table_is_one_line() -> None:
    table = "<table><tr><th>Year</th><th>Cars</th></tr><tr><td>1988</td><td>412</td></tr></table>"
    body = body_of(
        f"<article>{PARAGRAPHS}{table}<p>That is what the counters say that the town has put up at both ends of it.</p></article>"
    )
    assert [block.text for block in body.blocks if block.kind == "t"] == ["Year | Cars", "1988 | 412"]


def test_a_table_in_a_figure_belongs_to_the_story() -> None:
    table = "<figure class='wp-block-table'><table><tr><td>1988</td><td>412</td></tr><tr><td>2021</td><td>977</td></tr></table></figure>"
    body = body_of(
        f"<article>{PARAGRAPHS}{table}<p>That is what the counters say that the town has put up at both ends of it.</p></article>"
    )
    assert [block.text for block in body.blocks if block.kind == "t"] == ["1988 | 412", "2021 | 977"]


def test_a_page_laid_out_in_a_table_has_paragraphs() -> None:
    body = body_of(
        "<table><tr><td><a href=/>Home</a><br><a href=/n>News</a></td>"
        f"<td>{'<br><br>'.join(STORY)}</td></tr></table>"
    )
    assert texts(body) == list(STORY)
    assert {block.kind for block in body.blocks} == {"p"}


def test_the_tree_is_not_changed() -> None:
    from lxml import etree

    page = Page(
        "",
        "",
        NOW,
        200,
        "text/html",
        "utf-8",
        (),
        f"<html><body><nav>x</nav><article>{PARAGRAPHS}</article></body></html>".encode(),
    )
    document = parse(page)
    before = etree.tostring(document.tree)
    find_body(document, title="")
    assert etree.tostring(document.tree) == before


def test_a_story_that_is_only_declared_is_read_from_the_declaration() -> None:
    rest = [f"{line} That is what the report says on its page {n}." for n, line in enumerate(STORY * 2)]
    declared = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join((STORY[0], *rest))})
    body = body_of(
        f"<script type='application/ld+json'>{declared}</script><article><h1>Bridge closed for two years</h1>"
        f"<p>{STORY[0]}</p></article>"
    )
    assert texts(body) == [STORY[0], *rest]
    assert body.view == "declared"
    assert body.warnings


def test_a_declared_text_of_another_story_is_not_believed() -> None:
    declared = json.dumps({"@type": "NewsArticle", "articleBody": "Eggs are dear. " * 200})
    body = body_of(f"<script type='application/ld+json'>{declared}</script><article>{PARAGRAPHS}</article>")
    assert texts(body) == list(STORY)


def test_a_site_rule_takes_out_the_lines_of_its_site_only() -> None:
    markup = f"<article><h1>Bridge closed for two years</h1>{PARAGRAPHS}<p>Support our mission</p><p>{STORY[0][::-1]}.</p></article>"
    ours = body_of(markup, url="https://www.stripes.com/news/bridge-1.2")
    others = body_of(markup, url="https://www.example.com/news/bridge-1.2")
    assert "Support our mission" not in texts(ours)
    assert "Support our mission" in texts(others)


def test_a_site_rule_names_the_storys_place() -> None:
    markup = f"<h1>Bridge closed for two years</h1><div id='p-article-block'><p>{STORY[0]}</p><p class='more'>{STORY[1]}</p><p>{STORY[2]}</p></div><div><p>{STORY[3]}</p></div>"
    body = body_of(markup, url="https://japannews.yomiuri.co.jp/bridge/")
    assert texts(body) == [STORY[0], STORY[2]]


MONSTERS = {
    "nested divisions": "<div>" * 10_000 + PARAGRAPHS,
    "nested tables": "<table><tr><td>" * 5_000 + PARAGRAPHS,
    "nested quotes": "<blockquote>so it goes " * 10_000,
    "open emphasis": "<p>" + "<b>word " * 10_000,
    "breaks": "<br>" * 50_000 + PARAGRAPHS,
    "links": "<p>" + "<a href=x>link</a> " * 20_000,
    "headings": "<h2>head</h2>" * 20_000,
    "a long class": f"<div class='{'related ' * 20_000}'>{PARAGRAPHS}</div>",
    "nothing": "",
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monstrous_page_is_read_in_little_time(name: str) -> None:
    start = time.process_time()
    with contextlib.suppress(ExtractError):
        body_of(MONSTERS[name])
    assert time.process_time() - start < 5
