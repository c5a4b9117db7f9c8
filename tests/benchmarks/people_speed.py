"""Print what finding people costs: tokens and pages a CPU second, the first call, the files shipped.

    python tests/benchmarks/people_speed.py [--rounds N] [--shared DIR]

One core, CPU time, raw text in and linked people out, over the project's own annotated articles. Given a
folder of real pages (--shared or CLIPPER_SHARED, pages in pages/html/*.gz), also what people cost beside
extraction on pages that are each seen for the first time.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import clipper.people
from clipper.errors import ClipperError
from clipper.extract import extract
from clipper.fetch.files import read_file
from clipper.people import find_people
from clipper.people.training.corpora import read_article

ARTICLES = Path(__file__).resolve().parents[1] / "people" / "articles"
_COLD = """
import time, sys
import clipper.records
start = time.process_time()
from clipper.people import find_people
find_people("Defense Secretary Leon Panetta spoke in Tokyo.")
print((time.process_time() - start) * 1000)
"""


def texts() -> list[str]:
    """The articles as plain text."""
    return [read_article(path).text for path in sorted(ARTICLES.glob("*/*.txt"))]


def rate(articles: list[str], rounds: int) -> tuple[float, float]:
    """Tokens (words and marks) a CPU second, and milliseconds an article, once everything is loaded."""
    find_people(articles[0])
    tokens = sum(len(re.findall(r"\w+|[^\w\s]", text)) for text in articles)
    start = time.process_time()
    for _ in range(rounds):
        for text in articles:
            find_people(text)
    spent = time.process_time() - start
    return tokens * rounds / spent, 1000 * spent / rounds / len(articles)


def beside(pages: Sequence[Path]) -> tuple[float, float]:
    """Milliseconds a page of extraction and of people; each page once, the first four only to warm up."""
    spent = []
    for path in pages:
        page = read_file(path)
        start = time.process_time()
        try:
            article = extract(page)
        except ClipperError:
            continue
        middle = time.process_time()
        find_people(article.text, article.title, article.captions, article.authors, article.language)
        spent.append((middle - start, time.process_time() - middle))
    timed = spent[4:]
    extracting, finding = (1000 * sum(times) / len(timed) for times in zip(*timed, strict=True))
    return extracting, finding


def cold() -> float:
    """Milliseconds of CPU for import, loading and the first call in a fresh process, the best of six."""
    # With compiled modules, as installed packages have them.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", _COLD]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
        for _ in range(6)
    ]
    return min(float(run.stdout) for run in runs)


def shipped() -> int:
    """Bytes of the model and the lists."""
    folder = Path(clipper.people.__file__).parent
    return sum(path.stat().st_size for part in ("model", "lists") for path in (folder / part).iterdir())


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shared", type=Path, default=os.environ.get("CLIPPER_SHARED"))
    options = parser.parse_args()
    # First, while no word has been met.
    pages = sorted(Path(options.shared).glob("**/pages/html/*.gz")) if options.shared else []
    if len(pages) > 4:
        extracting, finding = beside(pages)
        sys.stdout.write(f"ms a page, extraction  {extracting:.1f}\nms a page, people      {finding:.1f}\n")
        sys.stdout.write(f"people / extraction    {finding / extracting:.2f}\n")
    articles = texts()
    tokens, page = rate(articles, options.rounds)
    sys.stdout.write(f"tokens a CPU second    {tokens:,.0f}\nms an article          {page:.1f}\n")
    sys.stdout.write(f"first call, fresh, ms  {cold():.0f}\nmodel and lists, kB    {shipped() / 1000:.0f}\n")


if __name__ == "__main__":
    main()
