"""A web site on loopback whose every answer a test can write itself, down to the bytes and their pace."""

from __future__ import annotations

import socket
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PEM = Path(__file__).with_name("loopback.pem")  # made for these tests, valid for localhost and 127.0.0.1
OTHER_PEM = PEM.with_name("other_name.pem")  # valid for other.example only
STORY = b"<!DOCTYPE html><html><head><title>A story</title></head><body><p>The text.</p></body></html>"


class Asked(BaseHTTPRequestHandler):
    """One connection; what is sent back is the route's business."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        site = self.server
        path = self.path if self.path in site.routes else self.path.partition("?")[0]
        with site.lock:
            site.asked.append((self.path, dict(self.headers), time.monotonic()))
            site.count[path] += 1
        route = site.routes.get(path)
        if route is None:
            self.answer(404, b"<html><body>Nothing here</body></html>")
        else:
            route(self)

    def answer(self, status: int = 200, body: bytes = STORY, **headers: str) -> None:
        """A whole, honest answer; header names are written with _ for -, an empty value leaves one out."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))} | named
        self.send_response(status)
        for name, value in named.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def reset(self) -> None:
        """Break the connection as a crashed server does (RST)."""
        linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_: object) -> None:
        pass


Route = Callable[[Asked], None]


class Site(ThreadingHTTPServer):
    """The site: ``routes`` by path, ``asked`` with (path, headers, time), ``count`` of requests by path."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.lock = threading.Lock()
        self.routes: dict[str, Route] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []
        self.count: defaultdict[str, int] = defaultdict(int)
        self.scheme = "http"

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.server_port}{path}"

    def serve(self, path: str, status: int = 200, body: bytes = STORY, **headers: str) -> str:
        """Answer ``path`` always the same; returns its address."""
        self.routes[path] = lambda asked: asked.answer(status, body, **headers)
        return self.url(path)

    def script(self, path: str, *steps: Route) -> str:
        """Answer ``path`` step by step, the last step for good; returns its address."""
        left = list(steps)
        self.routes[path] = lambda asked: (left.pop(0) if len(left) > 1 else left[0])(asked)
        return self.url(path)

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what half of these tests are about."""
