"""Golden pages -> figures: how much of each story clipper.extract finds, and what else it lets in.

    python tests/golden/score.py [--worst N]

Body text is scored with a multiset of 4-word shingles (4-character shingles where the language writes no
spaces): precision, recall, and whether the words are exactly those of the truth. Paragraphs in [brackets]
are optional: each page is scored with the subset of them that was found (a pull quote, which repeats a
sentence of the story, only if it stands there once more). F1 is the F1 of the mean precision
and the mean recall. A refused page counts as an empty text. ``authors: null`` in a truth means that
the page leaves it open (an organisation signs it) and that authors are not judged.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

from clipper.errors import ClipperError
from clipper.extract import extract
from clipper.records import Article

GOLDEN = Path(__file__).resolve().parent
WORD = re.compile(r"\w+")
UNSPACED = ("ja", "zh")


@dataclass(frozen=True, slots=True)
class Score:
    """One page: shares of shingles, whether all words agree, clutter found, fields that are right."""

    page: str
    language: str
    precision: float
    recall: float
    exact: bool
    missing: tuple[str, ...]
    clutter: tuple[str, ...]
    right: dict[str, bool]
    refused: str


def pages(folder: Path = GOLDEN) -> tuple[str, ...]:
    """The names of the pages of a folder, in order."""
    return tuple(sorted(path.stem for path in folder.glob("[0-9]*.json")))


@cache
def truth(page: str, folder: Path = GOLDEN) -> dict[str, Any]:
    """What a careful reader says about the page."""
    found: dict[str, Any] = json.loads((folder / f"{page}.json").read_text(encoding="utf8"))
    return found


@cache
def extracted(page: str, folder: Path = GOLDEN) -> Article | ClipperError:
    """What clipper says about the page: an article, or the error with which it refuses."""
    body = (folder / f"{page}.html").read_bytes()
    try:
        return extract(body, url=truth(page, folder)["url"])
    except ClipperError as error:
        return error


def tokens(text: str, language: str) -> list[str]:
    """Words, or single characters where words are not spaced."""
    words = WORD.findall(text)
    return list("".join(words)) if language in UNSPACED else words


def holds(text: str, part: str, language: str) -> bool:
    """True if the words of ``part`` stand in ``text`` in one run, whatever stands between words."""
    whole, piece = (" ".join(tokens(each.lower(), language)) for each in (text, part))
    return f" {piece} " in f" {whole} "


def required(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs that are not in brackets."""
    return [p for p in paragraphs if not optional(p)]


def optional(paragraph: str) -> bool:
    """True for a paragraph that either choice is right for."""
    return paragraph.startswith("[") and paragraph.endswith("]")


def shingles(words: list[str], size: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of ``size`` words with their number; of a shorter text, the one run that it is."""
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))


def occurrences(text: str, part: str, language: str) -> int:
    """How often the words of ``part`` stand in ``text`` in one run."""
    whole, piece = tokens(text, language), tokens(part, language)
    return sum(whole[i : i + len(piece)] == piece for i in range(len(whole) - len(piece) + 1))


def expected(paragraphs: list[str], text: str, language: str) -> list[str]:
    """The required paragraphs and those optional ones that were found beyond what is required.

    A pull quote repeats a sentence of the story: it counts as found only if it stands there once more.
    """
    bare = "\n".join(required(paragraphs))

    def kept(paragraph: str) -> bool:
        inner = paragraph[1:-1]
        return occurrences(text, inner, language) > occurrences(bare, inner, language)

    return [p[1:-1] if optional(p) else p for p in paragraphs if not optional(p) or kept(p)]


def body_score(paragraphs: list[str], text: str, language: str) -> tuple[float, float, bool]:
    """Precision, recall and exactness of a text against the truth's paragraphs."""
    true = tokens("\n".join(expected(paragraphs, text, language)), language)
    said = tokens(text, language)
    a, b = shingles(true), shingles(said)
    hit = (a & b).total()
    return hit / (b.total() or 1), hit / (a.total() or 1), true == said


def squash(text: str) -> str:
    """The words of a title or name in lower case."""
    return " ".join(WORD.findall(text.lower()))


def right_fields(said: dict[str, Any], article: Article) -> dict[str, bool]:
    """Which of the fields that the truth knows are right in the article."""
    right = {"title": squash(article.title) == squash(said["title"])}
    if said["authors"] is not None:
        right["authors"] = sorted(map(squash, article.authors)) == sorted(map(squash, said["authors"]))
    if said["published"]:
        right["published"] = (article.published or "")[:10] == said["published"]
    right["language"] = (article.language or "").split("-")[0] == said["language"]
    return right


def score_page(page: str) -> Score:
    """Compare one page with its truth."""
    said, found = truth(page), extracted(page)
    language = said["language"]
    if isinstance(found, ClipperError):
        return Score(page, language, 0, 0, False, tuple(required(said["text"])), (), {}, found.kind)
    precision, recall, exact = body_score(said["text"], found.text, language)
    missing = tuple(p for p in required(said["text"]) if not holds(found.text, p, language))
    clutter = tuple(a for a in said["absent"] if holds(found.text, a, language))
    return Score(
        page, language, precision, recall, exact, missing, clutter, right_fields(said, found), refused=""
    )


def f1(precision: float, recall: float) -> float:
    """The harmonic mean, 0 when both are."""
    return 2 * precision * recall / ((precision + recall) or 1)


def summary(name: str, scores: list[Score]) -> str:
    """One line of means."""
    precision, recall = mean(s.precision for s in scores), mean(s.recall for s in scores)
    exact = sum(s.exact for s in scores)
    clutter, missing = sum(len(s.clutter) for s in scores), sum(len(s.missing) for s in scores)
    return (
        f"{name:34s} {len(scores):3d}  F1 {f1(precision, recall):.4f}  P {precision:.4f}  R {recall:.4f}  "
        f"exact {exact:2d}  missing {missing:3d}  clutter {clutter:3d}"
    )


def field_lines(scores: list[Score]) -> Iterator[str]:
    """How often each field is right where the truth knows it; a refused page has none right."""
    for field in ("title", "authors", "published", "language"):
        known = [s for s in scores if field == "language" or truth(s.page)[field] is not None]
        wrong = [s.page for s in known if not s.right.get(field, False)]
        yield f"{field:34s} {len(known) - len(wrong):3d} of {len(known)}  wrong: {', '.join(wrong) or '-'}"


def refusal_lines() -> Iterator[str]:
    """What became of each page that is no article."""
    folder = GOLDEN / "refused"
    for page in pages(folder):
        found, kind = extracted(page, folder), truth(page, folder)["kind"]
        got = found.kind if isinstance(found, ClipperError) else f"taken for an article ({found.words} words)"
        yield f"{'ok ' if got == kind else 'BAD'} {page:34s} {kind:16s} {got}"


def report(scores: list[Score]) -> Iterator[str]:
    """The whole report, line by line."""
    yield from (summary(s.page, [s]) + (f"  refused: {s.refused}" if s.refused else "") for s in scores)
    yield ""
    for language in dict.fromkeys(s.language for s in scores):
        yield summary(language, [s for s in scores if s.language == language])
    yield summary("all", scores)
    yield ""
    yield from field_lines(scores)
    yield ""
    yield from refusal_lines()


def faults(scores: list[Score]) -> Iterator[str]:
    """Each paragraph that is missing and each clutter that is there, page by page."""
    for score in scores:
        yield f"\n{score.page}  F1 {f1(score.precision, score.recall):.4f}"
        yield from (f"  - {paragraph[:110]}" for paragraph in score.missing)
        yield from (f"  + {clutter}" for clutter in score.clutter)


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--worst", type=int, default=0, help="list the faults of the N worst pages")
    scores = [score_page(page) for page in pages()]
    worst = sorted(scores, key=lambda s: f1(s.precision, s.recall))[: parser.parse_args().worst]
    sys.stdout.writelines(f"{line}\n" for line in (*report(scores), *faults(worst)))


if __name__ == "__main__":
    main()
