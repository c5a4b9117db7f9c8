"""A date as a page declares it -> the UTC text by which the archive sorts, as precise as it was declared."""

from __future__ import annotations

from datetime import UTC, datetime

from clipper.patterns import pattern

_BARE = pattern(r"\d{4}(-\d\d(-\d\d)?)?")


def in_utc(declared: str | None) -> str | None:
    """``2013-09-27T10:00:00+09:00`` -> ``2013-09-27T01:00:00Z``; a bare day, month or year stays as it is.

    A time without a zone is taken as UTC. What is no date at all gives None: it sorts nothing.
    """
    if not declared:
        return None
    try:
        if _BARE.fullmatch(declared):
            datetime.fromisoformat(
                declared + "-01-01"[len(declared) - 4 :] if len(declared) < 10 else declared
            )
            return declared
        moment = datetime.fromisoformat(declared)
        return moment_text(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def day_of(declared: str) -> str:
    """The calendar day of a date by its own clock: ``2013-10-03T08:15:00+09:00`` -> ``2013-10-03``.

    A bare day, month or year stays as it is. Raises ValueError for what is no date.
    """
    return declared if _BARE.fullmatch(declared) else datetime.fromisoformat(declared).date().isoformat()


def moment_text(moment: datetime) -> str:
    """An aware moment as ISO 8601 in UTC to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def now() -> str:
    """This moment as ISO 8601 in UTC."""
    return moment_text(datetime.now(UTC))
