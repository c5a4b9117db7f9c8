"""First paragraph -> dateline: the place a story was filed from and the agency that filed it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from clipper.extract.fields.agencies import AGENCIES
from clipper.patterns import pattern
from clipper.text import folded, one_line

_DASH = r"(?:—|–|--|-{1,2}|―|—|:)"
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:[^\W\d_]{3,10}\.?\s+\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?|"
    r"\d{1,2})(?:,?\s+(?:de\s+)?\d{4})?"
)
_PLACE_WORD = r"[^\W\d_a-zà-ÿ][\w’'.-]*"
# Capitals, or capitalised words where an agency follows, with a state or country behind a comma.
_CAPITALS = (
    r"(?:[A-ZÀ-ÞŁŚŻА-ЯЁІЇЄ][A-ZÀ-ÞŁŚŻА-ЯЁІЇЄ.’'-]+(?:[ /-](?:[A-ZÀ-ÞŁŚŻА-ЯЁІЇЄ.’'-]{2,}|[A-Z]\.?|de|di|of|"
    r"the|am|an der))*)"
)
_REGION = (
    r"(?:,\s+(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d)[A-ZÀ-Þ][\w.’' -]{1,24}?)"
)
_AGENCY = r"\((?P<agency>[^()]{2,40})\)|/(?P<slashed>[^/()]{2,24})/"
_FORMS = (
    # WASHINGTON — / SEOUL, May 18 (Yonhap) -- / CAMP SMITH, Hawaii, Aug. 13, 2012 – / NORFOLK, Va. (NNS) --
    pattern(
        rf"^(?P<place>{_CAPITALS}{_REGION}?)(?:,\s+{_DAY})?\s*(?:{_AGENCY})?\s*(?:,\s+{_DAY}\s*)?\s*(?:—|"
        rf"–|--|―|\s-{{1,2}})\s*(?=\S)"
    ),
    # WASHINGTON: older style, capitals only
    pattern(rf"^(?!\S*[’'])(?P<place>{_CAPITALS}):\s+(?=[A-ZÀ-Þ“\"'‘])"),
    # Tokyo (AFP) - / Berlin (dpa) - / BERLIN (dpa/lno) - / Paris, 3 mai (Reuters) -
    pattern(
        rf"^(?P<place>{_PLACE_WORD}(?:[ /-]{_PLACE_WORD}|\s(?:de|di|del|am|an der|of|"
        rf"el)\s{_PLACE_WORD}){{0,3}}{_REGION}?)"
        rf"(?:,\s*{_DAY})?\s*(?:{_AGENCY})\s*\.?\s*{_DASH}?\s*(?=\S)"
    ),
    # Place, country, Month day, year — in mixed case
    pattern(
        rf"^(?P<place>{_PLACE_WORD}(?:[ "
        rf"-]{_PLACE_WORD}){{0,3}}{_REGION}?),\s+[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}}(?:,\s+\d{{4}})?\s*(?:{_AGENCY})?\s*(?:—|–|--)\s*(?=\S)"
    ),
    # 【ソウル聯合ニュース】 / [东京 1日 路透] / ［ワシントン　１６日　ロイター］ / (서울=연합뉴스)
    pattern(
        r"^[【\[［〔(（](?P<place>[^\W\d_a-zA-Z]{1,12}?)(?:[=＝\s　・]+(?:[\d０-９]{1,2}(?:日|"
        r"일)[\s　]*)?(?P<agency>[^】\]］〕)）]{2,24})|(?P<glued>聯合ニュース|共同|時事|新华社|"
        r"ロイター))?[】\]］〕)）]"
    ),
    pattern(r"^[［\[]\s*[\d０-９]{1,2}日[\s　]+(?P<agency>[^］\]]{2,16})[］\]](?P<place>)"),
    pattern(r"^(?P<agency>新华社|中新社|中央社)(?P<place>[^\W\d_]{2,8}?)[\d０-９]{1,2}月[\d０-９]{1,2}日电"),
)
_ABOARD = pattern(
    r"^(?P<place>ABOARD (?:[A-Z][\w.’' ()-]{3,50}?))(?:,\s+[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?\s*(?:—|"
    r"–|--)\s*(?=\S)"
)
_NOT_PLACES = pattern(
    r"^(?:UPDATE|BREAKING|EXCLUSIVE|VIDEO|WATCH|LIVE|READ|NOTE|CORRECTION|OPINION|ANALYSIS|INTERVIEW|"
    r"PHOTOS?|FILE|"
    r"EDITOR|Q|A|FAQ|TIP|WARNING|SPOILER|NEW(?! [A-Z])|MORE|RELATED|SOURCE|CREDIT|POLL|QUIZ|QUESTION|"
    r"ANSWER|ADS?|"
    r"CLAIM|FACTS?|VERDICT|RATING|MYTH|BOTTOM LINE|THE (?!HAGUE)|ADVERTISEMENT|SUMMARY|KEY POINTS|REVIEW|"
    r"PREVIEW|"
    r"ALERT|DISCLAIMER|PODCAST|LISTEN|TICKER|EILMELDUNG|KOMMENTAR|DIRECT|VIDÉO|ENTRETIEN|ANALYSE|TRIBUNE|"
    r"OPINIÓN|"
    r"DIRECTO|ÚLTIMA|NATO|ISIS|NASA|FBI|CIA|UN|EU|US|UK|WHO|IMF|GOP|DOD|DHS|ICE|NFL|NBA|AI|THIS|WE|WHAT|"
    r"WHY|HOW|"
    r"YOU|SUBJECTS?|TOPICS?|TRANSCRIPT|JOURNALIST|HOST|MINISTER|MODERATOR|REPORTER|INTERVIEWER|SPEAKER|"
    r"PRESIDENT)"
    r"(?![\w-])|^The (?!Hague)"
)
# In capitals alone, without a date, a region or an agency, a place is short.
_MOST_BARE_WORDS = 3


# In a transcript each speaker's name stands in capitals before a colon.
_SPEAKER = pattern(r"^[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{1,60}:\s")


# Without one of these near its beginning a line has no dateline, and the forms need not be tried.
_MARKS = ("—", "–", "--", "―", " - ", ": ", ")", "/", "】", "］", "]", "〕", "）", "电")


class Dateline(NamedTuple):
    """The place as printed and the agency in short form; "" for what is not there."""

    place: str
    agency: str


def find_dateline(lines: Iterable[str]) -> Dateline:
    """The dateline at the start of the first paragraph; short lines before it are no paragraphs."""
    known = list(lines)
    for number, line in enumerate(known[:4]):
        found = read_dateline(line)
        if _SPEAKER.match(line) and sum(bool(_SPEAKER.match(other)) for other in known[:40]) > 1:
            return Dateline("", "")
        if found.place or found.agency or number > 2 or len(line) > 120:
            return found
    return Dateline("", "")


def read_dateline(line: str) -> Dateline:
    """The dateline that ``line`` begins with; both parts "" when it begins with running text."""
    head = line[:160]
    if not any(mark in head for mark in _MARKS):
        return Dateline("", "")
    match = _ABOARD.match(head)
    for form in _FORMS:
        match = match or form.match(head)
    if not match or _NOT_PLACES.match(head) or len(match[0]) > 120:
        return Dateline("", "")
    named = match.groupdict()
    agency = next((named[key] for key in ("agency", "slashed", "glued") if named.get(key)), "")
    place = one_line(named.get("place") or "").strip(" ,")
    bare = not agency and "," not in match[0] and not re.search(r"\d", match[0])
    if bare and len(place.split()) > _MOST_BARE_WORDS and not place.startswith("ABOARD"):
        return Dateline("", "")
    if match[0][0] in "(（" and not agency:
        return Dateline("", "")
    # "Jane Doe (Green) -" is no dateline: in mixed case only a known agency makes one.
    sure = place.split(",")[0].isupper() or _agency(agency) or not place.isascii()
    short_form = agency.isupper() and len(agency) <= 6 and re.search(r"[—–-]\s*$", match[0])
    if agency and not (sure or short_form):
        return Dateline("", "")
    return Dateline(place, _agency(agency))


def _agency(said: str) -> str:
    first = folded(re.split(r"[/,;–-]", said)[0])
    return AGENCIES.get(first, "") or AGENCIES.get(folded(said), "")
