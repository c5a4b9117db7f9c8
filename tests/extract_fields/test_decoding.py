"""Bytes to text: the charset is found whoever lies about it."""

from __future__ import annotations

import pytest

from clipper.extract import extract, local_page, parse
from clipper.extract.document import decode

TEXTS = {
    "ja": "防衛省は二十七日、日米防衛協力のための指針を見直す方針を固めた。防衛相が会見で明らかにした。",
    "ko": "국방부는 지난 27일 한미 연합훈련 일정을 공개했다. 대변인은 기자들에게 이같이 말했다.",
    "zh": "国防部新闻发言人二十七日在北京表示，中方坚决反对有关国家在该地区的军事活动。",
    "ru": "Министр обороны заявил в понедельник, что учения начнутся в сентябре и продлятся две недели.",
    "de": "Der Minister erklärte am Montag, die Übungen würden im September beginnen – „größer als je "
    "zuvor“.",
    "fr": "Le ministre a déclaré lundi que les manœuvres commenceraient en septembre, coûte que coûte.",
    "pl": "Minister oświadczył w poniedziałek, że ćwiczenia rozpoczną się we wrześniu; żołnierze już są.",
    "tr": "Bakan, tatbikatın eylülde başlayacağını söyledi; görüşmeler sürüyor, ışık yandı.",
    "el": "Ο υπουργός δήλωσε τη Δευτέρα ότι οι ασκήσεις θα αρχίσουν τον Σεπτέμβριο.",
    "he": "שר הביטחון אמר ביום שני כי התרגילים יחלו בספטמבר ויימשכו שבועיים.",
    "ar": "قال وزير الدفاع يوم الاثنين إن المناورات ستبدأ في سبتمبر وتستمر أسبوعين.",
}
CHARSETS = [
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ja", "iso2022_jp"),
    ("ko", "euc_kr"),
    ("zh", "gbk"),
    ("zh", "gb18030"),
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("de", "cp1252"),
    ("fr", "cp1252"),
    ("pl", "cp1250"),
    ("pl", "iso8859-2"),
    ("tr", "cp1254"),
    ("el", "cp1253"),
    ("he", "cp1255"),
    ("ar", "cp1256"),
    ("ja", "utf-16"),
    ("de", "utf-16-le"),
    ("ru", "utf-16-be"),
    ("ru", "utf-8"),
    ("fr", "utf-8-sig"),
]


def page(language: str, charset: str, *, meta: str = "") -> bytes:
    declared = f'<meta charset="{meta}">' if meta else ""
    text = TEXTS[language] * 3
    return f'<html lang="{language}"><head>{declared}</head><body><p>{text}</p></body></html>'.encode(charset)


@pytest.mark.parametrize(("language", "charset"), CHARSETS)
def test_a_charset_in_the_header_is_read(language: str, charset: str):
    text, _ = decode(page(language, charset), charset.replace("_", "-"))
    assert TEXTS[language] in text


@pytest.mark.parametrize(("language", "charset"), CHARSETS)
def test_a_charset_in_a_meta_element_is_read(language: str, charset: str):
    text, _ = decode(page(language, charset, meta=charset.replace("_", "-")))
    assert TEXTS[language] in text


@pytest.mark.parametrize(("language", "charset"), CHARSETS)
def test_a_charset_that_nobody_declares_is_found(language: str, charset: str):
    text, _ = decode(page(language, charset))
    assert TEXTS[language] in text


@pytest.mark.parametrize(("language", "charset"), CHARSETS)
def test_a_wrong_declaration_falls_through(language: str, charset: str):
    text, _ = decode(page(language, charset, meta="utf-8"), "utf-8")
    assert TEXTS[language] in text


def test_utf_8_that_is_declared_latin_1_is_read_as_utf_8():
    text, charset = decode(page("de", "utf-8", meta="iso-8859-1"), "ISO-8859-1")
    assert (TEXTS["de"] in text, charset) == (True, "utf-8")


def test_latin_1_means_windows_1252_as_in_browsers():
    assert decode(b"<p>\x93quoted\x94 \x96 dash</p>", "iso-8859-1")[0] == "<p>“quoted” – dash</p>"


def test_a_page_cut_inside_a_letter_stays_utf_8():
    text, charset = decode(page("ru", "utf-8")[:-30][:-1])
    assert charset == "utf-8"
    assert TEXTS["ru"] in text


def test_an_unknown_charset_is_ignored():
    assert decode("<p>größer</p>".encode(), "x-user-defined-42")[0] == "<p>größer</p>"


def test_nul_and_control_characters_do_not_reach_the_article():
    paragraph = (
        "The har\x00bour board \x07approved the plan on Tuesday, \x1b[31mofficials\x1b[0m said at the hall."
    )
    body = (
        f"<html><body><h1>Har\x00bour \x0bplan</h1><p>{paragraph}</p><p>{paragraph} Again.</p></body></html>"
    )
    article = extract(body.encode())
    assert not any(ord(letter) < 32 and letter != "\n" for letter in article.text + article.title)
    assert "harbour board approved" in article.text


def test_the_address_that_a_saved_page_carries_is_read():
    head = b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/a/b \n-->"
    assert parse(local_page(head + b"<p>text</p>")).url == "https://example.org/a/b"


def test_json_ld_is_read_in_the_ways_pages_write_it():
    scripts = (
        '<script type="application/ld+json">/* <![CDATA[ */{"@type":"NewsArticle","headline":"One",}/* ]]> */'
        "</script>"
        '<script type="application/ld+json">[{"@graph":[{"@type":"Article","author":{"@id":"#p"}},'
        '{"@type":"Person","@id":"#p","name":"Ann Li"}]}]</script>'
        '<script type="application/ld+json">{"broken": </script>'
        '<script type="application/ld+json">{"@type":"Thing","text":"line\nbreak"};</script>'
    )
    nodes = parse(local_page(f"<html><head>{scripts}</head><body></body></html>".encode())).json_ld
    article = next(node for node in nodes if node.get("@type") == "Article")
    assert article["author"]["name"] == "Ann Li"
    assert any(node.get("@type") == "Thing" for node in nodes)
    assert any(node.get("headline") == "One" for node in nodes)
