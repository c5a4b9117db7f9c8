"""A function of one word -> the same function, which remembers its answers.

As functools.lru_cache, but a plain dictionary: on the thousands of different words that a run of articles
brings, the list that lru_cache keeps of what was asked last makes each answer five to eight times slower.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


class Remembered(dict[str, Answer]):
    """The answers of a function by word; the memory is emptied when it holds ``limit`` of them."""

    def __init__(self, function: Callable[[str], Answer], limit: int) -> None:
        super().__init__()
        self._function = function
        self._limit = limit

    def __missing__(self, word: str) -> Answer:
        answer = self._function(word)
        if len(self) >= self._limit:
            self.clear()
        self[word] = answer
        return answer


def remembered(limit: int) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """Decorates a function of one word, which must always give the same answer."""

    def decorate(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
        return Remembered(function, limit).__getitem__

    return decorate
