"""header and attempt -> seconds to wait before asking again; pure but for the clock."""

from __future__ import annotations

from datetime import UTC, datetime

BUSY = frozenset((429, 500, 502, 503, 504))


def retry_after(value: str, now: datetime | None = None) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3: a number or a date); None if unclear."""
    from email.utils import parsedate_to_datetime

    value = value.strip()
    if value.isascii() and value.replace(".", "", 1).isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())


def backoff(attempt: int, base: float) -> float:
    """Seconds to wait after the ``attempt``-th failure (from 0) when the host does not say."""
    return base * 2.0**attempt
