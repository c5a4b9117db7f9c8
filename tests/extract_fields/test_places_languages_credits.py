"""Where a story stands, what it is written in, who is credited, where it was filed."""

from __future__ import annotations

import json

import pytest

from clipper.extract import extract, fields, local_page, parse
from clipper.extract.fields.dateline import read_dateline
from clipper.extract.fields.language import detect
from clipper.text import folded, lines, one_line, safe

LONG = (
    "The harbour board approved a plan on Tuesday to deepen the channel by two metres before the end of "
    "next year. " * 2
)


def read(
    head: str = "",
    body: str = "",
    *,
    url: str = "https://www.example-gazette.com/news/plan-for-harbour-channel",
    lang: str = "en",
):
    page = f'<html lang="{lang}"><head>{head}</head><body>{body}<p>{LONG}</p></body></html>'
    return fields.read(parse(local_page(page.encode(), url)))


def test_the_canonical_link_is_made_absolute():
    found = read('<link rel="canonical" href="/news/plan">')
    assert found.canonical_url == "https://www.example-gazette.com/news/plan"
    assert found.origins["canonical_url"] == "link:canonical"


@pytest.mark.parametrize(
    "href", ["https://www.example-gazette.com/", "javascript:void(0)", "", "https://ads.example.net/x"]
)
def test_a_canonical_link_that_leads_elsewhere_is_not_believed(href: str):
    assert read(f'<link rel="canonical" href="{href}">').canonical_url.endswith(
        "/news/plan-for-harbour-channel"
    )


def test_a_copy_that_names_the_original_is_credited_to_it():
    head = '<link rel="canonical" href="https://www.harbour-echo.org/2024/plan-for-harbour-channel.html">'
    found = read(head)
    spoken = fields.read_text(found, [LONG])
    assert found.canonical_url.startswith("https://www.harbour-echo.org/")
    assert spoken.credited == "harbour-echo.org"


def test_a_file_without_address_takes_the_one_that_the_page_declares():
    found = read('<meta property="og:url" content="https://example-gazette.com/news/plan">', url="")
    assert found.url == "https://example-gazette.com/news/plan"


def test_the_source_is_the_registered_domain_and_the_name_the_site_gives_itself():
    found = read(
        '<meta property="og:site_name" content="Example Gazette">',
        url="https://news.example-gazette.co.uk/a/b",
    )
    assert (found.source.domain, found.source.name) == ("example-gazette.co.uk", "Example Gazette")


def test_a_site_without_a_name_is_called_by_its_title_or_domain():
    assert read("<title>Plan | Example Gazette</title>").source.name == "Example Gazette"
    assert read("<title>Example Gazette: Plan of the board</title>").source.name == "Example Gazette"
    assert read("<title>Plan</title>").source.name == "example-gazette.com"


def test_section_and_image_are_as_declared():
    linked = json.dumps(
        {"@type": "NewsArticle", "articleSection": ["Harbour", "News"], "image": {"url": "/i.jpg"}}
    )
    found = read(f'<script type="application/ld+json">{linked}</script>')
    assert (found.section, found.image) == ("Harbour", "https://www.example-gazette.com/i.jpg")


SPOKEN = {
    "en": "The board said on Monday that it would begin the work in April, and that the port will stay open.",
    "de": "Der Ausschuss teilte am Montag mit, dass die Arbeiten im April beginnen und der Hafen offen "
    "bleibt.",
    "fr": "Le conseil a annoncé lundi que les travaux commenceront en avril et que le port restera ouvert.",
    "es": "La junta dijo el lunes que las obras comenzarán en abril y que el puerto seguirá abierto para "
    "todos.",
    "it": "Il consiglio ha detto lunedì che i lavori inizieranno ad aprile e che il porto resterà aperto.",
    "pt": "O conselho disse na segunda-feira que as obras começam em abril e que o porto não será fechado.",
    "nl": "Het bestuur zei maandag dat het werk in april begint en dat de haven niet wordt gesloten.",
    "sv": "Styrelsen sade på måndagen att arbetet börjar i april och att hamnen inte ska stängas för de "
    "små båtarna.",
    "no": "Styret sa mandag at arbeidet begynner i april, og at havnen ikke blir stengt for de små båtene "
    "etter det.",
    "da": "Bestyrelsen sagde mandag, at arbejdet begynder i april, og at havnen ikke bliver lukket af "
    "hensyn til dem.",
    "fi": "Hallitus sanoi maanantaina, että työt alkavat huhtikuussa ja että satama ei ole suljettu sen "
    "vuoksi.",
    "pl": "Zarząd poinformował w poniedziałek, że prace rozpoczną się w kwietniu i że port nie będzie "
    "zamknięty.",
    "tr": "Kurul pazartesi günü çalışmaların nisan ayında başlayacağını ve limanın açık kalacağını bu "
    "sabah için duyurdu.",
    "id": "Dewan mengatakan pada hari Senin bahwa pekerjaan akan dimulai pada bulan April dan pelabuhan "
    "tidak ditutup.",
    "vi": "Hội đồng cho biết hôm thứ Hai rằng công việc sẽ bắt đầu vào tháng Tư và cảng không bị đóng cửa.",
    "ru": "Совет заявил в понедельник, что работы начнутся в апреле и что порт останется открытым, это "
    "было решено.",
    "uk": "Рада заявила в понеділок, що роботи почнуться у квітні і що порт залишиться відкритим для "
    "їхніх човнів.",
    "ja": "港湾委員会は月曜日、工事を四月に始めると発表した。港は開いたままとなる。",
    "ko": "항만위원회는 월요일 공사를 4월에 시작한다고 밝혔다. 항구는 계속 열려 있다.",
    "zh": "港务委员会星期一表示，工程将于四月开始，港口将保持开放。",
    "ar": "قال المجلس يوم الاثنين إن الأعمال ستبدأ في أبريل وإن الميناء سيبقى مفتوحا.",
}


@pytest.mark.parametrize("code", SPOKEN)
def test_a_sentence_tells_its_language(code: str):
    assert detect(SPOKEN[code]) == code


def test_a_template_that_declares_english_over_a_german_text_is_overruled():
    found = read()
    assert fields.read_text(found, [SPOKEN["de"], SPOKEN["de"]]).language == "de"
    assert fields.read_text(found, [SPOKEN["en"], SPOKEN["en"]]).origins["language"] == "html:lang"


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("WASHINGTON — The Pentagon said", "WASHINGTON", ""),
        ("WASHINGTON -- The Pentagon said", "WASHINGTON", ""),
        ("WASHINGTON: The Pentagon said", "WASHINGTON", ""),
        ("TOKYO (Reuters) - Japan said", "TOKYO", "Reuters"),
        ("Tokyo (AFP) - Japan said", "Tokyo", "AFP"),
        ("SEOUL, May 18 (Yonhap) -- South Korea said", "SEOUL", "Yonhap"),
        ("WASHINGTON, Sept. 16, 2017 — The", "WASHINGTON", ""),
        ("CAMP SMITH, Hawaii, Aug. 13, 2012 – Marines", "CAMP SMITH, Hawaii", ""),
        ("ABOARD A MILITARY AIRCRAFT, Dec. 2, 2016 – The", "ABOARD A MILITARY AIRCRAFT", ""),
        ("NAVAL STATION NORFOLK, Va. (NNS) -- The", "NAVAL STATION NORFOLK, Va.", ""),
        ("ABOARD USS EXAMPLE — Sailors", "ABOARD USS EXAMPLE", ""),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) - A", "BEIRUT/THE HAGUE", "Reuters"),
        ("PARIS, 3 mai (Reuters) - Le ministre", "PARIS", "Reuters"),
        ("Berlin (dpa) - Der Minister", "Berlin", "dpa"),
        ("МОСКВА, 5 мая /ТАСС/. Министр", "МОСКВА", "TASS"),
        ("【ソウル聯合ニュース】韓国", "ソウル", ""),
        ("［東京　１６日　ロイター］ - 日本", "東京", "ロイター"),
        ("(서울=연합뉴스) 정부는", "서울", "연합뉴스"),
        ("The minister said on Monday — again — that", "", ""),
        ("Jane Doe (Green) - said", "", ""),
        ("NATO — the alliance — said", "", ""),
        ("U.S. forces — the biggest", "", ""),
        ("Q: What is the plan?", "", ""),
        ("EXCLUSIVE: The plan", "", ""),
        ("F-35 — the plane", "", ""),
    ],
)
def test_a_dateline_gives_place_and_agency(line: str, place: str, agency: str):
    found = read_dateline(line)
    assert (found.place, found.agency) == (place, agency)


def test_the_speakers_of_a_transcript_are_no_places():
    spoken = [
        "MARTA QUILL: Thank you for coming.",
        "Q: When does it begin?",
        "MARTA QUILL: In April, at dawn.",
    ]
    assert fields.read_text(read(), spoken).dateline == ""
    assert fields.read_text(read(), [f"HARBOUR CITY: {LONG}", LONG]).dateline == "HARBOUR CITY"


def test_an_agency_in_the_dateline_is_credited_and_the_text_keeps_it():
    body = f"<h1>Board to deepen channel</h1><p>HARBOUR CITY (Reuters) - {LONG}</p>"
    article = extract(
        f'<html lang="en"><body>{body}<p>{LONG}</p></body></html>'.encode(), "https://example-gazette.com/a"
    )
    assert (article.credited, article.dateline) == ("Reuters", "HARBOUR CITY")
    assert article.text.startswith("HARBOUR CITY (Reuters) -")


def test_a_site_is_not_credited_for_its_own_story():
    found = read(url="https://www.reuters.com/world/plan-2024-03-04/")
    assert fields.read_text(found, [f"HARBOUR CITY, March 4 (Reuters) - {LONG}"]).credited == ""


def test_a_sentence_that_names_the_first_publisher_is_a_credit():
    said = "This story was originally published by The Harbour Echo and is reproduced here with permission."
    assert fields.read_text(read(), [LONG, said]).credited == "The Harbour Echo"


def test_unsafe_characters_go_and_visible_ones_stay():
    assert safe("a\x00b\x1b[31m\ud800\ue000\ufeff\u202ec\u200b") == "ab[31mc"
    assert safe("naïve – “quoted” 日本語 👩‍👧 می‌خواهم") == "naïve – “quoted” 日本語 👩‍👧 می‌خواهم"


def test_one_line_folds_every_kind_of_white_space():
    assert one_line("  a\u00a0\u3000b\n\tc\u2028d ") == "a b c d"


def test_lines_are_those_that_hold_something():
    assert lines("a\r\n \r\n\u2028 b \n\n") == ("a", "b")


def test_folded_text_is_words_in_lower_case():
    assert folded("ＡＢＣ: Straße, “O’Neil”") == "abc strasse o neil"
