"""A date as a person says it -> its first and its last day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from clipper.errors import QueryError
from clipper.patterns import pattern

_DAY = pattern(r"(\d{4})(?:[-/]?(\d\d)(?:[-/]?(\d\d))?)?(?:[T ].*)?")
_AGO = pattern(r"(\d{1,6})\s*(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?(?:\s+ago)?")


def span(value: str, *, today: date) -> tuple[str, str]:
    """First and last day of what a date may say: ``2013`` is a year, ``2w`` the day two weeks ago.

    Known are 2013, 2013-09, 2013-09-27, 3d, 2w, 6m, 1y, today, yesterday and this or last week, month, year.
    Raises QueryError for anything else.
    """
    plain = re.sub(r"[\s_-]+", " ", value.strip().casefold())
    try:
        first, last = _named_span(plain, today) or _written_span(value.strip(), today)
    except (ValueError, OverflowError) as error:
        raise QueryError(
            f"{value!r} is no date: write 2013, 2013-09, 2013-09-27, 3d, 2w, 6m, yesterday or last-month."
        ) from error
    return first.isoformat(), last.isoformat()


def _named_span(plain: str, today: date) -> tuple[date, date] | None:
    day = timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    return {
        "today": (today, today),
        "yesterday": (today - day, today - day),
        "this week": (monday, monday + 6 * day),
        "last week": (monday - 7 * day, monday - day),
        "this month": (month, _month_end(month)),
        "last month": ((month - day).replace(day=1), month - day),
        "this year": (year, _month_end(year.replace(month=12))),
        "last year": ((year - day).replace(month=1, day=1), year - day),
    }.get(plain)


def _written_span(value: str, today: date) -> tuple[date, date]:
    ago = _AGO.fullmatch(value.casefold())
    if ago:
        then = _ago(int(ago[1]), ago[2], today)
        return then, then
    written = _DAY.fullmatch(value)
    if not written:
        raise ValueError(value)
    year, month, day = (int(part) if part else None for part in written.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    return first, _month_end(first if month else first.replace(month=12))


def _ago(count: int, unit: str, today: date) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    return first.replace(day=min(today.day, _month_end(first).day))


def _month_end(first: date) -> date:
    if first.month == 12:
        return first.replace(day=31)
    return first.replace(month=first.month + 1, day=1) - timedelta(days=1)
