"""A function of one word -> the same function, which remembers its answers.

As functools.lru_cache, but a plain dictionary: on the thousands of different words that a run of articles
brings, the list that lru_cache keeps of what was asked last makes each answer five to eight times slower.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Word = TypeVar("Word")
Answer = TypeVar("Answer")

_memories: list[Remembered[Any, Any]] = []


class Remembered(dict[Word, Answer]):
    """The answers of a function by word; `trim` empties it when it holds more than ``limit`` of them."""

    __slots__ = ("_function", "limit")

    def __init__(self, function: Callable[[Word], Answer], limit: int) -> None:
        super().__init__()
        self._function, self.limit = function, limit

    def __missing__(self, word: Word) -> Answer:
        answer = self[word] = self._function(word)
        return answer


def remembered(limit: int) -> Callable[[Callable[[Word], Answer]], Callable[[Word], Answer]]:
    """Decorates a function of one word, which must always give the same answer."""

    def decorate(function: Callable[[Word], Answer]) -> Callable[[Word], Answer]:
        memory = Remembered(function, limit)
        _memories.append(memory)
        return memory.__getitem__

    return decorate


def trim() -> None:
    """Limit the memory that answers take: asked once a document, since to ask at each answer would cost as
    much as remembering it does."""
    for memory in _memories:
        if len(memory) > memory.limit:
            memory.clear()
