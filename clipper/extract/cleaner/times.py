"""line -> the moment it names, when the line is nothing but a time (``05:42 20 Apr , 2024``)."""

from __future__ import annotations

import re
from datetime import datetime

from clipper.patterns import pattern

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner janvier enero ene gennaio gen janeiro januari stycznia ocak",
            "feb february februar feber février fév febrero febbraio fevereiro fev februari lutego şubat",
            "mar march märz maerz mär mars marzo março marco mrt maart marca mart",
            "apr april avril avr abril abr aprile kwietnia nisan",
            "may mai mayo maggio mag maio maj mei maja mayıs",
            "jun june juni juin junio giugno giu junho czerwca haziran",
            "jul july juli juillet juil julio luglio lug julho lipca temmuz",
            "aug august août aout agosto ago augusti augustus sierpnia ağustos",
            "sep sept september septembre septiembre settembre set setembro września eylül",
            "oct october oktober okt octobre octubre ottobre ott outubro out października ekim",
            "nov november novembre noviembre novembro listopada kasım",
            "dec december dezember dez décembre déc diciembre dic dicembre dezembro desember grudnia aralık",
        ),
        start=1,
    )
    for name in names.split()
}
_LABEL = (
    r"(?:(?:first |last |date )?(?:published|updated|posted|modified|created|issued|release[sd]?|edited)"
    r"(?: on| at)?|all headlines|update|date|stand|veröffentlicht(?: am)?|aktualisiert(?: am)?"
    r"|erstellt(?: am)?|zuletzt aktualisiert|publié(?: le)?|mis à jour(?: le)?|modifié(?: le)?"
    r"|publicado(?: el| em)?|actualizado(?: el)?|atualizado(?: em)?"
    r"|pubblicato(?: il)?|aggiornato(?: il)?|publicerad|uppdaterad|publisert|oppdatert|opdateret|gepubliceerd"
    r"|opublikowano|aktualizacja|güncelleme|yayınlanma|승인|입력|수정|등록|송고시간|公開日?|更新日?|掲載日?|配信)"
)
_DAYNAME = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    r"|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
)
_NOISE = pattern(
    rf"\b{_LABEL}(?=\W|$|\d)[:：]?|\b(?:{_DAYNAME})\b\.?|\bam (?=\d)"
    r"|\b(?:at|on|um|uhr|à|alle|ale|kl|den|le|de|del|el|às|the)\b\.?"
    r"|[(（][月火水木金土日월화수목금토][)）]|[\[\](){}|•·,–—]| - "
)
_ZONE = (
    r"(?:\s*(?:a\.?m\.?|p\.?m\.?))?(?:\s*(?:utc|gmt|z|[ecmp][sd]?t|bst|cest|cet|jst|kst|ist|aest|sast|hkt|sgt)\b)?"
    r"(?:\s*[+-]\d{1,2}:?\d{0,2})?"
)
_CLOCK = (
    rf"(?P<hour>\d{{1,2}})(?:[:.h]|時|시)\s?(?P<minute>\d{{2}})(?:分|분)?(?::\d{{2}})?h?(?P<half>{_ZONE})"
)
_DATES = (
    r"(?P<y>\d{4})[-/.]\s?(?P<m>\d{1,2})[-/.]\s?(?P<d>\d{1,2})\.?",
    r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]",
    r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s*(?P<name>[^\W\d_]{3,12})\.?\s*(?P<y>\d{4})",
    r"(?P<name>[^\W\d_]{3,12})\.?\s*(?P<d>\d{1,2})(?:st|nd|rd|th)?\s*(?P<y>\d{4})",
    r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})",
)
# What every form needs: a year of four figures, or three figures parted by signs.
_FIGURES = pattern(r"\d{4}|\d[./-]\d{1,2}[./-]\d{2}")
_FORMS = tuple(
    pattern(form) for date in _DATES for form in (rf"{date}(?:t|\s)*(?:{_CLOCK})?", rf"(?:{_CLOCK})\s*{date}")
)


def read_time(line: str, language: str | None = None) -> str | None:
    """The ISO 8601 moment of a line that is nothing but a date or a date and a clock, else None.

    Labels such as "Updated:" are allowed, other words are not; of several times the first counts.
    ``language`` decides between day-month and month-day (only ``en`` may mean the month first).
    """
    if not 6 <= len(line) <= 90 or not _FIGURES.search(line):
        return None
    parts = re.split(
        r"\s(?:[-–—|•·/]|updated|aktualisiert|modified|mis à jour|actualizado)\s?:?\s", line.strip().lower()
    )
    moments = [_moment(part, language) for part in parts]
    return moments[0] if all(moments) else _moment(line.lower(), language)


def _moment(text: str, language: str | None) -> str | None:
    bare = " ".join(_NOISE.sub(" ", text).split()).strip(" :.")
    for form in _FORMS:
        match = form.fullmatch(bare)
        if match:
            return _iso(match.groupdict(), language)
    return None


def _iso(found: dict[str, str | None], language: str | None) -> str | None:
    year, month, day = _day(found, language)
    clock = _clock(found)
    try:
        moment = datetime(year, month, day, *(clock or (0, 0)))
    except ValueError:
        return None
    return moment.isoformat(timespec="minutes") if clock else moment.date().isoformat()


def _day(found: dict[str, str | None], language: str | None) -> tuple[int, int, int]:
    year = int(found["y"] or 0)
    year += 2000 if year < 100 else 0
    if found.get("m"):
        return year, int(found["m"] or 0), int(found["d"] or 0)
    if found.get("name"):
        return year, _MONTHS.get(found["name"] or "", 0), int(found["d"] or 0)
    first, second = int(found.get("a") or 0), int(found.get("b") or 0)
    american = second > 12 or (
        found.get("sep") == "/" and first <= 12 and (language or "").lower() in ("en-us", "us")
    )
    return (year, first, second) if american else (year, second, first)


def _clock(found: dict[str, str | None]) -> tuple[int, int] | None:
    if not found.get("hour"):
        return None
    hour, half = int(found["hour"] or 0), (found.get("half") or "").replace(".", "").strip()
    if half.startswith("pm") and hour < 12:
        hour += 12
    return (0 if half.startswith("am") and hour == 12 else hour), int(found["minute"] or 0)
