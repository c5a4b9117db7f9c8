"""A Western page that calls itself UTF-8 and is not is read as windows-1252; other scripts are not."""

from __future__ import annotations

import pytest

from clipper.extract.document import decode
from clipper.extract.western import is_western_text

WESTERN = [
    "café Brüssel",
    "El Niño",
    "Ångström",
    "smørrebrød",
    "Bärbel Müller wohnt in Köln",
    "São Paulo, ação e reação",
    "The ministry’s plan – “ambitious” – costs £3m",
    "Le ministre a déclaré lundi que les manœuvres commenceraient à Besançon, coûte que coûte, et déjà très tôt.",
    "Der Minister erklärte am Montag, die Übungen würden im September beginnen, größer als je zuvor in Köln.",
    "¿Qué pasó? El señor Muñoz llegó mañana y tarde, según informó la policía después de la reunión en Málaga.",
    "A reunião começou às três; não há decisão, afirmou o ministro à imprensa, e as eleições são já amanhã.",
    "La città è già più lontana: perché il sindaco non può tornare lunedì, né martedì, né mercoledì, però verrà.",
    "På måndagen sade ministern att övningarna börjar i september och pågår i två veckor på Gotland och Åland.",
    "Ministeren sagde mandag, at øvelserne begynder på Færøerne i september og varer længe; så går vi på færgen.",
]
OTHERS = [
    (
        "Министр обороны заявил в понедельник, что учения начнутся в сентябре и продлятся две недели.",
        "cp1251",
    ),
    (
        "防衛省は二十七日、日米防衛協力のための指針を見直す方針を固めた。防衛相が会見で明らかにした。",
        "shift_jis",
    ),
    ("Ο υπουργός δήλωσε τη Δευτέρα ότι οι ασκήσεις θα αρχίσουν τον Σεπτέμβριο.", "cp1253"),
]


def page(text: str, times: int = 1) -> bytes:
    return f'<html><head><meta charset="utf-8"></head><body>{f"<p>{text}</p>" * times}</body></html>'.encode(
        "cp1252"
    )


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize("text", WESTERN)
def test_a_western_page_that_calls_itself_utf_8_is_windows_1252(text: str, times: int):
    read, charset = decode(page(text, times), "utf-8")
    assert (text in read, charset) == (True, "cp1252")


def test_three_curly_quotes_in_a_long_page_are_no_damage():
    text = "The ministry’s plan costs more than the council’s. "
    read, charset = decode(page(text + "It goes on without any sign at all. " * 400), "utf-8")
    assert (text in read, charset) == (True, "cp1252")


@pytest.mark.parametrize(("text", "charset"), OTHERS)
def test_another_script_that_calls_itself_utf_8_is_still_found(text: str, charset: str):
    body = f'<html><head><meta charset="utf-8"></head><body><p>{text * 3}</p></body></html>'.encode(charset)
    assert text in decode(body, "utf-8")[0]


def test_utf_8_with_a_broken_letter_stays_utf_8():
    body = page("x").replace(
        b"x", "Bärbel Müller wohnt in Köln, größer als je zuvor. ".encode() * 3 + b"\xe4 "
    )
    assert decode(body, "utf-8")[1] == "utf-8"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (
            "Minister oświadczył w poniedziałek, że ćwiczenia rozpoczną się we wrześniu; żołnierze już są.",
            "cp1250",
        ),
        ("Ministr řekl v pondělí, že cvičení začne příští týden a že účast je větší než kdy dřív.", "cp1250"),
        ("Bakan, tatbikatın eylülde başlayacağını söyledi; görüşmeler sürüyor, ışık yandı.", "cp1254"),
    ],
)
def test_central_european_and_turkish_letters_are_not_taken_for_western_ones(text: str, charset: str):
    assert not is_western_text(text.encode(charset))
