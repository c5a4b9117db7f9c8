"""A line on the terminal that says how far a batch has come, gone before anything else is printed.

Written by hand because rich's bar takes over standard output: beside it, results that go into a file would
come out on the terminal.
"""

from __future__ import annotations

import os
import sys
import time

WIDTH = 30
# What fills the bar where the terminal can show it, and where it cannot.
BLOCKS = (("━", "─"), ("#", "-"))


class Bar:
    """Progress of ``total`` steps on standard error; ``on`` False draws nothing at all."""

    def __init__(self, doing: str, total: int, *, on: bool) -> None:
        self._doing = doing
        self._total = total
        self._on = on and total > 0
        self._done = 0
        self._began = time.monotonic()
        self.draw()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        self.draw()

    def draw(self) -> None:
        """Show how far it is."""
        if self._on:
            sys.stderr.write(f"\r\x1b[K{self._line()}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Make room for a line of results, or end."""
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _line(self) -> str:
        full, empty = next((pair for pair in BLOCKS if encodable(pair[0] + pair[1])), BLOCKS[-1])
        filled = WIDTH * self._done // self._total
        bar = full * filled + empty * (WIDTH - filled)
        return f"{self._doing} {bar} {self._done} of {self._total}{self._left()}"

    def _left(self) -> str:
        """The time that the rest will take, when there is enough to judge by."""
        spent = time.monotonic() - self._began
        if not self._done or self._done == self._total or spent < 2:
            return ""
        seconds = spent / self._done * (self._total - self._done)
        return f", {seconds / 60:.0f} min left" if seconds > 90 else f", {seconds:.0f} s left"


def encodable(text: str) -> bool:
    """Whether standard error can show ``text``."""
    try:
        text.encode(sys.stderr.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def drawable() -> bool:
    """Whether standard error is a terminal that can take a line back."""
    return sys.stderr.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb")
