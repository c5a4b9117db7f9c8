"""Characters as they came -> characters that are safe to keep, print and search: nothing else changes."""

from __future__ import annotations

import re
import unicodedata

from clipper.patterns import pattern

# What no line of an article may hold: control characters (tab and newline are white space and handled as
# such), lone surrogates (SQLite and UTF-8 refuse them), private use (marks of ours and icon fonts),
# byte-order marks, soft hyphens, zero-width space and word joiner, bidirectional overrides, non-characters.
# Zero-width (non-)joiners stay: Persian, Hindi and family emoji are spelled with them.
_UNSAFE = pattern(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e00ff"
    "\U000f0000-\U0010ffff]"
)
# The few of them that Windows-1252 knows.
_UNSAFE_WESTERN = pattern("[\x00-\x08\x0e-\x1b\x7f\xad]")
_SPACE = pattern(r"\s+")


def safe(text: str) -> str:
    """``text`` without characters that are unsafe or invisible.

    Controls, surrogates, private use, zero-width spaces, direction marks go; joiners that spell words stay.
    White space is left as it is; visible characters are never changed.
    """
    # What is printable has no controls, formats, surrogates or unassigned characters.
    if text.isprintable():
        return text
    return (_UNSAFE_WESTERN if is_western(text) else _UNSAFE).sub("", text)


def one_line(text: str) -> str:
    """``text`` made safe, on one line, with every run of white space a single space and none at the ends."""
    return _SPACE.sub(" ", safe(text)).strip()


def lines(text: str) -> tuple[str, ...]:
    """The lines of ``text`` that hold anything, each as by `one_line`."""
    return tuple(line for part in text.splitlines() if (line := one_line(part)))


def folded(text: str) -> str:
    """``text`` for comparison: letters and digits of any script, lower case, other runs one space.

    Accents and letter width are kept apart only as far as Unicode NFKC keeps them.
    """
    known = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", known))


def is_western(text: str) -> bool:
    """Whether all characters are in Windows-1252: Latin letters of Western Europe, quotation marks, dashes.

    A quick no to every question about other scripts, whose expressions take milliseconds to compile.
    """
    if text.isascii():
        return True
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
