"""Many addresses: hosts in parallel, each host one at a time with a pause, results as they come."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator

import pytest
from loopback_site import STORY, Asked, Site

from clipper.errors import FetchError
from clipper.fetch import Settings, fetch_many
from clipper.fetch.many import HostQueue, host_and_port
from clipper.records import Page

QUICK = Settings(total=5, retries=0)


def test_each_address_comes_back_as_given_with_its_page_or_its_error(site: Site) -> None:
    good, missing = f"  {site.serve('/a')} ", site.url("/none")
    results = dict(fetch_many([good, missing, "no address", good], QUICK, pause=0))
    assert set(results) == {good, missing, "no address"}
    assert isinstance(results[good], Page)
    kinds = {given: getattr(result, "kind", "") for given, result in results.items()}
    assert kinds == {good: "", missing: "http-404", "no address": "bad-address"}


def test_an_address_given_twice_is_answered_twice(site: Site) -> None:
    assert len(list(fetch_many([site.serve("/a")] * 3, QUICK, pause=0))) == 3


def test_no_addresses_give_no_results() -> None:
    assert list(fetch_many([])) == []


def test_one_host_is_asked_one_at_a_time_with_a_pause(site: Site) -> None:
    open_now, most = 0, 0
    ended: list[float] = []
    lock = threading.Lock()

    def route(asked: Asked) -> None:
        nonlocal open_now, most
        with lock:
            open_now += 1
            most = max(most, open_now)
        time.sleep(0.02)
        with lock:
            open_now -= 1
            ended.append(time.monotonic())
        asked.answer()

    site.routes["/a"] = route
    assert len(list(fetch_many([site.url("/a")] * 4, QUICK, workers=4, pause=0.1))) == 4
    began = [moment for _, _, moment in site.asked]
    assert most == 1
    assert all(later - earlier >= 0.1 for earlier, later in itertools.pairwise(began))
    assert all(start - end >= 0.095 for end, start in zip(ended, began[1:], strict=False))


def test_different_hosts_are_asked_at_the_same_time(site: Site, other_site: Site) -> None:
    meeting = threading.Barrier(2, timeout=3)

    def route(asked: Asked) -> None:
        meeting.wait()  # broken unless both hosts are asked at once
        asked.answer()

    site.routes["/a"] = other_site.routes["/a"] = route
    urls = [site.url("/a"), site.url("/a"), other_site.url("/a"), other_site.url("/a")]
    assert all(isinstance(page, Page) for _, page in fetch_many(urls, QUICK, pause=0))


def test_results_come_as_they_are_done(site: Site, other_site: Site) -> None:
    def slow(asked: Asked) -> None:
        time.sleep(0.3)
        asked.answer()

    site.routes["/slow"] = slow
    urls = [site.url("/slow"), other_site.serve("/quick")]
    assert [given for given, _ in fetch_many(urls, QUICK, pause=0)] == urls[::-1]


def test_an_endless_stream_is_read_only_as_far_as_needed(site: Site) -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield site.url("/a")

    site.serve("/a")
    results = fetch_many(endless(), QUICK, workers=2, pause=0)
    assert [page.body for _, page in itertools.islice(results, 5) if isinstance(page, Page)] == [STORY] * 5
    assert read <= 2 * 32 + 8
    results.close()  # type: ignore[attr-defined]


def test_a_caller_who_stops_early_does_not_wait_for_the_rest(site: Site, other_site: Site) -> None:
    other_site.routes["/a"] = lambda asked: time.sleep(1)
    results = fetch_many([other_site.url("/a"), site.serve("/b")], Settings(total=30), pause=0)
    assert next(results)[0] == site.url("/b")
    began = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 0.5


def test_an_error_of_the_callers_stream_is_the_callers(site: Site) -> None:
    def broken() -> Iterator[str]:
        yield site.url("/a")
        raise KeyError("mine")

    with pytest.raises(KeyError):
        list(fetch_many(broken(), QUICK, pause=0))


def test_bad_cookies_are_told_before_anything_is_fetched(site: Site, tmp_path: object) -> None:
    with pytest.raises(FetchError):
        next(fetch_many([site.serve("/a")], Settings(cookies=tmp_path)))  # type: ignore[arg-type]
    assert site.asked == []


def test_a_host_waits_its_turn_and_others_go_first() -> None:
    queue = HostQueue(1.0)
    for url in ("http://a.example/1", "http://www.a.example/2", "http://b.example/1"):
        queue.put(url)
    assert [queue.take(0.0), queue.take(0.0), queue.take(0.0)] == [
        "http://a.example/1",
        "http://b.example/1",
        None,
    ]
    assert queue.next_free(0.0) is None
    queue.done("http://a.example/1", 5.0)
    assert (queue.take(5.5), queue.next_free(5.5), queue.take(6.0)) == (None, 0.5, "http://www.a.example/2")
    assert len(queue) == 0


@pytest.mark.parametrize(
    ("url", "host"),
    [("http://A.example:80/x", "a.example:80"), ("http://u:p@www.a.example", "a.example"), ("http://[x", "")],
)
def test_politeness_is_owed_to_a_host_and_port(url: str, host: str) -> None:
    assert host_and_port(url) == host
