"""Regular expressions that are compiled at their first use: most pages never need most of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, AnyStr, Generic


class Pattern(Generic[AnyStr]):
    """What `re.compile` would give, made when it is first asked; the large ones cost milliseconds each."""

    def __init__(self, pattern: AnyStr, flags: int = 0) -> None:
        self.pattern: AnyStr = pattern
        self.flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(self.pattern, self.flags)

    def search(self, text: AnyStr) -> re.Match[AnyStr] | None:
        """As `re.Pattern.search`."""
        return self._compiled.search(text)

    def match(self, text: AnyStr) -> re.Match[AnyStr] | None:
        """As `re.Pattern.match`."""
        return self._compiled.match(text)

    def finditer(self, text: AnyStr) -> Iterator[re.Match[AnyStr]]:
        """As `re.Pattern.finditer`."""
        return self._compiled.finditer(text)

    def findall(self, text: AnyStr) -> list[Any]:
        """As `re.Pattern.findall`."""
        return self._compiled.findall(text)

    def split(self, text: AnyStr) -> list[AnyStr | Any]:
        """As `re.Pattern.split`."""
        return self._compiled.split(text)
