"""Text -> pairs of acronym and long form, after Schwartz and Hearst (2003)."""

from __future__ import annotations


def pairs(text: str) -> list[tuple[str, str]]:
    return []
