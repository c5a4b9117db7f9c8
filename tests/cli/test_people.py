"""`clipper people`: who is who, on the user's word, through every rebuild."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

STORIES = {
    "first": "Deputy Defense Secretary Bob Work said on Monday that the fleet would grow. Work spoke in Norfolk.",
    "second": "Robert O. Work, the former deputy defense secretary, said the plan was sound. Work now teaches.",
    "third": "Navy Secretary Carla Lindt met Deputy Defense Secretary Bob Work. Lindt said nothing new was decided.",
}


@pytest.fixture(autouse=True)
def stories(run: Run, tmp_path: Path) -> None:
    """Three stories that name the same man twice by one name and once by another."""
    for year, (name, text) in enumerate(STORIES.items(), 2014):
        path = tmp_path / f"{name}.txt"
        path.write_text(
            f"The {name} story of the fleet\n\n{text}\n\nThe plan goes to the committee in spring.\n"
        )
        assert run("add", path, "--date", f"{year}-03-01")[0] == 0


def rows(run: Run) -> dict[str, dict[str, object]]:
    return {row["name"]: row for row in json.loads(run("people", "list", "--json")[1])}


def found(run: Run, name: str) -> list[int]:
    return sorted(hit["id"] for hit in json.loads(run("search", f"person:{name}", "--json")[1]))


def test_one_man_under_two_names_is_one_person(run: Run) -> None:
    (name,) = [name for name in rows(run) if "Work" in name]
    assert rows(run)[name]["clippings"] == 3
    assert found(run, "Work") == found(run, '"Bob Work"') == found(run, '"Work, Robert"') == [1, 2, 3]


def test_show_tells_names_titles_months_company_and_clippings(run: Run) -> None:
    code, out, _ = run("people", "show", "Bob", "Work")
    assert code == 0
    for section in ("Names", "Titles", "Months", "Named with", "Clippings, the major ones first"):
        assert f"\n{section}\n" in out
    assert "2014-03  █" in out
    assert "Carla Lindt" in out
    profile = json.loads(run("people", "show", "Bob", "Work", "--json")[1])
    assert {alias["name"] for alias in profile["aliases"]} >= {"Bob Work", "Robert O. Work"}
    assert profile["months"] == [["2014-03", 1], ["2015-03", 1], ["2016-03", 1]]


def test_a_split_makes_somebody_else_and_undo_takes_it_back(run: Run) -> None:
    code, out, _ = run("people", "split", "Bob Work", "2")
    assert code == 0
    assert "people undo 1" in out
    assert len([name for name in rows(run) if "Work" in name]) == 2
    assert run("people", "undo")[0] == 0
    assert len([name for name in rows(run) if "Work" in name]) == 1


def test_a_merge_survives_a_rebuild_and_can_be_undone(run: Run) -> None:
    before = set(rows(run))
    assert run("people", "merge", "Bob Work", "Carla Lindt")[0] == 0
    code, out, _ = run("reindex", "people")
    assert (code, out) == (0, "people of 3 clippings found again\n")
    assert "Carla Lindt" not in rows(run)
    assert found(run, "Lindt") == [1, 2, 3]
    assert run("people", "undo", "1")[0] == 0
    assert set(rows(run)) == before
    assert found(run, "Lindt") == [3]


def test_a_new_name_and_an_alias_find_the_person(run: Run) -> None:
    run("people", "rename", "Bob Work", "Robert Work")
    assert "Robert Work" in rows(run)
    run("people", "alias", "add", "Robert Work", "The Deputy")
    assert found(run, '"The Deputy"') == [1, 2, 3]
    run("people", "alias", "remove", "Robert Work", "The Deputy")
    code, _, err = run("people", "The", "Deputy")
    assert code == 1
    assert "The Deputy" in err


def test_what_is_no_person_disappears_and_stays_away(run: Run) -> None:
    run("people", "not-a-person", "Carla", "Lindt")
    run("reindex", "people")
    assert "Carla Lindt" not in rows(run)
    assert found(run, "Lindt") == []
    told = json.loads(run("people", "decisions", "--json")[1])
    assert [decision["verb"] for decision in told] == ["not a person"]
    run("people", "undo")
    assert "Carla Lindt" in rows(run)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["merge", "Bob Work", "Nobody Here"], 1),
        (["show", "9999"], 1),
        (["undo", "9"], 1),
        (["split", "Bob Work", "99"], 1),
        (["merge", "Bob Work"], 2),
        (["alias", "add", "Bob Work"], 2),
    ],
)
def test_what_cannot_be_done_is_a_sentence(run: Run, arguments: list[str], code: int) -> None:
    before = rows(run)
    result, out, err = run("people", *arguments)
    assert (result, out) == (code, "")
    assert err.strip()
    assert rows(run) == before


def test_candidates_are_those_of_one_word_only(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lone.txt"
    path.write_text(
        "A story of one name\n\nAdm. Quillfeather said the ships were late again. The yard had no comment.\n"
    )
    run("add", path)
    assert "Quillfeather" in run("people", "candidates")[1]
