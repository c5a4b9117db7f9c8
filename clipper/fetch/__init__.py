"""url or file -> Page, the evidence that everything else is derived from. The only network of the program.

    fetch(url)                    one address
    Fetcher(settings)             several, over shared connections and cookies
    fetch_many(urls)              a stream of them, hosts in parallel, one request at a time per host
    read_file(path)               a page that the reader saved
    read_bytes(data, name)        the same from standard input

Nothing here imports requests before the first fetch, and a page on disk needs nothing of the network.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clipper.fetch.challenge import challenge_of
    from clipper.fetch.fetcher import Fetcher, fetch
    from clipper.fetch.files import read_bytes, read_file
    from clipper.fetch.many import fetch_many
    from clipper.fetch.settings import Settings
    from clipper.records import Page

__all__ = ["Fetcher", "Settings", "challenge_of", "fetch", "fetch_many", "read_bytes", "read_file"]

_HOMES = {
    "Fetcher": "fetcher",
    "Settings": "settings",
    "challenge_of": "challenge",
    "fetch": "fetcher",
    "fetch_many": "many",
    "read_bytes": "files",
    "read_file": "files",
}


def __getattr__(name: str) -> Any:
    """Import a public name on first use (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'clipper.fetch' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"clipper.fetch.{home}"), name)


class _Room(ModuleType):
    """Lets ``clipper.fetch(url)`` work although importing this room puts the module under that very name."""

    def __call__(self, url: str, settings: Settings | None = None) -> Page:
        from clipper.fetch.fetcher import fetch

        return fetch(url, settings)


sys.modules[__name__].__class__ = _Room
