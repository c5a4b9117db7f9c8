"""What passes is asked again, within the deadline and as the host wishes; what does not pass is not."""

from __future__ import annotations

import gzip
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from loopback_site import STORY, Asked, Site

from clipper.errors import FetchError
from clipper.fetch import Settings, fetch
from clipper.fetch.retries import retry_after

PATIENT = Settings(total=5, retries=2, backoff=0.02)


def refused(url: str, settings: Settings = PATIENT) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, settings)
    return caught.value


def whole(asked: Asked) -> None:
    asked.answer()


def reset(asked: Asked) -> None:
    asked.reset()


def truncated(asked: Asked) -> None:
    asked.close_connection = True
    asked.answer(Content_Length=str(len(STORY) + 50))


def truncated_gzip(asked: Asked) -> None:
    asked.answer(body=gzip.compress(STORY)[:-12], Content_Encoding="gzip")


def truncated_chunks(asked: Asked) -> None:
    asked.close_connection = True
    asked.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n<p>"
    )


def garbage(asked: Asked) -> None:
    asked.close_connection = True
    asked.wfile.write(b"\x00\x01 this is no HTTP\r\n\r\n")


@pytest.mark.parametrize("broken", [reset, truncated, truncated_gzip, truncated_chunks, garbage])
def test_a_broken_answer_is_asked_for_again(site: Site, broken: object) -> None:
    assert fetch(site.script("/a", broken, broken, whole), PATIENT).body == STORY  # type: ignore[arg-type]
    assert site.count["/a"] == 3


@pytest.mark.parametrize("broken", [reset, truncated, truncated_gzip, truncated_chunks, garbage])
def test_an_answer_that_stays_broken_is_never_taken_for_whole(site: Site, broken: object) -> None:
    assert refused(site.script("/a", broken)).kind == "broken-off"  # type: ignore[arg-type]
    assert site.count["/a"] == 3


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_host_is_asked_again(site: Site, status: int) -> None:
    url = site.script("/a", lambda asked: asked.answer(status), whole)
    assert fetch(url, PATIENT).body == STORY


@pytest.mark.parametrize("status", [401, 403, 404, 410, 501])
def test_a_host_that_means_no_is_asked_once(site: Site, status: int) -> None:
    refused(site.serve("/a", status))
    assert site.count["/a"] == 1


def test_the_host_says_how_long_to_wait_in_seconds(site: Site) -> None:
    busy_once = site.script("/a", lambda asked: asked.answer(429, Retry_After="1"), whole)
    began = time.monotonic()
    assert fetch(busy_once, PATIENT).body == STORY
    assert 1.0 <= time.monotonic() - began < 2.0


def test_a_wait_beyond_the_deadline_is_handed_to_the_caller_at_once(site: Site) -> None:
    began = time.monotonic()
    error = refused(site.serve("/a", 503, Retry_After="120"))
    assert (error.kind, error.retry_after, error.exit_code) == ("http-503", 120.0, 75)
    assert "in 120 seconds as it asks" in str(error)
    assert (site.count["/a"], time.monotonic() - began < 1) == (1, True)


def test_a_wait_until_a_date_is_understood(site: Site) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    error = refused(site.serve("/a", 429, Retry_After=date))
    assert error.retry_after == pytest.approx(3600, abs=5)
    assert (error.kind, error.exit_code) == ("http-429", 75)
    assert "in 60 minutes as it asks" in str(error)


def test_without_retries_a_first_failure_is_the_last(site: Site) -> None:
    assert refused(site.script("/a", reset, whole), Settings(retries=0)).kind == "broken-off"
    assert site.count["/a"] == 1


NOW = datetime(2024, 3, 5, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 30 ", 30.0),
        ("Tue, 05 Mar 2024 10:02:00 GMT", 120.0),
        ("Tue, 05 Mar 2024 09:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_retry_after_has_two_forms(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=40))
@example("٣")
@example("9" * 400)
@example("Tue, 99 Mar 99999 10:02:00 GMT")
@example("1.2.3")
def test_no_retry_after_makes_it_raise(value: str) -> None:
    wait = retry_after(value, NOW)
    assert wait is None or wait >= 0
