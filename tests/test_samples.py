"""Every sample comes out right, sentence by sentence; what was cut or kept apart is accounted for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SAMPLES

Run = Callable[..., tuple[int, str, str]]

# What a careful reader calls the story of each page, read against the pages line by line.
TRUTH: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("samples.json").read_text(encoding="utf-8")
)

NOT_TEXT = (
    "Leave a Reply",
    "Your email address",
    "Read more",
    "Read More",
    "Lesen Sie auch",
    "RELATED",
    "Share this",
    "Sign up",
    "About Paulette",
    "In Other News",
    "Recent Posts",
    "official website",
    "U.S. Navy photo",
    "Follow us",
    "All rights reserved",
    "Wir verwenden Cookies",
    "(END)",
    "05:42",
    "17:25",
)


@pytest.fixture(scope="module")
def articles() -> dict[str, dict[str, Any]]:
    """Every sample as Article JSON."""
    from clipper.clip import derive
    from clipper.export.objects import article_object
    from clipper.fetch.files import read_file

    made = {name: derive(read_file(SAMPLES / name)) for name in TRUTH}
    return {name: article_object(one.article, one.people, name) for name, one in made.items()}


def test_every_story_in_samples_has_a_truth() -> None:
    assert set(TRUTH) == {path.name for path in SAMPLES.iterdir() if path.suffix in (".html", ".txt")}


@pytest.mark.parametrize("name", TRUTH)
def test_the_text_is_the_story_and_nothing_else(articles: dict[str, dict[str, Any]], name: str) -> None:
    assert articles[name]["text"].split("\n") == TRUTH[name]["text"]
    assert [sign for sign in NOT_TEXT if sign in articles[name]["text"]] == []


@pytest.mark.parametrize("name", TRUTH)
def test_the_fields_are_what_the_page_declares(articles: dict[str, dict[str, Any]], name: str) -> None:
    article, truth = articles[name], TRUTH[name]
    fields = ("title", "slug", "authors", "published", "page_timestamp", "credited", "language", "captions")
    assert {field: article[field] for field in fields} == {field: truth[field] for field in fields}
    assert article["source"]["name"] == truth["source"]


@pytest.mark.parametrize("name", TRUTH)
def test_the_people_are_exactly_those_named(articles: dict[str, dict[str, Any]], name: str) -> None:
    assert sorted(person["name"] for person in articles[name]["people"]) == sorted(TRUTH[name]["people"])


@pytest.mark.parametrize("name", TRUTH)
def test_every_line_that_was_cut_is_kept_with_its_rule(
    articles: dict[str, dict[str, Any]], name: str
) -> None:
    assert [cut["text"] for cut in articles[name]["removed"]] == TRUTH[name]["removed"]
    assert all(cut["rule"] for cut in articles[name]["removed"])


def test_the_feed_names_a_story_that_is_there_under_its_tracking_address(
    run: Run, small_archive: Path
) -> None:
    import re

    (link,) = re.findall(
        r"<link>(\S+utm_source=rss)</link>", (SAMPLES / "feed.xml").read_text(encoding="utf-8")
    )
    code, out, _ = run("add", link, "--nl")
    assert (code, json.loads(out)["status"]) == (0, "exists")
