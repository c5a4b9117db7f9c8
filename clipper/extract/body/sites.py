"""address -> the rules of its site, from ``sites.toml``: an addition to the general path."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from clipper.urls import registered_domain


class SiteRules(NamedTuple):
    """What is known of one site: XPaths of story and rubbish ("" for none), a pattern of its own lines."""

    body: str = ""
    drop: str = ""
    lines: re.Pattern[str] | None = None


NONE = SiteRules()


def rules_for(url: str) -> SiteRules:
    """The rules of the site that ``url`` belongs to; empty rules for all others and for no address."""
    if not url:
        return NONE
    return _rules(registered_domain(url))


@cache
def _text() -> str:
    return Path(__file__).with_name("sites.toml").read_text("utf-8")


@cache
def _table() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(_text())


@cache
def _rules(domain: str) -> SiteRules:
    # Most sites have no rules, and the table need not be read for them.
    found = _table().get(domain) if domain in _text() else None
    if found is None:
        return NONE
    lines = "|".join(f"(?:{line})" for line in found.get("lines", ()))
    return SiteRules(found.get("body", ""), found.get("drop", ""), re.compile(lines) if lines else None)
