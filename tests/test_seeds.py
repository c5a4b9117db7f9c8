"""The two clippings the project began with come out right, as text and as the pages that would carry them."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
FIRST, SECOND = "000_11a9768d0b4c7cbe", "003_8b26c64ba12ba0f0"
NOT_TEXT = (
    "Leave a Reply",
    "Your email address will not be published",
    "Read More",
    "05:42",
    "Defense News |",
)


def paragraphs(seed: Path) -> list[str]:
    return [line for line in seed.read_text(encoding="utf-8").split("\n") if line.strip()]


def as_page(lines: list[str]) -> str:
    """The seed as the page of a blog: captions in figures, a comment form, a sidebar, a footer."""
    title, body = lines[0], []
    for line in lines[1:]:
        shown = html.escape(line)
        if len(line.split()) == 2:
            body.append(
                f'<div class="wp-caption"><img src="/p.jpg"><p class="wp-caption-text">{shown}</p></div>'
            )
        elif line.startswith("Read More:"):
            link = html.escape(line.removeprefix("Read More:"))
            body.append(f'<p>Read More:<a href="https://news.example/x">{link}</a></p>')
        elif line == "Leave a Reply":
            body.append(f'<div id="respond"><h3 id="reply-title">{shown}</h3>')
        elif line.startswith("Your email"):
            body.append(f'<form id="commentform"><p class="comment-notes">{shown}</p></form></div>')
        else:
            body.append(f"<p>{shown}</p>")
    name = html.escape(title)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{name} | Alliance Notes</title>
<meta property="og:title" content="{name}"></head><body>
<div id="header"><a href="/">Alliance Notes</a> <a href="/about">About</a></div>
<div id="content"><h1>{name}</h1>{"".join(body)}</div>
<div id="sidebar"><h2>Recent posts</h2><ul><li><a href="/1">A bridge too narrow</a></li></ul></div>
</body></html>"""


@pytest.fixture(params=["text", "page"])
def seeds(request: pytest.FixtureRequest, shared: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Both seeds, as they are and as pages."""
    found = []
    for name in (FIRST, SECOND):
        seed = shared / "seeds" / f"{name}.txt"
        if request.param == "page":
            page = tmp_path / f"{name}.html"
            page.write_text(as_page(paragraphs(seed)), encoding="utf-8")
            found.append(page)
        else:
            found.append(seed)
    return found[0], found[1]


def extracted(run: Run, path: Path) -> dict[str, object]:
    code, out, _ = run("extract", "--json", path)
    assert code == 0
    result: dict[str, object] = json.loads(out)
    return result


def names(article: dict[str, object], *, passing: bool = False) -> dict[str, list[str]]:
    people = article["people"]
    assert isinstance(people, list)
    return {
        person["name"]: [mention["text"] for mention in person["mentions"]]
        for person in people
        if passing or not person["passing"]
    }


def test_every_sentence_of_the_articles_is_kept_and_nothing_else(
    run: Run, seeds: tuple[Path, Path], shared: Path
) -> None:
    for path, name in zip(seeds, (FIRST, SECOND), strict=True):
        lines = paragraphs(shared / "seeds" / f"{name}.txt")
        article = extracted(run, path)
        wanted = [
            " ".join(line.split())
            for line in lines[1:]
            if line != lines[0] and len(line.split()) > 2 and not any(sign in line for sign in NOT_TEXT)
        ]
        assert str(article["text"]).split("\n") == wanted
        assert article["title"] == lines[0]


def test_no_date_is_invented(run: Run, seeds: tuple[Path, Path]) -> None:
    first, second = (extracted(run, path) for path in seeds)
    assert first["published"] is None
    assert second["published"] is None
    assert str(first["page_timestamp"]).startswith("2024-04-20T05:42")
    assert second["page_timestamp"] is None


def test_captions_are_kept_apart_and_the_credit_is_known(run: Run, seeds: tuple[Path, Path]) -> None:
    first, second = (extracted(run, path) for path in seeds)
    assert first["captions"] == ["Leon Panetta", "Itsunori Onodera"]
    assert second["credited"] == "Defense News"


def test_the_people_are_exactly_those_named(run: Run, seeds: tuple[Path, Path]) -> None:
    first, second = (extracted(run, path) for path in seeds)
    assert set(names(first, passing=True)) == {"Itsunori Onodera", "Leon Panetta", "Shinzo Abe"}
    assert "Abe" in names(first)["Shinzo Abe"]
    assert set(names(second)) == {"Bob Work"}
    assert set(names(second, passing=True)) <= {"Bob Work", "Obama"}


def test_search_finds_both_and_work_is_a_person_in_the_second_only(
    run: Run, seeds: tuple[Path, Path]
) -> None:
    assert run("add", *seeds)[0] == 0
    assert {hit["id"] for hit in json.loads(run("search", "ISR", "--json")[1])} == {1, 2}
    assert [hit["id"] for hit in json.loads(run("search", "person:Work", "--json")[1])] == [2]
    assert [hit["id"] for hit in json.loads(run("search", "person:Abe", "--json")[1])] == [1]
