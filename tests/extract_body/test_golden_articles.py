"""Golden pages: the body and the cleaner together give exactly the story, in ten languages.

Each ``articles/NAME.html`` has a ``NAME.json`` beside it with the lines that a reader would call the story. What
the pages reach together may not fall below ``floor.json``; only a change of that file lowers it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clipper.extract.body import find_body
from clipper.extract.cleaner import clean
from clipper.extract.document import parse
from clipper.records import Page

PLACE = Path(__file__).parent
NAMES = sorted(path.stem for path in (PLACE / "articles").glob("*.html"))
_NOW = datetime(2024, 5, 1, tzinfo=UTC)


def extracted(name: str) -> tuple[list[str], list[str]]:
    body = (PLACE / "articles" / f"{name}.html").read_bytes()
    document = parse(Page("", "", _NOW, 200, "text/html", None, (), body))
    title = document.first("og:title")
    found = find_body(document, title=title, description=document.first("description"))
    cleaned = clean(found.blocks, title=title, language=document.language, captions=found.captions)
    return [line.text for line in cleaned.kept], [*found.captions, *cleaned.captions]


def expected(name: str) -> dict[str, list[str]]:
    golden: dict[str, list[str]] = json.loads((PLACE / "articles" / f"{name}.json").read_text("utf-8"))
    return golden


def words(lines: list[str]) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(lines)))


def f1(found: list[str], truth: list[str]) -> float:
    a, b = words(found), words(truth)
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_page_gives_exactly_its_story(name: str) -> None:
    lines, captions = extracted(name)
    assert lines == expected(name)["text"]
    assert set(expected(name)["captions"]) <= set(captions)


def test_the_golden_pages_together_stay_above_the_floor() -> None:
    floor = json.loads((PLACE / "floor.json").read_text("utf-8"))
    pairs = [(extracted(name)[0], expected(name)["text"]) for name in NAMES]
    assert len(NAMES) >= floor["pages"]
    assert sum(f1(*pair) for pair in pairs) / len(pairs) >= floor["f1"]
    assert sum(found == truth for found, truth in pairs) / len(pairs) >= floor["exact"]


def test_the_golden_pages_speak_ten_languages() -> None:
    assert len({str(expected(name)["language"]) for name in NAMES}) >= 8
