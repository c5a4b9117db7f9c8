"""Addresses that need no fetch come at once, whatever else is being fetched."""

from __future__ import annotations

import socket
from itertools import count, islice

from clipper.errors import FetchError
from clipper.fetch import Settings, fetch_many


def test_known_addresses_do_not_wait_for_those_that_are_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        slow = f"http://127.0.0.1:{silent.getsockname()[1]}/story"
        urls = [slow, *(f"http://known.example/{n}" for n in range(50))]
        found = fetch_many(urls, Settings(total=1, retries=0), known=lambda url: "known" in url)
        results = list(found)
    assert [url for url, _ in results] == [*urls[1:], slow]
    assert all(result is None for _, result in results[:-1])
    last = results[-1][1]
    assert isinstance(last, FetchError)
    assert last.kind == "time-out"


def test_endless_known_addresses_are_read_only_as_they_are_taken() -> None:
    read: list[str] = []

    def endless() -> object:
        for number in count():
            read.append(f"http://known.example/{number}")
            yield read[-1]

    found = fetch_many(endless(), known=lambda _: True)  # type: ignore[arg-type]
    assert len(list(islice(found, 100))) == 100
    assert len(read) == 100
