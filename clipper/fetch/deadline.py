"""seconds -> the end of a fetch, whatever its sockets are waiting for.

A read time-out starts anew with every byte, so a host that drips one a second never trips it. Here a timer
shuts the sockets of the fetch down, and whatever was blocked on them returns at once.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from types import TracebackType


class Deadline:
    """The time one fetch has left, as a context manager; ``expired`` once it is over."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._handles: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self.expire)
        self._timer.daemon = True

    @property
    def expired(self) -> bool:
        return self._over.is_set() or self.remaining() <= 0

    def remaining(self) -> float:
        """Seconds left, never below 0."""
        return max(0.0, self._end - time.monotonic())

    def wait(self, seconds: float) -> None:
        """Sleep, but no longer than the fetch may last."""
        self._over.wait(min(seconds, self.remaining()))

    def watch(self, sock: socket.socket) -> None:
        """Shut ``sock`` down when the time is over.

        A second handle on the connection is kept, since TLS takes the first one away and http.client
        hands it to the answer.
        """
        handle = socket.socket(sock.family, sock.type, sock.proto, fileno=socket.dup(sock.fileno()))
        with self._lock:
            self._handles.append(handle)
        if self._over.is_set():
            _shut_down(handle)

    def expire(self) -> None:
        """End the fetch now."""
        self._over.set()
        with self._lock:
            for handle in self._handles:
                _shut_down(handle)

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            while self._handles:
                self._handles.pop().close()


def _shut_down(handle: socket.socket) -> None:
    with contextlib.suppress(OSError):  # the other side may have been quicker
        handle.shutdown(socket.SHUT_RDWR)
