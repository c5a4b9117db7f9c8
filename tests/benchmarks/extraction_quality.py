"""Pages with truth -> a table of text quality: clipper, trafilatura, newspaper4k and readability side by side.

    python tests/benchmarks/extraction_quality.py SHARED [--half 0|1] [--worst 10]

SHARED is the folder that holds ``data/pages`` and ``score/pages.py``. Texts are scored by that program's own
functions. ``--half`` takes the publishers whose names fall into one of two fixed halves, to see that a rule which
was found on one helps on the other. newspaper4k and readability-lxml are left out when they are not installed; the
first asks the network while parsing, so sockets are closed to it.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import logging
import os
import socket
import statistics
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

Extractor = Callable[[bytes, str], str]
ENGLISH = ("us", "uk", "ca", "au", "za", "ind")


def clipper_text(body: bytes, url: str) -> str:
    from clipper.errors import ExtractError
    from clipper.extract import extract

    try:
        return extract(body, url).text
    except ExtractError:
        return ""


def trafilatura_text(body: bytes, url: str) -> str:
    import trafilatura

    found = trafilatura.bare_extraction(body, url=url, include_comments=False, with_metadata=True)
    return getattr(found, "text", None) or ""


def newspaper_text(body: bytes, url: str) -> str:
    import newspaper

    article = newspaper.Article(url or "http://localhost/", fetch_images=False)
    article.download(input_html=body.decode("utf-8", "replace"))
    article.parse()
    return str(article.text)


def readability_text(body: bytes, url: str) -> str:
    from lxml import html
    from readability import Document

    text = "".join(c for c in body.decode("utf-8", "replace") if c in "\t\n\r" or c >= " ")
    return str(html.fromstring(Document(text).summary()).text_content())


OPTIONAL: dict[str, tuple[str, Extractor]] = {
    "newspaper4k": ("newspaper", newspaper_text),
    "readability-lxml": ("readability", readability_text),
}


def extractors() -> Iterator[tuple[str, Extractor]]:
    yield "clipper", clipper_text
    yield "trafilatura", trafilatura_text
    for name, (module, extractor) in OPTIONAL.items():
        if importlib.util.find_spec(module):
            yield name, extractor
        else:
            print(f"{name} is not installed and left out", file=sys.stderr)


def no_network(*_: Any) -> None:
    raise OSError("the benchmark stays on this machine")


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_pages", shared / "score" / "pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def half_of(publisher: str) -> int:
    """Which of two fixed halves a publisher falls into."""
    return zlib.crc32(publisher.encode()) % 2


def summary(scores: list[Any]) -> str:
    precision = statistics.mean([s[0] for s in scores if s[0] is not None] or [0])
    recall = statistics.mean([s[1] for s in scores if s[1] is not None] or [0])
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    exact = statistics.mean(s[2] for s in scores)
    return f"pages {len(scores):4d}  F1 {f1:.4f}  P {precision:.4f}  R {recall:.4f}  exact {exact:.3f}"


def groups(page: dict[str, Any]) -> list[str]:
    if page["set"] != "publishers":
        return [page["set"]]
    return ["publishers", "  English" if page["country"] in ENGLISH else "  other languages"]


def score_all(shared: Path, pages: list[dict[str, Any]], extractor: Extractor) -> dict[str, list[Any]]:
    score = scorer(shared).body_scores
    found: dict[str, list[Any]] = {}
    for page in pages:
        body = gzip.decompress((shared / "data" / "pages" / "html" / page["file"]).read_bytes())
        try:
            text = extractor(body, page["url"])
        except Exception as error:  # noqa: BLE001 - a peer that breaks on a page is scored as silent
            print(f"{page['file']}: {type(error).__name__}", file=sys.stderr)
            text = ""
        row = score(page["body"], text)
        for group in groups(page):
            found.setdefault(group, []).append(row)
        found.setdefault("pages", []).append((page["file"], row))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, nargs="?", default=os.environ.get("CLIPPER_SHARED"))
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument(
        "--worst", type=int, default=0, help="list clipper's pages of the lowest recall or precision"
    )
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    socket.socket.connect = no_network  # type: ignore[method-assign, assignment]
    lines = (options.shared / "data" / "pages" / "truth.jsonl").read_text("utf-8").splitlines()
    pages = [json.loads(line) for line in lines]
    if options.half is not None:
        pages = [page for page in pages if half_of(page["publisher"]) == options.half]
    for name, extractor in extractors():
        found = score_all(options.shared, pages, extractor)
        each = found.pop("pages")
        for group in sorted(found, key=lambda g: (g.strip() == g, g), reverse=True):
            print(f"{name:17s} {group:18s} {summary(found[group])}")
        if name == "clipper":
            worst = sorted(each, key=lambda e: min(e[1][0] or 0, e[1][1] or 0))[: options.worst]
            for file, (precision, recall, _) in worst:
                print(f"    {file}  P {precision or 0:.3f}  R {recall or 0:.3f}")


if __name__ == "__main__":
    main()
