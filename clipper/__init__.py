"""clipper: fetch articles, keep the page as evidence, find the text and the people, and search them.

A Python program uses the functions that the commands use; nothing heavy is imported before it is needed:

    page = clipper.fetch("https://example.org/story")     # -> Page
    article = clipper.extract(page)                        # -> Article
    people = clipper.find_people(article.text, article.title)
    with clipper.Archive("clippings.db") as archive:
        hits = archive.search("ISR person:Onodera")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clipper.archive import Archive
    from clipper.errors import ClipperError
    from clipper.extract import extract
    from clipper.fetch import fetch
    from clipper.people import find_people

__version__ = "0.1.0"

_HOMES = {
    "Archive": "clipper.archive",
    "ClipperError": "clipper.errors",
    "extract": "clipper.extract",
    "fetch": "clipper.fetch",
    "find_people": "clipper.people",
}

__all__ = ["Archive", "ClipperError", "__version__", "extract", "fetch", "find_people"]


def __getattr__(name: str) -> Any:
    """Import a public function on first use (PEP 562), so that ``import clipper`` costs next to nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'clipper' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)
