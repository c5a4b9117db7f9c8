"""Regular expressions that are compiled when they are first used.

A search answers in the time that compiling a dozen patterns takes, and uses three of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, on first use; what is wrong with ``source`` is therefore raised then (re.error)."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


def bytes_pattern(source: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """As `pattern`, for what is sought before a page is decoded."""
    return cast("re.Pattern[bytes]", _Uncompiled(source, flags))


class _Uncompiled:
    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)  # the next use finds it without coming here
        return found
