"""Lines that are nothing but a time, and lines that only look so."""

from __future__ import annotations

import pytest

from clipper.extract.cleaner import read_time

TIMES = {
    "05:42 20 Apr , 2024": "2024-04-20T05:42",
    "All Headlines 17:25 May 18, 2013": "2013-05-18T17:25",
    "Published: Sept. 19, 2017": "2017-09-19",
    "2013-09-27": "2013-09-27",
    "September 27, 2013 5:44 AM": "2013-09-27T05:44",
    "Updated: March 3, 2022 at 10:40 pm": "2022-03-03T22:40",
    "03.03.2022, 18:05 Uhr": "2022-03-03T18:05",
    "Stand: 22.04.2024, 06:00 Uhr": "2024-04-22T06:00",
    "Publié le 5 mars 2022 à 18h30": "2022-03-05T18:30",
    "5 de marzo de 2022": "2022-03-05",
    "2022年3月3日 18時05分": "2022-03-03T18:05",
    "승인 2017.03.22 14:02": "2017-03-22T14:02",
    "송고시간 2022-03-03 10:15": "2022-03-03T10:15",
    "27/11/2017 01:57": "2017-11-27T01:57",
}


@pytest.mark.parametrize("line", TIMES)
def test_a_line_that_is_only_a_time_is_read(line: str) -> None:
    assert read_time(line) == TIMES[line]


@pytest.mark.parametrize(
    "line",
    [
        "The guidelines were last revised in 1997.",
        "1997",
        "On May 18, 2013, the minister resigned.",
        "31 February 2020",
        "25:99 20 Apr 2024",
        "10,000 people",
        "Chapter 3 2013",
        "F-35 2013",
    ],
)
def test_a_line_with_other_words_is_no_time(line: str) -> None:
    assert read_time(line) is None
