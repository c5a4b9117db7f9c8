"""A date as printed or declared -> ISO 8601 in the precision and time zone it was given with."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

from clipper.patterns import pattern
from clipper.text import one_line

# First letters that tell a month in the languages of the news, without accents; longer ones go first.
_MONTHS = """
1 january januar jan janvier janv enero ene gennaio gen janeiro januari januari januara tammikuu
  tammikuuta stycznia styczen styczeń января январь янв січня ocak leden ledna januari sausio siječnja
  ianuarie janar ιανουαριου يناير جانفي
2 february februar feb febr fevrier fevr febrero febbraio fevereiro fev februari helmikuu helmikuuta
  lutego luty февраля февраль фев лютого subat unor unora vasario februarie pebruari φεβρουαριου فبراير
  فيفري
3 march mar marz maerz mars marzo marco maart maret maaliskuu maaliskuuta marca marzec mrt марта март мар
  березня mart brezen brezna kovo martie μαρτιου مارس
4 april apr avril avr abril abr aprile huhtikuu huhtikuuta kwietnia kwiecien апреля апрель апр квітня
  nisan duben dubna balandzio aprilie απριλιου أبريل ابريل أفريل
5 may mai mayo maggio mag maio mei maj toukokuu toukokuuta maja мая май травня mayis kveten kvetna geguzes
  μαιου مايو ماي
6 june jun juni juin junio giugno giu junho juin kesakuu kesakuuta czerwca czerwiec июня июнь июн червня
  haziran cerven cervna birzelio iunie ιουνιου يونيو يونيه جوان
7 july jul juli juillet juil julio luglio lug julho heinakuu heinakuuta lipca lipiec июля июль июл липня
  temmuz cervenec cervence liepos iulie ιουλιου يوليو يوليه جويلية
8 august aug aout agosto ago augustus augusti agustus elokuu elokuuta sierpnia sierpien августа август авг
  серпня agustos srpen srpna rugpjucio αυγουστου أغسطس اغسطس أوت
9 september sept sep septembre septiembre set settembre setembro syyskuu syyskuuta wrzesnia wrzesien
  сентября сентябрь сен вересня eylul zari rugsejo septembrie σεπτεμβριου سبتمبر
10 october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta pazdziernika
  pazdziernik октября октябрь окт жовтня ekim rijen rijna spalio octombrie οκτωβριου أكتوبر اكتوبر
11 november nov novembre noviembre novembro nopember marraskuu marraskuuta listopada ноября ноябрь ноя
  листопада kasim listopad listopadu lapkricio noiembrie νοεμβριου نوفمبر
12 december dec dez dezember decembre diciembre dic dicembre dezembro desember des joulukuu joulukuuta
  grudnia grudzien декабря декабрь дек грудня aralik prosinec prosince gruodzio decembrie δεκεμβριου
  ديسمبر
"""
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "ist": 330, "wib": 420, "wita": 480, "wit": 540, "msk": 180,
    "мск": 180,
    "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "eest": 180, "trt": 180, "est": -300,
    "edt": -240,
    "et": None, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540,
    "hst": -600, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "pkt": 300, "aest": 600, "aedt": 660,
    "nzst": 720, "nzdt": 780, "sast": 120, "eat": 180, "wat": 60, "cat": 120,
}  # fmt: skip
_ISO = pattern(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*"
    r"(Z|UTC|GMT|[+-]\d{2}:?\d{2}(?!\d)|[+-]\d{2}(?!\d))?)?",
    re.IGNORECASE,
)
_COMPACT = pattern(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?(?!\d)")
_EPOCH = pattern(r"\d{10}(?:\d{3})?")
_CJK = pattern(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]?")
_KOREAN = pattern(r"(?<!\d)(\d{4})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{1,2})(?!\d)")
_NUMERIC = pattern(r"(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/-])")
_WORDED = pattern(
    r"(?<!\w)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?(?:\s+(?:de|of|d[iea]l?))?[\s.-]+([^\W\d_]{3,14})\.?,?"
    r"(?:\s+(?:de|del|of))?[\s,.-]+(\d{4})(?!\d)"
    r"|(?<!\w)([^\W\d_]{3,14})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)"
)
_CLOCK = pattern(
    r"(?:(오전|오후|午前|午後|上午|下午)\s*)?(?<![\d:.])([01]?\d|"
    r"2[0-4])[:.h時시]\s?([0-5]\d)(?::([0-5]\d))?(?:分|"
    r"분)?(?![\d:])"
    r"\s*([aApP]\.?[mM]\b\.?)?\s*(?:Uhr|uhr|hrs?|h)?[\s,(]*"
    r"((?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}|[A-ZМСК]{2,4}\b)?"
)
# Where the month stands first in figures: the United States and those who write like them.
_MONTH_FIRST = ("en-us", "en-ph", "es-us")


def moment(text: str, language: str = "") -> str:
    """The first date in ``text`` as ISO 8601, with its time and zone if it has them, or "" if there is none.

    ``language`` (``en-US``, ``de`` ...) decides whether 03/04/2013 is a day of March or of April; a
    figure over 12 decides for itself. The result is ``2013-09-27``, ``2013-09-27T10:00:00`` or
    ``2013-09-27T10:00:00+09:00``.
    """
    text = one_line(text)[:200]
    if _EPOCH.fullmatch(text):
        seconds = int(text[:10])
        return (
            datetime.fromtimestamp(seconds, UTC).isoformat() if 600_000_000 < seconds < 4_000_000_000 else ""
        )
    return _iso(text) or _compact(text) or _mail(text) or _printed(text, language)


def _iso(text: str) -> str:
    match = _ISO.search(text)
    if not match:
        return ""
    year, month, day, hour, minute, second, zone = match.groups()
    clock = "" if hour is None else _clock(int(hour), int(minute), int(second or 0), _zone(zone or ""))
    return _joined(year, month, day, clock)


def _compact(text: str) -> str:
    match = _COMPACT.fullmatch(text)
    if not match:
        return ""
    year, month, day, hour, minute, second, zone = match.groups()
    clock = "" if hour is None else _clock(int(hour), int(minute), int(second or 0), _zone(zone or ""))
    return _joined(year, month, day, clock)


def _mail(text: str) -> str:
    if not re.match(r"(?:\w{3,9},? )?\d{1,2} \w{3} \d{4} \d{2}:\d{2}", text):
        return ""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _printed(text: str, language: str) -> str:
    for form in (_CJK, _KOREAN):
        if match := form.search(text):
            return _joined(match[1], match[2], match[3], _clock_near(text, match))
    for match in _WORDED.finditer(text):
        day, word, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        month = _MONTH.get(_plain(word), 0)
        if month:
            return _joined(year, str(month), day, _clock_near(text, match))
    if match := _NUMERIC.search(text):
        day, month_text = _day_and_month(match[1], match[3], match[2], language)
        year = match[4] if len(match[4]) == 4 else f"20{match[4]}"
        return _joined(year, month_text, day, _clock_near(text, match))
    return ""


def _day_and_month(first: str, second: str, mark: str, language: str) -> tuple[str, str]:
    if int(first) > 12:
        return first, second
    if int(second) > 12:
        return second, first
    known = language.lower().replace("_", "-")
    month_first = mark != "." and (known.startswith(_MONTH_FIRST) or known == "en")
    return (second, first) if month_first else (first, second)


def _clock_near(text: str, match: re.Match[str]) -> str:
    """The time of day that stands right after the date, or right before it."""
    after = _CLOCK.search(text, match.end(), min(len(text), match.end() + 40))
    found = after or next(iter(_CLOCK.finditer(text, max(0, match.start() - 24), match.start())), None)
    if not found:
        return ""
    hour, half = int(found[2]), found[1] or found[5]
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half[0] in "pP午下오" and half not in ("오전", "午前"))
    return _clock(hour, int(found[3]), int(found[4] or 0), _zone(found[6] or ""))


def _clock(hour: int, minute: int, second: int, zone: int | None) -> str:
    if hour > 23 or minute > 59 or second > 59:
        return ""
    at = f"T{hour:02}:{minute:02}:{second:02}"
    return at if zone is None else at + _offset(zone)


def _offset(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _zone(text: str) -> int | None:
    """Minutes east of UTC, or nothing when the text names no zone."""
    known = text.strip().lower()
    match = re.fullmatch(r"(?:utc|gmt)?\s?([+-])\s?(\d{1,2}):?(\d{2})?", known)
    if match and int(match[2]) <= 14:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return -minutes if match[1] == "-" else minutes
    return _ZONES.get(known)


def _joined(year: str, month: str, day: str, clock: str) -> str:
    try:
        known = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    # 1970-01-01 and 0001-01-01 are empty fields of a data base, not dates.
    return f"{known.isoformat()}{clock}" if known.year > 1700 and known != date(1970, 1, 1) else ""


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i").replace("ł", "l"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


_MONTH = {
    _plain(word): int(number)
    for number, words in re.findall(r"^(\d+) (.*(?:\n  .*)*)", _MONTHS, re.MULTILINE)
    for word in words.split()
}


def instant(iso: str) -> datetime:
    """A value of `moment` as an aware time; without a zone it is taken as UTC, without a time as midnight."""
    known = datetime.fromisoformat(iso)
    return known if known.tzinfo else known.replace(tzinfo=UTC)


def is_after(iso: str, limit: datetime) -> bool:
    """Whether ``iso`` lies after ``limit``, a day of tolerance allowed where no time zone is given."""
    slack = timedelta(minutes=10) if re.search(r"T.*[+-]\d\d:\d\d$", iso) else timedelta(hours=14)
    return instant(iso) > limit.astimezone(UTC) + slack


def days_apart(one: str, other: str) -> float:
    """How many days lie between two values of `moment`, whichever is first."""
    return abs((instant(one) - instant(other)).total_seconds()) / 86400
