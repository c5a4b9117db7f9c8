"""The keys a name is indexed under: whoever can be joined shares one; and the verdict has no order."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from clipper.people.identity import Known, candidates_key, same_person

# ruff: noqa: SIM905
GIVEN = """
    Robert Bob Rob Robert-Jan J. Jean-Yves Jong-un Jongun Shinzo Taro Tarō Itsunori Phu-Trong Mohammed
    Muhammad Mohamed Abdel Abdul Abd Volodymyr Vladimir José Luis Andrés Lula Abiy Anwar Mikhail Kassym-Jomart
    Ching-te Zedong Tse-tung Min Wei Yi Gen
""".split()
FAMILY = """
    Work Smith Kim Lee Yi Rhee Park Pak Abe Ono Ohno Oono Namba Nanba Nguyen Zelensky Zelenskyy
    Zelenskiy Qaddafi Gaddafi Kadhafi Gadhafi al-Assad el-Asad Assad Müller Mueller Muller López
    Obrador Pérez-Castejón Salman Ahmed Ibrahim Wang Mao Zhou Chou Oh Djokovic Đoković Khrushchev
    Borissov Borisov O'Neill O’Neill Ōe Oe
""".split()
BETWEEN = ["", "", "", "O.", "Manuel", "van der", "von", "de", "bin", "al-", '"Bob"', "S. K."]
AFTER = ["", "", "", ", Jr.", " III", " Al Saud", " López", " Ka-chiu", " PhD"]
TITLES = [
    "",
    "",
    "Defense Minister",
    "Japanese Defense Minister",
    "U.S. President",
    "President",
    "Gen.",
    "Rep.",
    "player",
]


@st.composite
def people(draw: st.DrawFn) -> Known:
    first, middle, last, after = (draw(st.sampled_from(words)) for words in (GIVEN, BETWEEN, FAMILY, AFTER))
    name = draw(
        st.sampled_from(
            [
                f"{first} {middle} {last}{after}",
                f"{first} {last}",
                f"{last} {first}",
                f"{last}, {first} {middle}",
                f"{first} {middle} {last}{after}".upper(),
                f"{last.upper()} {first}",
                last,
                first,
                f"{first} {draw(st.sampled_from(FAMILY))} {last}",
            ]
        )
    )
    year = draw(st.sampled_from(["2013", "2014", "2014-05", "2014-05-06", ""]))
    return Known(" ".join(name.split()), (), (draw(st.sampled_from(TITLES)),), year, year)


@settings(max_examples=1200, deadline=None)
@given(people(), people())
@example(
    Known("Abiy", (), ("President",), "2014", "2014"), Known("Abiy Ahmed", (), ("President",), "2014", "2014")
)
def test_whoever_can_be_joined_shares_a_key_and_order_does_not_matter(one: Known, other: Known) -> None:
    verdict = same_person(one, other)
    assert verdict == same_person(other, one)
    if verdict.same:
        assert set(candidates_key(one.name)) & set(candidates_key(other.name)), verdict.reason


@settings(max_examples=300, deadline=None)
@given(people())
def test_a_person_is_himself_under_every_name_but_never_by_a_bare_word(one: Known) -> None:
    verdict = same_person(one, one)
    if " " not in one.name and one.titles == ("",):
        assert not verdict.same


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=30))
def test_any_text_at_all_is_answered(name: str, other: str, title: str) -> None:
    one, two = Known(name, (), (title,), "2014", "2014"), Known(other, (title,), (name,), "", "")
    verdict = same_person(one, two)
    assert verdict == same_person(two, one)
    if verdict.same:
        keys = {key for text in (other, title) for key in candidates_key(text)}
        assert set(candidates_key(name)) & keys


def test_a_usual_western_name_has_one_key() -> None:
    assert len(candidates_key("Robert O. Work")) == 1
    assert candidates_key("Work") == candidates_key("Bob Work")
