"""The limits of a fetch: one frozen record that says how long, how much, how often and as whom."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clipper import __version__
from clipper.errors import UsageError

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What one fetch may cost; times in seconds, sizes in bytes.

    ``total`` is the deadline of a whole fetch: look-up of the name, connections, redirects, retries,
    waits and the last byte. ``connect`` and ``read`` bound one connection and one silence within it.
    ``max_received`` counts bytes as they travel, ``max_body`` after decompression. ``retries`` is the
    number of further attempts after a broken connection, a 429 or a 5xx; the n-th waits
    ``backoff * 2**n`` unless the host says how long. ``cookies`` is a Netscape cookies.txt.
    Raises UsageError for values that make no sense.
    """

    total: float = 60.0
    connect: float = 10.0
    read: float = 20.0
    max_received: int = 30 * _MB
    max_body: int = 60 * _MB
    max_redirects: int = 10
    retries: int = 2
    backoff: float = 0.5
    # Sites refuse agents that do not begin like a browser's; the rest of the line says who it is.
    user_agent: str = f"Mozilla/5.0 (compatible; clipper/{__version__})"
    language: str = "en-US,en;q=0.9,*;q=0.5"
    cookies: Path | None = None

    def __post_init__(self) -> None:
        for name in ("total", "connect", "read", "max_received", "max_body"):
            if not getattr(self, name) > 0:
                raise UsageError(f"The fetch setting {name} must be more than 0: give a larger number.")
        for name in ("max_redirects", "retries", "backoff"):
            if not getattr(self, name) >= 0:
                raise UsageError(f"The fetch setting {name} cannot be negative: give 0 or more.")
        for name in ("user_agent", "language"):
            if not _fits_a_header(getattr(self, name)):
                raise UsageError(
                    f"The {name.replace('_', ' ')} must be one line of ASCII: leave out the rest."
                )


def _fits_a_header(text: str) -> bool:
    return text.isascii() and text.isprintable() and bool(text) and text == text.strip()
