"""The search language over a real archive: each form finds what it says and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from archive_samples import article, page, person
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.archive import Archive
from clipper.query import And, Node, Not, Or, PersonIs, Phrase, Query, SourceIs, Word, narrowed, parse
from clipper.records import Person, Source

STORIES: tuple[tuple[str, str, dict[str, object], tuple[Person, ...]], ...] = (
    (
        "Japan, U.S. to discuss guidelines",
        "The roles in intelligence, surveillance and reconnaissance (ISR).\nOfficials concentrate on work "
        "to identify key points. Itsunori Onodera will hold talks. They have to work.",
        {"published": "2013-01-09", "source": Source("japantimes.example", "The Japan Times")},
        (person("Itsunori Onodera", "Japanese Defense Minister", major=True), person("Shinzo Abe")),
    ),
    (
        "Tokyo and Washington write new guidelines",
        "Cooperation includes disaster response, ISR and cyber.\nDeputy Defense Secretary Bob Work returned.",
        {
            "published": "2014-10-08",
            "authors": ("Paul McLeary",),
            "source": Source("defensenews.example", "Defense News"),
        },
        (person("Bob Work", "Deputy Defense Secretary"),),
    ),
    (
        "F-35 jets arrive",
        "The F-35A jets of the US Air Force landed. José Núñez told us about the Gates of the base.",
        {"published": "2014-10", "language": "en-GB", "captions": ("A hangar in Misawa",)},
        (person("José Núñez"),),
    ),
    (
        "Der Minister in Tokio",
        "Das Verteidigungsministerium prüft die Lage. Radargerät und Übung.",
        {"language": "de", "source": Source("zeitung.example", "Die Zeitung")},
        (),
    ),
    (
        "小野寺防衛相が会見",
        "小野寺五典防衛相は記者会見で述べた。",
        {"language": "ja", "published": "2013-01-10"},
        (),
    ),
)


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("stories") / "a.db") as archive:
        for number, (title, text, changes, people) in enumerate(STORIES, 1):
            url = f"https://example.org/{number}"
            archive.save(page(url), article(title, text, url, **changes), people)
        yield archive


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ISR", {1, 2}),
        ("isr", {1, 2}),
        ('"intelligence, surveillance and reconnaissance"', {1, 2}),
        ("intelligence surveillance reconnaissance", {1, 2}),
        ("person:Work", {2}),
        ("person:work", {2}),
        ("person:onodera", {1}),
        ('person:"Onodera Itsunori"', {1}),
        ("person:nunez", {3}),
        ("person:Onodera person:Abe", {1}),
        ("person:Onodera person:Work", set()),
        ("person:nobody", set()),
        ("-person:Work ISR", {1}),
        ("major:Onodera", {1}),
        ("major:Work", set()),
        ("major:Abe", set()),
        ("work", {1, 2}),
        ('"to work"', {1}),
        ('"works"', set()),
        ('"bob work"', {2}),
        ('-"to work" ISR', {2}),
        ("F-35", {3}),
        ("F35", {3}),
        ("U.S.", {1, 3}),
        ("US", {1, 3}),
        ("talks OR jets", {1, 3}),
        ("(talks OR jets) ISR", {1}),
        ("jets OR talks ISR", {1, 3}),
        ("guideline -cyber", {1}),
        ("-(ISR OR jets)", {4, 5}),
        ("title:guidelines", {1, 2}),
        ("title:work", set()),
        ('title:"new guidelines"', {2}),
        ("guidel*", {1, 2}),
        ("source:defensenews.example", {2}),
        ('source:"Japan Times"', {1}),
        ("source:japantimes", {1}),
        ("-source:example.org", {1, 2, 4}),
        ("author:mcleary", {2}),
        ("McLeary", {2}),
        ("hangar", {3}),
        ("lang:en", {1, 2, 3}),
        ("lang:de", {4}),
        ("date:2013", {1, 5}),
        ("date:2013-01-09..2013-01-09", {1}),
        ("on:2013-01-10", {5}),
        ("since:2014-10 until:2014-10", {2, 3, 4}),
        ("since:2014-10-09", {4}),
        ("until:2013", {1, 5}),
        ("date:..2013-01-09", {1}),
        ("ISR since:2014", {2}),
        ("ISR OR lang:de", {1, 2, 4}),
        ("(ISR person:Work) OR (jets -person:Work)", {2, 3}),
        ("ubung", {4}),
        ("小野寺五典防衛相は記者会見で述べた", {5}),
        ("小野寺", {5}),
        ("防衛相", {5}),
        ("", {1, 2, 3, 4, 5}),
        ("😀", set()),
        ('"', set()),
    ],
)
def test_a_search_finds_exactly_these(stories: Archive, typed: str, found: set[int]) -> None:
    assert {hit.id for hit in stories.search(typed)} == found
    assert {hit.id for hit in stories.search(typed, sort="date")} == found
    assert {clipping.id for clipping in stories.clippings(typed)} == found
    assert stories.count(typed) == len(found)


def test_newest_comes_first_by_date_and_without_words(stories: Archive) -> None:
    assert [hit.id for hit in stories.search("ISR", sort="date")] == [2, 1]
    assert [hit.id for hit in stories.search("")] == [4, 2, 3, 5, 1]
    assert [hit.id for hit in stories.search("lang:en")] == [2, 3, 1]


def test_a_title_counts_more_than_a_text(stories: Archive) -> None:
    scores = {hit.id: hit.score for hit in stories.search("tokyo OR minister OR talks")}
    assert min(scores[2], scores[4]) > scores[1] > 0


def test_pages_of_hits_do_not_overlap(stories: Archive) -> None:
    for typed in ("the OR of OR in", "Work OR Tokyo", "lang:en"):
        whole = [hit.id for hit in stories.search(typed, limit=-1)]
        paged = [stories.search(typed, limit=1, offset=at)[0].id for at in range(len(whole))]
        assert paged == whole
        assert stories.search(typed, limit=5, offset=len(whole)) == []


def test_the_snippet_marks_the_hit(stories: Archive) -> None:
    for typed in ("cyber", "cyber person:Work", "cyber since:2014-10-03"):
        (hit,) = stories.search(typed)
        assert "\ue000cyber\ue001" in hit.snippet
        assert "\n" not in hit.snippet


def test_a_name_typed_with_its_capital_ranks_the_name_first(archive: Archive) -> None:
    texts = (
        "They work and work, working on works of work.",
        "It works.",
        "The visit of Work ended when the ships left.",
    )
    for number, text in enumerate(texts, 1):
        archive.save(page(f"https://e.org/{number}"), article(f"T {number}", text))
    for number in range(4, 12):  # so that the word is not in every text
        archive.save(page(f"https://e.org/{number}"), article(f"T {number}", "Something else entirely."))
    assert archive.search("Work")[0].id == 3
    assert archive.search("work")[0].id == 1


def test_expansions_are_told_and_can_be_turned_off(stories: Archive) -> None:
    assert stories.expansions("ISR") == ["ISR also finds intelligence, surveillance and reconnaissance."]
    assert stories.expansions("cyber person:Work") == []
    assert stories.expansions("ISR", exact=True) == []
    assert stories.count("intelligence surveillance reconnaissance", exact=True) == 1
    assert stories.count("F35", exact=True) == 0


def test_an_acronym_learned_from_one_text_is_found_in_another(archive: Archive) -> None:
    archive.save(page("https://e.org/1"), article("A", "The Quick Brown Fox Agency (QBFA) said so."))
    archive.save(page("https://e.org/2"), article("B", "Reports by QBFA differ."))
    archive.save(page("https://e.org/3"), article("C", "A quick brown fox agency is not named here."))
    assert archive.count('"Quick Brown Fox Agency"') == 3
    assert archive.count("QBFA") == 3
    archive.remove(1)
    assert archive.count("QBFA") == 1


def test_filters_given_beside_the_query_narrow_it(stories: Archive) -> None:
    today = date(2014, 10, 31)
    asked = parse("ISR OR jets", today=today)
    assert {h.id for h in stories.search(narrowed(asked, today=today, since="2014"))} == {2, 3}
    assert {h.id for h in stories.search(narrowed(asked, today=today, person=["work"]))} == {2}
    sources = ("defensenews.example", "The Japan Times")
    assert {h.id for h in stories.search(narrowed(asked, today=today, source=sources))} == {1, 2}


# A second, plain implementation of the language, to compare with: sets of ids.
VOCABULARY = ("isr", "cyber", "jets", "guidelines", "talks", "tokyo", "nothing")
LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.sampled_from(VOCABULARY).map(Word),
    st.sampled_from(VOCABULARY).map(lambda word: Word(word, in_title=True)),
    st.sampled_from(("new guidelines", "to work", "to working")).map(Phrase),
    st.sampled_from(("defensenews.example", "nowhere")).map(SourceIs),
    st.sampled_from(("work", "onodera", "nobody")).map(PersonIs),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=8,
)


def plainly(node: Node) -> set[int]:
    everything = set(range(1, len(STORIES) + 1))
    match node:
        case And(parts):
            return set.intersection(everything, *map(plainly, parts))
        case Or(parts):
            return set().union(*map(plainly, parts))
        case Not(part):
            return everything - plainly(part)
        case SourceIs(value):
            return {2} if value == "defensenews.example" else set()
        case PersonIs(value):
            return {"work": {2}, "onodera": {1}}.get(value, set())
        case Word(text) | Phrase(text):
            return {
                number
                for number, (title, body, *_) in enumerate(STORIES, 1)
                if text in (title if node.in_title else f"{title}\n{body}").lower()
            }
    raise AssertionError(node)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TREES)
def test_any_tree_finds_what_a_plain_reading_of_it_finds(stories: Archive, tree: Node) -> None:
    query = Query(tree)
    wanted = plainly(tree)
    assert {hit.id for hit in stories.search(query, exact=True)} == wanted
    assert stories.count(query, exact=True) == len(wanted)
    assert {hit.id for hit in stories.search(query, exact=True, sort="date")} == wanted


def test_an_archive_without_clippings_answers_with_nothing(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as empty:
        for typed in ("", "ISR", "person:Work", "source:x", '"a b"', "-a", "since:2013"):
            assert (empty.search(typed), empty.count(typed), list(empty.clippings(typed))) == ([], 0, [])


def test_a_word_without_spaces_around_it_is_found_ranked_and_marked(archive: Archive) -> None:
    for number, text in enumerate(
        ("防衛相の小野寺氏。小野寺氏は述べた。", "小野氏と寺田氏。" * 9, "国方は何も。"), 1
    ):
        archive.save(page(f"https://e.org/{number}"), article(f"T{number}", text, language="ja"))
    (hit,) = archive.search("小野寺")
    assert (hit.id, hit.snippet) == (1, "防衛相の\ue000小野寺\ue001氏。小野寺氏は述べた。")
    assert hit.score > 0
    assert archive.count('"小野寺氏は述べた"') == 1
    assert archive.count("小野") == 2
    assert archive.count("小") == 2
    assert archive.count("ｵﾉﾃﾞﾗ") == 0


def test_an_acronym_finds_its_long_form_in_either_spelling(archive: Archive) -> None:
    for number, name in enumerate(("the Ministry of Defence", "the Ministry of Defense", "the MOD"), 1):
        archive.save(page(f"https://e.org/{number}"), article(f"T {number}", f"It was {name} that said so."))
    for typed in ("MOD", "Ministry of Defence", '"Ministry of Defense"'):
        assert archive.count(typed) >= 2, typed
    assert archive.count("MOD") == 3


def test_a_search_for_a_person_shows_where_the_name_stands(archive: Archive) -> None:
    text = (
        "A long beginning of many words that say nothing. " * 5 + "Then Bob Work spoke. " + "And so on. " * 30
    )
    archive.save(page("https://e.org/1"), article("T", text), [person("Bob Work", at=text.index("Bob Work"))])
    for typed in ("person:work", "person:Work since:2010", "nothing OR person:Work"):
        (hit,) = archive.search(typed)
        assert "\ue000Bob Work\ue001 spoke" in hit.snippet or "\ue000nothing\ue001" in hit.snippet
        assert hit.snippet.startswith("…")
        assert len(hit.snippet) < 250
