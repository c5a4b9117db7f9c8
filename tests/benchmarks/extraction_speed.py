"""Pages -> how fast, how even, how frugal: clipper's whole extract beside trafilatura with metadata.

    python tests/benchmarks/extraction_speed.py SHARED [--pages 100] [--long 2000] [--damaged 2000]

SHARED is the folder that holds ``data/pages``. Times are CPU times of one process, page by page in turn, so that a
busy machine slows both; the ratio is what counts. ``--long`` reads so many pages in one process and states the
resident memory at a tenth of them and at the end; ``--damaged`` reads so many cut, flipped, nested or endless pages
and counts the outcomes.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import logging
import os
import random
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from clipper.errors import ExtractError
from clipper.extract import extract


def cpu(work: object, *arguments: object, **named: object) -> float:
    """CPU seconds of one call; a refusal counts as an answer."""
    start = time.process_time()
    with contextlib.suppress(ExtractError):
        work(*arguments, **named)  # type: ignore[operator]
    return time.process_time() - start


def resident() -> float:
    """Resident memory of this process in MB (Linux)."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def compare(pages: list[bytes]) -> None:
    import trafilatura

    first = cpu(extract, pages[0])
    cpu(trafilatura.bare_extraction, pages[0], with_metadata=True)
    ours, theirs = [], []
    for number, page in enumerate(pages):
        runs = [
            lambda p=page: ours.append(cpu(extract, p)),
            lambda p=page: theirs.append(cpu(trafilatura.bare_extraction, p, with_metadata=True)),
        ]
        for run in runs if number % 2 else reversed(runs):
            run()
    print(
        f"trafilatura with metadata {1000 * statistics.mean(theirs):6.1f} ms a page  {1 / statistics.mean(theirs):6.1f} pages/s"
    )
    print(
        f"clipper's whole extract   {1000 * statistics.mean(ours):6.1f} ms a page  {1 / statistics.mean(ours):6.1f} pages/s"
    )
    print(f"ratio of pages/s          {sum(theirs) / sum(ours):6.2f}")
    print(f"slowest page              {max(ours) / statistics.median(ours):6.1f} times the median")
    print(f"first page                {1000 * first:6.1f} ms, imports included")


def long_run(pages: list[bytes], count: int) -> None:
    for number in range(count):
        cpu(extract, pages[number % len(pages)])
        if number + 1 in (count // 10, count):
            print(f"resident after {number + 1:5d} pages {resident():6.1f} MB")


MONSTERS = (
    b"<div>" * 10_000 + b"<p>The talks go on.</p>" * 5,
    b"<blockquote>so it goes " * 10_000,
    b"<table><tr><td>" * 10_000 + b"<p>The talks go on.</p>",
    b"<p><b>word " * 10_000,
    b"<br>" * 300_000,
    b"<p>" + b"<a href=x>link</a> " * 50_000,
    b"<h2>head</h2>" * 60_000,
    b"<p>" + b"word and more, " * 150_000,
    b"<" * 1_000_000,
)


def damaged(pages: list[bytes], count: int) -> Iterator[bytes]:
    """Damaged inputs, the same ones every time: cut, flipped, in a wrong charset, and monstrous."""
    dice = random.Random(3)
    yield from (b"<html><body><h1>Talks</h1>" + monster for monster in MONSTERS)
    for number in range(count - len(MONSTERS)):
        page = pages[number % len(pages)]
        kind = number % 4
        if kind == 0:
            yield page[: dice.randrange(len(page))]
        elif kind == 1:
            flipped = bytearray(page)
            for _ in range(200):
                flipped[dice.randrange(len(flipped))] = dice.randrange(256)
            yield bytes(flipped)
        elif kind == 2:
            yield page.decode("utf-8", "replace").encode("utf-16-le" if number % 8 else "cp1251", "replace")
        else:
            start = dice.randrange(len(page))
            yield page[start : start + 20_000]


def endure(pages: list[bytes], count: int) -> None:
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for page in damaged(pages, count):
        start = time.process_time()
        try:
            extract(page)
            outcomes["an article"] += 1
        except ExtractError as error:
            outcomes[f"refused: {error.kind}"] += 1
        slowest = max(slowest, time.process_time() - start)
    print(f"damaged inputs {count}: slowest {slowest:.2f} s,", dict(outcomes.most_common()))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, nargs="?", default=os.environ.get("CLIPPER_SHARED"))
    parser.add_argument("--pages", type=int, default=281)
    parser.add_argument("--long", type=int, default=0)
    parser.add_argument("--damaged", type=int, default=0)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    files = sorted((options.shared / "data" / "pages" / "html").glob("*.gz"))
    step = max(1, len(files) // options.pages)
    pages = [gzip.decompress(path.read_bytes()) for path in files[::step]]
    compare(pages)
    if options.long:
        long_run(pages, options.long)
    if options.damaged:
        endure(pages, options.damaged)


if __name__ == "__main__":
    main()
