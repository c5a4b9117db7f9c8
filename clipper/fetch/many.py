"""addresses -> pages as they come: hosts in parallel, one request at a time per host with a pause between.

The scheduling runs in the caller's own thread, between the results it takes: nothing is fetched ahead of a
caller who is busy, so memory stays at ``workers`` pages however long the stream.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from clipper.errors import FetchError
from clipper.fetch.fetcher import Fetcher
from clipper.fetch.settings import Settings
from clipper.records import Page

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = tuple[str, "Page | FetchError | None"]
_LOOK = 0.2  # seconds between two looks at whether another address has come
_AHEAD = 32  # addresses read ahead per worker, so that one slow host at the head does not hold up the others


def fetch_many(
    urls: Iterable[str],
    settings: Settings | None = None,
    workers: int = 8,
    pause: float = 1.0,
    known: Callable[[str], bool] | None = None,
    ready: Callable[[], bool] | None = None,
) -> Iterator[Result]:
    """Each address, exactly as given, with its Page or its FetchError, in the order they are done.

    An address that is ``known`` needs no fetch: it is handed back with None as soon as it is read, whatever
    is being fetched meanwhile. ``ready`` says whether the next address can be read without waiting for it;
    while it cannot, what was fetched is handed back. Both are called in the caller's thread.

    Different hosts (and ports) are fetched in parallel by up to ``workers`` threads; on one host the
    next request begins ``pause`` seconds after the last one ended. ``urls`` may be endless: it is read
    as room becomes free. Closing the iterator ends what is still running.
    """
    from concurrent.futures import ThreadPoolExecutor

    with Fetcher(settings) as fetcher, ThreadPoolExecutor(workers, "fetch") as threads:
        stream = _Stream(fetcher, threads, iter(urls), HostQueue(pause), workers, known, ready)
        try:
            yield from stream.results()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            fetcher.close()


class HostQueue:
    """Addresses waiting for their turn: first come first served, but never two of one host at once."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._waiting: dict[str, deque[str]] = {}
        self._free_at: dict[str, float] = {}
        self._busy: set[str] = set()
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def put(self, url: str) -> None:
        """Add an address at the end of its host's line."""
        self._waiting.setdefault(host_and_port(url), deque()).append(url)
        self._size += 1

    def take(self, now: float) -> str | None:
        """An address whose host may be asked now, its host marked busy; None when all must wait."""
        for host, line in self._waiting.items():
            if host not in self._busy and self._free_at.get(host, now) <= now:
                url = line.popleft()
                if not line:
                    del self._waiting[host]
                self._busy.add(host)
                self._size -= 1
                return url
        return None

    def done(self, url: str, ended: float) -> None:
        """The request for ``url`` ended at ``ended``; its host may be asked again after the pause."""
        host = host_and_port(url)
        self._busy.discard(host)
        self._free_at = {name: free for name, free in self._free_at.items() if free > ended}
        if host:
            self._free_at[host] = ended + self._pause

    def next_free(self, now: float) -> float | None:
        """Seconds until a waiting host that nobody is asking may be asked; None when there is none."""
        free = [self._free_at.get(host, now) for host in self._waiting if host not in self._busy]
        return max(0.0, min(free) - now) if free else None


def host_and_port(url: str) -> str:
    """What politeness is owed to: the host with its port; "" for what is no address."""
    try:
        return urlsplit(url.strip()).netloc.rpartition("@")[2].lower().removeprefix("www.")
    except ValueError:
        return ""


class _Stream:
    """One run of `fetch_many`: what is waiting, what is running, what is done."""

    def __init__(
        self,
        fetcher: Fetcher,
        threads: ThreadPoolExecutor,
        urls: Iterator[str],
        queue: HostQueue,
        workers: int,
        known: Callable[[str], bool] | None = None,
        ready: Callable[[], bool] | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._threads = threads
        self._urls = urls
        self._queue = queue
        self._workers = workers
        self._running: dict[Future[tuple[Page | FetchError, float]], str] = {}
        self._drained = False
        self._known = known or (lambda _: False)
        self._ready = ready or (lambda: True)
        self._needless: str | None = None

    def results(self) -> Iterator[Result]:
        from concurrent.futures import FIRST_COMPLETED, wait

        while True:
            self._start()
            if self._needless is not None:
                yield self._needless, None
                self._needless = None
                continue
            if not self._running and not self._queue:
                return
            within = self._patience()
            done, _ = wait(self._running, within, FIRST_COMPLETED) if self._running else (set(), None)
            if not self._running:
                time.sleep(within or 0.0)
            for future in done:
                yield self._finished(future)

    def _patience(self) -> float | None:
        """Seconds to wait for a fetch to end before something else begins; None: however long it takes."""
        if len(self._running) >= self._workers:
            return None
        free = self._queue.next_free(time.monotonic())
        if self._drained or len(self._queue) >= self._workers * _AHEAD:
            return free
        return _LOOK if free is None else min(free, _LOOK)

    def _start(self) -> None:
        """Start what may start, reading on while workers are idle and there is room.

        Stops at an address that needs no fetch, which is to be handed back first.
        """
        while len(self._running) < self._workers and self._needless is None:
            url = self._queue.take(time.monotonic())
            if url is not None:
                self._running[self._threads.submit(self._fetch, url)] = url
            elif not self._read_on():
                return

    def _read_on(self) -> bool:
        if self._drained or len(self._queue) >= self._workers * _AHEAD:
            return False
        if (self._running or self._queue) and not self._ready():
            return False
        for url in self._urls:
            if self._known(url):
                self._needless = url
            else:
                self._queue.put(url)
            return True
        self._drained = True
        return False

    def _fetch(self, url: str) -> tuple[Page | FetchError, float]:
        try:
            result: Page | FetchError = self._fetcher.fetch(url)
        except FetchError as error:
            result = error
        return result, time.monotonic()

    def _finished(self, future: Future[tuple[Page | FetchError, float]]) -> Result:
        url = self._running.pop(future)
        result, ended = future.result()
        self._queue.done(url, ended)
        return url, result
