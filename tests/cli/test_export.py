"""`clipper export`: forms, columns, filters, and files that are whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("small_archive")

COLUMNS = "id,dated,dated_from,published,source,credited,title,authors,people,words,url,canonical_url,added,language"


def test_a_csv_has_the_fourteen_columns_and_a_record_per_clipping(run: Run) -> None:
    code, out, err = run("export", "--csv")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert (code, err) == (0, "")
    assert out.startswith(COLUMNS + "\r\n")
    assert len(rows) == 8
    story = next(row for row in rows if "guideline review" in row["title"])
    assert story["authors"] == "Hana Mizuki"
    assert "Itsunori Onodera" in story["people"].split("; ")


def test_columns_are_chosen_by_name_text_included(run: Run) -> None:
    out = run("export", "--csv", "--columns", "title,text", "person:Work")[1]
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert set(row) == {"title", "text"}
    assert "Bob Work has told the services" in row["text"]


def test_an_unknown_column_is_misuse_that_names_the_columns(run: Run) -> None:
    code, out, err = run("export", "--csv", "--columns", "title,colour")
    assert (code, out) == (2, "")
    assert "'colour'" in err
    assert "canonical_url" in err


def test_excel_gets_its_mark_and_other_readers_do_not(run: Run) -> None:
    assert run("export", "--csv", "--excel")[1].startswith("\ufeffid,")
    assert not run("export", "--csv")[1].startswith("\ufeff")


def test_the_mark_for_excel_without_a_csv_is_misuse(run: Run) -> None:
    code, out, err = run("export", "--json", "--excel")
    assert (code, out) == (2, "")
    assert "--csv" in err


def test_a_title_that_begins_a_formula_is_made_harmless_unless_raw(run: Run) -> None:
    run("edit", "1", "--title", '=HYPERLINK("http://evil.example","x")')
    safe = run("export", "--csv", "--columns", "title")[1]
    raw = run("export", "--csv", "--columns", "title", "--raw")[1]
    assert "'=HYPERLINK" in safe
    assert '"=HYPERLINK' in raw


def test_json_and_lines_hold_whole_clippings(run: Run) -> None:
    array = json.loads(run("export", "--json")[1])
    lines = [json.loads(line) for line in run("export", "--nl")[1].splitlines()]
    assert array == lines
    assert {"id", "dated", "dated_from", "text", "people", "removed", "sha256"} <= set(array[0])
    for clipping in array:
        for person in clipping["people"]:
            for mention in person["mentions"]:
                assert clipping["text"][mention["start"] : mention["end"]] == mention["text"]


def test_the_filters_of_search_choose_what_is_exported(run: Run) -> None:
    lines = run("export", "--nl", "--until", "2013", "ISR")[1].splitlines()
    assert [json.loads(line)["title"] for line in lines] == [
        "Tokyo, Washington open talks on guideline review"
    ]


def test_a_file_gets_its_form_from_its_name_and_is_never_overwritten_unasked(
    run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "stories.csv"
    assert run("export", "-o", target)[0] == 0
    first = target.read_bytes()
    assert first.startswith(COLUMNS.encode())
    code, _, err = run("export", "-o", target, "ISR")
    assert code == 2
    assert "--force" in err
    assert target.read_bytes() == first
    assert run("export", "-o", target, "--force", "ISR")[0] == 0
    assert len(target.read_bytes()) < len(first)
    assert [path.name for path in tmp_path.glob(".stories*")] == []


def test_a_file_has_the_permissions_that_any_new_file_has(run: Run, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "stories.json")
    (tmp_path / "plain").write_text("")
    assert stat.S_IMODE((tmp_path / "stories.json").stat().st_mode) == stat.S_IMODE(
        (tmp_path / "plain").stat().st_mode
    )


def test_a_folder_that_is_not_there_is_a_sentence(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", "--csv", "-o", tmp_path / "nowhere" / "stories.csv")
    assert code == 1
    assert err.count("\n") == 1


def test_notes_are_written_one_a_clipping_with_front_matter(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", "--markdown", "-o", f"{tmp_path / 'notes'}{os.sep}")
    notes = sorted((tmp_path / "notes").iterdir())
    assert code == 0
    assert "8 notes" in err
    assert len(notes) == 8
    note = next(note for note in notes if "guideline-review" in note.name).read_text(encoding="utf-8")
    assert note.startswith('---\ntitle: "Tokyo, Washington open talks on guideline review"\n')
    assert "\n# Tokyo, Washington open talks on guideline review\n" in note
    assert 'people: ["Itsunori Onodera", "Carol Lindqvist"]' in note


def test_markdown_keeps_headings_quotations_and_lists(run: Run) -> None:
    note = run("export", "--markdown", "person:Work")[1]
    assert "\n## A library of failures\n" in note
    assert "\n- the assumptions that were tested,\n- the point" in note
    assert "\n> We have fallen" in note


def test_no_form_is_misuse_that_names_the_forms(run: Run) -> None:
    code, _, err = run("export")
    assert code == 2
    assert "--csv" in err


def test_columns_choose_the_fields_of_json_too(run: Run, small_archive: Path) -> None:
    _, out, _ = run("export", "--nl", "--columns", "id,people", "person:Work")
    assert list(json.loads(out)) == ["id", "people"]
    assert json.loads(out)["people"][0] == "Bob Work"
    assert run("export", "--markdown", "--columns", "id")[0] == 2


def test_a_hyphen_means_standard_output(
    run: Run, small_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, out, _ = run("export", "--csv", "--columns", "id", "-o", "-", "person:Work")
    assert out.splitlines()[0] == "id"
    assert not (tmp_path / "-").exists()


def test_a_folder_is_no_place_for_a_table(run: Run, small_archive: Path, tmp_path: Path) -> None:
    for place in (f"{tmp_path}/", str(tmp_path), f"{tmp_path}/new/"):
        code, _, err = run("export", "--csv", "-o", place)
        assert code == 2
        assert "is a folder; name a file in it." in err
