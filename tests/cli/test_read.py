"""`clipper show`, `edit`, `remove`, `status`, `path`, `completion`, `extract`, `reextract`, `versions`."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def wordpress(run: Run) -> str:
    """The number of the WordPress sample, alone in the archive."""
    run("add", SAMPLES / "wordpress-guidelines.html")
    return "1"


def test_show_reads_like_an_article(run: Run, wordpress: str) -> None:
    code, out, _ = run("show", wordpress)
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "Tokyo, Washington open talks on guideline review"
    assert "By Hana Mizuki" in lines
    assert "\n\nA second round is planned in Washington in December" in out


def test_a_clipping_is_named_by_number_or_by_any_spelling_of_its_address(run: Run, wordpress: str) -> None:
    by_number = run("show", wordpress)[1]
    address = "http://www.pacificsecurity.example/2013/10/03/tokyo-washington-open-talks-on-guideline-review"
    assert run("show", address)[1] == by_number


def test_show_text_json_html_and_markdown_are_what_they_say(run: Run, wordpress: str) -> None:
    whole = json.loads(run("show", wordpress, "--json")[1])
    assert run("show", wordpress, "--text")[1] == whole["text"] + "\n"
    assert run("show", wordpress, "--markdown")[1].startswith("---\ntitle: ")
    assert whole["published_from"] == "meta:article:published_time"


def test_show_html_gives_the_page_back_byte_by_byte(run: Run, wordpress: str, tmp_path: Path) -> None:
    command = f"clipper --db {tmp_path / 'clippings.db'} show {wordpress} --html"
    page = subprocess.run(
        ["python", "-m", *command.split()], capture_output=True, check=True, executable=shutil.which("python")
    )
    assert page.stdout == (SAMPLES / "wordpress-guidelines.html").read_bytes()


def test_show_removed_proves_what_was_cut(run: Run) -> None:
    run("add", SAMPLES / "wire-story.txt")
    out = run("show", "1", "--removed")[1]
    assert "(END)" in out
    assert "All Headlines 17:25 May 18, 2013" in out


def test_an_unknown_number_is_a_sentence(run: Run, wordpress: str) -> None:
    for named in ("99", "0", "no-such-thing", "9" * 30):
        code, out, err = run("show", named)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1


def test_an_edit_is_kept_as_the_users_word_and_survives_reextraction(run: Run, wordpress: str) -> None:
    changes = ["--title", "Guideline talks", "--date", "2013-10", "--source", "PSW", "--author", "A. Clerk"]
    assert run("edit", wordpress, *changes)[0] == 0
    assert run("reextract")[0] == 0
    shown = json.loads(run("show", wordpress, "--json")[1])
    assert (shown["title"], shown["published"], shown["authors"]) == (
        "Guideline talks",
        "2013-10",
        ["A. Clerk"],
    )
    assert shown["source"]["name"] == "PSW"
    assert {shown["origins"][name] for name in ("title", "published", "source", "authors")} == {"user"}
    assert json.loads(run("search", "title:guideline", "--json")[1])[0]["title"] == "Guideline talks"


@pytest.mark.parametrize("arguments", [[], ["--title", "  "], ["--date", "someday"]])
def test_an_edit_that_makes_no_sense_is_misuse(run: Run, wordpress: str, arguments: list[str]) -> None:
    assert run("edit", wordpress, *arguments)[0] == 2


def test_remove_asks_and_keeps_what_is_not_confirmed(
    run: Run, wordpress: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["n\n", "y\n"])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers).strip())
    assert run("remove", wordpress)[0] == 0
    assert run("show", wordpress)[0] == 0
    assert run("remove", wordpress)[1].strip().endswith("removed 1")
    assert run("show", wordpress)[0] == 1


def test_remove_with_yes_takes_words_and_people_out_of_the_index(run: Run, small_archive: Path) -> None:
    number = json.loads(run("search", "person:Work", "--json")[1])[0]["id"]
    assert run("remove", str(number), "--yes")[0] == 0
    assert run("search", "wargames", "--count")[1] == "0\n"
    assert "Bob Work" not in run("people")[1]


def test_a_removed_story_can_be_added_again_under_a_new_number(run: Run, wordpress: str) -> None:
    run("remove", wordpress, "--yes")
    out = run("add", SAMPLES / "wordpress-guidelines.html", "--nl")[1]
    assert json.loads(out)["status"] == "added"
    assert json.loads(out)["id"] == 2


def test_status_and_path_tell_where_the_archive_lies(run: Run, small_archive: Path) -> None:
    assert run("path")[1].strip() == str(small_archive)
    known = json.loads(run("status", "--json")[1])
    assert known["path"] == str(small_archive)
    assert known["clippings"] == 8
    assert str(small_archive) in run("status")[1]


def test_the_usual_place_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_data_path

    from clipper.cli.answers import archive_path

    usual = user_data_path("clipper", appauthor=False) / "clippings.db"
    assert archive_path(None) == str(usual)
    monkeypatch.delenv("XDG_DATA_HOME")
    assert archive_path(None) == str(user_data_path("clipper", appauthor=False) / "clippings.db")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_program(run: Run, shell: str) -> None:
    assert "_CLIPPER_COMPLETE" in run("completion", shell)[1]


def test_extract_prints_one_object_a_line_in_order_and_stores_nothing(run: Run, tmp_path: Path) -> None:
    nothing = tmp_path / "empty.html"
    nothing.write_bytes(b"")
    code, out, _ = run("extract", "--json", SAMPLES / "wire-story.txt", nothing, SAMPLES / "blog-copy.html")
    first, second, third = (json.loads(line) for line in out.splitlines())
    assert code == 3
    assert first["title"].endswith("Seoul, Washington agree to share early warning data")
    assert second["input"] == str(nothing)
    assert set(second["error"]) == {"kind", "message"}
    assert third["input"].endswith("blog-copy.html")
    assert not (tmp_path / "clippings.db").exists()


def test_article_json_has_every_promised_key(run: Run) -> None:
    article = json.loads(run("extract", "--json", SAMPLES / "arc-json-ld.html")[1])
    promised = (
        "schema_version input url canonical_url title authors published published_from page_timestamp modified source "
        "credited language words text captions people removed warnings"
    )
    assert set(promised.split()) <= set(article)
    assert set(article["source"]) == {"domain", "name"}


def test_reextract_tells_what_would_change_and_changes_nothing_when_dry(
    run: Run, wordpress: str, tmp_path: Path
) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "clippings.db") as connection:
        connection.execute(
            "UPDATE clippings SET text = text || char(10) || 'Leave a Reply', layout = layout || 'p', rules = 'old'"
        )
    before = run("show", wordpress, "--text")[1]
    code, out, _ = run("reextract", "--dry-run", "--outdated")
    assert code == 0
    assert "[-Leave a Reply-]" in out
    assert run("show", wordpress, "--text")[1] == before
    assert "changed 1" in run("reextract", "--outdated")[1]
    assert "Leave a Reply" not in run("show", wordpress, "--text")[1]
    assert run("reextract", "--outdated")[1] == ""


def test_an_older_text_can_be_listed_compared_and_restored(run: Run, wordpress: str, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "clippings.db") as connection:
        connection.execute(
            "UPDATE clippings SET text = text || char(10) || 'A better ending.', layout = layout || 'p', rules = 'old'"
        )
    run("reextract")
    (version,) = json.loads(run("versions", wordpress, "--json")[1])
    assert version["rules"] == "old"
    assert "[-A better ending.-]" in run("versions", wordpress, str(version["id"]))[1]
    changed = json.loads(run("versions", wordpress, str(version["id"]), "--nl")[1])["changed"]["text"]
    assert ["removed", "A better ending."] in [[kind, text.strip()] for kind, text in changed]
    assert run("versions", wordpress, str(version["id"]), "--restore")[0] == 0
    assert run("show", wordpress, "--text")[1].endswith("A better ending.\n")
    assert run("versions", wordpress, "99")[0] == 1


def test_a_text_that_would_lose_much_is_kept_until_forced(run: Run, wordpress: str, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "clippings.db") as connection:
        connection.execute("UPDATE clippings SET text = text || char(10) || text || char(10) || text")
    long = run("show", wordpress, "--text")[1]
    code, out, err = run("reextract")
    assert (code, out) == (0, "")
    assert "--force" in err
    assert run("show", wordpress, "--text")[1] == long
    assert "changed" in run("reextract", "--force")[1]


@pytest.mark.parametrize("when", ["2190", "2190-01-01", "2190-01-01T10:00:00+09:00"])
def test_a_date_in_the_future_is_a_slip_of_the_finger(run: Run, wordpress: str, when: str) -> None:
    code, _, err = run("edit", "1", "--date", when)
    assert code == 2
    assert "lies in the future" in err
    assert run("add", "--date", when, SAMPLES / "wire-story.txt")[0] == 2


def test_an_empty_date_is_misuse_and_an_empty_author_means_none(run: Run, wordpress: str) -> None:
    assert run("edit", "1", "--date", "")[0] == 2
    code, out, _ = run("edit", "1", "--author", "")
    assert code == 0
    assert "By " not in out
    assert json.loads(run("show", "1", "--json")[1])["authors"] == []


def test_an_article_is_opened_in_the_browser_or_its_address_is_told(
    run: Run, wordpress: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import webbrowser

    monkeypatch.setattr(webbrowser, "_tryorder", [])
    code, _, err = run("show", "1", "--open")
    assert code == 1
    assert "No browser could be started; the address is https://pacificsecurity.example/" in err


def test_an_archive_that_cannot_be_written_is_told_once(run: Run, small_archive: Path) -> None:
    import sqlite3

    with sqlite3.connect(small_archive) as connection:
        connection.execute("UPDATE clippings SET text = 'Other words than the page has.', words = 6")
    small_archive.chmod(0o444)
    if os.access(small_archive, os.W_OK):
        pytest.skip("this user may write everything")
    code, _, err = run("reextract", "--force")
    assert code == 1
    assert len(err.splitlines()) == 1


def test_several_are_removed_and_those_that_are_not_there_are_told(run: Run, small_archive: Path) -> None:
    code, out, err = run("remove", "--yes", "2", "99", "3")
    assert code == 3
    assert out.split() == ["removed", "2", "removed", "3"]
    assert "There is no clipping 99" in err
    assert run("remove", "--yes", "99")[0] == 1


def test_a_question_that_nobody_answers_removes_nothing(
    run: Run, wordpress: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, err = run("remove", "1")
    assert (code, out) == (2, "")
    assert "give --yes" in err
    assert run("show", "1")[0] == 0


def test_versions_of_a_clipping_that_is_not_there_are_not_found(run: Run, wordpress: str) -> None:
    assert run("versions", "99")[0] == 1


def test_bash_completes_commands_verbs_options_and_values(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("this machine has no bash")
    program = tmp_path / "clipper"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m clipper "$@"\n')
    program.chmod(0o755)
    script = """
    eval "$(clipper completion bash)"
    for words in "clipper sear" "clipper people mer" "clipper search --so" "clipper completion z"; do
        COMP_WORDS=($words); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=()
        _clipper_completion clipper
        echo "${COMPREPLY[*]}"
    done
    """
    ended = subprocess.run(
        [bash, "--norc", "-c", script],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.splitlines() == ["search", "merge", "--source --sort", "zsh"], ended.stderr


def test_an_edited_title_stays_on_one_line(run: Run, wordpress: str) -> None:
    run("edit", "1", "--title", "Talks\n\topen\x1b[31m", "--author", " Hana\nMizuki ")
    told = json.loads(run("show", "1", "--json")[1])
    assert (told["title"], told["authors"]) == ("Talks open[31m", ["Hana Mizuki"])
