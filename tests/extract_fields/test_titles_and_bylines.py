"""Headlines and authors, in the forms that pages give them."""

from __future__ import annotations

import json

import pytest

from clipper.extract import fields, local_page, parse
from clipper.extract.fields import Fields
from clipper.extract.fields.names import is_person, split_byline
from clipper.extract.fields.title import off_slug

URL = "https://www.example-gazette.com/news/harbour"
LONG = (
    "The harbour board approved a plan on Tuesday to deepen the channel by two metres before the end of "
    "next year. " * 2
)


def read(
    head: str = "", body: str = "", *, url: str = URL, linked: object = None, lang: str = "en"
) -> Fields:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    page = f'<html lang="{lang}"><head>{head}{script}</head><body>{body}<p>{LONG}</p></body></html>'
    return fields.read(parse(local_page(page.encode(), url)))


def og(title: str, site: str = "Example Gazette") -> str:
    return f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">'


def test_a_heading_that_equals_a_declared_title_is_the_title():
    found = read(og("Board to deepen channel"), "<h1>Latest</h1><h1>Board to deepen channel</h1>")
    assert (found.title, found.origins["title"]) == ("Board to deepen channel", "h1")


def test_a_declared_title_goes_before_a_heading_that_nobody_confirms():
    found = read(og("Board to deepen channel | Example Gazette"), "<h1>Sections</h1>")
    assert (found.title, found.origins["title"]) == ("Board to deepen channel", "meta:og:title")


@pytest.mark.parametrize(
    "title",
    [
        "Board to deepen channel | Example Gazette",
        "Board to deepen channel - Example Gazette",
        "Board to deepen channel – example-gazette.com",
        "Board to deepen channel | News | Example Gazette",
        "Board to deepen channel — The Example Gazette",
        "Board to deepen channel | Example Gazette | 27.09.2013",
        "Example Gazette | Board to deepen channel",
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str):
    assert read(og(title)).title == "Board to deepen channel"


@pytest.mark.parametrize(
    "title",
    [
        "Korea - Japan talks to resume in May",
        "What to know: ships, ports and the tide | a guide to a hard year for the coast and its people",
        "Gazette of laws to be printed again - minister",
    ],
)
def test_a_dash_inside_a_headline_stays(title: str):
    assert read(og(title)).title == title


def test_without_declarations_the_title_element_serves():
    assert (
        read("<title>Board to deepen channel | Harbour | example-gazette.com</title>").title
        == "Board to deepen channel"
    )


def test_a_logo_in_a_main_heading_is_not_the_title():
    body = "<h1 class='title'><a href='/'>Strait Notes</a></h1><h3 class='post-title'>Board to deepen channel</h3>"
    found = read("<title>Strait Notes: Board to deepen channel</title>", body)
    assert found.title == "Board to deepen channel"


def test_an_author_named_inside_a_line_is_read():
    body = "<h1>Un canal plus profond</h1><p class='direction'>Publié le : 15/02/2024. Auteur : Aurélie Castel</p>"
    found = read(og("Un canal plus profond"), body, lang="fr")
    assert (found.authors, found.published) == (("Aurélie Castel",), "2024-02-15")


def test_a_lesser_heading_serves_where_the_page_has_no_main_one():
    found = read("<title>Strait Notes: Board to deepen channel</title>", "<h2>Board to deepen channel</h2>")
    assert found.title == "Board to deepen channel"


def test_entities_in_json_ld_are_letters():
    found = read(linked={"@type": "NewsArticle", "headline": "Board&#039;s plan &amp; the tide"})
    assert found.title == "Board's plan & the tide"


@pytest.mark.parametrize(
    ("raw", "title", "slug"),
    [
        ("UPDATE 1-Board to deepen channel", "Board to deepen channel", "UPDATE 1-"),
        ("(2nd LD) Board to deepen channel", "Board to deepen channel", "(2nd LD)"),
        ("(LEAD) Board to deepen channel", "Board to deepen channel", "(LEAD)"),
        ("CORRECTED-Board to deepen channel", "Board to deepen channel", "CORRECTED-"),
        ("EXCLUSIVE: Board to deepen channel", "Board to deepen channel", "EXCLUSIVE:"),
        ("WRAPUP 3-EXCLUSIVE-Board to deepen channel", "Board to deepen channel", "WRAPUP 3- EXCLUSIVE-"),
        ("(ATTN: UPDATES with more details) Board to deepen channel", "Board to deepen channel",
         "(ATTN: UPDATES with more details)"),
        ("Update on the channel", "Update on the channel", ""),
        ("Watch: it", "Watch: it", ""),
        ("Lead in water pipes worries town", "Lead in water pipes worries town", ""),
    ],
)  # fmt: skip
def test_wire_slugs_come_off_and_are_kept(raw: str, title: str, slug: str):
    assert off_slug(raw) == (title, slug)


def test_people_go_before_organisations():
    author = [{"@type": "Organization", "name": "Example Gazette"}, {"@type": "Person", "name": "Ann Lee"}]
    assert read(linked={"@type": "NewsArticle", "author": author}).authors == ("Ann Lee",)


def test_an_author_behind_an_id_is_looked_up():
    graph = {"@graph": [{"@type": "NewsArticle", "author": {"@id": "#ann"}},
                        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}  # fmt: skip
    assert read(linked=graph).authors == ("Ann Lee",)


def test_the_site_as_author_gives_way_to_a_person_in_the_byline():
    body = '<h1>Board to deepen channel</h1><p class="byline">By Ann Lee and Omar bin Said, Harbour City</p>'
    found = read(
        og("Board to deepen channel"), body, linked={"@type": "NewsArticle", "author": "Example Gazette"}
    )
    assert found.authors == ("Ann Lee", "Omar bin Said")
    assert found.origins["authors"] == "byline:class"


def test_an_agency_stands_alone_only_where_no_person_is_named_and_says_so():
    alone = read(
        linked={"@type": "NewsArticle", "author": {"@type": "Person", "name": "The Associated Press"}}
    )
    assert alone.authors == ("The Associated Press",)
    assert alone.origins["authors"].endswith("(organization)")
    both = read(linked={"@type": "NewsArticle", "author": [{"name": "Ann Lee"}, {"name": "AP"}]})
    assert (both.authors, both.agencies) == (("Ann Lee",), ("AP",))


@pytest.mark.parametrize(
    "content",
    [
        "https://www.facebook.com/gazette",
        "desk@example-gazette.com",
        "@gazette",
        "admin",
        "Staff Writer",
        "By",
    ],
)
def test_what_is_no_name_is_no_author(content: str):
    found = read(f'<meta name="author" content="{content}">')
    assert not [name for name in found.authors if is_person(name, frozenset())]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Ann Lee and Omar bin Said, Harbour City", ["Ann Lee", "Omar bin Said"]),
        ("BY ANN LEE, STAFF WRITER", ["Ann Lee"]),
        ("Von Jörg Maß und Anna von der Aue, Berlin", ["Jörg Maß", "Anna von der Aue"]),
        ("Par Élise d'Arc et Luc Petit", ["Élise d'Arc", "Luc Petit"]),
        ("Por María R. Soler y José Paz", ["María R. Soler", "José Paz"]),
        ("Di Marco De Luca", ["Marco De Luca"]),
        ("Av Åsa Berg och Nils Ek", ["Åsa Berg", "Nils Ek"]),
        ("Door Jan de Boer", ["Jan de Boer"]),
        ("Autor: Jan Nowak", ["Jan Nowak"]),
        ("Текст: Анна Белова, Пётр Серов", ["Анна Белова", "Пётр Серов"]),
        ("김철수 기자 kim@example.kr", ["김철수"]),
        ("記者 山田太郎", ["山田太郎"]),
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("By Senior Airman Jane Roe, 36th Wing Public Affairs", ["Jane Roe"]),
        ("By Mass Communication Specialist 2nd Class John Poe", ["John Poe"]),
        ("By Gen. David H. Mills", ["David H. Mills"]),
        ("By Jane Roe DoD News, Defense Media Activity", ["Jane Roe"]),
        ("By JANE ROE Associated Press", ["Jane Roe"]),
        ("Story by Sgt. 1st Class Jane Roe", ["Jane Roe"]),
        ("Story and photos by Jane Roe", ["Jane Roe"]),
        ("Photo by Jane Roe", []),
        ("By Reuters Staff", []),
        ("• Kyodo", []),
        ("by Staff Writers", []),
        ("Courtesy Story", []),
        ("Ann Lee / Journalist", ["Ann Lee"]),
        ("Ann Lee (alee)", ["Ann Lee"]),
        ("27.09.2013 um 14:46 von Ann Lee", ["Ann Lee"]),
        ("By Ann Lee | September 27, 2013", ["Ann Lee"]),
        ("Written by Ann Lee; edited by Omar Said", ["Ann Lee", "Omar Said"]),
        ("Lee, Ann", ["Ann Lee"]),
        ("By John Poe, Jr.", ["John Poe Jr."]),
        ("Abby Johnson", ["Abby Johnson"]),
        ("Andy Byford", ["Andy Byford"]),
        ("De Gaulle", ["De Gaulle"]),
    ],
)
def test_a_byline_gives_people_and_nothing_else(line: str, people: list[str]):
    assert [name for name in split_byline(line) if is_person(name, frozenset())] == people


@pytest.mark.parametrize(
    "name",
    ["Reuters", "dpa", "AFP", "Example Newsroom", "Web Desk", "BR24 Redaktion", "朝日新聞デジタル",
     "example.com", "Press Association", "Anadolu Ajansı", "36th Wing Public Affairs"],
)  # fmt: skip
def test_an_outlet_an_agency_or_a_desk_is_no_person(name: str):
    assert not is_person(name, frozenset())


def test_the_name_of_the_site_is_no_person():
    assert not is_person("Harbour Echo", frozenset({"harbour echo"}))
    assert is_person("Howard Stern", frozenset({"stern de", "stern"}))


def test_bylines_of_teasers_comments_and_captions_are_not_the_authors():
    body = (
        "<h1>Board to deepen channel</h1>"
        "<figure><figcaption class='author'>Photo: Zoe Lens</figcaption></figure>"
        "<div class='related-card'><span class='author'>By Ted Other</span></div>"
        "<div class='comment'><span class='author'>Bob Reader</span></div>"
    )
    assert read(og("Board to deepen channel"), body).authors == ()


def test_a_link_to_an_authors_page_below_the_headline_names_the_author():
    body = "<h1>Board to deepen channel</h1><p>von <a href='/autoren/ann-lee'>Dr. Ann Lee</a></p>"
    assert read(og("Board to deepen channel"), body, lang="de").authors == ("Dr. Ann Lee",)
