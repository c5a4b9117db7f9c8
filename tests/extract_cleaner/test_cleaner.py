"""The cleaner on lines alone, as a text file has them; no page is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.extract.body import Block
from clipper.extract.cleaner import Cleaned, clean

STORY = (
    "The harbor master said on Monday that the two tugs would stay in port until the ice is gone, which may be in April.",
    "Officials of both towns will meet next week to decide who pays for the fuel, according to a letter seen by this paper.",
    "“We have waited for longer than this,” said Ines Duarte, who has led the pilots' union since 2009.",
)


def cleaned(
    *lines: str, title: str = "Tugs stay in port", language: str = "en", learned: tuple[str, ...] = ()
) -> Cleaned:
    return clean([Block(line) for line in lines], title=title, language=language, learned=frozenset(learned))


def kept(result: Cleaned) -> list[str]:
    return [line.text for line in result.kept]


def test_the_foot_of_a_blog_copy_goes_and_its_credit_is_kept() -> None:
    result = cleaned(
        "Tugs stay in port",
        *STORY,
        "Read More:Tugs stay in port | Harbor Weekly |",
        "Leave a Reply",
        "Your email address will not be published.",
    )
    assert kept(result) == list(STORY)
    assert result.credited == "Harbor Weekly"
    rules = [cut.rule for cut in result.removed]
    assert rules == ["title-repeated", "read-more", "comment-form", "comment-form"]


def test_a_last_line_that_is_only_a_time_becomes_the_page_timestamp() -> None:
    result = cleaned(*STORY, "17:05 3 Mar , 2022")
    assert kept(result) == list(STORY)
    assert result.page_timestamp == "2022-03-03T17:05"


def test_a_name_alone_between_paragraphs_is_a_caption() -> None:
    spoken = "Later that day, Transport Minister Ines Duarte told reporters that the town would have to wait for its turn."
    result = cleaned(STORY[0], "Ines Duarte", STORY[1], spoken)
    assert kept(result) == [STORY[0], STORY[1], spoken]
    assert result.captions == ("Ines Duarte",)
    assert result.removed == ()


def test_a_short_line_that_is_no_person_of_the_text_stays() -> None:
    assert kept(cleaned(STORY[0], "Missile Defense", STORY[1], STORY[2])) == [
        STORY[0],
        "Missile Defense",
        *STORY[1:],
    ]


def test_an_article_about_comment_forms_keeps_its_words() -> None:
    lines = (
        "For years the words “Leave a Reply” have stood below posts, and hardly anybody knows who wrote them first.",
        "Leave a Reply",
        "Your email address will not be published.",
        "These two lines are what a reader sees first, and both of them were written by the same man in one night in May.",
    )
    assert kept(cleaned(*lines, title="The form below every post")) == list(lines)


def test_an_article_that_ends_in_read_more_books_keeps_its_end() -> None:
    assert kept(cleaned(*STORY, "Read more books.")) == [*STORY, "Read more books."]


def test_a_sentence_that_begins_like_an_idiom_stays_in_the_middle() -> None:
    lines = (
        STORY[0],
        "Sign up for three newsletters in one day and you will see how little has changed, she said, because each of them asks for the same.",
        "Share prices of both companies fell by a tenth after the letter had been printed, and nobody wanted to say why.",
        STORY[1],
    )
    assert kept(cleaned(*lines)) == list(lines)


def test_a_byline_at_the_head_goes_and_a_sentence_with_by_stays() -> None:
    assert kept(cleaned("By Ann Lee and Jo Bell, Harbor Weekly", *STORY)) == list(STORY)
    lead = "By raising the toll the town wants to save the bridge"
    assert kept(cleaned(lead, *STORY)) == [lead, *STORY]


def test_learned_lines_go_at_the_edges_only() -> None:
    line = "The harbor news of the north"
    result = cleaned(line, STORY[0], line, STORY[1], STORY[2], line, learned=(line,))
    assert kept(result) == [STORY[0], line, STORY[1], STORY[2]]
    assert [cut.rule for cut in result.removed] == ["learned-site-line"] * 2


def test_cutting_more_than_a_third_is_a_warning() -> None:
    form = ["Leave a Reply", "Your email address will not be published. Required fields are marked *"] * 3
    result = cleaned("The tugs stay in port until the ice is gone, the harbor master said.", *form)
    assert result.warnings
    assert "%" in result.warnings[0]


def test_every_line_is_either_kept_or_removed_or_a_caption() -> None:
    lines = [*STORY, "Related Articles", "Share this:", "@tugs", "(END)"]
    result = cleaned(*lines)
    assert sorted([*kept(result), *(cut.text for cut in result.removed), *result.captions]) == sorted(lines)


@pytest.mark.parametrize("line", ["(Kyodo)", "== Kyodo"[3:], "The Associated Press", "(AP)"])
def test_an_agency_alone_at_the_end_is_a_credit(line: str) -> None:
    result = cleaned(*STORY, line)
    assert kept(result) == list(STORY)
    assert result.credited in ("Kyodo", "AP")


@pytest.mark.parametrize(
    "line",
    [
        "(END)",
        "-30-",
        "###",
        "Reporting by Ana Lund; Editing by Tom Vale",
        "© 2021 Harbor Weekly. All rights reserved.",
        "The post Tugs stay in port appeared first on Harbor Weekly.",
        "Comments are closed.",
        "3 thoughts on “Tugs stay in port”",
        "Follow us on Twitter",
        "Follow Ines Duarte on X @duarte",
        "csi@example.kr",
        "Tags: harbor, ice, tugs",
        "Related Posts",
        "Sign up for our weekly newsletter",
        "This article was originally published in Harbor Weekly.",
        "Previous Post",
        "Share this article",
        "Advertisement",
    ],
)
def test_an_english_foot_line_goes(line: str) -> None:
    assert kept(cleaned(*STORY, line)) == list(STORY)


FOREIGN = {
    "de": (
        "Der Hafenmeister sagte am Montag, die beiden Schlepper blieben im Hafen, bis das Eis verschwunden ist.",
        [
            "Schreibe einen Kommentar",
            "Deine E-Mail-Adresse wird nicht veröffentlicht.",
            "(dpa)",
            "Mehr zum Thema",
        ],
    ),
    "fr": (
        "Le capitaine du port a déclaré lundi que les deux remorqueurs resteraient à quai jusqu’au dégel.",
        ["Laisser un commentaire", "Votre adresse e-mail ne sera pas publiée.", "(Avec AFP)", "À lire aussi"],
    ),
    "es": (
        "El capitán del puerto dijo el lunes que los dos remolcadores no saldrán hasta que se derrita el hielo.",
        [
            "Deja una respuesta",
            "Tu dirección de correo electrónico no será publicada.",
            "Noticias relacionadas",
        ],
    ),
    "it": (
        "Il capitano del porto ha detto lunedì che i due rimorchiatori resteranno fermi fino al disgelo.",
        ["Lascia un commento", "Il tuo indirizzo email non sarà pubblicato.", "Riproduzione riservata"],
    ),
    "pt": (
        "O capitão do porto disse na segunda-feira que os dois rebocadores ficarão parados até o degelo.",
        ["Deixe um comentário", "O seu endereço de e-mail não será publicado.", "Leia também"],
    ),
    "nl": (
        "De havenmeester zei maandag dat de twee slepers in de haven blijven tot het ijs weg is.",
        ["Geef een reactie", "Je e-mailadres wordt niet gepubliceerd.", "Lees ook"],
    ),
    "sv": (
        "Hamnkaptenen sade på måndagen att de två bogserbåtarna stannar i hamn tills isen är borta.",
        ["Lämna ett svar", "Din e-postadress kommer inte publiceras.", "Läs också"],
    ),
    "pl": (
        "Kapitan portu powiedział w poniedziałek, że oba holowniki pozostaną w porcie, aż zniknie lód.",
        ["Dodaj komentarz", "Twój adres e-mail nie zostanie opublikowany.", "Czytaj więcej"],
    ),
    "tr": (
        "Liman başkanı pazartesi günü, iki römorkörün buzlar çözülene kadar limanda kalacağını söyledi.",
        ["Bir cevap yazın", "E-posta hesabınız yayımlanmayacak.", "İlgili Haberler"],
    ),
    "ja": (
        "港長は月曜日、氷がなくなるまで二隻の曳船を港にとどめると述べた。再開は四月になる見込みだという。",
        ["コメントを残す", "メールアドレスが公開されることはありません。", "（共同）", "関連記事"],
    ),
    "ko": (
        "항만장은 월요일 얼음이 녹을 때까지 예인선 두 척을 항구에 머물게 하겠다고 말했다. 재개는 4월로 예상된다.",
        ["댓글 0", "관련 기사", "저작권자(c) 예시통신, 무단 전재 금지", "park@example.kr"],
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_the_foot_of_a_page_goes_in_every_language(language: str) -> None:
    story, foot = FOREIGN[language]
    result = cleaned(story, *foot, title="", language=language)
    assert kept(result) == [story]


def test_a_link_alone_on_its_line_goes_but_a_linked_sentence_stays() -> None:
    lines = [
        Block(STORY[0]),
        Block("Harbor of the north freezes for the first time in a century", linked=1.0),
        Block("The letter can be read in full.", linked=1.0),
        Block(STORY[1]),
        Block(STORY[2]),
    ]
    result = clean(lines, title="Tugs", language="en")
    assert kept(result) == [STORY[0], "The letter can be read in full.", *STORY[1:]]


def test_a_list_of_links_goes_unless_a_sentence_opens_it() -> None:
    items = [Block(f"The harbor in the winter of {year}", "l", 1.0) for year in (1901, 1902)]
    text = [Block(line) for line in STORY]
    opener = Block("Those who want to know more will find the logs of the harbor masters here:")
    assert kept(clean([*text, *items], title="", language="en")) == list(STORY)
    assert len(clean([*text, opener, *items], title="", language="en").kept) == 6


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=12), st.sampled_from(["en", "de", "ja", "ko", None]))
def test_no_line_is_changed_or_lost(lines: list[str], language: str | None) -> None:
    result = clean([Block(line) for line in lines], title="", language=language)
    left = [*kept(result), *(cut.text for cut in result.removed), *result.captions]
    assert sorted(left) == sorted(lines)


def test_the_texts_of_the_task_come_out_whole(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
        result = cleaned(*lines[1:], title=lines[0])
        assert all(len(line) > 60 for line in kept(result))
        assert all(len(line) <= 100 for line in (*result.captions, *(cut.text for cut in result.removed)))
        assert result.page_timestamp in ("2024-04-20T05:42", None)
        assert result.credited in ("Defense News", None)
