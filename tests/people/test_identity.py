"""Whether two people are one: what joins, what must never join, and the reason that is kept."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from clipper.people.identity import Known, Verdict, candidates_key, choose, same_person

HERE = Path(__file__).resolve().parent


def known(name: str, title: str = "", date: str = "2014-05-01", *aliases: str, last: str = "") -> Known:
    return Known(name, aliases, (title,) if title else (), date, last or date)


def verdict(one: str, other: str, title: str = "", other_title: str = "") -> Verdict:
    return same_person(known(one, title), known(other, other_title))


def read_pairs(path: Path) -> list[tuple[bool, Known, Known]]:
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["same"]]
    return [
        (
            row["same"] in ("yes", "1"),
            known(row["name_a"], row["title_a"], row["year_a"]),
            known(row["name_b"], row["title_b"], row["year_b"]),
        )
        for row in rows
    ]


DEVELOPMENT = read_pairs(HERE / "identity_dev.tsv")


@pytest.mark.parametrize(("same", "one", "other"), DEVELOPMENT, ids=lambda part: getattr(part, "name", None))
def test_every_pair_of_our_own_list_is_decided_right(same: bool, one: Known, other: Known) -> None:
    decided = same_person(one, other)
    assert decided.same is same, decided.reason


def test_a_nickname_joins_and_the_reason_says_so() -> None:
    assert verdict("Robert O. Work", "Bob Work") == Verdict(
        True, 'same first and last name, "Bob" is short for "Robert", one without the middle name'
    )


def test_the_reason_of_a_lone_surname_names_the_titles() -> None:
    decided = verdict("Onodera", "Itsunori Onodera", "Defense Minister", "Japanese Defence Minister")
    assert decided.same
    assert '"Defense Minister" and "Japanese Defence Minister"' in decided.reason


def test_two_initials_between_the_same_names_keep_two_people_apart() -> None:
    decided = verdict("Duncan L. Hunter", "Duncan D. Hunter", "Rep.", "Rep.")
    assert not decided.same
    assert "conflict" in decided.reason


def test_an_alias_with_another_middle_initial_also_keeps_them_apart() -> None:
    father = known("Duncan Hunter", "Rep.", "2005", "Duncan L. Hunter")
    assert not same_person(father, known("Duncan D. Hunter", "Rep.", "2013")).same


def test_an_alias_joins_as_the_name_does() -> None:
    minister = known("Volodymyr Zelenskyy", "Ukrainian President", "2022", "Vladimir Zelensky")
    assert same_person(minister, known("Vladimir Zelensky", "", "2021")).same


def test_a_mononym_joins_the_full_name_that_bears_it_as_alias_when_titles_agree() -> None:
    president = known("Joko Widodo", "Indonesian President", "2016", "Jokowi")
    assert same_person(president, known("Jokowi", "Indonesian President", "2018")).same
    assert not same_person(president, known("Jokowi", "", "2018")).same


@pytest.mark.parametrize("title", ["", "Mr.", "Dr."])
def test_a_bare_surname_never_joins(title: str) -> None:
    assert not verdict("Panetta", "Leon Panetta", title, "U.S. Defense Secretary").same


def test_a_surname_with_title_does_not_join_a_person_of_another_decade() -> None:
    lone = known("Panetta", "Defense Secretary", "2012-03-04")
    assert same_person(lone, known("Leon Panetta", "Defense Secretary", "2011-07-01", last="2013-02-01")).same
    assert not same_person(lone, known("Leon Panetta", "Defense Secretary", "1999-07-01")).same


def test_a_surname_without_a_date_does_not_join() -> None:
    assert not same_person(
        known("Panetta", "Defense Secretary", ""), known("Leon Panetta", "Defense Secretary")
    ).same


def test_a_lone_surname_is_chosen_only_when_exactly_one_known_person_fits() -> None:
    lone = known("Onodera", "Defense Minister")
    minister = known("Itsunori Onodera", "Japanese Defense Minister")
    other = known("Makoto Onodera", "professor")
    rival = known("Goro Onodera", "vice defense minister")
    found = choose(lone, [other, minister, rival])
    assert found is not None
    assert found[0] == 1
    assert choose(lone, [minister, known("Kenji Onodera", "Defense Minister")]) is None
    assert choose(lone, [other]) is None


def test_a_name_that_fits_father_and_son_stays_a_candidate() -> None:
    hunters = [known("Duncan L. Hunter", "Rep."), known("Duncan D. Hunter", "Rep.")]
    assert choose(known("Duncan Hunter", "Rep."), hunters) is None
    found = choose(known("Duncan D. Hunter", "Rep."), hunters)
    assert found is not None
    assert found[0] == 1


def test_nobody_known_means_nobody_chosen() -> None:
    assert choose(known("Bob Work"), []) is None


@pytest.mark.parametrize(
    "odd", ["", " ", "-", ".", '""', "()", ",", "Jr.", "’", "\u200b", "小野寺 五典", "O", "de la"]
)
def test_odd_names_are_answered_and_join_nobody(odd: str) -> None:
    assert not same_person(known(odd), known("Bob Work")).same
    assert isinstance(candidates_key(odd), tuple)
